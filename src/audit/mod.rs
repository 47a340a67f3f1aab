//! The audit log: what was done, by whom, in a chain of hashes that shows any later change.
//!
//! There is one chain per base and one for the installation. Each event carries the hash of the one before it;
//! the hash covers every field. The database refuses to change or delete an event.

#[cfg(feature = "store")]
mod checkpoint;
mod deed;
#[cfg(feature = "store")]
pub mod entity;
#[cfg(feature = "store")]
mod read;
#[cfg(feature = "store")]
mod store;

#[cfg(feature = "store")]
pub use checkpoint::{Checkpoint, checkpoints, passes};
#[cfg(feature = "store")]
pub use read::{Chain, Filter, actions, events};
#[cfg(feature = "store")]
pub(crate) use store::append_dated;
#[cfg(feature = "store")]
pub use store::{Break, NewEvent, Verified, append, verify};

pub use deed::Deed;

/// The chain of what concerns no single base.
pub const INSTALLATION: &str = "installation";
