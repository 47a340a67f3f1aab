//! What a year came to: its quarters side by side, how many of its targets are on course, its trainings and funds.

use chrono::NaiveDate;
use hatchboard::{
    annual_target::store::YearPage,
    assessment::{
        Band,
        store::{OfBase, QuarterSpread},
    },
    funding::store::Sums,
    period::{Stretch, Year},
    training::Tally,
    weekly_report::store::FiledBeside,
};
use leptos::prelude::*;

use super::{
    across_words as heads,
    beside::Beside,
    scores::{Nothing, dash, hundredths, note, rate},
    switch, words,
};
use crate::{
    assessment::{band_name, band_tone, sheet_path},
    base::At,
    follow_up::survival::survival_path,
    ui::{
        badge::Tone,
        card::{Card, DueCard, DueCards},
        chart::{self, LineChart, LinePoint, Part, PartsBar},
        number::{grouped, yuan_in_summary},
        table::{Column, Table},
        text::joined,
    },
};

/// What was given to organisations in the year, and in the one before.
#[derive(Debug, Clone, Copy)]
pub struct Given {
    pub trained: Tally,
    pub trained_before: Tally,
    pub funds: Sums,
    pub funds_before: Sums,
}

/// What a minute is enough for, of one year.
#[component]
pub(super) fn YearFigures(at: At, year: Year, filed: FiledBeside, page: YearPage, given: Given) -> AnyView {
    let language = at.language();
    let beside = Beside::of(language, year.into(), filed.had_begun_by(year.previous().into()));
    let behind = page.lines.iter().filter(|line| line.progress.is_behind(&line.target)).count();
    let (on_course, all) = (page.lines.len() - behind, page.lines.len());
    let targets_figure = if page.stands { format!("{on_course}/{all}") } else { dash() };
    let targets_note = if page.stands && behind > 0 { words::behind(language, behind) } else { String::new() };
    let targets_tone = if page.stands && behind > 0 { Tone::Warn } else { Tone::Calm };
    let (weeks, weeks_note) = (filed.now.rate.basis_points(), beside.filed(filed.now.rate, filed.before.rate));
    let Given { trained, trained_before, funds, funds_before } = given;
    let sessions_note = beside.count(trained.sessions, trained_before.sessions);
    let attendances_note = beside.count(trained.attendances, trained_before.attendances);
    let pledged_note = beside.yuan(funds.pledged, funds_before.pledged);
    let received_note = beside.yuan(funds.received, funds_before.received);
    let targets = at.path(&format!("/targets?year={year}"));
    let trainings = at.path(&format!("/trainings?year={year}&state=held"));
    let [pledges, receipts] = ["year", "received"].map(|by| at.path(&format!("/funds?{by}={year}")));
    view! {
        <DueCards label=words::figures_year(language)>
            <DueCard
                href=targets
                figure=targets_figure
                label=words::on_course(language)
                note=targets_note
                tone=targets_tone
            />
            <DueCard
                href=format!("#{QUARTERS}")
                figure=rate(weeks)
                label=words::weekly(language)
                note=weeks_note
            />
            <DueCard
                href=trainings.clone()
                figure=trained.sessions.to_string()
                label=words::sessions(language)
                note=sessions_note
            />
            <DueCard
                href=trainings
                figure=grouped(trained.attendances.into())
                label=words::trained(language)
                note=attendances_note
            />
            <DueCard
                href=pledges
                figure=yuan_in_summary(language, funds.pledged)
                label=words::pledged(language)
                note=pledged_note
            />
            <DueCard
                href=receipts
                figure=yuan_in_summary(language, funds.received)
                label=words::received(language)
                note=received_note
            />
        </DueCards>
    }
    .into_any()
}

/// Where the number of reports in time leads to: each quarter has a way to its own.
const QUARTERS: &str = "quarters";

