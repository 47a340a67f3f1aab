//! What becomes of a rectification.

use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, Party, State,
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
    put(tx, actor, row, state, Deed::RectificationReported, &words).await
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
    let Begun::Fresh(tx) = store.begin(overseer.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, overseer.base(), seen.id).await?;
    let state = step(&row, seen, Action::SendBack, party(overseer))?;
    let row = Model { sent_back_for: words.clone(), ..row };
    put(tx, overseer.actor(), row, state, Deed::RectificationSentBack, &words).await
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
    let Begun::Fresh(tx) = store.begin(overseer.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, overseer.base(), seen.id).await?;
    let state = step(&row, seen, Action::Close, party(overseer))?;
    if own_subjects(tx.db(), overseer.base(), overseer.actor().account).await?.contains(&row.subject_id) {
        return Err(RectificationError::OwnSubject);
    }
    let row = Model {
        remark: words.clone(),
        closed_at: Some(tx.now()),
        closed_by: Some(overseer.actor().name.clone()),
        ..row
    };
    put(tx, overseer.actor(), row, state, Deed::RectificationClosed, &words).await
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
    words: &str,
) -> Result<(), RectificationError> {
    tx.audit(row.base_id, actor, deed, &row.id.to_string(), &json!({ "words": words }));
    let row = Model { state: state.code().to_owned(), since: tx.now(), row_version: row.row_version + 1, ..row };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}
