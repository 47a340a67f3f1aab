//! What becomes of a rectification.

use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::{
    Action, Extension, ExtensionText, Party, State,
    entity::{Entity, Model},
    remark, said,
};
use super::{
    RectificationError,
    give::party,
    read::{matter_of, state_of},
    tally::Counted,
};
use crate::{
    access::{Actor, Manager, Member, Overseer},
    assessment::store::own_subjects,
    audit::Deed,
    base,
    evidence::store::{self as evidence, Owner, Prepared},
    store::{Begun, Intent, Store, WriteTx, expect_version},
};

/// A rectification as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub id: Uuid,
    pub row_version: i32,
}

/// Somebody who says what was repaired: of an organisation's staff, or of the operator's team for the base itself.
#[derive(Debug, Clone)]
pub struct Repairer {
    base: Uuid,
    subject: Uuid,
    by: Party,
    actor: Actor,
}

impl From<&Member> for Repairer {
    fn from(member: &Member) -> Self {
        let actor = member.actor().clone();
        Self { base: member.base(), subject: member.organisation(), by: Party::Organisation, actor }
    }
}

impl From<&Manager> for Repairer {
    fn from(manager: &Manager) -> Self {
        Self { base: manager.base(), subject: manager.base(), by: Party::Operator, actor: manager.actor().clone() }
    }
}

