//! What a sheet came to, as it was before it was changed.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::entity::assessment;
use crate::{
    period::Quarter,
    store::{Former, StoreError},
    weekly_report::store::AsAt,
};

/// What others go by: the base's sheet by who is rated, a year's by what its quarters came to.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CameTo {
    id: Uuid,
    pub rated: bool,
    pub expected_weeks: i32,
    pub total: Option<i32>,
}

impl From<&assessment::Model> for CameTo {
    fn from(row: &assessment::Model) -> Self {
        Self { id: row.id, rated: row.rated, expected_weeks: row.expected_weeks, total: row.total }
    }
}

impl Former for CameTo {
    const KIND: &'static str = "assessment";

    fn id(&self) -> Uuid {
        self.id
    }
}

/// The sheets of a quarter's organisations that were rated at an instant: one statement, and one more of an instant that
/// has passed.
pub(super) async fn rated(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
    as_at: &AsAt,
) -> Result<BTreeSet<Uuid>, StoreError> {
    use assessment::Column as Of;
    let sheets: Vec<(Uuid, bool)> =
        sheets_of_quarter(base, quarter).columns([Of::Id, Of::Rated]).into_tuple().all(db).await?;
    let former = as_at.former::<CameTo>(db, base).await?;
    let was_rated = |(id, rated): &(Uuid, bool)| former.get(id).map_or(*rated, |was| was.rated);
    Ok(sheets.into_iter().filter(was_rated).map(|(id, _)| id).collect())
}

/// The sheets of a quarter's organisations, rated or not; of which nothing is selected.
pub(super) fn sheets_of_quarter(base: Uuid, quarter: Quarter) -> Select<assessment::Entity> {
    use assessment::Column as Of;
    assessment::Entity::find()
        .select_only()
        .filter(Of::BaseId.eq(base))
        .filter(Of::Quarter.eq(quarter.to_string()))
        .filter(Of::OfBase.eq(false))
}
