//! What somebody has been told.

use hatchboard::{
    audit::Deed,
    reminder::{Channel, DeliveryState, entity::reminder_delivery},
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use super::{Maker, Place};

/// A notice that its reader has not read.
pub(super) async fn notice(maker: &Maker, base: Uuid, account: Uuid) -> Place {
    let tx = maker.write().await;
    let id = Uuid::now_v7();
    let row = reminder_delivery::ActiveModel {
        id: Set(id),
        base_id: Set(base),
        account_id: Set(account),
        channel: Set(Channel::Program.code().to_owned()),
        slot: Set("rules:2026-04-08".to_owned()),
        told_on: Set("2026-04-08".parse().unwrap()),
        lines: Set("[]".to_owned()),
        state: Set(DeliveryState::Sent.code().to_owned()),
        attempts: Set(1),
        next_attempt_at: Set(None),
        last_error: Set(String::new()),
        made_at: Set(tx.now()),
        sent_at: Set(Some(tx.now())),
        read_at: Set(None),
    };
    reminder_delivery::Entity::insert(row).exec_without_returning(tx.db()).await.unwrap();
    tx.audit(base, maker.system.actor(), Deed::RemindersSent, &base.to_string(), &());
    tx.commit("").await.unwrap();
    Place::from([("notice", id.to_string())])
}
