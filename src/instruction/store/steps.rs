//! The steps of an instruction: given, answered, sent back, closed.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, State,
    entity::{ActiveModel, Entity, Model},
};
use super::{
    InstructionError, InstructionFault, LONGEST_TITLE, LONGEST_WORDS, NewInstruction, count::Counted, read::today,
    read_state,
};
use crate::{
    access::{Actor, BureauOfficer, Manager},
    assessment::store::own_subjects,
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version},
};

/// Gives an instruction; its id.
pub async fn give(
    store: &Store,
    officer: &BureauOfficer,
    new: &NewInstruction,
    intent: Intent,
) -> Result<Uuid, InstructionError> {
    let today = today(store.read(), officer.base(), store.now()).await?;
    judge(new, today)?;
    let tx = match store.begin(officer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(officer.base()),
        title: Set(new.title.trim().to_owned()),
        words: Set(new.words.trim().to_owned()),
        owner: Set(new.owner.trim().to_owned()),
        due_on: Set(new.due_on),
        state: Set(State::Open.code().to_owned()),
        given_by: Set(officer.actor().name.clone()),
        given_at: Set(tx.now()),
        answer: Set(String::new()),
        answered_at: Set(None),
        answered_by: Set(None),
        closed_at: Set(None),
        closed_by: Set(None),
        closing_words: Set(String::new()),
        row_version: Set(1),
    };
    let row = Entity::insert(row).exec_with_returning(tx.db()).await?;
    tx.audit(row.base_id, officer.actor(), Deed::InstructionGiven, &row.id.to_string(), new);
    id(&tx.commit(row.id.to_string()).await?)
}

fn id(outcome: &str) -> Result<Uuid, InstructionError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("instruction {outcome}")))?)
}

fn judge(new: &NewInstruction, today: NaiveDate) -> Result<(), InstructionError> {
    let (title, owner) = (new.title.trim(), new.owner.trim());
    let longer = |text: &str, limit| text.chars().count() > limit;
    let too_long =
        longer(title, LONGEST_TITLE) || longer(owner, LONGEST_TITLE) || longer(new.words.trim(), LONGEST_WORDS);
    let faults = [
        title.is_empty().then_some(InstructionFault::TitleMissing),
        owner.is_empty().then_some(InstructionFault::OwnerMissing),
        too_long.then_some(InstructionFault::TooLong),
        (new.due_on < today).then_some(InstructionFault::DueInThePast),
    ];
    let faults: Vec<_> = faults.into_iter().flatten().collect();
    if faults.is_empty() { Ok(()) } else { Err(InstructionError::Invalid(faults)) }
}

/// The base says what was done.
pub async fn answer(
    store: &Store,
    manager: &Manager,
    id: Uuid,
    row_version: i32,
    words: &str,
    intent: Intent,
) -> Result<(), InstructionError> {
    let words = said(words, true)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, manager.base(), id, row_version, Action::Answer, By::Base).await?;
    let answered = Model {
        state: state.code().to_owned(),
        answer: words.to_owned(),
        answered_at: Some(tx.now()),
        answered_by: Some(manager.actor().name.clone()),
        ..row
    };
    put(tx, manager.actor(), answered, Deed::InstructionAnswered, words).await
}

/// The bureau is not content yet, and says why.
pub async fn send_back(
    store: &Store,
    officer: &BureauOfficer,
    id: Uuid,
    row_version: i32,
    words: &str,
    intent: Intent,
) -> Result<(), InstructionError> {
    let words = said(words, true)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, officer.base(), id, row_version, Action::SendBack, By::Bureau).await?;
    let open = Model { state: state.code().to_owned(), closing_words: words.to_owned(), ..row };
    put(tx, officer.actor(), open, Deed::InstructionSentBack, words).await
}

/// The bureau is content; words are welcome and not needed.
pub async fn close(
    store: &Store,
    officer: &BureauOfficer,
    id: Uuid,
    row_version: i32,
    words: &str,
    intent: Intent,
) -> Result<(), InstructionError> {
    let words = said(words, false)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, officer.base(), id, row_version, Action::Close, By::Bureau).await?;
    if own_subjects(tx.db(), officer.base(), officer.actor().account).await?.contains(&officer.base()) {
        return Err(InstructionError::OwnSubject);
    }
    let closed = Model {
        state: state.code().to_owned(),
        closing_words: words.to_owned(),
        closed_at: Some(tx.now()),
        closed_by: Some(officer.actor().name.clone()),
        ..row
    };
    put(tx, officer.actor(), closed, Deed::InstructionClosed, words).await
}

fn said(words: &str, needed: bool) -> Result<&str, InstructionError> {
    let words = words.trim();
    if needed && words.is_empty() {
        Err(InstructionError::Invalid(vec![InstructionFault::WordsMissing]))
    } else if words.chars().count() > LONGEST_WORDS {
        Err(InstructionError::Invalid(vec![InstructionFault::TooLong]))
    } else {
        Ok(words)
    }
}

/// The instruction, held, and the state that an action leads to. What it was is kept.
async fn step(
    tx: &WriteTx,
    base: Uuid,
    id: Uuid,
    row_version: i32,
    action: Action,
    by: By,
) -> Result<(Model, State), InstructionError> {
    let row = tx.lock::<Entity>(id).await?.filter(|row| row.base_id == base).ok_or(InstructionError::NotFound)?;
    let state = read_state(&row)?.next(action, by)?;
    expect_version(row.row_version, row_version)?;
    tx.was(base, &Counted::from(&row));
    Ok((row, state))
}

async fn put(tx: WriteTx, actor: &Actor, row: Model, deed: Deed, words: &str) -> Result<(), InstructionError> {
    tx.audit(row.base_id, actor, deed, &row.id.to_string(), &json!({ "words": words }));
    let row = Model { row_version: row.row_version + 1, ..row };
    Entity::update(row.into_active_model().reset_all()).exec(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}
