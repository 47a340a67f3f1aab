//! Corrections of sealed sheets: asked for, answered by a second person, and what stood before.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Answer, Changes, CorrectionRefusal, CorrectionState, Difference, Occasion, Part, Step,
    entity::{assessment, assessment_correction},
    may_correct,
};
use super::{
    AssessmentError, Seen,
    check::one,
    evidence::{hand_over, keep_file},
    hand::may,
    recompute::{beside, gather},
    record::{Kept, put, put_lines, step},
    said,
    seal::{Behind, sealed_row},
};
use crate::{
    access::BureauOfficer,
    audit::Deed,
    evidence::store::Prepared,
    points::Points,
    store::{Begun, Intent, Store, StoreError, expect_version, read_json, to_json},
};

/// What is to be put right, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CorrectionText {
    /// New points by the code of the line; blank leaves it.
    pub lines: Vec<(String, String)>,
    /// `None` leaves the veto; empty lifts it.
    pub veto: Option<String>,
    /// Of the later facts that are to be taken in ([`later`](super::later)); empty where none are.
    pub print: String,
    pub words: String,
}

/// A correction as the sheet's page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionRow {
    pub id: Uuid,
    /// The version that it is about, and that it replaced where it was approved.
    pub version: i32,
    pub state: CorrectionState,
    pub difference: Difference,
    /// Whether it takes later facts in.
    pub by_facts: bool,
    pub words: String,
    pub asked_at: DateTime<Utc>,
    pub asked_by: String,
    pub asked_account: Option<Uuid>,
    /// When, by whom, with which words.
    pub answered: Option<(DateTime<Utc>, String, String)>,
    /// The seal of the version that it replaced.
    pub before_seal: String,
    pub before_sealed_at: Option<DateTime<Utc>>,
}

/// Asks for a correction of a sealed sheet, with what shows it: words, and a file where there is one. It changes nothing
/// until a second person approves it.
///
/// # Errors
/// [`AssessmentError::Correction`]; [`AssessmentError::PointsOf`] for points that a line cannot have;
/// [`AssessmentError::Part`] for somebody of the subject's own.
pub async fn ask_correction(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    typed: &CorrectionText,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let words = said(&typed.words)?;
    let mut changes = Changes { lines: points_of(&typed.lines)?, veto: typed.veto.clone(), ..Changes::default() };
    let row = assessment::Entity::find_by_id(seen.sheet).one(store.read()).await?;
    let row = row.filter(|row| row.base_id == officer.base()).ok_or(AssessmentError::NotFound)?;
    let gathered = match typed.print.as_str() {
        "" => None,
        _ => Some(gather(store, &officer.as_reader(), &row).await?),
    };
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let kept = one(&tx, officer.base(), seen.sheet).await?;
    expect_version(kept.row.row_version, seen.row_version)?;
    may(tx.db(), &kept.row, officer.actor(), Part::Corrects).await?;
    if let Some((gathered, late_repairs)) = gathered {
        let later = beside(&kept, &gathered, late_repairs)?;
        if later.print != typed.print {
            return Err(CorrectionRefusal::RecordsChanged.into());
        }
        (changes.facts, changes.late_repairs) = (later.changes.facts, later.changes.late_repairs);
    }
    let card = kept.row.read_card()?;
    let unknown = |code: &String| !code.is_empty() && card.vetoes.iter().all(|veto| veto.code != *code);
    if changes.veto.as_ref().is_some_and(unknown) {
        return Err(AssessmentError::NoSuchVeto);
    }
    let before = kept.sheet()?;
    let after = changes.on(before.clone(), &words).map_err(|(code, _)| AssessmentError::PointsOf(code))?;
    let difference = Difference::between(&before, &after);
    let waits = waiting(tx.db(), &kept.row).await?;
    may_correct(kept.row.read_state()?, waits, &difference)?;
    let told = step(&tx, &kept.row, officer.actor(), Step::CorrectionAsked, &words);
    let row = kept.row;
    keep_file(&tx, officer, &row, &told, file).await?;
    let correction = assessment_correction::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        assessment_id: Set(row.id),
        version: Set(row.version),
        state: Set(CorrectionState::Asked.code().to_owned()),
        changes: Set(to_json(&changes)),
        difference: Set(to_json(&difference)),
        words: Set(words.clone()),
        asked_at: Set(tx.now()),
        asked_by: Set(officer.actor().name.clone()),
        asked_account: Set(officer.actor().account),
        answered_at: Set(None),
        answered_by: Set(None),
        answer: Set(String::new()),
        before_sealed_at: Set(None),
        before_seal: Set(String::new()),
        before_document: Set(String::new()),
        row_version: Set(1),
    };
    assessment_correction::Entity::insert(correction).exec_without_returning(tx.db()).await?;
    let detail = json!({ "subject": row.subject_id, "quarter": row.quarter, "difference": difference, "words": words });
    tx.audit(row.base_id, officer.actor(), Deed::AssessmentCorrectionAsked, &row.id.to_string(), &detail);
    put(&tx, [row]).await?;
    tx.insert_all(vec![told]).await?;
    tx.commit("").await?;
    Ok(())
}

