//! How this folder's records are kept, a table a file.

pub mod organisation;
pub mod organisation_strength;
pub mod person;
pub mod registry_import;
