//! The organisations of a base as they are kept: lists, one file each, and what is written into it.

mod contacts;
mod edit;
mod file;
mod import;
mod list;
mod names;
mod people;
mod record;
mod reveal;

pub use contacts::{ContactKeeper, ContactText, edit_contacts};
pub use edit::{NewOrganisation, create, edit};
pub use file::{File, Papers, PersonOfFile, file, profile};
pub use import::{
    ImportError, PastImport, Preview, Stands, confirm, import_registry, open, preview, recent, sweep_previews,
};
pub use list::{Filter, Listed, Page, Sort, SortBy, all, onward, page};
pub(crate) use list::{filtered, sorted};
pub use names::choices;
pub(crate) use names::{called, named_like};
pub use people::{PersonText, add_person, edit_person, remove_person};
pub use reveal::{SHOWN_FOR, Whose, reveal_phone};
