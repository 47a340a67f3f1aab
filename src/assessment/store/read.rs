//! One sheet as its page shows it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::{
    Difference, Facts, Kind, Occasion, Part, Scorecard, Sheet, State, Step, Timetable,
    entity::{assessment, assessment_line, assessment_step},
};
use super::{
    AssessmentError,
    correction::{CorrectionRow, corrected_since, corrections},
    document::Document,
    evidence::to_seal,
    gather::ByIndicator,
    gathered::Gathered,
    hand::Hand,
    published::withheld,
    record::{Kept, find_round, with_lines},
    report_sample,
    seal::history,
};
use crate::{
    access::{BaseReader, Scope, SubjectReader},
    points::Points,
    store::{Store, StoreError, read_json},
    weekly_report::store::as_at::AsAt,
};

/// What stands beside the points of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineNotes {
    /// The line's own.
    pub id: Uuid,
    /// What shows it, in the subject's words.
    pub evidence: String,
    /// Notes without points, too.
    pub own_note: String,
    pub operator_note: String,
    pub bureau_note: String,
    /// Empty where it was not sent back.
    pub sent_back_for: String,
    pub objection: Option<ObjectionRow>,
    /// Of the quarter or year before; none where there was none, or the subject may not see it yet.
    pub before: Option<Points>,
    pub row_version: i32,
}

/// An objection to a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectionRow {
    pub words: String,
    pub made_at: DateTime<Utc>,
    pub made_by: String,
    pub decide_by: Option<DateTime<Utc>>,
    /// When, by whom, why.
    pub decided: Option<(DateTime<Utc>, String, String)>,
}

/// A line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub kind: Step,
    pub by: String,
    pub role: String,
    /// A step before it was missed.
    pub skipped: bool,
    pub words: String,
    /// The account that did it.
    pub account: Option<Uuid>,
    /// The part in the sheet that it was.
    pub part: Option<Part>,
    /// What a recomputation changed.
    pub difference: Option<Difference>,
}

/// A sheet with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPage {
    pub id: Uuid,
    pub subject: Uuid,
    pub of_base: bool,
    pub name: String,
    pub code: Option<String>,
    pub occasion: Occasion,
    pub kind: Kind,
    pub card_version: i32,
    pub rated: bool,
    pub expected_weeks: i32,
    pub state: State,
    pub since: DateTime<Utc>,
    pub timetable: Timetable,
    /// `None` while the facts are provisional.
    pub facts_at: Option<DateTime<Utc>>,
    pub sheet: Sheet,
    /// By the code of the indicator.
    pub facts: BTreeMap<String, Facts>,
    pub notes: BTreeMap<String, LineNotes>,
    pub bonus_note: String,
    pub veto_note: String,
    pub reference_note: String,
    /// The total of the quarter or the year before.
    pub before: Option<Points>,
    pub sampled: bool,
    pub published_at: Option<DateTime<Utc>>,
    pub objections_until: Option<DateTime<Utc>>,
    pub sealed_at: Option<DateTime<Utc>>,
    pub seal: String,
    /// Above 1 after a correction.
    pub version: i32,
    /// Corrections after the seal, oldest first; a subject sees those that changed it.
    pub corrections: Vec<CorrectionRow>,
    /// How many of the sheets that it rests on were corrected since: of the base's, organisations' sheets of the quarter;
    /// of a year's, the subject's own of its quarters.
    pub corrected_since: u64,
    /// Oldest first.
    pub steps: Vec<StepRow>,
    pub row_version: i32,
}

