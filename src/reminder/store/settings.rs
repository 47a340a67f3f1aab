//! How people want to be told, and what a base does not remind of.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        Kind, Quiet, Secret, Settings, SettingsText,
        entity::{reminder_rule, reminder_setting},
    },
    ReminderError, unreadable,
};
use crate::{
    access::{Asker, BaseReader, Manager},
    account::entity::account,
    audit::Deed,
    base,
    store::{Begun, Intent, Store, StoreError, expect_version, read_json, to_json},
};

/// What a base reminds of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BaseRules {
    /// Nobody is reminded of these by the rules.
    pub off: BTreeSet<Kind>,
    /// 0 before anything was settled.
    pub row_version: i32,
}

pub(super) fn read_settings(
    (mail, by_mail): (String, bool),
    (robot, robot_secret, by_robot): (String, String, bool),
    opted_out: &str,
    (from, until): (&str, &str),
) -> Result<Settings, StoreError> {
    let quiet = Quiet { from: from.parse().map_err(unreadable)?, until: until.parse().map_err(unreadable)? };
    let opted_out = read_json(opted_out, "reminders opted out of")?;
    Ok(Settings { mail, by_mail, robot, robot_secret: Secret::new(robot_secret), by_robot, opted_out, quiet })
}

/// One's own settings: one statement.
pub async fn own(store: &Store, asker: &Asker) -> Result<Settings, StoreError> {
    let row = reminder_setting::Entity::find()
        .filter(reminder_setting::Column::AccountId.eq(asker.account()))
        .one(store.read())
        .await?;
    row.map_or_else(|| Ok(Settings::default()), read)
}

pub(super) fn read(row: reminder_setting::Model) -> Result<Settings, StoreError> {
    let (mail, robot) = ((row.mail, row.by_mail), (row.robot, row.robot_secret, row.by_robot));
    read_settings(mail, robot, &row.opted_out, (&row.quiet_from, &row.quiet_until))
}

/// Changes one's own settings.
///
/// # Errors
/// [`ReminderError::Invalid`].
pub async fn settle(store: &Store, asker: &Asker, typed: &SettingsText, intent: Intent) -> Result<(), ReminderError> {
    let actor = asker.as_themselves();
    let Begun::Fresh(tx) = store.begin(&actor, intent).await? else { return Ok(()) };
    // The account first, so that two that settle something for the first time meet here.
    tx.lock::<account::Entity>(asker.account()).await?;
    let of_asker = reminder_setting::Column::AccountId.eq(asker.account());
    let row = reminder_setting::Entity::find().filter(of_asker).one(tx.db()).await?;
    let before = row.clone().map_or_else(|| Ok(Settings::default()), read)?;
    let settings = typed.judge(&before).map_err(ReminderError::Invalid)?;
    let settled = reminder_setting::ActiveModel {
        mail: Set(settings.mail.clone()),
        by_mail: Set(settings.by_mail),
        robot: Set(settings.robot.clone()),
        robot_secret: Set(settings.robot_secret.reveal().to_owned()),
        by_robot: Set(settings.by_robot),
        opted_out: Set(to_json(&settings.opted_out)),
        quiet_from: Set(settings.quiet.from.to_string()),
        quiet_until: Set(settings.quiet.until.to_string()),
        changed_at: Set(tx.now()),
        ..row.as_ref().map(|row| row.clone().into_active_model()).unwrap_or_default()
    };
    if row.is_some() {
        reminder_setting::Entity::update(settled).exec(tx.db()).await?;
    } else {
        let first =
            reminder_setting::ActiveModel { id: Set(Uuid::now_v7()), account_id: Set(asker.account()), ..settled };
        reminder_setting::Entity::insert(first).exec_without_returning(tx.db()).await?;
    }
    // The addresses and the secret are nobody else's business.
    let detail = json!({
        "by_mail": settings.by_mail,
        "by_robot": settings.by_robot,
        "robot_signs": settings.robot_secret.is_set(),
        "opted_out": settings.opted_out,
        "quiet": settings.quiet,
    });
    tx.audit_installation(&actor, Deed::ReminderSettingsChanged, &asker.account().to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// What a base reminds of: one statement.
pub async fn rules(store: &Store, reader: &BaseReader) -> Result<BaseRules, StoreError> {
    let (off, row_version) = off(store.read(), reader.base()).await?;
    Ok(BaseRules { off, row_version })
}

pub(super) async fn off(db: &impl ConnectionTrait, base: Uuid) -> Result<(BTreeSet<Kind>, i32), StoreError> {
    let row = reminder_rule::Entity::find().filter(reminder_rule::Column::BaseId.eq(base)).one(db).await?;
    row.map_or_else(|| Ok((BTreeSet::new(), 0)), |row| Ok((read_json(&row.off, "reminders off")?, row.row_version)))
}

/// The operator says what is reminded of; `seen` is the version that was changed.
pub async fn settle_rules(
    store: &Store,
    manager: &Manager,
    off: &BTreeSet<Kind>,
    seen: i32,
    intent: Intent,
) -> Result<(), StoreError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let base = manager.base();
    tx.lock::<base::entity::Entity>(base).await?;
    let row = reminder_rule::Entity::find().filter(reminder_rule::Column::BaseId.eq(base)).one(tx.db()).await?;
    expect_version(row.as_ref().map_or(0, |row| row.row_version), seen)?;
    let settled = reminder_rule::ActiveModel {
        off: Set(to_json(off)),
        changed_at: Set(tx.now()),
        changed_by: Set(manager.actor().name.clone()),
        row_version: Set(seen + 1),
        ..row.as_ref().map(|row| row.clone().into_active_model()).unwrap_or_default()
    };
    if row.is_some() {
        reminder_rule::Entity::update(settled).exec(tx.db()).await?;
    } else {
        let first = reminder_rule::ActiveModel { id: Set(Uuid::now_v7()), base_id: Set(base), ..settled };
        reminder_rule::Entity::insert(first).exec_without_returning(tx.db()).await?;
    }
    tx.audit(base, manager.actor(), Deed::ReminderRulesChanged, &base.to_string(), &json!({ "off": off }));
    tx.commit("").await?;
    Ok(())
}
