//! What the records say: one place for every rule that counts, and the entries beside it.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::super::{Actual, CountingRule, EntryState, Target, entity::target_entry};
use super::enter::read_state;
use crate::{
    incubation::{
        Mode, ProposalState, Stage,
        entity::{incubation, stage_change},
    },
    organisation::entity::organisation,
    period::Year,
    store::StoreError,
};

/// A record that a rule counts, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub rule: CountingRule,
    /// The day on which it counts.
    pub on: NaiveDate,
    pub organisation: Uuid,
    pub name: String,
}

/// What is known of a base's year.
pub(super) struct Known {
    /// By their days.
    pub(super) counted: Vec<Counted>,
    /// By their days, then as they came.
    pub(super) entries: Vec<target_entry::Model>,
}

impl Known {
    /// Two statements, whatever the targets.
    pub(super) async fn of(db: &impl ConnectionTrait, base: Uuid, year: Year) -> Result<Self, StoreError> {
        let entries = target_entry::Entity::find()
            .filter(target_entry::Column::BaseId.eq(base))
            .filter(target_entry::Column::Year.eq(year.to_string()))
            .order_by_asc(target_entry::Column::OnDay)
            .order_by_asc(target_entry::Column::EnteredAt)
            .order_by_asc(target_entry::Column::Id)
            .all(db)
            .await?;
        Ok(Self { counted: stage_changes(db, base, year).await?, entries })
    }

    /// What each target has reached, and how many of its entries wait.
    pub(super) fn by_target(&self, targets: &[Target]) -> Result<HashMap<String, (Actual, u32)>, StoreError> {
        let mut reached: HashMap<String, (Actual, u32)> = HashMap::with_capacity(targets.len());
        for target in targets {
            let (actual, pending) = reached.entry(target.code.clone()).or_default();
            for record in self.counted.iter().filter(|record| record.rule == target.rule) {
                actual.add(target.measure, quarter(record.on), 1);
            }
            if target.rule.is_counted() {
                continue;
            }
            for entry in self.entries.iter().filter(|entry| entry.target == target.code) {
                match read_state(entry)? {
                    EntryState::Approved => actual.add(target.measure, quarter(entry.on_day), entry.amount),
                    EntryState::Pending => *pending += 1,
                    EntryState::Refused | EntryState::Withdrawn => {}
                }
            }
        }
        Ok(reached)
    }
}

/// 1 to 4. An activity counts by its own day (domain: *Calendar*).
pub(super) fn quarter(day: NaiveDate) -> u32 {
    day.month0() / 3 + 1
}

#[derive(Debug, FromQueryResult)]
struct Change {
    to_stage: String,
    effective_on: NaiveDate,
    mode: String,
    organisation_id: Uuid,
    name: String,
}

/// Admissions and hatchings of a year that the bureau has confirmed, or that were entered with their dates. A return
/// into incubation, such as after a rectification, is no admission.
async fn stage_changes(db: &impl ConnectionTrait, base: Uuid, year: Year) -> Result<Vec<Counted>, StoreError> {
    use incubation::{Column as Of, Entity as Incubations};
    use organisation::{Column as By, Entity as Organisations};
    use stage_change::{Column as At, Entity as Changes};
    let admitted = Condition::all().add(Expr::col((Changes, At::ToStage)).eq(Stage::Incubating.code())).add(
        Condition::any()
            .add(Expr::col((Changes, At::FromStage)).is_null())
            .add(Expr::col((Changes, At::FromStage)).eq(Stage::Agreement.code())),
    );
    let hatched = Expr::col((Changes, At::ToStage)).eq(Stage::Hatched.code());
    let query = Query::select()
        .columns([(Changes, At::ToStage), (Changes, At::EffectiveOn), (Changes, At::OrganisationId)])
        .column((Incubations, Of::Mode))
        .column((Organisations, By::Name))
        .from(Changes)
        .join(
            JoinType::InnerJoin,
            Incubations,
            Condition::all()
                .add(Expr::col((Incubations, Of::BaseId)).equals((Changes, At::BaseId)))
                .add(Expr::col((Incubations, Of::Id)).equals((Changes, At::IncubationId))),
        )
        .join(
            JoinType::InnerJoin,
            Organisations,
            Condition::all()
                .add(Expr::col((Organisations, By::BaseId)).equals((Changes, At::BaseId)))
                .add(Expr::col((Organisations, By::Id)).equals((Changes, At::OrganisationId))),
        )
        .and_where(Expr::col((Changes, At::BaseId)).eq(base))
        .and_where(Expr::col((Changes, At::State)).eq(ProposalState::Confirmed.code()))
        .and_where(Expr::col((Changes, At::EffectiveOn)).between(year.first_day(), year.last_day()))
        .cond_where(Condition::any().add(admitted).add(hatched))
        .order_by((Changes, At::EffectiveOn), sea_orm::Order::Asc)
        .order_by((Organisations, By::Name), sea_orm::Order::Asc)
        .to_owned();
    let rows = Change::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    Ok(rows.into_iter().map(Counted::from).collect())
}

impl From<Change> for Counted {
    fn from(change: Change) -> Self {
        let rule = match (change.to_stage == Stage::Hatched.code(), change.mode == Mode::OutOfShell.code()) {
            (true, _) => CountingRule::Hatched,
            (false, true) => CountingRule::AdmittedOutOfShell,
            (false, false) => CountingRule::Admitted,
        };
        Self { rule, on: change.effective_on, organisation: change.organisation_id, name: change.name }
    }
}