/// A subject's sheet of a quarter or a year. A subject sees what others gave once it is published.
pub async fn sheet(store: &Store, reader: &SubjectReader, occasion: Occasion) -> Result<SheetPage, AssessmentError> {
    let (db, base) = (store.read(), reader.base());
    let round = find_round(db, base, occasion).await?.ok_or(AssessmentError::NotFound)?;
    let row = find(db, base, reader.subject(), occasion).await?.ok_or(AssessmentError::NotFound)?;
    let before = match occasion.previous() {
        Some(before) => find(db, base, reader.subject(), before).await?,
        None => None,
    };
    let mut rows = with_lines(db, base, [Some(row), before].into_iter().flatten().collect()).await?.into_iter();
    let kept = rows.next().ok_or(AssessmentError::NotFound)?;
    let before = rows.next();
    let facts_at = round.frozen(kept.row.of_base);
    let facts: ByIndicator = match facts_at {
        Some(_) => kept.row.read_facts()?,
        None => live(store, reader, &round, &kept.row).await?,
    };
    let steps = history(db, base, [kept.row.id].into_iter()).await?.remove(&kept.row.id).unwrap_or_default();
    let state = kept.row.read_state()?;
    let scope = Scope::from(reader);
    let own = scope.is_own(kept.row.subject_id);
    let hidden = withheld(scope, kept.row.subject_id, state);
    let mut sheet = kept.sheet_by(&facts)?;
    if own {
        sheet = sheet.seen_by_subject(state);
    }
    let before = before.map(|kept| Ok::<_, StoreError>((kept.row.read_state()?, kept))).transpose()?;
    let before = before.filter(|(state, kept)| !withheld(scope, kept.row.subject_id, *state)).map(|(_, kept)| kept);
    let sheet_before = before.as_ref().map(Kept::sheet).transpose()?;
    let notes = kept.lines.values().map(|line| {
        let mut notes = notes(line, hidden);
        notes.before = sheet_before.as_ref().and_then(|sheet| sheet.line(&line.code)?.points());
        (line.code.clone(), notes)
    });
    let timetable = round.read_timetable(kept.row.of_base)?;
    let corrections = match kept.row.sealed_at {
        None => Vec::new(),
        Some(_) => corrections(db, &kept.row, own).await?,
    };
    let corrected_since = corrected_since(db, &kept.row, facts_at.map(|_| timetable.facts)).await?;
    Ok(SheetPage {
        id: kept.row.id,
        subject: kept.row.subject_id,
        of_base: kept.row.of_base,
        name: kept.row.subject_name.clone(),
        code: kept.row.subject_code.clone(),
        occasion,
        kind: kept.row.read_kind()?,
        card_version: kept.row.card_version,
        rated: kept.row.rated,
        expected_weeks: kept.row.expected_weeks,
        state,
        since: kept.row.since,
        timetable,
        facts_at,
        sheet,
        facts,
        notes: notes.collect(),
        bonus_note: if hidden { String::new() } else { kept.row.bonus_note.clone() },
        veto_note: if hidden { String::new() } else { kept.row.veto_note.clone() },
        reference_note: if hidden { String::new() } else { kept.row.reference_note.clone() },
        before: before.and_then(|kept| kept.row.total).map(Points::hundredths),
        sampled: kept.row.sampled && !own,
        published_at: kept.row.published_at,
        objections_until: kept.row.objections_until,
        sealed_at: kept.row.sealed_at,
        seal: kept.row.seal.clone(),
        version: kept.row.version,
        corrections,
        corrected_since,
        steps: told(steps, own, hidden)?,
        row_version: kept.row.row_version,
    })
}

async fn live(
    store: &Store,
    reader: &SubjectReader,
    round: &super::super::entity::assessment_round::Model,
    row: &assessment::Model,
) -> Result<ByIndicator, AssessmentError> {
    let only = (!row.of_base).then_some(row.subject_id);
    let now = AsAt::now(store.now());
    let gathered = Gathered::of(store, &reader.as_base_reader(), round, row.of_base, only, &now).await?;
    Ok(gathered.facts(row)?)
}

/// The same as the command line prints it, by code or name of its subject.
pub async fn document(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
    subject: &str,
) -> Result<Document, AssessmentError> {
    let db = store.read();
    let of = assessment::Entity::find()
        .filter(assessment::Column::BaseId.eq(reader.base()))
        .filter(assessment::Column::Quarter.eq(occasion.to_string()));
    let called = sea_orm::Condition::any()
        .add(assessment::Column::SubjectCode.eq(subject))
        .add(assessment::Column::SubjectName.eq(subject));
    let row = of.filter(called).one(db).await?.ok_or(AssessmentError::NotFound)?;
    let (page, document) = told_of(store, &reader.of(row.subject_id), &row).await?;
    let hidden = withheld(Scope::from(reader), row.subject_id, page.state);
    let quarter = (page.of_base && !hidden).then(|| row.quarter.clone());
    let sample = report_sample::to_seal(db, reader.base(), quarter).await?.remove(&row.quarter);
    Ok(document.with_sample(sample))
}

/// A sheet by its id, with what the command line prints of it but for the reports that were drawn.
pub async fn sheet_by_id(
    store: &Store,
    reader: &BaseReader,
    id: Uuid,
) -> Result<(SheetPage, Document), AssessmentError> {
    let row = find_by_id(store.read(), Scope::from(reader), id).await?;
    told_of(store, &reader.of(row.subject_id), &row).await
}

/// The same of one subject's sheet; another's is not found.
pub async fn own_sheet_by_id(
    store: &Store,
    reader: &SubjectReader,
    id: Uuid,
) -> Result<(SheetPage, Document), AssessmentError> {
    let row = find_by_id(store.read(), Scope::from(reader), id).await?;
    told_of(store, reader, &row).await
}

