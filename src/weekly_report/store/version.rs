//! What was filed, each time it was filed.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{
    ActivityKind, Report,
    entity::{activity, weekly_report, weekly_report_version},
};
use super::{
    Subject, Version,
    record::{count, stored},
};
use crate::{
    monthly_plan::store::progress,
    period::Week,
    store::{StoreError, WriteTx, read_json, to_json},
};

pub(super) fn read(row: weekly_report_version::Model) -> Result<Version, StoreError> {
    Ok(Version {
        number: count(row.number),
        report: read_json(&row.content, "report")?,
        filed_at: row.filed_at,
        filed_by: row.filed_by,
        on_behalf: row.on_behalf,
    })
}

/// Every version of a report, oldest first.
pub(super) async fn all(db: &impl ConnectionTrait, base: Uuid, report: Uuid) -> Result<Vec<Version>, StoreError> {
    let rows = weekly_report_version::Entity::find()
        .filter(weekly_report_version::Column::BaseId.eq(base))
        .filter(weekly_report_version::Column::ReportId.eq(report))
        .order_by_asc(weekly_report_version::Column::Number)
        .all(db)
        .await?;
    rows.into_iter().map(read).collect()
}

/// The newest version of a report that has been filed.
pub(super) async fn newest(
    db: &impl ConnectionTrait,
    row: &weekly_report::Model,
) -> Result<Option<Version>, StoreError> {
    let newest = weekly_report_version::Entity::find()
        .filter(weekly_report_version::Column::BaseId.eq(row.base_id))
        .filter(weekly_report_version::Column::ReportId.eq(row.id))
        .filter(weekly_report_version::Column::Number.eq(row.versions))
        .one(db)
        .await?;
    newest.map(read).transpose()
}

/// Keeps a new version, and its activities and progress in the place of those of the one before.
pub(super) async fn keep(
    tx: &WriteTx,
    row: &weekly_report::Model,
    subject: &Subject,
    report: &Report,
) -> Result<(), StoreError> {
    let version = weekly_report_version::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        report_id: Set(row.id),
        number: Set(row.versions),
        content: Set(to_json(report)),
        filed_at: Set(tx.now()),
        filed_by: Set(subject.actor().name.clone()),
        on_behalf: Set(subject.is_on_behalf()),
    };
    weekly_report_version::Entity::insert(version).exec_without_returning(tx.db()).await?;
    drop_activities(tx, row).await?;
    let activities = report.activities.iter().map(|one| activity::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        report_id: Set(row.id),
        subject_id: Set(row.subject_id),
        of_base: Set(row.of_base),
        held_on: Set(one.on),
        kind: Set(one.kind.unwrap_or(ActivityKind::Other).code().to_owned()),
        what: Set(one.what.clone()),
        place: Set(one.place.clone()),
        attendances: Set(stored(one.attendances.unwrap_or_default())),
        beneficiaries: Set(stored(one.beneficiaries.unwrap_or_default())),
    });
    tx.insert_all(activities.collect()).await?;
    let week: Week = row.week.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?;
    progress::keep(tx, row, week.month(), &report.progress).await
}

/// What does not stand as filed has neither activities nor progress that later counts could stand on.
pub(super) async fn drop_records(tx: &WriteTx, row: &weekly_report::Model) -> Result<(), StoreError> {
    drop_activities(tx, row).await?;
    progress::drop_of(tx, row).await
}

async fn drop_activities(tx: &WriteTx, row: &weekly_report::Model) -> Result<(), StoreError> {
    activity::Entity::delete_many()
        .filter(activity::Column::BaseId.eq(row.base_id))
        .filter(activity::Column::ReportId.eq(row.id))
        .exec(tx.db())
        .await?;
    Ok(())
}
