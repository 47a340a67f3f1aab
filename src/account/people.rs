//! The people of a base's organisations, as its operator sees them.

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::{
    AccountError,
    entity::{account, membership, one_time_link},
    link::{self, OpenLink},
};
use crate::{
    access::{Manager, Role},
    organisation::entity::organisation,
    store::{Page, Paging, Store, StoreError, containing},
};

/// Which organisations to list with their people.
#[derive(Debug, Clone, Default)]
pub struct PeopleAsked {
    /// Part of the organisation's name, or of a person's.
    pub search: String,
    /// Only those for which nobody can sign in yet.
    pub nobody_yet: bool,
}

/// Organisations of a page of the list.
pub const PER_PAGE: u64 = 25;

/// An organisation, who acts for it, and who has been invited to.
#[derive(Debug, Clone)]
pub struct OrganisationPeople {
    pub organisation: Uuid,
    pub name: String,
    pub people: Vec<StaffAccount>,
    pub links: Vec<OpenLink>,
}

/// Somebody who acts for an organisation.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct StaffAccount {
    pub membership: Uuid,
    pub account: Uuid,
    pub organisation: Uuid,
    pub name: String,
    pub display_name: String,
    pub since: chrono::DateTime<chrono::Utc>,
    pub disabled_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Named {
    id: Uuid,
    name: String,
}

/// Lists the organisations of the manager's base by name, a page at a time, with their people. Four statements.
pub async fn people(
    store: &Store,
    manager: &Manager,
    asked: &PeopleAsked,
    paging: Paging,
) -> Result<Page<OrganisationPeople>, StoreError> {
    let found = organisation::Entity::find().filter(condition(manager, asked));
    let total = found.clone().count(store.read()).await?;
    let organisations = found
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Name])
        .order_by_asc(organisation::Column::Name)
        .order_by_asc(organisation::Column::Id)
        .limit(paging.size)
        .offset(paging.offset())
        .into_model::<Named>()
        .all(store.read())
        .await?;
    let ids: Vec<Uuid> = organisations.iter().map(|organisation| organisation.id).collect();
    let staff = staff_of(manager, &ids).into_model::<StaffAccount>().all(store.read()).await?;
    let open = Condition::all()
        .add(one_time_link::Column::BaseId.eq(manager.base()))
        .add(one_time_link::Column::OrganisationId.is_in(ids));
    let links = link::open(store, open).await?;
    let rows = organisations
        .into_iter()
        .map(|Named { id, name }| OrganisationPeople {
            organisation: id,
            name,
            people: staff.iter().filter(|person| person.organisation == id).cloned().collect(),
            links: links.iter().filter(|link| link.organisation == Some(id)).cloned().collect(),
        })
        .collect();
    Ok(Page { rows, total })
}

/// The name of an organisation of the manager's base.
pub async fn organisation_name(store: &Store, manager: &Manager, organisation: Uuid) -> Result<String, AccountError> {
    let row = organisation::Entity::find_by_id(organisation).filter(organisation::Column::BaseId.eq(manager.base()));
    Ok(row.one(store.read()).await?.ok_or(AccountError::NotFound)?.name)
}

/// Finds an organisation of any base by its name or code, for an administrator who types it.
pub async fn organisation_named(
    store: &Store,
    _admin: &crate::access::Admin,
    base: Uuid,
    typed: &str,
) -> Result<Uuid, AccountError> {
    let either = organisation::Column::Name.eq(typed.trim()).or(organisation::Column::Code.eq(typed.trim()));
    let row = organisation::Entity::find().filter(organisation::Column::BaseId.eq(base)).filter(either);
    Ok(row.one(store.read()).await?.ok_or(AccountError::NotFound)?.id)
}

fn condition(manager: &Manager, asked: &PeopleAsked) -> Condition {
    let of_base = membership::Entity::find()
        .select_only()
        .column(membership::Column::OrganisationId)
        .filter(membership::Column::BaseId.eq(manager.base()))
        .filter(membership::Column::OrganisationId.is_not_null())
        .filter(membership::Column::EndedAt.is_null());
    let mut all = Condition::all().add(organisation::Column::BaseId.eq(manager.base()));
    if asked.nobody_yet {
        all = all.add(organisation::Column::Id.not_in_subquery(of_base.clone().into_query()));
    }
    let search = asked.search.trim();
    if !search.is_empty() {
        let person = account::Column::DisplayName
            .like(containing(search))
            .or(account::Column::Name.like(containing(&search.to_lowercase())));
        let with_person = of_base.join(JoinType::InnerJoin, to_account()).filter(person).into_query();
        all = all.add(
            organisation::Column::Name.like(containing(search)).or(organisation::Column::Id.in_subquery(with_person)),
        );
    }
    all
}

fn staff_of(manager: &Manager, organisations: &[Uuid]) -> sea_orm::Select<membership::Entity> {
    membership::Entity::find()
        .select_only()
        .column_as(membership::Column::Id, "membership")
        .column_as(membership::Column::AccountId, "account")
        .column_as(membership::Column::OrganisationId, "organisation")
        .column(membership::Column::Since)
        .column(account::Column::Name)
        .column(account::Column::DisplayName)
        .column(account::Column::DisabledAt)
        .join(JoinType::InnerJoin, to_account())
        .filter(membership::Column::BaseId.eq(manager.base()))
        .filter(membership::Column::OrganisationId.is_in(organisations.to_vec()))
        .filter(membership::Column::Role.eq(Role::Organisation.code()))
        .filter(membership::Column::EndedAt.is_null())
        .order_by_asc(account::Column::DisplayName)
}

fn to_account() -> sea_orm::RelationDef {
    membership::Entity::belongs_to(account::Entity).from(membership::Column::AccountId).to(account::Column::Id).into()
}
