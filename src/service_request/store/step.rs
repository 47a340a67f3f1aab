//! What becomes of a request.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    AcceptText, Accepted, Action, By, Rating, RatingText, State,
    entity::{
        service_message,
        service_request::{Entity, Model},
    },
    said,
};
use super::{ServiceError, count::Counted};
use crate::{
    access::{Actor, Manager, Member, Scope},
    audit::Deed,
    base,
    evidence::store::{self as evidence, Owner, Prepared},
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version},
};

/// A request as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub request: Uuid,
    pub row_version: i32,
}

/// Somebody of one side.
#[derive(Debug, Clone)]
pub struct Voice {
    scope: Scope,
    by: By,
    actor: Actor,
}

impl From<&Member> for Voice {
    fn from(member: &Member) -> Self {
        Self { scope: member.into(), by: By::Organisation, actor: member.actor().clone() }
    }
}

impl From<&Manager> for Voice {
    fn from(manager: &Manager) -> Self {
        Self { scope: manager.into(), by: By::Operator, actor: manager.actor().clone() }
    }
}

/// The operator takes it on, or changes its kind, owner or day.
pub async fn accept(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    typed: &AcceptText,
    intent: Intent,
) -> Result<(), ServiceError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let voice = Voice::from(manager);
    let (row, state) = step(&tx, &voice, seen, Action::Accept).await?;
    let today = base::store::by_id(tx.db(), row.base_id).await?.ok_or(ServiceError::NotFound)?.day(tx.now());
    let Accepted { kind, owner, due_on } = Accepted::judge(typed, today).map_err(ServiceError::Invalid)?;
    let row = Model { kind: kind.code().to_owned(), owner, due_on: Some(due_on), ..row };
    put(tx, &voice, row, state, Deed::ServiceAccepted, "").await
}

/// The operator does not take it on, and says why.
pub async fn decline(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), ServiceError> {
    let words = said(words).map_err(ServiceError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let voice = Voice::from(manager);
    let (row, state) = step(&tx, &voice, seen, Action::Decline).await?;
    let row = Model { result: words.clone(), ..row };
    put(tx, &voice, row, state, Deed::ServiceDeclined, &words).await
}

/// It is done, with what came of it.
pub async fn finish(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), ServiceError> {
    let words = said(words).map_err(ServiceError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let voice = Voice::from(manager);
    let (row, state) = step(&tx, &voice, seen, Action::Finish).await?;
    let today = base::store::by_id(tx.db(), row.base_id).await?.ok_or(ServiceError::NotFound)?.day(tx.now());
    let row = Model { result: words.clone(), done_on: Some(today), done_by: Some(manager.actor().name.clone()), ..row };
    put(tx, &voice, row, state, Deed::ServiceFinished, &words).await
}

/// The organisation says how good the result was.
pub async fn rate(
    store: &Store,
    member: &Member,
    seen: Seen,
    typed: &RatingText,
    intent: Intent,
) -> Result<(), ServiceError> {
    let Rating { stars, words } = Rating::judge(typed).map_err(ServiceError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(member.actor(), intent).await? else { return Ok(()) };
    let voice = Voice::from(member);
    let (row, state) = step(&tx, &voice, seen, Action::Rate).await?;
    let row = Model { rating: Some(stars.into()), rating_words: words.clone(), ..row };
    put(tx, &voice, row, state, Deed::ServiceRated, &words).await
}

/// The result was not enough: it is under way again, once. The day stays; what is done late counts as late.
pub async fn reopen(
    store: &Store,
    member: &Member,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), ServiceError> {
    let words = said(words).map_err(ServiceError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(member.actor(), intent).await? else { return Ok(()) };
    let voice = Voice::from(member);
    let (row, state) = step(&tx, &voice, seen, Action::Reopen).await?;
    tell(&tx, &voice, &row, &words).await?;
    let row = Model { done_on: None, done_by: None, reopened: true, ..row };
    put(tx, &voice, row, state, Deed::ServiceReopened, &words).await
}

/// It is not needed any more.
pub async fn withdraw(store: &Store, member: &Member, seen: Seen, intent: Intent) -> Result<(), ServiceError> {
    let Begun::Fresh(tx) = store.begin(member.actor(), intent).await? else { return Ok(()) };
    let voice = Voice::from(member);
    let (row, state) = step(&tx, &voice, seen, Action::Withdraw).await?;
    put(tx, &voice, row, state, Deed::ServiceWithdrawn, "").await
}

/// Either side says something about it.
pub async fn say(
    store: &Store,
    voice: &Voice,
    request: Uuid,
    words: &str,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), ServiceError> {
    let words = said(words).map_err(ServiceError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(&voice.actor, intent).await? else { return Ok(()) };
    let row = hold(&tx, voice, request).await?;
    let message = tell(&tx, voice, &row, &words).await?;
    if let Some(file) = file {
        let (base, subject, kind) = (row.base_id, row.organisation_id, evidence::SERVICE_MESSAGE);
        let owner = Owner { base, subject, kind, id: message };
        evidence::put_on_record(&tx, owner, &voice.actor, file).await?;
    }
    tx.audit(row.base_id, &voice.actor, Deed::ServiceSpokenOf, &row.id.to_string(), &json!({}));
    tx.commit("").await?;
    Ok(())
}

async fn tell(tx: &WriteTx, voice: &Voice, row: &Model, words: &str) -> Result<Uuid, ServiceError> {
    let id = Uuid::now_v7();
    let message = service_message::ActiveModel {
        id: Set(id),
        base_id: Set(row.base_id),
        request_id: Set(row.id),
        words: Set(words.to_owned()),
        said_at: Set(tx.now()),
        said_by: Set(voice.actor.name.clone()),
        said_as: Set(voice.actor.role.code().to_owned()),
    };
    service_message::Entity::insert(message).exec_without_returning(tx.db()).await?;
    Ok(id)
}

/// The request, held, where it is in sight.
pub(super) async fn hold(tx: &WriteTx, voice: &Voice, request: Uuid) -> Result<Model, ServiceError> {
    let row = tx.lock::<Entity>(request).await?;
    let in_sight = |row: &Model| row.base_id == voice.scope.base() && voice.scope.covers(row.organisation_id);
    row.filter(in_sight).ok_or(ServiceError::NotFound)
}

/// The request, held, and the state that an action leads to. What it was is kept.
async fn step(tx: &WriteTx, voice: &Voice, seen: Seen, action: Action) -> Result<(Model, State), ServiceError> {
    let row = hold(tx, voice, seen.request).await?;
    let state = read_state(&row)?.next(action, voice.by, row.reopened)?;
    expect_version(row.row_version, seen.row_version)?;
    tx.was(row.base_id, &Counted::from(&row));
    Ok((row, state))
}

pub(super) fn read_state(row: &Model) -> Result<State, StoreError> {
    row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

async fn put(
    tx: WriteTx,
    voice: &Voice,
    row: Model,
    state: State,
    deed: Deed,
    words: &str,
) -> Result<(), ServiceError> {
    let since = if row.state == state.code() { row.since } else { tx.now() };
    let row = Model { state: state.code().to_owned(), since, row_version: row.row_version + 1, ..row };
    let detail = json!({ "kind": row.kind, "owner": row.owner, "due": row.due_on, "words": words });
    tx.audit(row.base_id, &voice.actor, deed, &row.id.to_string(), &detail);
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}
