//! The base's own report as it begins: sentences made of what its organisations filed. The operator edits
//! them; no number of them is counted again.

use hatchboard::weekly_report::{Draft, HelpNeeded, Summary, Told};

use super::words;
use crate::{Language, ui::number::percent, weekly_report::words::help_kind};

/// As much as a text of the report may hold, with room for what the operator adds.
const ROOM: usize = 1_600;

/// The draft that a summary begins.
pub fn begin(language: Language, summary: &Summary) -> Draft {
    summary.begin(done(language, summary), problems(language, summary))
}

/// What the organisations did, in sentences and then one by one.
fn done(language: Language, summary: &Summary) -> String {
    let asked = summary.rate.expected() + summary.pending;
    let filed = summary.on_time + summary.late;
    let mut lines = vec![match summary.rate.basis_points() {
        Some(points) => words::begin_filed_with_rate(language, asked, filed, percent(points.into())),
        None => words::begin_filed(language, asked, filed),
    }];
    if summary.on_time_nothing > 0 {
        lines.push(words::begin_nothing(language, summary.on_time_nothing));
    }
    lines.push(words::begin_activities(language, summary.activities, summary.attendances));
    if !summary.silent.is_empty() {
        lines.push(words::begin_silent(language, summary.silent.join(words::and(language))));
    }
    with_told(language, lines, &summary.done)
}

/// Their problems, and what help they need.
fn problems(language: Language, summary: &Summary) -> String {
    let help = summary.help_needed.iter().map(|needed| needed_line(language, needed));
    let lines: Vec<String> = if summary.help_needed.is_empty() {
        Vec::new()
    } else {
        std::iter::once(words::begin_help(language, summary.help_needed.len())).chain(help).collect()
    };
    with_told(language, lines, &summary.problems)
}

fn needed_line(language: Language, needed: &HelpNeeded) -> String {
    words::begin_help_line(language, &needed.name, help_kind(language, needed.kind), &needed.what)
}

/// Adds a line for each that fits, and says how many more there are.
fn with_told(language: Language, mut lines: Vec<String>, told: &[Told]) -> String {
    let mut used: usize = lines.iter().map(|line| line.chars().count() + 1).sum();
    for (n, one) in told.iter().enumerate() {
        let line = words::begin_told(language, &one.name, one.text.replace('\n', " "));
        used += line.chars().count() + 1;
        if used > ROOM {
            lines.push(words::begin_more(language, told.len() - n));
            break;
        }
        lines.push(line);
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use hatchboard::weekly_report::{Cell, Content, Help, HelpKind, OrganisationWeek, Report};
    use uuid::Uuid;

    use super::*;

    fn report(done: &str, help: Help) -> Report {
        Report {
            progress: std::collections::BTreeMap::new(),
            content: Content::Report,
            done: done.to_owned(),
            activities_count: 2,
            attendances: 40,
            help,
            activities: Vec::new(),
            staff: None,
            volunteers: None,
            funds_linked_cents: None,
            income_cents: None,
            spending_cents: None,
            problems: String::new(),
            next_week: String::new(),
        }
    }

    fn week(name: &str, cell: Cell, report: Option<Report>) -> OrganisationWeek {
        OrganisationWeek { organisation: Uuid::now_v7(), name: name.to_owned(), cell, report }
    }

    fn summary(weeks: &[OrganisationWeek]) -> Summary {
        Summary::of("2026-W47".parse().unwrap(), weeks)
    }

    #[test]
    fn the_beginning_counts_and_names_who_is_silent() {
        let summary = summary(&[
            week("晨曦", Cell::OnTime, Some(report("入户探访", Help::NotNeeded))),
            week("暖阳", Cell::Missing, None),
        ]);
        let draft = begin(Language::Chinese, &summary);
        for part in ["应报 2 家", "已报 1 家", "50.0%", "2 场", "40 人次", "未报：暖阳", "晨曦：入户探访"]
        {
            assert!(draft.done.contains(part), "{part} in {}", draft.done);
        }
    }

    #[test]
    fn help_that_organisations_need_stands_among_the_problems() {
        let help = Help::Wanted { kind: HelpKind::Training, what: "记账培训".to_owned() };
        let draft = begin(Language::Chinese, &summary(&[week("晨曦", Cell::OnTime, Some(report("a", help)))]));
        assert!(draft.problems.contains("晨曦（能力培训）：记账培训"), "{}", draft.problems);
    }

    #[test]
    fn no_number_of_an_organisation_becomes_the_bases_own() {
        let draft =
            begin(Language::Chinese, &summary(&[week("晨曦", Cell::OnTime, Some(report("a", Help::NotNeeded)))]));
        assert_eq!((draft.activities_count.as_str(), draft.attendances.as_str()), ("", ""));
        assert!(draft.activities.is_empty());
    }

    #[test]
    fn a_beginning_leaves_room_whatever_was_told() {
        let long = "一二三四五六七八九十".repeat(30);
        let weeks: Vec<_> =
            (0..200).map(|n| week(&format!("机构{n}"), Cell::OnTime, Some(report(&long, Help::NotNeeded)))).collect();
        let draft = begin(Language::Chinese, &summary(&weeks));
        assert!(draft.done.chars().count() <= Report::LONGEST_TEXT);
        assert!(draft.done.ends_with("家，详见各机构周汇报。"), "{}", draft.done);
    }
}
