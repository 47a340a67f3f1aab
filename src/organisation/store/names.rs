//! Organisations by their names: those that a search finds, and all of them to choose from.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

use crate::{
    organisation::entity::organisation::{self, Column},
    store::{StoreError, containing},
};

/// Part of the name, or of its initials.
pub(crate) fn named_like(search: &str) -> Condition {
    Condition::any()
        .add(Column::Name.like(containing(search)))
        .add(Column::Initials.like(containing(&search.to_lowercase())))
}

/// The ids of a base's organisations with a part of their name or initials.
pub(crate) fn called(base: Uuid, search: &str) -> SelectStatement {
    Query::select()
        .column(Column::Id)
        .from(organisation::Entity)
        .and_where(Column::BaseId.eq(base))
        .cond_where(named_like(search))
        .to_owned()
}

/// The organisations of a base, by name, for a form to choose from.
pub async fn choices(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<(Uuid, String)>, StoreError> {
    let all = organisation::Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::BaseId.eq(base))
        .order_by_asc(Column::Initials)
        .order_by_asc(Column::Name)
        .into_tuple()
        .all(db)
        .await?;
    Ok(all)
}
