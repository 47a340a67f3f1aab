//! From one period to another: a week, a month, a quarter, a year, and one step either way.

use chrono::NaiveDate;
use hatchboard::period::{Period, Stretch};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    base::At,
    ui::{stretch, tabs::Tabs},
};

/// The page of a period. The address began with quarters, and takes every kind.
pub(super) fn path(at: &At, within: Stretch) -> String {
    at.path(&format!("/quarters/{within}"))
}

#[component]
pub(super) fn Switch(at: At, within: Stretch) -> AnyView {
    let (language, today) = (at.language(), at.today());
    let to = |one: Stretch| path(&at, one);
    let kinds = stretch::kinds(language, within, today, to);
    let steps = stretch::steps(language, within, offered(today, within), to);
    view! {
        <Tabs label=stretch::by(language) links=kinds />
        <Tabs label=steps_name(language, within) links=steps />
    }
    .into_any()
}

fn steps_name(language: Language, within: Stretch) -> &'static str {
    let words = match within {
        Stretch::Period(Period::Week(_)) => words::switch_week,
        Stretch::Period(Period::Month(_)) => words::switch_month,
        Stretch::Period(Period::Quarter(_)) => words::switch,
        Stretch::Year(_) => words::switch_year,
    };
    words(language)
}

/// The running period of the kind that is shown, and the neighbours of that one, newest first: one step either way, and
/// back to now.
fn offered(today: NaiveDate, shown: Stretch) -> Vec<Stretch> {
    let running = Stretch::around(today).into_iter().find(|one| one.is_like(shown));
    let mut offered: Vec<Stretch> = [shown.next(), shown, shown.previous()].into_iter().chain(running).collect();
    let newest = running.map_or(shown.first_day(), |running| running.first_day().max(shown.first_day()));
    offered.retain(|one| one.first_day() <= newest);
    offered.sort_unstable_by_key(|one| std::cmp::Reverse(one.first_day()));
    offered.dedup();
    offered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_step_either_way_is_offered_and_the_running_period() {
        let today = "2026-04-09".parse().unwrap();
        for (shown, expected) in [
            ("2026-Q1", &["2026-Q2", "2026-Q1", "2025-Q4"][..]),
            ("2026-Q2", &["2026-Q2", "2026-Q1"]),
            ("2026-Q3", &["2026-Q3", "2026-Q2"]),
            ("2024-Q1", &["2026-Q2", "2024-Q2", "2024-Q1", "2023-Q4"]),
            ("2026-W14", &["2026-W15", "2026-W14", "2026-W13"]),
            ("2026-W01", &["2026-W15", "2026-W02", "2026-W01", "2025-W52"]),
            ("2026-04", &["2026-04", "2026-03"]),
            ("2025", &["2026", "2025", "2024"]),
        ] {
            let offered = offered(today, shown.parse().unwrap());
            assert_eq!(offered.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{shown}");
        }
    }
}
