//! The bureau's word: confirming, sending back, extra points, publication, sampling.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, Objection, Occasion, Part, PartRefusal, State, Step,
    entity::{assessment, assessment_round},
    may_take, sample,
};
use super::{
    AssessmentError,
    came_to::CameTo,
    evidence::keep_file,
    hand::{Belongings, deeds, may},
    record::{Kept, find_round, hold, put, put_lines, step, with_lines},
    round::freeze_due,
    said,
    write::{lacks_reference, reference_of, tell_reference},
};
use crate::{
    access::BureauOfficer,
    audit::Deed,
    calendar::plus_working_days_at,
    evidence::store::Prepared,
    points::Points,
    store::{Begun, Intent, Store, WriteTx, expect_version, read_json, to_json},
    weekly_report::store::Rhythm,
};

/// A sheet as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub sheet: Uuid,
    pub row_version: i32,
}

/// One sheet of the base's, held. What it came to is kept, since others may go by it.
pub(super) async fn one(tx: &WriteTx, base: Uuid, sheet: Uuid) -> Result<Kept, AssessmentError> {
    let kept = hold(tx, base, &[sheet]).await?.pop().ok_or(AssessmentError::NotFound)?;
    if kept.row.published_at.is_some() {
        tx.was(base, &CameTo::from(&kept.row));
    }
    if kept.row.rated { Ok(kept) } else { Err(AssessmentError::NotRated) }
}

/// Sends a scored sheet back, with a reason for each line that is meant.
pub async fn send_back(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    reasons: &[(String, String)],
    intent: Intent,
) -> Result<(), AssessmentError> {
    let reasons: Vec<(&str, String)> = reasons
        .iter()
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(code, words)| Ok::<_, AssessmentError>((code.as_str(), said(words)?)))
        .collect::<Result<_, _>>()?;
    if reasons.is_empty() {
        return Err(AssessmentError::WordsMissing);
    }
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let mut kept = one(&tx, officer.base(), seen.sheet).await?;
    let after = kept.row.read_state()?.next(Action::SendBack, By::Checker, false)?;
    expect_version(kept.row.row_version, seen.row_version)?;
    may(tx.db(), &kept.row, officer.actor(), Part::Confirms).await?;
    let mut lines = Vec::with_capacity(reasons.len());
    for (code, words) in &reasons {
        let line = kept.lines.get_mut(*code).ok_or(AssessmentError::NotFound)?;
        line.sent_back_for.clone_from(words);
        lines.push(line.clone());
    }
    put_lines(&tx, lines).await?;
    let codes: Vec<&str> = reasons.iter().map(|(code, _)| *code).collect();
    let back = step(&tx, &kept.row, officer.actor(), Step::SentBack, "");
    let row = kept.moved(&tx, after).row;
    let detail = json!({ "subject": row.subject_id, "quarter": row.quarter, "lines": codes });
    tx.audit(row.base_id, officer.actor(), Deed::AssessmentSentBack, &row.id.to_string(), &detail);
    put(&tx, [row]).await?;
    tx.insert_all(vec![back]).await?;
    tx.commit("").await?;
    Ok(())
}

/// What became of several sheets at once: how many went on, and of how many nothing came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Several {
    pub done: u32,
    /// The officer has scored them, or belongs to their subjects.
    pub not_theirs: u32,
    /// They wait for somebody else, lack points, or a word on the reference data beside them.
    pub not_ready: u32,
}

/// Confirms sheets as they were scored: those that can be are, the others stay.
pub async fn confirm(
    store: &Store,
    officer: &BureauOfficer,
    sheets: &[Uuid],
    intent: Intent,
) -> Result<Several, AssessmentError> {
    freeze_due(store, officer.base()).await?;
    let tx = match store.begin(officer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(read_json(&done, "what was confirmed")?),
    };
    let base = officer.base();
    let held = hold(&tx, base, sheets).await?;
    if sheets.iter().any(|sheet| held.iter().all(|kept| kept.row.id != *sheet)) {
        return Err(AssessmentError::NotFound);
    }
    let mut by_sheet: HashMap<Uuid, Vec<super::super::Deed>> = HashMap::new();
    for (sheet, deed) in deeds(tx.db(), base, sheets).await? {
        by_sheet.entry(sheet).or_default().push(deed);
    }
    let own = Belongings::of(tx.db(), base, officer.actor().account).await?;
    let mut several = Several::default();
    let (mut rows, mut steps) = (Vec::new(), Vec::new());
    for kept in held {
        let before = by_sheet.get(&kept.row.id).map_or(&[][..], Vec::as_slice);
        match confirmed(&tx, officer, kept, before, &own)? {
            Ok(kept) => {
                several.done += 1;
                steps.push(step(&tx, &kept.row, officer.actor(), Step::Confirmed, ""));
                let detail = json!({ "subject": kept.row.subject_id, "quarter": kept.row.quarter });
                tx.audit(base, officer.actor(), Deed::AssessmentConfirmed, &kept.row.id.to_string(), &detail);
                rows.push(kept.row);
            }
            Err(Stays::NotTheirs) => several.not_theirs += 1,
            Err(Stays::NotReady) => several.not_ready += 1,
        }
    }
    if rows.is_empty() {
        return Ok(several);
    }
    put(&tx, rows).await?;
    tx.insert_all(steps).await?;
    tx.commit(to_json(&several)).await?;
    Ok(several)
}

