use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::{
    Field, Fund, FundText,
    entity::{
        fund::{Entity, Model},
        fund_payment,
    },
};
use super::{FundError, count::Pledge, keep};
use crate::{
    access::Manager,
    audit::Deed,
    evidence::store::{FUND, Prepared},
    record::{
        Fault, Problem, Reading,
        store::{RecordError, Seen, id, of_base, today},
    },
    store::{Begun, Intent, Store, WriteTx, expect_version},
};

/// Enters a pledge, with a file where there is one; its id.
pub async fn enter(
    store: &Store,
    manager: &Manager,
    typed: &FundText,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<Uuid, FundError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(id(&done)?),
    };
    let fund = judge(&tx, manager.base(), typed).await?;
    let row = Model {
        id: Uuid::now_v7(),
        base_id: manager.base(),
        organisation_id: None,
        source: String::new(),
        pledged: 0,
        pledged_on: fund.pledged_on,
        evidence: String::new(),
        entered_at: tx.now(),
        entered_by: manager.actor().name.clone(),
        struck_at: None,
        struck_by: None,
        struck_for: String::new(),
        row_version: 1,
    };
    let row = filled(row, fund);
    tx.audit(row.base_id, manager.actor(), Deed::FundEntered, &row.id.to_string(), &told(&row));
    let entered = row.id;
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    keep(&tx, manager, (FUND, entered), file).await?;
    Ok(id(&tx.commit(entered.to_string()).await?)?)
}

/// Puts a pledge right; a file that comes with it joins those that came before.
pub async fn change(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    typed: &FundText,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), FundError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen).await?;
    let fund = judge(&tx, row.base_id, typed).await?;
    let before = told(&row);
    tx.was(row.base_id, &Pledge::from(&row));
    let row = filled(Model { row_version: row.row_version + 1, ..row }, fund);
    let detail = json!({ "before": before, "after": told(&row) });
    tx.audit(row.base_id, manager.actor(), Deed::FundChanged, &row.id.to_string(), &detail);
    keep(&tx, manager, (FUND, row.id), file).await?;
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Strikes a pledge out that was entered wrongly, with a reason. What was received of it is struck out before, since
/// money that came does not vanish with its pledge.
pub async fn strike(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    reason: &str,
    intent: Intent,
) -> Result<(), FundError> {
    let reason = Reading::reason(Field::Reason, reason).map_err(RecordError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen).await?;
    let paid = fund_payment::Entity::find()
        .filter(fund_payment::Column::BaseId.eq(row.base_id))
        .filter(fund_payment::Column::FundId.eq(row.id))
        .filter(fund_payment::Column::StruckAt.is_null())
        .count(tx.db())
        .await?;
    if paid > 0 {
        return Err(RecordError::Invalid(vec![Problem { field: Field::Received, fault: Fault::StillThere }]));
    }
    let detail = json!({ "before": told(&row), "reason": reason });
    tx.audit(row.base_id, manager.actor(), Deed::FundStruck, &row.id.to_string(), &detail);
    tx.was(row.base_id, &Pledge::from(&row));
    let row = Model {
        struck_at: Some(tx.now()),
        struck_by: Some(manager.actor().name.clone()),
        struck_for: reason,
        row_version: row.row_version + 1,
        ..row
    };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

async fn judge(tx: &WriteTx, base: Uuid, typed: &FundText) -> Result<Fund, FundError> {
    let fund = Fund::judge(typed, today(tx.db(), base, tx.now()).await?).map_err(RecordError::Invalid)?;
    if let Some(organisation) = fund.organisation {
        of_base(tx.db(), base, organisation).await?;
    }
    Ok(fund)
}

/// The pledge, held, as it was seen, where it stands.
async fn hold(tx: &WriteTx, base: Uuid, seen: Seen) -> Result<Model, FundError> {
    let row = standing(tx, base, seen.id).await?;
    expect_version(row.row_version, seen.row_version)?;
    Ok(row)
}

/// The pledge, held, where it stands.
pub(super) async fn standing(tx: &WriteTx, base: Uuid, fund: Uuid) -> Result<Model, FundError> {
    let row = tx.lock::<Entity>(fund).await?.filter(|row| row.base_id == base).ok_or(RecordError::NotFound)?;
    if row.struck_at.is_some() { Err(RecordError::Struck) } else { Ok(row) }
}

fn filled(row: Model, fund: Fund) -> Model {
    Model {
        organisation_id: fund.organisation,
        source: fund.source,
        pledged: fund.pledged,
        pledged_on: fund.pledged_on,
        evidence: fund.evidence,
        ..row
    }
}

fn told(row: &Model) -> Value {
    json!({
        "organisation": row.organisation_id,
        "source": row.source,
        "pledged": row.pledged,
        "pledged_on": row.pledged_on,
        "evidence": row.evidence,
    })
}
