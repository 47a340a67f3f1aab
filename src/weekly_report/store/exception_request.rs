//! Excuses and extensions that are asked for: by an organisation of its operator, by the operator of the bureau for the
//! base itself. What is granted becomes an exception as any other.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    Reviewer, Subject, SubjectName, WeeklyReportError,
    deed::{at_most, needed},
    exception::{Grant, Relief, filing, read_period},
    month_exception::Plans,
    reporter::{self, Reporter},
};
use crate::{
    access::{BaseReader, SubjectReader},
    audit::Deed,
    code::coded,
    period::{Month, Period},
    store::{Begun, Intent, Page, Paging, Store, StoreError, WriteTx, expect_version},
    weekly_report::entity::exception_request::{ActiveModel, Column, Entity, Model},
};

coded! {
    /// Where a request for an exception stands.
    pub enum AskedState {
        /// It waits for the reviewer.
        Asked = "asked",
        Granted = "granted",
        Declined = "declined",
    }
}

/// What is asked for a month's plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    pub relief: Relief,
    pub reason: String,
    /// What shows it; may be empty.
    pub proof: String,
}

/// A request as its readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub id: Uuid,
    pub subject: SubjectName,
    pub period: Period,
    pub relief: Relief,
    pub reason: String,
    pub proof: String,
    pub state: AskedState,
    pub asked: (DateTime<Utc>, String),
    pub decided: Option<(DateTime<Utc>, String)>,
    /// Why it was declined; empty otherwise.
    pub decided_for: String,
    pub row_version: i32,
}

/// A request as its reviewer saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenRequest {
    pub request: Uuid,
    pub row_version: i32,
}

/// A subject asks for an exception to its plan of a month; the request's id. One waits at a time.
///
/// # Errors
/// [`WeeklyReportError::NoUse`] where nothing is asked of the subject, or where the extension would move nothing.
pub async fn ask(
    store: &Store,
    subject: &Subject,
    month: Month,
    asking: &Asking,
    intent: Intent,
) -> Result<Uuid, WeeklyReportError> {
    let (reason, proof) = (needed(&asking.reason)?, at_most(&asking.proof)?);
    if matches!(asking.relief, Relief::Extension { until } if until <= store.now()) {
        return Err(WeeklyReportError::EndNotAhead);
    }
    let tx = match store.begin(subject.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let base = subject.base();
    let reporter = Reporter::find(tx.db(), base, subject.id()).await?.ok_or(WeeklyReportError::NotFound)?;
    let plans = Plans::read(&tx, base, std::slice::from_ref(&reporter), &[month]).await?;
    let waiting = of_subject(base, subject.id(), month).filter(Column::State.eq(AskedState::Asked.code()));
    if waiting.count(tx.db()).await? > 0 || !plans.helps(asking.relief, &reporter, month) {
        return Err(WeeklyReportError::NoUse);
    }
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base),
        subject_id: Set(subject.id()),
        of_base: Set(subject.is_base()),
        filing: Set(filing(month.into(), subject.is_base()).name().to_owned()),
        period: Set(month.to_string()),
        until: Set(asking.relief.until()),
        reason: Set(reason.to_owned()),
        proof: Set(proof.to_owned()),
        state: Set(AskedState::Asked.code().to_owned()),
        asked_by: Set(subject.actor().name.clone()),
        asked_at: Set(tx.now()),
        decided_by: Set(None),
        decided_at: Set(None),
        decided_for: Set(String::new()),
        row_version: Set(1),
    };
    let row = Entity::insert(row).exec_with_returning(tx.db()).await?;
    let detail = json!({ "subject": row.subject_id, "period": row.period, "relief": asking.relief, "reason": reason });
    tx.audit(base, subject.actor(), Deed::FilingExceptionAsked, &row.id.to_string(), &detail);
    id(&tx.commit(row.id.to_string()).await?)
}

/// The reviewer gives what was asked for: it stands in the list of exceptions from now on.
pub async fn grant(
    store: &Store,
    reviewer: &Reviewer,
    seen: SeenRequest,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    let Begun::Fresh(tx) = store.begin(reviewer.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, reviewer, seen).await?;
    let grant = Grant { relief: relief(&row), reason: &row.reason, proof: &row.proof };
    let given = grant.row(&tx, reviewer, row.subject_id, read_period(&row.period)?);
    tx.insert_all(vec![given]).await?;
    decided(tx, reviewer, row, AskedState::Granted, "").await
}

/// The reviewer does not give it, for a reason.
pub async fn decline(
    store: &Store,
    reviewer: &Reviewer,
    seen: SeenRequest,
    words: &str,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    let words = needed(words)?;
    let Begun::Fresh(tx) = store.begin(reviewer.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, reviewer, seen).await?;
    decided(tx, reviewer, row, AskedState::Declined, words).await
}