enum Stays {
    NotTheirs,
    NotReady,
}

fn confirmed(
    tx: &WriteTx,
    officer: &BureauOfficer,
    kept: Kept,
    before: &[super::super::Deed],
    own: &Belongings,
) -> Result<Result<Kept, Stays>, AssessmentError> {
    let state = kept.row.read_state()?;
    // Many at once are confirmed as they were scored: what was missed is looked at one by one.
    let Ok(after) = state.next(Action::Confirm, By::Checker, false) else { return Ok(Err(Stays::NotReady)) };
    let sheet = kept.sheet()?;
    if lacks_reference(&kept.row)? {
        return Ok(Err(Stays::NotReady));
    }
    if !kept.row.rated || sheet.sum().is_err() || !sheet.lacks(super::super::Column::Bureau).is_empty() {
        return Ok(Err(Stays::NotReady));
    }
    let belongs = own.bar(&kept.row)?;
    let may = officer.actor().account.map(|person| may_take(Part::Confirms, person, belongs, before));
    Ok(match may {
        Some(Err(PartRefusal::OwnSubject | PartRefusal::HasActed { .. })) => Err(Stays::NotTheirs),
        _ => Ok(kept.moved(tx, after)),
    })
}

/// Publishes every confirmed sheet of a quarter, or one of them: its subject sees it, and may object for five working
/// days. How many were published.
pub async fn publish(
    store: &Store,
    officer: &BureauOfficer,
    occasion: Occasion,
    only: Option<Uuid>,
    intent: Intent,
) -> Result<u32, AssessmentError> {
    let rhythm = Rhythm::load(store.read(), officer.base()).await?;
    let tx = match store.begin(officer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(read_json(&done, "how many were published")?),
    };
    let rows = in_state(&tx, officer.base(), occasion, State::Confirmed).await?;
    let until = plus_working_days_at(tx.now(), Objection::WINDOW_DAYS, rhythm.calendar(), rhythm.zone()).at;
    let (mut published, mut steps) = (Vec::new(), Vec::new());
    for kept in rows.into_iter().filter(|kept| only.is_none_or(|only| only == kept.row.id)) {
        let after = kept.row.read_state()?.next(Action::Publish, By::Checker, false)?;
        let mut row = kept.moved(&tx, after).row;
        (row.published_at, row.objections_until) = (Some(tx.now()), Some(until));
        steps.push(step(&tx, &row, officer.actor(), Step::Published, ""));
        let detail = json!({ "subject": row.subject_id, "quarter": row.quarter, "until": until });
        tx.audit(row.base_id, officer.actor(), Deed::AssessmentPublished, &row.id.to_string(), &detail);
        published.push(row);
    }
    let number = u32::try_from(published.len()).unwrap_or(u32::MAX);
    if number == 0 {
        return Err(AssessmentError::NotFound);
    }
    put(&tx, published).await?;
    tx.insert_all(steps).await?;
    tx.commit(to_json(&number)).await?;
    Ok(number)
}

/// The sheets of a quarter in a state, held, with their lines.
pub(super) async fn in_state(
    tx: &WriteTx,
    base: Uuid,
    occasion: Occasion,
    state: State,
) -> Result<Vec<Kept>, AssessmentError> {
    use assessment::Column;
    let rows = assessment::Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::Quarter.eq(occasion.to_string()))
        .filter(Column::State.eq(state.code()))
        .order_by_asc(Column::Id);
    let rows = sea_orm::QuerySelect::lock_exclusive(rows).all(tx.db()).await?;
    Ok(with_lines(tx.db(), base, rows).await?)
}

