//! Objections to published lines, and what becomes of them.

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    By, Decision, Given, GivenFault, Objection, Part, State, Step,
    entity::{assessment, assessment_line},
};
use super::{
    AssessmentError,
    check::one,
    decider,
    hand::{Hand, may},
    record::{Kept, put, put_lines, step},
    said,
};
use crate::{
    access::BureauOfficer,
    audit::Deed,
    calendar::plus_working_days_at,
    points::Points,
    store::{Begun, Intent, Store},
    weekly_report::store::Rhythm,
};

/// What is said to an objection, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DecisionText {
    pub upheld: bool,
    /// The new points, where it is upheld.
    pub points: String,
    pub words: String,
}

/// The sheet's objections, as the rules take them.
fn objections(kept: &Kept) -> Vec<Objection> {
    let of = |line: &assessment_line::Model| {
        let reason = line.decision.clone();
        let decision = match (line.decided_at, line.upheld) {
            (None, _) => None,
            (Some(_), Some(points)) => Some(Decision::Upheld { points: Points::hundredths(points), reason }),
            (Some(_), None) => Some(Decision::Rejected { reason }),
        };
        Some(Objection { line: line.code.clone(), words: line.objection.clone(), made_at: line.objected_at?, decision })
    };
    kept.lines.values().filter_map(of).collect()
}

/// Whether a published sheet seals at an instant.
pub(super) fn seals(kept: &Kept, now: chrono::DateTime<chrono::Utc>) -> bool {
    kept.row.objections_until.is_some_and(|until| Objection::allow_seal(&objections(kept), until, now))
}

/// The subject objects to one line of its published sheet, with words and what shows it.
///
/// # Errors
/// [`AssessmentError::Objection`].
pub async fn object(
    store: &Store,
    hand: &Hand,
    sheet: Uuid,
    code: &str,
    words: &str,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let words = match said(words) {
        Err(AssessmentError::WordsMissing) => String::new(),
        words => words?,
    };
    let rhythm = Rhythm::load(store.read(), hand.base).await?;
    let Begun::Fresh(tx) = store.begin(&hand.actor, intent).await? else { return Ok(()) };
    let mut kept = one(&tx, hand.base, sheet).await?;
    let state = kept.row.read_state()?;
    if !hand.covers(&kept.row) || hand.turn(&kept.row, state)?.by != By::Subject {
        return Err(AssessmentError::NotFound);
    }
    let until = kept.row.objections_until.unwrap_or(tx.now());
    let made = Objection::make(state, code, &words, &objections(&kept), until, tx.now())?;
    let decide_by = plus_working_days_at(tx.now(), Objection::DECISION_DAYS, rhythm.calendar(), rhythm.zone()).at;
    let line = kept.lines.get_mut(code).ok_or(AssessmentError::NotFound)?;
    line.objection.clone_from(&made.words);
    (line.objected_at, line.objected_by) = (Some(made.made_at), Some(hand.actor.name.clone()));
    line.decide_by = Some(decide_by);
    put_lines(&tx, [line.clone()]).await?;
    let told = step(&tx, &kept.row, &hand.actor, Step::Objected, code);
    let row = kept.summed()?.row;
    let detail = json!({ "subject": row.subject_id, "quarter": row.quarter, "line": code, "words": made.words });
    tx.audit(row.base_id, &hand.actor, Deed::AssessmentObjected, &row.id.to_string(), &detail);
    put(&tx, [row]).await?;
    tx.insert_all(vec![told]).await?;
    tx.commit("").await?;
    Ok(())
}

/// Decides on an objection to one line: somebody who neither scored nor confirmed the sheet; of the base's, whom its
/// settings name.
///
/// # Errors
/// [`AssessmentError::NotDecider`], [`AssessmentError::Part`]; [`AssessmentError::Points`] for points that the line cannot have.
pub async fn decide(
    store: &Store,
    officer: &BureauOfficer,
    sheet: Uuid,
    code: &str,
    typed: &DecisionText,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let words = said(&typed.words)?;
    let points: Option<Points> =
        if typed.upheld { Some(typed.points.trim().parse().map_err(|_| AssessmentError::Points)?) } else { None };
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let mut kept = one(&tx, officer.base(), sheet).await?;
    if kept.row.read_state()? != State::Published {
        return Err(super::super::ObjectionRefusal::NotPublished.into());
    }
    decider::expect(tx.db(), &kept.row, officer.actor()).await?;
    may(tx.db(), &kept.row, officer.actor(), Part::Decides).await?;
    let before = kept.sheet()?;
    let shown = before.line(code).ok_or(AssessmentError::NotFound)?;
    if let Some(points) = points {
        let given = Given { points, note: words.clone() };
        shown.clone().with_upheld(given).map_err(|_: GivenFault| AssessmentError::Points)?;
    }
    let line = kept.lines.get_mut(code).ok_or(AssessmentError::NotFound)?;
    if line.objected_at.is_none() || line.decided_at.is_some() {
        return Err(AssessmentError::NotFound);
    }
    line.upheld = points.map(Points::as_hundredths);
    line.decision.clone_from(&words);
    (line.decided_at, line.decided_by) = (Some(tx.now()), Some(officer.actor().name.clone()));
    put_lines(&tx, [line.clone()]).await?;
    let kind = if points.is_some() { Step::Upheld } else { Step::Rejected };
    let told = step(&tx, &kept.row, officer.actor(), kind, code);
    let row: assessment::Model = kept.summed()?.row;
    let detail =
        json!({ "subject": row.subject_id, "quarter": row.quarter, "line": code, "points": points, "words": words });
    tx.audit(row.base_id, officer.actor(), Deed::AssessmentObjectionDecided, &row.id.to_string(), &detail);
    put(&tx, [row]).await?;
    tx.insert_all(vec![told]).await?;
    tx.commit("").await?;
    Ok(())
}
