use chrono::{DateTime, TimeDelta, Utc};

/// How often a delivery is tried at the most.
pub const ATTEMPTS: u32 = 5;

/// When a delivery that has failed so often, from 1, is tried again; never after the last attempt.
pub fn next_attempt(failed: u32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let minutes = match failed {
        0 | 1 => 5,
        2 => 30,
        3 => 2 * 60,
        4 => 8 * 60,
        _ => return None,
    };
    Some(now + TimeDelta::minutes(minutes))
}
