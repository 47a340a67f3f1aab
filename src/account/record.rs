//! How accounts and memberships are written, inside a write that is under way.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QuerySelect,
    SqlErr, sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    AccountError, AccountName, Password, PersonName, api_token,
    entity::{account, membership, session},
    hashing,
};
use crate::{
    access::{Actor, Role},
    audit::Deed,
    base, organisation,
    store::{StoreError, WriteTx},
};

/// What an account begins with.
#[derive(Debug, Clone)]
pub struct NewAccount {
    pub name: AccountName,
    pub display_name: PersonName,
    /// Without one nobody can sign in until a one-time link has set it.
    pub password: Option<Password>,
    pub admin: bool,
}

impl NewAccount {
    /// Its password as it is kept.
    pub(super) async fn hashed(&self) -> Result<Option<String>, StoreError> {
        match &self.password {
            Some(password) => Ok(Some(hashing::hash(password).await?)),
            None => Ok(None),
        }
    }
}

/// Where a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A base, as one of [`Role::OF_BASE`].
    Base { base: Uuid, role: Role },
    /// One organisation of a base, as its staff.
    Organisation { base: Uuid, organisation: Uuid },
}

impl Place {
    pub fn base(self) -> Uuid {
        match self {
            Self::Base { base, .. } | Self::Organisation { base, .. } => base,
        }
    }

    pub fn organisation(self) -> Option<Uuid> {
        match self {
            Self::Base { .. } => None,
            Self::Organisation { organisation, .. } => Some(organisation),
        }
    }

    pub fn role(self) -> Role {
        match self {
            Self::Base { role, .. } => role,
            Self::Organisation { .. } => Role::Organisation,
        }
    }

    /// The place exists, and its role is one that a base gives.
    pub(super) async fn check(self, tx: &WriteTx) -> Result<(), AccountError> {
        let found = match self {
            Self::Base { base, role } => {
                Role::OF_BASE.contains(&role) && base::store::by_id(tx.db(), base).await?.is_some()
            }
            Self::Organisation { base, organisation } => {
                use organisation::entity::organisation::{Column, Entity};
                Entity::find_by_id(organisation).filter(Column::BaseId.eq(base)).one(tx.db()).await?.is_some()
            }
        };
        if found { Ok(()) } else { Err(AccountError::NotFound) }
    }
}

/// Adds an account; gives its id. It hashes within the write, which others wait for meanwhile: what people wait for hashes
/// before, and comes by `create_hashed`.
pub async fn create(tx: &WriteTx, actor: &Actor, new: NewAccount) -> Result<Uuid, AccountError> {
    let hash = new.hashed().await?;
    create_hashed(tx, actor, &new, hash).await
}

/// As [`create`], with what [`NewAccount::hashed`] gave.
pub(super) async fn create_hashed(
    tx: &WriteTx,
    actor: &Actor,
    new: &NewAccount,
    password_hash: Option<String>,
) -> Result<Uuid, AccountError> {
    let id = Uuid::now_v7();
    let row = account::ActiveModel {
        id: Set(id),
        name: Set(new.name.as_str().to_owned()),
        display_name: Set(new.display_name.as_str().to_owned()),
        password_changed_at: Set(password_hash.is_some().then(|| tx.now())),
        password_hash: Set(password_hash),
        is_admin: Set(new.admin),
        language: Set(None),
        hints_away: Set(None),
        disabled_at: Set(None),
        created_at: Set(tx.now()),
        row_version: Set(1),
    };
    account::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(name_taken)?;
    let detail = json!({ "name": new.name, "display_name": new.display_name, "admin": new.admin });
    tx.audit_installation(actor, Deed::AccountCreated, &id.to_string(), &detail);
    Ok(id)
}

