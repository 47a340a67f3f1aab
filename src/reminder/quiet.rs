use chrono::{DateTime, Days, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::calendar::instant;

/// Hours of the day in which nobody is told anything. They may lie around midnight; none where both ends are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    pub from: NaiveTime,
    /// The first minute that is not quiet any more.
    pub until: NaiveTime,
}

impl Default for Quiet {
    fn default() -> Self {
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour of the day");
        Self { from: hour(21), until: hour(8) }
    }
}

impl Quiet {
    pub fn contains(&self, time: NaiveTime) -> bool {
        if self.from <= self.until {
            self.from <= time && time < self.until
        } else {
            time >= self.from || time < self.until
        }
    }

    /// The same instant, or the end of the quiet hours that it lies in.
    pub fn free_from(&self, at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let local = at.with_timezone(&zone).naive_local();
        if !self.contains(local.time()) {
            return at;
        }
        let past_midnight = local.time() < self.until;
        let day = if past_midnight { local.date() } else { local.date() + Days::new(1) };
        instant(day, self.until, zone)
    }
}
