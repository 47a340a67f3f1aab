use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};

use super::entity::{audit_event, audit_head};
use crate::store::{Store, StoreError};

/// How far a chain had come at some time. Kept outside of the database, it shows a chain that was cut or
/// rewritten as a whole since then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// A base's id, or [`super::INSTALLATION`].
    pub chain: String,
    /// The newest event's place in the chain, from 1.
    pub seq: i64,
    /// The newest event's hash.
    pub hash: String,
}

/// How far each chain has come, in the order of their names.
pub async fn checkpoints(store: &Store) -> Result<Vec<Checkpoint>, StoreError> {
    let heads = audit_head::Entity::find().order_by_asc(audit_head::Column::Chain).all(store.read()).await?;
    Ok(heads.into_iter().map(|head| Checkpoint { chain: head.chain, seq: head.seq, hash: head.hash }).collect())
}

/// Whether a chain still has the event of a checkpoint in its place; it may have grown since.
///
/// Says nothing of the links between: see [`super::verify`].
pub async fn passes(store: &Store, checkpoint: &Checkpoint) -> Result<bool, StoreError> {
    let same = audit_event::Entity::find()
        .filter(audit_event::Column::Chain.eq(&checkpoint.chain))
        .filter(audit_event::Column::Seq.eq(checkpoint.seq))
        .filter(audit_event::Column::Hash.eq(&checkpoint.hash));
    Ok(same.count(store.read()).await? == 1)
}
