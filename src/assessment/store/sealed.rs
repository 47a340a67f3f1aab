//! The canonical text of a sheet: everything that decides on its points. Its SHA-256 is the seal.
//!
//! A text says by which format it was written. What was sealed before any text said so has the points without the words
//! behind them; it stays byte for byte as it was, and is read by the same function.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::super::{
    Difference, Scorecard, Sheet,
    entity::{assessment_line, assessment_step},
};
use super::{document::Document, evidence::StepFile, read::changed, record::Kept};
use crate::{
    points::Points,
    store::{StoreError, hex, read_json},
};

/// How texts are written now: with the card, and with what was said on each line.
const FORMAT: u32 = 2;

/// What is sealed: the sheet, by which card and facts, what everybody said, and who did what with it.
#[derive(Serialize)]
struct Sealed<'s> {
    format: u32,
    sheet: &'s Document,
    /// As it stands on the sheet: caps, bands, and what a late repair takes away, too.
    card: &'s Scorecard,
    lines: Vec<LineWords>,
    /// As it was given; the sheet's is within the card's cap.
    bonus_given: Points,
    late_repairs: u32,
    expected_weeks: i32,
    bonus_note: &'s str,
    veto_note: &'s str,
    reference_note: &'s str,
    history: Vec<Told<'s>>,
}

/// What was said on a line, as it is sealed; empty where nothing was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineWords {
    /// The indicator's.
    pub code: String,
    pub own_note: String,
    /// What shows it, in the subject's words.
    pub evidence: String,
    pub operator_note: String,
    pub bureau_note: String,
    pub objection: String,
    /// Why an objection was upheld or rejected.
    pub decision: String,
    /// Points that a correction put in place.
    pub corrected: Option<Points>,
    pub corrected_note: String,
}

impl From<&assessment_line::Model> for LineWords {
    fn from(row: &assessment_line::Model) -> Self {
        Self {
            code: row.code.clone(),
            own_note: row.own_note.clone(),
            evidence: row.evidence.clone(),
            operator_note: row.operator_note.clone(),
            bureau_note: row.bureau_note.clone(),
            objection: row.objection.clone(),
            decision: row.decision.clone(),
            corrected: row.corrected.map(Points::hundredths),
            corrected_note: row.corrected_note.clone(),
        }
    }
}

#[derive(Serialize)]
struct Told<'s> {
    at: DateTime<Utc>,
    step: &'s str,
    by: &'s str,
    role: &'s str,
    skipped: bool,
    words: &'s str,
    /// What came with a veto; not named where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    files: Option<&'s [StepFile]>,
    /// What a recomputation changed; not named of other steps.
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<Difference>,
}

impl<'s> Told<'s> {
    fn of(step: &'s assessment_step::Model, files: Option<&'s [StepFile]>) -> Result<Self, StoreError> {
        Ok(Self {
            at: step.at,
            step: &step.kind,
            by: &step.by_name,
            role: &step.role,
            skipped: step.skipped,
            words: &step.words,
            files,
            changed: changed(&step.difference)?,
        })
    }
}

/// The canonical text, and its SHA-256 in hexadecimal digits. `vetoes`: the files that came with them, by step.
pub(super) fn seal(
    (kept, sheet): (&Kept, &Sheet),
    document: &Document,
    steps: &[assessment_step::Model],
    vetoes: &HashMap<Uuid, Vec<StepFile>>,
) -> Result<(String, String), StoreError> {
    let sealed = Sealed {
        format: FORMAT,
        sheet: document,
        card: &sheet.card,
        lines: sheet.card.indicators().filter_map(|one| kept.lines.get(&one.code)).map(LineWords::from).collect(),
        bonus_given: sheet.bonus,
        late_repairs: sheet.late_repairs,
        expected_weeks: kept.row.expected_weeks,
        bonus_note: &kept.row.bonus_note,
        veto_note: &kept.row.veto_note,
        reference_note: &kept.row.reference_note,
        history: steps
            .iter()
            .map(|step| Told::of(step, vetoes.get(&step.id).map(Vec::as_slice)))
            .collect::<Result<_, _>>()?,
    };
    let text = serde_json::to_string(&sealed).map_err(|error| StoreError::Unreadable(error.to_string()))?;
    let seal = hex(&Sha256::digest(text.as_bytes()));
    Ok((text, seal))
}

/// What a sealed text says, whichever format it is of.
#[derive(Deserialize)]
pub(super) struct Said {
    pub sheet: Document,
    /// None in texts of the first format.
    #[serde(default)]
    pub lines: Vec<LineWords>,
}

pub(super) fn read(text: &str) -> Result<Said, StoreError> {
    read_json(text, "sealed sheet")
}
