//! What funds count for: sums, and the money behind an annual target.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::entity::{fund, fund_payment};
use crate::{
    store::{Former, StoreError},
    weekly_report::store::AsAt,
};

/// What a base has of some days, in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sums {
    /// Pledged on these days.
    pub pledged: i64,
    /// Received on these days, whenever it was pledged.
    pub received: i64,
}

/// Money that counts: of which pledge, on which day, how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counted {
    pub fund_id: Uuid,
    /// Who gives; of a payment what shows it.
    pub name: String,
    pub on_day: NaiveDate,
    /// In cents.
    pub amount: i64,
}

/// A pledge, as far as it counts.
#[derive(Debug, Serialize, Deserialize, FromQueryResult)]
pub(super) struct Pledge {
    id: Uuid,
    source: String,
    pledged: i64,
    pledged_on: NaiveDate,
    entered_at: DateTime<Utc>,
    struck_at: Option<DateTime<Utc>>,
}

impl From<&fund::Model> for Pledge {
    fn from(row: &fund::Model) -> Self {
        Self {
            id: row.id,
            source: row.source.clone(),
            pledged: row.pledged,
            pledged_on: row.pledged_on,
            entered_at: row.entered_at,
            struck_at: row.struck_at,
        }
    }
}

impl Former for Pledge {
    const KIND: &'static str = "fund";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.entered_at)
    }
}

/// A payment, as far as it counts.
#[derive(Debug, Serialize, Deserialize, FromQueryResult)]
pub(super) struct Receipt {
    id: Uuid,
    fund_id: Uuid,
    evidence: String,
    received: i64,
    received_on: NaiveDate,
    entered_at: DateTime<Utc>,
    struck_at: Option<DateTime<Utc>>,
}

impl From<&fund_payment::Model> for Receipt {
    fn from(row: &fund_payment::Model) -> Self {
        Self {
            id: row.id,
            fund_id: row.fund_id,
            evidence: row.evidence.clone(),
            received: row.received,
            received_on: row.received_on,
            entered_at: row.entered_at,
            struck_at: row.struck_at,
        }
    }
}

impl Former for Receipt {
    const KIND: &'static str = "fund_payment";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.entered_at)
    }
}

/// What was pledged to a base within some days, as it stood at an instant, by the days. One statement, and one more of an
/// instant that has passed.
pub(crate) async fn pledges(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    as_at: &AsAt,
) -> Result<Vec<Counted>, StoreError> {
    use fund::Column as Of;
    let kept: Vec<Pledge> = fund::Entity::find()
        .select_only()
        .columns([Of::Id, Of::Source, Of::Pledged, Of::PledgedOn, Of::EnteredAt, Of::StruckAt])
        .filter(Of::BaseId.eq(base))
        .filter(Of::PledgedOn.between(from, to))
        .into_model()
        .all(db)
        .await?;
    let mut pledges = as_at.stood(db, base, kept).await?;
    pledges.retain(|one| one.struck_at.is_none() && (from..=to).contains(&one.pledged_on));
    pledges.sort_by_key(|one| (one.pledged_on, one.id));
    let read = |one: Pledge| Counted { fund_id: one.id, name: one.source, on_day: one.pledged_on, amount: one.pledged };
    Ok(pledges.into_iter().map(read).collect())
}

/// What was received by a base within some days, as it stood at an instant, by the days. One statement, and one more of an
/// instant that has passed.
pub(crate) async fn receipts(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    as_at: &AsAt,
) -> Result<Vec<Counted>, StoreError> {
    use fund_payment::Column as Of;
    let kept: Vec<Receipt> = fund_payment::Entity::find()
        .select_only()
        .columns([Of::Id, Of::FundId, Of::Evidence, Of::Received, Of::ReceivedOn, Of::EnteredAt, Of::StruckAt])
        .filter(Of::BaseId.eq(base))
        .filter(Of::ReceivedOn.between(from, to))
        .into_model()
        .all(db)
        .await?;
    let mut receipts = as_at.stood(db, base, kept).await?;
    receipts.retain(|one| one.struck_at.is_none() && (from..=to).contains(&one.received_on));
    receipts.sort_by_key(|one| (one.received_on, one.id));
    let read = |one: Receipt| Counted {
        fund_id: one.fund_id,
        name: one.evidence,
        on_day: one.received_on,
        amount: one.received,
    };
    Ok(receipts.into_iter().map(read).collect())
}

/// 承诺 within some days, both of them included, in cents: one statement.
pub async fn pledged(db: &impl ConnectionTrait, base: Uuid, from: NaiveDate, to: NaiveDate) -> Result<i64, StoreError> {
    Ok(pledges(db, base, from, to, &AsAt::kept()).await?.into_iter().map(|one| one.amount).sum())
}

/// 到位 within some days, both of them included, in cents: one statement.
pub async fn received(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<i64, StoreError> {
    Ok(receipts(db, base, from, to, &AsAt::kept()).await?.into_iter().map(|one| one.amount).sum())
}

/// Both apart: two statements.
pub async fn sums(db: &impl ConnectionTrait, base: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Sums, StoreError> {
    Ok(Sums { pledged: pledged(db, base, from, to).await?, received: received(db, base, from, to).await? })
}
