//! Weeks over all organisations, out of counters and of who was there: two statements, however long the history.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, ExprTrait, FromQueryResult,
    sea_query::{Alias, Expr, Func, JoinType, Query, SelectStatement},
};
use uuid::Uuid;

use super::super::{
    Rate, State,
    entity::{filing_exception, week_count, weekly_report},
};
use super::{
    Rhythm,
    matrix::WeekSummary,
    record::{count, read_week},
};
use crate::{
    incubation::{Span, entity::reporting_span},
    organisation::entity::organisation,
    period::Week,
    store::StoreError,
};

/// One for each week, in the order of `weeks`, which are not empty and ascend.
pub(super) async fn summaries(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    weeks: &[Week],
    now: DateTime<Utc>,
) -> Result<Vec<WeekSummary>, StoreError> {
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Ok(Vec::new()) };
    let kept: Vec<Kept> = Kept::find_by_statement(build(db, &kept(base, *first, *last, now))).all(db).await?;
    let kept: HashMap<String, Kept> = kept.into_iter().map(|kept| (kept.week.clone(), kept)).collect();
    let there = there(db, rhythm, base, *first, *last).await?;
    let nothing = Kept::default();
    Ok(weeks
        .iter()
        .map(|week| summary(rhythm, *week, kept.get(&week.to_string()).unwrap_or(&nothing), &there, now))
        .collect())
}

fn summary(rhythm: &Rhythm, week: Week, kept: &Kept, there: &[There], now: DateTime<Utc>) -> WeekSummary {
    let due_at = rhythm.due(false, week).at();
    let asked = |there: &&There| due_at.is_some() && there.span.contains(week) && there.is_asked(rhythm, week);
    let there: u32 = there.iter().filter(asked).map(|there| there.organisations).sum();
    // What is back with its author and overdue was on time when it was filed, and is late now.
    let overdue = Ord::min(count(kept.overdue), count(kept.on_time));
    let (on_time, late) = (count(kept.on_time) - overdue, count(kept.late) + overdue);
    let uncounted = count(kept.late_uncounted);
    let filed = on_time + late + uncounted;
    let expected = Ord::max(there.saturating_sub(count(kept.excused)), filed);
    let unfiled = expected - filed;
    let passed = due_at.is_some_and(|due_at| due_at < now);
    let pending = if passed { Ord::min(unfiled, count(kept.extended)) } else { unfiled };
    let missing = unfiled - pending;
    WeekSummary {
        week,
        expected,
        on_time,
        nothing: Ord::min(count(kept.nothing), on_time),
        late: late + uncounted,
        missing,
        pending,
        excused: count(kept.excused),
        submitted: count(kept.submitted),
        accepted: count(kept.accepted),
        activities: count(kept.activities),
        attendances: count(kept.attendances),
        rate: Rate::new(2 * on_time + late, filed + missing).unwrap_or_default(),
    }
}

/// The kept counters of a week, and the two facts that change with time alone.
#[derive(Debug, Default, FromQueryResult)]
struct Kept {
    week: String,
    on_time: i32,
    late: i32,
    late_uncounted: i32,
    nothing: i32,
    excused: i32,
    submitted: i32,
    accepted: i32,
    activities: i32,
    attendances: i32,
    /// Returned and not filed again by the deadline of the return.
    overdue: i64,
    /// Not filed, with an extension that has not run out.
    extended: i64,
}

fn kept(base: Uuid, first: Week, last: Week, now: DateTime<Utc>) -> SelectStatement {
    use week_count::{Column as C, Entity as Counts};
    let columns = [
        C::Week,
        C::OnTime,
        C::Late,
        C::LateUncounted,
        C::Nothing,
        C::Excused,
        C::Submitted,
        C::Accepted,
        C::Activities,
        C::Attendances,
    ];
    Query::select()
        .columns(columns.map(|column| (Counts, column)))
        .expr_as(Expr::from(overdue(base, now)), Alias::new("overdue"))
        .expr_as(Expr::from(extended(base, now)), Alias::new("extended"))
        .from(Counts)
        .and_where(Expr::col((Counts, C::BaseId)).eq(base))
        .and_where(Expr::col((Counts, C::Week)).between(first.to_string(), last.to_string()))
        .to_owned()
}

