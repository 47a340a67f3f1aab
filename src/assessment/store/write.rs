//! Giving points: each line is saved by itself, and all of them are handed in together.

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, Column, Given, GivenFault, Line, Step, Turn,
    entity::{assessment, assessment_line, assessment_round},
};
use super::{
    AssessmentError, LONGEST_WORDS,
    hand::{Hand, may, wrote},
    record::{Kept, hold, put, put_lines, step},
    round::freeze_due,
};
use crate::{
    access::Actor,
    audit::Deed,
    points::{NoPoints, Points},
    store::{Begun, Intent, Store, StoreError, WriteTx, read_json, to_json},
};

/// One line as it was typed, and as somebody saw it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LineText {
    /// The indicator's.
    pub code: String,
    pub row_version: i32,
    /// Blank for none.
    pub points: String,
    pub note: String,
    /// Of a self-score: what shows it.
    pub evidence: String,
}

/// Whether and how the reference data beside a sheet were used, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReferenceText {
    pub words: String,
    /// What stood there when somebody began to type.
    pub before: String,
}

/// Somebody's column of a sheet as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetText {
    pub lines: Vec<LineText>,
    /// Of the bureau's column, where the sheet has reference data beside it; `None` leaves what was said.
    pub reference: Option<ReferenceText>,
}

impl From<Vec<LineText>> for SheetText {
    fn from(lines: Vec<LineText>) -> Self {
        Self { lines, reference: None }
    }
}

/// Whether the lines are only kept, or the sheet goes on to the next party too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Then {
    Keep,
    HandIn,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum LineFault {
    /// No number of points.
    NoPoints,
    TooMany {
        max: Points,
    },
    /// The points differ from these, and nobody says why.
    ReasonMissing {
        from: Points,
    },
    /// The program computes it.
    Computed,
    /// It does not apply to the subject.
    LeftOut,
    TooLong {
        limit: usize,
    },
    /// Somebody else has changed the line since.
    Changed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineProblem {
    pub code: String,
    pub fault: LineFault,
}

/// What is wrong with what is said of the reference data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum ReferenceFault {
    /// Nobody confirms such a sheet without a word on them.
    Missing,
    TooLong {
        limit: usize,
    },
    /// Somebody else has said something else since.
    Changed,
}

/// What became of it. Lines without a problem are kept, whatever the others have.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Written {
    /// How many lines were changed.
    pub kept: u32,
    pub problems: Vec<LineProblem>,
    /// Lines that have no points yet and need some before the sheet is handed in, by their codes.
    pub lacks: Vec<String>,
    #[serde(default)]
    pub reference: Option<ReferenceFault>,
    pub handed_in: bool,
}

/// Somebody's column of a sheet.
///
/// # Errors
/// [`AssessmentError::NotRated`], [`AssessmentError::Step`] where it is not their turn, [`AssessmentError::Part`] where
/// they may not take it. What is wrong with single lines stands in what is given back.
pub async fn write(
    store: &Store,
    hand: &Hand,
    sheet: Uuid,
    typed: &SheetText,
    then: Then,
    intent: Intent,
) -> Result<Written, AssessmentError> {
    freeze_due(store, hand.base).await?;
    let tx = match store.begin(&hand.actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(read_json(&done, "what was written")?),
    };
    let kept = hold(&tx, hand.base, &[sheet]).await?.pop();
    let mut kept = kept.filter(|kept| hand.covers(&kept.row)).ok_or(AssessmentError::NotFound)?;
    if !kept.row.rated {
        return Err(AssessmentError::NotRated);
    }
    let state = kept.row.read_state()?;
    let turn = hand.turn(&kept.row, state)?;
    let round = assessment_round::Entity::find_by_id(kept.row.round_id).one(tx.db()).await?;
    let timetable = round.ok_or(AssessmentError::NotFound)?.read_timetable(kept.row.of_base)?;
    let overdue = timetable.is_overdue(state, turn.action, tx.now());
    let after = state.next(turn.action, turn.by, overdue)?;
    if let Some(part) = turn.part() {
        may(tx.db(), &kept.row, &hand.actor, part).await?;
    }
    let (changed, problems) = take(&mut kept, turn, &typed.lines)?;
    let said = typed.reference.as_ref().filter(|_| turn.column == Column::Bureau);
    let noted = match said.zip(reference_of(&mut kept.row)?) {
        Some((said, stands)) => note(stands, said),
        None => Ok(false),
    };
    let mut written = Written {
        kept: u32::try_from(changed.len()).unwrap_or(u32::MAX),
        problems,
        reference: noted.err(),
        ..Written::default()
    };
    let mut steps = if changed.is_empty() { Vec::new() } else { wrote(&tx, hand, &kept.row, turn).await? };
    if then == Then::HandIn && written.problems.is_empty() && written.reference.is_none() {
        let sheet = kept.sheet()?;
        sheet.sum()?;
        written.lacks = sheet.lacks(turn.column).into_iter().map(ToOwned::to_owned).collect();
        if turn.action == Action::Confirm && lacks_reference(&kept.row)? {
            written.reference = Some(ReferenceFault::Missing);
        }
        written.handed_in = written.lacks.is_empty() && written.reference.is_none();
    }
    if written.handed_in {
        let kind = match turn.action {
            Action::SelfScore => Step::SelfScored,
            Action::Confirm => Step::Confirmed,
            _ => Step::Scored,
        };
        let mut done = step(&tx, &kept.row, &hand.actor, kind, "");
        done.skipped = Set(state.skips(turn.action));
        steps.push(done);
        kept = kept.moved(&tx, after);
    }
    // Scored again, a line is not sent back any more.
    let scored = written.handed_in && turn.action == Action::Score;
    let lines: Vec<assessment_line::Model> = kept
        .lines
        .values_mut()
        .filter_map(|line| {
            let again = scored && !line.sent_back_for.is_empty();
            if again {
                line.sent_back_for.clear();
            }
            (again || changed.contains(&line.code)).then(|| line.clone())
        })
        .collect();
    put_lines(&tx, lines).await?;
    let row = kept.summed()?.row;
    let detail = json!({ "subject": row.subject_id, "quarter": row.quarter, "lines": changed, "state": row.state });
    let deed = if written.handed_in { Deed::AssessmentHandedIn } else { Deed::AssessmentWritten };
    tx.audit(row.base_id, &hand.actor, deed, &row.id.to_string(), &detail);
    if noted == Ok(true) {
        tell_reference(&tx, &hand.actor, &row);
    }
    put(&tx, [row]).await?;
    tx.insert_all(steps).await?;
    tx.commit(to_json(&written)).await?;
    Ok(written)
}

