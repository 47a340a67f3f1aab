//! Evidence (佐证材料): files that stand behind a report, an organisation or a step, checked by content.
//!
//! A file is what its contents say, never what its name says; a picture loses the place where it was taken.

#[cfg(feature = "store")]
mod content;
#[cfg(feature = "store")]
pub mod entity;
#[cfg(feature = "store")]
mod files;
mod kind;
#[cfg(feature = "store")]
mod lines;
#[cfg(feature = "store")]
mod picture;
#[cfg(feature = "store")]
pub mod store;
#[cfg(all(test, feature = "store"))]
mod tests;

#[cfg(feature = "store")]
pub use files::{Files, FilesError};
pub use kind::{FileFault, FileKind};
#[cfg(feature = "store")]
pub use store::{Attachment, EvidenceError};

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// The most files of one report.
pub const MOST_FILES: u64 = 9;
