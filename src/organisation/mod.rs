//! An organisation (社会组织): what it is, how it is named and numbered, and how a whole register of them is read.
//!
//! Everything that people type about an organisation, in a form or in a workbook, arrives as [`ProfileText`] and is
//! judged by one function, [`profile::judge`]. So a row of an import and a form can never disagree about what is right.

pub mod code;
pub mod date_text;
#[cfg(feature = "store")]
pub mod entity;
#[cfg(feature = "store")]
mod error;
pub mod grade;
pub mod import;
pub mod kind;
pub mod phone;
#[cfg(feature = "store")]
pub mod pinyin;
pub mod problem;
pub mod profile;
pub mod profile_text;
pub mod standing;
#[cfg(feature = "store")]
pub mod store;
pub mod text;

pub use code::{CodeFault, CreditCode};
pub use date_text::DateFault;
#[cfg(feature = "store")]
pub use error::{OrganisationError, PersonFault};
pub use grade::Grade;
pub use kind::Kind;
pub use phone::mask as mask_phone;
#[cfg(feature = "store")]
pub use pinyin::pinyin_initials;
pub use problem::{Fault, Field, Problem, Warning};
pub use profile::{Profile, judge};
pub use profile_text::ProfileText;
pub use standing::Standing;
