//! What lists and pages show of funds, and what they sum up to.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, sea_query::SelectStatement,
};
use uuid::Uuid;

use super::super::{
    Fund, Payment,
    entity::{
        fund::{Column, Entity, Model},
        fund_payment,
    },
};
use super::FundError;
use crate::{
    access::Scope,
    evidence::{Attachment, store as evidence},
    organisation::store::called,
    period::{Stretch, Year},
    record::store::{RecordError, Struck},
    store::{Page, Paging, Store, StoreError, containing},
    weekly_report::store::reporter::names,
};

/// A pledge in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundRow {
    pub id: Uuid,
    pub fund: Fund,
    /// The organisation's; empty where it is for the base.
    pub name: String,
    /// In cents, all of it so far; in a list that is narrowed to the time of payments, what came in that time.
    pub received: i64,
    /// The newest of these payments' day.
    pub last_on: Option<NaiveDate>,
    pub struck: Option<Struck>,
}

/// What was received on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRow {
    pub id: Uuid,
    pub payment: Payment,
    /// What came with it.
    pub files: Vec<Attachment>,
    pub entered: (DateTime<Utc>, String),
    pub struck: Option<Struck>,
    pub row_version: i32,
}

/// One pledge with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FundPage {
    pub row: FundRow,
    pub entered: (DateTime<Utc>, String),
    /// What came with the pledge.
    pub files: Vec<Attachment>,
    /// By their days.
    pub payments: Vec<PaymentRow>,
    pub row_version: i32,
}

/// What a list shows; everything but what is struck out by default.
#[derive(Debug, Clone, Default)]
pub struct FundFilter {
    /// Of the pledge.
    pub year: Option<Year>,
    /// In which something of it was received; what is told of each is then what came in it.
    pub received: Option<Stretch>,
    pub struck: bool,
    /// Part of its source, its evidence, or the organisation's name or initials.
    pub search: String,
}

/// The pledges in sight, the latest first: four statements.
pub async fn list(
    store: &Store,
    scope: Scope,
    filter: &FundFilter,
    paging: Paging,
) -> Result<Page<FundRow>, FundError> {
    let db = store.read();
    let query = in_sight(scope).filter(narrowed(scope.base(), filter));
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(Column::PledgedOn)
        .order_by_desc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let mut paid: HashMap<Uuid, (i64, NaiveDate)> = HashMap::with_capacity(rows.len());
    let listed = rows.iter().map(|row| row.id).collect();
    for payment in payments(db, scope.base(), listed, filter.received).await? {
        if payment.struck_at.is_none() {
            let (sum, last_on) = paid.entry(payment.fund_id).or_insert((0, payment.received_on));
            *sum += payment.received;
            *last_on = payment.received_on.max(*last_on);
        }
    }
    let named = names(db, scope.base(), rows.iter().filter_map(|row| row.organisation_id)).await?;
    let name = |row: &Model| row.organisation_id.and_then(|id| named.get(&id)).map(|found| found.name.clone());
    let read = |row: Model| {
        let paid = paid.get(&row.id).copied();
        read(name(&row).unwrap_or_default(), row, paid)
    };
    Ok(Page { rows: rows.into_iter().map(read).collect(), total })
}

/// One pledge in sight: four statements.
pub async fn one(store: &Store, scope: Scope, id: Uuid) -> Result<FundPage, FundError> {
    let db = store.read();
    let row = in_sight(scope).filter(Column::Id.eq(id)).one(db).await?.ok_or(RecordError::NotFound)?;
    let rows = payments(db, scope.base(), vec![id], None).await?;
    let standing = || rows.iter().filter(|row| row.struck_at.is_none());
    let last_on = standing().map(|row| row.received_on).max();
    let paid = last_on.map(|last_on| (standing().map(|row| row.received).sum(), last_on));
    let named = names(db, scope.base(), row.organisation_id.into_iter()).await?;
    let name = named.into_values().next().map(|found| found.name).unwrap_or_default();
    let (pledged, paid_with) = ((evidence::FUND, id), rows.iter().map(|row| row.id).collect());
    let mut files = evidence::of_conversation(db, scope.base(), pledged, (evidence::FUND_PAYMENT, paid_with)).await?;
    let pledged_with = files.remove(&id).unwrap_or_default();
    let payment = |row: fund_payment::Model| {
        let files = files.remove(&row.id).unwrap_or_default();
        paid_row(row, files)
    };
    Ok(FundPage {
        entered: (row.entered_at, row.entered_by.clone()),
        row_version: row.row_version,
        row: read(name, row, paid),
        files: pledged_with,
        payments: rows.into_iter().map(payment).collect(),
    })
}

