//! Keeping follow-ups: the operator plans, tries and visits, the organisation confirms, the base reads.

mod answer;
mod draft;
mod error;
mod file;
mod findings;
mod hatchings;
mod help;
mod known;
mod line;
mod list;
mod made;
mod open;
mod owed;
mod plan;
mod questionnaire;
mod risks;
mod which;

pub use answer::{comment, confirm};
pub use draft::{Saved, save};
pub use error::FollowUpError;
pub use file::{file, take_back};
pub use findings::{Behind, Counted, Findings, Glance, findings, glance, survival_and, survival_of, survival_on};
pub(crate) use findings::{FellDue, fell_due, findings_at};
pub(crate) use help::help_needed;
pub use line::{Line, Record, What};
pub use list::{ListFilter, Listing, Show, Waits, counted_on, list, list_and_risks, open_on, waits};
pub use open::{AttemptRow, Filed, OrganisationVisits, VisitPage, of_organisation, open, to_confirm};
pub(crate) use owed::owed;
pub use plan::{assign, attempt, raise};
pub use questionnaire::{Questionnaire, QuestionnaireSheet, answer_by_link, ask, questionnaire, take_answers};
pub use risks::RiskRow;
pub use which::Which;

/// The longest comment of an organisation, and the longest reason, in characters.
pub const LONGEST_WORDS: usize = 1_000;
