//! `/b/{base}/targets/{target}`: one target, and everything behind its number.

use hatchboard::{
    annual_target::{
        Measure, NewEntry,
        store::{self, Serving, TargetLine, TargetPage as Found},
    },
    period::Year,
    store::Paging,
};
use leptos::prelude::*;

use super::{
    api::ReasonTyped,
    entries::{EnterForm, Entries},
    look::{Bar, known, name, plain, planned},
    problem::told,
    words,
    year::year_of,
};
use crate::{
    Language,
    base::At,
    form::returned,
    request::path_parameter,
    ui::{
        card::{Card, Fact},
        empty::Empty,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        number::{grouped, percent, yuan},
        page::{PageHead, page},
        table::{Column, ExportLink, Pager, Table},
        time,
    },
};

#[component]
pub fn TargetPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let (year, code) = (year_of(&at, &ListQuery::current()), path_parameter("target"));
        let found = store::one(&at.request.store, &at.reader, year, &code).await;
        let found = found.map_err(|error| told(error, language))?;
        let serving = store::serving(&at.request.store, &at.reader, year, &code).await?;
        let entered = returned::<NewEntry>("target_entry").await?;
        let decided = returned::<ReasonTyped>("entry_decision").await?;
        let title = name(language, &found.line.target);
        let list = at.path(&format!("/targets?year={year}"));
        let crumbs = [(words::title_of(language, year), Some(list)), (title.clone(), None)];
        let frame = at.frame(Tab::Targets).await?.with_crumbs(crumbs);
        let rule = found.line.target.rule;
        let enters = at.is_manager() && found.stands && rule.takes_entries();
        let supervises = at.request.asker()?.supervisor(at.base.id).is_ok();
        let records = found
            .tells_records()
            .then(|| view! { <Records at=at.clone() found=found.clone() supervises=supervises /> });
        let entries =
            rule.takes_entries().then(|| view! { <Entries at=at.clone() found=found.clone() back=decided /> });
        let form = enters.then(|| view! { <EnterForm at=at.clone() year=year line=found.line.clone() back=entered /> });
        let export = at.path(&format!("/targets/{code}/records.xlsx"));
        let of_year = ListQuery::default().with("year", &year.to_string());
        let plans = (!serving.is_empty()).then(|| view! { <Planned at=at.clone() serving=serving /> });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=words::title_of(language, year)>
                    <ExportLink query=of_year path=export />
                </PageHead>
                <Facts at=at.clone() year=year line=found.line.clone() />
                <Quarters at=at line=found.line />
                {form}
                {records}
                {entries}
                {plans}
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Facts(at: At, year: Year, line: TargetLine) -> AnyView {
    let language = at.language();
    let TargetLine { target, actual, progress, .. } = line;
    let said = |number| known(language, target.measure, number);
    let (reached, forecast) = (said(actual.total(target.measure)), said(progress.forecast));
    let passed = (at.today() - year.first_day()).num_days();
    let days = (year.last_day() - year.first_day()).num_days() + 1;
    let working = progress.forecast.filter(|_| passed < days).map(|forecast| {
        let reached = plain(language, target.measure, progress.actual);
        let working = words::working(language, reached, passed, days, plain(language, target.measure, forecast));
        view! { <p class="soft">{working}</p> }
    });
    let (share, behind) = (percent(progress.achieved.into()), progress.is_behind(&target));
    let label = words::bar(language, name(language, &target), &share);
    let planned = planned(language, &target);
    let rule = words::rule_words(language, target.rule, target.measure);
    let evidence = words::evidence_name(language, target.evidence);
    let helpers = Some(target.helpers).filter(|helpers| !helpers.is_empty());
    let helpers = helpers.map(|helpers| view! { <Fact term=words::helpers(language)>{helpers}</Fact> });
    view! {
        <Card title=words::target(language)>
            <dl class="facts">
                <Fact term=words::annual(language)>{planned}</Fact>
                <Fact term=words::actual(language)>{reached}</Fact>
                <Fact term=words::achieved(language)>
                    {share} <Bar label=label achieved=progress.achieved behind=behind />
                </Fact>
                <Fact term=words::forecast(language)>{forecast} {working}</Fact>
                <Fact term=words::owner(language)>{target.owner}</Fact>
                {helpers}
                <Fact term=words::rule(language)>{rule}</Fact>
                <Fact term=words::evidence(language)>{evidence}</Fact>
            </dl>
        </Card>
    }
    .into_any()
}

