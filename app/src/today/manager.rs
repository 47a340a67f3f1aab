//! What the operator has to do now.

use hatchboard::{
    incubation::store::OpenProposal,
    period::{Quarter, Week},
    store::Page,
    waiting::What,
    weekly_report::{
        Cell, State,
        store::{WeekFacts, queue::BaseCounts, read},
    },
};
use leptos::prelude::*;

use super::{
    At, Counts,
    attention::{self, Attention},
    proposals,
    stand::{Stand, StandCards},
    words,
};
use crate::{
    Language,
    assessment::DeskCards,
    error::AppError,
    funnel,
    help::FirstSteps,
    monthly_plan::{PlanCard, PlanTodos},
    risk::{self, RiskCard},
    training::todo::{self as trainings, SessionsCard},
    ui::{
        badge::{Badge, Tone},
        card::{Card, DueCard, DueCards, Todo},
        form::{LinkButton, Weight},
        icon::Icon,
        page::PageHead,
        text::joined,
        time,
    },
    waiting,
    weekly_report::{cell, desk::problem},
};

/// Weeks of the base's own report that are looked through for one that is owed.
const OWN_WEEKS: u32 = 12;

pub(super) async fn screen(at: &At, counts: Counts) -> Result<AnyView, AppError> {
    let own = at.reader.of(at.base.id);
    let own = read::weeks(&at.request.store, &own, None, OWN_WEEKS).await;
    let own = own.map_err(|error| problem::told(error, at.language()))?;
    let owed: Vec<WeekFacts> = own.into_iter().filter(is_owed).collect();
    let plans = PlanTodos::load(&at.request, &at.reader.of(at.base.id)).await?;
    let sessions = trainings::of_base(at).await?;
    let at_risk = risk::first(at).await?;
    let weeks = attention::matrix(at).await?;
    let stand = Stand::load(at).await?;
    let (language, week) = (at.language(), week_of(at));
    let glance = at.path(&format!("/quarters/{}", Quarter::of(at.today())));
    let (way, whom) = (at.path("/funnel"), at.path("/waiting"));
    let write = at.path(&format!("/base-reports/{}", owed.last().map_or(week, |oldest| oldest.week)));
    Ok(view! {
        <PageHead title=words::title(language, time::week_number(language, week)) subtitle=today(at)>
            <LinkButton href=whom label=waiting::title(language) icon=Icon::Review />
            <LinkButton href=way label=funnel::title(language) icon=Icon::Decision />
            <LinkButton href=glance label=words::now_at_a_glance(language) icon=Icon::Assessment />
            <LinkButton href=write label=words::write_own(language) weight=Weight::Main icon=Icon::Edit />
        </PageHead>
        <FirstSteps place=at.place() />
        <Due at=at.clone() counts=counts.clone() owed=owed.clone() />
        <Own at=at.clone() owed=owed />
        <PlanCard plans=plans path=at.path("/plans") zone=at.zone() />
        <SessionsCard at=at.clone() sessions=sessions />
        <RiskCard at=at.clone() found=at_risk />
        <Waiting at=at.clone() proposals=counts.proposals />
        <Attention at=at.clone() weeks=weeks />
        <StandCards at=at.clone() stand=stand />
    }
    .into_any())
}

/// The week that is running.
pub(super) fn week_of(at: &At) -> Week {
    Week::of(at.today())
}

/// The quarter that is over: its assessment is what is in work.
pub(super) fn last_quarter(at: &At) -> Quarter {
    Quarter::of(at.today()).previous()
}

/// The day, as prose.
pub(super) fn today(at: &At) -> String {
    time::prose_day(at.language(), at.today())
}

/// Whether the base still has to file this week of its own.
fn is_owed(facts: &WeekFacts) -> bool {
    let asked = matches!(facts.cell, Cell::Pending | Cell::Missing) || facts.state == Some(State::Returned);
    asked && facts.state.is_none_or(State::is_open)
}

