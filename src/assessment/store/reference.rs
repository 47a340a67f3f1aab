//! What the operator and the bureau granted in a quarter: it stands beside the base's sheet and is in no formula.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    FromQueryResult, JoinType, Order,
    sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType},
};
use uuid::Uuid;

use super::AssessmentError;
use crate::{
    access::BaseReader,
    calendar::Filing,
    code::coded,
    organisation::entity::organisation::{Column as Organisation, Entity as Organisations},
    period::{Period, Quarter},
    rectification::entity::{Column as Fault, Entity as Faults},
    store::{Store, StoreError},
    weekly_report::entity::filing_exception::{Column as Exception, Entity as Exceptions},
};

coded! {
    pub enum GrantKind {
        /// 免报: no report, or no plan, was asked for.
        Excuse = "excuse",
        /// 延期: filed by then was on time.
        Extension = "extension",
        /// 销号: a fault was closed.
        Closure = "closure",
    }
}

/// What it was granted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantFor {
    /// A week's report, or a month's plan.
    Filing(Period),
    /// The day by which a fault was to be repaired.
    Due(NaiveDate),
}

/// An excuse, an extension, or the closure of a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub kind: GrantKind,
    /// The organisation's name; `None` for the base itself.
    pub subject: Option<String>,
    pub period: GrantFor,
    /// Of an extension.
    pub until: Option<DateTime<Utc>>,
    pub reason: String,
    pub by: String,
    pub at: DateTime<Utc>,
    /// It was taken back.
    pub revoked: bool,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    kind: String,
    subject: Option<String>,
    period: String,
    until: Option<DateTime<Utc>>,
    reason: String,
    by: String,
    at: DateTime<Utc>,
    revoked_at: Option<DateTime<Utc>>,
}

/// What was granted for a quarter, newest first, `most` at the most: excuses and extensions by their week or month, closures by
/// the day by which the fault was to be repaired. One statement.
pub async fn granted(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    most: u64,
) -> Result<Vec<Grant>, AssessmentError> {
    let db = store.read();
    let query = exceptions(reader.base(), quarter)
        .union(UnionType::All, closures(reader.base(), quarter))
        .order_by("at", Order::Desc)
        .limit(most)
        .to_owned();
    let rows = Row::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    Ok(rows.into_iter().map(read).collect::<Result<_, StoreError>>()?)
}

fn exceptions(base: Uuid, quarter: Quarter) -> SelectStatement {
    let weeks = quarter.weeks().map(|week| week.to_string());
    let periods: Vec<String> = weeks.chain(quarter.months().map(|month| month.to_string())).collect();
    let filings = [Filing::WeeklyReport, Filing::BaseWeeklyReport, Filing::MonthlyPlan, Filing::BaseMonthlyPlan];
    let named = Expr::col((Organisations, Organisation::Id)).equals((Exceptions, Exception::SubjectId));
    let of = |column| Expr::col((Exceptions, column));
    Query::select()
        .expr_as(of(Exception::Kind), "kind")
        .expr_as(Expr::col((Organisations, Organisation::Name)), "subject")
        .expr_as(of(Exception::Period), "period")
        .expr_as(of(Exception::DueAt), "until")
        .expr_as(of(Exception::Reason), "reason")
        .expr_as(of(Exception::GivenBy), "by")
        .expr_as(of(Exception::GivenAt), "at")
        .expr_as(of(Exception::RevokedAt), "revoked_at")
        .from(Exceptions)
        .join(JoinType::LeftJoin, Organisations, named)
        .and_where(of(Exception::BaseId).eq(base))
        .and_where(of(Exception::Filing).is_in(filings.map(Filing::name)))
        .and_where(of(Exception::Period).is_in(periods))
        .to_owned()
}

fn closures(base: Uuid, quarter: Quarter) -> SelectStatement {
    let named = Expr::col((Organisations, Organisation::Id)).equals((Faults, Fault::SubjectId));
    let of = |column| Expr::col((Faults, column));
    Query::select()
        .expr_as(Expr::val(GrantKind::Closure.code()).cast_as("text"), "kind")
        .expr_as(Expr::col((Organisations, Organisation::Name)), "subject")
        .expr_as(of(Fault::DueOn).cast_as("text"), "period")
        .expr_as(of(Fault::ClosedAt), "until")
        .expr_as(of(Fault::Remark), "reason")
        .expr_as(of(Fault::ClosedBy), "by")
        .expr_as(of(Fault::ClosedAt), "at")
        // Of the same kind as the other's, and nothing: an open fault has been closed by nobody.
        .expr_as(Expr::case(of(Fault::ClosedAt).is_null(), of(Fault::ClosedAt)), "revoked_at")
        .from(Faults)
        .join(JoinType::LeftJoin, Organisations, named)
        .and_where(of(Fault::BaseId).eq(base))
        .and_where(of(Fault::DueOn).between(quarter.first_day(), quarter.last_day()))
        .and_where(of(Fault::ClosedAt).is_not_null())
        .to_owned()
}

fn read(row: Row) -> Result<Grant, StoreError> {
    let unreadable = || StoreError::Unreadable(format!("{} of {}", row.kind, row.period));
    let kind = GrantKind::from_code(&row.kind).ok_or_else(unreadable)?;
    let period = match kind {
        GrantKind::Closure => row.period.parse().ok().map(GrantFor::Due),
        GrantKind::Excuse | GrantKind::Extension => row.period.parse().ok().map(GrantFor::Filing),
    };
    Ok(Grant {
        kind,
        subject: row.subject,
        period: period.ok_or_else(unreadable)?,
        until: row.until.filter(|_| kind == GrantKind::Extension),
        reason: row.reason,
        by: row.by,
        at: row.at,
        revoked: row.revoked_at.is_some(),
    })
}
