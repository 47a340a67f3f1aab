//! The steps of a base's reminders.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{
    super::{
        Steps, StepsText,
        entity::reminder_steps::{ActiveModel, Column, Entity, Model},
    },
    ReminderError, unreadable,
};
use crate::{
    access::{BaseReader, Manager},
    audit::Deed,
    base,
    store::{Begun, Intent, Store, StoreError, expect_version},
};

/// What a base has settled, or goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BaseSteps {
    pub steps: Steps,
    /// 0 before anything was settled.
    pub row_version: i32,
}

/// The steps of a base's reminders: one statement.
pub async fn steps(store: &Store, reader: &BaseReader) -> Result<BaseSteps, StoreError> {
    steps_of(store.read(), reader.base()).await
}

pub(super) async fn steps_of(db: &impl ConnectionTrait, base: Uuid) -> Result<BaseSteps, StoreError> {
    let row = Entity::find().filter(Column::BaseId.eq(base)).one(db).await?;
    row.map_or_else(|| Ok(BaseSteps::default()), |row| read(&row))
}

fn read(row: &Model) -> Result<BaseSteps, StoreError> {
    let days = |days: i32| u32::try_from(days).map_err(unreadable);
    let steps = Steps {
        before: days(row.before_due)?,
        after: days(row.after_due)?,
        operator: days(row.to_operator)?,
        bureau: days(row.to_bureau)?,
    };
    Ok(BaseSteps { steps, row_version: row.row_version })
}

/// The operator settles the steps; `seen` is the version that was changed. What was told is told no second time by it.
///
/// # Errors
/// [`ReminderError::Steps`].
pub async fn settle_steps(
    store: &Store,
    manager: &Manager,
    typed: &StepsText,
    seen: i32,
    intent: Intent,
) -> Result<(), ReminderError> {
    let steps = typed.judge().map_err(ReminderError::Steps)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let base = manager.base();
    tx.lock::<base::entity::Entity>(base).await?;
    let row = Entity::find().filter(Column::BaseId.eq(base)).one(tx.db()).await?;
    expect_version(row.as_ref().map_or(0, |row| row.row_version), seen)?;
    let settled = ActiveModel {
        before_due: Set(stored(steps.before)),
        after_due: Set(stored(steps.after)),
        to_operator: Set(stored(steps.operator)),
        to_bureau: Set(stored(steps.bureau)),
        changed_at: Set(tx.now()),
        changed_by: Set(manager.actor().name.clone()),
        row_version: Set(seen + 1),
        ..row.as_ref().map(|row| row.clone().into_active_model()).unwrap_or_default()
    };
    if row.is_some() {
        Entity::update(settled).exec(tx.db()).await?;
    } else {
        let first = ActiveModel { id: Set(Uuid::now_v7()), base_id: Set(base), ..settled };
        Entity::insert(first).exec_without_returning(tx.db()).await?;
    }
    tx.audit(base, manager.actor(), Deed::ReminderStepsChanged, &base.to_string(), &steps);
    tx.commit("").await?;
    Ok(())
}

/// Bounded by the rule that read them.
fn stored(days: u32) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX)
}
