//! Files behind the lines of assessment sheets, and behind vetoes.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    Attachment,
    entity::{self, Column, Entity},
    store::{VETO, attachment},
};
use crate::{
    access::Scope,
    assessment::{
        Shows,
        store::{of_line_is_published, of_step_is_published},
    },
    store::StoreError,
};

/// What `owner` holds in the row of a file behind a line; `owner_id` is the line.
pub(crate) fn owner_of(shows: Shows) -> &'static str {
    match shows {
        Shows::OwnPoints => "assessment_line",
        Shows::OperatorPoints => "assessment_operator",
        Shows::BureauPoints => "assessment_bureau",
        Shows::Objection => "assessment_objection",
    }
}

/// What a file behind a line shows; `None` of files behind anything else.
pub(crate) fn shows_of(owner: &str) -> Option<Shows> {
    Shows::ALL.iter().copied().find(|shows| owner_of(*shows) == owner)
}

/// Whether a file is one of those that whoever looks does not see yet: what came with a veto or stands behind others'
/// points, a subject sees once its sheet is published.
pub(super) async fn hidden(db: &impl ConnectionTrait, scope: Scope, row: &entity::Model) -> Result<bool, StoreError> {
    if !scope.is_own(row.subject_id) {
        return Ok(false);
    }
    if row.owner == VETO {
        return Ok(!of_step_is_published(db, row.base_id, row.owner_id).await?);
    }
    match shows_of(&row.owner) {
        Some(shows) if shows.is_of_others() => Ok(!of_line_is_published(db, row.base_id, row.owner_id).await?),
        _ => Ok(false),
    }
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
        .filter(Column::Owner.is_in(Shows::ALL.iter().copied().map(owner_of)))
        .filter(Column::RemovedAt.is_null())
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let file = |row: entity::Model| Some((row.owner_id, shows_of(&row.owner)?, row));
    rows.into_iter().filter_map(file).map(|(line, shows, row)| Ok((line, shows, attachment(row)?))).collect()
}
