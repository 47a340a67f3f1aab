//! The table of rights: who may do what. Whoever is not named is refused, and so is everybody whose record it is not.
//!
//! A blank such as `{report}` is filled with a record of the asker's own base or organisation, then with others'.

pub(super) mod api;
pub(super) mod assessment;
pub(super) mod base;
pub(super) mod bureau_line;
pub(super) mod card;
pub(super) mod desk;
pub(super) mod filing;
pub(super) mod follow_up;
pub(super) mod installation;
pub(super) mod oneself;
pub(super) mod people;
pub(super) mod plan;
pub(super) mod print;
pub(super) mod record;
pub(super) mod rectification;
pub(super) mod registry;
pub(super) mod service;
pub(super) mod survey;
pub(super) mod target;
pub(super) mod workbook;

use hatchboard::access::Role::{self, Auditor, Bureau, Manager};

use super::entry::Entry;

/// Who reads every record of a base.
const READERS: &[Role] = &[Manager, Bureau, Auditor];

/// Where whatever is no page leads to; it is there for nobody.
pub(super) const NO_PAGE: Entry = Entry::page("/not-found");

/// A part of the table, by its name.
type Area = (&'static str, fn() -> Vec<Entry>);

/// Every part of it.
pub(super) const AREAS: &[Area] = &[
    ("oneself", oneself::entries),
    ("people", people::entries),
    ("registry", registry::entries),
    ("filing", filing::entries),
    ("desk", desk::entries),
    ("plan", plan::entries),
    ("print", print::entries),
    ("record", record::entries),
    ("rectification", rectification::entries),
    ("service", service::entries),
    ("bureau_line", bureau_line::entries),
    ("survey", survey::entries),
    ("target", target::entries),
    ("card", card::entries),
    ("assessment", assessment::entries),
    ("workbook", workbook::entries),
    ("follow_up", follow_up::entries),
    ("base", base::entries),
    ("installation", installation::entries),
    ("api", api::entries),
];

pub(super) fn all() -> Vec<Entry> {
    AREAS.iter().flat_map(|(_, entries)| entries()).chain([NO_PAGE]).collect()
}
