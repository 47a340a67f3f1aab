//! People who sign in: their names and passwords, sessions, memberships, and the links that invite them.
//!
//! The rules (what a name and a password may be, how guessing is slowed down) stand in plain files; what is kept
//! stands behind the feature `store`. Secrets are kept hashed: passwords by argon2id, tokens of sessions, links and
//! programs, which are random, by SHA-256.

pub mod api_token;
mod delay;
mod name;
mod password;

#[cfg(feature = "store")]
pub mod admin;
#[cfg(feature = "store")]
pub mod anonymous;
#[cfg(feature = "store")]
pub mod command;
#[cfg(feature = "store")]
pub mod entity;
#[cfg(feature = "store")]
mod error;
#[cfg(feature = "store")]
mod hashing;
#[cfg(feature = "store")]
mod hints;
#[cfg(feature = "store")]
pub mod invitation;
#[cfg(feature = "store")]
pub mod link;
#[cfg(feature = "store")]
pub mod membership;
#[cfg(feature = "store")]
mod network;
#[cfg(feature = "store")]
pub mod own;
#[cfg(feature = "store")]
pub mod people;
#[cfg(feature = "store")]
mod record;
#[cfg(feature = "store")]
pub mod reset;
#[cfg(feature = "store")]
pub mod session;
#[cfg(feature = "store")]
pub mod sign_in;
#[cfg(feature = "store")]
mod take_back;
#[cfg(feature = "store")]
mod token;

pub use delay::Throttle;
pub use name::{AccountName, NameFault, PersonName};
pub use password::{Password, PasswordFault};

#[cfg(feature = "store")]
pub use error::AccountError;
#[cfg(feature = "store")]
pub use hashing::draw_password;
#[cfg(feature = "store")]
pub(crate) use hashing::hash as hash_password;
#[cfg(feature = "store")]
pub use record::{NewAccount, Place, create, grant};
#[cfg(feature = "store")]
pub use session::{Browser, SessionLimits, SignedIn};
#[cfg(feature = "store")]
pub use token::Token;

#[cfg(test)]
mod tests;