/// Plan against actual, and both up to the end of each quarter.
#[component]
fn Quarters(at: At, line: TargetLine) -> AnyView {
    let language = at.language();
    let TargetLine { target, actual, .. } = line;
    let row = |(index, n): (usize, u32)| {
        let number = |number| plain(language, target.measure, number);
        let so_far = words::of_plan(
            language,
            known(language, target.measure, actual.by(target.measure, n)),
            number(target.planned_by(n)),
        );
        view! {
            <tr>
                <td class="card-title">{words::quarter_name(language, index)}</td>
                <td class="number" data-label=words::plan(language)>
                    {number(target.split[index])}
                </td>
                <td class="number" data-label=words::reached(language)>
                    {known(language, target.measure, actual.quarters[index])}
                </td>
                <td class="number" data-label=words::so_far(language)>
                    {so_far}
                </td>
            </tr>
        }
    };
    let rows = (0..4).zip(1..).map(row).collect_view();
    view! {
        <Table caption=words::by_quarter(language)>
            <thead>
                <tr>
                    <Column label=words::by_quarter(language) />
                    <Column label=words::plan(language) numeric=true />
                    <Column label=words::reached(language) numeric=true />
                    <Column label=words::so_far(language) numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// What monthly plans plan for it.
#[component]
fn Planned(at: At, serving: Vec<Serving>) -> AnyView {
    let language = at.language();
    let row = |one: Serving| {
        let month = time::month(language, one.month);
        let href = if one.subject.of_base {
            at.path(&format!("/plans/{}", one.month))
        } else {
            at.path(&format!("/organisations/{}/plans/{}", one.subject.id, one.month))
        };
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{one.item.what}</a>
                </td>
                <td data-label=words::month(language)>{month}</td>
                <td data-label=words::whose(language)>{one.subject.name}</td>
                <td class="number" data-label=words::plan(language)>
                    {format!("{} {}", grouped(one.item.quantity.into()), one.item.unit)}
                </td>
            </tr>
        }
    };
    let rows = serving.into_iter().map(row).collect_view();
    view! {
        <Card title=words::planned_for_it(language) flush=true>
            <Table caption=words::planned_for_it(language)>
                <thead>
                    <tr>
                        <Column label=words::item(language) />
                        <Column label=words::month(language) />
                        <Column label=words::whose(language) />
                        <Column label=words::plan(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

/// The records that a rule counts. `supervises`: whoever looks may open what the operator does not see.
#[component]
fn Records(at: At, found: Found, supervises: bool) -> AnyView {
    let language = at.language();
    if found.counted.is_empty() {
        return view! {
            <Card title=words::behind_number(language)>
                <Empty
                    title=words::nothing_counted(language)
                    words=words::nothing_counted_hint(language)
                    icon=Icon::Target
                />
            </Card>
        }
        .into_any();
    }
    let measure = found.line.target.measure;
    let hint = if found.line.target.rule.is_rate() {
        words::behind_rate_hint(language)
    } else {
        words::behind_number_hint(language)
    };
    let row = |record: store::Counted| {
        let adds = adds(language, measure, &record);
        let (on, href) = (record.on.to_string(), at.path(&place_of(record.source)));
        let (called, opens) = match record.source {
            store::Source::Survey(_) => (words::survey_of(language, record.name), supervises),
            _ => (record.name, true),
        };
        let called = if opens { view! { <a href=href>{called}</a> }.into_any() } else { called.into_any() };
        view! {
            <tr>
                <td class="card-title">{called}</td>
                <td data-label=words::on(language)>{on}</td>
                <td class="number" data-label=words::adds(language)>
                    {adds}
                </td>
            </tr>
        }
    };
    let (total, size) = (u64::try_from(found.counted.len()).unwrap_or(u64::MAX), Paging::SIZE);
    let pages = total.div_ceil(size);
    let paging = Paging::new(ListQuery::current().page().min(pages), size);
    let (ahead, wanted) = (usize::try_from(paging.offset()).unwrap_or(usize::MAX), usize::try_from(size).unwrap_or(1));
    let rows = found.counted.into_iter().skip(ahead).take(wanted).map(row).collect_view();
    let pager = (pages > 1).then(|| view! { <Pager size=size total=total /> });
    view! {
        <Card title=words::behind_number(language) flush=true>
            <p class="soft card-note">{hint}</p>
            <Table caption=words::behind_number(language)>
                <thead>
                    <tr>
                        <Column label=words::record(language) />
                        <Column label=words::on(language) />
                        <Column label=words::adds(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            {pager}
        </Card>
    }
    .into_any()
}

/// What a record adds: money to the cent, of a survey how many of its answers.
fn adds(language: Language, measure: Measure, record: &store::Counted) -> String {
    let mean = record.mean();
    match measure {
        Measure::Money => yuan(language, mean),
        Measure::Rate if record.of > 1 => words::of_answers(language, percent(mean), record.of, record.amount / 10_000),
        other => plain(language, other, mean),
    }
}

/// Where a counted record is read, below the base.
fn place_of(source: store::Source) -> String {
    match source {
        store::Source::Organisation(id) => format!("/organisations/{id}"),
        store::Source::Training(id) => format!("/trainings/{id}"),
        store::Source::CoachingVisit(id) => format!("/coaching/{id}"),
        store::Source::Report(id) => format!("/reports/{id}"),
        store::Source::ServiceRequest(id) => format!("/services/{id}"),
        store::Source::MatchedProject(id) => format!("/projects/{id}"),
        store::Source::Fund(id) => format!("/funds/{id}"),
        store::Source::FollowUps(id) => format!("/organisations/{id}/follow-ups"),
        store::Source::Survey(id) => format!("/surveys/{id}"),
    }
}
