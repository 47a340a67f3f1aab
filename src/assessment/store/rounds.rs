//! Rounds, with how many of their sheets stand where, and what waits with sheets at a base.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::super::{
    Occasion, State, Timetable,
    entity::{assessment, assessment_round},
};
use super::{AssessmentError, record::find_round};
use crate::{
    access::BaseReader,
    store::{Store, StoreError},
};

/// How many sheets stand where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRow {
    pub occasion: Occasion,
    pub opened_at: DateTime<Utc>,
    pub opened_by: String,
    pub timetable: Timetable,
    pub base_timetable: Timetable,
    pub facts_at: Option<DateTime<Utc>>,
    pub seed: String,
    /// Rated sheets, the base's among them, by state.
    pub states: Vec<(State, u32)>,
    /// Those of too few weeks.
    pub not_rated: u32,
    pub open_objections: u32,
}

impl RoundRow {
    pub fn in_state(&self, state: State) -> u32 {
        self.states.iter().find(|(one, _)| *one == state).map_or(0, |(_, number)| *number)
    }

    pub fn rated(&self) -> u32 {
        self.states.iter().map(|(_, number)| number).sum()
    }
}

/// What waits with assessments at a base: rated sheets that are not sealed, by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AssessmentCounts {
    /// Organisations' sheets that the operator scores.
    pub to_score: u32,
    /// The base's sheet waits for the operator's own points.
    pub base_to_self_score: u32,
    /// Sheets that the bureau checks, and the base's that it scores.
    pub to_check: u32,
    pub to_publish: u32,
    pub to_decide: u32,
}

impl AssessmentCounts {
    /// What the operator has to do.
    pub fn for_operator(self) -> u32 {
        self.to_score + self.base_to_self_score
    }

    /// What the bureau has to do.
    pub fn for_bureau(self) -> u32 {
        self.to_check + self.to_publish + self.to_decide
    }
}

#[derive(Debug, FromQueryResult)]
struct Stand {
    quarter: String,
    state: String,
    rated: bool,
    of_base: bool,
    sheets: i64,
    objections: Option<i64>,
}

async fn stands(db: &impl ConnectionTrait, base: Uuid, more: Condition) -> Result<Vec<Stand>, StoreError> {
    use assessment::Column as Of;
    let rows = assessment::Entity::find()
        .select_only()
        .columns([Of::Quarter, Of::State, Of::Rated, Of::OfBase])
        .expr_as(Of::Id.count(), "sheets")
        .expr_as(Of::OpenObjections.sum(), "objections")
        .filter(Of::BaseId.eq(base))
        .filter(more)
        .group_by(Of::Quarter)
        .group_by(Of::State)
        .group_by(Of::Rated)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    Ok(rows)
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// What the occasions of exit reviews begin with.
const EXIT_REVIEWS: &str = "exit-%";

/// Every round of a quarter or a year, the newest first: two statements.
pub async fn rounds(store: &Store, reader: &BaseReader) -> Result<Vec<RoundRow>, AssessmentError> {
    let db = store.read();
    let rounds = assessment_round::Entity::find()
        .filter(assessment_round::Column::BaseId.eq(reader.base()))
        .filter(assessment_round::Column::Quarter.not_like(EXIT_REVIEWS))
        .order_by_desc(assessment_round::Column::Quarter)
        .all(db)
        .await?;
    let regular = Condition::all().add(assessment::Column::Quarter.not_like(EXIT_REVIEWS));
    let stands = stands(db, reader.base(), regular).await?;
    rounds.into_iter().map(|round| Ok(read_round(round, &stands)?)).collect()
}

/// One round: two statements.
pub async fn round(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
) -> Result<Option<RoundRow>, AssessmentError> {
    let db = store.read();
    let Some(round) = find_round(db, reader.base(), occasion).await? else { return Ok(None) };
    let of_it = Condition::all().add(assessment::Column::Quarter.eq(occasion.to_string()));
    let stands = stands(db, reader.base(), of_it).await?;
    Ok(Some(read_round(round, &stands)?))
}

fn read_round(round: assessment_round::Model, stands: &[Stand]) -> Result<RoundRow, StoreError> {
    let of = |stand: &&Stand| stand.quarter == round.quarter;
    let in_state = |state: State| {
        let of = stands.iter().filter(of).filter(|stand| stand.rated && stand.state == state.code());
        (state, of.map(|stand| count(stand.sheets)).sum())
    };
    let all = || stands.iter().filter(of);
    Ok(RoundRow {
        occasion: round.read_occasion()?,
        timetable: round.read_timetable(false)?,
        base_timetable: round.read_timetable(true)?,
        states: State::ALL.iter().copied().map(in_state).collect(),
        not_rated: all().filter(|stand| !stand.rated).map(|stand| count(stand.sheets)).sum(),
        open_objections: all().filter_map(|stand| stand.objections).map(count).sum(),
        opened_at: round.opened_at,
        opened_by: round.opened_by,
        facts_at: round.facts_at,
        seed: round.seed,
    })
}

/// What waits, in one statement.
pub async fn counts(store: &Store, reader: &BaseReader) -> Result<AssessmentCounts, StoreError> {
    let open = Condition::all().add(assessment::Column::Rated.eq(true)).add(assessment::Column::SealedAt.is_null());
    let stands = stands(store.read(), reader.base(), open).await?;
    let of = |of_base: Option<bool>, states: &[State]| {
        let fits = |stand: &&Stand| {
            of_base.is_none_or(|of_base| stand.of_base == of_base)
                && states.iter().any(|state| state.code() == stand.state)
        };
        stands.iter().filter(fits).map(|stand| count(stand.sheets)).sum::<u32>()
    };
    Ok(AssessmentCounts {
        to_score: of(Some(false), &[State::SelfScored, State::SentBack]),
        base_to_self_score: of(Some(true), &[State::Open]),
        to_check: of(None, &[State::Scored]) + of(Some(true), &[State::SelfScored, State::SentBack]),
        to_publish: of(None, &[State::Confirmed]),
        to_decide: stands.iter().filter_map(|stand| stand.objections).map(count).sum(),
    })
}
