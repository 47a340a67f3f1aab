//! What the bureau has to do now, and how the base stands.

use hatchboard::{
    bureau_line::store::LetterCounts,
    incubation::store::OpenProposal,
    instruction::{
        State,
        store::{self as instructions, Instruction, InstructionFilter},
    },
    store::{Page, Paging},
    waiting::What,
    weekly_report::store::{
        matrix::{Matrix, WeekSummary},
        queue::{self, Waiting, Whose},
    },
};
use leptos::prelude::*;

use super::{
    At, Counts, PROPOSALS,
    attention::{self, Attention},
    manager::{last_quarter, today, waited, week_of},
    proposals, words,
};
use crate::{
    assessment::DeskCards,
    bureau_line,
    error::AppError,
    help::FirstSteps,
    instruction::{StateBadge, told},
    overview, risk,
    ui::{
        badge::Tone,
        card::{Card, DueCard, DueCards, Todo},
        empty::Empty,
        form::{LinkButton, Weight},
        icon::Icon,
        number::percent,
        page::PageHead,
        time,
    },
    waiting,
    weekly_report::desk::problem,
};

/// Lines of what waits.
const LINES: u64 = 10;

pub(super) async fn screen(at: &At, counts: Counts) -> Result<AnyView, AppError> {
    let store = &at.request.store;
    let language = at.language();
    let reports = queue::waiting(store, &at.reader, Whose::Base, Paging::new(1, LINES)).await;
    let reports = reports.map_err(|error| problem::told(error, language))?.rows;
    let answered = InstructionFilter { state: Some(State::Answered), ..InstructionFilter::default() };
    let answered = instructions::list(store, &at.reader, &answered, Paging::new(1, LINES)).await;
    let answered = answered.map_err(|error| told(error, language, ""))?.rows;
    let weeks = attention::matrix(at).await?;
    let give = at.path("/instructions/new");
    let (at_risk, whom) = (at.path("/risks"), at.path("/waiting"));
    let across = (overview::supervised(&at.request)?.len() > 1).then(|| {
        view! { <LinkButton href=overview::ACROSS label=overview::across(language) icon=Icon::Base /> }
    });
    let glance = at.path(&format!("/quarters/{}", last_quarter(at)));
    Ok(view! {
        <PageHead title=words::title(language, time::week_number(language, week_of(at))) subtitle=today(at)>
            {across}
            <LinkButton href=whom label=waiting::title(language) icon=Icon::Review />
            <LinkButton href=at_risk label=risk::title(language) icon=Icon::Warning />
            <LinkButton href=glance label=words::at_a_glance(language) icon=Icon::Assessment />
            <LinkButton href=give label=words::give_instruction(language) weight=Weight::Main icon=Icon::Instruction />
        </PageHead>
        <FirstSteps place=at.place() />
        <Due at=at.clone() counts=counts.clone() weeks=weeks.clone() />
        <WaitsForBureau
            at=at.clone()
            proposals=counts.proposals
            reports=reports
            answered=answered
            letters=counts.letters.unwrap_or_default()
        />
        <Attention at=at.clone() weeks=weeks />
    }
    .into_any())
}

#[component]
fn Due(at: At, counts: Counts, weeks: Matrix) -> impl IntoView {
    let language = at.language();
    let Counts {
        reports, instructions, proposals, plans, targets, rectifications, assessments, letters, since, ..
    } = counts;
    let oldest = |kinds: &[What]| since.of(language, kinds);
    let plan_note = oldest(&[What::BasePlan, What::BaseException]);
    let target_note = oldest(&[What::Targets, What::TargetEntry]);
    let proposal_note = oldest(&[What::Proposal]);
    let answered_note = oldest(&[What::InstructionAnswered]);
    let rectification_note = oldest(&[What::CloseByBureau]);
    let wants = |count: u32| if count > 0 { Tone::Warn } else { Tone::Calm };
    let written = letters.map(|letters| {
        view! {
            <DueCard
                href=at.path("/letters?state=asked")
                figure=letters.waiting.to_string()
                label=words::letters_to_answer(language)
                note=longest(&at, letters)
                tone=wants(letters.waiting)
            />
        }
    });
    let overdue_tone = if instructions.overdue > 0 { Tone::Bad } else { Tone::Calm };
    view! {
        <DueCards label=words::due_today(language)>
            <DueCard
                href=at.path("/base-reports")
                figure=reports.base_waiting.to_string()
                label=words::base_report_to_read(language)
                note=waited(language, reports.base_oldest_waited)
                tone=wants(reports.base_waiting)
            />
            {written}
            <DueCard
                href=at.path("/plans/waiting")
                figure=plans.of_base.to_string()
                label=words::plans_to_decide(language)
                note=plan_note
                tone=wants(plans.of_base)
            />
            <DueCard
                href=at.path("/targets")
                figure=targets.to_decide().to_string()
                label=words::targets_to_decide(language)
                note=target_note
                tone=wants(targets.to_decide())
            />
            <DueCard
                href=at.path("/proposals")
                figure=proposals.total.to_string()
                label=words::proposals_decide(language)
                note=proposal_note
                tone=wants(u32::try_from(proposals.total).unwrap_or(u32::MAX))
            />
            <DueCard
                href=at.path("/instructions?state=answered")
                figure=instructions.answered.to_string()
                label=words::instructions_answered(language)
                note=answered_note
                tone=wants(instructions.answered)
            />
            <DueCard
                href=at.path("/rectifications?waits=bureau")
                figure=rectifications.for_bureau.to_string()
                label=words::rectifications_to_close(language)
                note=rectification_note
                tone=wants(rectifications.for_bureau)
            />
            <DueCard
                href=at.path("/instructions?show=overdue")
                figure=instructions.overdue.to_string()
                label=words::instructions_late(language)
                tone=overdue_tone
            />
            <DeskCards at=at.clone() counts=assessments since=since />
            <Coverage at=at.clone() weeks=weeks />
            <DueCard
                href=at.path("/reports")
                figure=reports.waiting.to_string()
                label=words::waits_for_operator(language)
                note=waited(language, reports.oldest_waited)
            />
        </DueCards>
    }
}

