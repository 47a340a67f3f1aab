//! The one clock of the program. Deadlines, sessions and the rendered "now" all ask it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::SystemTime,
};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

/// Tells the time in whole milliseconds. Clones tell the same time.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// Milliseconds that a test has moved the clock by; always 0 in a release.
    moved_by: Arc<AtomicI64>,
    /// Where it stands still: for the demo, whose deeds lie where its story puts them.
    stands_at: Option<DateTime<Utc>>,
}

impl Clock {
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that always tells this time.
    pub(crate) fn standing(at: DateTime<Utc>) -> Self {
        Self { stands_at: Some(at), ..Self::default() }
    }

    pub fn now(&self) -> DateTime<Utc> {
        if let Some(at) = self.stands_at {
            return at;
        }
        let now =
            DateTime::<Utc>::from(SystemTime::now()) + TimeDelta::milliseconds(self.moved_by.load(Ordering::Relaxed));
        now.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(now)
    }

    /// Sets the clock; it goes on from there, and never tells an earlier time.
    #[cfg(feature = "test-clock")]
    pub fn set(&self, now: DateTime<Utc>) {
        let real = DateTime::<Utc>::from(SystemTime::now());
        // Of whole milliseconds nothing is lost where the difference is cut to them.
        let real = real.duration_trunc(TimeDelta::milliseconds(1)).unwrap_or(real);
        self.moved_by.store((now - real).num_milliseconds(), Ordering::Relaxed);
    }
}
