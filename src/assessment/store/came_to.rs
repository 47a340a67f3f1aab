//! What a sheet came to, as it was before it was changed.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::entity::assessment;
use crate::store::Former;

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
