//! What lists and pages show of rectifications.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

use super::super::{
    FoundIn, Matter, Party, Source, State, Timely,
    entity::{Column, Entity, Model},
};
use super::RectificationError;
use crate::{
    access::{BaseReader, Overseer, Scope, SubjectReader},
    base,
    evidence::{Attachment, store as evidence},
    organisation::{self, store::called},
    period::{Quarter, Week},
    store::{Page, Paging, Store, StoreError, containing},
    weekly_report::{entity::weekly_report, store::reporter::names},
};

/// A rectification, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rectification {
    pub id: Uuid,
    pub subject: Uuid,
    /// The subject's name.
    pub name: String,
    pub matter: Matter,
    pub source: Source,
    /// The subject's record that it was found in.
    pub found_in: Option<FoundIn>,
    pub words: String,
    pub owner: String,
    pub due_on: NaiveDate,
    /// The day that it had at first, where it was given more time.
    pub first_due_on: Option<NaiveDate>,
    /// Why it was given more time, the last time; empty where it never was.
    pub extended_for: String,
    pub extended_at: Option<DateTime<Utc>>,
    pub extended_by: Option<String>,
    pub state: State,
    pub timely: Timely,
    pub given_by: String,
    pub given_at: DateTime<Utc>,
    /// What was repaired, as it was said last; empty before the first time.
    pub repair: String,
    pub reported_at: Option<DateTime<Utc>>,
    pub reported_by: Option<String>,
    /// Why it was sent back; empty where it is not open again.
    pub sent_back_for: String,
    pub remark: String,
    pub closed_at: Option<DateTime<Utc>>,
    pub closed_by: Option<String>,
    /// Why it was given by mistake; empty where it was not.
    pub withdrawn_for: String,
    pub withdrawn_at: Option<DateTime<Utc>>,
    pub withdrawn_by: Option<String>,
    /// When it came into its present state.
    pub since: DateTime<Utc>,
    pub row_version: i32,
}

/// What a list shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct RectificationFilter {
    pub state: Option<State>,
    pub source: Option<Source>,
    /// Only what is not repaired though its day has passed.
    pub overdue: bool,
    /// Only what falls due in it.
    pub quarter: Option<Quarter>,
    /// Only the base's own.
    pub of_base: bool,
    /// Only what waits for it.
    pub waits: Option<Party>,
    /// Part of its words, of who answers for it, or of the organisation's name or initials.
    pub search: String,
}

/// What an organisation has to repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrganisationCounts {
    pub open: u32,
    /// Of these, those whose day has passed.
    pub overdue: u32,
    /// Reported, and not closed yet.
    pub reported: u32,
}

/// What waits at a base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waits {
    /// The base's own to repair, and what the operator has to close.
    pub for_operator: u32,
    /// What the bureau has to close.
    pub for_bureau: u32,
}

