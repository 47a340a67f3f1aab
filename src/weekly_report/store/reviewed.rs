//! How soon what organisations filed was reviewed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, ExprTrait, FromQueryResult, Order,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::{
    super::entity::{weekly_report, weekly_report_event},
    EventKind,
};
use crate::{period::Quarter, store::StoreError};

/// A filing that waited for its review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filed {
    pub at: DateTime<Utc>,
    /// When it was accepted or returned.
    pub reviewed_at: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Happened {
    report_id: Uuid,
    kind: String,
    at: DateTime<Utc>,
}

/// Every filing of an organisation for the weeks of a quarter, as they stood at an instant; those that their author took
/// back before a review apart. What was returned and filed again waits again. One statement.
pub(crate) async fn filed_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
    at: DateTime<Utc>,
) -> Result<Vec<Filed>, StoreError> {
    use weekly_report::{Column as Of, Entity as Reports};
    use weekly_report_event::{Column as By, Entity as Events};
    let weeks: Vec<String> = quarter.weeks().map(|week| week.to_string()).collect();
    let kinds = [EventKind::Submitted, EventKind::Withdrawn, EventKind::Returned, EventKind::Accepted];
    let query = Query::select()
        .columns([(Events, By::ReportId), (Events, By::Kind), (Events, By::At)])
        .from(Events)
        .join(JoinType::InnerJoin, Reports, Expr::col((Events, By::ReportId)).equals((Reports, Of::Id)))
        .and_where(Expr::col((Events, By::BaseId)).eq(base))
        .and_where(Expr::col((Events, By::Kind)).is_in(kinds.map(EventKind::code)))
        .and_where(Expr::col((Events, By::At)).lte(at))
        .and_where(Expr::col((Reports, Of::OfBase)).eq(false))
        .and_where(Expr::col((Reports, Of::Week)).is_in(weeks))
        .order_by((Events, By::At), Order::Asc)
        .order_by((Events, By::Id), Order::Asc)
        .to_owned();
    let happened = Happened::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    let mut reviewed = Vec::new();
    let mut waiting: HashMap<Uuid, DateTime<Utc>> = HashMap::new();
    for one in happened {
        let kind = EventKind::from_code(&one.kind);
        match kind.ok_or_else(|| StoreError::Unreadable(format!("what happened: `{}`", one.kind)))? {
            EventKind::Submitted => {
                waiting.insert(one.report_id, one.at);
            }
            EventKind::Withdrawn => {
                waiting.remove(&one.report_id);
            }
            _ => reviewed
                .extend(waiting.remove(&one.report_id).map(|filed| Filed { at: filed, reviewed_at: Some(one.at) })),
        }
    }
    reviewed.extend(waiting.into_values().map(|at| Filed { at, reviewed_at: None }));
    Ok(reviewed)
}
