//! Who may do what, and for whom. A right is a value: whoever holds a [`Manager`] has been shown to be one.
//!
//! Proofs have private fields and are made in this folder only, from the memberships of the person who asks
//! (see [`Asker`]) or for the program itself (see [`System`]). A function that needs a right takes the proof
//! and reads base and organisation from it, never from the request.

mod asker;
mod parties;
mod proof;
mod role;
mod scope;

pub use asker::{Asker, Membership};
pub use proof::{
    Admin, Auditor, BaseReader, BureauOfficer, CardKeeper, CardReader, Manager, Member, Overseer, SubjectReader,
    Supervisor, System,
};
pub use role::{NoSuchRole, Role};
pub use scope::Scope;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Who did something, as it is written down with the deed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The person's name at that time, or the name of a job or command.
    pub name: String,
    /// `None` for the program itself.
    pub account: Option<Uuid>,
    /// What they acted as.
    pub role: Role,
}

impl Actor {
    /// One text that tells this actor from every other, for idempotency records.
    pub fn key(&self) -> String {
        self.account.map_or_else(|| format!("system:{}", self.name), |id| id.to_string())
    }
}

/// Why a right was not given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Denied {
    #[error("nobody is signed in")]
    NotSignedIn,
    #[error("the person has no such role here")]
    NotYours,
}

#[cfg(test)]
mod tests;
