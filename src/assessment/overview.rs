//! A quarter at a glance: how the totals of its sheets lie, and how they moved since the quarter before.

use std::collections::HashMap;

use uuid::Uuid;

use super::Band;
use crate::points::Points;

/// What a rated sheet came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    pub subject: Uuid,
    /// 0 to 100.
    pub total: Points,
    pub band: Band,
}

/// How many sheets lie where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    pub sheets: u32,
    /// Of the totals, half up to the hundredth; `None` where there are none.
    pub mean: Option<Points>,
    /// Every band, the best first.
    pub bands: Vec<(Band, u32)>,
    /// How many totals lie in each ten points: from 0 to below 10 first, from 90 to 100 last.
    pub tens: [u32; 10],
}

impl Spread {
    /// ```
    /// use hatchboard::{assessment::{Band, Rated, Spread}, points::Points};
    /// use uuid::Uuid;
    /// let rated = [(1, 85, Band::Good), (2, 90, Band::Excellent)]
    ///     .map(|(id, total, band)| Rated { subject: Uuid::from_u128(id), total: Points::whole(total), band });
    /// let spread = Spread::of(&rated);
    /// assert_eq!(spread.mean.unwrap().to_string(), "87.50");
    /// assert_eq!(spread.tens, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    /// ```
    pub fn of(rated: &[Rated]) -> Self {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let sum: i64 = rated.iter().map(|one| i64::from(one.total.as_hundredths())).sum();
        let count = i64::try_from(rated.len()).unwrap_or(i64::MAX);
        let mut tens = [0; 10];
        for one in rated {
            let ten = usize::try_from(one.total.as_hundredths() / 1_000).unwrap_or_default();
            tens[ten.min(9)] += 1;
        }
        let in_band = |band: &Band| (*band, number(rated.iter().filter(|one| one.band == *band).count()));
        Self {
            sheets: number(rated.len()),
            mean: (!rated.is_empty()).then(|| Points::hundredths(1).part(sum, count)),
            bands: Band::ALL.iter().map(in_band).collect(),
            tens,
        }
    }

    /// How many reach the pass mark or more, in hundredths of a percent, half up; `None` where there are none.
    pub fn passed(&self) -> Option<u16> {
        let passed: u32 = self.bands.iter().filter(|(band, _)| *band != Band::Fail).map(|(_, number)| number).sum();
        let (passed, all) = (u64::from(passed), u64::from(self.sheets));
        (20_000 * passed + all).checked_div(2 * all).and_then(|points| u16::try_from(points).ok())
    }
}

/// A subject that was rated in two quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub subject: Uuid,
    pub before: Points,
    pub now: Points,
}

impl Move {
    /// By how many hundredths of a point; below nothing where it fell.
    pub fn by(self) -> i32 {
        self.now.as_hundredths().saturating_sub(self.before.as_hundredths())
    }
}

/// Whoever was rated in both quarters and moved, the furthest first; equal ones by their id.
pub fn moves(before: &[Rated], now: &[Rated]) -> Vec<Move> {
    let before: HashMap<Uuid, Points> = before.iter().map(|one| (one.subject, one.total)).collect();
    let moved = |one: &Rated| Some(Move { subject: one.subject, before: *before.get(&one.subject)?, now: one.total });
    let mut moves: Vec<Move> = now.iter().filter_map(moved).filter(|one| one.by() != 0).collect();
    moves.sort_unstable_by_key(|one| (std::cmp::Reverse(one.by().unsigned_abs()), one.subject));
    moves
}
