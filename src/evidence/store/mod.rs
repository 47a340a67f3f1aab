//! Keeping files: the object first, then the row that gives a right to it.

mod prepare;
mod said;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

pub(crate) use super::lines::{of_lines, owner_of, shows_of};
use super::{
    FileFault, FileKind, Files, FilesError, MOST_FILES,
    entity::{self, Column, Entity},
    lines::hidden,
};
use crate::{
    access::{Actor, Scope},
    audit::Deed,
    follow_up::{State as VisitState, entity::follow_up},
    organisation::entity::organisation,
    period::Week,
    store::{Begun, Intent, Store, StoreError, WriteTx},
    weekly_report::{
        State,
        entity::weekly_report,
        store::{Subject, WeeklyReportError, draft::find_or_begin},
    },
};

pub(crate) use prepare::{Owner, put};
pub use prepare::{Prepared, prepare};
pub(crate) use said::{
    FUND, FUND_PAYMENT, LETTER, LETTER_MESSAGE, REPAIR, SERVICE, SERVICE_MESSAGE, TARGET_ENTRY, TRAINING, VETO,
    of_conversation, of_records, put_on_record,
};
pub use said::{Past, open_past_operator};

/// What `owner` holds in the row.
const OF_REPORT: &str = "weekly_report";
const OF_ORGANISATION: &str = "organisation";
const OF_FOLLOW_UP: &str = "follow_up";

/// A file of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub id: Uuid,
    pub name: String,
    pub kind: FileKind,
    /// Bytes.
    pub size: u64,
    /// Of pictures, in pixels.
    pub dimensions: Option<(u32, u32)>,
    pub added_by: String,
    pub added_at: DateTime<Utc>,
}

/// What a file is attached to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The subject's report of a week, until it has been reviewed.
    Week(Week),
    /// The subject's own papers.
    Papers,
    /// A visit of the subject after its hatching, until it is filed.
    FollowUp(Uuid),
}

/// A file as it was uploaded.
#[derive(Debug, Clone)]
pub struct Upload {
    /// As the device named it.
    pub name: String,
    pub contents: Bytes,
}

/// Which form of a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Whole,
    /// Of pictures: at most 320 pixels wide and high, JPEG.
    Thumbnail,
}

/// A file to be served.
#[derive(Debug, Clone)]
pub struct Opened {
    pub name: String,
    pub media_type: &'static str,
    pub contents: Bytes,
}

/// Why a file was not kept or found.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// No such file, as far as the asker may know.
    #[error("there is no such file")]
    NotFound,
    /// The visit has been filed, the points have been handed in, or the objection is decided.
    #[error("nothing is added to or taken from what has been filed")]
    Closed,
    /// The report has nine files.
    #[error("there are too many files")]
    TooMany,
    #[error(transparent)]
    File(#[from] FileFault),
    /// The week or its report does not take files now.
    #[error(transparent)]
    Report(#[from] WeeklyReportError),
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for EvidenceError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// Checks a file by its contents, keeps it, and gives the attachment's id.
pub async fn attach(
    store: &Store,
    files: &Files,
    subject: &Subject,
    place: Place,
    upload: Upload,
    intent: Intent,
) -> Result<Uuid, EvidenceError> {
    if let Some(done) = store.outcome(subject.actor(), &intent).await? {
        return id(&done);
    }
    let prepared = prepare(files, subject.base(), upload).await?;
    let tx = match store.begin(subject.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let (owner, owner_id) = owner(&tx, subject, place).await?;
    let of = Owner { base: subject.base(), subject: subject.id(), kind: owner, id: owner_id };
    let attachment = put_on_record(&tx, of, subject.actor(), &prepared).await?;
    count_files(&tx, owner, owner_id, 1).await?;
    id(&tx.commit(attachment.to_string()).await?)
}

/// The attachment that a write came to.
pub(crate) fn id(outcome: &str) -> Result<Uuid, EvidenceError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("attachment {outcome}")))?)
}

