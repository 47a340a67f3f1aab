//! Help that visits found to be needed.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    follow_up::{
        HelpNeeded, Visit,
        entity::follow_up::{Column, Entity},
    },
    store::StoreError,
};

/// The help that a filed visit of an organisation says to be needed; one statement.
pub(crate) async fn help_needed(
    db: &impl ConnectionTrait,
    base: Uuid,
    organisation: Uuid,
    visit: Uuid,
) -> Result<Option<HelpNeeded>, StoreError> {
    let row = Entity::find_by_id(visit)
        .filter(Column::BaseId.eq(base))
        .filter(Column::OrganisationId.eq(organisation))
        .one(db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(row.read_visit()?.as_ref().and_then(Visit::help_needed))
}
