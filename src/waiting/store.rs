//! What waits at a base, or at several, out of the rows of every area.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Wait, What, gathered};
use crate::{
    access::BaseReader,
    annual_target::{
        EntryState,
        entity::{target_entry, target_year},
    },
    assessment::entity::{assessment, assessment_line},
    code::NoSuchCode,
    incubation::{ProposalState, entity::stage_change},
    instruction,
    monthly_plan::{self, entity::monthly_plan as plan, store::to_decide},
    rectification::{self, Matter},
    service_request::entity::service_request,
    store::{Store, StoreError},
    weekly_report::{
        self,
        entity::{exception_request, weekly_report as report},
        store::exception_request::AskedState,
    },
};

/// When something was done, if it was.
type Moment = Option<DateTime<Utc>>;

/// So many at a base, and since when the oldest.
type Counted = (Uuid, i64, Moment);

/// So many rows in a state, and since when the oldest came into it.
#[derive(Debug, FromQueryResult)]
struct InState {
    base_id: Uuid,
    state: String,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

/// The same, apart for the base's own and for those of its organisations.
#[derive(Debug, FromQueryResult)]
struct OfSubject {
    base_id: Uuid,
    state: String,
    of_base: bool,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

/// Of rows whose state says which of two instants is meant: when it was sent, or when somebody decided on it.
#[derive(Debug, FromQueryResult)]
struct SentOrDecided {
    base_id: Uuid,
    state: String,
    of_base: bool,
    number: i64,
    sent: Option<DateTime<Utc>>,
    decided: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Faults {
    base_id: Uuid,
    state: String,
    of_base: bool,
    given_as: String,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

/// At which base it waits.
type Found = (Uuid, Wait);

/// What lies with whom, but for letters past the operator, which are for the bureau alone. As many statements whatever
/// the base holds: thirteen.
pub async fn waiting(store: &Store, reader: &BaseReader) -> Result<Vec<Wait>, StoreError> {
    let mut found = waiting_at(store, std::slice::from_ref(reader)).await?;
    Ok(found.remove(&reader.base()).unwrap_or_default())
}

/// The same of several bases, by base: as many statements as for one.
pub async fn waiting_at(store: &Store, readers: &[BaseReader]) -> Result<HashMap<Uuid, Vec<Wait>>, StoreError> {
    let db = store.read();
    let bases: Vec<Uuid> = readers.iter().map(BaseReader::base).collect();
    let mut found = reports(db, &bases).await?;
    found.extend(plans(db, &bases, store.now()).await?);
    found.extend(exceptions(db, &bases).await?);
    found.extend(sheets(db, &bases).await?);
    found.extend(objections(db, &bases).await?);
    found.extend(services(db, &bases).await?);
    found.extend(faults(db, &bases).await?);
    found.extend(instructions(db, &bases).await?);
    found.extend(proposals(db, &bases).await?);
    found.extend(targets(db, &bases).await?);
    let of = |base: Uuid| found.iter().filter(move |(at, _)| *at == base).map(|(_, wait)| *wait);
    Ok(bases.iter().map(|base| (*base, gathered(of(*base)))).collect())
}

fn wait(base: Uuid, what: What, number: i64, oldest: Option<DateTime<Utc>>) -> Found {
    (base, Wait { what, number: u32::try_from(number).unwrap_or(u32::MAX), oldest })
}

/// One kind, base by base.
fn each(found: Vec<Counted>, what: What) -> impl Iterator<Item = Found> {
    found.into_iter().map(move |(base, number, oldest)| wait(base, what, number, oldest))
}

fn read<T: std::str::FromStr<Err = NoSuchCode>>(code: &str) -> Result<T, StoreError> {
    code.parse().map_err(|error: NoSuchCode| StoreError::Unreadable(error.to_string()))
}

async fn reports(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use report::Column as Of;
    use weekly_report::State;
    let rows: Vec<SentOrDecided> = report::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::FiledAt.min(), "sent")
        .column_as(Of::ReviewedAt.min(), "decided")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::OfBase.is_in([false, true]))
        .filter(Of::State.is_in([State::Submitted, State::Returned].map(State::code)))
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let told = |row: SentOrDecided| match (row.state == State::Submitted.code(), row.of_base) {
        (true, false) => wait(row.base_id, What::Report, row.number, row.sent),
        (true, true) => wait(row.base_id, What::BaseReport, row.number, row.sent),
        (false, false) => wait(row.base_id, What::ReportReturned, row.number, row.decided),
        (false, true) => wait(row.base_id, What::BaseReportReturned, row.number, row.decided),
    };
    Ok(rows.into_iter().map(told).collect())
}

/// A plan waits for its approver's word on itself, or on what is to be dropped once its month is closed.
async fn plans(db: &impl ConnectionTrait, bases: &[Uuid], now: DateTime<Utc>) -> Result<Vec<Found>, StoreError> {
    use monthly_plan::State;
    use plan::Column as Of;
    let sent: Vec<(Uuid, bool, Moment, Moment)> = plan::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::OfBase, Of::SubmittedAt, Of::ClosedAt])
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(to_decide(now))
        .into_tuple()
        .all(db)
        .await?;
    let returned: Vec<OfSubject> = plan::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::DecidedAt.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::State.eq(State::Returned.code()))
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let sent = sent.into_iter().map(|(base, of_base, submitted, closed)| {
        let what = if of_base { What::BasePlan } else { What::Plan };
        wait(base, what, 1, closed.or(submitted))
    });
    let returned = returned.into_iter().map(|row| {
        let what = if row.of_base { What::BasePlanReturned } else { What::PlanReturned };
        wait(row.base_id, what, row.number, row.oldest)
    });
    Ok(sent.chain(returned).collect())
}

