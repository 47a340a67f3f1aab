//! What waits at a base, out of the rows of every area.

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

/// So many rows in a state, and since when the oldest came into it.
#[derive(Debug, FromQueryResult)]
struct InState {
    state: String,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

/// The same, apart for the base's own and for those of its organisations.
#[derive(Debug, FromQueryResult)]
struct OfSubject {
    state: String,
    of_base: bool,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

/// Of rows whose state says which of two instants is meant: when it was sent, or when somebody decided on it.
#[derive(Debug, FromQueryResult)]
struct SentOrDecided {
    state: String,
    of_base: bool,
    number: i64,
    sent: Option<DateTime<Utc>>,
    decided: Option<DateTime<Utc>>,
}

#[derive(Debug, FromQueryResult)]
struct Faults {
    state: String,
    of_base: bool,
    given_as: String,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

/// What lies with whom, but for letters past the operator, which are for the bureau alone. As many statements whatever
/// the base holds: thirteen.
pub async fn waiting(store: &Store, reader: &BaseReader) -> Result<Vec<Wait>, StoreError> {
    let (db, base) = (store.read(), reader.base());
    let mut found = reports(db, base).await?;
    found.extend(plans(db, base, store.now()).await?);
    found.extend(exceptions(db, base).await?);
    found.extend(sheets(db, base).await?);
    found.extend(objections(db, base).await?);
    found.extend(services(db, base).await?);
    found.extend(faults(db, base).await?);
    found.extend(instructions(db, base).await?);
    found.extend(proposals(db, base).await?);
    found.extend(targets(db, base).await?);
    Ok(gathered(found))
}

fn wait(what: What, number: i64, oldest: Option<DateTime<Utc>>) -> Wait {
    Wait { what, number: u32::try_from(number).unwrap_or(u32::MAX), oldest }
}

fn read<T: std::str::FromStr<Err = NoSuchCode>>(code: &str) -> Result<T, StoreError> {
    code.parse().map_err(|error: NoSuchCode| StoreError::Unreadable(error.to_string()))
}

async fn reports(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Wait>, StoreError> {
    use report::Column as Of;
    use weekly_report::State;
    let rows: Vec<SentOrDecided> = report::Entity::find()
        .select_only()
        .columns([Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::FiledAt.min(), "sent")
        .column_as(Of::ReviewedAt.min(), "decided")
        .filter(Of::BaseId.eq(base))
        .filter(Of::OfBase.is_in([false, true]))
        .filter(Of::State.is_in([State::Submitted, State::Returned].map(State::code)))
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let told = |row: SentOrDecided| match (row.state == State::Submitted.code(), row.of_base) {
        (true, false) => wait(What::Report, row.number, row.sent),
        (true, true) => wait(What::BaseReport, row.number, row.sent),
        (false, false) => wait(What::ReportReturned, row.number, row.decided),
        (false, true) => wait(What::BaseReportReturned, row.number, row.decided),
    };
    Ok(rows.into_iter().map(told).collect())
}

/// A plan waits for its approver's word on itself, or on what is to be dropped once its month is closed.
async fn plans(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<Vec<Wait>, StoreError> {
    use monthly_plan::State;
    use plan::Column as Of;
    let sent: Vec<(bool, Moment, Moment)> = plan::Entity::find()
        .select_only()
        .columns([Of::OfBase, Of::SubmittedAt, Of::ClosedAt])
        .filter(Of::BaseId.eq(base))
        .filter(to_decide(now))
        .into_tuple()
        .all(db)
        .await?;
    let returned: Vec<OfSubject> = plan::Entity::find()
        .select_only()
        .columns([Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::DecidedAt.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.eq(State::Returned.code()))
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let sent = sent.into_iter().map(|(of_base, submitted, closed)| {
        let what = if of_base { What::BasePlan } else { What::Plan };
        wait(what, 1, closed.or(submitted))
    });
    let returned = returned.into_iter().map(|row| {
        let what = if row.of_base { What::BasePlanReturned } else { What::PlanReturned };
        wait(what, row.number, row.oldest)
    });
    Ok(sent.chain(returned).collect())
}

async fn exceptions(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Wait>, StoreError> {
    use exception_request::Column as Of;
    let rows: Vec<OfSubject> = exception_request::Entity::find()
        .select_only()
        .columns([Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::AskedAt.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.eq(AskedState::Asked.code()))
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let told = |row: OfSubject| {
        let what = if row.of_base { What::BaseException } else { What::Exception };
        wait(what, row.number, row.oldest)
    };
    Ok(rows.into_iter().map(told).collect())
}

async fn sheets(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Wait>, StoreError> {
    use assessment::Column as Of;
    let rows: Vec<OfSubject> = assessment::Entity::find()
        .select_only()
        .columns([Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .filter(Of::Rated.eq(true))
        .filter(Of::SealedAt.is_null())
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let told = |row: OfSubject| {
        let what = What::of_sheet(read(&row.state)?, row.of_base);
        Ok(what.map(|what| wait(what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

async fn objections(db: &impl ConnectionTrait, base: Uuid) -> Result<Option<Wait>, StoreError> {
    use assessment_line::Column as Of;
    let found: Option<(i64, Option<DateTime<Utc>>)> = assessment_line::Entity::find()
        .select_only()
        .column_as(Of::Id.count(), "number")
        .column_as(Of::ObjectedAt.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .filter(Of::ObjectedAt.is_not_null())
        .filter(Of::DecidedAt.is_null())
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.map(|(number, oldest)| wait(What::Objection, number, oldest)))
}

async fn services(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Wait>, StoreError> {
    use service_request::Column as Of;
    let rows: Vec<InState> = service_request::Entity::find()
        .select_only()
        .column(Of::State)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .group_by(Of::State)
        .into_model()
        .all(db)
        .await?;
    let told = |row: InState| {
        let what = What::of_service(read(&row.state)?);
        Ok(what.map(|what| wait(what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

async fn faults(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Wait>, StoreError> {
    use rectification::entity::{Column as Of, Entity};
    let rows: Vec<Faults> = Entity::find()
        .select_only()
        .columns([Of::State, Of::OfBase, Of::GivenAs])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.ne(rectification::State::Closed.code()))
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .group_by(Of::GivenAs)
        .into_model()
        .all(db)
        .await?;
    let told = |row: Faults| {
        let matter = Matter { of_base: row.of_base, given_by: read(&row.given_as)? };
        let what = What::of_fault(read(&row.state)?, matter);
        Ok(what.map(|what| wait(what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

/// One that was sent back waits since it was given: when it was sent back is not kept.
async fn instructions(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Wait>, StoreError> {
    use instruction::{
        State,
        entity::{Column as Of, Entity},
    };
    let of = |state: State| Entity::find().select_only().filter(Of::BaseId.eq(base)).filter(Of::State.eq(state.code()));
    let open: Option<(i64, Option<DateTime<Utc>>)> = of(State::Open)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::GivenAt.min(), "oldest")
        .into_tuple()
        .one(db)
        .await?;
    let answered: Option<(i64, Option<DateTime<Utc>>)> = of(State::Answered)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::AnsweredAt.min(), "oldest")
        .into_tuple()
        .one(db)
        .await?;
    let open = open.map(|(number, oldest)| wait(What::Instruction, number, oldest));
    let answered = answered.map(|(number, oldest)| wait(What::InstructionAnswered, number, oldest));
    Ok(open.into_iter().chain(answered).collect())
}

async fn proposals(db: &impl ConnectionTrait, base: Uuid) -> Result<Option<Wait>, StoreError> {
    use stage_change::Column as Of;
    let found: Option<(i64, Option<DateTime<Utc>>)> = stage_change::Entity::find()
        .select_only()
        .column_as(Of::Id.count(), "number")
        .column_as(Of::ProposedAt.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.eq(ProposalState::Proposed.code()))
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.map(|(number, oldest)| wait(What::Proposal, number, oldest)))
}

async fn targets(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Wait>, StoreError> {
    use monthly_plan::State;
    use target_entry::Column as Of;
    use target_year::Column as At;
    let years: Vec<(String, Moment, Moment)> = target_year::Entity::find()
        .select_only()
        .columns([At::State, At::SubmittedAt, At::DecidedAt])
        .filter(At::BaseId.eq(base))
        .filter(At::State.is_in([State::Submitted, State::Returned].map(State::code)))
        .into_tuple()
        .all(db)
        .await?;
    let entries: Option<(i64, Option<DateTime<Utc>>)> = target_entry::Entity::find()
        .select_only()
        .column_as(Of::Id.count(), "number")
        .column_as(Of::EnteredAt.min(), "oldest")
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.eq(EntryState::Pending.code()))
        .into_tuple()
        .one(db)
        .await?;
    let years = years.into_iter().map(|(state, submitted, decided)| {
        let submitted_now = state == State::Submitted.code();
        if submitted_now { wait(What::Targets, 1, submitted) } else { wait(What::TargetsReturned, 1, decided) }
    });
    let entries = entries.map(|(number, oldest)| wait(What::TargetEntry, number, oldest));
    Ok(years.chain(entries).collect())
}
