//! What lists, boards and pages show of service requests.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{CaseStatement, Expr},
};
use uuid::Uuid;

use super::super::{
    Age, HelpKind, State, Timely, default_due,
    entity::{
        service_message,
        service_request::{Column, Entity, Model},
    },
};
use super::{
    ServiceError,
    ages::of_age,
    link::{Link, of_request},
    on_time::due_in,
    step::read_state,
};
use crate::{
    access::{BaseReader, Manager, Scope, SubjectReader},
    base, calendar,
    evidence::{Attachment, store as evidence},
    follow_up,
    organisation::{self, store::called},
    period::Quarter,
    store::{Page, Paging, Store, StoreError, containing},
    weekly_report::store::{Rhythm, reporter::names},
};

/// A request in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestRow {
    pub id: Uuid,
    pub organisation: Uuid,
    pub name: String,
    pub kind: HelpKind,
    pub words: String,
    pub state: State,
    pub asked_at: DateTime<Utc>,
    pub asked_by: String,
    pub on_behalf: bool,
    pub owner: String,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    /// By the day that it was promised for; `None` until it is accepted, and where it came to nothing. The rate of policy
    /// advice goes by its published rule instead.
    pub timely: Option<Timely>,
    pub rating: Option<u8>,
    /// When it came into its present state.
    pub since: DateTime<Utc>,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub words: String,
    pub at: DateTime<Utc>,
    pub by: String,
    /// The code of a role.
    pub said_as: String,
    pub files: Vec<Attachment>,
}

/// One request with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestPage {
    pub row: RequestRow,
    pub report: Option<Uuid>,
    /// The visit of a hatched organisation that it came out of.
    pub visit: Option<Uuid>,
    pub result: String,
    pub done_by: Option<String>,
    pub rating_words: String,
    pub reopened: bool,
    /// Oldest first, those that were struck out among them.
    pub links: Vec<Link>,
    /// What came with it when it was asked for.
    pub files: Vec<Attachment>,
    /// Oldest first.
    pub messages: Vec<Message>,
    /// Who is proposed when it is accepted: whom the visit named; empty where it came out of none.
    pub proposed_owner: String,
    /// The day that is proposed when it is accepted: what the visit named, or by its kind, the day that it was asked
    /// for, and the calendar.
    pub proposed_due: NaiveDate,
    pub row_version: i32,
}

/// What a list shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct RequestFilter {
    pub state: Option<State>,
    pub kind: Option<HelpKind>,
    pub owner: String,
    /// Only what is not done though its day has passed.
    pub overdue: bool,
    /// Only what nobody has finished, by how long ago it was asked for.
    pub age: Option<Age>,
    /// Only what falls due in it: policy advice by its published rule, all else once it has been accepted.
    pub quarter: Option<Quarter>,
    /// Part of its words, or of the organisation's name or initials.
    pub search: String,
}

/// What waits at a base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ServiceCounts {
    /// They wait to be accepted.
    pub asked: u32,
    pub under_way: u32,
    /// Of those under way, whose day has passed.
    pub overdue: u32,
}

/// What an organisation sees to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrganisationCounts {
    /// Asked for and under way.
    pub open: u32,
    /// Done, and to be rated.
    pub to_rate: u32,
}

/// The requests in sight, what waits first, by their day.
pub async fn list(
    store: &Store,
    scope: Scope,
    filter: &RequestFilter,
    paging: Paging,
) -> Result<Page<RequestRow>, ServiceError> {
    let db = store.read();
    let (query, today) = selected(db, scope, filter, store.now()).await?;
    let total = query.clone().count(db).await?;
    let rows = waiting_first(query).offset(paging.offset()).limit(paging.size).all(db).await?;
    let named = named(db, scope.base(), &rows).await?;
    let rows = rows.into_iter().map(|row| read(row, &named, today)).collect::<Result<_, _>>()?;
    Ok(Page { rows, total })
}

