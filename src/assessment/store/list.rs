//! Rounds, and the sheets of one.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::{
    Band, Kind, Occasion, State, Timetable,
    entity::{assessment, assessment_round},
};
use super::{
    AssessmentError,
    published::{public, withheld},
    record::find_round,
};
use crate::{
    access::{BaseReader, Scope, SubjectReader},
    base,
    points::Points,
    store::{Page, Paging, Store, StoreError, containing},
};

/// A sheet in a list. Of what is withheld from its subject until the publication, there is nothing for those who belong to
/// it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    pub id: Uuid,
    pub subject: Uuid,
    pub of_base: bool,
    pub name: String,
    pub code: Option<String>,
    pub occasion: Occasion,
    pub kind: Kind,
    pub rated: bool,
    pub expected_weeks: i32,
    pub state: State,
    pub since: DateTime<Utc>,
    pub total: Option<Points>,
    pub band: Option<Band>,
    /// `None` where the subject is not rated.
    pub difference: Option<Points>,
    pub sampled: bool,
    pub open_objections: i32,
}

/// In which order sheets stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Name,
    /// The biggest first.
    Difference,
    /// The best first.
    Total,
    /// The longest first.
    Waiting,
}

/// What a list shows; every sheet of the round by default.
#[derive(Debug, Clone, Default)]
pub struct SheetFilter {
    pub state: Option<State>,
    pub kind: Option<Kind>,
    pub band: Option<Band>,
    /// Only organisations whose total lies in these ten points, as [`Spread::tens`](super::super::Spread::tens) counts
    /// them.
    pub tens: Option<u8>,
    /// Only what was drawn.
    pub sampled: bool,
    /// Only what has an open objection.
    pub objected: bool,
    /// Part of a name or code.
    pub search: String,
    pub order: Order,
}

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

/// Organisations whose total lies in ten points, the hundred among the last ones.
fn in_tens(tens: u8) -> Condition {
    use assessment::Column as Of;
    let from = i32::from(tens) * 1_000;
    let below = (tens < 9).then(|| Of::Total.lt(from + 1_000));
    let rated = Condition::all().add(Of::OfBase.eq(false)).add(Of::Rated.eq(true));
    rated.add(Of::Total.gte(from)).add_option(below)
}

/// The sheets of a quarter or a year.
pub async fn list(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
    filter: &SheetFilter,
    paging: Paging,
) -> Result<Page<SheetRow>, AssessmentError> {
    use assessment::Column as Of;
    let (db, scope) = (store.read(), Scope::from(reader));
    let search = filter.search.trim();
    let called =
        Condition::any().add(Of::SubjectName.like(containing(search))).add(Of::SubjectCode.like(containing(search)));
    // Nor does a filter tell the band that the base's own sheet does not show yet.
    let seen = scope
        .is_own(reader.base())
        .then(|| Condition::any().add(Of::SubjectId.ne(reader.base())).add(Of::State.is_in(public())));
    let in_band = |band: Band| Condition::all().add(Of::Band.eq(band.code())).add_option(seen);
    let query = assessment::Entity::find().filter(
        Condition::all()
            .add(Of::BaseId.eq(reader.base()))
            .add(Of::Quarter.eq(occasion.to_string()))
            .add_option(filter.state.map(|state| Of::State.eq(state.code())))
            .add_option(filter.kind.map(|kind| Of::Kind.eq(kind.code())))
            .add_option(filter.band.map(in_band))
            .add_option(filter.tens.map(in_tens))
            .add_option(filter.sampled.then(|| Of::Sampled.eq(true)))
            .add_option(filter.objected.then(|| Of::OpenObjections.gt(0)))
            .add_option((!search.is_empty()).then_some(called)),
    );
    let total = query.clone().count(db).await?;
    // The base first, then those that are rated.
    let query = query.order_by_desc(Of::OfBase).order_by_desc(Of::Rated);
    let query = match filter.order {
        Order::Name => query,
        Order::Difference => query.order_by_desc(Of::Difference),
        Order::Total => query.order_by_desc(Of::Total),
        Order::Waiting => query.order_by_asc(Of::Since),
    };
    let rows = query
        .order_by_asc(Of::SubjectName)
        .order_by_asc(Of::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    Ok(Page { rows: rows.into_iter().map(|row| read(row, scope)).collect::<Result<_, _>>()?, total })
}

/// The newest exit reviews of a base.
pub async fn exit_reviews(store: &Store, reader: &BaseReader) -> Result<Vec<SheetRow>, AssessmentError> {
    use assessment::Column as Of;
    let rows = assessment::Entity::find()
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::Kind.eq(Kind::ExitReview.code()))
        .order_by_desc(Of::Since)
        .limit(SHOWN)
        .all(store.read())
        .await?;
    let scope = Scope::from(reader);
    rows.into_iter().map(|row| Ok(read(row, scope)?)).collect()
}

