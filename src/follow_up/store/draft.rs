//! Writing what a visit found: nothing typed is lost, and nobody's newer words are overwritten.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::OnConflict,
};
use uuid::Uuid;

use super::{
    FollowUpError, What, Which,
    known::{Known, unreadable},
};
use crate::{
    access::{Actor, Manager},
    follow_up::{
        Age, Draft, Due, Standing, State, Visit,
        entity::follow_up::{ActiveModel, Column, Entity, Model},
    },
    store::{Store, StoreError, WriteTx, read_json, to_json},
};

/// What became of a draft that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is kept under this version.
    Kept { version: i32, at: DateTime<Utc> },
    /// Somebody saved meanwhile; nothing has been written.
    Stale,
}

/// A visit's row, held, and what it is judged by.
pub(super) struct Held {
    pub(super) row: Model,
    pub(super) what: What,
    pub(super) hatched_on: NaiveDate,
    pub(super) today: NaiveDate,
    /// It has just been made.
    pub(super) fresh: bool,
}

/// Keeps what was typed. `seen` is the version that it was typed on top of, 0 for none.
///
/// # Errors
/// [`FollowUpError::NotOpen`] and, where nothing has been written so far, [`FollowUpError::Ended`].
pub async fn save(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    which: Which,
    typed: &Draft,
    seen: i32,
) -> Result<Saved, FollowUpError> {
    let tx = store.begin_unrecorded(manager.actor(), "follow_up.draft").await?;
    let Held { row, .. } = hold_or_begin(&tx, manager.base(), manager.actor(), organisation, which).await?;
    let kept = row.read_draft()?;
    if row.draft_version > 0 && kept == *typed {
        return Ok(Saved::Kept { version: row.draft_version, at: row.draft_saved_at });
    }
    if row.draft_version != seen {
        return Ok(Saved::Stale);
    }
    let (version, at) = (row.draft_version + 1, tx.now());
    let mut row = row.into_active_model();
    row.draft = Set(to_json(typed));
    row.draft_version = Set(version);
    row.draft_saved_at = Set(at);
    row.draft_saved_by = Set(manager.actor().name.clone());
    row.update(tx.db()).await?;
    tx.commit_unrecorded().await?;
    Ok(Saved::Kept { version, at })
}

/// The row of a visit that is open, held until the end of the write; made where nobody has begun yet.
pub(super) async fn hold_or_begin(
    tx: &WriteTx,
    base: Uuid,
    by: &Actor,
    organisation: Uuid,
    which: Which,
) -> Result<Held, FollowUpError> {
    let held = match which {
        Which::Kept(id) => hold(tx, base, organisation, id).await?,
        Which::Age(age) => of_age(tx, base, by, organisation, age).await?,
    };
    let state = held.row.read_state()?;
    if state == State::Open { Ok(held) } else { Err(FollowUpError::NotOpen(state)) }
}

/// A row that is there.
pub(super) async fn hold(tx: &WriteTx, base: Uuid, organisation: Uuid, id: Uuid) -> Result<Held, FollowUpError> {
    let row = tx.lock::<Entity>(id).await?;
    let row = row.filter(|row| row.base_id == base && row.organisation_id == organisation);
    let row = row.ok_or(FollowUpError::NotFound)?;
    let known = Known::of(tx.db(), base, Some(organisation)).await?;
    let hatched = known.hatched.iter().find(|hatched| hatched.incubation == row.incubation_id);
    let hatched_on = hatched.ok_or(FollowUpError::NotHatched)?.hatching.hatched_on;
    Ok(Held { what: row.what(hatched_on)?, hatched_on, today: known.today(tx.now()), row, fresh: false })
}

