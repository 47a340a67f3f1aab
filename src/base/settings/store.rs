//! Keeping what is settled for a base.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{
    super::entity as base,
    Deciders, SettingsProblem, SettingsText,
    entity::{ActiveModel, Column, Entity},
};
use crate::{
    access::{BaseReader, BureauOfficer, Role},
    account::entity::{account, membership},
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, expect_version},
};

/// Somebody whom the settings name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: Uuid,
    pub name: String,
    /// An officer of the base's bureau still, who can sign in.
    pub serves: bool,
    /// One of the operator's people, too.
    pub belongs: bool,
}

/// What is settled for a base.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    pub superior: Option<Person>,
    pub deputy: Option<Person>,
    /// 0 before anything was settled.
    pub row_version: i32,
}

/// Why settings were not changed.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// Every field at fault.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<SettingsProblem>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for SettingsError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// What is settled for the base: three statements at the most.
pub async fn settings(store: &Store, reader: &BaseReader) -> Result<Settings, StoreError> {
    of_base(store.read(), reader.base()).await
}

pub(crate) async fn of_base(db: &impl ConnectionTrait, base: Uuid) -> Result<Settings, StoreError> {
    let Some(row) = Entity::find().filter(Column::BaseId.eq(base)).one(db).await? else {
        return Ok(Settings::default());
    };
    let ids: Vec<Uuid> = [row.superior_id, row.deputy_id].into_iter().flatten().collect();
    if ids.is_empty() {
        return Ok(Settings { row_version: row.row_version, ..Settings::default() });
    }
    let accounts = account::Entity::find().filter(account::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let standing = membership::Entity::find()
        .filter(membership::Column::AccountId.is_in(ids))
        .filter(membership::Column::BaseId.eq(base))
        .filter(membership::Column::EndedAt.is_null())
        .all(db)
        .await?;
    let person = |id: Uuid| {
        let account = accounts.iter().find(|account| account.id == id)?;
        let is = |role: Role| standing.iter().any(|row| row.account_id == id && row.role == role.code());
        let serves = account.disabled_at.is_none() && is(Role::Bureau);
        Some(Person { id, name: account.display_name.clone(), serves, belongs: is(Role::Manager) })
    };
    Ok(Settings {
        superior: row.superior_id.and_then(person),
        deputy: row.deputy_id.and_then(person),
        row_version: row.row_version,
    })
}

/// The officers of the base's bureau who can sign in, by name: id and name of each.
pub async fn officers(store: &Store, reader: &BaseReader) -> Result<Vec<(Uuid, String)>, StoreError> {
    officers_of(store.read(), reader.base()).await
}

async fn officers_of(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<(Uuid, String)>, StoreError> {
    let of_account =
        membership::Entity::belongs_to(account::Entity).from(membership::Column::AccountId).to(account::Column::Id);
    let officers = membership::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .column(account::Column::DisplayName)
        .join(JoinType::InnerJoin, of_account.into())
        .filter(membership::Column::BaseId.eq(base))
        .filter(membership::Column::Role.eq(Role::Bureau.code()))
        .filter(membership::Column::EndedAt.is_null())
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::DisplayName)
        .order_by_asc(account::Column::Id);
    Ok(officers.into_tuple().all(db).await?)
}

/// Changes what is settled; `seen` is the version that was changed.
///
/// # Errors
/// [`SettingsError::Invalid`]; [`StoreError::Stale`] where somebody has changed them since.
pub async fn change(
    store: &Store,
    officer: &BureauOfficer,
    typed: &SettingsText,
    seen: i32,
    intent: Intent,
) -> Result<(), SettingsError> {
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    // The base first, so that two who settle something for the first time meet here.
    tx.lock::<base::Entity>(officer.base()).await?;
    let officers: Vec<Uuid> = officers_of(tx.db(), officer.base()).await?.into_iter().map(|(id, _)| id).collect();
    let Deciders { superior, deputy } = typed.judge(&officers).map_err(SettingsError::Invalid)?;
    let row = Entity::find().filter(Column::BaseId.eq(officer.base())).one(tx.db()).await?;
    expect_version(row.as_ref().map_or(0, |row| row.row_version), seen)?;
    let settled = ActiveModel {
        superior_id: Set(superior),
        deputy_id: Set(deputy),
        changed_at: Set(tx.now()),
        changed_by: Set(officer.actor().name.clone()),
        row_version: Set(seen + 1),
        ..row.as_ref().map(|row| row.clone().into_active_model()).unwrap_or_default()
    };
    if row.is_some() {
        Entity::update(settled).exec(tx.db()).await?;
    } else {
        let first = ActiveModel { id: Set(Uuid::now_v7()), base_id: Set(officer.base()), ..settled };
        Entity::insert(first).exec_without_returning(tx.db()).await?;
    }
    let detail = Deciders { superior, deputy };
    tx.audit(officer.base(), officer.actor(), Deed::BaseSettingsChanged, &officer.base().to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}
