//! The incubation base (孵化基地): run by an operator, supervised by a bureau. Every record belongs to one.

#[cfg(feature = "store")]
pub mod entity;
mod founding;
pub mod settings;
#[cfg(feature = "store")]
pub mod store;

pub use founding::{FoundingFault, FoundingField, FoundingProblem, FoundingText};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a base is asked for by its pages and rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Base {
    pub id: Uuid,
    /// Its short name in links, such as `zhuzhou`.
    pub slug: String,
    pub name: String,
    /// Two to six capital letters that begin its receipt numbers.
    pub short_code: String,
    pub zone: chrono_tz::Tz,
    /// 运营方
    pub operator_name: String,
    /// 民政局
    pub bureau_name: String,
    /// Invented data, said on every page.
    pub demo: bool,
}

impl Base {
    /// The day that it is in the base at this time.
    pub fn day(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.zone).date_naive()
    }
}