fn in_sight(scope: Scope) -> sea_orm::Select<Entity> {
    let of_base = Entity::find().filter(Column::BaseId.eq(scope.base()));
    match scope.subject() {
        Some(organisation) => of_base.filter(Column::OrganisationId.eq(organisation)),
        None => of_base,
    }
}

fn narrowed(base: Uuid, filter: &FundFilter) -> Condition {
    let search = filter.search.trim();
    let searched = || {
        Condition::any()
            .add(Column::Source.like(containing(search)))
            .add(Column::Evidence.like(containing(search)))
            .add(Column::OrganisationId.in_subquery(called(base, search)))
    };
    let struck = if filter.struck { Column::StruckAt.is_not_null() } else { Column::StruckAt.is_null() };
    Condition::all()
        .add(struck)
        .add_option(filter.year.map(|year| Column::PledgedOn.between(year.first_day(), year.last_day())))
        .add_option(filter.received.map(|within| Column::Id.in_subquery(paid_in(base, within))))
        .add_option((!search.is_empty()).then(searched))
}

/// The pledges of which something was received in a stretch of time. What was struck out did not come.
fn paid_in(base: Uuid, within: Stretch) -> SelectStatement {
    use fund_payment::Column as Of;
    fund_payment::Entity::find()
        .select_only()
        .column(Of::FundId)
        .filter(Of::BaseId.eq(base))
        .filter(Of::StruckAt.is_null())
        .filter(came_in(within))
        .into_query()
}

fn came_in(within: Stretch) -> Condition {
    Condition::all().add(fund_payment::Column::ReceivedOn.between(within.first_day(), within.last_day()))
}

/// What came for some pledges, all of it or that of a stretch of time.
async fn payments(
    db: &impl ConnectionTrait,
    base: Uuid,
    funds: Vec<Uuid>,
    within: Option<Stretch>,
) -> Result<Vec<fund_payment::Model>, StoreError> {
    let rows = fund_payment::Entity::find()
        .filter(fund_payment::Column::BaseId.eq(base))
        .filter(Condition::all().add(fund_payment::Column::FundId.is_in(funds)).add_option(within.map(came_in)))
        .order_by_asc(fund_payment::Column::ReceivedOn)
        .order_by_asc(fund_payment::Column::Id)
        .all(db)
        .await?;
    Ok(rows)
}

fn read(name: String, row: Model, paid: Option<(i64, NaiveDate)>) -> FundRow {
    FundRow {
        id: row.id,
        name,
        fund: Fund {
            source: row.source,
            organisation: row.organisation_id,
            pledged: row.pledged,
            pledged_on: row.pledged_on,
            evidence: row.evidence,
        },
        received: paid.map_or(0, |(sum, _)| sum),
        last_on: paid.map(|(_, last_on)| last_on),
        struck: Struck::of(row.struck_at, row.struck_by, row.struck_for),
    }
}

fn paid_row(row: fund_payment::Model, files: Vec<Attachment>) -> PaymentRow {
    PaymentRow {
        id: row.id,
        payment: Payment { received: row.received, received_on: row.received_on, evidence: row.evidence },
        files,
        entered: (row.entered_at, row.entered_by),
        struck: Struck::of(row.struck_at, row.struck_by, row.struck_for),
        row_version: row.row_version,
    }
}
