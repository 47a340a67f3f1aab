//! How a sheet's state and band look, and what a rule's facts say.

use hatchboard::{
    assessment::{Band, By, Facts, Kind, Measure, Measured, State, store::SheetRow},
    points::Points,
    risk::Published,
};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        chart::Sparkline,
        field::Options,
        language, number,
        table::{Column, Table},
        text::joined,
        time,
    },
};

pub(super) fn state_options(language: Language) -> Options {
    State::ALL.iter().map(|state| (state.code().to_owned(), words::state_name(language, *state).to_owned())).collect()
}

pub(super) fn band_options(language: Language) -> Options {
    Band::ALL.iter().map(|band| (band.code().to_owned(), words::band_name(language, *band).to_owned())).collect()
}

pub(super) fn kind_options(language: Language) -> Options {
    let kinds = [Kind::Organisation, Kind::Community, Kind::Base, Kind::Annual];
    kinds.iter().map(|kind| (kind.code().to_owned(), words::kind_name(language, *kind).to_owned())).collect()
}

/// The tone of a state, and the sign that tells it apart without its colour.
pub(crate) fn state_tone(state: State) -> (Tone, &'static str) {
    match state {
        State::Open | State::SelfScored => (Tone::Warn, "?"),
        State::Scored => (Tone::Accent, "→"),
        State::SentBack => (Tone::Bad, "↩"),
        State::Confirmed => (Tone::Good, "✓"),
        State::Published => (Tone::Accent, "◎"),
        State::Sealed => (Tone::Calm, "■"),
    }
}

/// As [`state_tone`], of a band.
pub(crate) fn band_tone(band: Band) -> (Tone, &'static str) {
    match band {
        Band::Excellent => (Tone::Good, "★"),
        Band::Good => (Tone::Good, "✓"),
        Band::Pass => (Tone::Warn, "○"),
        Band::Fail => (Tone::Bad, "✕"),
    }
}

#[component]
pub(super) fn StateBadge(state: State, rated: bool) -> AnyView {
    let language = language();
    if !rated {
        return view! { <Badge tone=Tone::Calm sign="–" word=words::not_rated(language) /> }.into_any();
    }
    let (tone, sign) = state_tone(state);
    view! { <Badge tone=tone sign=sign word=words::state_name(language, state) /> }.into_any()
}

#[component]
pub(super) fn BandBadge(band: Option<Band>) -> AnyView {
    let badge = band.map(|band| {
        let (tone, sign) = band_tone(band);
        view! { <Badge tone=tone sign=sign word=words::band_name(language(), band) /> }
    });
    badge.into_any()
}

/// How a subject's total went until its sheet, in a line as small as a word.
pub(super) fn went(row: &SheetRow, before: &[Published]) -> AnyView {
    let language = language();
    let earlier = before.iter().map(|one| (one.quarter.to_string(), Some(one.total)));
    let all: Vec<(String, Option<Points>)> = earlier.chain([(row.occasion.to_string(), row.total)]).collect();
    let told = all.iter().filter_map(|(quarter, total)| Some(format!("{quarter} {}", (*total)?)));
    let said = words::went_said(language, joined(language, told));
    let values: Vec<Option<i64>> =
        all.iter().map(|(_, total)| total.map(|total| total.as_hundredths().into())).collect();
    view! { <Sparkline said=said values=values from=0 to=10_000 /> }.into_any()
}

/// Whom a sheet waits for, and how long; nothing at its end.
pub(super) fn waits(row: &SheetRow) -> String {
    let request = Request::current();
    if !row.rated {
        return String::new();
    }
    waits_for(row.state, row.of_base, request.language, &time::length(request.language, request.now - row.since))
}

/// The same in words, for a length of time in words.
pub(super) fn waits_for(state: State, of_base: bool, language: Language, length: &str) -> String {
    match (state.waits_for(), of_base) {
        (Some(By::Subject), false) => words::waits_subject(language, length),
        (Some(By::Subject), true) | (Some(By::Scorer), false) => words::waits_operator(language, length),
        (Some(By::Scorer), true) | (Some(By::Checker), _) => words::waits_bureau(language, length),
        (Some(By::Program) | None, _) => String::new(),
    }
}

/// What a rule found, in words and numbers.
pub(crate) fn facts_words(language: Language, facts: &Facts) -> String {
    match facts {
        Facts::NothingDue => words::nothing_due(language).to_owned(),
        Facts::NotBegun => words::not_begun(language).to_owned(),
        Facts::Weeks { expected, on_time, late, missing } => words::weeks(language, expected, on_time, late, missing),
        Facts::Plans { months } => {
            let month = |month: &hatchboard::assessment::PlanMonth| {
                let name = time::month(language, month.month);
                if month.planned {
                    words::month_done(language, name, number::percent(month.basis_points.into()))
                } else {
                    words::month_without(language, name)
                }
            };
            words::plan_months(language, joined(language, months.iter().map(month)))
        }
        Facts::Measures { measures } => joined(language, measures.iter().map(|one| measure_words(language, *one))),
        Facts::Attended { attended, invited } => words::attended(language, attended, invited),
        Facts::OnTime { on_time, due } => words::on_time_of(language, on_time, due),
        Facts::Quarters { quarters } if quarters.is_empty() => words::no_quarters(language).to_owned(),
        // Each is a link of its own.
        Facts::Quarters { .. } => String::new(),
    }
}

fn measure_words(language: Language, measure: Measure) -> String {
    let amount = |amount: i64| match measure.what {
        Measured::FundsReceived => number::grouped(amount / 100),
        _ => number::grouped(amount),
    };
    let what = words::measured_name(language, measure.what);
    if measure.planned > 0 {
        words::measured(language, what, amount(measure.actual), amount(measure.planned))
    } else {
        words::not_planned(language, what, amount(measure.actual))
    }
}

/// Points, or a dash where there are none.
pub(crate) fn shown(points: Option<Points>) -> String {
    points.map_or_else(|| "–".to_owned(), |points| points.to_string())
}

/// A sheet in a short list: where it is, and what it is called there.
#[derive(Debug, Clone)]
pub struct Brief {
    pub href: String,
    pub name: String,
    pub row: SheetRow,
}

/// A short list of sheets, by what stands in their first column.
#[component]
pub(super) fn BriefSheets(caption: &'static str, first: &'static str, rows: Vec<Brief>) -> AnyView {
    let language = language();
    let line = |Brief { href, name, row }: Brief| {
        let waits = waits(&row);
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{name}</a>
                </td>
                <td data-label=words::state(language)>
                    <StateBadge state=row.state rated=row.rated />
                </td>
                <td class="number" data-label=words::total(language)>
                    {row.total.map(|total| total.to_string())}
                </td>
                <td data-label=words::band(language)>
                    <BandBadge band=row.band />
                </td>
                <td data-label=words::waits(language)>{waits}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(line).collect_view();
    view! {
        <Table caption=caption>
            <thead>
                <tr>
                    <Column label=first />
                    <Column label=words::state(language) />
                    <Column label=words::total(language) numeric=true />
                    <Column label=words::band(language) />
                    <Column label=words::waits(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
