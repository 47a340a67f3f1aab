//! Files that come with words: with a service request or a letter to the bureau, with what is said about them, with a
//! report of what was repaired, an entry of an annual target, a pledge or a payment, with a veto, and with a correction of a
//! sealed sheet; and those that are kept with a training.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        Files,
        entity::{Column, Entity},
    },
    Attachment, EvidenceError, Form, Opened, Owner, Prepared, attachment, opened, put,
};
use crate::{
    access::{Actor, Member, Supervisor},
    audit::Deed,
    store::{Store, StoreError, WriteTx},
};

/// What `owner` holds in the row of a file that came with a service request, or with something said about it.
pub(crate) const SERVICE: &str = "service_request";
pub(crate) const SERVICE_MESSAGE: &str = "service_message";
/// The same of what was repaired: `owner_id` is the rectification, whose reports all add to it.
pub(crate) const REPAIR: &str = "rectification";
/// The same of entries of annual targets.
pub(crate) const TARGET_ENTRY: &str = "target_entry";
/// The same of pledges, and of what was received of them.
pub(crate) const FUND: &str = "fund";
pub(crate) const FUND_PAYMENT: &str = "fund_payment";
/// The same of trainings: what was handed out, the sign-in sheet, photos.
pub(crate) const TRAINING: &str = "training";
/// The same of vetoes and of corrections: `owner_id` is the step of the sheet's history. Their subjects see them with the
/// published sheet, and those of a correction once it is approved.
pub(crate) const VETO: &str = "assessment_veto";
/// The same of letters, whose files go past the operator.
pub(crate) const LETTER: &str = "bureau_letter";
pub(crate) const LETTER_MESSAGE: &str = "bureau_message";

pub(super) fn is_past_operator(owner: &str) -> bool {
    [LETTER, LETTER_MESSAGE].contains(&owner)
}

pub(super) fn is_said(owner: &str) -> bool {
    is_past_operator(owner)
        || [SERVICE, SERVICE_MESSAGE, REPAIR, TARGET_ENTRY, FUND, FUND_PAYMENT, TRAINING, VETO].contains(&owner)
}

/// As [`put`], with the deed; the attachment's id. Not for what goes past the operator: the deed would tell of it.
pub(crate) async fn put_on_record(
    tx: &WriteTx,
    owner: Owner,
    actor: &Actor,
    prepared: &Prepared,
) -> Result<Uuid, StoreError> {
    let id = put(tx, owner, &actor.name, prepared).await?;
    let (name, hash) = (&prepared.checked.name, &prepared.file_hash);
    let detail = json!({ "owner": owner.kind, "owner_id": owner.id, "name": name, "sha256": hash });
    tx.audit(owner.base, actor, Deed::AttachmentAdded, &id.to_string(), &detail);
    Ok(id)
}

/// The files of some records of one kind, by the record, in the order in which they came: one statement.
pub(crate) async fn of_records(
    db: &impl ConnectionTrait,
    base: Uuid,
    kind: &str,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, Vec<Attachment>>, StoreError> {
    by_record(db, base, Condition::all().add(Column::Owner.eq(kind)).add(Column::OwnerId.is_in(ids))).await
}

/// The files of a request or a letter and of all that was said about it, or of a pledge and of its payments, by the
/// record that they came with, in the order in which they came: one statement.
pub(crate) async fn of_conversation(
    db: &impl ConnectionTrait,
    base: Uuid,
    (first, id): (&str, Uuid),
    (message, said): (&str, Vec<Uuid>),
) -> Result<HashMap<Uuid, Vec<Attachment>>, StoreError> {
    let with_first = Condition::all().add(Column::Owner.eq(first)).add(Column::OwnerId.eq(id));
    let with_messages = Condition::all().add(Column::Owner.eq(message)).add(Column::OwnerId.is_in(said));
    by_record(db, base, Condition::any().add(with_first).add(with_messages)).await
}

async fn by_record(
    db: &impl ConnectionTrait,
    base: Uuid,
    which: Condition,
) -> Result<HashMap<Uuid, Vec<Attachment>>, StoreError> {
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(which)
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut found: HashMap<Uuid, Vec<Attachment>> = HashMap::new();
    for row in rows {
        found.entry(row.owner_id).or_default().push(attachment(row)?);
    }
    Ok(found)
}

/// Whoever has a part in letters past the operator: proofs of `Asker::apart` and `Asker::supervisor`.
#[derive(Debug, Clone, Copy)]
pub enum Past<'a> {
    Organisation(&'a Member),
    Supervisor(&'a Supervisor),
}

/// Opens a file of a letter for whoever may read the letter.
pub async fn open_past_operator(
    store: &Store,
    files: &Files,
    reader: Past<'_>,
    attachment: Uuid,
    form: Form,
) -> Result<Opened, EvidenceError> {
    let (base, organisation) = match reader {
        Past::Organisation(member) => (member.base(), Some(member.organisation())),
        Past::Supervisor(supervisor) => (supervisor.base(), None),
    };
    let row = Entity::find_by_id(attachment)
        .filter(Column::BaseId.eq(base))
        .filter(Column::Owner.is_in([LETTER, LETTER_MESSAGE]))
        .filter(Column::RemovedAt.is_null())
        .one(store.read())
        .await?;
    let row = row.filter(|row| organisation.is_none_or(|own| own == row.subject_id));
    opened(files, row.ok_or(EvidenceError::NotFound)?, form).await
}
