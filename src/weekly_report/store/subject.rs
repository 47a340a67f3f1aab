use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

use super::WeeklyReportError;
use crate::{
    access::{Actor, BureauOfficer, Manager, Member, Overseer, Role, Scope},
    account::entity::membership,
    organisation::entity::organisation,
    store::{Store, StoreError},
};

/// Whose report it is, and who writes in it.
#[derive(Debug, Clone)]
pub struct Subject {
    base: Uuid,
    id: Uuid,
    of_base: bool,
    on_behalf: bool,
    actor: Actor,
}

impl From<&Member> for Subject {
    /// One's own organisation.
    fn from(member: &Member) -> Self {
        let (base, id, actor) = (member.base(), member.organisation(), member.actor().clone());
        Self { base, id, of_base: false, on_behalf: false, actor }
    }
}

impl From<&Manager> for Subject {
    /// The base itself.
    fn from(manager: &Manager) -> Self {
        let (base, actor) = (manager.base(), manager.actor().clone());
        Self { base, id: base, of_base: true, on_behalf: false, actor }
    }
}

impl Subject {
    /// An organisation of the base, for which the operator files (代填).
    ///
    /// # Errors
    /// [`WeeklyReportError::NotFound`] for an organisation of another base.
    pub async fn on_behalf(store: &Store, manager: &Manager, organisation: Uuid) -> Result<Self, WeeklyReportError> {
        let (base, actor) = (manager.base(), manager.actor().clone());
        let of_base = organisation::Column::BaseId.eq(base);
        let there = organisation::Entity::find_by_id(organisation).filter(of_base).count(store.read()).await?;
        if there == 0 {
            return Err(WeeklyReportError::NotFound);
        }
        Ok(Self { base, id: organisation, of_base: false, on_behalf: true, actor })
    }

    pub fn base(&self) -> Uuid {
        self.base
    }

    /// The organisation's id, or the base's own.
    pub fn id(&self) -> Uuid {
        self.id
    }

    pub fn is_base(&self) -> bool {
        self.of_base
    }

    /// Whether the operator files for an organisation.
    pub fn is_on_behalf(&self) -> bool {
        self.on_behalf
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// Who reviews: the operator the organisations' reports, the bureau the base's.
#[derive(Debug, Clone)]
pub struct Reviewer {
    base: Uuid,
    of_base: bool,
    actor: Actor,
}

impl From<&Manager> for Reviewer {
    fn from(manager: &Manager) -> Self {
        Self { base: manager.base(), of_base: false, actor: manager.actor().clone() }
    }
}

impl From<&BureauOfficer> for Reviewer {
    fn from(officer: &BureauOfficer) -> Self {
        Self { base: officer.base(), of_base: true, actor: officer.actor().clone() }
    }
}

impl Reviewer {
    pub fn base(&self) -> Uuid {
        self.base
    }

    /// Whether it is the base's own report that they review.
    pub fn reviews_base(&self) -> bool {
        self.of_base
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Whether the reviewer belongs to a subject, too, and so may not review it.
    pub(crate) async fn belongs_to(&self, db: &impl ConnectionTrait, subject: Uuid) -> Result<bool, StoreError> {
        let Some(account) = self.actor.account else { return Ok(false) };
        let standing = membership::Entity::find()
            .filter(membership::Column::AccountId.eq(account))
            .filter(membership::Column::BaseId.eq(self.base))
            .filter(membership::Column::EndedAt.is_null());
        let own = if self.of_base {
            standing.filter(membership::Column::Role.eq(Role::Manager.code()))
        } else {
            standing.filter(membership::Column::OrganisationId.eq(subject))
        };
        Ok(own.count(db).await? > 0)
    }
}

/// Who may say something about a report: its author's side, the operator and the bureau.
#[derive(Debug, Clone)]
pub struct Speaker {
    scope: Scope,
    actor: Actor,
}

impl From<&Member> for Speaker {
    fn from(member: &Member) -> Self {
        Self { scope: member.into(), actor: member.actor().clone() }
    }
}

impl From<&Overseer> for Speaker {
    fn from(overseer: &Overseer) -> Self {
        Self { scope: overseer.into(), actor: overseer.actor().clone() }
    }
}

impl Speaker {
    pub fn scope(&self) -> Scope {
        self.scope
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}