/// The rectifications in sight, what waits first, by their day.
pub async fn list(
    store: &Store,
    scope: Scope,
    filter: &RectificationFilter,
    paging: Paging,
) -> Result<Page<Rectification>, RectificationError> {
    let db = store.read();
    let today = today(db, scope.base(), store.now()).await?;
    let query = in_sight(scope).filter(narrowed(scope.base(), filter, today));
    let total = query.clone().count(db).await?;
    let waiting_first = CaseStatement::new()
        .case(Column::State.eq(State::Open.code()), 0)
        .case(Column::State.eq(State::Reported.code()), 1)
        .finally(2);
    let rows = query
        .order_by(Expr::expr(waiting_first), sea_orm::Order::Asc)
        .order_by(Column::DueOn, sea_orm::Order::Asc)
        .order_by(Column::Id, sea_orm::Order::Asc)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let named = named(db, scope.base(), &rows).await?;
    let rows = rows.into_iter().map(|row| read(row, &named, today)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

fn in_sight(scope: Scope) -> sea_orm::Select<Entity> {
    let of_base = Entity::find().filter(Column::BaseId.eq(scope.base()));
    match scope.subject() {
        Some(subject) => of_base.filter(Column::SubjectId.eq(subject)),
        None => of_base,
    }
}

fn narrowed(base: Uuid, filter: &RectificationFilter, today: NaiveDate) -> Condition {
    let search = filter.search.trim();
    let called = called(base, search);
    let searched = Condition::any()
        .add(Column::Words.like(containing(search)))
        .add(Column::Owner.like(containing(search)))
        .add(Column::SubjectId.in_subquery(called));
    let overdue = || Condition::all().add(Column::State.eq(State::Open.code())).add(Column::DueOn.lt(today));
    Condition::all()
        .add_option(filter.state.map(|state| Column::State.eq(state.code())))
        .add_option(filter.source.map(|source| Column::Source.eq(source.code())))
        .add_option(filter.overdue.then(overdue))
        .add_option(filter.quarter.map(|quarter| Column::DueOn.between(quarter.first_day(), quarter.last_day())))
        .add_option(filter.of_base.then(|| Column::SubjectId.eq(base)))
        .add_option(filter.waits.map(waits_for))
        .add_option((!search.is_empty()).then_some(searched))
}

/// What waits for a party, whoever gave it and whomever it concerns.
fn waits_for(party: Party) -> Condition {
    let mut any = Condition::any();
    for of_base in [false, true] {
        for given_by in Party::ALL.iter().copied() {
            let matter = Matter { of_base, given_by };
            for state in State::AT_WORK.into_iter().filter(|state| state.waits_for(matter) == Some(party)) {
                let one = Condition::all()
                    .add(Column::State.eq(state.code()))
                    .add(Column::OfBase.eq(of_base))
                    .add(Column::GivenAs.eq(given_by.code()));
                any = any.add(one);
            }
        }
    }
    any
}

/// One that is in sight.
pub async fn one(store: &Store, scope: Scope, id: Uuid) -> Result<Rectification, RectificationError> {
    let db = store.read();
    let row = in_sight(scope).filter(Column::Id.eq(id)).one(db).await?.ok_or(RectificationError::NotFound)?;
    let today = today(db, scope.base(), store.now()).await?;
    let named = named(db, scope.base(), std::slice::from_ref(&row)).await?;
    Ok(read(row, &named, today)?)
}

/// The files that came with the reports of one that was found, in the order in which they came.
pub async fn evidence_of(store: &Store, scope: Scope, found: &Rectification) -> Result<Vec<Attachment>, StoreError> {
    let mut files = evidence::of_records(store.read(), scope.base(), evidence::REPAIR, vec![found.id]).await?;
    Ok(files.remove(&found.id).unwrap_or_default())
}

/// The organisations that can be given one, by name.
pub async fn choices(store: &Store, overseer: &Overseer) -> Result<Vec<(Uuid, String)>, RectificationError> {
    Ok(organisation::store::choices(store.read(), overseer.base()).await?)
}

/// What an organisation has to repair, in one statement.
pub async fn counts_of(
    store: &Store,
    reader: &SubjectReader,
    today: NaiveDate,
) -> Result<OrganisationCounts, RectificationError> {
    let rows: Vec<(String, NaiveDate)> = in_sight(reader.into())
        .select_only()
        .columns([Column::State, Column::DueOn])
        .filter(Column::State.is_in(State::AT_WORK.map(State::code)))
        .into_tuple()
        .all(store.read())
        .await?;
    let mut counts = OrganisationCounts::default();
    for (state, due_on) in rows {
        if state_of(&state)? == State::Reported {
            counts.reported += 1;
        } else {
            counts.open += 1;
            counts.overdue += u32::from(due_on < today);
        }
    }
    Ok(counts)
}

/// What waits at a base, in one statement.
pub async fn waits(store: &Store, reader: &BaseReader) -> Result<Waits, StoreError> {
    let rows: Vec<(String, bool, String, i64)> = in_sight(reader.into())
        .select_only()
        .columns([Column::State, Column::OfBase, Column::GivenAs])
        .expr(Expr::col(Column::Id).count())
        .filter(Column::State.is_in(State::AT_WORK.map(State::code)))
        .group_by(Column::State)
        .group_by(Column::OfBase)
        .group_by(Column::GivenAs)
        .into_tuple()
        .all(store.read())
        .await?;
    let mut waits = Waits::default();
    for (state, of_base, given_as, count) in rows {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        match state_of(&state)?.waits_for(matter(of_base, &given_as)?) {
            Some(Party::Operator) => waits.for_operator += count,
            Some(Party::Bureau) => waits.for_bureau += count,
            Some(Party::Organisation) | None => {}
        }
    }
    Ok(waits)
}

/// The week of an organisation's report that a fault was found in: what its own staff's link names it by.
pub async fn week_of(store: &Store, reader: &SubjectReader, report: Uuid) -> Result<Option<Week>, StoreError> {
    let week: Option<String> = weekly_report::Entity::find_by_id(report)
        .select_only()
        .column(weekly_report::Column::Week)
        .filter(weekly_report::Column::BaseId.eq(reader.base()))
        .filter(weekly_report::Column::SubjectId.eq(reader.subject()))
        .into_tuple()
        .one(store.read())
        .await?;
    week.map(|week| week.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))).transpose()
}