/// Answers a correction that waits. Approved, the sheet is sealed again as its next version, and the one before stays
/// readable.
///
/// # Errors
/// [`AssessmentError::Part`] for whoever has taken a part in the sheet; [`AssessmentError::Correction`];
/// [`AssessmentError::WordsMissing`] for a refusal without a reason.
pub async fn answer_correction(
    store: &Store,
    officer: &BureauOfficer,
    correction: Uuid,
    answer: Answer,
    words: &str,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let words = match (said(words), answer) {
        (Err(AssessmentError::WordsMissing), Answer::Approve | Answer::Withdraw) => String::new(),
        (words, _) => words?,
    };
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let asked = tx.lock::<assessment_correction::Entity>(correction).await?;
    let asked = asked.filter(|row| row.base_id == officer.base()).ok_or(AssessmentError::NotFound)?;
    let asked_it = asked.asked_account == officer.actor().account;
    let after = read_state(&asked.state)?.after(answer, asked_it)?;
    let mut kept = one(&tx, officer.base(), asked.assessment_id).await?;
    let (kind, deed) = match after {
        CorrectionState::Approved => (Step::Corrected, Deed::AssessmentCorrected),
        CorrectionState::Refused => (Step::CorrectionRefused, Deed::AssessmentCorrectionRefused),
        _ => (Step::CorrectionWithdrawn, Deed::AssessmentCorrectionWithdrawn),
    };
    if after != CorrectionState::Withdrawn {
        may(tx.db(), &kept.row, officer.actor(), Part::Approves).await?;
    }
    let said_of_it = if words.is_empty() { asked.words.clone() } else { words.clone() };
    let told = step(&tx, &kept.row, officer.actor(), kind, &said_of_it);
    if after == CorrectionState::Approved {
        hand_over(&tx, &kept.row, asked.asked_at, &told).await?;
    }
    tx.insert_all(vec![told]).await?;
    let mut row = asked.clone().into_active_model();
    row.state = Set(after.code().to_owned());
    (row.answered_at, row.answered_by) = (Set(Some(tx.now())), Set(Some(officer.actor().name.clone())));
    row.answer = Set(words.clone());
    row.row_version = Set(asked.row_version + 1);
    if after == CorrectionState::Approved {
        row.before_sealed_at = Set(kept.row.sealed_at);
        row.before_seal = Set(kept.row.seal.clone());
        row.before_document = Set(std::mem::take(&mut kept.row.document));
        put_lines(&tx, corrected(&mut kept, &asked)?).await?;
        kept.row.version += 1;
        let kept = kept.summed()?;
        let mut behind = Behind::of(&tx, officer.base(), std::slice::from_ref(&kept)).await?;
        put(&tx, [sealed_row(&tx, kept, &mut behind)?]).await?;
    }
    row.update(tx.db()).await?;
    let detail = json!({ "correction": correction, "version": asked.version, "words": words });
    tx.audit(officer.base(), officer.actor(), deed, &asked.assessment_id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// Puts what was asked for into a sheet; the lines that it changes.
fn corrected(
    kept: &mut Kept,
    asked: &assessment_correction::Model,
) -> Result<Vec<super::super::entity::assessment_line::Model>, AssessmentError> {
    let changes: Changes = read_json(&asked.changes, "correction")?;
    if let Some(facts) = &changes.facts {
        kept.row.facts = to_json(facts);
    }
    if let Some(late_repairs) = changes.late_repairs {
        kept.row.late_repairs = i32::try_from(late_repairs).unwrap_or(i32::MAX);
    }
    if let Some(veto) = changes.veto {
        kept.row.veto = Some(veto).filter(|code| !code.is_empty());
        kept.row.veto_note.clone_from(&asked.words);
    }
    let mut lines = Vec::with_capacity(changes.lines.len());
    for (code, points) in &changes.lines {
        let line = kept.lines.get_mut(code).ok_or(AssessmentError::NotFound)?;
        (line.corrected, line.corrected_note) = (Some(points.as_hundredths()), asked.words.clone());
        lines.push(line.clone());
    }
    Ok(lines)
}

fn points_of(typed: &[(String, String)]) -> Result<BTreeMap<String, Points>, AssessmentError> {
    let filled = typed.iter().filter(|(_, points)| !points.trim().is_empty());
    let of = |(code, points): &(String, String)| {
        let points = points.trim().parse().map_err(|_| AssessmentError::PointsOf(code.clone()))?;
        Ok((code.clone(), points))
    };
    filled.map(of).collect()
}

fn read_state(code: &str) -> Result<CorrectionState, StoreError> {
    code.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

async fn waiting(db: &impl ConnectionTrait, sheet: &assessment::Model) -> Result<bool, StoreError> {
    use assessment_correction::Column as Of;
    let asked = assessment_correction::Entity::find()
        .filter(Of::BaseId.eq(sheet.base_id))
        .filter(Of::AssessmentId.eq(sheet.id))
        .filter(Of::State.eq(CorrectionState::Asked.code()));
    Ok(asked.count(db).await? > 0)
}

/// The corrections of a sheet, oldest first: one statement. `approved`: those alone that changed it.
pub(super) async fn corrections(
    db: &impl ConnectionTrait,
    sheet: &assessment::Model,
    approved: bool,
) -> Result<Vec<CorrectionRow>, StoreError> {
    use assessment_correction::Column as Of;
    let mut of = Condition::all().add(Of::BaseId.eq(sheet.base_id)).add(Of::AssessmentId.eq(sheet.id));
    if approved {
        of = of.add(Of::State.eq(CorrectionState::Approved.code()));
    }
    let rows = assessment_correction::Entity::find().filter(of).order_by_asc(Of::AskedAt).all(db).await?;
    rows.into_iter().map(read_row).collect()
}

fn read_row(row: assessment_correction::Model) -> Result<CorrectionRow, StoreError> {
    let changes: Changes = read_json(&row.changes, "correction")?;
    Ok(CorrectionRow {
        id: row.id,
        version: row.version,
        state: read_state(&row.state)?,
        difference: read_json(&row.difference, "difference")?,
        by_facts: changes.facts.is_some(),
        words: row.words,
        asked_at: row.asked_at,
        asked_by: row.asked_by,
        asked_account: row.asked_account,
        answered: row.answered_at.zip(row.answered_by).map(|(at, by)| (at, by, row.answer)),
        before_seal: row.before_seal,
        before_sealed_at: row.before_sealed_at,
    })
}

/// How many of the sheets that one rests on were corrected since: of the base's quarter, those of its organisations
/// after its seal; of a year, the subject's own quarters after the cut-off that its facts are frozen as of. One statement at
/// the most.
pub(super) async fn corrected_since(
    db: &impl ConnectionTrait,
    sheet: &assessment::Model,
    frozen_as_at: Option<DateTime<Utc>>,
) -> Result<u64, StoreError> {
    use assessment::Column as Of;
    let (since, rests_on) = match sheet.read_occasion()? {
        Occasion::Quarter(_) if !sheet.of_base => return Ok(0),
        Occasion::Quarter(quarter) => {
            let of_organisations = Condition::all().add(Of::OfBase.eq(false));
            (sheet.sealed_at, of_organisations.add(Of::Quarter.eq(quarter.to_string())))
        }
        Occasion::Year(year) => {
            let own = Condition::all().add(Of::SubjectId.eq(sheet.subject_id));
            (frozen_as_at, own.add(Of::Quarter.is_in(year.quarters().map(|quarter| quarter.to_string()))))
        }
        Occasion::ExitReview(_) => return Ok(0),
    };
    let Some(since) = since else { return Ok(0) };
    let corrected = Condition::all().add(Of::BaseId.eq(sheet.base_id)).add(Of::Version.gt(1));
    let rows = assessment::Entity::find().filter(corrected).filter(rests_on).filter(Of::SealedAt.gt(since));
    Ok(rows.count(db).await?)
}
