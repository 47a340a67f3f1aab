//! Scorecards as files: JSON, which is the card itself, and a workbook that people can work in.
//!
//! A workbook has a sheet of indicators, one row each under its section, a sheet of conditions, and a sheet that says
//! what the rules compute; the last is not read again. Headings may be Chinese or English. What cannot be read as a
//! number or a rule stays as it is typed and is told with the draft; what the draft has no place for is refused.

mod heading;
mod json;
mod read;
mod write;

pub use heading::Headings;
pub use json::to_json_file;
pub use write::{RuleRow, to_workbook};

use super::{CardText, Kind};
use crate::organisation::import::ImportRefusal;

/// The largest file, in bytes (1 MB).
pub const MOST_BYTES: usize = 1_000_000;

/// Why a file becomes no draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CardFileRefusal {
    /// The file is larger than [`MOST_BYTES`].
    #[error("the file has more than {MOST_BYTES} bytes")]
    TooLarge,
    /// It begins as JSON and is no scorecard.
    #[error("line {line}, column {column}: {why}")]
    NotACard { line: usize, column: usize, why: String },
    /// It is no workbook that can be read.
    #[error(transparent)]
    Workbook(#[from] ImportRefusal),
    /// No sheet has the headings of indicators.
    #[error("no sheet has the headings of indicators")]
    NoIndicators,
    /// A standing or mode that nobody knows.
    #[error("row {row}: `{words}` is no standing or mode")]
    UnknownWords { row: u32, words: String },
    /// The card is for subjects of another kind.
    #[error("the scorecard is for {0}")]
    OtherKind(Kind),
}

/// What a file says, as it would be typed.
///
/// # Errors
/// [`CardFileRefusal`].
pub fn read(kind: Kind, bytes: &[u8]) -> Result<CardText, CardFileRefusal> {
    if bytes.len() > MOST_BYTES {
        return Err(CardFileRefusal::TooLarge);
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if text.starts_with(b"{") { json::read(kind, text) } else { read::read(kind, bytes) }
}
