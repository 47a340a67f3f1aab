//! A file on its way to a record: checked by its contents, kept, then the record's.

use bytes::Bytes;
use sea_orm::{ActiveValue::Set, EntityTrait};
use tokio::sync::Semaphore;
use uuid::Uuid;

use super::{
    super::{
        FileFault, FileKind, Files, content,
        entity::{self, Entity},
        picture,
    },
    EvidenceError, Upload,
};
use crate::store::{StoreError, WriteTx};

/// One picture is unpacked at a time, so that many uploads at once do not add up in memory.
static UNPACKING: Semaphore = Semaphore::const_new(1);

/// A file that has been checked and is kept, though no record gives a right to it yet.
#[derive(Debug, Clone)]
pub struct Prepared {
    pub(super) checked: Checked,
    pub(super) file_hash: String,
    thumbnail_hash: Option<String>,
}

impl Prepared {
    /// By what a deed that comes with it is told from another.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.file_hash
    }
}

/// Checks a file by its contents and keeps it for a record of this base.
///
/// # Errors
/// [`EvidenceError::File`].
pub async fn prepare(files: &Files, base: Uuid, upload: Upload) -> Result<Prepared, EvidenceError> {
    let checked = check(upload).await?;
    let file_hash = files.put(base, checked.contents.clone()).await?;
    let thumbnail_hash = match checked.thumbnail.clone() {
        Some(thumbnail) => Some(files.put(base, thumbnail).await?),
        None => None,
    };
    Ok(Prepared { checked, file_hash, thumbnail_hash })
}

/// The record that gives a right to a file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner {
    pub base: Uuid,
    /// What reads of a subject reach it by.
    pub subject: Uuid,
    pub kind: &'static str,
    pub id: Uuid,
}

/// Gives a record the right to a file, within the record's own write; the attachment's id. The deed is the caller's.
pub(crate) async fn put(tx: &WriteTx, owner: Owner, by: &str, prepared: &Prepared) -> Result<Uuid, StoreError> {
    let Prepared { checked, file_hash, thumbnail_hash } = prepared;
    let attachment = entity::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(owner.base),
        owner: Set(owner.kind.to_owned()),
        owner_id: Set(owner.id),
        subject_id: Set(owner.subject),
        name: Set(checked.name.clone()),
        media_type: Set(checked.kind.media_type().to_owned()),
        file_hash: Set(file_hash.clone()),
        size: Set(i64::try_from(checked.contents.len()).unwrap_or(i64::MAX)),
        thumbnail_hash: Set(thumbnail_hash.clone()),
        width: Set(checked.dimensions.and_then(|(width, _)| width.try_into().ok())),
        height: Set(checked.dimensions.and_then(|(_, height)| height.try_into().ok())),
        added_by: Set(by.to_owned()),
        added_at: Set(tx.now()),
        removed_at: Set(None),
    };
    Ok(Entity::insert(attachment).exec_with_returning(tx.db()).await?.id)
}

/// A file as it is kept.
#[derive(Debug, Clone)]
pub(super) struct Checked {
    pub(super) name: String,
    kind: FileKind,
    contents: Bytes,
    thumbnail: Option<Bytes>,
    dimensions: Option<(u32, u32)>,
}

async fn check(upload: Upload) -> Result<Checked, EvidenceError> {
    let kind = content::kind_of(&upload.name, &upload.contents)?;
    if !kind.is_picture() {
        let name = content::tidy_name(&upload.name, kind);
        return Ok(Checked { name, kind, contents: upload.contents, thumbnail: None, dimensions: None });
    }
    let _turn = UNPACKING.acquire().await;
    let contents = upload.contents;
    let prepared = tokio::task::spawn_blocking(move || picture::prepare(kind, &contents)).await;
    // A picture that makes its reader panic is damaged.
    let prepared = prepared.unwrap_or(Err(FileFault::Damaged))?;
    Ok(Checked {
        name: content::tidy_name(&upload.name, prepared.kind),
        kind: prepared.kind,
        contents: prepared.contents,
        thumbnail: Some(prepared.thumbnail),
        dimensions: Some(prepared.dimensions),
    })
}
