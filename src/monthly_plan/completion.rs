use std::{iter::Sum, ops::Add};

use serde::{Deserialize, Serialize};

use crate::fraction::Fractions;

/// All of it, in hundredths of a percent.
pub const WHOLE: u32 = 10_000;

/// How far an item is done: so much of its quantity, at most all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(utoipa::ToSchema))]
pub struct ItemShare {
    pub done: u32,
    /// At least 1.
    pub quantity: u32,
}

/// How much of what was planned is done (月计划完成率): the mean over the items that count, each pro rata and at most as
/// done. It stays exact: only what is shown of it is rounded.
///
/// An item that was dropped with the approver's word counts no more (domain: *Monthly plans*).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Completion {
    /// Those that count.
    pub items: Vec<ItemShare>,
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
        let quantity = quantity.max(1);
        Self { items: vec![ItemShare { done: done.min(quantity), quantity }] }
    }

    /// Hundredths of a percent, 0 to 10000, rounded half up for whoever reads it; `None` where no item counts.
    pub fn basis_points(&self) -> Option<u16> {
        let rate = ItemShare::mean(&self.items)?;
        u16::try_from(rate.part(WHOLE.into())).ok()
    }

    /// How many items count, and the published rate as often: what is kept of a month that is closed.
    #[cfg(feature = "store")]
    pub(crate) fn kept(&self) -> (i32, i64) {
        let items = i32::try_from(self.items.len()).unwrap_or(i32::MAX);
        (items, i64::from(items) * self.basis_points().map_or(0, i64::from))
    }
}

impl ItemShare {
    /// The mean of some, exactly; `None` of none.
    pub(crate) fn mean(all: &[Self]) -> Option<Fractions> {
        let number = u64::try_from(all.len()).ok().filter(|number| *number > 0)?;
        let sum: Fractions = all.iter().map(|one| Fractions::of(one.done.into(), one.quantity.into())).sum();
        Some(sum.over(number))
    }
}

impl Add for Completion {
    type Output = Self;
    fn add(mut self, other: Self) -> Self {
        self.items.extend(other.items);
        self
    }
}

impl Sum for Completion {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
