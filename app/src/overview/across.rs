//! `/bases`: every base that a person supervises in one line, so that the one that needs a visit is seen in a minute.

use chrono::{DateTime, Utc};
use hatchboard::{
    access::Role,
    annual_target::store as targets,
    assessment::{
        Occasion,
        store::{Overview, last_public, overview, waits_since},
    },
    base::Base,
    calendar::{self, Calendar},
    follow_up::store::survival_of,
    incubation::store::open_proposals,
    instruction::{
        State as InstructionState,
        store::{self as instructions, InstructionFilter},
    },
    monthly_plan::{State as PlanState, store as plans},
    period::{Quarter, Week, Year},
    points::Points,
    store::Paging,
    weekly_report::{
        Rate,
        store::{
            coverage::{Coverage, coverage},
            quarter_rate,
            queue::{self, Whose},
        },
    },
};
use leptos::prelude::*;

use super::{
    across_base::BaseCard,
    across_words as words,
    beside::Beside,
    scores::{dash, hundredths, note, rate},
};
use crate::{
    Language, annual_target, assessment,
    base::At,
    error::AppError,
    follow_up, instruction, monthly_plan,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        chart::Sparkline,
        frame::{Frame, FrameData},
        nav::{Place, Tab},
        page::{PageHead, page},
        table::{Column, Table},
        text::joined,
        time,
    },
    weekly_report::desk::problem,
};

/// The address, for those who supervise more than one base.
pub(crate) const PATH: &str = "/bases";
/// So many lines of a list are looked through for the one that has waited the longest.
const LOOKED_AT: u64 = 50;

/// What one base comes to.
#[derive(Debug, Clone)]
pub struct BaseLine {
    pub base: Base,
    pub coverage: Coverage,
    /// Of the last quarter that is over.
    pub on_time: Rate,
    /// The last quarter that was published.
    pub published: Option<Overview>,
    /// Of the year's targets that stand approved, those that are not behind, and all.
    pub targets: Option<(usize, usize)>,
    /// Follow-ups whose window has closed.
    pub overdue: u32,
    pub waits: Waits,
    /// How many of the hatched live on.
    pub lives: Option<String>,
    pub at: At,
}

/// What waits for the bureau at one base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waits {
    pub number: u64,
    /// Working days that the oldest has waited; `None` where nothing does, or nobody noted since when.
    pub oldest: Option<u32>,
}

/// The bases of which somebody is the bureau, each once.
pub(crate) fn supervised(request: &Request) -> Result<Vec<String>, AppError> {
    let officer = |one: &&hatchboard::access::Membership| one.role == Role::Bureau;
    let mut slugs: Vec<String> =
        request.asker()?.memberships().iter().filter(officer).map(|one| one.base_slug.clone()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    Ok(slugs)
}

/// For the bureau. A base takes some forty statements, whatever it holds: each is read by the proof of its own
/// membership, as its own pages read it, and a bureau supervises a handful.
#[component]
pub fn AcrossPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let slugs = supervised(&request)?;
        if slugs.is_empty() {
            return Err(AppError::Forbidden);
        }
        let calendar = calendar::store::load(request.store.read()).await?;
        let mut lines = Vec::with_capacity(slugs.len());
        for slug in slugs {
            let base = request.base(&slug).await?;
            let reader = request.asker()?.bureau(base.id)?.as_reader();
            lines.push(of_base(&At { request: request.clone(), base, reader }, &calendar).await?);
        }
        let language = request.language;
        let card = |line: &BaseLine| {
            let (at, found, lives) = (line.at.clone(), line.published.clone(), line.lives.clone());
            view! { <BaseCard at=at found=found lives=lives /> }
        };
        let cards = lines.iter().map(card).collect_view();
        Ok(view! {
            <Frame data=FrameData::new(&request, &Place::Myself, Tab::Me, &[])>
                <PageHead title=words::title(language) subtitle=words::subtitle(language) />
                <Lines lines=lines />
                <div class="pairs">{cards}</div>
            </Frame>
        }
        .into_any())
    })
}

async fn of_base(at: &At, calendar: &Calendar) -> Result<BaseLine, AppError> {
    let (store, reader, language, today) = (&at.request.store, &at.reader, at.language(), at.today());
    let last = Quarter::of(today).previous();
    let on_time = quarter_rate(store, reader, last).await.map_err(|error| problem::told(error, language))?;
    let published = match last_public(store, reader).await? {
        Some(quarter) => {
            Some(overview(store, reader, quarter).await.map_err(|error| assessment::told(error, language))?)
        }
        None => None,
    };
    let year = targets::year(store, reader, Year::of(today)).await;
    let year = year.map_err(|error| annual_target::told(error, language))?;
    let on_course = year.lines.iter().filter(|line| !line.progress.is_behind(&line.target)).count();
    let submitted = (year.state == Some(PlanState::Submitted)).then_some(year.submitted).flatten();
    let submitted = submitted.map(|(at, _)| at);
    let lives = survival_of(store, reader).await.map_err(|error| follow_up::told(error, language))?;
    Ok(BaseLine {
        coverage: coverage(store, reader, Week::of(today)).await?,
        on_time,
        published,
        targets: year.stands.then_some((on_course, year.lines.len())),
        overdue: at.follow_ups().await?.overdue,
        waits: waits(at, calendar, submitted).await?,
        base: at.base.clone(),
        lives: follow_up::survival::in_words(language, &lives.all),
        at: at.clone(),
    })
}

