//! What was answered to each question of a week, on its page and on paper.

use hatchboard::weekly_report::{Content, Field, Help, Report};

use super::words;
use crate::{
    Language,
    ui::number::{grouped, yuan},
};

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) term: &'static str,
    pub(crate) value: String,
    /// Somebody's own words, and not a number or the word of a choice.
    pub(crate) typed: bool,
}

/// In the order of the form; what was not answered is left out.
pub(crate) fn answers(language: Language, report: &Report) -> Vec<Answer> {
    let nothing = report.content == Content::NothingToReport;
    let plain = |of: Field, value: String| Answer { term: words::field(language, of), value, typed: false };
    let typed = |of: Field, value: String| Answer { term: words::field(language, of), value, typed: true };
    let count = |of: Field, value: Option<u32>, unit: &str| {
        value.map(|value| plain(of, format!("{} {unit}", grouped(value.into()))))
    };
    let money = |of: Field, value: Option<i64>| value.map(|cents| plain(of, yuan(language, cents)));
    let text = |of: Field, value: &str| (!value.is_empty()).then(|| typed(of, value.to_owned()));
    let help = match &report.help {
        Help::NotNeeded => plain(Field::HelpKind, words::help_none(language).to_owned()),
        Help::Wanted { kind, what } => {
            typed(Field::HelpKind, words::help_line(language, words::help_kind(language, *kind), what))
        }
    };
    let counted = |value: u32| (!nothing).then_some(value);
    let (times, people) = (words::unit_attendances(language), words::unit_people(language));
    [
        text(Field::Done, &report.done),
        count(Field::ActivitiesCount, counted(report.activities_count), words::unit_times(language)),
        count(Field::Attendances, counted(report.attendances), times),
        Some(help),
        count(Field::Staff, report.staff, people),
        count(Field::Volunteers, report.volunteers, people),
        money(Field::FundsLinked, report.funds_linked_cents),
        money(Field::Income, report.income_cents),
        money(Field::Spending, report.spending_cents),
        text(Field::Problems, &report.problems),
        text(Field::NextWeek, &report.next_week),
    ]
    .into_iter()
    .flatten()
    .collect()
}
