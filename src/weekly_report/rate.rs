use std::iter::Sum;
use std::ops::Add;

use serde::{Deserialize, Serialize};

use super::Cell;

/// How timely what was expected came: on time 1, late ½, missing 0, over what was expected
/// (domain: *State of a filing*). Excused, not expected and pending weeks are in neither part.
/// Counted in halves; never above 100 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Rate {
    numerator_halves: u32,
    expected: u32,
}

#[derive(Serialize, Deserialize)]
struct Written {
    numerator_halves: u32,
    expected: u32,
}

/// More was reached than was expected: no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{numerator_halves} halves of {expected} expected are more than all of them")]
pub struct MoreThanExpected {
    pub numerator_halves: u32,
    pub expected: u32,
}

impl Rate {
    /// # Errors
    /// [`MoreThanExpected`], where the numerator exceeds the denominator.
    pub fn new(numerator_halves: u32, expected: u32) -> Result<Self, MoreThanExpected> {
        if u64::from(numerator_halves) <= 2 * u64::from(expected) {
            Ok(Self { numerator_halves, expected })
        } else {
            Err(MoreThanExpected { numerator_halves, expected })
        }
    }

    /// What one week adds.
    pub fn of(cell: &Cell) -> Self {
        let (numerator_halves, expected) = match cell {
            Cell::NotExpected(_) | Cell::Excused(_) | Cell::Pending => (0, 0),
            Cell::OnTime | Cell::OnTimeNothing => (2, 1),
            Cell::Late { counts: true, .. } => (1, 1),
            Cell::Late { counts: false, .. } | Cell::Missing => (0, 1),
        };
        Self { numerator_halves, expected }
    }

    /// Twice the numerator: 2 for each on time, 1 for each late.
    pub fn numerator_halves(self) -> u32 {
        self.numerator_halves
    }

    /// The denominator.
    pub fn expected(self) -> u32 {
        self.expected
    }

    /// Hundredths of a percent, 0 to 10000, rounded half up; `None` where nothing was expected.
    ///
    /// ```
    /// use hatchboard::weekly_report::Rate;
    /// let rate = Rate::new(11 * 2 + 2, 13).unwrap(); // 11 on time and 2 late of 13
    /// assert_eq!(rate.basis_points(), Some(9231));
    /// ```
    pub fn basis_points(self) -> Option<u16> {
        let whole = 2 * u64::from(self.expected);
        let doubled = 2 * 10_000 * u64::from(self.numerator_halves) + whole;
        // At most 10000, since the numerator never exceeds the whole.
        doubled.checked_div(2 * whole).and_then(|points| u16::try_from(points).ok())
    }
}

impl Add for Rate {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            numerator_halves: self.numerator_halves.saturating_add(other.numerator_halves),
            expected: self.expected.saturating_add(other.expected),
        }
    }
}

impl Sum for Rate {
    fn sum<I: Iterator<Item = Self>>(rates: I) -> Self {
        rates.fold(Self::default(), Add::add)
    }
}

impl<'a> FromIterator<&'a Cell> for Rate {
    fn from_iter<I: IntoIterator<Item = &'a Cell>>(cells: I) -> Self {
        cells.into_iter().map(Self::of).sum()
    }
}

impl TryFrom<Written> for Rate {
    type Error = MoreThanExpected;
    fn try_from(written: Written) -> Result<Self, MoreThanExpected> {
        Self::new(written.numerator_halves, written.expected)
    }
}

impl From<Rate> for Written {
    fn from(rate: Rate) -> Self {
        Self { numerator_halves: rate.numerator_halves, expected: rate.expected }
    }
}
