//! A number beside that of the period before: in words, and with a sign, never by a colour alone.

use std::cmp::Ordering;

use hatchboard::{
    period::{Period, Stretch},
    points::Points,
};

use super::words;
use crate::{
    Language,
    ui::number::{grouped, percent, points, yuan_in_summary},
};

/// What a period's numbers are compared with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    language: Language,
    /// `上季`, `in the quarter before`
    than: &'static str,
}

impl Beside {
    pub(super) fn of(language: Language, within: Stretch) -> Self {
        let than = match within {
            Stretch::Period(Period::Week(_)) => words::week_before,
            Stretch::Period(Period::Month(_)) => words::month_before,
            Stretch::Period(Period::Quarter(_)) => words::quarter_before,
            Stretch::Year(_) => words::year_before,
        };
        Self { language, than: than(language) }
    }

    /// `▲ 比上季的 82.00 高 2.30`; empty where one of them is not known.
    pub(super) fn points(self, now: Option<Points>, before: Option<Points>) -> String {
        let hundredths = |points: Option<Points>| points.map(|points| points.as_hundredths().into());
        let told = |hundredths: i64| points(i32::try_from(hundredths).unwrap_or(i32::MAX));
        self.higher_or_lower(hundredths(now), hundredths(before), told, told)
    }

    /// Of basis points: `▼ 比上月的 90.0% 低 1.5 个百分点`
    pub(super) fn rate(self, now: Option<u16>, before: Option<u16>) -> String {
        let apart = |rate: i64| words::percentage_points(self.language, percent(rate).trim_end_matches('%'));
        self.higher_or_lower(now.map(i64::from), before.map(i64::from), percent, apart)
    }

    /// `▲ 比上周的 3 多 2`
    pub(super) fn count(self, now: u64, before: u64) -> String {
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        self.more_or_fewer(number(now), number(before), grouped)
    }

    /// Of cents: `▲ 比上年的 10.00 万元 多 0.50 万元`
    pub(super) fn yuan(self, now: i64, before: i64) -> String {
        self.more_or_fewer(now, before, |cents| yuan_in_summary(self.language, cents))
    }

    fn higher_or_lower(
        self,
        now: Option<i64>,
        before: Option<i64>,
        told: impl Fn(i64) -> String,
        apart: impl Fn(i64) -> String,
    ) -> String {
        let Some((now, before)) = now.zip(before) else { return String::new() };
        let (language, than, was) = (self.language, self.than, told(before));
        match now.cmp(&before) {
            Ordering::Greater => words::higher(language, than, was, apart(now - before)),
            Ordering::Less => words::lower(language, than, was, apart(before - now)),
            Ordering::Equal => words::level(language, than),
        }
    }

    fn more_or_fewer(self, now: i64, before: i64, told: impl Fn(i64) -> String) -> String {
        let (language, than, was) = (self.language, self.than, told(before));
        match now.cmp(&before) {
            Ordering::Greater => words::more(language, than, was, told(now - before)),
            Ordering::Less => words::fewer(language, than, was, told(before - now)),
            Ordering::Equal => words::level(language, than),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    fn of(language: Language, within: &str) -> Beside {
        Beside::of(language, within.parse().unwrap())
    }

    #[test]
    fn both_numbers_are_told_with_a_sign_and_in_words() {
        let (now, before) = (Some(Points::hundredths(8_430)), Some(Points::whole(82)));
        for (said, expected) in [
            (of(Chinese, "2026-Q1").points(now, before), "▲ 比上季的 82.00 高 2.30"),
            (of(Chinese, "2026-Q1").points(before, now), "▼ 比上季的 84.30 低 2.30"),
            (of(English, "2026-Q1").points(now, before), "▲ 2.30 above 82.00 in the quarter before"),
            (of(Chinese, "2026-Q1").points(now, now), "＝ 与上季持平"),
            (of(Chinese, "2026-Q1").points(now, None), ""),
            (of(Chinese, "2026-04").rate(Some(8_850), Some(9_000)), "▼ 比上月的 90.0% 低 1.5 个百分点"),
            (of(English, "2026-04").rate(None, Some(9_000)), ""),
            (of(Chinese, "2026-W15").count(5, 3), "▲ 比上周的 3 多 2"),
            (of(English, "2026-W15").count(0, 1_200), "▼ 1,200 fewer than 1,200 in the week before"),
            (of(English, "2026-W15").count(3, 3), "= as in the week before"),
            (of(Chinese, "2026").yuan(10_500_000, 10_000_000), "▲ 比上年的 10.00 万元 多 0.50 万元"),
        ] {
            assert_eq!(said, expected);
        }
    }
}
