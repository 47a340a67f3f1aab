//! Entries of targets that no record counts.

use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Entry, EntryAction, EntryBy, EntryState, NewEntry,
    entity::target_entry::{ActiveModel, Entity, Model},
};
use super::{
    TargetError,
    decide::not_of_the_team,
    record::{find, said, targets},
};
use crate::{
    access::{Actor, BureauOfficer, Manager},
    audit::Deed,
    base,
    evidence::store::{self as evidence, Owner, Prepared},
    period::Year,
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version},
};

/// Enters an amount for a target that stands approved, with a file where there is one; its id. It counts once the bureau
/// has approved it.
///
/// # Errors
/// [`TargetError::InvalidEntry`], [`TargetError::CountedByRecords`], [`TargetError::NotFound`].
pub async fn enter(
    store: &Store,
    manager: &Manager,
    year: Year,
    code: &str,
    typed: &NewEntry,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<Uuid, TargetError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let of = find(tx.db(), manager.base(), year).await?.ok_or(TargetError::NotFound)?;
    let standing = targets(tx.db(), &of, of.standing).await?;
    let target = standing.iter().find(|target| target.code == code).ok_or(TargetError::NotFound)?;
    if !target.rule.takes_entries() {
        return Err(TargetError::CountedByRecords);
    }
    let base = base::store::by_id(tx.db(), manager.base()).await?.ok_or(TargetError::NotFound)?;
    let entry = Entry::judge(typed, target.measure, year, base.day(tx.now())).map_err(TargetError::InvalidEntry)?;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(manager.base()),
        year: Set(year.to_string()),
        target: Set(code.to_owned()),
        on_day: Set(entry.on),
        amount: Set(entry.amount),
        what: Set(entry.what.clone()),
        evidence: Set(entry.evidence.clone()),
        state: Set(EntryState::Pending.code().to_owned()),
        entered_at: Set(tx.now()),
        entered_by: Set(manager.actor().name.clone()),
        decided_at: Set(None),
        decided_by: Set(None),
        refused_for: Set(String::new()),
        row_version: Set(1),
    };
    let row = Entity::insert(row).exec_with_returning(tx.db()).await?;
    if let Some(file) = file {
        let owner = Owner { base: row.base_id, subject: row.base_id, kind: evidence::TARGET_ENTRY, id: row.id };
        evidence::put_on_record(&tx, owner, manager.actor(), file).await?;
    }
    let detail = json!({ "year": year.to_string(), "target": code, "entry": entry });
    tx.audit(row.base_id, manager.actor(), Deed::TargetEntryMade, &row.id.to_string(), &detail);
    id(&tx.commit(row.id.to_string()).await?)
}

fn id(outcome: &str) -> Result<Uuid, TargetError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("target entry {outcome}")))?)
}

/// The operator takes an entry back that the bureau has not decided on.
pub async fn withdraw_entry(
    store: &Store,
    manager: &Manager,
    entry: Uuid,
    row_version: i32,
    intent: Intent,
) -> Result<(), TargetError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let seen = Seen { base: manager.base(), entry, row_version };
    let row = step(&tx, seen, EntryAction::Withdraw, EntryBy::Operator).await?;
    put(tx, manager.actor(), row, Deed::TargetEntryWithdrawn, "").await
}

/// The bureau says whether an entry counts; a refusal needs a reason.
pub async fn decide_entry(
    store: &Store,
    officer: &BureauOfficer,
    entry: Uuid,
    row_version: i32,
    action: EntryAction,
    reason: &str,
    intent: Intent,
) -> Result<(), TargetError> {
    let reason = said(reason, action == EntryAction::Refuse)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let seen = Seen { base: officer.base(), entry, row_version };
    let row = step(&tx, seen, action, EntryBy::Bureau).await?;
    not_of_the_team(&tx, officer).await?;
    let row = Model {
        decided_at: Some(tx.now()),
        decided_by: Some(officer.actor().name.clone()),
        refused_for: if action == EntryAction::Refuse { reason.to_owned() } else { String::new() },
        ..row
    };
    let deed = if action == EntryAction::Refuse { Deed::TargetEntryRefused } else { Deed::TargetEntryApproved };
    put(tx, officer.actor(), row, deed, reason).await
}

/// An entry of a base as somebody saw it.
#[derive(Clone, Copy)]
struct Seen {
    base: Uuid,
    entry: Uuid,
    row_version: i32,
}

/// The entry, held, in the state that an action leads to.
async fn step(tx: &WriteTx, seen: Seen, action: EntryAction, by: EntryBy) -> Result<Model, TargetError> {
    let row = tx.lock::<Entity>(seen.entry).await?.filter(|row| row.base_id == seen.base);
    let row = row.ok_or(TargetError::NotFound)?;
    let state = read_state(&row)?.next(action, by)?;
    expect_version(row.row_version, seen.row_version)?;
    Ok(Model { state: state.code().to_owned(), ..row })
}

pub(super) fn read_state(row: &Model) -> Result<EntryState, StoreError> {
    row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

async fn put(tx: WriteTx, actor: &Actor, row: Model, deed: Deed, reason: &str) -> Result<(), TargetError> {
    let detail = json!({ "target": row.target, "amount": row.amount, "reason": reason });
    tx.audit(row.base_id, actor, deed, &row.id.to_string(), &detail);
    let row = Model { row_version: row.row_version + 1, ..row };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}