/// The record that a file is attached to, held, where it takes one more.
async fn owner(tx: &WriteTx, subject: &Subject, place: Place) -> Result<(&'static str, Uuid), EvidenceError> {
    match place {
        Place::Week(week) => {
            let report = find_or_begin(tx, subject, week).await?;
            takes_files(&report)?;
            has_room(tx, report.base_id, OF_REPORT, report.id).await?;
            Ok((OF_REPORT, report.id))
        }
        Place::FollowUp(visit) => {
            let visit = tx.lock::<follow_up::Entity>(visit).await?;
            let visit = visit.filter(|row| row.base_id == subject.base() && row.organisation_id == subject.id());
            let visit = visit.ok_or(EvidenceError::NotFound)?;
            takes_photos(&visit)?;
            has_room(tx, visit.base_id, OF_FOLLOW_UP, visit.id).await?;
            Ok((OF_FOLLOW_UP, visit.id))
        }
        Place::Papers if subject.is_base() => Err(EvidenceError::NotFound),
        Place::Papers => {
            let organisation = tx.lock::<organisation::Entity>(subject.id()).await?;
            let organisation = organisation.filter(|row| row.base_id == subject.base());
            Ok((OF_ORGANISATION, organisation.ok_or(EvidenceError::NotFound)?.id))
        }
    }
}

/// A record that is held has room for one more file.
pub(crate) async fn has_room(tx: &WriteTx, base: Uuid, owner: &str, id: Uuid) -> Result<(), EvidenceError> {
    let there = of_record(base, owner, id).count(tx.db()).await?;
    if there < MOST_FILES { Ok(()) } else { Err(EvidenceError::TooMany) }
}

/// Files may follow after the submission, until the review.
fn takes_files(report: &weekly_report::Model) -> Result<(), EvidenceError> {
    let state: State = report.state.parse().map_err(|_| StoreError::Unreadable(report.state.clone()))?;
    if state == State::Accepted { Err(WeeklyReportError::NotOpen(state).into()) } else { Ok(()) }
}

/// Photos belong to a visit until it is filed.
fn takes_photos(visit: &follow_up::Model) -> Result<(), EvidenceError> {
    if visit.state == VisitState::Open.code() { Ok(()) } else { Err(EvidenceError::Closed) }
}

/// Keeps how many files a report has in its own row, for lists.
async fn count_files(tx: &WriteTx, owner: &str, owner_id: Uuid, more: i32) -> Result<(), StoreError> {
    if owner == OF_REPORT {
        weekly_report::Entity::update_many()
            .col_expr(weekly_report::Column::Attachments, Expr::col(weekly_report::Column::Attachments).add(more))
            .filter(weekly_report::Column::Id.eq(owner_id))
            .exec(tx.db())
            .await?;
    }
    Ok(())
}

/// Takes a file away, under the same conditions as adding one. Those behind lines of sheets are let go of by the sheets.
pub async fn remove(store: &Store, subject: &Subject, attachment: Uuid, intent: Intent) -> Result<(), EvidenceError> {
    let Begun::Fresh(tx) = store.begin(subject.actor(), intent).await? else { return Ok(()) };
    let of_subject = |row: &entity::Model| {
        row.base_id == subject.base() && row.subject_id == subject.id() && row.removed_at.is_none()
    };
    let row = Entity::find_by_id(attachment).one(tx.db()).await?.filter(of_subject).ok_or(EvidenceError::NotFound)?;
    if row.owner == OF_REPORT {
        // The report first, as everywhere.
        let report = tx.lock::<weekly_report::Entity>(row.owner_id).await?.ok_or(EvidenceError::NotFound)?;
        takes_files(&report)?;
    }
    // What was said is not taken back.
    if said::is_said(&row.owner) || shows_of(&row.owner).is_some() {
        return Err(EvidenceError::NotFound);
    }
    if row.owner == OF_FOLLOW_UP {
        let visit = tx.lock::<follow_up::Entity>(row.owner_id).await?.ok_or(EvidenceError::NotFound)?;
        takes_photos(&visit)?;
    }
    count_files(&tx, &row.owner, row.owner_id, -1).await?;
    take_away(&tx, subject.actor(), attachment).await?;
    tx.commit("").await?;
    Ok(())
}

