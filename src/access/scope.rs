use uuid::Uuid;

use super::{BaseReader, BureauOfficer, Manager, Member, Overseer, SubjectReader};

/// What may be read by a reader: the whole base, or one subject of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    base: Uuid,
    subject: Option<Uuid>,
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
}

impl From<&SubjectReader> for Scope {
    fn from(reader: &SubjectReader) -> Self {
        Self { base: reader.base(), subject: Some(reader.subject()) }
    }
}

impl From<&Member> for Scope {
    fn from(member: &Member) -> Self {
        Self { base: member.base(), subject: Some(member.organisation()) }
    }
}

macro_rules! whole_base {
    ($($proof:ty),+) => {$(
        impl From<&$proof> for Scope {
            fn from(proof: &$proof) -> Self {
                Self { base: proof.base(), subject: None }
            }
        }
    )+};
}
whole_base!(BaseReader, Manager, BureauOfficer, Overseer);