#[component]
fn Due(at: At, counts: Counts, owed: Vec<WeekFacts>) -> impl IntoView {
    let language = at.language();
    let Counts {
        reports,
        instructions,
        proposals,
        plans,
        targets,
        rectifications,
        services,
        follow_ups,
        assessments,
        since,
        ..
    } = counts;
    let oldest = |kinds: &[What]| since.of(language, kinds);
    let plan_note = oldest(&[What::Plan, What::Exception]);
    let proposal_note = oldest(&[What::Proposal]);
    let target_note = oldest(&[What::TargetsReturned]);
    let rectification_note = oldest(&[What::Close, What::BaseRepair]);
    let rectification_tone = if rectifications.for_operator > 0 { Tone::Warn } else { Tone::Calm };
    let service_tone = match (services.asked, services.overdue) {
        (_, 1..) => Tone::Bad,
        (1.., 0) => Tone::Warn,
        (0, 0) => Tone::Calm,
    };
    let service_note =
        if services.overdue > 0 { words::services_overdue(language, services.overdue) } else { String::new() };
    let service_note = both(language, service_note, oldest(&[What::ServiceAsked]));
    let silent_tone = if reports.missing_last_due > 0 { Tone::Bad } else { Tone::Calm };
    let plan_tone = if plans.of_organisations > 0 { Tone::Warn } else { Tone::Calm };
    let review_tone = if reports.waiting > 0 { Tone::Warn } else { Tone::Calm };
    let instruction_tone = match (instructions.overdue, instructions.open) {
        (0, 0) => Tone::Calm,
        (0, _) => Tone::Warn,
        _ => Tone::Bad,
    };
    let first_owed = owed.last();
    let overdue = first_owed.and_then(|facts| facts.due_at).is_some_and(|due| due < at.request.now);
    let own_tone = match (owed.is_empty(), overdue) {
        (true, _) => Tone::Calm,
        (false, true) => Tone::Bad,
        (false, false) => Tone::Warn,
    };
    let own_note = first_owed
        .and_then(|facts| facts.due_at)
        .map_or_else(|| words::own_report_none(language).to_owned(), |due| time::left(language, at.request.now, due));
    let own_week = first_owed.map_or_else(|| week_of(&at), |facts| facts.week);
    let instruction_note = if instructions.overdue > 0 {
        words::instructions_overdue(language, instructions.overdue)
    } else {
        String::new()
    };
    let instruction_note = both(language, instruction_note, oldest(&[What::Instruction]));
    let follow_up_figure = (follow_ups.due + follow_ups.overdue).to_string();
    let follow_up_note = match follow_ups.overdue {
        0 => String::new(),
        overdue => words::follow_ups_overdue(language, overdue),
    };
    let follow_up_tone = match (follow_ups.overdue, follow_ups.due) {
        (0, 0) => Tone::Calm,
        (0, _) => Tone::Warn,
        _ => Tone::Bad,
    };
    view! {
        <DueCards label=words::due_today(language)>
            <DueCard
                href=at.path("/reports?show=silent&sort=report")
                figure=reports.missing_last_due.to_string()
                label=words::silent(language)
                note=silent_note(language, &reports)
                tone=silent_tone
            />
            <DueCard
                href=at.path("/reviews")
                figure=reports.waiting.to_string()
                label=words::to_review(language)
                note=waited(language, reports.oldest_waited)
                tone=review_tone
            />
            <DueCard
                href=at.path(&format!("/base-reports/{own_week}"))
                figure=owed.len().to_string()
                label=words::own_report_due(language)
                note=own_note
                tone=own_tone
            />
            <DueCard
                href=at.path("/instructions?state=open")
                figure=instructions.open.to_string()
                label=words::instructions_due(language)
                note=instruction_note
                tone=instruction_tone
            />
            <DueCard
                href=at.path("/plans/waiting")
                figure=plans.of_organisations.to_string()
                label=words::plans_to_decide(language)
                note=plan_note
                tone=plan_tone
            />
            <DueCard
                href=at.path("/services?state=asked")
                figure=services.asked.to_string()
                label=words::services_to_accept(language)
                note=service_note
                tone=service_tone
            />
            <DueCard
                href=at.path("/follow-ups")
                figure=follow_up_figure
                label=words::follow_ups_due(language)
                note=follow_up_note
                tone=follow_up_tone
            />
            <DueCard
                href=at.path("/rectifications?waits=operator")
                figure=rectifications.for_operator.to_string()
                label=words::rectifications_to_do(language)
                note=rectification_note
                tone=rectification_tone
            />
            {(follow_ups.commented > 0)
                .then(|| {
                    view! {
                        <DueCard
                            href=at.path("/follow-ups?show=commented")
                            figure=follow_ups.commented.to_string()
                            label=words::follow_ups_commented(language)
                            tone=Tone::Bad
                        />
                    }
                })}
            {(targets.returned > 0)
                .then(|| {
                    view! {
                        <DueCard
                            href=at.path("/targets")
                            figure=targets.returned.to_string()
                            label=words::targets_returned(language)
                            note=target_note
                            tone=Tone::Bad
                        />
                    }
                })}
            <DueCard
                href=at.path("/proposals")
                figure=proposals.total.to_string()
                label=words::proposals(language)
                note=proposal_note
            />
            <DueCard
                href=at.path("/reports?show=help")
                figure=reports.help_wanted.to_string()
                label=words::help_needed(language)
            />
            <DeskCards at=at counts=assessments since=since />
        </DueCards>
    }
}