/// Gives a role to an account; its sessions end, since what they may do has changed.
pub async fn grant(tx: &WriteTx, actor: &Actor, account: Uuid, place: Place) -> Result<Uuid, AccountError> {
    let person = tx.lock::<account::Entity>(account).await?.ok_or(AccountError::NotFound)?.display_name;
    place.check(tx).await?;
    let same = membership::Entity::find()
        .filter(membership::Column::AccountId.eq(account))
        .filter(membership::Column::BaseId.eq(place.base()))
        .filter(membership::Column::Role.eq(place.role().code()))
        .filter(match place.organisation() {
            Some(organisation) => membership::Column::OrganisationId.eq(organisation),
            None => membership::Column::OrganisationId.is_null(),
        })
        .filter(membership::Column::EndedAt.is_null());
    if same.one(tx.db()).await?.is_some() {
        return Err(AccountError::AlreadyMember);
    }
    let id = Uuid::now_v7();
    let row = membership::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        base_id: Set(place.base()),
        organisation_id: Set(place.organisation()),
        role: Set(place.role().code().to_owned()),
        since: Set(tx.now()),
        ended_at: Set(None),
        row_version: Set(1),
    };
    membership::Entity::insert(row).exec_without_returning(tx.db()).await?;
    let detail =
        json!({ "account": account, "person": person, "role": place.role(), "organisation": place.organisation() });
    tx.audit(place.base(), actor, Deed::MembershipGranted, &id.to_string(), &detail);
    end_sessions(tx, account, None).await?;
    Ok(id)
}

/// Nobody gives themselves a role. The only administrator may where nobody has had one yet, so that a base can begin with
/// one person; as its bureau not even then.
pub(super) async fn may_take_oneself(tx: &WriteTx, account: Uuid, place: Place) -> Result<(), AccountError> {
    let admins = lock_admins(tx).await?;
    let only = admins.iter().all(|admin| admin.id == account) && !admins.is_empty();
    if !only || place.role() == Role::Bureau {
        return Err(AccountError::OwnRole);
    }
    let of_base = membership::Entity::find().filter(membership::Column::BaseId.eq(place.base()));
    if of_base.count(tx.db()).await? > 0 { Err(AccountError::OwnRole) } else { Ok(()) }
}

/// Sets another password: every session of the account ends, and every token of its programs is revoked. Gives how many
/// tokens that were. The caller holds the account's row.
pub(super) async fn set_password(
    tx: &WriteTx,
    actor: &Actor,
    row: account::Model,
    hash: String,
) -> Result<usize, StoreError> {
    end_sessions(tx, row.id, None).await?;
    let revoked = api_token::revoke_all(tx, actor, row.id).await?;
    let version = row.row_version;
    let mut row = row.into_active_model();
    row.password_hash = Set(Some(hash));
    row.password_changed_at = Set(Some(tx.now()));
    row.row_version = Set(version + 1);
    account::Entity::update(row).exec(tx.db()).await?;
    Ok(revoked)
}

/// Ends the sessions of an account, except the one to keep. The caller holds the account's row, so that no sign-in
/// slips in between.
pub(super) async fn end_sessions(tx: &WriteTx, account: Uuid, keep: Option<Uuid>) -> Result<u64, StoreError> {
    let mut sessions = session::Entity::update_many()
        .col_expr(session::Column::EndsAt, Expr::value(tx.now()))
        .filter(session::Column::AccountId.eq(account))
        .filter(session::Column::EndsAt.gt(tx.now()));
    if let Some(keep) = keep {
        sessions = sessions.filter(session::Column::Id.ne(keep));
    }
    Ok(sessions.exec(tx.db()).await?.rows_affected)
}

/// The administrators that can sign in, held until the end of the write.
pub(super) async fn lock_admins(tx: &WriteTx) -> Result<Vec<account::Model>, StoreError> {
    use sea_orm::QueryOrder;
    let admins = account::Entity::find()
        .filter(account::Column::IsAdmin.eq(true))
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Id)
        .lock_exclusive();
    Ok(admins.all(tx.db()).await?)
}

fn name_taken(error: DbErr) -> AccountError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => AccountError::NameTaken,
        _ => error.into(),
    }
}