/// What a filter leaves of the requests in sight, and the day: a statement, and others where it asks for a quarter.
pub(super) async fn selected(
    db: &impl ConnectionTrait,
    scope: Scope,
    filter: &RequestFilter,
    now: DateTime<Utc>,
) -> Result<(sea_orm::Select<Entity>, NaiveDate), ServiceError> {
    let today = today(db, scope.base(), now).await?;
    let due = match filter.quarter {
        Some(quarter) => Some(due_in(&Rhythm::load(db, scope.base()).await?, quarter)),
        None => None,
    };
    let of_age = filter.age.map(|age| of_age(age, now));
    let query = in_sight(scope).filter(narrowed(scope.base(), filter, today));
    Ok((query.filter(Condition::all().add_option(due).add_option(of_age)), today))
}

/// What waits first, by its day.
pub(super) fn waiting_first(query: sea_orm::Select<Entity>) -> sea_orm::Select<Entity> {
    let waits = CaseStatement::new()
        .case(Column::State.eq(State::Asked.code()), 0)
        .case(Column::State.eq(State::UnderWay.code()), 1)
        .case(Column::State.eq(State::Done.code()), 2)
        .finally(3);
    query
        .order_by(Expr::expr(waits), sea_orm::Order::Asc)
        .order_by(Column::DueOn, sea_orm::Order::Asc)
        .order_by(Column::AskedAt, sea_orm::Order::Desc)
        .order_by(Column::Id, sea_orm::Order::Asc)
}

pub(super) fn in_sight(scope: Scope) -> sea_orm::Select<Entity> {
    let of_base = Entity::find().filter(Column::BaseId.eq(scope.base()));
    match scope.subject() {
        Some(organisation) => of_base.filter(Column::OrganisationId.eq(organisation)),
        None => of_base,
    }
}

fn narrowed(base: Uuid, filter: &RequestFilter, today: NaiveDate) -> Condition {
    let search = filter.search.trim();
    let called = called(base, search);
    let searched =
        Condition::any().add(Column::Words.like(containing(search))).add(Column::OrganisationId.in_subquery(called));
    let overdue = || Condition::all().add(Column::State.eq(State::UnderWay.code())).add(Column::DueOn.lt(today));
    let owner = filter.owner.trim();
    Condition::all()
        .add_option(filter.state.map(|state| Column::State.eq(state.code())))
        .add_option(filter.kind.map(|kind| Column::Kind.eq(kind.code())))
        .add_option((!owner.is_empty()).then(|| Column::Owner.eq(owner)))
        .add_option(filter.overdue.then(overdue))
        .add_option((!search.is_empty()).then_some(searched))
}

/// One request that is in sight.
pub async fn one(store: &Store, scope: Scope, id: Uuid) -> Result<RequestPage, ServiceError> {
    let db = store.read();
    let row = in_sight(scope).filter(Column::Id.eq(id)).one(db).await?.ok_or(ServiceError::NotFound)?;
    let base = base::store::by_id(db, scope.base()).await?.ok_or(ServiceError::NotFound)?;
    let today = base.day(store.now());
    let calendar = calendar::store::load(db).await?;
    let messages = service_message::Entity::find()
        .filter(service_message::Column::BaseId.eq(scope.base()))
        .filter(service_message::Column::RequestId.eq(id))
        .order_by_asc(service_message::Column::SaidAt)
        .order_by_asc(service_message::Column::Id)
        .all(db)
        .await?;
    let named = named(db, scope.base(), std::slice::from_ref(&row)).await?;
    let said = messages.iter().map(|message| message.id).collect();
    let (first, then) = ((evidence::SERVICE, id), (evidence::SERVICE_MESSAGE, said));
    let mut files = evidence::of_conversation(db, scope.base(), first, then).await?;
    let asked_with = files.remove(&id).unwrap_or_default();
    let message = |row: service_message::Model| Message {
        files: files.remove(&row.id).unwrap_or_default(),
        words: row.words,
        at: row.said_at,
        by: row.said_by,
        said_as: row.said_as,
    };
    let request = read(row.clone(), &named, today)?;
    let promised = match row.follow_up_id {
        Some(visit) => follow_up::store::help_needed(db, scope.base(), row.organisation_id, visit).await?,
        None => None,
    };
    let by_rule = default_due(request.kind, base.day(request.asked_at), &calendar);
    let proposed_due = std::cmp::max(promised.as_ref().map_or(by_rule, |help| help.due), today);
    Ok(RequestPage {
        report: row.report_id,
        visit: row.follow_up_id,
        proposed_owner: promised.map(|help| help.owner).unwrap_or_default(),
        result: row.result.clone(),
        done_by: row.done_by.clone(),
        rating_words: row.rating_words.clone(),
        reopened: row.reopened,
        links: of_request(db, scope.base(), id).await?,
        files: asked_with,
        messages: messages.into_iter().map(message).collect(),
        row_version: row.row_version,
        proposed_due,
        row: request,
    })
}

