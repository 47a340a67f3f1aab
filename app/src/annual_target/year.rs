//! `/b/{base}/targets`: a year, plan against actual.

use hatchboard::{
    annual_target::{
        Target, people,
        store::{self, TargetLine, YearPage},
    },
    monthly_plan::State,
    period::Year,
};
use leptos::prelude::*;

use super::{
    api::{BeginTargets, ReasonTyped},
    decision::{Decision, Steps},
    look::{Bar, YearBadge, known, name, name_language, of_quarter, planned},
    people::People,
    problem::told,
    versions::Versions,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, returned},
    print::print_year,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        empty::Empty,
        field::{Hidden, Options},
        form::{LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        number::percent,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Table},
        time,
    },
};

/// Which part somebody has in the lines that are left: both where the link names none.
pub(super) const PART: &str = "part";
pub(super) const OWNS: &str = "owns";
pub(super) const HELPS: &str = "helps";

#[component]
pub fn TargetsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let year = year_of(&at, &query);
        let found = store::year(&at.request.store, &at.reader, year).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        let step = returned::<()>("targets_step").await?.map(|form| form.error);
        let back = returned::<ReasonTyped>("targets_return").await?;
        let frame = at.frame(Tab::Targets).await?;
        Ok(view! {
            <Frame data=frame>
                <Whole at=at query=query found=found step=step back=back />
            </Frame>
        }
        .into_any())
    })
}

/// The one that the link names, or the running one.
pub(super) fn year_of(at: &At, query: &ListQuery) -> Year {
    query.get("year").and_then(|year| year.parse().ok()).unwrap_or_else(|| Year::of(at.today()))
}

/// The lines that the link leaves: all, or those that somebody owns or helps with, or one of the two.
pub(super) fn shown(lines: Vec<TargetLine>, query: &ListQuery) -> Vec<TargetLine> {
    let (owner, part) = (query.get("owner"), query.get(PART));
    let theirs = |target: &Target, name: &str| match part {
        Some(OWNS) => target.owner == name,
        Some(HELPS) => target.owner != name && target.is_of(name),
        _ => target.is_of(name),
    };
    lines.into_iter().filter(|line| owner.is_none_or(|name| theirs(&line.target, name))).collect()
}

#[component]
fn Whole(
    at: At,
    query: ListQuery,
    found: YearPage,
    step: Option<AppError>,
    back: Option<Returned<ReasonTyped>>,
) -> AnyView {
    let language = at.language();
    let year = found.year;
    let to_year = |year: Year, label: &'static str, icon: Icon| {
        view! { <LinkButton href=query.with("year", &year.to_string()).href() label=label icon=icon /> }
    };
    let (earlier, later) = (
        to_year(year.previous(), words::year_before(language), Icon::Back),
        to_year(year.next(), words::year_after(language), Icon::Next),
    );
    let has_lines = !found.lines.is_empty();
    let export = has_lines.then(|| view! { <ExportLink query=query.clone() path=at.path("/targets.xlsx") /> });
    let print = has_lines.then(|| {
        let href = at.path(&format!("/print/years/{year}"));
        view! { <LinkButton href=href label=print_year(language) icon=Icon::Print /> }
    });
    let writes = at.is_manager() && found.state.is_some_and(State::is_open);
    let edit = writes.then(|| {
        let label = if found.stands { words::edit_change(language) } else { words::edit(language) };
        let href = at.path(&format!("/targets/edit?year={year}"));
        view! { <LinkButton href=href label=label weight=Weight::Main icon=Icon::Edit /> }
    });
    let body = if has_lines {
        view! { <Lines at=at.clone() query=query found=found.clone() /> }.into_any()
    } else {
        view! { <Nothing at=at.clone() found=found.clone() /> }.into_any()
    };
    view! {
        <PageHead title=words::title_of(language, year) subtitle=words::subtitle(language)>
            {earlier}
            {later}
            {print}
            {export}
            {edit}
        </PageHead>
        {step.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
        <Standing at=at.clone() found=found.clone() />
        <Steps at=at.clone() page=found.clone() />
        <Decision at=at.clone() page=found.clone() back=back />
        {body}
        <Versions at=at page=found />
    }
    .into_any()
}

/// Where the year stands between operator and bureau; nothing where nobody has begun.
#[component]
fn Standing(at: At, found: YearPage) -> AnyView {
    let (language, zone) = (at.language(), at.zone());
    if found.state.is_none() {
        return ().into_any();
    }
    let submitted = found.submitted.clone().filter(|_| found.state != Some(State::Draft));
    let submitted = submitted.map(|(at, by)| words::submitted_by(language, by, time::minute(at, zone)));
    let decided = found.decided.clone().map(|(at, by)| words::decided_by(language, by, time::minute(at, zone)));
    let waits = (found.state == Some(State::Submitted)).then(|| words::waits_for_bureau(language));
    let old_stands = (found.stands && found.state != Some(State::Approved)).then(|| words::old_stands(language));
    let returned = Some(found.returned_for.clone()).filter(|reason| !reason.is_empty()).map(|reason| {
        view! {
            <Notice tone=Tone::Bad words=words::returned_for(language)>
                <p class="pre">{reason}</p>
            </Notice>
        }
    });
    let notes = [submitted, decided, waits.map(str::to_owned), old_stands.map(str::to_owned)];
    let notes = notes.into_iter().flatten().map(|note| view! { <span class="soft">{note}</span> }).collect_view();
    view! {
        {returned}
        <div class="row standing">
            <YearBadge page=found />
            {notes}
        </div>
    }
    .into_any()
}

