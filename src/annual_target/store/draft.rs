//! Writing a year's targets: nothing typed is lost, and nobody's newer words are overwritten.

use chrono::{DateTime, Datelike, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel, sea_query::OnConflict};
use uuid::Uuid;

use super::super::{
    Draft,
    entity::target_year::{ActiveModel, Column, Entity, Model},
};
use super::{TargetError, record};
use crate::{
    access::Manager,
    base,
    monthly_plan::State,
    period::Year,
    store::{Store, WriteTx, to_json},
};

/// What became of a draft that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is kept under this version.
    Kept { version: i32, at: DateTime<Utc> },
    /// Somebody saved meanwhile; nothing has been written.
    Stale { by: String, at: DateTime<Utc> },
}

/// Keeps what was typed. `seen` is the version that it was typed on top of, 0 for none.
///
/// # Errors
/// [`TargetError::NotOpen`], and where nothing has been written so far [`TargetError::NotThisYear`].
pub async fn save(store: &Store, manager: &Manager, year: Year, typed: Draft, seen: i32) -> Result<Saved, TargetError> {
    let tx = store.begin_unrecorded(manager.actor(), "annual_target.draft").await?;
    let row = hold_or_begin(&tx, manager, year).await?;
    let state = row.read_state()?;
    if !state.is_open() {
        return Err(TargetError::NotOpen(state));
    }
    let typed = typed.with_codes(Uuid::now_v7);
    if row.draft_version > 0 && row.read_draft()? == typed {
        return Ok(Saved::Kept { version: row.draft_version, at: row.draft_saved_at });
    }
    if row.draft_version != seen {
        return Ok(Saved::Stale { by: row.draft_saved_by, at: row.draft_saved_at });
    }
    let (version, at) = (row.draft_version + 1, tx.now());
    let mut row = row.into_active_model();
    row.draft = Set(to_json(&typed));
    row.draft_version = Set(version);
    row.draft_saved_at = Set(at);
    row.draft_saved_by = Set(manager.actor().name.clone());
    row.update(tx.db()).await?;
    tx.commit_unrecorded().await?;
    Ok(Saved::Kept { version, at })
}

/// The year's row, held; made where nobody has begun yet.
async fn hold_or_begin(tx: &WriteTx, manager: &Manager, year: Year) -> Result<Model, TargetError> {
    if let Some(row) = record::hold(tx, manager.base(), year).await? {
        return Ok(row);
    }
    let base = base::store::by_id(tx.db(), manager.base()).await?.ok_or(TargetError::NotFound)?;
    if !may_begin(year, base.day(tx.now()).year()) {
        return Err(TargetError::NotThisYear);
    }
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(manager.base()),
        year: Set(year.to_string()),
        state: Set(State::Draft.code().to_owned()),
        draft: Set(to_json(&Draft::default())),
        draft_version: Set(0),
        draft_saved_at: Set(tx.now()),
        draft_saved_by: Set(manager.actor().name.clone()),
        versions: Set(0),
        standing: Set(None),
        submitted_at: Set(None),
        submitted_by: Set(None),
        decided_at: Set(None),
        decided_by: Set(None),
        returned_for: Set(String::new()),
        row_version: Set(1),
    };
    // A colleague may begin at the same moment; whoever comes second finds the first one's row.
    let one_row = OnConflict::columns([Column::BaseId, Column::Year]).do_nothing().to_owned();
    Entity::insert(row).on_conflict(one_row).exec_without_returning(tx.db()).await?;
    record::hold(tx, manager.base(), year).await?.ok_or(TargetError::NotFound)
}

/// The running year, the next and the last one can be begun.
pub(super) fn may_begin(year: Year, running: i32) -> bool {
    (running - 1..=running + 1).contains(&year.year())
}
