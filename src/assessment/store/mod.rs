//! Keeping assessments: scorecards, rounds, sheets, and everything that is done with them.
//!
//! A sheet's facts are gathered from the records as often as they are asked for, until the quarter's cut-off; then they
//! are frozen with it. Its total is counted with every write, so that lists need no lines.

mod came_to;
pub mod card;
mod check;
mod correction;
mod decider;
mod document;
mod due;
mod error;
mod evidence;
mod exit_reviews;
mod gather;
mod gathered;
mod hand;
mod latecomer;
mod line_files;
mod list;
mod lost;
mod objection;
pub(crate) mod onward;
mod overview;
pub(crate) mod owed;
pub(crate) mod published;
mod read;
mod recompute;
pub(crate) mod record;
mod recount;
mod reference;
mod report_sample;
mod results;
mod rhythm;
mod round;
mod rounds;
mod seal;
mod sealed;
mod subject;
mod summary;
mod version;
mod veto;
mod write;

pub use check::{Seen, Several, confirm, draw, note_reference, publish, reward, send_back};
pub use correction::{CorrectionRow, CorrectionText, answer_correction, ask_correction};
pub use decider::{Deciding, deciding};
pub use document::{Document, DocumentLine};
pub use due::{Due, due_of};
pub use error::AssessmentError;
pub use evidence::{DocumentFile, LineFiles, files, veto_files};
pub(crate) use evidence::{of_line_is_published, of_step_is_published};
pub use exit_reviews::{exit_review, exit_reviews};
pub use hand::Hand;
pub(crate) use hand::own_subjects;
pub use latecomer::{Latecomer, add_latecomer, latecomers};
pub use line_files::{add_file, remove_file};
pub use list::{Listed, Order, SheetFilter, SheetRow, list, of_subject};
pub use lost::{LastPublished, last_published};
pub use objection::{DecisionText, decide, object};
pub use onward::{SheetLine, SheetWithLines, onward};
pub use overview::{Apart, Moved, OfBase, Overview, QuarterSpread, overview, year_overview};
pub use published::{last_public, published_before};
pub use read::{LineNotes, ObjectionRow, SheetPage, StepRow, card_of, document, own_sheet_by_id, sheet, sheet_by_id};
pub use recompute::{Later, later, recompute};
pub use recount::{SheetDiffers, rebuild_sheets};
pub use reference::{Grant, GrantFor, GrantKind, granted};
pub use report_sample::{
    Drawn, ReportSample, SampledReport, SealedReport, SealedSample, draw_reports, drawn, find_report, report_sample,
};
pub(crate) use results::results_of;
pub use rhythm::quarter_rhythm;
pub use round::{freeze_due, open};
pub use rounds::{AssessmentCounts, RoundRow, counts, round, rounds};
pub use seal::seal_due;
pub use sealed::LineWords;
pub use summary::{SummaryRow, summary, summary_of};
pub use version::{SealedVersion, sealed_text, sealed_version};
pub use veto::veto;
pub use write::{LineFault, LineProblem, LineText, ReferenceFault, ReferenceText, SheetText, Then, Written, write};

/// The longest words of a note or a reason, in characters.
pub const LONGEST_WORDS: usize = 1_000;

/// Words that have to be there.
fn said(words: &str) -> Result<String, AssessmentError> {
    let words = words.trim();
    match words.chars().count() {
        0 => Err(AssessmentError::WordsMissing),
        found if found > LONGEST_WORDS => Err(AssessmentError::TooLong),
        _ => Ok(words.to_owned()),
    }
}
