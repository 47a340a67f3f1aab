//! A row of a scorecard, read as what it means.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::super::{
    CardState, CardText, Kind, Scorecard,
    entity::scorecard_version::{Column, Entity, Model},
    shipped,
};
use super::CardVersion;
use crate::store::{StoreError, WriteTx, read_json};

impl Model {
    pub(super) fn read_state(&self) -> Result<CardState, StoreError> {
        self.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
    }

    pub(super) fn read_card(&self) -> Result<Scorecard, StoreError> {
        read_json(&self.card, "scorecard")
    }

    pub(super) fn read_draft(&self) -> Result<CardText, StoreError> {
        read_json(&self.draft, "scorecard draft")
    }
}

/// The row of a kind in a state of which there is one at the most.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    base: Uuid,
    kind: Kind,
    state: CardState,
) -> Result<Option<Model>, StoreError> {
    let of = Entity::find().filter(Column::BaseId.eq(base)).filter(Column::Kind.eq(kind.code()));
    Ok(of.filter(Column::State.eq(state.code())).one(db).await?)
}

/// The draft of a kind, held until the end of the write.
pub(super) async fn hold_draft(tx: &WriteTx, base: Uuid, kind: Kind) -> Result<Option<Model>, StoreError> {
    match find(tx.db(), base, kind, CardState::Draft).await? {
        Some(found) => tx.lock::<Entity>(found.id).await,
        None => Ok(None),
    }
}

/// What a row that is in force, or none, says.
pub(super) fn standing(row: Option<&Model>, kind: Kind) -> Result<CardVersion, StoreError> {
    match row {
        Some(row) => Ok(CardVersion { version: row.version, card: row.read_card()? }),
        None => Ok(CardVersion { version: 1, card: shipped(kind) }),
    }
}
