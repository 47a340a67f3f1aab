//! Signals of risk that the records show by themselves; the others somebody has to see and tell.

use chrono::NaiveDate;

use super::Signal;
use crate::{assessment::Band, period::Quarter, points::Points};

/// What a published quarterly assessment of an organisation came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuarterResult {
    pub quarter: Quarter,
    pub total: Points,
    pub band: Band,
    pub published_on: NaiveDate,
}

/// A visit, asked for or made, as far as signals depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Looked {
    /// Of an extra one.
    pub signal: Option<Signal>,
    /// `None` while it is open.
    pub visited_on: Option<NaiveDate>,
}

/// What is known of a hatched organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs<'a> {
    /// Oldest first.
    pub results: &'a [QuarterResult],
    /// As [`silent_since`](super::silent_since) tells.
    pub silent_since: Option<NaiveDate>,
    /// In any order.
    pub visits: &'a [Looked],
}

/// A signal with its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// The last two published quarters are fails.
    TwoFails { before: QuarterResult, last: QuarterResult },
    /// Nothing has been heard for so many days.
    Silence { since: NaiveDate, days: i64 },
}

/// The signals that ask for an extra visit on `today`: those that nobody has looked after, or is about to.
pub fn risks(signs: Signs<'_>, today: NaiveDate) -> Vec<Risk> {
    let fails = match signs.results {
        [.., before, last] if before.band == Band::Fail && last.band == Band::Fail => {
            Some(Risk::TwoFails { before: *before, last: *last })
        }
        _ => None,
    };
    let silence = signs.silent_since.map(|since| Risk::Silence { since, days: (today - since).num_days() });
    let looked_after = |risk: Risk| signs.visits.iter().any(|visit| visit.looks_after(risk));
    fails.into_iter().chain(silence).filter(|risk| !looked_after(*risk)).collect()
}

impl Risk {
    pub const fn signal(self) -> Signal {
        match self {
            Self::TwoFails { .. } => Signal::TwoFails,
            Self::Silence { .. } => Signal::Silence,
        }
    }
}

impl Looked {
    fn looks_after(self, risk: Risk) -> bool {
        let for_it = self.signal == Some(risk.signal());
        match (risk, self.visited_on) {
            (_, None) => for_it,
            (Risk::TwoFails { last, .. }, Some(day)) => for_it && day >= last.published_on,
            // Whoever went after the last sign of life, for whatever reason, knows.
            (Risk::Silence { since, .. }, Some(day)) => day > since,
        }
    }
}