/// What was repaired, with its evidence: words, and a file where there is one. A subject's own ones alone are there.
pub async fn report(
    store: &Store,
    repairer: &Repairer,
    seen: Seen,
    words: &str,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), RectificationError> {
    let words = said(words).map_err(RectificationError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(&repairer.actor, intent).await? else { return Ok(()) };
    let Repairer { base, subject, by, actor } = repairer;
    let row = hold(&tx, *base, seen.id).await?;
    if row.subject_id != *subject {
        return Err(RectificationError::NotFound);
    }
    let state = step(&row, seen, Action::Report, *by)?;
    let today = base::store::by_id(tx.db(), *base).await?.ok_or(RectificationError::NotFound)?.day(tx.now());
    if let Some(file) = file {
        let owner = Owner { base: *base, subject: *subject, kind: evidence::REPAIR, id: row.id };
        evidence::put_on_record(&tx, owner, actor, file).await?;
    }
    let row = Model {
        repair: words.clone(),
        reported_on: Some(today),
        reported_at: Some(tx.now()),
        reported_by: Some(actor.name.clone()),
        sent_back_for: String::new(),
        ..row
    };
    put(tx, actor, row, state, Deed::RectificationReported, &json!({ "words": words })).await
}

/// It is not repaired yet, for a reason. Its day stays.
pub async fn send_back(
    store: &Store,
    overseer: &Overseer,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), RectificationError> {
    let words = said(words).map_err(RectificationError::Invalid)?;
    let Some(Held { tx, row, state }) = held(store, overseer, seen, Action::SendBack, intent).await? else {
        return Ok(());
    };
    let row = Model { sent_back_for: words.clone(), ..row };
    put(tx, overseer.actor(), row, state, Deed::RectificationSentBack, &json!({ "words": words })).await
}

/// It is repaired; a remark is welcome and not needed.
pub async fn close(
    store: &Store,
    overseer: &Overseer,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), RectificationError> {
    let words = remark(words).map_err(RectificationError::Invalid)?;
    let Some(Held { tx, row, state }) = held(store, overseer, seen, Action::Close, intent).await? else {
        return Ok(());
    };
    let row = Model {
        remark: words.clone(),
        closed_at: Some(tx.now()),
        closed_by: Some(overseer.actor().name.clone()),
        ..row
    };
    put(tx, overseer.actor(), row, state, Deed::RectificationClosed, &json!({ "words": words })).await
}

/// There is more time for what is open, for a reason. The day that it had at first is kept.
pub async fn extend(
    store: &Store,
    overseer: &Overseer,
    seen: Seen,
    typed: &ExtensionText,
    intent: Intent,
) -> Result<(), RectificationError> {
    let Some(Held { tx, row, state }) = held(store, overseer, seen, Action::Extend, intent).await? else {
        return Ok(());
    };
    let today = base::store::by_id(tx.db(), row.base_id).await?.ok_or(RectificationError::NotFound)?.day(tx.now());
    let later = Extension::judge(typed, row.due_on, today).map_err(RectificationError::Invalid)?;
    let detail = json!({ "words": later.words, "was_due": row.due_on, "due": later.due_on });
    let row = Model {
        first_due_on: row.first_due_on.or(Some(row.due_on)),
        due_on: later.due_on,
        extended_for: later.words,
        extended_at: Some(tx.now()),
        extended_by: Some(overseer.actor().name.clone()),
        ..row
    };
    put(tx, overseer.actor(), row, state, Deed::RectificationExtended, &detail).await
}

/// It was given by mistake, for a reason: it stays listed, blocks nothing and takes no points away.
pub async fn withdraw(
    store: &Store,
    overseer: &Overseer,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), RectificationError> {
    let words = said(words).map_err(RectificationError::Invalid)?;
    let Some(Held { tx, row, state }) = held(store, overseer, seen, Action::Withdraw, intent).await? else {
        return Ok(());
    };
    let row = Model {
        withdrawn_for: words.clone(),
        withdrawn_at: Some(tx.now()),
        withdrawn_by: Some(overseer.actor().name.clone()),
        ..row
    };
    put(tx, overseer.actor(), row, state, Deed::RectificationWithdrawn, &json!({ "words": words })).await
}

/// One in the hands of whoever decides on it, and the state that this leads to.
struct Held {
    tx: WriteTx,
    row: Model,
    state: State,
}

/// What operator or bureau decides on, as it was seen; nothing where it has been done before. All but what asks for more
/// lets the subject off.
async fn held(
    store: &Store,
    overseer: &Overseer,
    seen: Seen,
    action: Action,
    intent: Intent,
) -> Result<Option<Held>, RectificationError> {
    let Begun::Fresh(tx) = store.begin(overseer.actor(), intent).await? else { return Ok(None) };
    let row = hold(&tx, overseer.base(), seen.id).await?;
    let state = step(&row, seen, action, party(overseer))?;
    if action != Action::SendBack {
        no_part_of(&tx, overseer, &row).await?;
    }
    Ok(Some(Held { tx, row, state }))
}

/// Nobody lets a subject off that they belong to.
async fn no_part_of(tx: &WriteTx, overseer: &Overseer, row: &Model) -> Result<(), RectificationError> {
    let own = own_subjects(tx.db(), overseer.base(), overseer.actor().account).await?;
    if own.contains(&row.subject_id) { Err(RectificationError::OwnSubject) } else { Ok(()) }
}

/// The base's rectification, held. What it was is kept.
async fn hold(tx: &WriteTx, base: Uuid, id: Uuid) -> Result<Model, RectificationError> {
    let row = tx.lock::<Entity>(id).await?.filter(|row| row.base_id == base).ok_or(RectificationError::NotFound)?;
    tx.was(base, &Counted::from(&row));
    Ok(row)
}

/// The state that an action leads to.
fn step(row: &Model, seen: Seen, action: Action, by: Party) -> Result<State, RectificationError> {
    let state = state_of(&row.state)?.next(matter_of(row)?, action, by)?;
    expect_version(row.row_version, seen.row_version)?;
    Ok(state)
}

async fn put(
    tx: WriteTx,
    actor: &Actor,
    row: Model,
    state: State,
    deed: Deed,
    detail: &Value,
) -> Result<(), RectificationError> {
    tx.audit(row.base_id, actor, deed, &row.id.to_string(), detail);
    // More time for what is open does not begin its waiting anew.
    let since = if row.state == state.code() { row.since } else { tx.now() };
    let row = Model { state: state.code().to_owned(), since, row_version: row.row_version + 1, ..row };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}
