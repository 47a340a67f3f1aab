//! Contacts: what an organisation's own staff may write into its file, beside the operator.

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    edit::{Changed, held, keep_masked},
    record,
};
use crate::{
    access::{Actor, Manager, Member},
    audit::Deed,
    organisation::{OrganisationError, entity::organisation, profile::judge},
    store::{Begun, Intent, Store},
};

/// Who may write the contacts and the people of one organisation: its own staff, or the operator.
#[derive(Debug, Clone)]
pub struct ContactKeeper {
    pub(super) base: Uuid,
    pub(super) organisation: Uuid,
    pub(super) actor: Actor,
}

impl From<&Member> for ContactKeeper {
    fn from(member: &Member) -> Self {
        Self { base: member.base(), organisation: member.organisation(), actor: member.actor().clone() }
    }
}

impl ContactKeeper {
    /// The operator, for an organisation that is looked for in their base alone.
    pub fn of(manager: &Manager, organisation: Uuid) -> Self {
        Self { base: manager.base(), organisation, actor: manager.actor().clone() }
    }
}

/// How an organisation is reached, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactText {
    pub contact_name: String,
    pub contact_phone: String,
    pub address: String,
}

/// Saves how an organisation is reached, and nothing else of its profile. A number that comes back masked
/// stays what it is.
pub async fn edit_contacts(
    store: &Store,
    keeper: &ContactKeeper,
    seen: i32,
    typed: ContactText,
    today: NaiveDate,
    intent: Intent,
) -> Result<String, OrganisationError> {
    let tx = match store.begin(&keeper.actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let (base, id) = (keeper.base, keeper.organisation);
    let row = held(&tx, base, id, seen).await?;
    let strengths = record::strengths(tx.db(), base, Some(&[id])).await?;
    let before = record::profile_of(&row, strengths.into_values().next().unwrap_or_default())?;
    let mut text = before.to_text();
    (text.contact_name, text.contact_phone, text.address) = (typed.contact_name, typed.contact_phone, typed.address);
    keep_masked(&mut text.contact_phone, &row.contact_phone);
    let profile = judge(&text, today).map_err(OrganisationError::Invalid)?;
    let changed = Changed::between(&before, &profile);
    let new = organisation::ActiveModel {
        id: Set(id),
        contact_name: Set(profile.contact_name),
        contact_phone: Set(profile.contact_phone),
        address: Set(profile.address),
        updated_at: Set(tx.now()),
        row_version: Set(row.row_version + 1),
        ..Default::default()
    };
    organisation::Entity::update(new).exec(tx.db()).await?;
    tx.audit(base, &keeper.actor, Deed::OrganisationContactsEdited, &id.to_string(), &changed);
    Ok(tx.commit(id.to_string()).await?)
}