/// What is late, and since when the oldest waits.
fn both(language: Language, late: String, oldest: String) -> String {
    joined(language, [late, oldest].into_iter().filter(|part| !part.is_empty()))
}

fn silent_note(language: Language, reports: &BaseCounts) -> String {
    match (reports.missing_last_due, reports.silent) {
        (0, _) => words::silent_none(language).to_owned(),
        (_, 0) => String::new(),
        (_, twice) => words::silent_twice(language, twice),
    }
}

/// How long the oldest waits, in working days.
pub(super) fn waited(language: Language, working_days: Option<u32>) -> String {
    working_days.map_or_else(
        || words::none_waits(language).to_owned(),
        |days| waiting::oldest(language, time::waiting(language, days)),
    )
}

/// The weeks that the base itself owes the bureau, the oldest first.
#[component]
fn Own(at: At, owed: Vec<WeekFacts>) -> impl IntoView {
    let language = at.language();
    let lines = owed.iter().rev().map(|facts| {
        let href = at.path(&format!("/base-reports/{}", facts.week));
        let note = facts.due_at.map(|due| {
            let left = time::left(language, at.request.now, due);
            words::due_and_left(language, time::deadline(language, due, at.zone()), left)
        });
        let late = facts.due_at.is_some_and(|due| due < at.request.now);
        let look = cell::look(language, &facts.cell);
        view! {
            <Todo
                href=href
                title=words::base_report_of(language, time::week(language, facts.week))
                note=note.unwrap_or_default()
                tone=if late { Tone::Bad } else { Tone::Warn }
            >
                <Badge tone=look.tone sign=look.sign word=look.word />
            </Todo>
        }
    });
    let lines = lines.collect_view();
    (!owed.is_empty()).then(|| {
        view! {
            <Card title=words::own_report(language) flush=true>
                <ul class="todos">{lines}</ul>
            </Card>
        }
    })
}

/// What the operator has proposed and the bureau has not decided on.
#[component]
fn Waiting(at: At, proposals: Page<OpenProposal>) -> impl IntoView {
    let lines = proposals::lines(&at, &proposals.rows);
    let (all, label) = (at.path("/proposals"), words::all_proposals(at.language(), proposals.total));
    let aside: ViewFn = (move || view! { <a href=all.clone()>{label.clone()}</a> }).into();
    (!proposals.rows.is_empty()).then(|| {
        view! {
            <Card title=words::waiting_for_bureau(at.language()) aside=aside flush=true>
                <ul class="todos">{lines}</ul>
            </Card>
        }
    })
}
