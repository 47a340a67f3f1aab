//! Links that nobody has used are taken back with what they rest on: whoever is shown out leaves no way back in, and a new
//! password leaves none to another.

use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr,
};
use uuid::Uuid;

use super::{
    entity::one_time_link::{Column, Entity, Model},
    link::{LinkKind, note_revoked},
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
    let open = match base {
        Some(base) => open(tx).filter(Column::BaseId.eq(base)),
        None => open(tx),
    };
    let open = open.order_by_asc(Column::Id).all(tx.db()).await?;
    if open.is_empty() {
        return Ok(());
    }
    let made: Vec<String> = makings_by(maker)
        .select_only()
        .column(audit_event::Column::Subject)
        .filter(audit_event::Column::Subject.is_in(open.iter().map(|row| row.id.to_string())))
        .into_tuple()
        .all(tx.db())
        .await?;
    take(tx, actor, open.into_iter().filter(|row| made.contains(&row.id.to_string())).collect()).await
}

/// Whether an account has made a link.
pub(super) async fn is_made_by(tx: &WriteTx, maker: Uuid, link: Uuid) -> Result<bool, StoreError> {
    let makings = makings_by(maker).filter(audit_event::Column::Subject.eq(link.to_string()));
    Ok(makings.count(tx.db()).await? > 0)
}

/// Who made a link is told by the event of its making.
fn makings_by(maker: Uuid) -> Select<audit_event::Entity> {
    audit_event::Entity::find()
        .filter(audit_event::Column::Action.eq(Deed::LinkMade.code()))
        .filter(audit_event::Column::AccountId.eq(maker))
}

/// Takes back the open links by which an account's password can be set. The caller holds the account's row.
pub(super) async fn resets_of(tx: &WriteTx, actor: &Actor, account: Uuid) -> Result<(), StoreError> {
    let open = open(tx).filter(Column::Kind.eq(LinkKind::Reset.code())).filter(Column::AccountId.eq(account));
    take(tx, actor, open.order_by_asc(Column::Id).all(tx.db()).await?).await
}

fn open(tx: &WriteTx) -> Select<Entity> {
    Entity::find()
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(tx.now()))
}

async fn take(tx: &WriteTx, actor: &Actor, links: Vec<Model>) -> Result<(), StoreError> {
    if links.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(tx.now()))
        .filter(Column::Id.is_in(links.iter().map(|row| row.id)))
        .exec(tx.db())
        .await?;
    note_revoked(tx, actor, &links).await
}