/// Where what is said of the reference data beside a sheet stands; `None` where there are none.
pub(super) fn reference_of(row: &mut assessment::Model) -> Result<Option<&mut String>, StoreError> {
    Ok(row.read_kind()?.has_references().then_some(&mut row.reference_note))
}

/// Whether nothing is said yet of the reference data that stand beside a sheet.
pub(super) fn lacks_reference(row: &assessment::Model) -> Result<bool, StoreError> {
    Ok(row.read_kind()?.has_references() && row.reference_note.is_empty())
}

/// What is said of them now, for the log.
pub(super) fn tell_reference(tx: &WriteTx, actor: &Actor, row: &assessment::Model) {
    let detail = json!({ "quarter": row.quarter, "words": row.reference_note });
    tx.audit(row.base_id, actor, Deed::AssessmentReferenceNoted, &row.id.to_string(), &detail);
}

/// Takes what was typed of the reference data in the place of what stands there: whether it changed.
fn note(stands: &mut String, typed: &ReferenceText) -> Result<bool, ReferenceFault> {
    // Forms break lines in their own way.
    let same = |one: &str, other: &str| one.trim().lines().eq(other.trim().lines());
    let words = typed.words.trim();
    if same(stands, words) || same(words, &typed.before) {
        return Ok(false);
    }
    if !same(stands, &typed.before) {
        return Err(ReferenceFault::Changed);
    }
    if words.chars().count() > LONGEST_WORDS {
        return Err(ReferenceFault::TooLong { limit: LONGEST_WORDS });
    }
    words.clone_into(stands);
    Ok(true)
}

/// Puts what was typed into the lines that it changes: their codes, and what is wrong with others.
fn take(kept: &mut Kept, turn: Turn, typed: &[LineText]) -> Result<(Vec<String>, Vec<LineProblem>), AssessmentError> {
    let sheet = kept.sheet()?;
    let (mut changed, mut problems) = (Vec::new(), Vec::new());
    for text in typed {
        let (Some(line), Some(row)) = (sheet.line(&text.code), kept.lines.get_mut(&text.code)) else {
            return Err(AssessmentError::NotFound);
        };
        match change(line, row, turn.column, text) {
            Ok(true) => changed.push(text.code.clone()),
            Ok(false) => {}
            Err(fault) => problems.push(LineProblem { code: text.code.clone(), fault }),
        }
    }
    Ok((changed, problems))
}

/// Whether the line was changed.
fn change(line: &Line, row: &mut assessment_line::Model, column: Column, text: &LineText) -> Result<bool, LineFault> {
    let (note, evidence) = (text.note.trim(), text.evidence.trim());
    let points = match text.points.trim() {
        "" => None,
        points => Some(points.parse::<Points>().map_err(|NoPoints(_)| LineFault::NoPoints)?),
    };
    let hundredths = points.map(Points::as_hundredths);
    let (stored, stored_note) = match column {
        Column::Own => (row.own, row.own_note.as_str()),
        Column::Operator => (row.operator, row.operator_note.as_str()),
        Column::Bureau => (row.bureau, row.bureau_note.as_str()),
    };
    let same_evidence = column != Column::Own || row.evidence == evidence;
    if stored == hundredths && stored_note == note && same_evidence {
        return Ok(false);
    }
    if row.row_version != text.row_version {
        return Err(LineFault::Changed);
    }
    if note.chars().count() > LONGEST_WORDS || evidence.chars().count() > LONGEST_WORDS {
        return Err(LineFault::TooLong { limit: LONGEST_WORDS });
    }
    if let Some(points) = points {
        let given = Given { points, note: note.to_owned() };
        let taken = match column {
            Column::Own => line.clone().with_own(given),
            Column::Operator => line.clone().with_operator(given),
            Column::Bureau => line.clone().with_bureau(given),
        };
        taken.map_err(|fault| match fault {
            GivenFault::TooMany { max } => LineFault::TooMany { max },
            GivenFault::ReasonMissing { from } => LineFault::ReasonMissing { from },
            GivenFault::Computed => LineFault::Computed,
            GivenFault::LeftOut => LineFault::LeftOut,
        })?;
    }
    let note = note.to_owned();
    match column {
        Column::Own => (row.own, row.own_note, row.evidence) = (hundredths, note, evidence.to_owned()),
        Column::Operator => (row.operator, row.operator_note) = (hundredths, note),
        Column::Bureau => (row.bureau, row.bureau_note) = (hundredths, note),
    }
    Ok(true)
}
