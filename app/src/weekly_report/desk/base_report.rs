use hatchboard::{
    period::Week,
    rectification::FoundIn,
    weekly_report::{
        State, Summary,
        store::{WeekFacts, base_report, read},
    },
};
use leptos::prelude::*;

use super::{
    api::OF_BASE,
    beginning,
    comment::CommentForm,
    decision::{Attempts, Decision},
    filed::Filed,
    problem,
    summary::OrganisationsWeek,
    words,
};
use crate::{
    assessment::report_sample::drawn_notice,
    base::At,
    error::AppError,
    print::print_report,
    rectification::GiveLink,
    request::{path_parameter, query},
    ui::{
        badge::Tone,
        card::Card,
        empty::Empty,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
    weekly_report::{Sheet, Whose, form::ReportForm, view::ReportView, week::WithdrawForm},
};

/// What `begin=` asks the form to be filled from.
const SUMMARY: &str = "summary";

/// `/b/{base}/base-reports/{week}`: the operator writes the base's own report, the bureau reviews it.
#[component]
pub fn BaseReportPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let week: Week = path_parameter("week").parse().map_err(|_| AppError::NotFound)?;
        let told = |error| problem::told(error, at.language());
        let own = at.reader.of(at.base.id);
        let facts = read::weeks(&at.request.store, &own, Some(week), 1).await.map_err(told)?;
        let facts = facts.into_iter().next().ok_or(AppError::NotFound)?;
        let summary = base_report::summary(&at.request.store, &at.reader, week).await.map_err(told)?;
        let drawn = match facts.report {
            Some(report) => drawn_notice(&at.request, &own, report).await?,
            None => None,
        };
        let Body { main, beside } = body(&at, &facts, &summary).await?;
        let title = words::base_report_title(at.language(), time::week(at.language(), week));
        let crumbs = [
            (words::base_reports_title(at.language()).to_owned(), Some(at.path("/base-reports"))),
            (time::week_number(at.language(), week), None),
        ];
        let print = (facts.versions > 0).then(|| {
            let href = at.path(&format!("/print/reports/{week}"));
            view! { <LinkButton href=href label=print_report(at.language()) icon=Icon::Print /> }
        });
        let frame = at.frame(Tab::BaseReports).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=subtitle(&at, &facts)>
                    {print}
                </PageHead>
                {drawn}
                <div class="columns">
                    {main} <div class="stack not-on-paper">{beside} <OrganisationsWeek at=at summary=summary /></div>
                </div>
            </Frame>
        }
        .into_any())
    })
}

/// When it is due, or whom it waits for.
fn subtitle(at: &At, facts: &WeekFacts) -> String {
    let (language, now) = (at.language(), at.request.now);
    match (facts.state, facts.filed_at, facts.due_at) {
        (Some(State::Submitted), Some(filed), _) => {
            words::waits_for_bureau_since(language, time::length(language, now - filed))
        }
        (Some(State::Accepted), _, _) | (_, _, None) => String::new(),
        (_, _, Some(due)) => {
            let left = time::left(language, now, due);
            words::due_and_left(language, time::deadline(language, due, at.zone()), left)
        }
    }
}

/// The report, or the form of it, and what can be done beside it.
struct Body {
    main: AnyView,
    beside: Option<AnyView>,
}

/// The form where the operator may write, otherwise what was filed.
async fn body(at: &At, facts: &WeekFacts, summary: &Summary) -> Result<Body, AppError> {
    if at.is_manager() && facts.state.is_none_or(State::is_open) {
        return Ok(Body { main: form(at, facts, summary).await?, beside: None });
    }
    let Some(report) = facts.report.filter(|_| facts.versions > 0) else {
        let language = at.language();
        let nothing = view! {
            <Card title=words::base_reports_title(language)>
                <Empty title=words::nothing_filed(language) icon=Icon::BaseReport />
            </Card>
        };
        return Ok(Body { main: nothing.into_any(), beside: None });
    };
    let filed = Filed::find(at, report).await.map_err(|error| problem::told(error, at.language()))?;
    let back = Attempts::of_page().await?;
    Ok(read_only(at, filed, back))
}

/// The operator's form, with a way to begin it from what the organisations filed.
async fn form(at: &At, facts: &WeekFacts, summary: &Summary) -> Result<AnyView, AppError> {
    let mut sheet = Sheet::load(&at.request, Whose::Base(at.base.slug.clone()), facts.week).await?;
    let unwritten = sheet.open.draft_version == 0;
    let begun = query().iter().any(|(name, value)| name == "begin" && value == SUMMARY);
    if begun {
        sheet.begin_with(beginning::begin(at.language(), summary));
    }
    let language = at.language();
    let offer = (unwritten && !begun).then(|| {
        view! {
            <Notice tone=Tone::Calm words=words::begin_consequence(language)>
                <LinkButton href=format!("?begin={SUMMARY}") label=words::begin_from_summary(language) icon=Icon::Edit />
            </Notice>
        }
    });
    Ok(view! { <div class="stack">{offer} <ReportForm sheet=sheet /></div> }.into_any())
}

/// What was filed: the bureau decides on it, the operator may still take it back.
fn read_only(at: &At, filed: Filed, back: Attempts) -> Body {
    let Filed { report, comparison } = filed;
    let said = back.comment.clone();
    let decision = at.is_bureau().then(|| {
        view! { <Decision at=at.clone() report=report.clone() next=String::new() of=OF_BASE back=back /> }
    });
    let week = report.facts.week;
    let here = at.path(&format!("/base-reports/{week}"));
    let withdraw = (at.is_manager() && report.facts.state == Some(State::Submitted)).then(|| {
        let whose = Whose::Base(at.base.slug.clone());
        view! { <WithdrawForm whose=whose week=week row_version=report.facts.row_version /> }
    });
    let main = view! {
        <ReportView
            report=report.clone()
            zone=at.zone()
            compare_path=here
            comparison=comparison
            large_receipt=at.is_manager()
            signatures=true
        />
    };
    let found_in = FoundIn::Report(report.id);
    let (slug, base, role) = (at.base.slug.clone(), at.base.id, at.role());
    let beside = view! {
        <GiveLink slug=slug base=base subject=base role=role found_in=found_in />
        {decision}
        {withdraw}
        <CommentForm at=at.clone() report=report back=said />
    };
    Body { main: main.into_any(), beside: Some(beside.into_any()) }
}
