//! `/bases`: every base that a person supervises in one line, so that the one that needs a visit is seen in a minute.

use chrono::NaiveDate;
use hatchboard::{assessment::Occasion, period::Quarter};
use leptos::prelude::*;

use super::{
    across_base::BaseCard,
    across_lines::{BaseLine, Lying, chosen, lines},
    across_words as words,
    beside::Beside,
    scores::{dash, hundredths, note, rate},
};
use crate::{
    assessment,
    base::At,
    error::AppError,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        chart::Sparkline,
        frame::{Frame, FrameData},
        list_query::ListQuery,
        nav::{Place, Tab},
        page::{PageHead, page},
        table::{ExportLink, SortLink, Table},
        tabs::{TabLink, Tabs},
        text::joined,
        time,
    },
    waiting,
};

/// The address, for those who supervise more than one base.
pub(crate) const PATH: &str = "/bases";
/// So many quarters are offered, the running one among them.
const QUARTERS: usize = 5;

/// For the bureau.
#[component]
pub fn AcrossPage() -> impl IntoView {
    page(async {
        let (request, query) = (Request::current(), ListQuery::current());
        let lines = lines(&request, &query).await?;
        let Some(first) = lines.first() else { return Err(AppError::Forbidden) };
        let (language, quarter, today) = (request.language, chosen(&query), first.at.today());
        let subtitle = match quarter {
            Some(quarter) => words::subtitle_of(language, quarter),
            None => words::subtitle(language, first.quarter),
        };
        let switch = view! { <Switch query=query.clone() chosen=quarter today=today /> };
        let card = |line: &BaseLine| {
            let (at, found, lives) = (line.at.clone(), line.scores.clone(), line.lives.clone());
            view! { <BaseCard at=at found=found lives=lives /> }
        };
        let cards = lines.iter().map(card).collect_view();
        let workbook = format!("{PATH}.xlsx");
        Ok(view! {
            <Frame data=FrameData::new(&request, &Place::Myself, Tab::Me, &[])>
                <PageHead title=words::title(language) subtitle=subtitle>
                    <ExportLink query=query path=workbook />
                </PageHead>
                {switch}
                <Lines lines=lines />
                <div class="pairs">{cards}</div>
            </Frame>
        }
        .into_any())
    })
}

/// What was published last, or one quarter of all bases; the order stays.
#[component]
fn Switch(query: ListQuery, chosen: Option<Quarter>, today: NaiveDate) -> AnyView {
    let language = crate::ui::language();
    let earlier = std::iter::successors(Some(Quarter::of(today)), |quarter| Some(quarter.previous()));
    let mut offered: Vec<Quarter> = earlier.take(QUARTERS).chain(chosen).collect();
    offered.sort_unstable();
    offered.dedup();
    let of_quarter = |quarter: Quarter| TabLink {
        href: query.with("quarter", &quarter.to_string()).href(),
        label: quarter.to_string(),
        count: 0,
        current: chosen == Some(quarter),
    };
    let published = TabLink {
        href: query.without("quarter").at(PATH),
        label: words::last_published(language).to_owned(),
        count: 0,
        current: chosen.is_none(),
    };
    let links = std::iter::once(published).chain(offered.into_iter().rev().map(of_quarter)).collect();
    view! { <Tabs label=super::words::switch(language) links=links /> }.into_any()
}