async fn named(db: &impl ConnectionTrait, base: Uuid, rows: &[Model]) -> Result<HashMap<Uuid, String>, StoreError> {
    let named = names(db, base, rows.iter().map(|row| row.subject_id)).await?;
    Ok(named.into_iter().map(|(id, subject)| (id, subject.name)).collect())
}

pub(super) fn state_of(code: &str) -> Result<State, StoreError> {
    code.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

pub(super) fn matter_of(row: &Model) -> Result<Matter, StoreError> {
    matter(row.of_base, &row.given_as)
}

fn matter(of_base: bool, given_as: &str) -> Result<Matter, StoreError> {
    let given_by = given_as.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?;
    Ok(Matter { of_base, given_by })
}

fn found_in(row: &Model) -> Result<Option<FoundIn>, StoreError> {
    let quarter = row.quarter.as_deref().map(str::parse).transpose();
    let sheet = quarter.map_err(|error| StoreError::Unreadable(format!("{error}")))?.map(FoundIn::Sheet);
    let visit = row.follow_up_id.map(FoundIn::Visit).or(row.coaching_visit_id.map(FoundIn::Coaching));
    Ok(row.report_id.map(FoundIn::Report).or(sheet).or(visit))
}

fn read(row: Model, named: &HashMap<Uuid, String>, today: NaiveDate) -> Result<Rectification, StoreError> {
    let state = state_of(&row.state)?;
    Ok(Rectification {
        id: row.id,
        subject: row.subject_id,
        name: named.get(&row.subject_id).cloned().unwrap_or_default(),
        matter: matter_of(&row)?,
        source: row.source.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
        found_in: found_in(&row)?,
        words: row.words,
        owner: row.owner,
        due_on: row.due_on,
        first_due_on: row.first_due_on,
        extended_for: row.extended_for,
        extended_at: row.extended_at,
        extended_by: row.extended_by,
        state,
        timely: Timely::of(state, row.due_on, row.reported_on, today),
        given_by: row.given_by,
        given_at: row.given_at,
        repair: row.repair,
        reported_at: row.reported_at,
        reported_by: row.reported_by,
        sent_back_for: row.sent_back_for,
        remark: row.remark,
        closed_at: row.closed_at,
        closed_by: row.closed_by,
        withdrawn_for: row.withdrawn_for,
        withdrawn_at: row.withdrawn_at,
        withdrawn_by: row.withdrawn_by,
        since: row.since,
        row_version: row.row_version,
    })
}

/// The day in the base's zone.
async fn today(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<NaiveDate, RectificationError> {
    Ok(base::store::by_id(db, base).await?.ok_or(RectificationError::NotFound)?.day(now))
}
