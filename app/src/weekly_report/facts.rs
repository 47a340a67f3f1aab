//! The three separate facts of a week, as badges: expected or not, how timely, what it says. And the rate of many.

use hatchboard::weekly_report::{Cell, Content, Expectation, Rate, State, Why, store::WeekFacts};
use leptos::prelude::*;

use super::{cell, words};
use crate::{
    Language,
    ui::{
        badge::{Badge, Tone},
        language,
        number::percent,
    },
};

/// Whether a report was expected, and why not.
pub fn expectation(language: Language, expectation: &Expectation) -> String {
    match expectation {
        Expectation::Expected { .. } => words::expected(language).to_owned(),
        Expectation::NotExpected(Why::Excused(excuse)) => cell::word(language, &Cell::Excused(excuse.clone())),
        Expectation::NotExpected(why) => cell::word(language, &Cell::NotExpected(why.clone())),
    }
}

/// How timely it was: tone, sign and word. Nothing where none was expected.
pub fn timeliness(language: Language, facts: &WeekFacts) -> Option<(Tone, &'static str, String)> {
    let expected = matches!(facts.expectation, Expectation::Expected { .. });
    expected.then(|| cell::timely(language, facts.judgement.timeliness))
}

/// Expected or not.
#[component]
pub fn ExpectationBadge(facts: WeekFacts) -> AnyView {
    let expected = matches!(facts.expectation, Expectation::Expected { .. });
    let sign = if expected { "●" } else { "–" };
    view! { <Badge tone=Tone::Calm sign=sign word=expectation(language(), &facts.expectation) /> }.into_any()
}

/// How timely.
#[component]
pub fn TimelinessBadge(facts: WeekFacts) -> AnyView {
    let language = language();
    let uncounted = matches!(facts.cell, Cell::Late { counts: false, .. });
    timeliness(language, &facts)
        .map(|(tone, sign, word)| {
            view! {
                <Badge tone=tone sign=sign word=word />
                {uncounted.then(|| view! { <span class="soft">{words::late_not_counted(language)}</span> })}
            }
        })
        .into_any()
}

/// What it says.
#[component]
pub fn ContentBadge(facts: WeekFacts) -> AnyView {
    facts
        .content
        .map(|content| {
            let sign = if content == Content::NothingToReport { "0" } else { "≡" };
            view! { <Badge tone=Tone::Calm sign=sign word=words::content(language(), content) /> }
        })
        .into_any()
}

/// Where it stands between author and reviewer.
#[component]
pub fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Draft => (Tone::Calm, "✎"),
        State::Submitted => (Tone::Accent, "→"),
        State::Accepted => (Tone::Good, "✓"),
        State::Returned => (Tone::Warn, "↩"),
        State::Withdrawn => (Tone::Calm, "↺"),
    };
    view! { <Badge tone=tone sign=sign word=words::state(language(), state) /> }.into_any()
}

/// The rate over some weeks, with its working: `(按时 11 + 迟报 2 × ½)÷ 应报 13 = 92.3%`.
pub fn rate(language: Language, cells: &[Cell]) -> (Option<String>, String) {
    let rate: Rate = cells.iter().collect();
    let Some(points) = rate.basis_points() else { return (None, words::rate_none(language).to_owned()) };
    let late = cells.iter().filter(|cell| matches!(cell, Cell::Late { counts: true, .. })).count();
    let on_time = cells.iter().filter(|cell| matches!(cell, Cell::OnTime | Cell::OnTimeNothing)).count();
    let figure = percent(points.into());
    let working = words::rate_working(language, on_time, late, rate.expected(), &figure);
    (Some(figure), working)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_shows_its_working() {
        let late = Cell::Late { minutes: 5, counts: true };
        let cells: Vec<Cell> =
            [vec![Cell::OnTime; 10], vec![Cell::OnTimeNothing, late.clone(), late, Cell::Pending]].concat();
        let (figure, working) = rate(Language::Chinese, &cells);
        assert_eq!(figure.as_deref(), Some("92.3%"));
        assert_eq!(working, "（按时 11 + 迟报 2 × ½）÷ 应报 13 = 92.3%");
    }

    #[test]
    fn where_nothing_was_expected_there_is_no_rate() {
        assert_eq!(rate(Language::English, &[Cell::Pending]), (None, "No week has been expected yet.".to_owned()));
    }
}
