//! The calendar as an installation knows it.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryOrder, QuerySelect};
use serde_json::json;

use super::{Calendar, YearOfDays, entity};
use crate::{
    access::Admin,
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, expect_version},
};

/// A year as it counts, and whether it was saved here or ships with the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownYear {
    pub year: YearOfDays,
    /// `None` for one that ships with the program and has not been touched.
    pub saved_at: Option<DateTime<Utc>>,
    /// 0 for one that has not been saved here.
    pub row_version: i32,
}

/// The years that ship with the program, and over them those that an admin has added or corrected.
pub async fn load(db: &impl ConnectionTrait) -> Result<Calendar, StoreError> {
    let mut calendar = Calendar::shipped();
    for row in saved(db).await? {
        calendar.insert(read(&row)?);
    }
    Ok(calendar)
}

/// Every year that is known, earliest first.
pub async fn years(store: &Store) -> Result<Vec<KnownYear>, StoreError> {
    let saved = saved(store.read()).await?;
    let calendar = load(store.read()).await?;
    let known = |year: &YearOfDays| {
        let row = saved.iter().find(|row| row.year == year.year());
        KnownYear {
            year: year.clone(),
            saved_at: row.map(|row| row.updated_at),
            row_version: row.map_or(0, |row| row.row_version),
        }
    };
    Ok(calendar.years().map(known).collect())
}

/// Adds a year, or replaces it where `seen` is the version that was looked at (0 for none saved yet).
///
/// Deadlines are computed, so those that lie ahead move by themselves; what has been filed keeps the deadline of
/// its first submission.
pub async fn save_year(
    store: &Store,
    admin: &Admin,
    year: &YearOfDays,
    seen: i32,
    intent: Intent,
) -> Result<(), StoreError> {
    let Begun::Fresh(tx) = store.begin(admin.actor(), intent).await? else { return Ok(()) };
    let row = entity::Entity::find_by_id(year.year()).lock_exclusive().one(tx.db()).await?;
    expect_version(row.as_ref().map_or(0, |row| row.row_version), seen)?;
    let before = load(tx.db()).await?;
    let changes = before.year(year.year()).map(|before| before.changes_to(year));
    let new = entity::ActiveModel {
        year: Set(year.year()),
        source: Set(year.source().to_owned()),
        days: Set(year.to_text()),
        updated_at: Set(tx.now()),
        row_version: Set(seen + 1),
    };
    if row.is_some() {
        entity::Entity::update(new).exec(tx.db()).await?;
    } else {
        entity::Entity::insert(new).exec_without_returning(tx.db()).await?;
    }
    let detail = json!({ "source": year.source(), "changes": changes, "days": year.days().len() });
    tx.audit_installation(admin.actor(), Deed::CalendarYearSaved, &year.year().to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

async fn saved(db: &impl ConnectionTrait) -> Result<Vec<entity::Model>, StoreError> {
    Ok(entity::Entity::find().order_by_asc(entity::Column::Year).all(db).await?)
}

fn read(row: &entity::Model) -> Result<YearOfDays, StoreError> {
    YearOfDays::parse(row.year, &row.source, &row.days)
        .map_err(|error| StoreError::Unreadable(format!("calendar {}: {error}", row.year)))
}
