//! How lines become a total.

use serde::{Deserialize, Serialize};

use super::{Band, Line, Scorecard};
use crate::points::Points;

/// All lines of a sheet do not apply: there is no assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no line of the sheet applies")]
pub struct NothingApplies;

/// A total with its working (domain: *Scorecards*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// Of the lines that apply, unscaled.
    pub points: Points,
    /// What those lines are worth.
    pub of: Points,
    /// Rescaled to a hundred, half up; the same as `points` where every line applies.
    pub scaled: Points,
    /// Within their caps.
    pub bonus: Points,
    pub deductions: Points,
    /// Kept within 0 and 100.
    pub total: Points,
    /// Fails where there is a veto, whatever the number.
    pub band: Band,
    /// Lines that apply and have no points yet: the total is provisional while there are any.
    pub open: u32,
}

impl Sum {
    /// `scaled + bonus − deductions`. `rectifications`: those that were not closed in time. It does not matter in which
    /// order the lines come.
    ///
    /// # Errors
    /// [`NothingApplies`].
    pub fn of(
        card: &Scorecard,
        lines: &[Line],
        bonus: Points,
        rectifications: u32,
        vetoed: bool,
    ) -> Result<Self, NothingApplies> {
        let applying = || lines.iter().filter(|line| line.applies());
        let of: Points = applying().map(|line| line.indicator.max).sum();
        if of <= Points::ZERO {
            return Err(NothingApplies);
        }
        let points: Points = applying().filter_map(Line::points).sum();
        let open = applying().filter(|line| line.points().is_none()).count();
        let scaled = Points::HUNDRED.part(points.as_hundredths().into(), of.as_hundredths().into());
        let bonus = bonus.clamp(Points::ZERO, card.bonus_cap);
        let deductions = card.per_rectification.part(rectifications.into(), 1).min(card.deduction_cap);
        let total = (scaled + bonus).less(deductions).min(Points::HUNDRED);
        let band = if vetoed { Band::Fail } else { card.bands.of(total) };
        Ok(Self { points, of, scaled, bonus, deductions, total, band, open: u32::try_from(open).unwrap_or(u32::MAX) })
    }

    /// What the lines were worth where not all of them applied.
    pub fn rescaled_from(&self) -> Option<Points> {
        (self.of != Points::HUNDRED).then_some(self.of)
    }
}
