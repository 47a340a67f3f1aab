//! Where a value lies on an axis.

/// A straight axis, in whole units of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// The values at its ends.
    pub from: i64,
    pub to: i64,
    /// Where these lie.
    pub low: i64,
    pub high: i64,
}

impl Scale {
    /// To the nearest unit; what lies beyond an end lies at it.
    pub(super) fn at(self, value: i64) -> i64 {
        let span = self.to - self.from;
        if span <= 0 {
            return self.low;
        }
        let along = (self.high - self.low) * (value.clamp(self.from, self.to) - self.from);
        self.low + (2 * along + span).div_euclid(2 * span)
    }
}

/// Lines of an axis that begins at nothing and reaches `most`: at most five steps of 1, 2 or 5 of a power of ten.
pub(super) fn steps(most: i64) -> Vec<i64> {
    let powers = std::iter::successors(Some(1_i64), |power| power.checked_mul(10));
    let step = powers.flat_map(|power| [1, 2, 5].map(|one| power.saturating_mul(one))).find(|step| most <= step * 5);
    let step = step.unwrap_or(most.max(1));
    let upper = (most.max(1) + step - 1) / step;
    (0..=upper).map(|number| number * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const UP: Scale = Scale { from: 0, to: 100, low: 190, high: 28 };

    #[test]
    fn a_value_lies_between_the_ends() {
        for (value, at) in [(0, 190), (50, 109), (100, 28), (-5, 190), (105, 28)] {
            assert_eq!(UP.at(value), at, "{value}");
        }
        assert_eq!(Scale { from: 3, to: 3, low: 0, high: 9 }.at(3), 0);
    }

    #[test]
    fn an_axis_counts_as_people_do() {
        for (most, expected) in [
            (0, &[0, 1][..]),
            (1, &[0, 1]),
            (4, &[0, 1, 2, 3, 4]),
            (7, &[0, 2, 4, 6, 8]),
            (23, &[0, 5, 10, 15, 20, 25]),
            (1_500, &[0, 500, 1_000, 1_500]),
        ] {
            assert_eq!(steps(most), expected, "{most}");
        }
    }

    #[test]
    fn an_axis_reaches_what_it_shows_in_few_steps() {
        for most in 1..5_000 {
            let steps = steps(most);
            let upper = *steps.last().unwrap();
            assert!(upper >= most && upper - most < steps[1] && steps.len() <= 6, "{most}: {steps:?}");
        }
    }
}
