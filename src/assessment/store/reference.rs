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
        /// 整改延期: a fault got more time.
        MoreTime = "more_time",
        /// 撤销整改: a fault was given by mistake.
        Withdrawal = "withdrawal",
    }
}

/// What it was granted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantFor {
    /// A week's report, or a month's plan.
    Filing(Period),
    /// The day by which a fault was to be repaired; of one that got more time the first.
    Due(NaiveDate),
}

/// An excuse, an extension, or what became of a fault by the word of whoever gave it.
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

/// What was granted for a quarter, newest first, `most` at the most: excuses and extensions by their week or month, what became
/// of faults by the day by which they were to be repaired; more time in each quarter that it reaches. One statement.
pub async fn granted(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    most: u64,
) -> Result<Vec<Grant>, AssessmentError> {
    let db = store.read();
    let mut query = exceptions(reader.base(), quarter);
    for of_faults in SAID {
        query.union(UnionType::All, said(reader.base(), quarter, of_faults));
    }
    query.order_by("at", Order::Desc).limit(most);
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

/// What whoever gave a fault said of it at last, or let off: in which columns that is kept.
#[derive(Debug, Clone, Copy)]
struct Said {
    kind: GrantKind,
    /// The day by which it was to be repaired; at first, where it has been given more time. It concerns every quarter from
    /// that day to the one that stands.
    due: Fault,
    at: Fault,
    by: Fault,
    reason: Fault,
}

const SAID: [Said; 3] = [
    Said {
        kind: GrantKind::Closure,
        due: Fault::DueOn,
        at: Fault::ClosedAt,
        by: Fault::ClosedBy,
        reason: Fault::Remark,
    },
    Said {
        kind: GrantKind::MoreTime,
        due: Fault::FirstDueOn,
        at: Fault::ExtendedAt,
        by: Fault::ExtendedBy,
        reason: Fault::ExtendedFor,
    },
    Said {
        kind: GrantKind::Withdrawal,
        due: Fault::DueOn,
        at: Fault::WithdrawnAt,
        by: Fault::WithdrawnBy,
        reason: Fault::WithdrawnFor,
    },
];

fn said(base: Uuid, quarter: Quarter, said: Said) -> SelectStatement {
    let named = Expr::col((Organisations, Organisation::Id)).equals((Faults, Fault::SubjectId));
    let of = |column| Expr::col((Faults, column));
    Query::select()
        .expr_as(Expr::val(said.kind.code()).cast_as("text"), "kind")
        .expr_as(Expr::col((Organisations, Organisation::Name)), "subject")
        .expr_as(of(said.due).cast_as("text"), "period")
        .expr_as(of(said.at), "until")
        .expr_as(of(said.reason), "reason")
        .expr_as(of(said.by), "by")
        .expr_as(of(said.at), "at")
        // Of the same kind as the other's, and nothing: of an open fault nobody has said anything.
        .expr_as(Expr::case(of(said.at).is_null(), of(said.at)), "revoked_at")
        .from(Faults)
        .join(JoinType::LeftJoin, Organisations, named)
        .and_where(of(Fault::BaseId).eq(base))
        .and_where(of(said.due).lte(quarter.last_day()))
        .and_where(of(Fault::DueOn).gte(quarter.first_day()))
        .and_where(of(said.at).is_not_null())
        .to_owned()
}

fn read(row: Row) -> Result<Grant, StoreError> {
    let unreadable = || StoreError::Unreadable(format!("{} of {}", row.kind, row.period));
    let kind = GrantKind::from_code(&row.kind).ok_or_else(unreadable)?;
    let period = match kind {
        GrantKind::Closure | GrantKind::MoreTime | GrantKind::Withdrawal => row.period.parse().ok().map(GrantFor::Due),
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
