//! What a visit came to, as it was before it was filed or taken back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::entity::follow_up::Model;
use crate::store::Former;

/// What is known of a visit once it was made, as far as it counts.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Made {
    id: Uuid,
    pub visited_on: Option<NaiveDate>,
    pub method: Option<String>,
    pub outcome: Option<String>,
}

impl From<&Model> for Made {
    fn from(row: &Model) -> Self {
        Self { id: row.id, visited_on: row.visited_on, method: row.method.clone(), outcome: row.outcome.clone() }
    }
}

impl Former for Made {
    const KIND: &'static str = "follow_up";

    fn id(&self) -> Uuid {
        self.id
    }
}
