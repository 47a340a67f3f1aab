//! What is filed and has to be answered: reports, plans, requests not to file, a year's targets.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Counted, Found, Moment, OfSubject, What, each, wait};
use crate::{
    annual_target::{
        EntryState,
        entity::{target_entry, target_year},
    },
    monthly_plan::{self, entity::monthly_plan as plan, store::to_decide},
    store::StoreError,
    weekly_report::{
        self,
        entity::{exception_request, weekly_report as report},
        store::exception_request::AskedState,
    },
};

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

pub(super) async fn reports(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
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
pub(super) async fn plans(
    db: &impl ConnectionTrait,
    bases: &[Uuid],
    now: DateTime<Utc>,
) -> Result<Vec<Found>, StoreError> {
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

pub(super) async fn exceptions(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
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

pub(super) async fn targets(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
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