/// How many exit reviews are shown beside the rounds.
const SHOWN: u64 = 20;

/// How the exit review of an incubation stands, and its points once the bureau has confirmed them.
pub async fn exit_review(
    db: &impl ConnectionTrait,
    base: Uuid,
    incubation: Uuid,
) -> Result<Option<(State, Option<Points>)>, StoreError> {
    use assessment::Column as Of;
    let occasion = Occasion::ExitReview(incubation).to_string();
    let row = assessment::Entity::find().filter(Of::BaseId.eq(base)).filter(Of::Quarter.eq(occasion)).one(db).await?;
    let Some(row) = row else { return Ok(None) };
    let state = row.read_state()?;
    let confirmed = state == State::Confirmed || state.is_public();
    Ok(Some((state, row.total.filter(|_| confirmed).map(Points::hundredths))))
}

/// A subject's sheets, the newest first.
pub async fn of_subject(store: &Store, reader: &SubjectReader) -> Result<Vec<SheetRow>, AssessmentError> {
    use assessment::Column as Of;
    let rows = assessment::Entity::find()
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::SubjectId.eq(reader.subject()))
        .order_by_desc(Of::Quarter)
        .all(store.read())
        .await?;
    let scope = Scope::from(reader);
    rows.into_iter().map(|row| Ok(read(row, scope)?)).collect()
}

/// What a subject has to do, or can, with its newest sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    pub occasion: Occasion,
    /// Open: its own points are due. Published: it can object.
    pub state: State,
    pub until: DateTime<Utc>,
    pub zone: Tz,
}

/// The newest sheet of a subject, where it waits for it: three statements at the most.
pub async fn due_of(store: &Store, reader: &SubjectReader) -> Result<Option<Due>, AssessmentError> {
    use assessment::Column as Of;
    let (db, now) = (store.read(), store.now());
    let newest = assessment::Entity::find()
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::SubjectId.eq(reader.subject()))
        .filter(Of::Rated.eq(true))
        .filter(Of::State.is_in([State::Open, State::Published].map(State::code)))
        .order_by_desc(Of::Quarter)
        .one(db)
        .await?;
    let Some(row) = newest else { return Ok(None) };
    let round = assessment_round::Entity::find_by_id(row.round_id).one(db).await?;
    let base = base::store::by_id(db, row.base_id).await?;
    let (round, base) = round.zip(base).ok_or(AssessmentError::NotFound)?;
    let state = row.read_state()?;
    let until = match state {
        State::Open => Some(round.read_timetable(row.of_base)?.own),
        _ => row.objections_until,
    };
    let due = |until| Some(Due { occasion: row.read_occasion().ok()?, state, until, zone: base.zone });
    Ok(until.filter(|until| *until >= now || state == State::Open).and_then(due))
}

fn read(row: assessment::Model, scope: Scope) -> Result<SheetRow, StoreError> {
    let state = row.read_state()?;
    let hidden = withheld(scope, row.subject_id, state);
    let told = row.rated && !hidden;
    Ok(SheetRow {
        id: row.id,
        subject: row.subject_id,
        of_base: row.of_base,
        code: row.subject_code.clone(),
        occasion: row.read_occasion()?,
        kind: row.read_kind()?,
        rated: row.rated,
        expected_weeks: row.expected_weeks,
        state,
        since: row.since,
        total: row.total.filter(|_| told).map(Points::hundredths),
        band: row.read_band()?.filter(|_| told),
        difference: told.then(|| Points::hundredths(row.difference)),
        sampled: row.sampled && !hidden,
        open_objections: row.open_objections,
        name: row.subject_name,
    })
}

/// A line of `assessment list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Listed {
    /// An organisation's id, or the base's own.
    pub subject_id: Uuid,
    /// Its credit code, or its name where it has none.
    pub subject: String,
    pub name: String,
    /// A state's code, or `not_rated`.
    pub state: String,
    /// Points with two decimals; none where it is not rated, or is withheld from its subject until the publication.
    #[schema(value_type = Option<String>, example = "88.50")]
    pub total: Option<Points>,
    /// The band's code, as far as the points are told.
    #[schema(value_type = Option<String>)]
    pub band: Option<Band>,
}

impl From<SheetRow> for Listed {
    fn from(row: SheetRow) -> Self {
        Self {
            subject_id: row.subject,
            subject: row.code.unwrap_or_else(|| row.name.clone()),
            name: row.name,
            state: if row.rated { row.state.code().to_owned() } else { "not_rated".to_owned() },
            total: row.total,
            band: row.band,
        }
    }
}
