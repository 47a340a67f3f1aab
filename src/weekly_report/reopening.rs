use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Draft, Field, FieldPath, differences};

/// The terms on which an accepted report is opened again: why, which fields, until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    pub reason: String,
    /// The fields that may change; [`Field::ALL`] for the whole report.
    pub scope: BTreeSet<Field>,
    /// Resubmitted at this instant is still in time.
    pub until: DateTime<Utc>,
}

/// Why a reopening is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReopeningFault {
    #[error("a reopening needs a reason")]
    ReasonMissing,
    #[error("a reopening needs at least one field")]
    NothingInScope,
    #[error("a reopening ends after it begins")]
    EndNotAhead,
}

/// Why a resubmission does not keep to its reopening.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OutOfReopening {
    #[error("the reopening has ended")]
    Ended,
    #[error("fields outside of the reopening changed")]
    Fields(Vec<FieldPath>),
}

impl Reopening {
    /// The terms, with the reason trimmed.
    ///
    /// # Errors
    /// [`ReopeningFault`]: a blank reason, an empty scope, an end that is not after `now`.
    pub fn new(
        reason: &str,
        scope: impl IntoIterator<Item = Field>,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Self, ReopeningFault> {
        let scope: BTreeSet<Field> = scope.into_iter().collect();
        let reason = reason.trim();
        if reason.is_empty() {
            Err(ReopeningFault::ReasonMissing)
        } else if scope.is_empty() {
            Err(ReopeningFault::NothingInScope)
        } else if until <= now {
            Err(ReopeningFault::EndNotAhead)
        } else {
            Ok(Self { reason: reason.to_owned(), scope, until })
        }
    }

    /// Whether the step from the accepted version to the new one keeps to scope and end.
    ///
    /// # Errors
    /// [`OutOfReopening`], with every field that should have stayed.
    pub fn allows(&self, accepted: &Draft, changed: &Draft, now: DateTime<Utc>) -> Result<(), OutOfReopening> {
        if now > self.until {
            return Err(OutOfReopening::Ended);
        }
        let outside: Vec<FieldPath> = differences(accepted, changed)
            .into_iter()
            .map(|change| change.path)
            .filter(|path| !self.scope.contains(&path.field()))
            .collect();
        if outside.is_empty() { Ok(()) } else { Err(OutOfReopening::Fields(outside)) }
    }
}
