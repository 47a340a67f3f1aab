//! How the quarter's rhythm was kept, beside the base's sheet: each number leads to the list of its records.

use hatchboard::{
    assessment::{PlansKept, Punctuality, QuarterRhythm, REVIEW_DAYS, ReportsKept},
    period::Week,
};
use leptos::prelude::*;

use super::{here::Here, rhythm_words as words};
use crate::{
    Language,
    monthly_plan::of_base::{CLOSED_LATE, OVERDUE},
    ui::{
        card::{Card, Fact},
        time,
    },
};

/// A number in words, and where its records are.
struct Number {
    words: String,
    href: String,
}

/// What was to be done, and how it was.
struct Line {
    term: String,
    numbers: Vec<Number>,
}

#[component]
pub(super) fn RhythmCard(here: Here, rhythm: QuarterRhythm) -> AnyView {
    let language = crate::ui::language();
    let at = time::minute(rhythm.at, here.base.zone);
    let as_at = if rhythm.at_cut_off { words::at_cut_off(language, at) } else { words::at_now(language, at) };
    let facts = lines(language, &here.base.slug, &rhythm).into_iter().map(|line| {
        let links = line.numbers.into_iter().enumerate().map(|(index, number)| {
            view! {
                {(index > 0).then_some(" · ")}
                <a class="among-words" href=number.href>
                    {number.words}
                </a>
            }
        });
        let links = links.collect_view();
        view! { <Fact term=line.term>{links}</Fact> }
    });
    let facts = facts.collect_view();
    view! {
        <Card title=words::title(language) id="rhythm">
            <p class="soft">{as_at}</p>
            <dl class="facts">{facts}</dl>
        </Card>
    }
    .into_any()
}

/// By the week, by the month, by the quarter, and the look back.
fn lines(language: Language, slug: &str, rhythm: &QuarterRhythm) -> Vec<Line> {
    let quarter = rhythm.quarter;
    let below = |below: String| format!("/b/{slug}{below}");
    let line = |term: &str, kept: Punctuality, href: String| Line {
        term: term.to_owned(),
        numbers: numbers(language, kept, &href),
    };
    let of_reports = |term: &str, kept: ReportsKept, list: &str| {
        let mut line = line(term, kept.filed, below(format!("{list}?quarter={quarter}")));
        line.numbers.extend(some(
            kept.excused,
            |count| words::excused(language, count),
            exceptions(slug, quarter.weeks()),
        ));
        line
    };
    let of_plans = |term: String, kept: &PlansKept, href: String| {
        let mut line = line(&term, kept.submitted, href.clone());
        let excused = exceptions(slug, kept.month.weeks());
        line.numbers.extend(some(kept.excused, |count| words::excused(language, count), excused));
        line.numbers.extend(some(kept.approved, |count| words::approved(language, count), href.clone()));
        line.numbers.extend(results(language, kept.results, &href));
        line
    };
    let reports = below(format!("/reports?quarter={quarter}"));
    let sheets = below(format!("/assessments/{quarter}"));
    let visits = below(format!("/follow-ups?quarter={quarter}&show=all"));
    let mut lines = vec![
        of_reports(words::reports(language), rhythm.reports, "/reports"),
        line(&words::reviews(language, REVIEW_DAYS), rhythm.reviews, reports),
        of_reports(words::own_reports(language), rhythm.own_reports, "/base-reports"),
    ];
    for (kept, own) in rhythm.plans.iter().zip(&rhythm.own_plans) {
        let month = time::month(language, kept.month);
        let plans = below(format!("/plans?month={}", kept.month));
        lines.push(of_plans(words::plans(language, &month), kept, plans));
        lines.push(of_plans(words::own_plan(language, &month), own, below(format!("/plans/{}", own.month))));
    }
    lines.push(line(words::handed_in(language), rhythm.handed_in, sheets.clone()));
    lines.push(line(words::scored(language), rhythm.scored, sheets));
    lines.push(line(words::follow_ups(language), rhythm.follow_ups, visits));
    lines
}

/// What was excused and extended for some weeks, and for the plans of their months.
fn exceptions(slug: &str, mut weeks: impl DoubleEndedIterator<Item = Week>) -> String {
    let first = weeks.next();
    let last = weeks.next_back().or(first);
    let ends = first.zip(last).map(|(first, last)| format!("?from={first}&to={last}"));
    format!("/b/{slug}/exceptions{}", ends.unwrap_or_default())
}

/// Unless there are none.
fn some(count: u32, words: impl Fn(u32) -> String, href: String) -> Option<Number> {
    (count > 0).then(|| Number { words: words(count), href })
}

/// All, and those that were on time; of the others, what there is.
fn numbers(language: Language, kept: Punctuality, href: &str) -> Vec<Number> {
    let number = |words: String| Number { words, href: href.to_owned() };
    let mut numbers = vec![number(words::asked(language, kept.asked()))];
    if kept.asked() > 0 {
        numbers.push(number(words::on_time(language, kept.on_time)));
    }
    numbers.extend(some(kept.late, |count| words::late(language, count), href.to_owned()));
    numbers.extend(some(kept.missing, |count| words::missing(language, count), href.to_owned()));
    numbers.extend(some(kept.open, |count| words::open(language, count), href.to_owned()));
    numbers
}

/// The results of months, where they fell due.
fn results(language: Language, kept: Punctuality, href: &str) -> Vec<Number> {
    // The base's own plan is a page, those of organisations are a list.
    let only = |show: &str| if href.contains('?') { format!("{href}&show={show}") } else { href.to_owned() };
    let of = [
        some(kept.on_time, |count| words::closed(language, count), href.to_owned()),
        some(kept.late, |count| words::closed_late(language, count), only(CLOSED_LATE)),
        some(kept.missing, |count| words::not_closed(language, count), only(OVERDUE)),
    ];
    of.into_iter().flatten().collect()
}
