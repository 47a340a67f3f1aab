//! How often a token may ask. Counted in memory, since a reading should not be a write: each replica counts its own.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// So many in each [`WINDOW`].
const MOST: u32 = 300;
const WINDOW: TimeDelta = TimeDelta::minutes(1);
/// Windows that are kept before those that are over are thrown away.
const KEPT: usize = 1_000;

/// Each token's present window: when it began, and how often was asked in it.
#[derive(Debug, Default)]
pub(super) struct Rate(HashMap<Uuid, (DateTime<Utc>, u32)>);

impl Rate {
    /// Counts one asking, or says how many seconds to wait.
    pub(super) fn take(&mut self, token: Uuid, now: DateTime<Utc>) -> Result<(), i64> {
        let is_open = |began: DateTime<Utc>| began <= now && now - began < WINDOW;
        if self.0.len() >= KEPT {
            self.0.retain(|_, (began, _)| is_open(*began));
        }
        let (began, asked) = self.0.entry(token).or_insert((now, 0));
        if !is_open(*began) {
            (*began, *asked) = (now, 0);
        }
        if *asked >= MOST {
            return Err(whole_seconds(*began + WINDOW - now));
        }
        *asked += 1;
        Ok(())
    }
}

/// Rounded up: whoever has waited so long is answered.
fn whole_seconds(left: TimeDelta) -> i64 {
    (left.num_milliseconds() + 999) / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_that_asks_too_often_waits_for_the_end_of_its_minute() {
        let (mut rate, one, other) = (Rate::default(), Uuid::from_u128(1), Uuid::from_u128(2));
        let now: DateTime<Utc> = "2026-04-09T02:00:00Z".parse().unwrap();
        for _ in 0..MOST {
            assert_eq!(rate.take(one, now), Ok(()));
        }
        assert_eq!(rate.take(one, now + TimeDelta::seconds(20)), Err(40));
        assert_eq!(rate.take(one, now + TimeDelta::milliseconds(20_001)), Err(40));
        assert_eq!(rate.take(one, now + TimeDelta::milliseconds(59_999)), Err(1));
        assert_eq!(rate.take(other, now), Ok(()), "another token has its own");
        assert_eq!(rate.take(one, now + WINDOW), Ok(()));
    }

    #[test]
    fn a_clock_that_goes_back_locks_nobody_out() {
        let (mut rate, one) = (Rate::default(), Uuid::from_u128(1));
        let now: DateTime<Utc> = "2026-04-09T02:00:00Z".parse().unwrap();
        for _ in 0..MOST {
            assert_eq!(rate.take(one, now), Ok(()));
        }
        assert_eq!(rate.take(one, now - TimeDelta::hours(1)), Ok(()));
    }
}
