//! What came of a register: for the pages, and for programs that ran the import from the command line.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Change, ImportRow, JudgedRow, Outcome, Reason, why};
use crate::organisation::{Field, text::half_width};

/// What was done with one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    Created,
    Updated,
    Unchanged,
    Rejected,
}

/// One row of a confirmed import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoneRow {
    pub sheet: String,
    pub row: u32,
    pub name: String,
    pub done: Done,
    /// The organisation that it was written to; `None` for a rejected row.
    pub organisation: Option<Uuid>,
    /// Why it was rejected.
    pub reasons: Vec<Reason>,
}

/// What `hatchboard import registry --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    pub rows: Vec<ReportRow>,
    pub accepted: usize,
    pub rejected: usize,
}

/// One row of the report, under the workbook's own number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    pub row: u32,
    pub name: String,
    /// `accepted` or `rejected`
    pub outcome: String,
    /// Why it was rejected, or what to know of an accepted row; in English, empty where there is nothing.
    pub why: String,
}

impl ImportReport {
    /// The report on rows and their judgement, which belong together.
    pub fn on(rows: &[ImportRow], judged: &[JudgedRow]) -> Self {
        let of_row = |(row, judged): (&ImportRow, &JudgedRow)| {
            let (outcome, why) = match &judged.outcome {
                Outcome::Rejected(reasons) => ("rejected", reasons.iter().map(why).collect()),
                Outcome::Accepted(accepted) => ("accepted", notes(row, judged, &accepted.change)),
            };
            ReportRow { row: judged.row, name: judged.name.clone(), outcome: outcome.to_owned(), why: why.join("; ") }
        };
        let rows: Vec<ReportRow> = rows.iter().zip(judged).map(of_row).collect();
        let accepted = rows.iter().filter(|row| row.outcome == "accepted").count();
        Self { accepted, rejected: rows.len() - accepted, rows }
    }
}

/// What to know of an accepted row: how it was read, and what it changes.
fn notes(row: &ImportRow, judged: &JudgedRow, change: &Change) -> Vec<String> {
    let mut notes = Vec::new();
    if half_width(&row.text.code) != row.text.code {
        notes.push("full-width code is normalised".to_owned());
    }
    if row.text.founded_on.contains('年') {
        notes.push("Chinese date".to_owned());
    }
    match change {
        Change::New => {}
        Change::Unchanged { .. } => notes.push("known already, nothing changes".to_owned()),
        Change::Updates { differences, .. } => {
            let fields: Vec<&str> = differences.iter().map(|difference| Field::code(difference.field)).collect();
            notes.push(format!("updates {}", fields.join(", ")));
        }
    }
    notes.extend(judged.warnings.iter().map(ToString::to_string));
    notes
}
