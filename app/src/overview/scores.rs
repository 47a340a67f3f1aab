//! What the quarter's sheets came to, beside the quarter before.

use hatchboard::{
    assessment::{
        Move, Occasion, State,
        store::{Moved, OfBase as BaseQuarter, Overview, RoundRow},
    },
    follow_up::store::Findings,
    period::Quarter,
    points::Points,
    weekly_report::Rate,
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{beside::Beside, words};
use crate::{
    assessment::{sheet_path, state_name, state_tone},
    base::At,
    ui::{
        badge::Tone,
        card::{Card, DueCard, DueCards},
        chart::{self, ColumnChart, ColumnPart, LineChart, LinePoint, Part, PartsBar},
        number::{percent, points},
        table::{Column, ShortTable},
        text::joined,
    },
};

/// The page of a sheet of the quarter.
pub(super) fn sheet(at: &At, found: &Overview, subject: Uuid) -> String {
    sheet_path(&at.base.slug, at.base.id, subject, Occasion::from(found.quarter))
}

pub(super) fn hundredths(points: Option<Points>) -> Option<i64> {
    points.map(|points| points.as_hundredths().into())
}

pub(super) fn dash() -> String {
    "–".to_owned()
}

pub(super) fn rate(basis_points: Option<u16>) -> String {
    basis_points.map_or_else(dash, |points| percent(points.into()))
}

/// What a number of a table is compared with, below it.
pub(super) fn note(words: String) -> Option<AnyView> {
    (!words.is_empty()).then(|| view! { <small class="soft beside">{words}</small> }.into_any())
}

/// What a minute is enough for.
#[component]
pub(super) fn Figures(
    at: At,
    found: Overview,
    filed: Rate,
    /// Of the quarter before.
    filed_before: Rate,
    visits: Findings,
    visits_before: Findings,
) -> AnyView {
    let language = at.language();
    let quarter = found.quarter;
    // Whoever filed or was rated in the quarter before used the program.
    let in_use = filed_before.numerator_halves() > 0 || found.before.sheets > 0;
    let beside = Beside::of(language, quarter.into(), in_use);
    let mean = found.now.mean.map_or_else(dash, |mean| mean.to_string());
    let moved = beside.points(found.now.mean, found.before.mean);
    let mean_note = if moved.is_empty() { words::mean_note(language, found.now.sheets) } else { moved };
    let passed = found.now.passed();
    let passed_note = beside.rate(passed, found.before.passed());
    let (own, own_before) = own_points(&found);
    let own_figure = own.map_or_else(dash, |own| own.to_string());
    let own_note = match own {
        None => words::own_none(language).to_owned(),
        Some(_) => beside.points(own, own_before),
    };
    let weekly = beside.filed(filed, filed_before);
    let (made, of) = (visits.on_time, visits.due);
    let visited = if of == 0 { dash() } else { format!("{made}/{of}") };
    let compared = || beside.of_due(made, visits_before.on_time, visits_before.due);
    let visits_note = match (of, visits.missed) {
        (0, _) => words::visits_none(language).to_owned(),
        (_, 0) => compared(),
        (_, missed) => beside.after(words::visits_note(language, missed), compared()),
    };
    let totals = at.path(&match found.round {
        Some(_) => format!("/assessments/{quarter}?order=total"),
        None => "/assessments".to_owned(),
    });
    let weeks = at.path(&format!("/reports?quarter={quarter}"));
    let follow_ups = at.path(&format!("/follow-ups?quarter={quarter}&show=all"));
    let visits_tone = if visits.missed > 0 { Tone::Bad } else { Tone::Calm };
    let itself = if found.of_base.iter().any(|one| one.quarter == quarter) {
        sheet(&at, &found, at.base.id)
    } else {
        at.path("/assessments")
    };
    view! {
        <DueCards label=words::figures(language)>
            <DueCard href=totals.clone() figure=mean label=words::mean(language) note=mean_note />
            <DueCard href=totals figure=rate(passed) label=words::passed(language) note=passed_note />
            <DueCard
                href=itself
                figure=own_figure
                label=words::own(language)
                note=own_note
            />
            <DueCard
                href=weeks
                figure=rate(filed.basis_points())
                label=words::weekly(language)
                note=weekly
            />
            <DueCard
                href=follow_ups
                figure=visited
                label=words::visits(language)
                note=visits_note
                tone=visits_tone
            />
        </DueCards>
    }
    .into_any()
}

/// The base's own points of the quarter, and of the one before.
fn own_points(found: &Overview) -> (Option<Points>, Option<Points>) {
    let of = |quarter| found.of_base.iter().find(|one| one.quarter == quarter).and_then(|one| one.total);
    (of(found.quarter), of(found.quarter.previous()))
}

/// A card that has nothing to show yet.
#[component]
pub(super) fn Nothing(title: &'static str, words: &'static str) -> AnyView {
    view! {
        <Card title=title>
            <p class="soft">{words}</p>
        </Card>
    }
    .into_any()
}

#[component]
pub(super) fn Totals(at: At, found: Overview) -> AnyView {
    let language = at.language();
    let bounds = |index: usize| (index * 10, index * 10 + 10);
    let said = found.now.tens.iter().enumerate().filter(|(_, count)| **count > 0).map(|(index, count)| {
        let (from, to) = bounds(index);
        words::ten(language, from, to, count)
    });
    let said = words::totals_said(language, joined(language, said));
    let column = |(index, count): (usize, &u32)| {
        let (from, to) = bounds(index);
        let href = at.path(&format!("/assessments/{}?tens={index}", found.quarter));
        let link = Some((words::ten(language, from, to, count), href));
        ColumnPart { label: from.to_string(), value: i64::from(*count), link }
    };
    let columns: Vec<ColumnPart> = found.now.tens.iter().enumerate().map(column).collect();
    let most = found.now.tens.iter().copied().max().unwrap_or_default();
    let body = if found.now.sheets == 0 {
        view! { <p class="soft">{words::no_points(language)}</p> }.into_any()
    } else {
        view! {
            <div class="chart-box">
                <ColumnChart
                    said=said.clone()
                    columns=columns
                    scale=chart::counted(most)
                    unit=chart::unit_organisations(language)
                    along=chart::unit_points(language)
                />
            </div>
            <p class="soft">{said}</p>
        }
        .into_any()
    };
    view! { <Card title=words::totals(language)>{body}</Card> }.into_any()
}

/// How far a quarter's sheets are; each state opens into its own.
#[component]
pub(crate) fn States(
    at: At,
    quarter: Quarter,
    /// `None` where it has not been opened.
    round: Option<RoundRow>,
    #[prop(into)] title: String,
) -> AnyView {
    let language = at.language();
    let Some(round) = round else {
        return view! {
            <Card title=title>
                <p class="soft">{words::not_opened(language)}</p>
            </Card>
        }
        .into_any();
    };
    let part = |(state, count): &(State, u32)| {
        let (tone, sign) = state_tone(*state);
        let href = Some(at.path(&format!("/assessments/{quarter}?state={}", state.code())));
        Part { label: state_name(language, *state).to_owned(), count: *count, tone, sign, href }
    };
    let parts = round.states.iter().map(part).collect();
    let not_rated =
        (round.not_rated > 0).then(|| view! { <p class="soft">{words::not_rated(language, round.not_rated)}</p> });
    let caption = title.clone();
    view! {
        <Card title=title>
            <PartsBar caption=caption parts=parts />
            {not_rated}
        </Card>
    }
    .into_any()
}

#[component]
pub(super) fn OfBase(at: At, found: Overview) -> AnyView {
    let language = at.language();
    let known = |one: &&BaseQuarter| one.total.is_some();
    if !found.of_base.iter().any(|one| known(&one)) {
        return view! { <Nothing title=words::of_base(language) words=words::of_base_none(language) /> }.into_any();
    }
    let point = |(at_index, one): (i64, &BaseQuarter)| LinePoint {
        at: at_index,
        label: one.quarter.to_string(),
        spoken: None,
        value: hundredths(one.total),
        words: one.total.map(|total| total.to_string()).unwrap_or_default(),
        href: Some(sheet_path(&at.base.slug, at.base.id, at.base.id, one.quarter.into())),
    };
    let points: Vec<LinePoint> = (0..).zip(&found.of_base).map(point).collect();
    let told = points.iter().filter(|point| point.value.is_some());
    let told = told.map(|point| format!("{} {}", point.label, point.words));
    let said = words::of_base_said(language, joined(language, told));
    view! {
        <Card title=words::of_base(language)>
            <div class="chart-box">
                <LineChart
                    said=said.clone()
                    points=points
                    scale=chart::hundred(|value| (value / 100).to_string())
                    unit=chart::unit_points(language)
                />
            </div>
            <p class="soft">{said}</p>
        </Card>
    }
    .into_any()
}

/// By how much a total went up or down: never by its colour alone.
pub(super) fn change(moved: Move) -> (Tone, String) {
    let by = moved.by();
    let (tone, sign) = if by > 0 { (Tone::Good, "▲") } else { (Tone::Bad, "▼") };
    (tone, format!("{sign} {}", points(by.abs())))
}

#[component]
pub(super) fn Moves(at: At, found: Overview) -> AnyView {
    let language = at.language();
    if found.moved.is_empty() {
        return view! { <Nothing title=words::moves(language) words=words::moves_none(language) /> }.into_any();
    }
    let row = |one: &Moved| {
        let Moved { name, moved } = one;
        let (tone, change) = change(*moved);
        view! {
            <tr>
                <td class="long" lang="zh-CN">
                    <a href=sheet(&at, &found, moved.subject)>{name.clone()}</a>
                </td>
                <td class="number">
                    {moved.before.to_string()}
                </td>
                <td class="number">
                    {moved.now.to_string()}
                </td>
                <td class="number toned" data-tone=tone.code()>
                    {change}
                </td>
            </tr>
        }
    };
    let rows = found.moved.iter().map(row).collect_view();
    view! {
        <Card title=words::moves(language) flush=true>
            <ShortTable caption=words::moves(language)>
                <thead>
                    <tr>
                        <Column label=words::name(language) />
                        <Column label=words::before(language) numeric=true />
                        <Column label=words::now(language) numeric=true />
                        <Column label=words::change(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </ShortTable>
        </Card>
    }
    .into_any()
}
