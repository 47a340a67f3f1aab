//! A number beside that of the period before: in words, and with a sign, never by a colour alone; without words where the
//! period before tells nothing.

use std::cmp::Ordering;

use hatchboard::{
    period::{Period, Stretch},
    points::Points,
    weekly_report::Rate,
};

use super::words;
use crate::{
    Language,
    ui::{
        number::{grouped, percent, points, yuan_in_summary},
        text::joined,
    },
};

/// A number of the period before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// What somebody entered as it happened, or later.
    Entered(i64),
    /// Out of so many that were due.
    OfDue(u32),
}

impl Before {
    /// Whether it can be compared with. Nothing can where nothing was due, or where the base did not use the program yet;
    /// what was entered of that time later can.
    fn tells(self, in_use: bool) -> bool {
        match self {
            Self::Entered(number) => in_use || number > 0,
            Self::OfDue(due) => in_use && due > 0,
        }
    }
}

/// What a period's numbers are compared with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    language: Language,
    /// `上季`, `in the quarter before`
    than: &'static str,
    /// The base used the program by the end of the period before.
    in_use: bool,
}

impl Beside {
    pub(super) fn of(language: Language, within: Stretch, in_use: bool) -> Self {
        let than = match within {
            Stretch::Period(Period::Week(_)) => words::week_before,
            Stretch::Period(Period::Month(_)) => words::month_before,
            Stretch::Period(Period::Quarter(_)) => words::quarter_before,
            Stretch::Year(_) => words::year_before,
        };
        Self { language, than: than(language), in_use }
    }

    /// `▲ 比上季的 82.00 高 2.30`; empty where one of them is not known.
    pub(super) fn points(self, now: Option<Points>, before: Option<Points>) -> String {
        let hundredths = |points: Option<Points>| points.map(|points| points.as_hundredths().into());
        let told = |hundredths: i64| points(i32::try_from(hundredths).unwrap_or(i32::MAX));
        self.higher_or_lower(hundredths(now), hundredths(before), told, told)
    }

    /// Of what was asked for.
    pub(super) fn filed(self, now: Rate, before: Rate) -> String {
        let was = before.basis_points().filter(|_| Before::OfDue(before.expected()).tells(self.in_use));
        self.rate(now.basis_points(), was)
    }

    /// Of basis points, where both are known: `▼ 比上月的 90.0% 低 1.5 个百分点`
    pub(super) fn rate(self, now: Option<u16>, before: Option<u16>) -> String {
        let apart = |rate: i64| words::percentage_points(self.language, percent(rate).trim_end_matches('%'));
        self.higher_or_lower(now.map(i64::from), before.map(i64::from), percent, apart)
    }

    /// Of what is entered: `▲ 比上周的 3 多 2`
    pub(super) fn count(self, now: u32, before: u32) -> String {
        self.more_or_fewer(now.into(), Before::Entered(before.into()), before.into(), grouped)
    }

    /// Of what was due, or rests on it; so much was due in the period before.
    pub(super) fn of_due(self, now: u32, before: u32, due: u32) -> String {
        self.more_or_fewer(now.into(), Before::OfDue(due), before.into(), grouped)
    }

    /// Of cents that are entered: `▲ 比上年的 10.00 万元 多 0.50 万元`
    pub(super) fn yuan(self, now: i64, before: i64) -> String {
        self.more_or_fewer(now, Before::Entered(before), before, |cents| yuan_in_summary(self.language, cents))
    }

    /// What else is told of a number, then what it is compared with.
    pub(super) fn after(self, told: String, compared: String) -> String {
        joined(self.language, [told, compared].into_iter().filter(|part| !part.is_empty()))
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

    fn more_or_fewer(self, now: i64, kind: Before, before: i64, told: impl Fn(i64) -> String) -> String {
        if !kind.tells(self.in_use) {
            return String::new();
        }
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
        Beside::of(language, within.parse().unwrap(), true)
    }

    #[test]
    fn what_tells_nothing_is_not_compared_with() {
        for (before, in_use, tells) in [
            (Before::Entered(4), true, true),
            // The base was there, and nothing happened.
            (Before::Entered(0), true, true),
            (Before::Entered(0), false, false),
            // Entered later.
            (Before::Entered(4), false, true),
            (Before::OfDue(3), true, true),
            (Before::OfDue(0), true, false),
            // Nobody could file it.
            (Before::OfDue(3), false, false),
            (Before::OfDue(0), false, false),
        ] {
            assert_eq!(before.tells(in_use), tells, "{before:?}, in use: {in_use}");
        }
    }

    #[test]
    fn nothing_is_said_beside_a_period_that_tells_nothing() {
        let (all, none, nothing_due) = (Rate::new(6, 3).unwrap(), Rate::new(0, 3).unwrap(), Rate::new(0, 0).unwrap());
        let used = of(Chinese, "2026-W15");
        let unused = Beside { in_use: false, ..used };
        for (said, expected) in [
            (used.filed(all, none), "▲ 比上周的 0.0% 高 100.0 个百分点"),
            (used.filed(all, nothing_due), ""),
            (unused.filed(all, none), ""),
            (used.of_due(2, 0, 3), "▲ 比上周的 0 多 2"),
            (used.of_due(2, 0, 0), ""),
            (unused.of_due(2, 3, 3), ""),
            (unused.count(2, 0), ""),
            (unused.count(0, 0), ""),
            (unused.count(2, 3), "▼ 比上周的 3 少 1"),
            (unused.yuan(10_000, 0), ""),
            (used.after("2 家机构".to_owned(), String::new()), "2 家机构"),
            (used.after("2 家机构".to_owned(), used.count(3, 3)), "2 家机构，＝ 与上周持平"),
        ] {
            assert_eq!(said, expected);
        }
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
