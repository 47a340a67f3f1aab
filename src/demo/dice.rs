use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Chance that falls the same way for the same seed, in this release and in every later one, which no general
/// generator promises (`SplitMix64`, by Steele, Lea and Flood).
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice of their own for one thing of the demo, so that more weeks or organisations leave the others as they are.
    pub(super) fn of(seed: u64, thing: &str, number: usize) -> Self {
        let mut dice = Self(seed);
        for byte in thing.bytes() {
            dice.0 = dice.0.wrapping_add(u64::from(byte));
            dice.0 = dice.next();
        }
        dice.0 = dice.0.wrapping_add(number as u64);
        dice.0 = dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        let sides = u64::from(most.saturating_sub(least)) + 1;
        least + u32::try_from(self.next() % sides).unwrap_or(0)
    }

    /// True in `percent` of 100 throws.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.between(1, 100) <= percent
    }

    /// One of some, of which there is at least one.
    pub(super) fn pick<'a, T>(&mut self, some: &'a [T]) -> &'a T {
        let last = u32::try_from(some.len().saturating_sub(1)).unwrap_or(u32::MAX);
        &some[self.between(0, last) as usize]
    }

    /// One of some, each as often as its weight says.
    pub(super) fn weighed<T: Copy>(&mut self, some: &[(u32, T)]) -> T {
        let mut left = self.between(1, some.iter().map(|(weight, _)| weight).sum());
        for (weight, one) in some {
            if left <= *weight {
                return *one;
            }
            left -= weight;
        }
        some[0].1
    }

    /// An id as the program makes them (version 7), of this instant.
    pub(super) fn id(&mut self, at: DateTime<Utc>) -> Uuid {
        let milliseconds = u64::try_from(at.timestamp_millis()).unwrap_or(0);
        let mut random = [0; 10];
        random[..8].copy_from_slice(&self.next().to_be_bytes());
        random[8..].copy_from_slice(&self.next().to_be_bytes()[..2]);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid()
    }
}
