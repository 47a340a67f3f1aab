//! Everybody who asks: nobody, and one of each role here and elsewhere.

use std::fmt;

use hatchboard::access::Role;

use super::world::Whose;

/// Somebody with one role and nothing else; nobody is signed in where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asker {
    pub(super) role: Option<Role>,
    /// Where the role is held. An organisation's staff is of that one, the others are of its base.
    pub(super) of: Whose,
}

impl Asker {
    pub(super) const NOBODY: Self = Self { role: None, of: Whose::Ours };

    pub(super) const ALL: [Self; 11] = [
        Self::NOBODY,
        Self::new(Role::Organisation, Whose::Ours),
        Self::new(Role::Organisation, Whose::Sibling),
        Self::new(Role::Organisation, Whose::Foreign),
        Self::new(Role::Manager, Whose::Ours),
        Self::new(Role::Manager, Whose::Foreign),
        Self::new(Role::Bureau, Whose::Ours),
        Self::new(Role::Bureau, Whose::Foreign),
        Self::new(Role::Auditor, Whose::Ours),
        Self::new(Role::Auditor, Whose::Foreign),
        Self::new(Role::Admin, Whose::Ours),
    ];

    pub(super) const fn new(role: Role, of: Whose) -> Self {
        Self { role: Some(role), of }
    }

    /// Those who have an account.
    pub(super) fn people() -> impl Iterator<Item = (Self, Role)> {
        Self::ALL.into_iter().filter_map(|asker| Some((asker, asker.role?)))
    }

    /// What they sign in with, and what their session's token is made of.
    pub(super) fn name(self) -> String {
        let role = self.role.map_or("nobody", Role::code);
        format!("{role}.{}", self.of.code())
    }
}

impl fmt::Display for Asker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.role {
            None => f.write_str("nobody"),
            Some(role) => write!(f, "{} of {}", role.code(), self.of.code()),
        }
    }
}