/// What the first screen of the bureau counts, and since when the oldest of it waits.
async fn waits(at: &At, calendar: &Calendar, submitted: Option<DateTime<Utc>>) -> Result<Waits, AppError> {
    let (store, reader, language) = (&at.request.store, &at.reader, at.language());
    let first = Paging::new(1, 1);
    let reports = queue::waiting(store, reader, Whose::Base, first).await;
    let reports = reports.map_err(|error| problem::told(error, language))?;
    let proposals = open_proposals(store, reader, first).await?;
    let plans = plans::waiting(store, reader, Some(true), first).await;
    let plans = plans.map_err(|error| monthly_plan::told(error, language))?;
    let answered = InstructionFilter { state: Some(InstructionState::Answered), ..InstructionFilter::default() };
    let answered = instructions::list(store, reader, &answered, Paging::new(1, LOOKED_AT)).await;
    let answered = answered.map_err(|error| instruction::told(error, language, ""))?;
    let targets = targets::waits(store, reader).await?.to_decide();
    let sheets = hatchboard::assessment::store::counts(store, reader).await?.for_bureau();
    let letters = at.letters().await?.unwrap_or_default();
    let since = [
        proposals.rows.first().map(|one| one.change.proposed_at),
        answered.rows.iter().filter_map(|one| one.answered_at).min(),
        letters.oldest,
        waits_since(store, reader).await?,
        submitted,
    ];
    let days = |since: DateTime<Utc>| calendar.working_days_between(at.base.day(since), at.today());
    let told = [reports.rows.first().map(|one| one.working_days), plans.rows.first().map(|one| one.waited)];
    let oldest = since.into_iter().flatten().map(days).chain(told.into_iter().flatten()).max();
    let number = reports.total + proposals.total + plans.total + answered.total;
    let number = number + u64::from(targets) + u64::from(sheets) + u64::from(letters.waiting);
    Ok(Waits { number, oldest: oldest.filter(|_| number > 0) })
}

#[component]
fn Lines(lines: Vec<BaseLine>) -> AnyView {
    let language = crate::ui::language();
    let rows = lines.into_iter().map(|line| view! { <Line line=line /> }).collect_view();
    view! {
        <Table caption=words::title(language)>
            <thead>
                <tr>
                    <Column label=words::base(language) />
                    <Column label=words::coverage(language) numeric=true />
                    <Column label=words::on_time(language) numeric=true />
                    <Column label=words::mean(language) numeric=true />
                    <Column label=words::passed(language) numeric=true />
                    <Column label=words::own(language) numeric=true />
                    <Column label=words::targets(language) numeric=true />
                    <Column label=words::overdue(language) numeric=true />
                    <Column label=words::waits(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Line(line: BaseLine) -> AnyView {
    let language = crate::ui::language();
    let BaseLine { base, coverage, on_time, published, targets, overdue, waits, .. } = line;
    let path = |below: &str| format!("/b/{}{below}", base.slug);
    let last = Quarter::of(base.day(Request::current().now)).previous();
    let found = published.as_ref();
    let quarter = found.map(|found| found.quarter);
    let glance = quarter.map_or_else(|| path("/assessments"), |quarter| path(&format!("/quarters/{quarter}")));
    let mean = found.and_then(|found| found.now.mean);
    // What is known of a published quarter came of the program.
    let beside = Beside::of(language, last.into(), true);
    let moved = beside.points(mean, found.and_then(|found| found.before.mean));
    let passed = found.and_then(|found| found.now.passed());
    let passed_moved = beside.rate(passed, found.and_then(|found| found.before.passed()));
    let known: Vec<(Quarter, Points)> = found
        .into_iter()
        .flat_map(|found| &found.of_base)
        .filter(|one| one.state.is_public())
        .filter_map(|one| Some((one.quarter, one.total?)))
        .collect();
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
        view! { <a href=path("/targets")>{format!("{on_course}/{all}")}</a> }
    });
    let late = if overdue > 0 {
        view! {
            <a href=path("/follow-ups")>
                <Badge tone=Tone::Bad sign="!" word=overdue.to_string() />
            </a>
        }
        .into_any()
    } else {
        "0".into_any()
    };
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
                <a href=path(&format!("/reports?quarter={last}"))>{rate(on_time.basis_points())}</a>
            </td>
            <td class="number" data-label=words::mean(language)>
                <a class="among-words" href=glance>{mean}</a>
                <small class="soft">" " {shown}</small>
                {note(moved)}
            </td>
            <td class="number" data-label=words::passed(language)>
                {rate(passed)}
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
            <td data-label=words::waits(language)>
                <a href=path("")>{waiting(language, waits)}</a>
            </td>
        </tr>
    }
    .into_any()
}

fn waiting(language: Language, waits: Waits) -> String {
    match (waits.number, waits.oldest) {
        (0, _) => words::waits_none(language).to_owned(),
        (number, None) => words::waits_number(language, number),
        (number, Some(oldest)) => words::waits_oldest(language, number, time::waiting(language, oldest)),
    }
}