async fn of_age(tx: &WriteTx, base: Uuid, by: &Actor, organisation: Uuid, age: Age) -> Result<Held, FollowUpError> {
    let known = Known::of(tx.db(), base, Some(organisation)).await?;
    let newest = known.newest()?;
    let (incubation, hatching) = (newest.incubation, newest.hatching);
    let today = known.today(tx.now());
    let due = Due::of(hatching.hatched_on, age);
    let before = find(tx, base, incubation, age).await?;
    let fresh = before.is_none();
    let row = match before {
        Some(row) => row,
        None if hatching.standing(due, None, today) == Standing::Ended => return Err(FollowUpError::Ended),
        None => {
            let row = blank(tx, base, by, organisation, incubation);
            let row = ActiveModel { age: Set(Some(age.code().to_owned())), ..row };
            // A colleague may begin at the same moment; whoever comes second finds the first one's row.
            let one_row = OnConflict::columns([Column::BaseId, Column::IncubationId, Column::Age]);
            Entity::insert(row)
                .on_conflict(one_row.clone().do_nothing().to_owned())
                .exec_without_returning(tx.db())
                .await?;
            find(tx, base, incubation, age).await?.ok_or(FollowUpError::NotFound)?
        }
    };
    let row = tx.lock::<Entity>(row.id).await?.ok_or(FollowUpError::NotFound)?;
    Ok(Held { row, what: What::Scheduled(due), hatched_on: hatching.hatched_on, today, fresh })
}

async fn find(tx: &WriteTx, base: Uuid, incubation: Uuid, age: Age) -> Result<Option<Model>, StoreError> {
    let row = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::IncubationId.eq(incubation))
        .filter(Column::Age.eq(age.code()));
    Ok(row.one(tx.db()).await?)
}

/// A row in which nothing stands.
pub(super) fn blank(tx: &WriteTx, base: Uuid, by: &Actor, organisation: Uuid, incubation: Uuid) -> ActiveModel {
    ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base),
        organisation_id: Set(organisation),
        incubation_id: Set(incubation),
        age: Set(None),
        signal: Set(None),
        signal_note: Set(String::new()),
        raised_on: Set(None),
        raised_by: Set(None),
        due_on: Set(None),
        state: Set(State::Open.code().to_owned()),
        assigned: Set(None),
        planned_on: Set(None),
        attempts: Set(0),
        draft: Set(to_json(&Draft::default())),
        draft_version: Set(0),
        draft_saved_at: Set(tx.now()),
        draft_saved_by: Set(by.name.clone()),
        visit: Set(None),
        visited_on: Set(None),
        method: Set(None),
        outcome: Set(None),
        filed_at: Set(None),
        filed_by: Set(None),
        taken_back_for: Set(String::new()),
        answered_at: Set(None),
        answered_by: Set(None),
        comment: Set(String::new()),
        row_version: Set(1),
    }
}

impl Model {
    pub(super) fn read_state(&self) -> Result<State, StoreError> {
        self.state.parse().map_err(unreadable)
    }

    pub(super) fn read_draft(&self) -> Result<Draft, StoreError> {
        read_json(&self.draft, "follow_up.draft")
    }

    /// What was filed.
    pub(super) fn read_visit(&self) -> Result<Option<Visit>, StoreError> {
        self.visit.as_deref().map(|visit| read_json(visit, "follow_up.visit")).transpose()
    }

    /// Why it is asked for, given the day of its hatching.
    fn what(&self, hatched_on: NaiveDate) -> Result<What, StoreError> {
        if let Some(age) = &self.age {
            return Ok(What::Scheduled(Due::of(hatched_on, age.parse().map_err(unreadable)?)));
        }
        let (Some(raised_on), Some(due_on)) = (self.raised_on, self.due_on) else {
            return Err(StoreError::Unreadable(format!("extra follow-up {} without its days", self.id)));
        };
        let signal = self.signal.as_deref().unwrap_or_default().parse().map_err(unreadable)?;
        let raised_by = self.raised_by.clone().unwrap_or_default();
        Ok(What::Extra { signal, note: self.signal_note.clone(), raised_on, raised_by, due_on })
    }
}