/// How long the oldest letter that waits has waited.
fn longest(at: &At, letters: LetterCounts) -> String {
    let waited = |since| bureau_line::waits_longest(at.language(), time::length(at.language(), at.request.now - since));
    letters.oldest.map(waited).unwrap_or_default()
}

/// How many of the organisations filed, for the last week that was due.
#[component]
fn Coverage(at: At, weeks: Matrix) -> impl IntoView {
    let language = at.language();
    let found = weeks.last_due.and_then(|due| weeks.summary.into_iter().find(|week| week.week == due));
    found.map(|week| {
        let figure = week.rate.basis_points().map_or_else(|| "–".to_owned(), |points| percent(points.into()));
        let tone = if week.missing > 0 { Tone::Bad } else { Tone::Good };
        let WeekSummary { on_time, late, expected, .. } = week;
        let label = words::coverage(language, time::week_number(language, week.week));
        view! {
            <DueCard
                href=at.path("/reports")
                figure=figure
                label=label
                note=words::coverage_of(language, on_time + late, expected)
                tone=tone
            />
        }
    })
}

#[component]
fn WaitsForBureau(
    at: At,
    proposals: Page<OpenProposal>,
    reports: Vec<Waiting>,
    answered: Vec<Instruction>,
    letters: LetterCounts,
) -> impl IntoView {
    let language = at.language();
    if reports.is_empty() && answered.is_empty() && proposals.rows.is_empty() && letters.waiting == 0 {
        return view! {
            <Card title=words::waiting_for_bureau(language)>
                <Empty title=words::waiting_for_bureau_none(language) words=words::all_done_hint(language) />
            </Card>
        }
        .into_any();
    }
    let reports = reports.into_iter().map(|one| {
        let href = at.path(&format!("/base-reports/{}", one.week));
        view! {
            <Todo
                href=href
                title=words::base_report_of(language, time::week(language, one.week))
                note=time::waiting(language, one.working_days)
                tone=Tone::Warn
            />
        }
    });
    let reports = reports.collect_view();
    let proposed = proposals::lines(&at, &proposals.rows);
    let more = (proposals.total > PROPOSALS).then(|| {
        let (href, words) = (at.path("/proposals"), words::all_proposals(language, proposals.total));
        view! { <Todo href=href title=words /> }
    });
    let answered = answered.into_iter().map(|one| {
        let href = at.path(&format!("/instructions/{}", one.id));
        let since = time::length(language, at.request.now - one.answered_at.unwrap_or(one.given_at));
        view! {
            <Todo
                href=href
                title=words::instruction_of(language, one.title)
                note=words::waits(language, since)
                tone=Tone::Warn
            >
                <StateBadge state=one.state />
            </Todo>
        }
    });
    let answered = answered.collect_view();
    let written = (letters.waiting > 0).then(|| {
        let (href, title) = (at.path("/letters?state=asked"), bureau_line::todo_waiting(language, letters.waiting));
        view! { <Todo href=href title=title note=longest(&at, letters) tone=Tone::Warn /> }
    });
    view! {
        <Card title=words::waiting_for_bureau(language) flush=true>
            <ul class="todos">{written} {reports} {proposed} {more} {answered}</ul>
        </Card>
    }
    .into_any()
}
