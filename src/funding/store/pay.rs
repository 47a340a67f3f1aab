use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Field, Payment, PaymentText,
    entity::fund_payment::{ActiveModel, Entity},
};
use super::{FundError, count::Receipt, keep, pledge::standing};
use crate::{
    access::Manager,
    audit::Deed,
    evidence::store::{FUND_PAYMENT, Prepared},
    record::{
        Reading,
        store::{RecordError, Seen, today},
    },
    store::{Begun, Intent, Store, expect_version},
};

/// Enters what was received of a pledge, with a file where there is one.
pub async fn receive(
    store: &Store,
    manager: &Manager,
    fund: Uuid,
    typed: &PaymentText,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), FundError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let fund = standing(&tx, manager.base(), fund).await?;
    let today = today(tx.db(), fund.base_id, tx.now()).await?;
    let payment = Payment::judge(typed, today).map_err(RecordError::Invalid)?;
    let detail = json!({
        "received": payment.received,
        "received_on": payment.received_on,
        "evidence": payment.evidence,
    });
    let id = Uuid::now_v7();
    let row = ActiveModel {
        id: Set(id),
        base_id: Set(fund.base_id),
        fund_id: Set(fund.id),
        received: Set(payment.received),
        received_on: Set(payment.received_on),
        evidence: Set(payment.evidence),
        entered_at: Set(tx.now()),
        entered_by: Set(manager.actor().name.clone()),
        struck_at: Set(None),
        struck_by: Set(None),
        struck_for: Set(String::new()),
        row_version: Set(1),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    keep(&tx, manager, (FUND_PAYMENT, id), file).await?;
    tx.audit(fund.base_id, manager.actor(), Deed::FundReceived, &fund.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// Strikes a payment out that was entered wrongly, with a reason.
pub async fn strike_payment(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    reason: &str,
    intent: Intent,
) -> Result<(), FundError> {
    let reason = Reading::reason(Field::Reason, reason).map_err(RecordError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = tx.lock::<Entity>(seen.id).await?;
    let row = row.filter(|row| row.base_id == manager.base()).ok_or(RecordError::NotFound)?;
    if row.struck_at.is_some() {
        return Err(RecordError::Struck);
    }
    expect_version(row.row_version, seen.row_version)?;
    let detail = json!({ "received": row.received, "received_on": row.received_on, "reason": reason });
    tx.audit(row.base_id, manager.actor(), Deed::FundPaymentStruck, &row.fund_id.to_string(), &detail);
    tx.was(row.base_id, &Receipt::from(&row));
    let next = row.row_version + 1;
    let mut row = row.into_active_model();
    row.struck_at = Set(Some(tx.now()));
    row.struck_by = Set(Some(manager.actor().name.clone()));
    row.struck_for = Set(reason);
    row.row_version = Set(next);
    row.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}
