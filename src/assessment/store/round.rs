//! Opening a quarter's round, and freezing its facts.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Kind, Scorecard, State, Step, Timetable,
    entity::{assessment, assessment_line, assessment_round},
    is_rated,
};
use super::{
    AssessmentError,
    card::{CardVersion, in_force},
    gather::{ByIndicator, OfOrganisations, When, of_base, of_organisations},
    record::{Kept, find_round, named, put, step, with_lines},
};
use crate::{
    access::{BaseReader, Overseer, System},
    audit::Deed,
    base,
    incubation::Mode,
    organisation::{Standing, entity::organisation},
    period::Quarter,
    rectification::store::late_within,
    store::{Begun, Intent, Store, StoreError, WriteTx, to_json},
    weekly_report::store::{Rhythm, reporter::Reporter},
};

/// A subject as the round takes it up.
struct Subject {
    id: Uuid,
    of_base: bool,
    name: String,
    code: Option<String>,
    kind: Kind,
    version: i32,
    card: Scorecard,
    facts: ByIndicator,
    expected_weeks: u32,
    late_repairs: u32,
}

/// Opens the round of a quarter that is over: a sheet for the base and for every organisation that was to report in it.
///
/// # Errors
/// [`AssessmentError::QuarterNotOver`], [`AssessmentError::OpenedBefore`].
pub async fn open(store: &Store, overseer: &Overseer, quarter: Quarter, intent: Intent) -> Result<(), AssessmentError> {
    let base = overseer.base();
    let rhythm = Rhythm::load(store.read(), base).await?;
    if rhythm.day(store.now()) <= quarter.last_day() {
        return Err(AssessmentError::QuarterNotOver);
    }
    let [timetable, base_timetable] =
        [false, true].map(|of_base| Timetable::of(of_base, quarter, rhythm.calendar(), rhythm.zone()));
    let when = When { base, quarter, rhythm: &rhythm, at: store.now() };
    let subjects = subjects(store, &overseer.as_reader(), when, &timetable).await?;
    let Begun::Fresh(tx) = store.begin(overseer.actor(), intent).await? else { return Ok(()) };
    if find_round(tx.db(), base, quarter).await?.is_some() {
        return Err(AssessmentError::OpenedBefore);
    }
    let round = assessment_round::ActiveModel {
        id: Set(named(base, &quarter.to_string())),
        base_id: Set(base),
        quarter: Set(quarter.to_string()),
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
    let detail = json!({ "quarter": quarter.to_string(), "sheets": number });
    tx.audit(base, overseer.actor(), Deed::AssessmentOpened, &round.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// The base, and every organisation that was there to report in one of the quarter's weeks.
async fn subjects(
    store: &Store,
    reader: &BaseReader,
    when: When<'_>,
    timetable: &Timetable,
) -> Result<Vec<Subject>, AssessmentError> {
    let (db, base_id, quarter) = (store.read(), when.base, when.quarter);
    let there =
        |reporter: &Reporter| quarter.weeks().any(|week| reporter.spans().iter().any(|span| span.contains(week)));
    let mut reporters = Reporter::organisations(db, base_id).await?;
    reporters.retain(there);
    let codes: Vec<(Uuid, Option<String>)> = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Code])
        .filter(organisation::Column::BaseId.eq(base_id))
        .into_tuple()
        .all(db)
        .await?;
    let mut codes: HashMap<Uuid, Option<String>> = codes.into_iter().collect();
    let registered = in_force(db, base_id, Kind::Organisation).await?;
    let filed = in_force(db, base_id, Kind::Community).await?;
    let of_the_base = in_force(db, base_id, Kind::Base).await?;
    let known = of_organisations(store, when, &reporters).await?;
    let late = late_within(db, base_id, quarter.first_day()..=quarter.last_day()).await?;
    let late_repairs = |subject: Uuid| late.get(&subject).copied().unwrap_or_default();
    let mut subjects = Vec::with_capacity(reporters.len() + 1);
    let base = base::store::by_id(db, base_id).await?.ok_or(AssessmentError::NotFound)?;
    subjects.push(Subject {
        id: base_id,
        of_base: true,
        name: base.name,
        code: Some(base.short_code),
        kind: Kind::Base,
        version: of_the_base.version,
        facts: of_base(store, reader, when, &of_the_base.card, timetable).await?,
        card: of_the_base.card,
        expected_weeks: u32::try_from(quarter.weeks().count()).unwrap_or(u32::MAX),
        late_repairs: late_repairs(base_id),
    });
    for reporter in reporters {
        let standing = Standing::from_code(reporter.standing()).unwrap_or(Standing::Registered);
        let CardVersion { version, card } = if standing == Standing::Filed { &filed } else { &registered };
        let card = for_subject(card, standing, reporter.mode().and_then(Mode::from_code));
        let id = reporter.name.id;
        subjects.push(Subject {
            id,
            of_base: false,
            code: codes.remove(&id).flatten(),
            name: reporter.name.name,
            kind: card.kind,
            version: *version,
            facts: known.facts(id, &card),
            card,
            expected_weeks: known.expected_weeks(id),
            late_repairs: late_repairs(id),
        });
    }
    Ok(subjects)
}

/// The card with the indicators that apply to a subject; the sum is rescaled by what is left.
fn for_subject(card: &Scorecard, standing: Standing, mode: Option<Mode>) -> Scorecard {
    let mut card = card.clone();
    for section in &mut card.sections {
        section.indicators.retain(|indicator| indicator.applies_to.covers(standing, mode));
    }
    card.sections.retain(|section| !section.indicators.is_empty());
    card
}

fn sheet(tx: &WriteTx, round: &assessment_round::Model, subject: Subject) -> Result<assessment::Model, StoreError> {
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
        rated: is_rated(subject.expected_weeks),
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
        row_version: 1,
    };
    Ok(Kept { row, lines: std::collections::BTreeMap::new() }.summed()?.row)
}