/// A year that nobody has submitted yet.
#[component]
fn Nothing(at: At, found: YearPage) -> AnyView {
    let language = at.language();
    let begins = at.is_manager() && found.state.is_none() && found.can_begin;
    let hint = if at.is_manager() { words::none_manager(language) } else { words::none_reader(language) };
    let ways = [
        begins.then(|| ("catalogue", words::begin_catalogue(language))),
        (begins && !found.before.is_empty()).then(|| ("last_year", words::begin_last_year(language))),
    ];
    let way = |(with, label): (&'static str, &'static str)| {
        let (base, year) = (at.base.slug.clone(), found.year.to_string());
        view! {
            <PostForm action={action::<BeginTargets>()} id=with class="row">
                <Hidden name="base" value=base />
                <Hidden name="year" value=year />
                <Submit label=label name="with" value=with />
            </PostForm>
        }
    };
    let ways = ways.into_iter().flatten().map(way).collect_view();
    view! {
        <Card title=words::title_of(language, found.year)>
            <Empty title=words::none_yet(language) words=hint icon=Icon::Target>
                {ways}
            </Empty>
        </Card>
    }
    .into_any()
}

#[component]
fn Lines(at: At, query: ListQuery, found: YearPage) -> AnyView {
    let language = at.language();
    let year = found.year;
    let everybody = view! { <People at=at.clone() query=query.clone() lines=found.lines.clone() /> };
    let names = people(found.lines.iter().map(|line| (&line.target, &line.progress))).into_iter();
    let names: Options = names.map(|person| (person.name.clone(), person.name)).collect();
    let lines = shown(found.lines, &query);
    let parts = [(OWNS, words::owns(language)), (HELPS, words::helps(language))];
    let parts: Options = parts.map(|(code, label)| (code.to_owned(), label.to_owned())).into();
    let filter = view! {
        <FilterBar query=query.without("year")>
            <FilterSelect
                query=query.clone()
                name="owner"
                label=words::owner_or_helper(language)
                options=names
                all=words::every_owner(language)
            />
            <FilterSelect
                query=query.clone()
                name=PART
                label=words::part(language)
                options=parts
                all=words::either_part(language)
            />
            <input type="hidden" name="year" value=year.to_string() />
        </FilterBar>
    };
    if lines.is_empty() {
        return view! {
            {filter}
            <Card title=words::title_of(language, year)>
                <Empty
                    title=words::none_of_owner(language)
                    words=words::none_of_owner_hint(language)
                    icon=Icon::Target
                />
            </Card>
            {everybody}
        }
        .into_any();
    }
    view! {
        {filter}
        <YearLines at=at year=year lines=lines />
        {everybody}
    }
    .into_any()
}

/// Targets with what every quarter asks for and reached, and how far the year is.
#[component]
pub(crate) fn YearLines(at: At, year: Year, lines: Vec<TargetLine>) -> AnyView {
    let language = at.language();
    let rows = lines.into_iter().map(|line| view! { <Row at=at.clone() year=year line=line /> }).collect_view();
    let quarters = (0..4).map(move |n| view! { <Column label=words::quarter_name(language, n) numeric=true /> });
    view! {
        <Table caption=words::caption(language, year)>
            <thead>
                <tr>
                    <Column label=words::target(language) />
                    <Column label=words::owner(language) />
                    <Column label=words::annual(language) numeric=true />
                    {quarters.collect_view()}
                    <Column label=words::actual(language) numeric=true />
                    <Column label=words::achieved(language) />
                    <Column label=words::forecast(language) numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <p class="soft">{words::forecast_hint(language)}</p>
    }
    .into_any()
}

#[component]
fn Row(at: At, year: Year, line: TargetLine) -> AnyView {
    let language = at.language();
    let TargetLine { target, actual, progress, pending } = line;
    let href = at.path(&format!("/targets/{}?year={year}", target.code));
    let behind = progress.is_behind(&target);
    let called = name(language, &target);
    let share = if progress.is_known { percent(progress.achieved.into()) } else { "–".to_owned() };
    let quarter = |n: usize| {
        let said = of_quarter(language, &target, actual.quarters[n], target.split[n]);
        view! {
            <td class="number" data-label=words::quarter_name(language, n)>
                {said}
            </td>
        }
    };
    let quarters = (0..4).map(quarter).collect_view();
    let waits =
        (pending > 0).then(|| view! { <Badge tone=Tone::Warn sign="?" word=words::pending(language, pending) /> });
    let helpers = (!target.helpers.is_empty()).then(|| {
        view! {
            <p class="soft">
                {words::helped_by(language)} <span lang="zh-CN">{target.helpers.clone()}</span>
            </p>
        }
    });
    let slow = behind.then(|| view! { <Badge tone=Tone::Warn sign="!" word=words::behind(language) /> });
    view! {
        <tr>
            <td class="card-title">
                <a href=href lang=name_language(&target)>
                    {called.clone()}
                </a>
                " "
                {waits}
            </td>
            <td data-label=words::owner(language)>
                <div>
                    <span lang="zh-CN">{target.owner.clone()}</span>
                    {helpers}
                </div>
            </td>
            <td class="number" data-label=words::annual(language)>
                {planned(language, &target)}
            </td>
            {quarters}
            <td class="number" data-label=words::actual(language)>
                {known(language, target.measure, actual.total(target.measure))}
            </td>
            <td data-label=words::achieved(language)>
                <div class="bar-cell">
                    <span>{share.clone()} " " {slow}</span>
                    <Bar label=words::bar(language, called, share) achieved=progress.achieved behind=behind />
                </div>
            </td>
            <td class="number" data-label=words::forecast(language)>
                {known(language, target.measure, progress.forecast)}
            </td>
        </tr>
    }
    .into_any()
}
