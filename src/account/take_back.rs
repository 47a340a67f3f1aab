//! Whoever is shown out leaves no way back in: the links that they have made and nobody has used are taken back.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use serde_json::json;
use uuid::Uuid;

use super::{
    entity::one_time_link::{Column, Entity},
    link::note,
};
use crate::{
    access::Actor,
    audit::{Deed, entity::audit_event},
    store::{StoreError, WriteTx},
};

/// Takes back the open links that an account has made: those of one base, or all. The caller holds the account's row.
pub(super) async fn links_made_by(
    tx: &WriteTx,
    actor: &Actor,
    maker: Uuid,
    base: Option<Uuid>,
) -> Result<(), StoreError> {
    let mut open = Entity::find()
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(tx.now()));
    if let Some(base) = base {
        open = open.filter(Column::BaseId.eq(base));
    }
    let open = open.order_by_asc(Column::Id).all(tx.db()).await?;
    if open.is_empty() {
        return Ok(());
    }
    // Who made a link is told by the event of its making.
    let made: Vec<String> = audit_event::Entity::find()
        .select_only()
        .column(audit_event::Column::Subject)
        .filter(audit_event::Column::Action.eq(Deed::LinkMade.code()))
        .filter(audit_event::Column::AccountId.eq(maker))
        .filter(audit_event::Column::Subject.is_in(open.iter().map(|row| row.id.to_string())))
        .into_tuple()
        .all(tx.db())
        .await?;
    let theirs: Vec<_> = open.into_iter().filter(|row| made.contains(&row.id.to_string())).collect();
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(tx.now()))
        .filter(Column::Id.is_in(theirs.iter().map(|row| row.id)))
        .exec(tx.db())
        .await?;
    for row in theirs {
        note(tx, row.base_id, actor, Deed::LinkRevoked, row.id, &json!({}));
    }
    Ok(())
}
