//! An organisation's word for a plan that the operator submitted on its behalf (代填).

use serde_json::json;

use super::{MonthlyPlanError, draft::hold, record};
use crate::{
    access::Member,
    audit::Deed,
    monthly_plan::entity::monthly_plan::Model,
    period::Month,
    store::{Begun, Intent, Store, StoreError},
    weekly_report::store::Subject,
};

/// The organisation confirms what was submitted on its behalf.
///
/// # Errors
/// [`MonthlyPlanError::NotFound`]; stale where there is nothing to confirm, or no more.
pub async fn confirm(store: &Store, member: &Member, month: Month, intent: Intent) -> Result<(), MonthlyPlanError> {
    let Begun::Fresh(tx) = store.begin(member.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, &Subject::from(member), month).await?.ok_or(MonthlyPlanError::NotFound)?;
    if row.read_state()?.is_open() || !row.on_behalf || row.on_behalf_confirmed_at.is_some() {
        return Err(StoreError::Stale.into());
    }
    let after = Model { on_behalf_confirmed_at: Some(tx.now()), ..row.clone() };
    let detail = json!({ "month": row.month });
    tx.audit(row.base_id, member.actor(), Deed::MonthlyPlanConfirmed, &row.id.to_string(), &detail);
    record::put(&tx, after).await?;
    tx.commit("").await?;
    Ok(())
}
