//! The list of excuses and extensions, as operator and bureau read it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    SubjectName, WeeklyReportError,
    exception::{Relief, read_period},
    reporter,
};
use crate::{
    access::BaseReader,
    calendar,
    period::{Period, Week},
    store::{Page, Paging, Store, StoreError},
    weekly_report::entity::filing_exception,
};

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenException {
    pub id: Uuid,
    pub subject: SubjectName,
    /// A week's report, or a month's plan.
    pub period: Period,
    pub relief: Relief,
    pub reason: String,
    pub proof: String,
    pub by: String,
    pub at: DateTime<Utc>,
    pub revoked: Option<Revoked>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revoked {
    pub by: String,
    pub at: DateTime<Utc>,
    pub reason: String,
}

/// What the list shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub subject: Option<Uuid>,
    /// Of plans: from the month of this week on.
    pub from: Option<Week>,
    pub to: Option<Week>,
}

/// Newest first, those taken back among them.
pub async fn list(
    store: &Store,
    reader: &BaseReader,
    filter: &Filter,
    paging: Paging,
) -> Result<Page<GivenException>, WeeklyReportError> {
    use filing_exception::Column;
    let db = store.read();
    let query = filing_exception::Entity::find()
        .filter(Column::BaseId.eq(reader.base()))
        .filter(within(filter))
        .filter(Condition::all().add_option(filter.subject.map(|subject| Column::SubjectId.eq(subject))));
    let total = query.clone().count(db).await?;
    let newest_first = query.order_by_desc(Column::GivenAt).order_by_desc(Column::Id);
    let rows = newest_first.offset(paging.offset()).limit(paging.size).all(db).await?;
    let names = reporter::names(db, reader.base(), rows.iter().map(|row| row.subject_id)).await?;
    let rows = rows.into_iter().map(|row| given(row, &names)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

/// The weeks between two, and the months that these lie in.
fn within(filter: &Filter) -> Condition {
    use filing_exception::Column;
    let of = |from: Option<Period>, to: Option<Period>, filings: [calendar::Filing; 2]| {
        Condition::all()
            .add(Column::Filing.is_in(filings.map(calendar::Filing::name)))
            .add_option(from.map(|from| Column::Period.gte(from.to_string())))
            .add_option(to.map(|to| Column::Period.lte(to.to_string())))
    };
    let (from, to) = (filter.from, filter.to);
    let weekly = [calendar::Filing::WeeklyReport, calendar::Filing::BaseWeeklyReport];
    let monthly = [calendar::Filing::MonthlyPlan, calendar::Filing::BaseMonthlyPlan];
    let month = |week: Week| Period::from(week.month());
    Condition::any().add(of(from.map(Period::from), to.map(Period::from), weekly)).add(of(
        from.map(month),
        to.map(month),
        monthly,
    ))
}

fn given(row: filing_exception::Model, names: &HashMap<Uuid, SubjectName>) -> Result<GivenException, StoreError> {
    let subject = names.get(&row.subject_id).cloned();
    let revoked =
        row.revoked_at.map(|at| Revoked { by: row.revoked_by.unwrap_or_default(), at, reason: row.revoked_for });
    Ok(GivenException {
        id: row.id,
        subject: subject.ok_or_else(|| StoreError::Unreadable(format!("subject {}", row.subject_id)))?,
        period: read_period(&row.period)?,
        relief: row.due_at.map_or(Relief::Excuse, |until| Relief::Extension { until }),
        reason: row.reason,
        proof: row.proof,
        by: row.given_by,
        at: row.given_at,
        revoked,
    })
}