/// Extra points, each with its reason; none takes them away again. The card's cap stands.
pub async fn reward(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    points: &str,
    note: &str,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let points: Points = if points.trim().is_empty() {
        Points::ZERO
    } else {
        points.trim().parse().map_err(|_| AssessmentError::Points)?
    };
    let note = if points == Points::ZERO { note.trim().to_owned() } else { said(note)? };
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let mut kept = judged(&tx, officer, seen).await?;
    if points > kept.row.read_card()?.bonus_cap {
        return Err(AssessmentError::Points);
    }
    (kept.row.bonus, kept.row.bonus_note) = (points.as_hundredths(), note.clone());
    let detail = json!({ "subject": kept.row.subject_id, "points": points, "words": note });
    tx.audit(kept.row.base_id, officer.actor(), Deed::AssessmentRewarded, &kept.row.id.to_string(), &detail);
    settle(tx, officer, kept, Step::Rewarded, (&format!("{points} {note}"), None)).await
}

/// Whether and how the reference data beside the base's sheet were used.
pub async fn note_reference(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    words: &str,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let words = said(words)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let mut kept = judged(&tx, officer, seen).await?;
    *reference_of(&mut kept.row)?.ok_or(AssessmentError::NotFound)? = words;
    tell_reference(&tx, officer.actor(), &kept.row);
    put(&tx, [kept.row]).await?;
    tx.commit("").await?;
    Ok(())
}

/// A sheet that the bureau still has a say in: until it is published. Whoever speaks there may check it.
pub(super) async fn judged(tx: &WriteTx, officer: &BureauOfficer, seen: Seen) -> Result<Kept, AssessmentError> {
    let kept = one(tx, officer.base(), seen.sheet).await?;
    let state = kept.row.read_state()?;
    if state.is_public() {
        return Err(super::super::Refusal::NoSuchStep { state, action: Action::Confirm }.into());
    }
    expect_version(kept.row.row_version, seen.row_version)?;
    let part = if kept.row.of_base { Part::Scores } else { Part::Confirms };
    may(tx.db(), &kept.row, officer.actor(), part).await?;
    Ok(kept)
}

/// Keeps what was judged, with its step and the file that came with it.
pub(super) async fn settle(
    tx: WriteTx,
    officer: &BureauOfficer,
    kept: Kept,
    kind: Step,
    (words, file): (&str, Option<&Prepared>),
) -> Result<(), AssessmentError> {
    let mut told = step(&tx, &kept.row, officer.actor(), kind, words);
    if kept.row.of_base {
        told.part = Set(Some(Part::Scores.code().to_owned()));
    }
    keep_file(&tx, officer, &kept.row, &told, file).await?;
    put(&tx, [kept.summed()?.row]).await?;
    tx.insert_all(vec![told]).await?;
    tx.commit("").await?;
    Ok(())
}

/// Draws so many rated sheets of organisations to be looked at closely (抽查), by a seed that is kept, so that anyone
/// can draw them again.
pub async fn draw(
    store: &Store,
    officer: &BureauOfficer,
    occasion: Occasion,
    seed: &str,
    number: usize,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let seed = said(seed)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let base = officer.base();
    let round = find_round(tx.db(), base, occasion).await?.ok_or(AssessmentError::NotFound)?;
    let round = tx.lock::<assessment_round::Entity>(round.id).await?.ok_or(AssessmentError::NotFound)?;
    let rows = assessment::Entity::find()
        .filter(assessment::Column::BaseId.eq(base))
        .filter(assessment::Column::RoundId.eq(round.id))
        .filter(assessment::Column::OfBase.eq(false))
        .filter(assessment::Column::Rated.eq(true))
        .filter(assessment::Column::SealedAt.is_null());
    let rows = sea_orm::QuerySelect::lock_exclusive(rows).all(tx.db()).await?;
    let mut by_id: BTreeMap<Uuid, assessment::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    let drawn = sample(&seed, by_id.keys().copied(), number);
    for row in by_id.values_mut() {
        row.sampled = drawn.contains(&row.id);
    }
    let steps = drawn.iter().filter_map(|id| by_id.get(id));
    let steps = steps.map(|row| step(&tx, row, officer.actor(), Step::Sampled, &seed)).collect();
    let detail = json!({ "quarter": round.quarter, "seed": seed, "drawn": drawn.len() });
    tx.audit(base, officer.actor(), Deed::AssessmentSampled, &round.id.to_string(), &detail);
    let mut round = round.into_active_model();
    round.seed = Set(seed);
    assessment_round::Entity::update(round).exec(tx.db()).await?;
    put(&tx, by_id.into_values()).await?;
    tx.insert_all(steps).await?;
    tx.commit("").await?;
    Ok(())
}
