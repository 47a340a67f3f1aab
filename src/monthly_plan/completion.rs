use std::{iter::Sum, ops::Add};

use serde::{Deserialize, Serialize};

/// All of it, in hundredths of a percent.
pub const WHOLE: u32 = 10_000;

/// How much of what was planned is done (月计划完成率): the mean over the items that count.
///
/// An item counts pro rata, at most as done: `done ÷ quantity`, rounded half up to the hundredth of a percent.
/// One that was dropped with the approver's word counts no more (domain: *Monthly plans*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Completion {
    /// Items that count.
    pub items: u32,
    /// Their sum, in hundredths of a percent: [`WHOLE`] for each that is done.
    pub points: u64,
}

impl Completion {
    /// One item. `quantity` is at least 1; 0 counts as 1.
    ///
    /// ```
    /// use hatchboard::monthly_plan::Completion;
    /// assert_eq!(Completion::of_item(3, 2).basis_points(), Some(6667)); // 2 of 3 sessions
    /// assert_eq!(Completion::of_item(3, 5).basis_points(), Some(10_000));
    /// ```
    pub fn of_item(quantity: u32, done: u32) -> Self {
        let quantity = u64::from(quantity.max(1));
        let done = u64::from(done).min(quantity);
        Self { items: 1, points: (2 * done * u64::from(WHOLE) + quantity) / (2 * quantity) }
    }

    /// Hundredths of a percent, 0 to 10000, rounded half up; `None` where no item counts.
    pub fn basis_points(self) -> Option<u16> {
        let items = u64::from(self.items);
        (2 * self.points + items).checked_div(2 * items).and_then(|points| u16::try_from(points).ok())
    }
}

impl Add for Completion {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { items: self.items.saturating_add(other.items), points: self.points.saturating_add(other.points) }
    }
}

impl Sum for Completion {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