/// Takes a file from the record that has a right to it, within the record's own write, with the deed.
pub(crate) async fn take_away(tx: &WriteTx, actor: &Actor, attachment: Uuid) -> Result<(), EvidenceError> {
    let row = tx.lock::<Entity>(attachment).await?.filter(|row| row.removed_at.is_none());
    let row = row.ok_or(EvidenceError::NotFound)?;
    let detail = json!({ "owner": row.owner, "owner_id": row.owner_id, "name": row.name });
    tx.audit(row.base_id, actor, Deed::AttachmentRemoved, &attachment.to_string(), &detail);
    let mut gone = row.into_active_model();
    gone.removed_at = Set(Some(tx.now()));
    Entity::update(gone).exec(tx.db()).await?;
    Ok(())
}

/// The papers of a subject itself; those of reports come with the report.
pub async fn papers(store: &Store, scope: Scope, subject: Uuid) -> Result<Vec<Attachment>, EvidenceError> {
    if !scope.covers(subject) {
        return Err(EvidenceError::NotFound);
    }
    Ok(all(of_record(scope.base(), OF_ORGANISATION, subject), store.read()).await?)
}

/// Opens a file for whoever may read its subject, unless it went past the operator.
pub async fn open(
    store: &Store,
    files: &Files,
    scope: Scope,
    attachment: Uuid,
    form: Form,
) -> Result<Opened, EvidenceError> {
    let row = Entity::find_by_id(attachment)
        .filter(Column::BaseId.eq(scope.base()))
        .filter(Column::RemovedAt.is_null())
        .one(store.read())
        .await?;
    let in_sight = |row: &entity::Model| scope.covers(row.subject_id) && !said::is_past_operator(&row.owner);
    let row = row.filter(in_sight).ok_or(EvidenceError::NotFound)?;
    if hidden(store.read(), scope, &row).await? {
        return Err(EvidenceError::NotFound);
    }
    opened(files, row, form).await
}

async fn opened(files: &Files, row: entity::Model, form: Form) -> Result<Opened, EvidenceError> {
    let (hash, kind) = match form {
        Form::Whole => (row.file_hash.clone(), read_kind(&row.media_type)?),
        Form::Thumbnail => (row.thumbnail_hash.ok_or(EvidenceError::NotFound)?, FileKind::Jpeg),
    };
    let contents = files.get(row.base_id, &hash).await?;
    Ok(Opened { name: row.name, media_type: kind.media_type(), contents })
}

/// The files of a report, in the order in which they came.
pub(crate) async fn of_report(
    db: &impl ConnectionTrait,
    base: Uuid,
    report: Uuid,
) -> Result<Vec<Attachment>, StoreError> {
    all(of_record(base, OF_REPORT, report), db).await
}

/// The photos of all visits of an organisation, each with its visit, in the order in which they came.
pub(crate) async fn of_visits(
    db: &impl ConnectionTrait,
    base: Uuid,
    organisation: Uuid,
) -> Result<Vec<(Uuid, Attachment)>, StoreError> {
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.eq(organisation))
        .filter(Column::Owner.eq(OF_FOLLOW_UP))
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(|row| Ok((row.owner_id, attachment(row)?))).collect()
}

fn of_record(base: Uuid, owner: &str, id: Uuid) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::Owner.eq(owner))
        .filter(Column::OwnerId.eq(id))
        .filter(Column::RemovedAt.is_null())
}

async fn all(query: sea_orm::Select<Entity>, db: &impl ConnectionTrait) -> Result<Vec<Attachment>, StoreError> {
    let rows = query.order_by_asc(Column::AddedAt).order_by_asc(Column::Id).all(db).await?;
    rows.into_iter().map(attachment).collect()
}

pub(super) fn attachment(row: entity::Model) -> Result<Attachment, StoreError> {
    let pixels = |side: Option<i32>| side.and_then(|side| u32::try_from(side).ok());
    Ok(Attachment {
        id: row.id,
        kind: read_kind(&row.media_type)?,
        name: row.name,
        size: u64::try_from(row.size).unwrap_or(0),
        dimensions: pixels(row.width).zip(pixels(row.height)),
        added_by: row.added_by,
        added_at: row.added_at,
    })
}

fn read_kind(media_type: &str) -> Result<FileKind, StoreError> {
    let kind = FileKind::ALL.iter().copied().find(|kind| kind.media_type() == media_type);
    kind.ok_or_else(|| StoreError::Unreadable(format!("media type {media_type}")))
}
