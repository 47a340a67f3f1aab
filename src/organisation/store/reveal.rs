//! Telephone numbers are shown on a recorded click: the audit event of the click is what shows them.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use crate::{
    access::{Actor, SubjectReader},
    audit::Deed,
    audit::entity::audit_event,
    organisation::{
        OrganisationError,
        entity::{organisation, person},
    },
    store::{Begun, Intent, Store, StoreError},
};

const REVEALED: Deed = Deed::PhoneRevealed;

/// How long a number stays shown to the one who clicked.
pub const SHOWN_FOR: TimeDelta = TimeDelta::minutes(10);

/// Whose number is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The organisation's contact.
    Contact,
    /// One of its people.
    Person(Uuid),
}

/// Shows a number to the reader for the next [`SHOWN_FOR`], on the record.
pub async fn reveal_phone(
    store: &Store,
    reader: &SubjectReader,
    whose: Whose,
    intent: Intent,
) -> Result<String, OrganisationError> {
    let tx = match store.begin(reader.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let (base, id) = (reader.base(), reader.subject());
    let (subject, name) = match whose {
        Whose::Contact => {
            let row = organisation::Entity::find_by_id(id).filter(organisation::Column::BaseId.eq(base));
            row.one(tx.db()).await?.map(|row| (row.id, row.contact_name))
        }
        Whose::Person(person) => {
            let row = person::Entity::find_by_id(person)
                .filter(person::Column::BaseId.eq(base))
                .filter(person::Column::OrganisationId.eq(id));
            row.one(tx.db()).await?.map(|row| (row.id, row.name))
        }
    }
    .ok_or(OrganisationError::NotFound)?;
    let detail = json!({ "organisation": id, "of": name });
    tx.audit(base, reader.actor(), REVEALED, &subject.to_string(), &detail);
    Ok(tx.commit(subject.to_string()).await?)
}

/// The organisations and people of a base whose numbers this actor has had shown in the last minutes.
pub(super) async fn shown_to(store: &Store, base: Uuid, actor: &Actor) -> Result<BTreeSet<Uuid>, StoreError> {
    let Some(account) = actor.account else { return Ok(BTreeSet::new()) };
    let subjects: Vec<String> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Subject)
        .filter(audit_event::Column::Chain.eq(base.to_string()))
        .filter(audit_event::Column::AccountId.eq(account))
        .filter(audit_event::Column::Action.eq(REVEALED.code()))
        .filter(audit_event::Column::At.gt(store.now() - SHOWN_FOR))
        .into_tuple()
        .all(store.read())
        .await?;
    Ok(subjects.iter().filter_map(|subject| subject.parse().ok()).collect())
}
