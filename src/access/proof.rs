//! The proofs themselves. Their fields are private, and nothing outside of `access` makes one.

use uuid::Uuid;

use super::{Actor, Denied, Role, parties::Parties};

/// Staff of one organisation.
#[derive(Debug, Clone)]
pub struct Member {
    pub(super) base: Uuid,
    pub(super) organisation: Uuid,
    pub(super) actor: Actor,
}

/// One of the operator's team of a base.
#[derive(Debug, Clone)]
pub struct Manager {
    pub(super) base: Uuid,
    pub(super) own: Parties,
    pub(super) actor: Actor,
}

/// An officer of the bureau that supervises a base.
#[derive(Debug, Clone)]
pub struct BureauOfficer {
    pub(super) base: Uuid,
    pub(super) own: Parties,
    pub(super) actor: Actor,
}

/// Reads everything of a base, its audit log included.
#[derive(Debug, Clone)]
pub struct Auditor {
    pub(super) base: Uuid,
    pub(super) actor: Actor,
}

/// Runs the installation.
#[derive(Debug, Clone)]
pub struct Admin {
    pub(super) actor: Actor,
}

/// Operator, bureau or auditor of a base: reads every record of it.
#[derive(Debug, Clone)]
pub struct BaseReader {
    pub(super) base: Uuid,
    pub(super) role: Role,
    pub(super) own: Parties,
    pub(super) actor: Actor,
}

/// Bureau or auditor of a base, and not of its operator's team: reads what goes past the operator.
#[derive(Debug, Clone)]
pub struct Supervisor {
    pub(super) base: Uuid,
    pub(super) role: Role,
    pub(super) own: Parties,
    pub(super) actor: Actor,
}

/// Operator or bureau of a base: comments and has a say.
#[derive(Debug, Clone)]
pub struct Overseer {
    pub(super) base: Uuid,
    pub(super) role: Role,
    pub(super) own: Parties,
    pub(super) actor: Actor,
}

/// Reads what belongs to one subject: its own staff, or a reader of its base.
#[derive(Debug, Clone)]
pub struct SubjectReader {
    pub(super) base: Uuid,
    pub(super) subject: Uuid,
    pub(super) role: Role,
    pub(super) own: Parties,
    pub(super) actor: Actor,
}

/// Whoever reads a base, or the admin of the installation: reads the base's scorecards.
#[derive(Debug, Clone)]
pub struct CardReader {
    pub(super) base: Uuid,
    pub(super) role: Role,
    pub(super) actor: Actor,
}

/// An officer of the bureau that supervises a base, or the admin of the installation who has no part in running the
/// base: writes its scorecards.
#[derive(Debug, Clone)]
pub struct CardKeeper {
    pub(super) base: Uuid,
    pub(super) role: Role,
    pub(super) actor: Actor,
}

macro_rules! of_base {
    ($($proof:ty),+) => {$(
        impl $proof {
            pub fn base(&self) -> Uuid {
                self.base
            }
            pub fn actor(&self) -> &Actor {
                &self.actor
            }
        }
    )+};
}
of_base!(
    Member,
    Manager,
    BureauOfficer,
    Auditor,
    BaseReader,
    Supervisor,
    Overseer,
    SubjectReader,
    CardReader,
    CardKeeper
);

impl Member {
    pub fn organisation(&self) -> Uuid {
        self.organisation
    }

    pub fn as_reader(&self) -> SubjectReader {
        SubjectReader {
            base: self.base,
            subject: self.organisation,
            role: Role::Organisation,
            own: Parties::default(),
            actor: self.actor.clone(),
        }
    }
}

impl Manager {
    pub fn as_reader(&self) -> BaseReader {
        BaseReader { base: self.base, role: Role::Manager, own: self.own, actor: self.actor.clone() }
    }

    pub fn as_overseer(&self) -> Overseer {
        Overseer { base: self.base, role: Role::Manager, own: self.own, actor: self.actor.clone() }
    }
}

impl BureauOfficer {
    pub fn as_reader(&self) -> BaseReader {
        BaseReader { base: self.base, role: Role::Bureau, own: self.own, actor: self.actor.clone() }
    }

    pub fn as_overseer(&self) -> Overseer {
        Overseer { base: self.base, role: Role::Bureau, own: self.own, actor: self.actor.clone() }
    }
}

impl CardReader {
    pub fn role(&self) -> Role {
        self.role
    }
}

impl CardKeeper {
    pub fn as_reader(&self) -> CardReader {
        CardReader { base: self.base, role: self.role, actor: self.actor.clone() }
    }
}

impl Admin {
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

impl BaseReader {
    pub fn role(&self) -> Role {
        self.role
    }

    /// Narrowed to one subject of the base.
    pub fn of(&self, subject: Uuid) -> SubjectReader {
        SubjectReader { base: self.base, subject, role: self.role, own: self.own, actor: self.actor.clone() }
    }
}

impl Supervisor {
    pub fn role(&self) -> Role {
        self.role
    }

    /// The bureau acts; an auditor reads.
    pub fn officer(&self) -> Result<BureauOfficer, Denied> {
        let acts = matches!(self.role, Role::Bureau | Role::System);
        if acts {
            Ok(BureauOfficer { base: self.base, own: self.own, actor: self.actor.clone() })
        } else {
            Err(Denied::NotYours)
        }
    }
}

impl Overseer {
    pub fn role(&self) -> Role {
        self.role
    }

    pub fn as_reader(&self) -> BaseReader {
        BaseReader { base: self.base, role: self.role, own: self.own, actor: self.actor.clone() }
    }
}

impl SubjectReader {
    /// What is computed for a subject out of its base's records.
    #[cfg(feature = "store")]
    pub(crate) fn as_base_reader(&self) -> BaseReader {
        BaseReader { base: self.base, role: self.role, own: self.own, actor: self.actor.clone() }
    }

    /// An organisation's id, or the base's own.
    pub fn subject(&self) -> Uuid {
        self.subject
    }

    pub fn role(&self) -> Role {
        self.role
    }
}

/// The program itself: a job or a command, which says its name.
#[derive(Debug, Clone)]
pub struct System {
    actor: Actor,
}

impl System {
    /// `name` stands in the audit log, such as `command: import registry`.
    pub fn named(name: impl Into<String>) -> Self {
        Self { actor: Actor { name: name.into(), account: None, role: Role::System } }
    }

    /// The demo tells what people did.
    #[cfg(feature = "store")]
    pub(crate) fn telling_of(actor: &Actor) -> Self {
        Self { actor: actor.clone() }
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub fn admin(&self) -> Admin {
        Admin { actor: self.actor.clone() }
    }

    pub fn manager(&self, base: Uuid) -> Manager {
        Manager { base, own: Parties::default(), actor: self.actor.clone() }
    }

    pub fn bureau(&self, base: Uuid) -> BureauOfficer {
        BureauOfficer { base, own: Parties::default(), actor: self.actor.clone() }
    }

    pub fn card_keeper(&self, base: Uuid) -> CardKeeper {
        CardKeeper { base, role: Role::System, actor: self.actor.clone() }
    }

    pub fn member(&self, base: Uuid, organisation: Uuid) -> Member {
        Member { base, organisation, actor: self.actor.clone() }
    }

    pub fn reader(&self, base: Uuid) -> BaseReader {
        BaseReader { base, role: Role::System, own: Parties::default(), actor: self.actor.clone() }
    }

    pub fn supervisor(&self, base: Uuid) -> Supervisor {
        Supervisor { base, role: Role::System, own: Parties::default(), actor: self.actor.clone() }
    }
}
