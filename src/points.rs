//! Points of a score, in hundredths: no float ever touches one.

use std::{fmt, iter::Sum, ops::Add, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Points in hundredths, written `4.62`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(i32);

/// A text that is no number of points.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no number of points with at most two decimals")]
pub struct NoPoints(pub String);

impl Points {
    pub const ZERO: Self = Self(0);
    /// What the lines of a scorecard add up to.
    pub const HUNDRED: Self = Self::whole(100);
    /// The most that a text may name.
    pub const MOST: Self = Self::whole(1_000);

    pub const fn hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// Whole points, up to 20 million.
    pub const fn whole(points: i32) -> Self {
        Self(points.saturating_mul(100))
    }

    pub const fn as_hundredths(self) -> i32 {
        self.0
    }

    /// `self × numerator ÷ denominator`, rounded half up to the hundredth; nothing where the denominator is not above 0.
    ///
    /// ```
    /// use hatchboard::points::Points;
    /// assert_eq!(Points::whole(5).part(12, 13).to_string(), "4.62");
    /// assert_eq!(Points::hundredths(1).part(1, 2).to_string(), "0.01"); // half a hundredth
    /// ```
    #[must_use]
    pub fn part(self, numerator: i64, denominator: i64) -> Self {
        if denominator <= 0 {
            return Self::ZERO;
        }
        let (whole, numerator, denominator) = (i128::from(self.0), i128::from(numerator), i128::from(denominator));
        let rounded = (2 * whole * numerator + denominator).div_euclid(2 * denominator);
        Self(i32::try_from(rounded).unwrap_or(if rounded < 0 { i32::MIN } else { i32::MAX }))
    }

    /// How far two scores lie apart.
    #[must_use]
    pub fn apart(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).saturating_abs())
    }

    /// Less by as much, and never below nothing.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).max(0))
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let hundredths = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

/// `4.62`, `4.6` or `5`, from 0 to [`Points::MOST`].
impl FromStr for Points {
    type Err = NoPoints;
    fn from_str(text: &str) -> Result<Self, NoPoints> {
        let wrong = || NoPoints(text.to_owned());
        let digits = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let (whole, fraction) = text.split_once('.').map_or((text, "0"), |(whole, part)| (whole, part));
        if !digits(whole, 4) || !digits(fraction, 2) {
            return Err(wrong());
        }
        let hundredths: i32 = format!("{whole}{fraction:0<2}").parse().map_err(|_| wrong())?;
        Some(Self(hundredths)).filter(|points| *points <= Self::MOST).ok_or_else(wrong)
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn points_are_read_as_they_are_written() {
        for (text, hundredths) in [("0", 0), ("4.62", 462), ("4.6", 460), ("100.00", 10_000), ("1000", 100_000)] {
            assert_eq!(text.parse(), Ok(Points::hundredths(hundredths)), "{text}");
        }
        for text in ["", "-1", "4.625", "4.", ".5", "1000.01", "五", "1e2", "+1", "10000"] {
            assert_eq!(text.parse::<Points>(), Err(NoPoints(text.to_owned())));
        }
        assert_eq!(Points::hundredths(-5).to_string(), "-0.05");
    }

    #[test]
    fn a_part_is_rounded_half_up_once() {
        for (max, numerator, denominator, expected) in
            [(500, 12, 13, 462), (500, 1, 3, 167), (600, 2, 3, 400), (1, 1, 2, 1), (1, 49, 100, 0), (500, 0, 13, 0)]
        {
            let found = Points::hundredths(max).part(numerator, denominator);
            assert_eq!(found.as_hundredths(), expected, "{max} × {numerator} ÷ {denominator}");
        }
        assert_eq!(Points::whole(5).part(1, 0), Points::ZERO, "nothing was due");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(hundredths in 0_i32..=100_000) {
            let points = Points::hundredths(hundredths);
            prop_assert_eq!(points.to_string().parse(), Ok(points));
        }

        #[test]
        fn a_part_of_a_whole_lies_within_it(max in 0_i32..100_000, of in 1_i64..10_000, share in 0_i64..10_000) {
            let part = Points::hundredths(max).part(share.min(of), of);
            prop_assert!(Points::ZERO <= part && part <= Points::hundredths(max));
        }
    }
}
