//! Plan against actual, and where the year leads to at today's pace.

use chrono::{Datelike, NaiveDate};

use super::{Measure, Target};
use crate::period::Year;

/// What has been reached, quarter by quarter, in the measure's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Actual {
    /// `None` where nothing is known: of a count or of money, that is nothing yet.
    pub quarters: [Option<i64>; 4],
    /// Of a rate that records tell, what its quarters are made of; the year's rate is that of all its records.
    shares: Option<[Shares; 4]>,
}

/// Shares of all or nothing: their sum, and how many they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Shares {
    sum: i64,
    number: i64,
}

impl Shares {
    fn and(self, other: Self) -> Self {
        Self { sum: self.sum.saturating_add(other.sum), number: self.number.saturating_add(other.number) }
    }

    /// Rounded half up; `None` of none.
    fn mean(self) -> Option<i64> {
        let Self { sum, number } = self;
        (number > 0).then(|| (2 * sum + number).div_euclid(2 * number))
    }
}

impl Actual {
    /// Counts one more thing of a quarter, 1 to 4. Of a rate, the newest value stands: give them by their days.
    pub fn add(&mut self, measure: Measure, quarter: u32, amount: i64) {
        let index = usize::try_from(quarter).ok().and_then(|quarter| quarter.checked_sub(1));
        let Some(of_quarter) = index.and_then(|index| self.quarters.get_mut(index)) else { return };
        *of_quarter =
            Some(if measure.adds_up() { of_quarter.unwrap_or_default().saturating_add(amount) } else { amount });
    }

    /// Of a rate that records tell: each quarter is the mean of its shares, rounded half up, and so is the year of all of
    /// them. `shares`: the quarter, 1 to 4, what some shares add up to, and how many they are.
    pub fn of_shares(shares: impl Iterator<Item = (u32, i64, i64)>) -> Self {
        let mut sums = [Shares::default(); 4];
        for (quarter, sum, number) in shares {
            let index = usize::try_from(quarter).ok().and_then(|quarter| quarter.checked_sub(1));
            let Some(of_quarter) = index.and_then(|index| sums.get_mut(index)) else { continue };
            *of_quarter = of_quarter.and(Shares { sum, number });
        }
        Self { quarters: sums.map(Shares::mean), shares: Some(sums) }
    }

    /// Whether anything is known of a quarter, 1 to 4.
    pub fn knows(&self, quarter: u32) -> bool {
        let index = usize::try_from(quarter).ok().and_then(|quarter| quarter.checked_sub(1));
        index.and_then(|index| self.quarters.get(index)).is_some_and(Option::is_some)
    }

    /// Up to the end of a quarter, 1 to 4: the sum; of a rate that records tell that of all of them, otherwise the
    /// newest rate.
    pub fn by(&self, measure: Measure, quarter: u32) -> Option<i64> {
        let quarters = usize::try_from(quarter).unwrap_or(4).min(4);
        let of_records = |shares: [Shares; 4]| shares[..quarters].iter().copied().fold(Shares::default(), Shares::and);
        if let Some(share) = self.shares.map(of_records).and_then(Shares::mean) {
            return Some(share);
        }
        let mut known = self.quarters[..quarters].iter().copied().flatten();
        if measure.adds_up() { known.reduce(i64::saturating_add) } else { known.next_back() }
    }

    /// Of the whole year.
    pub fn total(&self, measure: Measure) -> Option<i64> {
        self.by(measure, 4)
    }
}

/// How a target stands on a day of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Of the whole year so far.
    pub actual: i64,
    /// Of the year's plan, in hundredths of a percent, half up; more than was planned is more than 10000.
    pub achieved: u32,
    /// What the plan asks for by the end of the day's quarter.
    pub planned: i64,
    /// Whether anything is known: of a rate, that somebody has told one.
    pub is_known: bool,
    /// What the year leads to at this pace; `None` for a rate, and before the year's second day.
    pub forecast: Option<i64>,
}

impl Progress {
    /// On `today`; after the year it is the year's last day.
    pub fn on(target: &Target, actual: &Actual, year: Year, today: NaiveDate) -> Self {
        let day = today.clamp(year.first_day(), year.last_day());
        let reached = actual.total(target.measure).unwrap_or_default();
        let quarter = (day.month0() / 3) + 1;
        Self {
            actual: reached,
            achieved: share(reached, target.annual),
            planned: target.planned_by(quarter),
            is_known: target.measure.adds_up() || actual.total(target.measure).is_some(),
            forecast: if target.measure.adds_up() { forecast(reached, year, today) } else { None },
        }
    }

    /// Whether it is behind: at today's pace the year does not reach its plan, or the rate is below it. What is not
    /// known is not behind.
    pub fn is_behind(&self, target: &Target) -> bool {
        self.is_known && self.forecast.map_or(self.actual < self.planned, |forecast| forecast < target.annual)
    }
}

/// How many targets have reached, by the end of a quarter, what their split asks for by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnPlan {
    pub on_plan: u32,
    /// All that are asked for anything by then.
    pub of: u32,
}

impl OnPlan {
    /// Of what was reached and what was planned, target by target; what is asked for later only is not counted.
    ///
    /// ```
    /// use hatchboard::annual_target::OnPlan;
    /// let counted = OnPlan::of([(3, 2), (2, 2), (1, 2), (0, 0), (5, 0)]);
    /// assert_eq!(counted, OnPlan { on_plan: 2, of: 3 });
    /// ```
    pub fn of(targets: impl IntoIterator<Item = (i64, i64)>) -> Self {
        let asked = targets.into_iter().filter(|(_, planned)| *planned > 0);
        asked.fold(Self::default(), |sum, (actual, planned)| Self {
            on_plan: sum.on_plan + u32::from(actual >= planned),
            of: sum.of + 1,
        })
    }
}

/// What a year comes to when it goes on as it did until `today`, today not counted: `reached ÷ days passed × days of
/// the year`, rounded half up. After the year, what was reached.
///
/// ```
/// use hatchboard::{annual_target::forecast, period::Year};
/// let year = Year::new(2026).unwrap();
/// let on = |day: &str| forecast(6, year, day.parse().unwrap());
/// assert_eq!(on("2026-07-02"), Some(12)); // 182 of 365 days: 12.03
/// assert_eq!(on("2026-01-01"), None); // no day has passed
/// assert_eq!(on("2027-03-01"), Some(6));
/// ```
pub fn forecast(reached: i64, year: Year, today: NaiveDate) -> Option<i64> {
    let days = (year.last_day() - year.first_day()).num_days() + 1;
    let passed = (today - year.first_day()).num_days().clamp(0, days);
    (passed > 0).then(|| {
        let (reached, days, passed) = (i128::from(reached), i128::from(days), i128::from(passed));
        i64::try_from((2 * reached * days + passed).div_euclid(2 * passed)).unwrap_or(i64::MAX)
    })
}

/// A part of a plan in hundredths of a percent, half up. A plan is at least 1; of less, everything is reached.
fn share(part: i64, plan: i64) -> u32 {
    if plan < 1 {
        return 10_000;
    }
    let (part, plan) = (i128::from(part.max(0)), i128::from(plan));
    u32::try_from((20_000 * part + plan) / (2 * plan)).unwrap_or(u32::MAX)
}
