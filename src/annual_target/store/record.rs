//! The year's row, read as what it means.

use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use uuid::Uuid;

use super::super::{
    Draft, Target,
    entity::{
        target_version,
        target_year::{Column, Entity, Model},
    },
};
use super::{LONGEST_WORDS, TargetError};
use crate::{
    monthly_plan::State,
    period::Year,
    store::{StoreError, WriteTx, read_json},
    weekly_report::store::AsAt,
};

impl Model {
    pub(super) fn read_state(&self) -> Result<State, StoreError> {
        self.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
    }

    pub(super) fn read_draft(&self) -> Result<Draft, StoreError> {
        read_json(&self.draft, "target draft")
    }

    /// The version that counts: what stands approved, or what was submitted last.
    pub(super) fn shown(&self) -> Option<i32> {
        self.standing.or((self.versions > 0).then_some(self.versions))
    }
}

/// A base's year, as it stands in the table.
pub(super) async fn find(db: &impl ConnectionTrait, base: Uuid, year: Year) -> Result<Option<Model>, StoreError> {
    let of = Entity::find().filter(Column::BaseId.eq(base)).filter(Column::Year.eq(year.to_string()));
    Ok(of.one(db).await?)
}

/// The same, held until the end of the write.
pub(super) async fn hold(tx: &WriteTx, base: Uuid, year: Year) -> Result<Option<Model>, StoreError> {
    match find(tx.db(), base, year).await? {
        Some(found) => tx.lock::<Entity>(found.id).await,
        None => Ok(None),
    }
}

/// The targets of one version of a year; none where there is no such version.
pub(super) async fn targets(
    db: &impl ConnectionTrait,
    year: &Model,
    version: Option<i32>,
) -> Result<Vec<Target>, StoreError> {
    let Some(version) = version else { return Ok(Vec::new()) };
    let row = target_version::Entity::find()
        .filter(target_version::Column::BaseId.eq(year.base_id))
        .filter(target_version::Column::YearId.eq(year.id))
        .filter(target_version::Column::Number.eq(version))
        .one(db)
        .await?;
    row.map_or_else(|| Ok(Vec::new()), |row| read_json(&row.targets, "targets"))
}

/// What stands approved of a base's year: two statements at the most.
pub(crate) async fn standing(db: &impl ConnectionTrait, base: Uuid, year: Year) -> Result<Vec<Target>, StoreError> {
    match find(db, base, year).await? {
        Some(row) => targets(db, &row, row.standing).await,
        None => Ok(Vec::new()),
    }
}

/// What stood approved of a base's year at an instant: two statements at the most.
pub(super) async fn stood(
    db: &impl ConnectionTrait,
    base: Uuid,
    year: Year,
    as_at: &AsAt,
) -> Result<Vec<Target>, StoreError> {
    use target_version::Column as Of;
    let Some(row) = find(db, base, year).await? else { return Ok(Vec::new()) };
    if !as_at.is_past() {
        return targets(db, &row, row.standing).await;
    }
    // What was approved before anybody kept when, is long past.
    let since = Condition::any()
        .add(Of::ApprovedAt.lte(as_at.at()))
        .add(Condition::all().add(Of::ApprovedAt.is_null()).add(Of::Number.eq(row.standing.unwrap_or_default())));
    let version = target_version::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::YearId.eq(row.id))
        .filter(since)
        .order_by_desc(Of::Number)
        .one(db)
        .await?;
    version.map_or_else(|| Ok(Vec::new()), |version| read_json(&version.targets, "targets"))
}

/// Keeps with a year's newest version that it stands from now on.
pub(super) async fn approved(tx: &WriteTx, year: &Model) -> Result<(), StoreError> {
    target_version::Entity::update_many()
        .col_expr(target_version::Column::ApprovedAt, Expr::value(tx.now()))
        .filter(target_version::Column::BaseId.eq(year.base_id))
        .filter(target_version::Column::YearId.eq(year.id))
        .filter(target_version::Column::Number.eq(year.versions))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Writes the new state of a year whose row is held.
pub(super) async fn put(tx: &WriteTx, row: Model) -> Result<(), TargetError> {
    let row = Model { row_version: row.row_version + 1, ..row };
    row.into_active_model().reset_all().update(tx.db()).await?;
    Ok(())
}

/// Words, trimmed, that may have to be there.
pub(super) fn said(words: &str, needed: bool) -> Result<&str, TargetError> {
    let words = words.trim();
    if needed && words.is_empty() {
        Err(TargetError::ReasonMissing)
    } else if words.chars().count() > LONGEST_WORDS {
        Err(TargetError::TooLong)
    } else {
        Ok(words)
    }
}
