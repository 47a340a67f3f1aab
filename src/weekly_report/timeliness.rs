//! The second fact: how timely a report came.
//!
//! The deadline is frozen at the first submission; afterwards only a return or a withdrawal sets another
//! one (domain: *State of a filing*). All instants are the server's, unless a person lets the device's
//! count.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// How timely a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "timeliness", rename_all = "snake_case")]
pub enum Timeliness {
    /// Not filed, and the deadline lies ahead.
    Pending,
    OnTime,
    /// At least 1; a begun minute counts.
    Late {
        minutes: u32,
    },
    /// Not filed, and the deadline has passed.
    Missing,
}

impl Timeliness {
    /// The stable text by which it is filtered and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::OnTime => "on_time",
            Self::Late { .. } => "late",
            Self::Missing => "missing",
        }
    }

    fn between(due_at: DateTime<Utc>, at: DateTime<Utc>) -> Self {
        let behind = at - due_at;
        if behind <= TimeDelta::zero() {
            return Self::OnTime;
        }
        let begun = behind.num_minutes() + i64::from(TimeDelta::minutes(behind.num_minutes()) < behind);
        Self::Late { minutes: u32::try_from(begun).unwrap_or(u32::MAX) }
    }

    fn later(self, other: Self) -> Self {
        match (self, other) {
            (Self::Late { minutes: one }, Self::Late { minutes: another }) => Self::Late { minutes: one.max(another) },
            (Self::OnTime, other) => other,
            (this, _) => this,
        }
    }
}

/// Why a report went back to its author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rework {
    /// By the reviewer: what was filed still counts as filed. A reopening sets no such deadline; what was
    /// accepted in time stays in time.
    Returned,
    /// By the author: until it is filed again, nothing is.
    Withdrawn,
}

/// One time that a report went back, and the deadline that this set (two working days by default).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reworked {
    pub why: Rework,
    pub due_at: DateTime<Utc>,
    /// `None` while its author has it.
    pub submitted_at: Option<DateTime<Utc>>,
}

/// The stored facts of a report that has been submitted at least once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    /// The deadline as it stood at the first submission, extensions included.
    pub due_at: DateTime<Utc>,
    /// The first submission, by the server's clock.
    pub submitted_at: DateTime<Utc>,
    /// When a filing written offline was finished, by the device's clock.
    pub on_device_at: Option<DateTime<Utc>>,
    /// Whether a person lets the device's time count.
    pub device_counts: bool,
    /// Oldest first.
    pub reworked: Vec<Reworked>,
}

/// A deadline moved for one or many, or for all by a recorded outage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    pub until: DateTime<Utc>,
    pub reason: String,
}

/// The deadline after extensions: never earlier than without them. They move only what has not been filed,
/// since a filing keeps the deadline of its first submission.
pub fn extended(due_at: DateTime<Utc>, extensions: &[Extension]) -> DateTime<Utc> {
    extensions.iter().map(|extension| extension.until).fold(due_at, DateTime::max)
}

/// Timeliness, and whether a late filing came early enough to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    pub timeliness: Timeliness,
    /// False where it was first filed, late, after the quarter's facts were cut off: kept, but missing in
    /// every rate.
    pub counts: bool,
}

impl Judgement {
    /// Judges an expected report at `now`.
    ///
    /// `due_at` holds for what has not been filed; a filing brings its own. `cut_off` is that of the
    /// quarter which the week belongs to, where it is known.
    pub fn of(
        filing: Option<&Filing>,
        due_at: DateTime<Utc>,
        cut_off: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Self {
        let unfiled = |due_at| if now <= due_at { Timeliness::Pending } else { Timeliness::Missing };
        let Some(filing) = filing else {
            return Self { timeliness: unfiled(due_at), counts: true };
        };
        let timeliness = match filing.reworked.last() {
            Some(Reworked { why: Rework::Withdrawn, due_at, submitted_at: None }) => unfiled(*due_at),
            _ => filing.timeliness(now),
        };
        let in_time_to_count = cut_off.is_none_or(|cut_off| filing.counted_at() <= cut_off);
        let late = matches!(timeliness, Timeliness::Late { .. });
        Self { timeliness, counts: in_time_to_count || !late }
    }
}

impl Filing {
    /// A first submission. A device cannot have finished after the server received it.
    pub fn first(due_at: DateTime<Utc>, submitted_at: DateTime<Utc>, on_device_at: Option<DateTime<Utc>>) -> Self {
        let on_device_at = on_device_at.map(|at| at.min(submitted_at));
        Self { due_at, submitted_at, on_device_at, device_counts: false, reworked: Vec::new() }
    }

    /// The instant that is held against the deadline.
    pub fn counted_at(&self) -> DateTime<Utc> {
        self.on_device_at.filter(|_| self.device_counts).unwrap_or(self.submitted_at)
    }

    /// On time or late, by the deadline that was missed the most.
    fn timeliness(&self, now: DateTime<Utc>) -> Timeliness {
        self.reworked.iter().fold(Timeliness::between(self.due_at, self.counted_at()), |worst, rework| {
            worst.later(Timeliness::between(rework.due_at, rework.submitted_at.unwrap_or(now)))
        })
    }
}
