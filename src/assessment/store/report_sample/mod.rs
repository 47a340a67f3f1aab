//! Weekly reports that the bureau draws of a quarter: drawn, looked at, shown, and sealed with the base's sheet.

mod draw;
mod read;

pub use draw::{draw_reports, find_report};
pub(super) use read::to_seal;
pub use read::{Drawn, ReportSample, SampledReport, SealedReport, SealedSample, drawn, report_sample};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::entity::{assessment, report_sample as entity};
use crate::{period::Quarter, store::StoreError};

async fn sample_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
) -> Result<Option<entity::Model>, StoreError> {
    let of = entity::Entity::find().filter(entity::Column::BaseId.eq(base));
    Ok(of.filter(entity::Column::Quarter.eq(quarter.to_string())).one(db).await?)
}

/// The base's own sheet of a quarter.
async fn sheet_of_base(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
) -> Result<Option<assessment::Model>, StoreError> {
    use assessment::Column;
    let of = assessment::Entity::find().filter(Column::BaseId.eq(base)).filter(Column::SubjectId.eq(base));
    Ok(of.filter(Column::Quarter.eq(quarter.to_string())).one(db).await?)
}
