//! Facts that came after the cut-off: what they would change, and taking them in.

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::super::{
    Action, Changes, CorrectionRefusal, Difference, Occasion, PartRefusal, Refusal, Step,
    entity::{assessment, assessment_round},
};
use super::{
    AssessmentError, Seen,
    came_to::CameTo,
    gathered::{Gathered, late_repairs},
    hand::Belongings,
    read::find,
    record::{Kept, hold, put, step, with_lines},
    said,
};
use crate::{
    access::{BaseReader, BureauOfficer, SubjectReader},
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, expect_version, hex, to_json},
    weekly_report::store::as_at::AsAt,
};

/// What the records say of a sheet's quarter now, beside what was frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    pub changes: Changes,
    pub difference: Difference,
    /// Whether the subject is rated then, where that changes.
    pub rated: Option<bool>,
    /// Tells whether the records have changed since they were looked at.
    pub print: String,
}

impl Later {
    /// Nothing of the sheet would change.
    pub fn is_none(&self) -> bool {
        self.difference.is_none() && self.rated.is_none()
    }
}

/// What is later than a sheet's frozen facts, for whoever looks at it.
pub async fn later(store: &Store, reader: &SubjectReader, occasion: Occasion) -> Result<Later, AssessmentError> {
    let (db, base) = (store.read(), reader.base());
    let row = find(db, base, reader.subject(), occasion).await?.ok_or(AssessmentError::NotFound)?;
    let kept = with_lines(db, base, vec![row]).await?.pop().ok_or(AssessmentError::NotFound)?;
    let (gathered, late_repairs) = gather(store, &reader.as_base_reader(), &kept.row).await?;
    Ok(beside(&kept, &gathered, late_repairs)?)
}

/// The records behind a sheet as they are now, and how many rectifications were not closed in time.
pub(super) async fn gather(
    store: &Store,
    reader: &BaseReader,
    row: &assessment::Model,
) -> Result<(Gathered, u32), AssessmentError> {
    let db = store.read();
    let round = assessment_round::Entity::find_by_id(row.round_id).one(db).await?;
    let round = round.ok_or(AssessmentError::NotFound)?;
    if round.frozen(row.of_base).is_none() {
        return Err(AssessmentError::NotFound);
    }
    let only = (!row.of_base).then_some(row.subject_id);
    let now = AsAt::now(store.now());
    let gathered = Gathered::of(store, reader, &round, row.of_base, only, &now).await?;
    let late = late_repairs(db, row.base_id, round.read_occasion()?, &now).await?;
    Ok((gathered, late.get(&row.subject_id).copied().unwrap_or_default()))
}

pub(super) fn beside(kept: &Kept, gathered: &Gathered, late_repairs: u32) -> Result<Later, StoreError> {
    let facts = gathered.facts(&kept.row)?;
    let print = hex(&Sha256::digest(to_json(&(&facts, late_repairs))));
    let before = kept.sheet()?;
    let mut after = before.clone().by_facts(&facts);
    after.late_repairs = late_repairs;
    let changes = Changes { facts: Some(facts), late_repairs: Some(late_repairs), ..Changes::default() };
    let rated = gathered.renewed(kept.clone(), late_repairs)?.row.rated;
    let rated = (rated != kept.row.rated).then_some(rated);
    Ok(Later { difference: Difference::between(&before, &after), changes, rated, print })
}

/// Takes later facts into a sheet that is frozen and not published yet, with the reason; what that changes stands in its
/// history. `print`: of [`later`].
///
/// # Errors
/// [`AssessmentError::Correction`] where nothing changes, or the records are not those that were looked at;
/// [`AssessmentError::Part`] for somebody of the subject's own.
pub async fn recompute(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    print: &str,
    words: &str,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let words = said(words)?;
    let row = assessment::Entity::find_by_id(seen.sheet).one(store.read()).await?;
    let row = row.filter(|row| row.base_id == officer.base()).ok_or(AssessmentError::NotFound)?;
    let (gathered, late_repairs) = gather(store, &officer.as_reader(), &row).await?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    // Whoever was not rated may come to be.
    let kept = hold(&tx, officer.base(), &[seen.sheet]).await?.pop().ok_or(AssessmentError::NotFound)?;
    let state = kept.row.read_state()?;
    if state.is_public() {
        return Err(Refusal::NoSuchStep { state, action: Action::Confirm }.into());
    }
    expect_version(kept.row.row_version, seen.row_version)?;
    if Belongings::of(tx.db(), officer.base(), officer.actor().account).await?.bar(&kept.row)? {
        return Err(PartRefusal::OwnSubject.into());
    }
    let later = beside(&kept, &gathered, late_repairs)?;
    if later.print != print {
        return Err(CorrectionRefusal::RecordsChanged.into());
    }
    if later.is_none() {
        return Err(CorrectionRefusal::ChangesNothing.into());
    }
    tx.was(officer.base(), &CameTo::from(&kept.row));
    let mut told = step(&tx, &kept.row, officer.actor(), Step::Recomputed, &words);
    told.difference = Set(to_json(&later.difference));
    let row = gathered.renewed(kept, late_repairs)?.row;
    let detail = json!({
        "subject": row.subject_id, "quarter": row.quarter, "difference": later.difference, "words": words,
    });
    tx.audit(row.base_id, officer.actor(), Deed::AssessmentRecomputed, &row.id.to_string(), &detail);
    put(&tx, [row]).await?;
    tx.insert_all(vec![told]).await?;
    tx.commit("").await?;
    Ok(())
}
