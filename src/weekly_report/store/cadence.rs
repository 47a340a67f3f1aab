//! How often organisations report, by standing and mode, from a week on.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};
use serde_json::json;
use uuid::Uuid;

use super::super::{Cadence, entity::reporting_cadence};
use super::{Rhythm, WeeklyReportError};
use crate::{
    access::{BaseReader, BureauOfficer},
    audit::Deed,
    incubation::Mode,
    organisation::Standing,
    period::Week,
    store::{Begun, Intent, Store, StoreError},
};

/// What is settled for organisations of a standing and mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewCadence {
    pub standing: Standing,
    /// `None` for organisations without a mode.
    pub mode: Option<Mode>,
    pub from: Week,
    pub cadence: Cadence,
}

/// A settled cadence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledCadence {
    pub standing: Standing,
    /// `None` for organisations without a mode.
    pub mode: Option<Mode>,
    pub from: Week,
    pub cadence: Cadence,
    pub set_by: String,
}

/// The bureau settles how often organisations report, from a week on that lies ahead.
///
/// # Errors
/// [`WeeklyReportError::EndNotAhead`] for a week that has begun: what was asked for stays asked for.
pub async fn settle(
    store: &Store,
    officer: &BureauOfficer,
    settled: NewCadence,
    intent: Intent,
) -> Result<(), WeeklyReportError> {
    use reporting_cadence::Column;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let base = officer.base();
    let rhythm = Rhythm::load(tx.db(), base).await?;
    if settled.from <= rhythm.week(tx.now()) {
        return Err(WeeklyReportError::EndNotAhead);
    }
    let row = reporting_cadence::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base),
        standing: Set(settled.standing.code().to_owned()),
        mode: Set(settled.mode.map(Mode::code).unwrap_or_default().to_owned()),
        from_week: Set(settled.from.to_string()),
        cadence: Set(settled.cadence.to_string()),
        set_by: Set(officer.actor().name.clone()),
        set_at: Set(tx.now()),
    };
    let mut instead = OnConflict::columns([Column::BaseId, Column::Standing, Column::Mode, Column::FromWeek]);
    instead.update_columns([Column::Cadence, Column::SetBy, Column::SetAt]);
    reporting_cadence::Entity::insert(row).on_conflict(instead).exec_without_returning(tx.db()).await?;
    let detail = json!({
        "standing": settled.standing.code(),
        "mode": settled.mode,
        "from": settled.from,
        "cadence": settled.cadence,
    });
    tx.audit(base, officer.actor(), Deed::ReportingCadenceSettled, &base.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// Everything that was settled, in order; where nothing was, reports are weekly.
pub async fn list(store: &Store, reader: &BaseReader) -> Result<Vec<SettledCadence>, WeeklyReportError> {
    let rows = reporting_cadence::Entity::find()
        .filter(reporting_cadence::Column::BaseId.eq(reader.base()))
        .order_by_asc(reporting_cadence::Column::FromWeek)
        .order_by_asc(reporting_cadence::Column::Id)
        .all(store.read())
        .await?;
    rows.into_iter().map(read).collect()
}

fn read(row: reporting_cadence::Model) -> Result<SettledCadence, WeeklyReportError> {
    let read = || {
        Some(SettledCadence {
            standing: Standing::ALL.iter().copied().find(|standing| standing.code() == row.standing)?,
            mode: Mode::from_code(&row.mode),
            from: row.from_week.parse().ok()?,
            cadence: row.cadence.parse().ok()?,
            set_by: row.set_by.clone(),
        })
    };
    Ok(read().ok_or_else(|| StoreError::Unreadable(format!("cadence {}", row.id)))?)
}
