use std::{iter::Sum, ops::Add};

use super::Rate;

/// How some weeks were filed over all organisations: what the matrix counts of each, together.
///
/// ```
/// use hatchboard::weekly_report::{FiledWeeks, Rate};
/// let week = |on_time, missing| FiledWeeks {
///     expected: on_time + missing,
///     on_time,
///     missing,
///     rate: Rate::new(2 * on_time, on_time + missing).unwrap(),
///     ..FiledWeeks::default()
/// };
/// let month: FiledWeeks = [week(3, 0), week(0, 1)].into_iter().sum();
/// assert_eq!((month.expected, month.rate.basis_points()), (4, Some(7_500)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FiledWeeks {
    /// Reports that were asked for; excused ones are not among them.
    pub expected: u32,
    /// With those that had nothing to report.
    pub on_time: u32,
    pub late: u32,
    pub missing: u32,
    /// Neither filed nor due.
    pub pending: u32,
    pub excused: u32,
    pub activities: u32,
    /// 人次.
    pub attendances: u32,
    /// Of all of them together; no mean of the weeks' rates.
    pub rate: Rate,
}

impl Add for FiledWeeks {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            expected: self.expected.saturating_add(other.expected),
            on_time: self.on_time.saturating_add(other.on_time),
            late: self.late.saturating_add(other.late),
            missing: self.missing.saturating_add(other.missing),
            pending: self.pending.saturating_add(other.pending),
            excused: self.excused.saturating_add(other.excused),
            activities: self.activities.saturating_add(other.activities),
            attendances: self.attendances.saturating_add(other.attendances),
            rate: self.rate + other.rate,
        }
    }
}

impl Sum for FiledWeeks {
    fn sum<I: Iterator<Item = Self>>(weeks: I) -> Self {
        weeks.fold(Self::default(), Add::add)
    }
}
