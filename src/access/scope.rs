use uuid::Uuid;

use super::{BaseReader, BureauOfficer, Manager, Member, Overseer, Role, SubjectReader, parties::Parties};

/// What may be read by a reader: the whole base, or one subject of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    base: Uuid,
    subject: Option<Uuid>,
    role: Role,
    own: Parties,
}

impl Scope {
    pub fn base(&self) -> Uuid {
        self.base
    }

    /// The one subject that is in sight; `None` where the whole base is.
    pub fn subject(&self) -> Option<Uuid> {
        self.subject
    }

    /// Whether a subject's records are in sight.
    pub fn covers(&self, subject: Uuid) -> bool {
        self.subject.is_none_or(|only| only == subject)
    }

    /// Whether a subject is read by its own: an organisation by its staff, the base itself by the operator's team. Whoever
    /// belongs to it does so by whichever role they read: what is withheld from a party, no other role opens to its people.
    pub fn is_own(&self, subject: Uuid) -> bool {
        let as_its_own = self.role == Role::Organisation || self.role == Role::Manager && subject == self.base;
        as_its_own || self.own.hold(self.base, subject)
    }

    /// The subjects in sight that are read by their own; `None` where every one is.
    #[cfg(feature = "store")]
    pub(crate) fn own_subjects(&self) -> Option<Vec<Uuid>> {
        if self.role == Role::Organisation {
            return None;
        }
        let base = self.is_own(self.base).then_some(self.base);
        Some(self.own.organisations()?.into_iter().chain(base).collect())
    }
}

impl From<&SubjectReader> for Scope {
    fn from(reader: &SubjectReader) -> Self {
        Self { base: reader.base(), subject: Some(reader.subject()), role: reader.role(), own: reader.own }
    }
}

impl From<&Member> for Scope {
    fn from(member: &Member) -> Self {
        Self {
            base: member.base(),
            subject: Some(member.organisation()),
            role: Role::Organisation,
            own: Parties::default(),
        }
    }
}

macro_rules! whole_base {
    ($proof:ident: $($of:ty => $role:expr),+) => {$(
        impl From<&$of> for Scope {
            fn from($proof: &$of) -> Self {
                Self { base: $proof.base(), subject: None, role: $role, own: $proof.own }
            }
        }
    )+};
}
whole_base!(
    proof:
    BaseReader => proof.role(),
    Manager => Role::Manager,
    BureauOfficer => Role::Bureau,
    Overseer => proof.role()
);