/// An empty line for each indicator.
fn lines_of(sheet: &assessment::Model) -> Result<Vec<assessment_line::ActiveModel>, StoreError> {
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
    let facts = Gathered::of(store, &system.reader(round.base_id), round, of_the_base, None, at).await?;
    let key = format!("{} {}", round.id, if of_the_base { "base" } else { "organisations" });
    let intent = Intent::new("assessment.freeze", key, &());
    let Begun::Fresh(tx) = store.begin(system.actor(), intent).await? else {
        return Ok(0);
    };
    let Some(held) = tx.lock::<assessment_round::Entity>(round.id).await? else { return Ok(0) };
    if held.frozen(of_the_base).is_some() {
        return Ok(0);
    }
    let sheets = facts.of_sheets(&tx, round, of_the_base).await?;
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

/// What the records say of a round's subjects at an instant.
pub(super) enum Gathered {
    Organisations(OfOrganisations),
    Base(ByIndicator),
}

impl Gathered {
    pub(super) async fn of(
        store: &Store,
        reader: &BaseReader,
        round: &assessment_round::Model,
        of_the_base: bool,
        only: Option<Uuid>,
        at: DateTime<Utc>,
    ) -> Result<Self, AssessmentError> {
        let (db, base) = (store.read(), round.base_id);
        let rhythm = Rhythm::load(db, base).await?;
        let when = When { base, quarter: round.read_quarter()?, rhythm: &rhythm, at };
        if !of_the_base {
            let reporters = match only {
                Some(subject) => Reporter::find(db, base, subject).await?.into_iter().collect(),
                None => Reporter::organisations(db, base).await?,
            };
            return Ok(Self::Organisations(of_organisations(store, when, &reporters).await?));
        }
        let of = assessment::Entity::find()
            .filter(assessment::Column::BaseId.eq(base))
            .filter(assessment::Column::RoundId.eq(round.id))
            .filter(assessment::Column::OfBase.eq(true));
        let card = of.one(db).await?.ok_or(AssessmentError::NotFound)?.read_card()?;
        Ok(Self::Base(of_base(store, reader, when, &card, &round.read_timetable(false)?).await?))
    }

    pub(super) fn facts(&self, row: &assessment::Model) -> Result<ByIndicator, StoreError> {
        Ok(match self {
            Self::Organisations(known) => known.facts(row.subject_id, &row.read_card()?),
            Self::Base(facts) => facts.clone(),
        })
    }

    /// The round's sheets that are not sealed, held, with these facts.
    async fn of_sheets(
        &self,
        tx: &WriteTx,
        round: &assessment_round::Model,
        of_the_base: bool,
    ) -> Result<Vec<assessment::Model>, StoreError> {
        use assessment::Column;
        let rows = assessment::Entity::find()
            .filter(Column::BaseId.eq(round.base_id))
            .filter(Column::RoundId.eq(round.id))
            .filter(Column::OfBase.eq(of_the_base))
            .filter(Column::SealedAt.is_null())
            .lock_exclusive()
            .all(tx.db())
            .await?;
        let kept = with_lines(tx.db(), round.base_id, rows).await?;
        let quarter = round.read_quarter()?;
        let late = late_within(tx.db(), round.base_id, quarter.first_day()..=quarter.last_day()).await?;
        kept.into_iter()
            .map(|mut kept| {
                let late_repairs = late.get(&kept.row.subject_id).copied().unwrap_or_default();
                kept.row.late_repairs = i32::try_from(late_repairs).unwrap_or(i32::MAX);
                kept.row.facts = to_json(&self.facts(&kept.row)?);
                if let Self::Organisations(known) = self {
                    let weeks = known.expected_weeks(kept.row.subject_id);
                    kept.row.expected_weeks = i32::try_from(weeks).unwrap_or(i32::MAX);
                    kept.row.rated = is_rated(weeks);
                }
                Ok(kept.summed()?.row)
            })
            .collect()
    }
}
