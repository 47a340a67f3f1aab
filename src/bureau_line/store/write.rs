//! Writing to the bureau, and its answers. What the audit log has of it names neither words nor organisation.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, Letter, LetterText, State,
    entity::{
        bureau_letter::{self, Entity, Model},
        bureau_message,
    },
    said,
};
use super::LetterError;
use crate::{
    access::{Actor, BureauOfficer, Member},
    audit::Deed,
    evidence::store::{self as evidence, Owner, Prepared},
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version},
};

/// A letter as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub letter: Uuid,
    pub row_version: i32,
}

/// An organisation writes to the bureau; the letter's id.
///
/// # Errors
/// [`LetterError::Invalid`].
pub async fn send(
    store: &Store,
    member: &Member,
    typed: &LetterText,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<Uuid, LetterError> {
    let Letter { kind, words } = Letter::judge(typed).map_err(LetterError::Invalid)?;
    let tx = match store.begin(member.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let letter = Uuid::now_v7();
    let row = bureau_letter::ActiveModel {
        id: Set(letter),
        base_id: Set(member.base()),
        organisation_id: Set(member.organisation()),
        kind: Set(kind.code().to_owned()),
        words: Set(words),
        state: Set(State::Asked.code().to_owned()),
        sent_at: Set(tx.now()),
        sent_by: Set(member.actor().name.clone()),
        since: Set(tx.now()),
        row_version: Set(1),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    if let Some(file) = file {
        let (base, subject, kind) = (member.base(), member.organisation(), evidence::LETTER);
        evidence::put(&tx, Owner { base, subject, kind, id: letter }, &member.actor().name, file).await?;
    }
    tx.audit(member.base(), &unnamed(member.actor()), Deed::BureauLetterSent, &letter.to_string(), &json!({}));
    id(&tx.commit(letter.to_string()).await?)
}

/// The organisation says more; what was answered or closed waits for the bureau again.
///
/// # Errors
/// [`LetterError::Invalid`], [`LetterError::NotFound`].
pub async fn ask_again(
    store: &Store,
    member: &Member,
    letter: Uuid,
    words: &str,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), LetterError> {
    let words = said(words).map_err(LetterError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(member.actor(), intent).await? else { return Ok(()) };
    let row = tx.lock::<Entity>(letter).await?;
    let theirs = |row: &Model| row.base_id == member.base() && row.organisation_id == member.organisation();
    let row = row.filter(theirs).ok_or(LetterError::NotFound)?;
    let step = Step { action: Action::Ask, by: By::Organisation, deed: Deed::BureauLetterSpokenOf };
    step.take(tx, row, member.actor(), words, file).await
}

/// The bureau answers, having seen all that was said.
///
/// # Errors
/// [`LetterError::Invalid`], [`LetterError::NotFound`], [`LetterError::Step`]; stale where more was said meanwhile.
pub async fn answer(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    words: &str,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), LetterError> {
    let step = Step { action: Action::Answer, by: By::Bureau, deed: Deed::BureauLetterAnswered };
    by_bureau(store, officer, seen, (words, file), step, intent).await
}

/// The bureau closes a letter with its result, having seen all that was said.
///
/// # Errors
/// As [`answer`].
pub async fn close(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), LetterError> {
    let step = Step { action: Action::Close, by: By::Bureau, deed: Deed::BureauLetterClosed };
    by_bureau(store, officer, seen, (words, None), step, intent).await
}

async fn by_bureau(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    (words, file): (&str, Option<&Prepared>),
    step: Step,
    intent: Intent,
) -> Result<(), LetterError> {
    let words = said(words).map_err(LetterError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let row = tx.lock::<Entity>(seen.letter).await?;
    let row = row.filter(|row| row.base_id == officer.base()).ok_or(LetterError::NotFound)?;
    expect_version(row.row_version, seen.row_version)?;
    step.take(tx, row, officer.actor(), words, file).await
}

/// Something that one side says.
#[derive(Clone, Copy)]
struct Step {
    action: Action,
    by: By,
    deed: Deed,
}

impl Step {
    /// Ends the write. A letter that waits already goes on waiting since when it began to.
    async fn take(
        self,
        tx: WriteTx,
        row: Model,
        actor: &Actor,
        words: String,
        file: Option<&Prepared>,
    ) -> Result<(), LetterError> {
        let state = read_state(&row)?.next(self.action, self.by)?;
        let id = Uuid::now_v7();
        let message = bureau_message::ActiveModel {
            id: Set(id),
            base_id: Set(row.base_id),
            letter_id: Set(row.id),
            words: Set(words),
            said_at: Set(tx.now()),
            said_by: Set(actor.name.clone()),
            said_for: Set(self.by.code().to_owned()),
            closes: Set(self.action == Action::Close),
        };
        bureau_message::Entity::insert(message).exec_without_returning(tx.db()).await?;
        if let Some(file) = file {
            let (base, subject, kind) = (row.base_id, row.organisation_id, evidence::LETTER_MESSAGE);
            evidence::put(&tx, Owner { base, subject, kind, id }, &actor.name, file).await?;
        }
        let since = if row.state == state.code() { row.since } else { tx.now() };
        let row = Model { state: state.code().to_owned(), since, row_version: row.row_version + 1, ..row };
        let logged = if self.by == By::Organisation { unnamed(actor) } else { actor.clone() };
        tx.audit(row.base_id, &logged, self.deed, &row.id.to_string(), &json!({}));
        row.into_active_model().reset_all().update(tx.db()).await?;
        tx.commit("").await?;
        Ok(())
    }
}

/// A person's name would tell whose staff wrote; the letter itself says it to those who may read it.
pub(crate) fn unnamed(actor: &Actor) -> Actor {
    Actor { name: actor.role.code().to_owned(), account: None, role: actor.role }
}

pub(super) fn read_state(row: &Model) -> Result<State, StoreError> {
    row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn id(outcome: &str) -> Result<Uuid, LetterError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("letter {outcome}")))?)
}
