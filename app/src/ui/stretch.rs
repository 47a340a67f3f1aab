//! Weeks, months, quarters and years beside each other: what each is called, and the ways from one to another.

use chrono::NaiveDate;
use hatchboard::period::{Period, Stretch};

pub(crate) use super::words::by;
use super::{tabs::TabLink, time, words};
use crate::Language;

/// The week, the month, the quarter and the year around the one that is shown.
pub fn kinds(language: Language, within: Stretch, today: NaiveDate, path: impl Fn(Stretch) -> String) -> Vec<TabLink> {
    let kind = |one: Stretch| TabLink {
        href: path(one),
        label: kind_name(language, one).to_owned(),
        count: 0,
        current: one.is_like(within),
    };
    Stretch::around(seen_from(within, today)).map(kind).into()
}

/// Others of the kind that is shown, each by its name.
pub fn steps(
    language: Language,
    within: Stretch,
    offered: impl IntoIterator<Item = Stretch>,
    path: impl Fn(Stretch) -> String,
) -> Vec<TabLink> {
    let step = |one: Stretch| TabLink { href: path(one), label: name(language, one), count: 0, current: one == within };
    offered.into_iter().map(step).collect()
}

/// The day around which other kinds are offered: today, or the last day of what is over.
fn seen_from(within: Stretch, today: NaiveDate) -> NaiveDate {
    today.clamp(within.first_day(), within.last_day())
}

fn kind_name(language: Language, stretch: Stretch) -> &'static str {
    let words = match stretch {
        Stretch::Period(Period::Week(_)) => words::by_week,
        Stretch::Period(Period::Month(_)) => words::by_month,
        Stretch::Period(Period::Quarter(_)) => words::by_quarter,
        Stretch::Year(_) => words::by_year,
    };
    words(language)
}

/// `2026年第 15 周`, `April 2026`, `2026-Q2`, `2026 年`
pub fn name(language: Language, stretch: Stretch) -> String {
    match stretch {
        Stretch::Period(Period::Week(week)) => time::week_of_year(language, week),
        Stretch::Period(Period::Month(month)) => time::month(language, month),
        Stretch::Period(Period::Quarter(quarter)) => quarter.to_string(),
        Stretch::Year(year) => words::of_year(language, year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_are_offered_around_today_or_the_last_day_that_is_shown() {
        let today: NaiveDate = "2026-04-09".parse().unwrap();
        for (within, day) in [
            ("2026-Q2", "2026-04-09"),
            ("2026", "2026-04-09"),
            ("2026-Q1", "2026-03-31"),
            ("2025", "2025-12-31"),
            ("2026-05", "2026-05-01"),
        ] {
            assert_eq!(seen_from(within.parse().unwrap(), today).to_string(), day, "{within}");
        }
    }

    #[test]
    fn each_kind_is_offered_once_and_the_one_that_is_shown_is_marked() {
        let today = "2026-04-09".parse().unwrap();
        for (within, current, others) in [
            ("2026-W14", 0, ["2026-W14", "2026-04", "2026-Q2", "2026"]),
            ("2026-03", 1, ["2026-W14", "2026-03", "2026-Q1", "2026"]),
            ("2026-Q2", 2, ["2026-W15", "2026-04", "2026-Q2", "2026"]),
            ("2025", 3, ["2026-W01", "2025-12", "2025-Q4", "2025"]),
        ] {
            let links = kinds(Language::Chinese, within.parse().unwrap(), today, |one| one.to_string());
            let (hrefs, marked): (Vec<&str>, Vec<bool>) =
                links.iter().map(|link| (link.href.as_str(), link.current)).unzip();
            assert_eq!(hrefs, others, "{within}");
            assert_eq!(marked.iter().position(|marked| *marked), Some(current), "{within}");
        }
    }
}
