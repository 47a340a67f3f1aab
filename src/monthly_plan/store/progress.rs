//! What weekly reports tell of a plan's items.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{
    Item,
    entity::plan_progress::{ActiveModel, Column, Entity, Model},
};
use super::record;
use crate::{
    period::{Month, Week},
    store::{StoreError, WriteTx},
    weekly_report::entity::weekly_report,
};
use chrono::{DateTime, Utc};

/// An item as a week's report offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedItem {
    pub item: Item,
    /// What the month's other reports tell of it.
    pub told_before: u32,
}

/// The items of the approved plan of a week's month, for the week's report; none where no plan stands.
pub async fn for_week(
    db: &impl ConnectionTrait,
    base: Uuid,
    subject: Uuid,
    week: Week,
    now: DateTime<Utc>,
) -> Result<Vec<PlannedItem>, StoreError> {
    let Some(plan) = record::find(db, base, subject, week.month()).await? else { return Ok(Vec::new()) };
    let plan = plan.settled(now)?;
    let items = record::items(db, &plan, plan.standing).await?;
    let mut told = BTreeMap::new();
    for row in told_of(db, base, subject, week.month()).await? {
        if row.week != week.to_string() {
            add(&mut told, &row);
        }
    }
    let planned = |item: Item| PlannedItem { told_before: told.get(&item.id).copied().unwrap_or_default(), item };
    Ok(items.into_iter().map(planned).collect())
}

/// What the reports of a month tell, by week.
pub(super) async fn told_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    subject: Uuid,
    month: Month,
) -> Result<Vec<Model>, StoreError> {
    let told = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Month.eq(month.to_string()))
        .order_by_asc(Column::Week);
    Ok(told.all(db).await?)
}

/// The sums of a month, item by item.
pub(super) fn sums<'m>(told: impl IntoIterator<Item = &'m Model>) -> BTreeMap<Uuid, u32> {
    let mut sums = BTreeMap::new();
    for row in told {
        add(&mut sums, row);
    }
    sums
}

fn add(sums: &mut BTreeMap<Uuid, u32>, row: &Model) {
    let sum = sums.entry(row.item_id).or_default();
    *sum = sum.saturating_add(u32::try_from(row.quantity).unwrap_or(0));
}

/// Keeps what a filed report tells, in the place of what its version before told.
pub(crate) async fn keep(
    tx: &WriteTx,
    report: &weekly_report::Model,
    month: Month,
    told: &BTreeMap<Uuid, u32>,
) -> Result<(), StoreError> {
    drop_of(tx, report).await?;
    let rows = told.iter().filter(|(_, quantity)| **quantity > 0).map(|(item, quantity)| ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(report.base_id),
        report_id: Set(report.id),
        subject_id: Set(report.subject_id),
        week: Set(report.week.clone()),
        month: Set(month.to_string()),
        item_id: Set(*item),
        quantity: Set(i32::try_from(*quantity).unwrap_or(i32::MAX)),
    });
    tx.insert_all(rows.collect()).await
}

/// What does not stand as filed tells nothing.
pub(crate) async fn drop_of(tx: &WriteTx, report: &weekly_report::Model) -> Result<(), StoreError> {
    Entity::delete_many()
        .filter(Column::BaseId.eq(report.base_id))
        .filter(Column::ReportId.eq(report.id))
        .exec(tx.db())
        .await?;
    Ok(())
}
