//! `/o/{organisation}`: what an organisation must do now, what is due, and how it has done lately.

use chrono::TimeDelta;
use chrono_tz::Tz;
use hatchboard::{
    follow_up::store as visits,
    weekly_report::{
        Cell, Expectation, State,
        store::{
            WeekFacts,
            read::{self, MyWeek},
        },
    },
};
use leptos::prelude::*;

use super::{Author, Whose, facts, fault, list::WeekTable, place, words};
use crate::{
    assessment::{AssessmentCard, AssessmentTodos, LastLostCard, last_published},
    bureau_line::{LetterCard, LetterTodos},
    error::AppError,
    feedback::{self, FeedbackCard},
    follow_up::{self, ConfirmCard},
    help::FirstSteps,
    monthly_plan::{PlanCard, PlanTodos},
    rectification::{RectificationCard, RectificationTodos},
    request::{Request, path_id},
    service_request::{ServiceCard, ServiceTodos},
    training::todo::{self as trainings, InvitedCard},
    ui::{
        badge::Tone,
        card::{Card, Todo},
        empty::Empty,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        language,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

/// Weeks that the rate is told over, as the operator's matrix shows them.
const RATED: u32 = 12;
/// Weeks that are listed.
const LISTED: usize = 6;

#[component]
pub fn TodayPage() -> AnyView {
    page(async {
        let request = Request::current();
        let organisation = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let told = |error| fault::told(request.language, error);
        let mine = read::my_week(&request.store, &author.reader).await.map_err(told)?;
        let mut weeks = read::weeks(&request.store, &author.reader, None, RATED).await.map_err(told)?;
        let plans = PlanTodos::load(&request, &author.reader).await?;
        let assessments = AssessmentTodos::load(&request, &author.reader).await?;
        let last = last_published(&request, &author.reader).await?;
        let services = ServiceTodos::load(&request, &author.reader).await?;
        let letters = LetterTodos::load(&request, organisation).await?;
        let today = author.base.day(request.now);
        let faults = RectificationTodos::load(&request, &author.reader, today).await?;
        let to_confirm = visits::to_confirm(&request.store, &author.reader).await;
        let to_confirm = to_confirm.map_err(|error| follow_up::told(error, request.language))?;
        let mut said = feedback::load(&request, &author.reader).await?;
        // Why a week is back stands on top already.
        let back = mine.returned.as_ref().map(|(week, _)| *week);
        said.retain(|one| back.is_none() || one.week_sent_back() != back);
        let sessions = trainings::of_organisation(&request, &author).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let data = place::frame(&request, &author, &place, Tab::Today).await?;
        let cells: Vec<Cell> = weeks.iter().map(|facts| facts.cell.clone()).collect();
        weeks.truncate(LISTED);
        let (language, zone) = (request.language, author.base.zone);
        let subtitle = time::prose_day(language, time::day_of(request.now, zone));
        Ok::<_, AppError>(
            view! {
                <Frame data=data>
                    <PageHead title=place.name(language) subtitle=subtitle />
                    <ReturnedNotice mine=mine.clone() whose=author.whose.clone() zone=zone />
                    <FirstSteps place=place.clone() />
                    <ThisWeek facts=mine.current.clone() whose=author.whose.clone() zone=zone />
                    <ToDo mine=mine whose=author.whose.clone() />
                    <PlanCard plans=plans path=format!("/o/{organisation}/plans") zone=zone />
                    <AssessmentCard todos=assessments path=format!("/o/{organisation}/assessments") />
                    <LastLostCard last=last path=format!("/o/{organisation}/assessments") />
                    <FeedbackCard said=said organisation=organisation zone=zone />
                    <RectificationCard faults=faults path=format!("/o/{organisation}/rectifications") />
                    <ServiceCard services=services path=format!("/o/{organisation}/services") />
                    <LetterCard letters=letters path=format!("/o/{organisation}/letters") />
                    <ConfirmCard waiting=to_confirm path=format!("/o/{organisation}/follow-ups") />
                    <InvitedCard sessions=sessions path=format!("/o/{organisation}/records") />
                    <RateCard cells=cells />
                    <Card title=words::today_last_weeks(language) flush=true>
                        <WeekTable weeks=weeks whose=author.whose zone=zone />
                        <p class="row card-foot">
                            <a href=place.href(Tab::OurReports)>{words::today_all_weeks(language)}</a>
                        </p>
                    </Card>
                </Frame>
            }
            .into_any(),
        )
    })
    .into_any()
}

/// On top: what the reviewer wants changed.
#[component]
fn ReturnedNotice(mine: MyWeek, whose: Whose, zone: Tz) -> AnyView {
    let request = Request::current();
    let language = request.language;
    mine.returned
        .map(|(week, back)| {
            let title = words::today_returned(language, time::week_number(language, week));
            let left = time::left(language, request.now, back.due_at);
            let due = words::due_again(language, time::deadline(language, back.due_at, zone));
            view! {
                <Notice tone=Tone::Warn words=title>
                    <blockquote class="reason">{back.reason}</blockquote>
                    <p class="soft">
                        {words::today_returned_by(language, back.by, time::minute(back.at, zone))} " · " {due} " · "
                        <strong>{left}</strong>
                    </p>
                    <LinkButton href=whose.page(week) label=words::today_correct(language) weight=Weight::Main />
                </Notice>
            }
        })
        .into_any()
}

/// The running week: its deadline, what is left, and the one button.
#[component]
fn ThisWeek(facts: WeekFacts, whose: Whose, zone: Tz) -> AnyView {
    let request = Request::current();
    let (language, now) = (request.language, request.now);
    let filed = facts.state.is_some_and(State::is_filed);
    let open = facts.state.is_none_or(State::is_open);
    let asked = matches!(facts.expectation, Expectation::Expected { .. });
    let due = facts.due_at.filter(|_| asked && open).map(|due| {
        let tone = if due < now {
            Tone::Bad
        } else if due - now < TimeDelta::days(1) {
            Tone::Warn
        } else {
            Tone::Accent
        };
        view! {
            <p class="this-week-left" data-tone=tone.code()>
                <strong>{time::left(language, now, due)}</strong>
                <span class="soft">{words::due(language, time::deadline(language, due, zone))}</span>
            </p>
        }
    });
    let label = match (facts.state, filed) {
        (_, true) => words::today_see(language),
        (Some(_), false) => words::today_continue(language),
        (None, _) => words::today_open(language),
    };
    let weight = if open && asked { Weight::Main } else { Weight::Plain };
    let title = format!("{} · {}", words::today_this_week(language), time::week(language, facts.week));
    let why = (!asked).then(|| facts::expectation(language, &facts.expectation));
    view! {
        <Card title=title>
            <div class="this-week">
                {due} {why.map(|words| view! { <p>{words}</p> })}
                <p class="row">
                    {facts.state.map(|state| view! { <facts::StateBadge state=state /> })}
                    {filed.then(|| view! { <facts::TimelinessBadge facts=facts.clone() /> })}
                </p> <LinkButton href=whose.page(facts.week) label=label weight=weight icon={if filed { Icon::Reports } else { Icon::Edit }} />
            </div>
        </Card>
    }
    .into_any()
}

/// Earlier weeks that wait, and filings on behalf to confirm.
#[component]
fn ToDo(mine: MyWeek, whose: Whose) -> AnyView {
    let language = language();
    let returned = mine.returned.as_ref().map(|(week, _)| *week);
    let behind = mine.behind.iter().filter(|facts| Some(facts.week) != returned).map(|facts| {
        let week = time::week(language, facts.week);
        let (title, note) = if facts.state == Some(State::Returned) {
            (words::today_returned(language, week), String::new())
        } else if facts.state == Some(State::Withdrawn) {
            (words::today_withdrawn(language, week), words::today_missed_note(language).to_owned())
        } else {
            (words::today_missed(language, week), words::today_missed_note(language).to_owned())
        };
        view! { <Todo href=whose.page(facts.week) title=title note=note tone=Tone::Bad /> }
    });
    let confirm = mine.to_confirm.iter().map(|week| {
        let title = words::today_confirm(language, time::week(language, *week));
        view! { <Todo href=whose.page(*week) title=title note=words::today_check(language) tone=Tone::Warn /> }
    });
    let lines = (behind.collect_view(), confirm.collect_view());
    let nothing = mine.behind.is_empty() && mine.to_confirm.is_empty();
    let done = nothing && returned.is_none() && mine.current.state.is_some_and(State::is_filed);
    view! {
        {(!nothing).then(|| view! { <ul class="todos">{lines}</ul> })}
        {done.then(|| view! { <Empty title=words::today_nothing(language) /> })}
    }
    .into_any()
}

#[component]
fn RateCard(cells: Vec<Cell>) -> AnyView {
    let language = language();
    let (figure, working) = facts::rate(language, &cells);
    view! {
        <Card title=words::rate_title(language)>
            {figure.map(|figure| view! { <p class="figure">{figure}</p> })} <p>{working}</p>
            <p class="soft">{words::rate_note(language)}</p>
        </Card>
    }
    .into_any()
}