/// A sheet in sight.
async fn find_by_id(db: &impl ConnectionTrait, scope: Scope, id: Uuid) -> Result<assessment::Model, AssessmentError> {
    let of_base = assessment::Column::BaseId.eq(scope.base());
    let row = assessment::Entity::find_by_id(id).filter(of_base).one(db).await?;
    row.filter(|row| scope.covers(row.subject_id)).ok_or(AssessmentError::NotFound)
}

/// Neither holds what is withheld from whoever reads it.
async fn told_of(
    store: &Store,
    reader: &SubjectReader,
    row: &assessment::Model,
) -> Result<(SheetPage, Document), AssessmentError> {
    let page = sheet(store, reader, row.read_occasion()?).await?;
    let hidden = withheld(Scope::from(reader), row.subject_id, page.state);
    let mut files = to_seal(store.read(), reader.base(), [row.id]).await?.remove(&row.id).unwrap_or_default();
    files.retain(|(_, file)| !(hidden && file.shows.is_of_others()));
    let document = Document::of(row, &page.sheet, &page.facts)?.with_files(files);
    Ok((page, if hidden { document.without_sum() } else { document }))
}

/// The scorecard of a sheet that somebody acts on.
pub async fn card_of(store: &Store, hand: &Hand, sheet: Uuid) -> Result<Scorecard, AssessmentError> {
    let row = assessment::Entity::find_by_id(sheet).one(store.read()).await?;
    let row = row.filter(|row| hand.covers(row)).ok_or(AssessmentError::NotFound)?;
    Ok(row.read_card()?)
}

pub(super) async fn find(
    db: &impl ConnectionTrait,
    base: Uuid,
    subject: Uuid,
    occasion: Occasion,
) -> Result<Option<assessment::Model>, StoreError> {
    use assessment::Column;
    let of = assessment::Entity::find().filter(Column::BaseId.eq(base)).filter(Column::SubjectId.eq(subject));
    Ok(of.filter(Column::Quarter.eq(occasion.to_string())).one(db).await?)
}

fn notes(line: &assessment_line::Model, hidden: bool) -> LineNotes {
    let others = |words: &str| if hidden { String::new() } else { words.to_owned() };
    let decided = || Some((line.decided_at?, line.decided_by.clone()?, line.decision.clone()));
    let objection = line.objected_at.map(|made_at| ObjectionRow {
        words: line.objection.clone(),
        made_at,
        made_by: line.objected_by.clone().unwrap_or_default(),
        decide_by: line.decide_by,
        decided: decided(),
    });
    LineNotes {
        id: line.id,
        evidence: line.evidence.clone(),
        own_note: line.own_note.clone(),
        operator_note: others(&line.operator_note),
        bureau_note: others(&line.bureau_note),
        sent_back_for: others(&line.sent_back_for),
        objection,
        before: None,
        row_version: line.row_version,
    }
}

/// The history as somebody may see it: of what was asked for after the seal, a subject sees what came of it; until the
/// publication, nothing of what others gave, nor that the sheet was drawn. `hidden`: it is not published yet.
fn told(steps: Vec<assessment_step::Model>, own: bool, hidden: bool) -> Result<Vec<StepRow>, StoreError> {
    let came_to_nothing = [Step::CorrectionAsked, Step::CorrectionRefused, Step::CorrectionWithdrawn];
    let given = [Step::Rewarded, Step::Vetoed, Step::VetoLifted, Step::Sampled];
    let mut rows: Vec<StepRow> = steps.into_iter().map(read_step).collect::<Result<_, _>>()?;
    rows.retain(|row| !own || !came_to_nothing.contains(&row.kind));
    if hidden {
        rows.retain(|row| !given.contains(&row.kind));
        for row in &mut rows {
            row.difference = None;
        }
    }
    Ok(rows)
}

/// What a step changed, as it is kept; empty of steps that are no recomputation.
pub(super) fn changed(kept: &str) -> Result<Option<Difference>, StoreError> {
    (!kept.is_empty()).then(|| read_json(kept, "difference")).transpose()
}

fn read_step(row: assessment_step::Model) -> Result<StepRow, StoreError> {
    Ok(StepRow {
        id: row.id,
        at: row.at,
        kind: row.kind.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
        by: row.by_name,
        role: row.role,
        skipped: row.skipped,
        words: row.words,
        account: row.account_id,
        part: row.part.as_deref().and_then(Part::from_code),
        difference: changed(&row.difference)?,
    })
}