async fn exceptions(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use exception_request::Column as Of;
    let rows: Vec<OfSubject> = exception_request::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::AskedAt.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::State.eq(AskedState::Asked.code()))
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let told = |row: OfSubject| {
        let what = if row.of_base { What::BaseException } else { What::Exception };
        wait(row.base_id, what, row.number, row.oldest)
    };
    Ok(rows.into_iter().map(told).collect())
}

async fn sheets(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use assessment::Column as Of;
    let rows: Vec<OfSubject> = assessment::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::Rated.eq(true))
        .filter(Of::SealedAt.is_null())
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let told = |row: OfSubject| {
        let what = What::of_sheet(read(&row.state)?, row.of_base);
        Ok(what.map(|what| wait(row.base_id, what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

async fn objections(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use assessment_line::Column as Of;
    let found: Vec<Counted> = assessment_line::Entity::find()
        .select_only()
        .column(Of::BaseId)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::ObjectedAt.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::ObjectedAt.is_not_null())
        .filter(Of::DecidedAt.is_null())
        .group_by(Of::BaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(each(found, What::Objection).collect())
}

async fn services(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use service_request::Column as Of;
    let rows: Vec<InState> = service_request::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .into_model()
        .all(db)
        .await?;
    let told = |row: InState| {
        let what = What::of_service(read(&row.state)?);
        Ok(what.map(|what| wait(row.base_id, what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

async fn faults(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use rectification::entity::{Column as Of, Entity};
    let rows: Vec<Faults> = Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State, Of::OfBase, Of::GivenAs])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::State.is_in(rectification::State::AT_WORK.map(rectification::State::code)))
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .group_by(Of::GivenAs)
        .into_model()
        .all(db)
        .await?;
    let told = |row: Faults| {
        let matter = Matter { of_base: row.of_base, given_by: read(&row.given_as)? };
        let what = What::of_fault(read(&row.state)?, matter);
        Ok(what.map(|what| wait(row.base_id, what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

/// One that was sent back waits since it was given: when it was sent back is not kept.
async fn instructions(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use instruction::{
        State,
        entity::{Column as Of, Entity},
    };
    let of = |state: State| {
        let of_bases = Entity::find().select_only().column(Of::BaseId).filter(Of::BaseId.is_in(bases.iter().copied()));
        of_bases.filter(Of::State.eq(state.code())).group_by(Of::BaseId)
    };
    let open: Vec<Counted> = of(State::Open)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::GivenAt.min(), "oldest")
        .into_tuple()
        .all(db)
        .await?;
    let answered: Vec<Counted> = of(State::Answered)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::AnsweredAt.min(), "oldest")
        .into_tuple()
        .all(db)
        .await?;
    Ok(each(open, What::Instruction).chain(each(answered, What::InstructionAnswered)).collect())
}

async fn proposals(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use stage_change::Column as Of;
    let found: Vec<Counted> = stage_change::Entity::find()
        .select_only()
        .column(Of::BaseId)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::ProposedAt.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::State.eq(ProposalState::Proposed.code()))
        .group_by(Of::BaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(each(found, What::Proposal).collect())
}

async fn targets(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use monthly_plan::State;
    use target_entry::Column as Of;
    use target_year::Column as At;
    let years: Vec<(Uuid, String, Moment, Moment)> = target_year::Entity::find()
        .select_only()
        .columns([At::BaseId, At::State, At::SubmittedAt, At::DecidedAt])
        .filter(At::BaseId.is_in(bases.iter().copied()))
        .filter(At::State.is_in([State::Submitted, State::Returned].map(State::code)))
        .into_tuple()
        .all(db)
        .await?;
    let entries: Vec<Counted> = target_entry::Entity::find()
        .select_only()
        .column(Of::BaseId)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::EnteredAt.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::State.eq(EntryState::Pending.code()))
        .group_by(Of::BaseId)
        .into_tuple()
        .all(db)
        .await?;
    let years = years.into_iter().map(|(base, state, submitted, decided)| {
        if state == State::Submitted.code() {
            wait(base, What::Targets, 1, submitted)
        } else {
            wait(base, What::TargetsReturned, 1, decided)
        }
    });
    Ok(years.chain(each(entries, What::TargetEntry)).collect())
}
