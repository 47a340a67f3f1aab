//! What keeps reminders: settings, the log of deliveries, and the lease under which timed work is done.
//!
//! What is told is computed by the rules at every run, out of what is owed then; kept is only what was told. A digest and
//! the proofs of its steps are written in one transaction, and two runs at once meet at the base's row.

mod gather;
pub mod lease;
mod log;
pub(crate) mod notice;
mod queue;
mod run;
mod settings;
mod steps;

pub use log::{Delivery, Preview, deliveries, preview};
pub use notice::{Notice, notices, read, read_all};
pub use queue::{Outgoing, claim, failed, leaving, sent, waits};
pub use run::{Ran, remind_base, remind_now, run};
pub use settings::{BaseRules, own, rules, settle, settle_rules};
pub use steps::{BaseSteps, settle_steps, steps};

use super::{SettingsProblem, StepsProblem};
use crate::store::StoreError;

/// Why something with reminders was not done.
#[derive(Debug, thiserror::Error)]
pub enum ReminderError {
    #[error("there is no such notice")]
    NotFound,
    /// Every field at fault.
    #[error("{} fields cannot be accepted", .0.len())]
    Invalid(Vec<SettingsProblem>),
    /// Every step at fault.
    #[error("{} steps cannot be accepted", .0.len())]
    Steps(Vec<StepsProblem>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for ReminderError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// What a stored code or text cannot be read as.
fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(error.to_string())
}
