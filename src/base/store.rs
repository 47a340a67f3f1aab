//! Finding and founding bases.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Query,
};
use uuid::Uuid;

use super::{Base, FoundingField, FoundingProblem, FoundingText, entity, founding::FoundingFault};
use crate::{
    access::{Actor, Admin},
    audit::Deed,
    organisation::entity::organisation,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

impl From<entity::Model> for Base {
    fn from(row: entity::Model) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            short_code: row.short_code,
            zone: row.zone.parse().unwrap_or(chrono_tz::Asia::Shanghai),
            operator_name: row.operator_name,
            bureau_name: row.bureau_name,
            demo: row.demo,
        }
    }
}

/// What a new base is founded with.
#[derive(Debug, Clone)]
pub struct NewBase {
    pub slug: String,
    pub name: String,
    pub short_code: String,
    pub operator_name: String,
    pub bureau_name: String,
    pub demo: bool,
}

pub async fn all(store: &Store) -> Result<Vec<Base>, StoreError> {
    let rows = entity::Entity::find().order_by_asc(entity::Column::Name).all(store.read()).await?;
    Ok(rows.into_iter().map(Base::from).collect())
}

pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Base>, StoreError> {
    let row = entity::Entity::find().filter(entity::Column::Slug.eq(slug)).one(db).await?;
    Ok(row.map(Base::from))
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Base>, StoreError> {
    Ok(entity::Entity::find_by_id(id).one(db).await?.map(Base::from))
}

/// The base that an organisation belongs to: one statement.
pub async fn of_organisation(db: &impl ConnectionTrait, organisation: Uuid) -> Result<Option<Base>, StoreError> {
    let its = Query::select()
        .column(organisation::Column::BaseId)
        .from(organisation::Entity)
        .and_where(organisation::Column::Id.eq(organisation))
        .to_owned();
    let row = entity::Entity::find().filter(entity::Column::Id.in_subquery(its)).one(db).await?;
    Ok(row.map(Base::from))
}

/// Finds a base by its slug or its full name, as the command line names it.
pub async fn by_name(store: &Store, name: &str) -> Result<Option<Base>, StoreError> {
    let either = Condition::any().add(entity::Column::Slug.eq(name)).add(entity::Column::Name.eq(name));
    let row = entity::Entity::find().filter(either).one(store.read()).await?;
    Ok(row.map(Base::from))
}

/// Founds a base inside a write that is under way.
pub async fn found(tx: &WriteTx, actor: &Actor, new: NewBase) -> Result<Base, StoreError> {
    let row = entity::ActiveModel {
        id: Set(Uuid::now_v7()),
        slug: Set(new.slug),
        name: Set(new.name),
        short_code: Set(new.short_code),
        zone: Set(chrono_tz::Asia::Shanghai.name().to_owned()),
        operator_name: Set(new.operator_name),
        bureau_name: Set(new.bureau_name),
        demo: Set(new.demo),
        created_at: Set(tx.now()),
        row_version: Set(1),
    };
    let base = Base::from(entity::Entity::insert(row).exec_with_returning(tx.db()).await?);
    tx.audit_installation(actor, Deed::BaseFounded, &base.id.to_string(), &serde_json::json!({ "name": base.name }));
    Ok(base)
}

/// Why a base is not founded.
#[derive(Debug, thiserror::Error)]
pub enum FoundingError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Every field at fault.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<FoundingProblem>),
}

/// Founds a base from what an administrator typed; the outcome is its slug.
pub async fn found_from(
    store: &Store,
    admin: &Admin,
    text: &FoundingText,
    intent: Intent,
) -> Result<String, FoundingError> {
    let judged = text.judge().map_err(FoundingError::Invalid)?;
    let tx = match store.begin(admin.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let taken = |field| FoundingError::Invalid(vec![FoundingProblem { field, fault: FoundingFault::Taken }]);
    if by_slug(tx.db(), &judged.slug).await?.is_some() {
        return Err(taken(FoundingField::Slug));
    }
    let namesakes = entity::Entity::find().filter(entity::Column::Name.eq(judged.name.as_str()));
    if namesakes.one(tx.db()).await.map_err(StoreError::from)?.is_some() {
        return Err(taken(FoundingField::Name));
    }
    let new = NewBase {
        slug: judged.slug,
        name: judged.name,
        short_code: judged.short_code,
        operator_name: judged.operator_name,
        bureau_name: judged.bureau_name,
        demo: false,
    };
    let base = found(&tx, admin.actor(), new).await?;
    Ok(tx.commit(base.slug).await?)
}
