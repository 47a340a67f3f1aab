//! The people of an organisation.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, ModelTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{ContactKeeper, edit::keep_masked};
use crate::{
    audit::Deed,
    organisation::{
        OrganisationError, PersonFault,
        entity::{organisation, person},
        phone,
        text::{normalise, person_name},
    },
    store::{Begun, Intent, Store, WriteTx, expect_version},
};

/// A person as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonText {
    pub name: String,
    pub position: String,
    pub phone: String,
    pub note: String,
}

impl PersonText {
    /// The text in its one form.
    fn judged(self) -> Result<Self, OrganisationError> {
        let mut faults = Vec::new();
        let name = person_name(&self.name);
        if !(1..=50).contains(&name.chars().count()) {
            faults.push(PersonFault::Name);
        }
        let position = normalise(&self.position);
        if position.chars().count() > 50 {
            faults.push(PersonFault::Position);
        }
        let phone = if self.phone.trim().is_empty() { Some(String::new()) } else { phone::read(&self.phone) };
        if phone.is_none() {
            faults.push(PersonFault::Phone);
        }
        let note = normalise(&self.note);
        if note.chars().count() > 500 {
            faults.push(PersonFault::Note);
        }
        if faults.is_empty() {
            Ok(Self { name, position, phone: phone.unwrap_or_default(), note })
        } else {
            Err(OrganisationError::Person(faults))
        }
    }
}

/// Adds a person; the outcome is their id.
pub async fn add_person(
    store: &Store,
    keeper: &ContactKeeper,
    typed: PersonText,
    intent: Intent,
) -> Result<String, OrganisationError> {
    let typed = typed.judged()?;
    let tx = match store.begin(&keeper.actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    tx.lock::<organisation::Entity>(keeper.organisation)
        .await?
        .filter(|row| row.base_id == keeper.base)
        .ok_or(OrganisationError::NotFound)?;
    let id = Uuid::now_v7();
    tx.audit(keeper.base, &keeper.actor, Deed::PersonAdded, &keeper.organisation.to_string(), &told(id, &typed));
    let row = person::ActiveModel {
        id: Set(id),
        base_id: Set(keeper.base),
        organisation_id: Set(keeper.organisation),
        name: Set(typed.name),
        position: Set(typed.position),
        phone: Set(typed.phone),
        note: Set(typed.note),
        created_at: Set(tx.now()),
        row_version: Set(1),
    };
    person::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(tx.commit(id.to_string()).await?)
}

/// Saves a person. `seen` is the row version that the form was filled from.
pub async fn edit_person(
    store: &Store,
    keeper: &ContactKeeper,
    person: Uuid,
    seen: i32,
    mut typed: PersonText,
    intent: Intent,
) -> Result<String, OrganisationError> {
    let tx = match store.begin(&keeper.actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let row = held(&tx, keeper, person, seen).await?;
    keep_masked(&mut typed.phone, &row.phone);
    let typed = typed.judged()?;
    tx.audit(keeper.base, &keeper.actor, Deed::PersonEdited, &keeper.organisation.to_string(), &told(person, &typed));
    let new = person::ActiveModel {
        id: Set(person),
        name: Set(typed.name),
        position: Set(typed.position),
        phone: Set(typed.phone),
        note: Set(typed.note),
        row_version: Set(row.row_version + 1),
        ..Default::default()
    };
    person::Entity::update(new).exec(tx.db()).await?;
    Ok(tx.commit(person.to_string()).await?)
}

/// Takes a person out of the file; the audit log keeps that they were there.
pub async fn remove_person(
    store: &Store,
    keeper: &ContactKeeper,
    person: Uuid,
    seen: i32,
    intent: Intent,
) -> Result<String, OrganisationError> {
    let tx = match store.begin(&keeper.actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let row = held(&tx, keeper, person, seen).await?;
    let detail = json!({ "person": person, "name": row.name, "position": row.position });
    row.delete(tx.db()).await?;
    tx.audit(keeper.base, &keeper.actor, Deed::PersonRemoved, &keeper.organisation.to_string(), &detail);
    Ok(tx.commit(person.to_string()).await?)
}

async fn held(
    tx: &WriteTx,
    keeper: &ContactKeeper,
    person: Uuid,
    seen: i32,
) -> Result<person::Model, OrganisationError> {
    let row = person::Entity::find_by_id(person)
        .filter(person::Column::BaseId.eq(keeper.base))
        .filter(person::Column::OrganisationId.eq(keeper.organisation))
        .lock_exclusive()
        .one(tx.db())
        .await?
        .ok_or(OrganisationError::NotFound)?;
    expect_version(row.row_version, seen)?;
    Ok(row)
}

/// For the audit log, which holds no telephone number.
fn told(person: Uuid, typed: &PersonText) -> serde_json::Value {
    json!({ "person": person, "name": typed.name, "position": typed.position })
}
