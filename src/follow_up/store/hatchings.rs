//! The hatchings of a base, as the confirmed steps of incubations tell them.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, ConnectionTrait, ExprTrait, FromQueryResult,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::super::Hatching;
use crate::{
    base::Base,
    incubation::{ProposalState, Stage, entity::stage_change},
    organisation::entity::organisation,
    period::Week,
    store::StoreError,
    weekly_report::store::{AsAt, reporter::There},
};

/// A hatching of an organisation.
#[derive(Debug, Clone)]
pub(super) struct Hatched {
    pub(super) incubation: Uuid,
    pub(super) organisation: Uuid,
    pub(super) name: String,
    pub(super) code: Option<String>,
    pub(super) hatching: Hatching,
    /// Of the organisation the last.
    pub(super) newest: bool,
    /// The Sunday of the last week that it reported on.
    pub(super) last_report: Option<NaiveDate>,
}

#[derive(Debug, FromQueryResult)]
struct Change {
    incubation_id: Uuid,
    organisation_id: Uuid,
    effective_on: NaiveDate,
    proposed_at: DateTime<Utc>,
    decided_at: Option<DateTime<Utc>>,
    name: String,
    code: Option<String>,
    admitted_on: Option<NaiveDate>,
    last_report_week: Option<String>,
}

/// The hatchings that the bureau had confirmed at an instant, or that were entered with their dates; by their days. One
/// statement, and one more of an instant that has passed.
pub(super) async fn hatchings(
    db: &impl ConnectionTrait,
    base: &Base,
    organisation: Option<Uuid>,
    as_at: &AsAt,
) -> Result<Vec<Hatched>, StoreError> {
    use organisation::{Column as By, Entity as Organisations};
    use stage_change::{Column as At, Entity as Changes};
    let query = Query::select()
        .columns([
            (Changes, At::IncubationId),
            (Changes, At::OrganisationId),
            (Changes, At::EffectiveOn),
            (Changes, At::ProposedAt),
            (Changes, At::DecidedAt),
        ])
        .columns([
            (Organisations, By::Name),
            (Organisations, By::Code),
            (Organisations, By::AdmittedOn),
            (Organisations, By::LastReportWeek),
        ])
        .from(Changes)
        .join(
            JoinType::InnerJoin,
            Organisations,
            Condition::all()
                .add(Expr::col((Organisations, By::BaseId)).equals((Changes, At::BaseId)))
                .add(Expr::col((Organisations, By::Id)).equals((Changes, At::OrganisationId))),
        )
        .and_where(Expr::col((Changes, At::BaseId)).eq(base.id))
        .and_where(Expr::col((Changes, At::State)).eq(ProposalState::Confirmed.code()))
        .and_where(Expr::col((Changes, At::ToStage)).eq(Stage::Hatched.code()))
        .and_where_option(organisation.map(|id| Expr::col((Changes, At::OrganisationId)).eq(id)))
        .order_by((Changes, At::EffectiveOn), sea_orm::Order::Asc)
        .order_by((Changes, At::Id), sea_orm::Order::Asc)
        .to_owned();
    let mut changes = Change::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    changes.retain(|change| change.decided_at.is_none_or(|decided| as_at.had(decided)));
    let former = as_at.former::<There>(db, base.id).await?;
    for change in &mut changes {
        if let Some(was) = former.get(&change.organisation_id) {
            change.admitted_on = was.admitted_on;
        }
    }
    let mut last: HashMap<Uuid, Uuid> = HashMap::new();
    for change in &changes {
        last.insert(change.organisation_id, change.incubation_id);
    }
    let hatched = changes.into_iter().map(|change| Hatched {
        incubation: change.incubation_id,
        organisation: change.organisation_id,
        newest: last.get(&change.organisation_id) == Some(&change.incubation_id),
        hatching: Hatching {
            hatched_on: change.effective_on,
            known_on: base.day(change.decided_at.unwrap_or(change.proposed_at)),
            // A re-entry is a new incubation.
            ended_on: change.admitted_on.filter(|day| *day > change.effective_on),
        },
        name: change.name,
        code: change.code,
        last_report: change.last_report_week.and_then(|week| week.parse().ok()).map(Week::sunday),
    });
    Ok(hatched.collect())
}
