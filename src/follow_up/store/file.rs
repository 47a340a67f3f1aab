//! Filing what a visit found, and taking it back to correct it.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    FollowUpError, LONGEST_WORDS, Which,
    draft::{Held, Saved, hold, hold_or_begin, save},
    known::unreadable,
    made::Made,
};
use crate::{
    access::Manager,
    audit::Deed,
    follow_up::{
        Action, By, Context, Draft, Outcome, Reached,
        entity::{
            follow_up::{Column, Entity},
            follow_up_attempt,
        },
        judge,
    },
    store::{Begun, Intent, Store, WriteTx, expect_version, to_json},
};

/// Keeps what was typed, judges it, and files it.
///
/// # Errors
/// [`FollowUpError::Invalid`]: the draft is kept, the intent can be used again. Otherwise as for [`save`].
pub async fn file(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    which: Which,
    typed: &Draft,
    seen: i32,
    intent: Intent,
) -> Result<Saved, FollowUpError> {
    if store.outcome(manager.actor(), &intent).await?.is_some() {
        return Ok(Saved::Kept { version: seen, at: store.now() });
    }
    let Saved::Kept { version, at } = save(store, manager, organisation, which, typed, seen).await? else {
        return Ok(Saved::Stale);
    };
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(Saved::Kept { version, at }) };
    let held = hold_or_begin(&tx, manager.base(), manager.actor(), organisation, which).await?;
    let Held { row, what, today, .. } = held;
    let state = row.read_state()?.next(Action::File, By::Operator)?;
    expect_version(row.draft_version, version)?;
    let attempts = attempts(&tx, row.base_id, organisation).await?;
    let context = Context { earliest: what.from(), latest: what.latest(), today, attempts: &attempts };
    let visit = judge(&row.read_draft()?, context).map_err(FollowUpError::Invalid)?;
    let detail = json!({ "on": visit.on, "method": visit.method, "outcome": visit.outcome, "age": row.age });
    tx.audit(row.base_id, manager.actor(), Deed::FollowUpFiled, &row.id.to_string(), &detail);
    tx.was(row.base_id, &Made::from(&row));
    let next = row.row_version + 1;
    let mut row = row.into_active_model();
    row.state = Set(state.code().to_owned());
    row.visit = Set(Some(to_json(&visit)));
    row.visited_on = Set(Some(visit.on));
    row.method = Set(Some(visit.method.code().to_owned()));
    row.outcome = Set(Some(visit.outcome.code().to_owned()));
    row.filed_at = Set(Some(tx.now()));
    row.filed_by = Set(Some(manager.actor().name.clone()));
    row.taken_back_for = Set(String::new());
    // The organisation has not answered to these words yet.
    row.answered_at = Set(None);
    row.answered_by = Set(None);
    row.comment = Set(String::new());
    row.row_version = Set(next);
    row.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(Saved::Kept { version, at })
}

/// Opens a filed visit again, with its words as the draft. What the organisation has confirmed stays.
pub async fn take_back(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    id: Uuid,
    reason: &str,
    seen: i32,
    intent: Intent,
) -> Result<(), FollowUpError> {
    let reason = said(reason)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let Held { row, .. } = hold(&tx, manager.base(), organisation, id).await?;
    let state = row.read_state()?.next(Action::TakeBack, By::Operator)?;
    expect_version(row.row_version, seen)?;
    let visit = row.read_visit()?;
    let detail = json!({ "reason": reason, "visit": visit, "comment": row.comment });
    tx.audit(row.base_id, manager.actor(), Deed::FollowUpTakenBack, &row.id.to_string(), &detail);
    tx.was(row.base_id, &Made::from(&row));
    let (next, draft_version) = (row.row_version + 1, row.draft_version + 1);
    let mut row = row.into_active_model();
    row.state = Set(state.code().to_owned());
    if let Some(visit) = &visit {
        row.draft = Set(to_json(&Draft::from(visit)));
    }
    row.draft_version = Set(draft_version);
    row.draft_saved_at = Set(tx.now());
    row.draft_saved_by = Set(manager.actor().name.clone());
    row.visit = Set(None);
    row.visited_on = Set(None);
    row.method = Set(None);
    row.outcome = Set(None);
    row.filed_at = Set(None);
    row.filed_by = Set(None);
    row.taken_back_for = Set(reason.to_owned());
    row.row_version = Set(next);
    row.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Words that are needed.
pub(super) fn said(words: &str) -> Result<&str, FollowUpError> {
    let words = words.trim();
    match words.chars().count() {
        0 => Err(FollowUpError::WordsMissing),
        found if found > LONGEST_WORDS => Err(FollowUpError::TooLong),
        _ => Ok(words),
    }
}

/// The attempts to reach an organisation, and the days on which a visit met it.
pub(super) async fn attempts(
    tx: &WriteTx,
    base: Uuid,
    organisation: Uuid,
) -> Result<Vec<(NaiveDate, Reached)>, FollowUpError> {
    let made = follow_up_attempt::Entity::find()
        .filter(follow_up_attempt::Column::BaseId.eq(base))
        .filter(follow_up_attempt::Column::OrganisationId.eq(organisation))
        .all(tx.db())
        .await?;
    let visited = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::Outcome.is_not_null())
        .all(tx.db())
        .await?;
    let mut attempts = Vec::with_capacity(made.len() + visited.len());
    for one in made {
        attempts.push((one.on_day, one.reached.parse().map_err(unreadable)?));
    }
    for row in visited {
        let outcome: Option<Outcome> = row.outcome.as_deref().map(str::parse).transpose().map_err(unreadable)?;
        if outcome.is_some_and(Outcome::is_met) {
            attempts.extend(row.visited_on.map(|day| (day, Reached::Appointment)));
        }
    }
    Ok(attempts)
}