/// The request, held, where it waits for the reviewer and is as it was seen.
async fn hold(tx: &WriteTx, reviewer: &Reviewer, seen: SeenRequest) -> Result<Model, WeeklyReportError> {
    let row = tx.lock::<Entity>(seen.request).await?;
    let theirs = |row: &Model| row.base_id == reviewer.base() && row.of_base == reviewer.reviews_base();
    let row = row.filter(theirs).ok_or(WeeklyReportError::NotFound)?;
    if reviewer.belongs_to(tx.db(), row.subject_id).await? {
        return Err(WeeklyReportError::OwnSubject);
    }
    expect_version(row.row_version, seen.row_version)?;
    if row.state == AskedState::Asked.code() { Ok(row) } else { Err(StoreError::Stale.into()) }
}

async fn decided(
    tx: WriteTx,
    reviewer: &Reviewer,
    row: Model,
    state: AskedState,
    words: &str,
) -> Result<(), WeeklyReportError> {
    let deed = if state == AskedState::Granted { Deed::FilingExceptionGiven } else { Deed::FilingExceptionDeclined };
    let detail = json!({ "subject": row.subject_id, "period": row.period, "relief": relief(&row), "reason": words });
    tx.audit(row.base_id, reviewer.actor(), deed, &row.id.to_string(), &detail);
    let after = Model {
        state: state.code().to_owned(),
        decided_by: Some(reviewer.actor().name.clone()),
        decided_at: Some(tx.now()),
        decided_for: words.to_owned(),
        row_version: row.row_version + 1,
        ..row
    };
    after.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// What a subject has asked for a month's plan, the newest first.
pub async fn of_month(store: &Store, reader: &SubjectReader, month: Month) -> Result<Vec<Asked>, WeeklyReportError> {
    let db = store.read();
    let newest_first = of_subject(reader.base(), reader.subject(), month).order_by_desc(Column::Id);
    let rows = newest_first.all(db).await?;
    named(store, reader.base(), rows).await
}

/// What waits for its reviewer, the longest wait first. `of_base`: only what the base, or only what organisations ask.
pub async fn waiting(
    store: &Store,
    reader: &BaseReader,
    of_base: Option<bool>,
    paging: Paging,
) -> Result<Page<Asked>, WeeklyReportError> {
    let db = store.read();
    let mut query =
        Entity::find().filter(Column::BaseId.eq(reader.base())).filter(Column::State.eq(AskedState::Asked.code()));
    if let Some(of_base) = of_base {
        query = query.filter(Column::OfBase.eq(of_base));
    }
    let total = query.clone().count(db).await?;
    let longest_first = query.order_by_asc(Column::AskedAt).order_by_asc(Column::Id);
    let rows = longest_first.offset(paging.offset()).limit(paging.size).all(db).await?;
    Ok(Page { rows: named(store, reader.base(), rows).await?, total })
}

/// How many wait for the operator, and how many for the bureau: one statement.
pub(crate) async fn waits(db: &impl ConnectionTrait, base: Uuid) -> Result<(u32, u32), StoreError> {
    let rows: Vec<(bool, i64)> = Entity::find()
        .select_only()
        .column(Column::OfBase)
        .expr(Expr::col(Column::Id).count())
        .filter(Column::BaseId.eq(base))
        .filter(Column::State.eq(AskedState::Asked.code()))
        .group_by(Column::OfBase)
        .into_tuple()
        .all(db)
        .await?;
    let of = |of_base: bool| {
        let found = rows.iter().find(|row| row.0 == of_base);
        found.map_or(0, |(_, count)| u32::try_from(*count).unwrap_or(u32::MAX))
    };
    Ok((of(false), of(true)))
}

fn of_subject(base: Uuid, subject: Uuid, month: Month) -> sea_orm::Select<Entity> {
    Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Period.eq(month.to_string()))
}

async fn named(store: &Store, base: Uuid, rows: Vec<Model>) -> Result<Vec<Asked>, WeeklyReportError> {
    let names = reporter::names(store.read(), base, rows.iter().map(|row| row.subject_id)).await?;
    let read = |row: Model| {
        let subject = names.get(&row.subject_id).cloned();
        Ok(Asked {
            id: row.id,
            subject: subject.ok_or_else(|| StoreError::Unreadable(format!("subject {}", row.subject_id)))?,
            period: read_period(&row.period)?,
            relief: relief(&row),
            state: row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
            reason: row.reason,
            proof: row.proof,
            asked: (row.asked_at, row.asked_by),
            decided: row.decided_at.zip(row.decided_by),
            decided_for: row.decided_for,
            row_version: row.row_version,
        })
    };
    rows.into_iter().map(read).collect()
}

fn relief(row: &Model) -> Relief {
    row.until.map_or(Relief::Excuse, |until| Relief::Extension { until })
}

fn id(outcome: &str) -> Result<Uuid, WeeklyReportError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("request {outcome}")))?)
}