#[component]
fn Lines(lines: Vec<BaseLine>) -> AnyView {
    let language = crate::ui::language();
    let rows = lines.into_iter().map(|line| view! { <Line line=line /> }).collect_view();
    view! {
        <div class="across">
            <Table caption=words::title(language)>
                <thead>
                    <tr>
                        <SortLink column="base" label=words::base(language) />
                        <SortLink column="coverage" label=words::coverage(language) numeric=true />
                        <SortLink column="on_time" label=words::on_time(language) numeric=true />
                        <SortLink column="mean" label=words::mean(language) numeric=true />
                        <SortLink column="passed" label=words::passed(language) numeric=true />
                        <SortLink column="own" label=words::own(language) numeric=true />
                        <SortLink column="targets" label=words::targets(language) numeric=true />
                        <SortLink column="overdue" label=words::overdue(language) numeric=true />
                        <SortLink column="waits" label=words::waits(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </div>
    }
    .into_any()
}

#[component]
fn Line(line: BaseLine) -> AnyView {
    let language = crate::ui::language();
    let (known, mean, passed) = (line.own(), line.mean(), line.passed());
    let BaseLine { at, coverage, quarter: of_reports, on_time, scores, year, targets, overdue, lying, .. } = line;
    let base = at.base.clone();
    let path = |below: &str| at.path(below);
    let found = scores.as_ref();
    let quarter = found.map(|found| found.quarter);
    let glance = quarter.map_or_else(|| path("/assessments"), |quarter| path(&format!("/quarters/{quarter}")));
    let sheets = found.filter(|found| found.round.is_some()).map(|found| found.quarter);
    let sheets =
        sheets.map_or_else(|| path("/assessments"), |quarter| path(&format!("/assessments/{quarter}?order=total")));
    // What is known of a published quarter came of the program.
    let beside = Beside::of(language, of_reports.into(), true);
    let moved = beside.points(mean, found.and_then(|found| found.before.mean));
    let passed_moved = beside.rate(passed, found.and_then(|found| found.before.passed()));
    let told = known.iter().map(|(quarter, total)| format!("{quarter} {total}"));
    let said = super::words::of_base_said(language, joined(language, told));
    let values: Vec<Option<i64>> = known.iter().map(|(_, total)| hundredths(Some(*total))).collect();
    let own = known.last().map(|(quarter, total)| {
        let href = assessment::sheet_path(&base.slug, base.id, base.id, Occasion::from(*quarter));
        view! {
            <Sparkline said=said values=values from=0 to=10_000 />
            " "
            <a class="among-words" href=href>{total.to_string()}</a>
            <small class="soft">" " {quarter.to_string()}</small>
        }
    });
    let targets = targets.map(|(on_course, all)| {
        view! { <a href=path(&format!("/targets?year={year}"))>{format!("{on_course}/{all}")}</a> }
    });
    let late = if overdue > 0 {
        view! {
            <a href=path("/follow-ups?show=overdue")>
                <Badge tone=Tone::Bad sign="!" word=overdue.to_string() />
            </a>
        }
        .into_any()
    } else {
        "0".into_any()
    };
    let waits = waits(&at, &lying);
    let mean = mean.map_or_else(dash, |mean| mean.to_string());
    let shown = quarter.map(|quarter| quarter.to_string()).unwrap_or_default();
    view! {
        <tr>
            <td class="card-title" lang="zh-CN">
                <a href=path("")>{base.name.clone()}</a>
            </td>
            <td class="number" data-label=words::coverage(language)>
                <a href=path("/organisations")>
                    {format!("{}/{}", coverage.reporting, coverage.organisations)}
                </a>
            </td>
            <td class="number" data-label=words::on_time(language)>
                <a href=path(&format!("/reports?quarter={of_reports}"))>{rate(on_time.basis_points())}</a>
            </td>
            <td class="number" data-label=words::mean(language)>
                <a class="among-words" href=glance>{mean}</a>
                <small class="soft">" " {shown}</small>
                {note(moved)}
            </td>
            <td class="number" data-label=words::passed(language)>
                <a class="among-words" href=sheets>{rate(passed)}</a>
                {note(passed_moved)}
            </td>
            <td class="number" data-label=words::own(language)>
                {own}
            </td>
            <td class="number" data-label=words::targets(language)>
                {targets}
            </td>
            <td class="number" data-label=words::overdue(language)>
                {late}
            </td>
            <td data-label=words::waits(language)>{waits}</td>
        </tr>
    }
    .into_any()
}

/// What lies with whom, each a way to its list.
fn waits(at: &At, lying: &[Lying]) -> AnyView {
    let language = at.language();
    let line = |one: &Lying| {
        let href = at.path(&format!("/waiting#{}", one.party.code()));
        let words = format!("{} {}", one.number, waiting::counted(language, one.party));
        let oldest = one.oldest.map(|days| waiting::oldest(language, time::waiting(language, days)));
        view! {
            <li>
                <a class="among-words" href=href>
                    {words}
                </a>
                " "
                <small class="soft">{oldest}</small>
            </li>
        }
    };
    let lines = lying.iter().filter(|one| one.number > 0).map(line).collect_view();
    if lying.iter().all(|one| one.number == 0) {
        return view! { <span class="soft">{words::waits_none(language)}</span> }.into_any();
    }
    view! { <ul class="marks">{lines}</ul> }.into_any()
}
