//! One organisation, one file (一社一档).

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{record, reveal};
use crate::{
    access::SubjectReader,
    evidence::entity as attachment,
    incubation::{Mode, Stage, store::IncubationRow},
    organisation::{
        Profile,
        entity::{organisation, person},
        mask_phone,
    },
    store::{Store, StoreError},
};

/// Everything that the base knows of one organisation. Telephone numbers are masked, but for those that the
/// reader has had shown in the last minutes (see [`super::reveal_phone`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub id: Uuid,
    pub profile: Profile,
    /// The contact's number is shown in full.
    pub phone_shown: bool,
    /// `None` where it never had an incubation.
    pub stage: Option<Stage>,
    pub mode: Option<Mode>,
    pub admitted_on: Option<NaiveDate>,
    pub left_on: Option<NaiveDate>,
    pub last_report_week: Option<String>,
    pub updated_at: DateTime<Utc>,
    pub row_version: i32,
    pub people: Vec<PersonOfFile>,
    /// The newest first.
    pub incubations: Vec<IncubationRow>,
    pub papers: Vec<Papers>,
}

/// Somebody who works for the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonOfFile {
    pub id: Uuid,
    pub name: String,
    pub position: String,
    /// Masked unless `phone_shown`; empty where none is known.
    pub phone: String,
    pub phone_shown: bool,
    pub note: String,
    pub row_version: i32,
}

/// A paper of the file: a charter, a certificate, an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Papers {
    pub id: Uuid,
    pub name: String,
    pub media_type: String,
    /// In bytes.
    pub size: i64,
    pub added_by: String,
    pub added_at: DateTime<Utc>,
}

/// Reads a file, in seven statements; `None` where the base has no such organisation.
pub async fn file(store: &Store, reader: &SubjectReader) -> Result<Option<File>, StoreError> {
    let db = store.read();
    let (base, id) = (reader.base(), reader.subject());
    let Some(row) = find(store, base, id).await? else { return Ok(None) };
    let strengths = record::strengths(db, base, Some(&[id])).await?.remove(&id).unwrap_or_default();
    let people = person::Entity::find()
        .filter(person::Column::BaseId.eq(base))
        .filter(person::Column::OrganisationId.eq(id))
        .order_by_asc(person::Column::Id)
        .all(db)
        .await?;
    let papers = attachment::Entity::find()
        .filter(attachment::Column::BaseId.eq(base))
        .filter(attachment::Column::Owner.eq("organisation"))
        .filter(attachment::Column::OwnerId.eq(id))
        .filter(attachment::Column::RemovedAt.is_null())
        .order_by_desc(attachment::Column::AddedAt)
        .all(db)
        .await?;
    let incubations = crate::incubation::store::of_organisation(store, reader).await?;
    let shown = reveal::shown_to(store, base, reader.actor()).await?;

    let mut profile = record::profile_of(&row, strengths)?;
    let phone_shown = shown.contains(&id);
    profile.contact_phone = masked_unless(phone_shown, profile.contact_phone);
    Ok(Some(File {
        id,
        profile,
        phone_shown,
        stage: Stage::from_code(&row.stage),
        mode: row.mode.as_deref().and_then(Mode::from_code),
        admitted_on: row.admitted_on,
        left_on: row.left_on,
        last_report_week: row.last_report_week,
        updated_at: row.updated_at,
        row_version: row.row_version,
        people: people
            .into_iter()
            .map(|row| {
                let phone_shown = shown.contains(&row.id);
                PersonOfFile {
                    id: row.id,
                    name: row.name,
                    position: row.position,
                    phone: masked_unless(phone_shown, row.phone),
                    phone_shown,
                    note: row.note,
                    row_version: row.row_version,
                }
            })
            .collect(),
        incubations,
        papers: papers
            .into_iter()
            .map(|row| Papers {
                id: row.id,
                name: row.name,
                media_type: row.media_type,
                size: row.size,
                added_by: row.added_by,
                added_at: row.added_at,
            })
            .collect(),
    }))
}

/// The profile with its row version, for forms; the telephone number is masked.
pub async fn profile(store: &Store, reader: &SubjectReader) -> Result<Option<(Profile, i32)>, StoreError> {
    let (base, id) = (reader.base(), reader.subject());
    let Some(row) = find(store, base, id).await? else { return Ok(None) };
    let strengths = record::strengths(store.read(), base, Some(&[id])).await?.remove(&id).unwrap_or_default();
    let mut profile = record::profile_of(&row, strengths)?;
    profile.contact_phone = masked_unless(false, profile.contact_phone);
    Ok(Some((profile, row.row_version)))
}

async fn find(store: &Store, base: Uuid, id: Uuid) -> Result<Option<organisation::Model>, StoreError> {
    let row = organisation::Entity::find_by_id(id).filter(organisation::Column::BaseId.eq(base));
    Ok(row.one(store.read()).await?)
}

fn masked_unless(shown: bool, phone: String) -> String {
    if shown || phone.is_empty() { phone } else { mask_phone(&phone) }
}
