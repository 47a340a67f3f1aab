//! How weeks were filed, who filed nothing, and who asked for help.

use hatchboard::{
    period::{Quarter, Week},
    weekly_report::{
        Among, HelpNeeded,
        store::{FiledBeside, QuarterFiled, SubjectName, matrix::WeekSummary, of_week::OfWeekSort},
    },
};
use leptos::prelude::*;

use super::{beside::Beside, scores, words};
use crate::{
    base::At,
    ui::{
        badge::Tone,
        card::{Card, DueCard, DueCards},
        chart::{self, LineChart, LinePoint},
        number::{grouped, percent},
        table::Matrix,
        text::{beginning, joined},
        time,
    },
    weekly_report::{desk::of_week, help_kind},
};

/// Where the number of those who asked for help leads to.
const HELP: &str = "help";

/// What a minute is enough for, of one week.
#[component]
pub(super) fn WeekFigures(
    at: At,
    week: Week,
    filed: FiledBeside,
    /// So many asked for help.
    asked: usize,
    /// So many did the week before.
    asked_before: usize,
) -> AnyView {
    let language = at.language();
    let beside = Beside::of(language, week.into(), filed.had_begun_by(week.previous().into()));
    let FiledBeside { now, before, .. } = filed;
    let of_week = |among: Among| of_week::path(&at, week, among);
    let (asked_for, in_time) = (of_week(Among::Asked), of_week(Among::OnTime));
    let (late, missing) = (of_week(Among::Late), of_week(Among::Missing));
    let [activities, attendances] =
        [OfWeekSort::Activities, OfWeekSort::Attendances].map(|sort| of_week::active(&at, week, sort));
    let excused = at.path(&format!("/exceptions?from={week}&to={week}"));
    let note = match now.pending {
        0 => beside.filed(now.rate, before.rate),
        pending => words::pending(language, pending),
    };
    let on_time = format!("{}/{}", now.on_time, now.expected);
    let tone = |count: u32, tone: Tone| if count > 0 { tone } else { Tone::Calm };
    let number = |asked: usize| u32::try_from(asked).unwrap_or(u32::MAX);
    let count = move |now: u32, then: u32| beside.of_due(now, then, before.expected);
    view! {
        <DueCards label=words::figures_week(language)>
            <DueCard
                href=asked_for
                figure=scores::rate(now.rate.basis_points())
                label=words::weekly(language)
                note=note
            />
            <DueCard
                href=in_time
                figure=on_time
                label=words::on_time(language)
                note=count(now.on_time, before.on_time)
            />
            <DueCard
                href=late
                figure=now.late.to_string()
                label=words::late(language)
                note=count(now.late, before.late)
                tone=tone(now.late, Tone::Warn)
            />
            <DueCard
                href=missing
                figure=now.missing.to_string()
                label=words::missing(language)
                note=count(now.missing, before.missing)
                tone=tone(now.missing, Tone::Bad)
            />
            <DueCard
                href=excused
                figure=now.excused.to_string()
                label=words::excused(language)
                note=beside.count(now.excused, before.excused)
            />
            <DueCard
                href=activities
                figure=grouped(now.activities.into())
                label=words::activities(language)
                note=count(now.activities, before.activities)
            />
            <DueCard
                href=attendances
                figure=grouped(now.attendances.into())
                label=words::attendances(language)
                note=count(now.attendances, before.attendances)
            />
            <DueCard
                href=format!("#{HELP}")
                figure=asked.to_string()
                label=words::asking(language)
                note=count(number(asked), number(asked_before))
            />
        </DueCards>
    }
    .into_any()
}