/// The quarters side by side, each beside the same one of the year before.
#[component]
pub(super) fn Quarters(
    at: At,
    quarters: Vec<[QuarterSpread; 2]>,
    filed: FiledBeside,
    /// How many of the hatched live on.
    lives: Option<String>,
    /// The day of which that is told.
    on: NaiveDate,
) -> AnyView {
    let language = at.language();
    let rows = quarters.iter().map(|[now, before]| row(&at, now, before, &filed)).collect_view();
    let survival = survival_path(&at, on);
    let aside: ViewFn = (move || view! { <a href=survival.clone()>{words::survival(language)}</a> }).into();
    let lives = lives.map_or_else(
        || view! { <p class="soft">{words::survival_none(language, on)}</p> }.into_any(),
        |lives| view! { <p>{words::survival_said(language, on, lives)}</p> }.into_any(),
    );
    let (means, bands) = (means(&at, &quarters), bands(&at, &quarters));
    view! {
        <div class="pairs">
            {means}
            {bands}
        </div>
        <Card title=words::quarters(language) id=QUARTERS flush=true>
            <Table caption=words::quarters(language)>
                <thead>
                    <tr>
                        <Column label=words::quarter(language) />
                        <Column label=words::rated(language) numeric=true />
                        <Column label=heads::mean(language) numeric=true />
                        <Column label=heads::passed(language) numeric=true />
                        <Column label=heads::own(language) numeric=true />
                        <Column label=words::weekly_reports(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
        <Card title=words::lives(language) aside=aside>
            {lives}
        </Card>
    }
    .into_any()
}

fn row(at: &At, now: &QuarterSpread, before: &QuarterSpread, filed: &FiledBeside) -> AnyView {
    let language = at.language();
    // The same quarter of the year before.
    let in_use = filed.had_begun_by(before.quarter.into()) || before.spread.sheets > 0;
    let beside = Beside::of(language, Stretch::Year(Year::of(now.quarter.first_day())), in_use);
    let sheets = at.path(&format!("/assessments/{}?order=total", now.quarter));
    let itself = sheet_path(&at.base.slug, at.base.id, at.base.id, now.quarter.into());
    let reports = at.path(&format!("/reports?quarter={}", now.quarter));
    let weeks = |quarter: Stretch| filed.over(quarter).rate;
    let (weeks, weeks_before) = (weeks(now.quarter.into()), weeks(before.quarter.into()));
    let own = |one: &QuarterSpread| one.of_base.and_then(|of_base: OfBase| of_base.total);
    let (mean, passed) = (now.spread.mean, now.spread.passed());
    let number = |figure: Option<String>, href: &str| match figure {
        Some(figure) => view! { <a class="among-words" href=href.to_owned()>{figure}</a> }.into_any(),
        None => dash().into_any(),
    };
    let count = (now.spread.sheets > 0).then(|| now.spread.sheets.to_string());
    let compared = || beside.of_due(now.spread.sheets, before.spread.sheets, before.spread.sheets);
    let count_note = count.as_ref().map(|_| compared()).unwrap_or_default();
    let cells = [
        (words::rated(language), number(count, &sheets), count_note),
        (
            heads::mean(language),
            number(mean.map(|mean| mean.to_string()), &sheets),
            beside.points(mean, before.spread.mean),
        ),
        (
            heads::passed(language),
            number(passed.map(|passed| rate(Some(passed))), &sheets),
            beside.rate(passed, before.spread.passed()),
        ),
        (
            heads::own(language),
            number(own(now).map(|own| own.to_string()), &itself),
            beside.points(own(now), own(before)),
        ),
        (
            words::weekly_reports(language),
            number(weeks.basis_points().map(|weeks| rate(Some(weeks))), &reports),
            beside.filed(weeks, weeks_before),
        ),
    ];
    let cell = |(label, figure, moved): (&'static str, AnyView, String)| {
        view! {
            <td class="number" data-label=label>
                {figure}
                {note(moved)}
            </td>
        }
    };
    view! {
        <tr>
            <td class="card-title">
                <a href=switch::path(at, now.quarter.into())>{now.quarter.to_string()}</a>
            </td>
            {cells.into_iter().map(cell).collect_view()}
        </tr>
    }
    .into_any()
}

/// The organisations' mean, quarter by quarter.
fn means(at: &At, quarters: &[[QuarterSpread; 2]]) -> AnyView {
    let language = at.language();
    let point = |(place, [now, _]): (i64, &[QuarterSpread; 2])| LinePoint {
        at: place,
        label: now.quarter.to_string(),
        spoken: None,
        value: hundredths(now.spread.mean),
        words: now.spread.mean.map(|mean| mean.to_string()).unwrap_or_default(),
        href: Some(switch::path(at, now.quarter.into())),
    };
    let points: Vec<LinePoint> = (0..).zip(quarters).map(point).collect();
    if points.iter().all(|point| point.value.is_none()) {
        return view! { <Nothing title=words::means(language) words=words::no_points(language) /> }.into_any();
    }
    let told = points.iter().filter(|point| point.value.is_some());
    let told = told.map(|point| format!("{} {}", point.label, point.words));
    let said = words::means_said(language, joined(language, told));
    view! {
        <Card title=words::means(language)>
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

/// A bar of each quarter's bands; each part opens into its sheets.
fn bands(at: &At, quarters: &[[QuarterSpread; 2]]) -> AnyView {
    let language = at.language();
    let rated: Vec<&QuarterSpread> = quarters.iter().map(|[now, _]| now).filter(|now| now.spread.sheets > 0).collect();
    if rated.is_empty() {
        return view! { <Nothing title=words::bands(language) words=words::no_points(language) /> }.into_any();
    }
    let bar = |one: &QuarterSpread| {
        let part = |(band, count): &(Band, u32)| {
            let (tone, sign) = band_tone(*band);
            let href = Some(at.path(&format!("/assessments/{}?band={}", one.quarter, band.code())));
            Part { label: band_name(language, *band).to_owned(), count: *count, tone, sign, href }
        };
        let parts = one.spread.bands.iter().map(part).collect();
        let caption = format!("{} {}", words::bands(language), one.quarter);
        view! {
            <h3>{one.quarter.to_string()}</h3>
            <PartsBar caption=caption parts=parts />
        }
    };
    let bars = rated.into_iter().map(bar).collect_view();
    view! { <Card title=words::bands(language)>{bars}</Card> }.into_any()
}