fn overdue(base: Uuid, now: DateTime<Utc>) -> SelectStatement {
    use weekly_report::{Column as R, Entity as Reports};
    Query::select()
        .expr(Func::count(Expr::col((Reports, R::Id))))
        .from(Reports)
        .and_where(R::BaseId.eq(base))
        .and_where(R::OfBase.eq(false))
        .and_where(R::State.eq(State::Returned.code()))
        .and_where(R::Reopening.is_null())
        .and_where(R::ReturnDueAt.lt(now))
        .and_where(R::Timeliness.eq("on_time"))
        .and_where(Expr::col((Reports, R::Week)).equals((week_count::Entity, week_count::Column::Week)))
        .to_owned()
}

fn extended(base: Uuid, now: DateTime<Utc>) -> SelectStatement {
    use filing_exception::{Column as E, Entity as Exceptions};
    use weekly_report::{Column as R, Entity as Reports};
    let standing = [State::Submitted, State::Accepted, State::Returned].map(State::code);
    let filed = Query::select()
        .expr(Expr::val(1))
        .from(Reports)
        .and_where(R::BaseId.eq(base))
        .and_where(Expr::col((Reports, R::SubjectId)).equals((Exceptions, E::SubjectId)))
        .and_where(Expr::col((Reports, R::Week)).equals((Exceptions, E::Period)))
        .and_where(R::State.is_in(standing))
        .to_owned();
    Query::select()
        .expr(Func::count_distinct(Expr::col((Exceptions, E::SubjectId))))
        .from(Exceptions)
        .and_where(E::BaseId.eq(base))
        .and_where(E::Filing.eq(crate::calendar::Filing::WeeklyReport.name()))
        .and_where(E::RevokedAt.is_null())
        .and_where(E::DueAt.gte(now))
        .and_where(Expr::col((Exceptions, E::Period)).equals((week_count::Entity, week_count::Column::Week)))
        .and_where(Expr::exists(filed).not())
        .to_owned()
}

/// How many organisations of a kind reported over the same weeks.
struct There {
    span: Span,
    /// Standing and mode, where a cadence was settled for any.
    kind: Option<(String, Option<String>)>,
    organisations: u32,
}

impl There {
    fn is_asked(&self, rhythm: &Rhythm, week: Week) -> bool {
        let asked =
            |(standing, mode): &(String, Option<String>)| rhythm.cadence(standing, mode.as_deref(), week).asks_in(week);
        self.kind.as_ref().is_none_or(asked)
    }
}

#[derive(Debug, FromQueryResult)]
struct Group {
    first_week: String,
    last_week: Option<String>,
    standing: Option<String>,
    mode: Option<String>,
    organisations: i64,
}

async fn there(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    first: Week,
    last: Week,
) -> Result<Vec<There>, StoreError> {
    use organisation::{Column as O, Entity as Organisations};
    use reporting_span::{Column as S, Entity as Spans};
    let open = Condition::any().add(S::LastWeek.is_null()).add(S::LastWeek.gte(first.to_string()));
    let mut query = Query::select()
        .columns([(Spans, S::FirstWeek), (Spans, S::LastWeek)])
        .expr_as(Func::count(Expr::col((Spans, S::Id))), Alias::new("organisations"))
        .from(Spans)
        .and_where(Expr::col((Spans, S::BaseId)).eq(base))
        .and_where(S::FirstWeek.lte(last.to_string()))
        .cond_where(open)
        .group_by_columns([(Spans, S::FirstWeek), (Spans, S::LastWeek)])
        .to_owned();
    let with_kind = rhythm.has_cadences();
    if with_kind {
        let of = Expr::col((Spans, S::OrganisationId)).equals((Organisations, O::Id));
        query
            .columns([(Organisations, O::Standing), (Organisations, O::Mode)])
            .join(JoinType::InnerJoin, Organisations, of)
            .group_by_columns([(Organisations, O::Standing), (Organisations, O::Mode)]);
    } else {
        let none = || Expr::cust("NULL").cast_as("text");
        query.expr_as(none(), Alias::new("standing")).expr_as(none(), Alias::new("mode"));
    }
    let groups: Vec<Group> = Group::find_by_statement(build(db, &query)).all(db).await?;
    groups.into_iter().map(|group| group.read(with_kind)).collect()
}

impl Group {
    fn read(self, with_kind: bool) -> Result<There, StoreError> {
        let last = self.last_week.as_deref().map(read_week).transpose()?;
        Ok(There {
            span: Span { first: read_week(&self.first_week)?, last },
            kind: self.standing.filter(|_| with_kind).map(|standing| (standing, self.mode)),
            organisations: count(self.organisations),
        })
    }
}

fn build(db: &impl ConnectionTrait, query: &SelectStatement) -> sea_orm::Statement {
    db.get_database_backend().build(query)
}
