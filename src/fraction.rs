//! Sums of fractions that are rounded once, at their end.

use std::{cmp::Ordering, iter::Sum, ops::Add};

use serde::{Deserialize, Serialize};

/// A sum of fractions, exact: it is kept as its parts, since the least common multiple of forty quantities of up to a
/// million fits into no machine word.
///
/// ```
/// use hatchboard::fraction::Fractions;
/// let mean = (Fractions::of(1, 4) + Fractions::of(4, 7)).over(2); // 23/56
/// assert_eq!(mean.part(10_000), 4_107);
/// assert_eq!(mean.part(700), 288); // 287.5
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Fractions(Vec<(u64, u64)>);

impl Fractions {
    /// `numerator ÷ denominator`; nothing where the denominator is 0.
    pub fn of(numerator: u64, denominator: u64) -> Self {
        Self(if denominator == 0 { Vec::new() } else { vec![(numerator, denominator)] })
    }

    /// The sum divided by a number of at least 1; 0 counts as 1. A denominator times this number has to fit 64 bits.
    #[must_use]
    pub fn over(self, number: u64) -> Self {
        let number = number.max(1);
        Self(self.0.into_iter().map(|(part, of)| (part, of.saturating_mul(number))).collect())
    }

    /// So much of `whole`, rounded half up to a whole number.
    pub fn part(&self, whole: u64) -> u64 {
        let (numerator, denominator) = self.sum();
        // The largest number whose double, less one, still fits: half of a unit more than the share itself.
        let doubled = denominator.times(2);
        let reaches = numerator.times(whole).times(2).plus(&denominator);
        let (mut least, mut most) = (0, self.at_most(whole));
        while least < most {
            let middle = least + (most - least).div_ceil(2);
            if doubled.times(middle).compare(&reaches) == Ordering::Greater {
                most = middle - 1;
            } else {
                least = middle;
            }
        }
        least
    }

    /// Whether it is exactly `part ÷ whole`.
    pub fn is(&self, part: u64, whole: u64) -> bool {
        let (numerator, denominator) = self.sum();
        numerator.times(whole) == denominator.times(part)
    }

    /// Numerator and denominator.
    fn sum(&self) -> (Natural, Natural) {
        self.0.iter().fold((Natural::from(0_u64), Natural::from(1_u64)), |(sum, by), one| {
            let (part, of) = *one;
            (sum.times(of).plus(&by.times(part)), by.times(of))
        })
    }

    /// No less than so much of `whole`.
    fn at_most(&self, whole: u64) -> u64 {
        let ones = self.0.iter().fold(0_u64, |sum, (part, of)| sum.saturating_add(part.div_ceil(*of)));
        whole.saturating_mul(ones)
    }
}

impl Add for Fractions {
    type Output = Self;
    fn add(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl Sum for Fractions {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

/// A whole number of any length, by its 64-bit digits: the lowest first, and none of the highest is 0.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Natural(Vec<u64>);

impl From<u64> for Natural {
    fn from(number: u64) -> Self {
        Self(vec![number]).trimmed()
    }
}

impl Natural {
    fn times(&self, by: u64) -> Self {
        let mut carry = 0_u128;
        let mut digits = Vec::with_capacity(self.0.len() + 1);
        for digit in &self.0 {
            let product = u128::from(*digit) * u128::from(by) + carry;
            digits.push(lower(product));
            carry = product >> 64;
        }
        digits.push(lower(carry));
        Self(digits).trimmed()
    }

    fn plus(&self, other: &Self) -> Self {
        let mut carry = 0_u128;
        let length = self.0.len().max(other.0.len());
        let mut digits = Vec::with_capacity(length + 1);
        let digit = |number: &Self, at: usize| u128::from(number.0.get(at).copied().unwrap_or(0));
        for at in 0..length {
            let sum = digit(self, at) + digit(other, at) + carry;
            digits.push(lower(sum));
            carry = sum >> 64;
        }
        digits.push(lower(carry));
        Self(digits).trimmed()
    }

    fn compare(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }
}

/// The lower 64 bits.
fn lower(number: u128) -> u64 {
    u64::try_from(number & u128::from(u64::MAX)).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sum(of: &[(u64, u64)]) -> Fractions {
        of.iter().map(|(part, of)| Fractions::of(*part, *of)).sum()
    }

    #[test]
    fn a_sum_is_rounded_half_up_once() {
        for (parts, over, whole, expected) in [
            (&[(1, 4), (4, 7)][..], 2, 700, 288),
            (&[(1, 3), (1, 3), (1, 3)][..], 3, 10_000, 3_333),
            (&[(1, 3), (1, 3), (1, 3)][..], 1, 10_000, 10_000),
            (&[(1, 2)][..], 1, 1, 1),
            (&[(49, 100)][..], 1, 1, 0),
            (&[(0, 5)][..], 1, 700, 0),
            (&[][..], 1, 700, 0),
            (&[(1, 0)][..], 1, 700, 0),
        ] {
            assert_eq!(sum(parts).over(over).part(whole), expected, "{parts:?} ÷ {over} × {whole}");
        }
    }

    #[test]
    fn no_number_of_denominators_is_too_many() {
        // Forty neighbours of a million have a common multiple of hundreds of bits. Each share lacks one part,
        // together less than half a hundredth of a percent of all.
        let all: Vec<(u64, u64)> = (0..40).map(|less| 1_000_000 - less).map(|of| (of - 1, of)).collect();
        assert_eq!(sum(&all).over(40).part(10_000), 10_000);
        assert_eq!(sum(&all).over(40).part(1_000_000), 999_999);
    }

    #[test]
    fn what_is_shown_is_told_from_what_counts() {
        assert!(sum(&[(1, 3), (2, 3)]).over(2).is(5_000, 10_000));
        assert!(!sum(&[(1, 4), (4, 7)]).over(2).is(4_107, 10_000));
        assert!(Fractions::default().is(0, 10_000));
    }

    proptest! {
        #[test]
        fn it_is_what_machine_words_come_to_where_they_suffice(
            parts in prop::collection::vec((0_u64..=1_000_000, 1_u64..=1_000_000), 1..=3), over in 1_u64..=40, whole in 0_u64..=100_000,
        ) {
            let by: i128 = parts.iter().map(|(_, of)| i128::from(*of)).product();
            let numerator: i128 = parts.iter().map(|(part, of)| i128::from(*part) * (by / i128::from(*of))).sum();
            let by = by * i128::from(over);
            let expected = (2 * numerator * i128::from(whole) + by) / (2 * by);
            prop_assert_eq!(i128::from(sum(&parts).over(over).part(whole)), expected);
        }

        #[test]
        fn it_does_not_matter_in_which_order_parts_come(
            mut parts in prop::collection::vec((0_u64..=1_000_000, 1_u64..=1_000_000), 0..40), whole in 0_u64..=100_000,
        ) {
            let before = sum(&parts).part(whole);
            parts.reverse();
            prop_assert_eq!(sum(&parts).part(whole), before);
        }
    }
}
