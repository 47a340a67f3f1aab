//! Opening a quarter's round, and freezing its facts.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Occasion, State, Step, Timetable,
    entity::{assessment, assessment_line, assessment_round},
};
use super::{
    AssessmentError,
    gather::When,
    gathered::Gathered,
    record::{Kept, find_round, named, put, step},
    subject::{self, Subject},
};
use crate::{
    access::{Overseer, System},
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx, to_json},
    weekly_report::store::{Rhythm, as_at::AsAt},
};

/// Opens a round. Of a quarter that is over: a sheet for the base and for every organisation that was to report in it;
/// of a year: for whoever had one in its quarters; an exit review: for the organisation whose incubation has come to it.
///
/// # Errors
/// [`AssessmentError::NotOver`], [`AssessmentError::OpenedBefore`], [`AssessmentError::NotInExitReview`].
pub async fn open(
    store: &Store,
    overseer: &Overseer,
    occasion: Occasion,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let base = overseer.base();
    let rhythm = Rhythm::load(store.read(), base).await?;
    let today = rhythm.day(store.now());
    if occasion.last_day().is_some_and(|last| today <= last) {
        return Err(AssessmentError::NotOver);
    }
    let [timetable, base_timetable] =
        [false, true].map(|of_base| Timetable::of(of_base, occasion, today, rhythm.calendar(), rhythm.zone()));
    let subjects = match occasion {
        Occasion::Quarter(quarter) => {
            let when = When { base, quarter, rhythm: &rhythm, as_at: &AsAt::now(store.now()) };
            subject::of_quarter(store, &overseer.as_reader(), when, &timetable).await?
        }
        Occasion::Year(year) => subject::of_year(store, base, year).await?,
        Occasion::ExitReview(incubation) => subject::of_exit_review(store, base, incubation).await?,
    };
    let Begun::Fresh(tx) = store.begin(overseer.actor(), intent).await? else { return Ok(()) };
    if find_round(tx.db(), base, occasion).await?.is_some() {
        return Err(AssessmentError::OpenedBefore);
    }
    let round = assessment_round::ActiveModel {
        id: Set(named(base, &occasion.to_string())),
        base_id: Set(base),
        quarter: Set(occasion.to_string()),
        opened_at: Set(tx.now()),
        opened_by: Set(overseer.actor().name.clone()),
        timetable: Set(to_json(&timetable)),
        base_timetable: Set(to_json(&base_timetable)),
        facts_at: Set(None),
        base_facts_at: Set(None),
        seed: Set(String::new()),
        row_version: Set(1),
    };
    let round = assessment_round::Entity::insert(round).exec_with_returning(tx.db()).await?;
    let number = subjects.len();
    let sheets = subjects.into_iter().map(|subject| sheet(&tx, &round, subject)).collect::<Result<Vec<_>, _>>()?;
    let lines = sheets.iter().map(lines_of).collect::<Result<Vec<_>, _>>()?;
    let opened = sheets.iter().map(|row| step(&tx, row, overseer.actor(), Step::Opened, "")).collect();
    tx.insert_all(sheets.into_iter().map(|row| row.into_active_model().reset_all()).collect()).await?;
    tx.insert_all(lines.into_iter().flatten().collect()).await?;
    tx.insert_all(opened).await?;
    let detail = json!({ "quarter": round.quarter, "sheets": number });
    tx.audit(base, overseer.actor(), Deed::AssessmentOpened, &round.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

pub(super) fn sheet(
    tx: &WriteTx,
    round: &assessment_round::Model,
    subject: Subject,
) -> Result<assessment::Model, StoreError> {
    let row = assessment::Model {
        id: named(round.id, &subject.id.to_string()),
        base_id: round.base_id,
        round_id: round.id,
        quarter: round.quarter.clone(),
        subject_id: subject.id,
        of_base: subject.of_base,
        subject_name: subject.name,
        subject_code: subject.code,
        kind: subject.kind.code().to_owned(),
        card_version: subject.version,
        card: to_json(&subject.card),
        rated: subject.rated,
        expected_weeks: i32::try_from(subject.expected_weeks).unwrap_or(i32::MAX),
        state: State::Open.code().to_owned(),
        since: tx.now(),
        facts: to_json(&subject.facts),
        bonus: 0,
        bonus_note: String::new(),
        late_repairs: i32::try_from(subject.late_repairs).unwrap_or(i32::MAX),
        veto: None,
        veto_note: String::new(),
        total: None,
        band: None,
        difference: 0,
        sampled: false,
        published_at: None,
        objections_until: None,
        open_objections: 0,
        reference_note: String::new(),
        sealed_at: None,
        seal: String::new(),
        document: String::new(),
        version: 1,
        row_version: 1,
    };
    Ok(Kept { row, lines: std::collections::BTreeMap::new() }.summed()?.row)
}

/// An empty line for each indicator.
pub(super) fn lines_of(sheet: &assessment::Model) -> Result<Vec<assessment_line::ActiveModel>, StoreError> {
    let card = sheet.read_card()?;
    let line = |indicator: &super::super::Indicator| assessment_line::ActiveModel {
        id: Set(named(sheet.id, &indicator.code)),
        base_id: Set(sheet.base_id),
        assessment_id: Set(sheet.id),
        code: Set(indicator.code.clone()),
        own: Set(None),
        own_note: Set(String::new()),
        evidence: Set(String::new()),
        operator: Set(None),
        operator_note: Set(String::new()),
        bureau: Set(None),
        bureau_note: Set(String::new()),
        sent_back_for: Set(String::new()),
        objection: Set(String::new()),
        objected_at: Set(None),
        objected_by: Set(None),
        decide_by: Set(None),
        upheld: Set(None),
        decision: Set(String::new()),
        decided_at: Set(None),
        decided_by: Set(None),
        corrected: Set(None),
        corrected_note: Set(String::new()),
        row_version: Set(1),
    };
    Ok(card.indicators().map(line).collect())
}

/// Freezes the facts of every round of a base whose cut-off has passed: at each write that depends on it, and by the
/// hour. One statement where nothing is due. Gives how many sheets it froze.
pub async fn freeze_due(store: &Store, base: Uuid) -> Result<usize, AssessmentError> {
    use assessment_round::Column;
    let open = Condition::any().add(Column::FactsAt.is_null()).add(Column::BaseFactsAt.is_null());
    let of = assessment_round::Entity::find().filter(Column::BaseId.eq(base)).filter(open);
    let mut frozen = 0;
    // A round or two: those of the quarter that has just ended.
    for round in of.all(store.read()).await? {
        for of_base in [false, true] {
            let cut_off = round.read_timetable(of_base)?.facts;
            if round.frozen(of_base).is_none() && store.now() > cut_off {
                frozen += freeze(store, &round, of_base, cut_off).await?;
            }
        }
    }
    Ok(frozen)
}

async fn freeze(
    store: &Store,
    round: &assessment_round::Model,
    of_the_base: bool,
    at: DateTime<Utc>,
) -> Result<usize, AssessmentError> {
    let system = System::named("facts of the quarter are frozen");
    let as_at = AsAt::past(store.read(), round.base_id, at, round.opened_at).await?;
    let facts = Gathered::of(store, &system.reader(round.base_id), round, of_the_base, None, &as_at).await?;
    let key = format!("{} {}", round.id, if of_the_base { "base" } else { "organisations" });
    let intent = Intent::new("assessment.freeze", key, &());
    let Begun::Fresh(tx) = store.begin(system.actor(), intent).await? else {
        return Ok(0);
    };
    let Some(held) = tx.lock::<assessment_round::Entity>(round.id).await? else { return Ok(0) };
    if held.frozen(of_the_base).is_some() {
        return Ok(0);
    }
    let sheets = facts.of_sheets(&tx, round, of_the_base, &as_at).await?;
    let number = sheets.len();
    let steps = sheets.iter().map(|row| step(&tx, row, system.actor(), Step::Froze, "")).collect();
    put(&tx, sheets).await?;
    tx.insert_all(steps).await?;
    let mut row = held.into_active_model();
    if of_the_base {
        row.base_facts_at = Set(Some(tx.now()));
    } else {
        row.facts_at = Set(Some(tx.now()));
    }
    assessment_round::Entity::update(row).exec(tx.db()).await?;
    let detail = json!({ "quarter": round.quarter, "of_base": of_the_base, "sheets": number });
    tx.audit(round.base_id, system.actor(), Deed::AssessmentFactsFrozen, &round.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(number)
}