/// The organisations for which the operator can ask, by name.
pub async fn choices(store: &Store, manager: &Manager) -> Result<Vec<(Uuid, String)>, ServiceError> {
    Ok(organisation::store::choices(store.read(), manager.base()).await?)
}

#[derive(Debug, FromQueryResult)]
struct InState {
    state: String,
    due_on: Option<NaiveDate>,
    requests: i64,
}

async fn in_states(
    store: &Store,
    query: sea_orm::Select<Entity>,
    states: &[State],
) -> Result<Vec<InState>, StoreError> {
    let rows = query
        .select_only()
        .columns([Column::State, Column::DueOn])
        .expr_as(Expr::col(Column::Id).count(), "requests")
        .filter(Column::State.is_in(states.iter().map(|state| state.code())))
        .group_by(Column::State)
        .group_by(Column::DueOn)
        .into_model()
        .all(store.read())
        .await?;
    Ok(rows)
}

fn sum<'r>(rows: impl Iterator<Item = &'r InState>) -> u32 {
    rows.fold(0, |sum, row| sum + u32::try_from(row.requests).unwrap_or(0))
}

/// How much waits at a base, in one statement.
pub async fn counts(store: &Store, reader: &BaseReader, today: NaiveDate) -> Result<ServiceCounts, StoreError> {
    let rows = in_states(store, in_sight(reader.into()), &[State::Asked, State::UnderWay]).await?;
    let of = |state: State| rows.iter().filter(move |row| row.state == state.code());
    let overdue = of(State::UnderWay).filter(|row| row.due_on.is_some_and(|due| due < today));
    Ok(ServiceCounts { asked: sum(of(State::Asked)), under_way: sum(of(State::UnderWay)), overdue: sum(overdue) })
}

/// What an organisation has open and to rate, in one statement.
pub async fn counts_of(store: &Store, reader: &SubjectReader) -> Result<OrganisationCounts, StoreError> {
    let rows = in_states(store, in_sight(reader.into()), &[State::Asked, State::UnderWay, State::Done]).await?;
    let of = |state: State| rows.iter().filter(move |row| row.state == state.code());
    Ok(OrganisationCounts { open: sum(of(State::Asked).chain(of(State::UnderWay))), to_rate: sum(of(State::Done)) })
}

pub(super) async fn named(
    db: &impl ConnectionTrait,
    base: Uuid,
    rows: &[Model],
) -> Result<HashMap<Uuid, String>, StoreError> {
    let named = names(db, base, rows.iter().map(|row| row.organisation_id)).await?;
    Ok(named.into_iter().map(|(id, subject)| (id, subject.name)).collect())
}

pub(super) fn read(row: Model, named: &HashMap<Uuid, String>, today: NaiveDate) -> Result<RequestRow, StoreError> {
    let state = read_state(&row)?;
    let over = matches!(state, State::Asked | State::Declined | State::Withdrawn);
    let timely = row.due_on.filter(|_| !over).map(|due| Timely::of(due, row.done_on, today));
    Ok(RequestRow {
        id: row.id,
        organisation: row.organisation_id,
        name: named.get(&row.organisation_id).cloned().unwrap_or_default(),
        kind: row.kind.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
        words: row.words,
        state,
        asked_at: row.asked_at,
        asked_by: row.asked_by,
        on_behalf: row.on_behalf,
        owner: row.owner,
        due_on: row.due_on,
        done_on: row.done_on,
        timely,
        rating: row.rating.and_then(|rating| u8::try_from(rating).ok()),
        since: row.since,
    })
}

/// The day in the base's zone.
pub(super) async fn today(
    db: &impl ConnectionTrait,
    base: Uuid,
    now: DateTime<Utc>,
) -> Result<NaiveDate, ServiceError> {
    Ok(base::store::by_id(db, base).await?.ok_or(ServiceError::NotFound)?.day(now))
}
