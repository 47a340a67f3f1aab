//! Files behind the lines of assessment sheets, and behind vetoes.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    Attachment, EvidenceError,
    entity::{self, Column, Entity},
    store::{VETO, attachment},
};
use crate::{
    access::Scope,
    assessment::{
        Shows,
        store::{is_published, takes_files},
    },
    store::{StoreError, WriteTx},
    weekly_report::store::Subject,
};

const OF_OWN_POINTS: &str = "assessment_line";
const OF_OBJECTION: &str = "assessment_objection";

/// What `owner` holds in the row.
pub(super) fn owner_of(shows: Shows) -> &'static str {
    match shows {
        Shows::OwnPoints => OF_OWN_POINTS,
        Shows::Objection => OF_OBJECTION,
    }
}

/// What a file behind a line shows; `None` of files behind anything else.
pub(crate) fn shows_of(owner: &str) -> Option<Shows> {
    Shows::ALL.iter().copied().find(|shows| owner_of(*shows) == owner)
}

/// A line takes files now, and lets them go.
pub(super) async fn open_to_files(
    tx: &WriteTx,
    subject: &Subject,
    line: Uuid,
    shows: Shows,
) -> Result<(), EvidenceError> {
    match takes_files(tx, subject.base(), subject.id(), line, shows).await? {
        None => Err(EvidenceError::NotFound),
        Some(false) => Err(EvidenceError::Closed),
        Some(true) => Ok(()),
    }
}

/// Whether a file came with a veto that whoever looks does not see yet: a subject sees it once its sheet is published.
pub(super) async fn hidden(db: &impl ConnectionTrait, scope: Scope, row: &entity::Model) -> Result<bool, StoreError> {
    if row.owner != VETO || !scope.is_own(row.subject_id) {
        return Ok(false);
    }
    Ok(!is_published(db, row.base_id, row.owner_id).await?)
}

/// The files of some lines, each with its line and what it shows, in the order in which they came.
pub(crate) async fn of_lines(
    db: &impl ConnectionTrait,
    base: Uuid,
    lines: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<(Uuid, Shows, Attachment)>, StoreError> {
    let rows = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::OwnerId.is_in(lines))
        .filter(Column::Owner.is_in([OF_OWN_POINTS, OF_OBJECTION]))
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let file = |row: entity::Model| Some((row.owner_id, shows_of(&row.owner)?, row));
    rows.into_iter().filter_map(file).map(|(line, shows, row)| Ok((line, shows, attachment(row)?))).collect()
}
