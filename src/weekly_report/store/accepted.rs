//! The activities that accepted reports list, one by one, by their own days.

use std::ops::RangeInclusive;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, ConnectionTrait, ExprTrait, FromQueryResult,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::{
    super::{
        State,
        entity::{activity, weekly_report},
    },
    AsAt,
};
use crate::store::StoreError;

/// An activity of an organisation's report, or of the base's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AcceptedActivity {
    pub report: Uuid,
    /// Whose report it is: the base's id for its own.
    pub subject: Uuid,
    pub on: NaiveDate,
    pub what: String,
    pub attendances: u32,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    report_id: Uuid,
    subject_id: Uuid,
    held_on: NaiveDate,
    what: String,
    attendances: i32,
    reviewed_at: Option<DateTime<Utc>>,
}

/// The activities of some days in reports that had been accepted at an instant, by their days: one statement. What was
/// accepted goes on counting while it is opened again, until it is filed anew.
pub(crate) async fn accepted_activities(
    db: &impl ConnectionTrait,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    as_at: &AsAt,
) -> Result<Vec<AcceptedActivity>, StoreError> {
    use activity::{Column as Of, Entity as Activities};
    use weekly_report::{Column as By, Entity as Reports};
    let accepted = Condition::any()
        .add(Expr::col((Reports, By::State)).eq(State::Accepted.code()))
        .add(Expr::col((Reports, By::Reopening)).is_not_null());
    let query = Query::select()
        .columns([
            (Activities, Of::ReportId),
            (Activities, Of::SubjectId),
            (Activities, Of::HeldOn),
            (Activities, Of::What),
            (Activities, Of::Attendances),
        ])
        .column((Reports, By::ReviewedAt))
        .from(Activities)
        .join(JoinType::InnerJoin, Reports, Expr::col((Activities, Of::ReportId)).equals((Reports, By::Id)))
        .and_where(Expr::col((Activities, Of::BaseId)).eq(base))
        .and_where(Expr::col((Activities, Of::HeldOn)).between(*days.start(), *days.end()))
        .cond_where(accepted)
        .to_owned();
    let rows = Row::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    let mut found: Vec<AcceptedActivity> = Vec::with_capacity(rows.len());
    for row in rows {
        let had = row.reviewed_at.is_none_or(|reviewed| as_at.had(reviewed));
        if had && !as_at.has_changed(row.report_id) {
            found.push(AcceptedActivity {
                report: row.report_id,
                subject: row.subject_id,
                on: row.held_on,
                what: row.what,
                attendances: u32::try_from(row.attendances).unwrap_or_default(),
            });
        }
    }
    for (report, stood) in as_at.changed().filter(|(_, stood)| stood.accepted) {
        let told = stood.report.iter().flat_map(|told| &told.activities).filter(|one| days.contains(&one.on));
        found.extend(told.map(|one| AcceptedActivity {
            report,
            subject: stood.subject,
            on: one.on,
            what: one.what.clone(),
            attendances: one.attendances.unwrap_or_default(),
        }));
    }
    found.sort_by(|one, other| (one.on, one.report, &one.what).cmp(&(other.on, other.report, &other.what)));
    Ok(found)
}