/// Who needs what, each a way to the report that says so.
#[component]
pub(super) fn Help(at: At, week: Week, needed: Vec<HelpNeeded>) -> AnyView {
    let language = at.language();
    let body = if needed.is_empty() {
        view! { <p class="soft">{words::help_none(language)}</p> }.into_any()
    } else {
        let line = |one: HelpNeeded| {
            let href = at.path(&format!("/weeks/{}/{week}", one.organisation));
            let what = words::help_of(language, help_kind(language, one.kind), beginning(&one.what));
            view! {
                <li>
                    <a class="among-words" href=href lang="zh-CN">
                        {one.name}
                    </a>
                    " "
                    {what}
                </li>
            }
        };
        view! { <ul>{needed.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! {
        <Card title=words::help(language) id=HELP>
            {body}
        </Card>
    }
    .into_any()
}

/// The last weeks up to one: a line, and the same in numbers; neither where nobody was asked for a report.
#[component]
pub(super) fn Lately(
    at: At,
    last: Week,
    weeks: Vec<WeekSummary>,
    /// What stands beside the line.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let language = at.language();
    let matrix = at.path(&format!("/reports?last={last}"));
    let aside: ViewFn = (move || view! { <a href=matrix.clone()>{words::matrix(language)}</a> }).into();
    let children = children.map(|children| children());
    if weeks.iter().all(|week| week.expected == 0) {
        return children.into_any();
    }
    let (line, numbers) = (line(&at, &weeks), numbers(&at, &weeks));
    view! {
        <div class="pairs">
            <Card title=words::lately(language) aside=aside>
                {line}
            </Card>
            {children}
        </div>
        {numbers}
    }
    .into_any()
}

#[component]
pub(super) fn Filed(
    at: At,
    quarter: Quarter,
    filed: QuarterFiled,
    /// What stands beside the line.
    children: Children,
) -> AnyView {
    let language = at.language();
    let matrix = at.path(&format!("/reports?quarter={quarter}"));
    let aside: ViewFn = (move || view! { <a href=matrix.clone()>{words::matrix(language)}</a> }).into();
    if filed.weeks.is_empty() {
        return view! {
            <Card title=words::filed(language) aside=aside>
                <p class="soft">{words::filed_none(language)}</p>
            </Card>
            {children()}
        }
        .into_any();
    }
    let (line, numbers) = (line(&at, &filed.weeks), numbers(&at, &filed.weeks));
    view! {
        <div class="pairs">
            <Card title=words::filed(language) aside=aside>
                {line}
            </Card>
            <div class="stack">{children()}</div>
        </div>
        {numbers}
    }
    .into_any()
}

/// How many came in time, week by week.
fn line(at: &At, weeks: &[WeekSummary]) -> AnyView {
    let language = at.language();
    let point = |(place, week): (i64, &WeekSummary)| {
        let rate = week.rate.basis_points();
        LinePoint {
            at: place,
            label: week.week.number().to_string(),
            spoken: Some(time::week_of_year(language, week.week)),
            value: rate.map(i64::from),
            words: rate.map(|rate| percent(rate.into())).unwrap_or_default(),
            href: Some(of_week::path(at, week.week, Among::Asked)),
        }
    };
    let points: Vec<LinePoint> = (0..).zip(weeks).map(point).collect();
    let told =
        points.iter().filter(|point| point.value.is_some()).map(|point| format!("{} {}", point.label, point.words));
    let said = words::filed_said(language, joined(language, told));
    view! {
        <div class="chart-box">
            <LineChart
                said=said
                points=points
                scale=chart::hundred(|rate| format!("{}%", rate / 100))
                along=chart::unit_weeks(language)
            />
        </div>
    }
    .into_any()
}

/// The same weeks in numbers, each a way to those that it counts; a week's head leads to the weeks around it.
fn numbers(at: &At, weeks: &[WeekSummary]) -> AnyView {
    let language = at.language();
    let head = |week: &WeekSummary| {
        let href = at.path(&format!("/reports?last={}", week.week));
        let spoken = time::week_of_year(language, week.week);
        view! {
            <th scope="col" class="number">
                <a href=href aria-label=spoken>
                    {week.week.number()}
                </a>
            </th>
        }
    };
    let heads = weeks.iter().map(head).collect_view();
    let row = |label: &'static str, among: Among, told: &dyn Fn(&WeekSummary) -> (u32, String)| {
        let cell = |week: &WeekSummary| {
            let told = match told(week) {
                (0, told) => told.into_any(),
                (_, told) => view! { <a href=of_week::path(at, week.week, among)>{told}</a> }.into_any(),
            };
            view! { <td class="number">{told}</td> }
        };
        let cells = weeks.iter().map(cell).collect_view();
        view! {
            <tr>
                <th scope="row">{label}</th>
                {cells}
            </tr>
        }
    };
    // What counts nothing opens into nothing.
    let number = |count: u32| (count, count.to_string());
    let rows = [
        row(words::asked(language), Among::Asked, &|week| number(week.expected)),
        row(words::on_time(language), Among::OnTime, &|week| number(week.on_time)),
        row(words::late(language), Among::Late, &|week| number(week.late)),
        row(words::missing(language), Among::Missing, &|week| number(week.missing)),
        row(words::rate(language), Among::Asked, &|week| {
            (week.rate.expected(), scores::rate(week.rate.basis_points()))
        }),
    ];
    let rows = rows.into_iter().collect_view();
    view! {
        <Card title=words::filed_weeks(language) flush=true>
            <div class="in-numbers">
                <Matrix caption=words::filed_weeks(language)>
                    <thead>
                        <tr>
                            <th scope="col">{words::week(language)}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Matrix>
            </div>
        </Card>
    }
    .into_any()
}

#[component]
pub(super) fn Silent(at: At, silent: Vec<SubjectName>) -> AnyView {
    let language = at.language();
    let body = if silent.is_empty() {
        view! { <p class="soft">{words::silent_none(language)}</p> }.into_any()
    } else {
        let line = |one: SubjectName| {
            let href = at.path(&format!("/organisations/{}", one.id));
            view! {
                <li>
                    <a href=href lang="zh-CN">
                        {one.name}
                    </a>
                </li>
            }
        };
        view! { <ul class="names">{silent.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! { <Card title=words::silent(language)>{body}</Card> }.into_any()
}
