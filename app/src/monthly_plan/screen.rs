//! A plan's page: `/o/{organisation}/plans/{month}`, `/b/{base}/plans/{month}` and
//! `/b/{base}/organisations/{organisation}/plans/{month}`.

use hatchboard::{
    monthly_plan::{
        State,
        store::{self, PlanPage},
    },
    period::Month,
    weekly_report::store::exception_request::{self, Asked},
};
use leptos::prelude::*;

use super::{
    Here,
    api::{PlanTyped, ReasonTyped, ResultTyped},
    behalf::{BehalfLink, OnBehalf},
    decision::{Attempts, Decision, Steps, Waiting},
    editor::Editor,
    history::Versions,
    items::Items,
    look::{LateClosing, StateBadge, TimelinessBadge, month_name, rate},
    problem::told,
    relief::{ReliefBack, ReliefCard},
    result::CloseForm,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, returned},
    print::print_plan,
    request::{Request, path_id, path_parameter},
    ui::{
        card::{Card, Fact},
        empty::Empty,
        form::LinkButton,
        frame::{Frame, FrameData},
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::ExportLink,
        time,
    },
    weekly_report::{Author, Whose, desk, place},
};

/// For an organisation's staff.
#[component]
pub fn OurPlanPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let organisation = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let month = month_of_path()?;
        let here = Here {
            base: author.base.clone(),
            month,
            reader: author.reader.clone(),
            writes: Some(author.whose.clone()),
            decides: false,
            list: format!("/o/{organisation}/plans"),
            months: format!("/o/{organisation}/plans"),
            reports: format!("/o/{organisation}/reports"),
        };
        let shown = Shown::load(&request, &here).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurPlans).await?;
        Ok(whole(frame, here, shown))
    })
}

/// The base's own plan: the operator writes, the bureau decides.
#[component]
pub fn BasePlanPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let month = month_of_path()?;
        let here = Here {
            base: at.base.clone(),
            month,
            reader: at.reader.of(at.base.id),
            writes: at.is_manager().then(|| Whose::Base(at.base.slug.clone())),
            decides: at.is_bureau(),
            list: at.path("/plans"),
            months: at.path("/plans"),
            reports: at.path("/base-reports"),
        };
        let shown = Shown::load(&at.request, &here).await?;
        let frame = at.frame(Tab::Plans).await?;
        Ok(whole(frame, here, shown))
    })
}

/// An organisation's plan, as the base sees it: the operator decides.
#[component]
pub fn OrganisationPlanPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (month, organisation) = (month_of_path()?, path_id("organisation")?);
        let here = Here {
            base: at.base.clone(),
            month,
            reader: at.reader.of(organisation),
            writes: None,
            decides: at.is_manager(),
            list: at.path(&format!("/plans?month={month}")),
            months: at.path(&format!("/organisations/{organisation}/plans")),
            reports: at.path(&format!("/weeks/{organisation}")),
        };
        let shown = Shown::load(&at.request, &here).await?;
        let frame = at.frame(Tab::Plans).await?;
        Ok(whole(frame, here, shown))
    })
}

pub(super) fn month_of_path() -> Result<Month, AppError> {
    path_parameter("month").parse().map_err(|_| AppError::NotFound)
}

/// A plan, and what the forms of its page came back with.
pub(super) struct Shown {
    page: PlanPage,
    plan: Option<Returned<PlanTyped>>,
    result: Option<Returned<ResultTyped>>,
    attempts: Attempts,
    asked: Vec<Asked>,
    relief: ReliefBack,
}

impl Shown {
    pub(super) async fn load(request: &Request, here: &Here) -> Result<Self, AppError> {
        let page = store::open(&request.store, &here.reader, here.month).await;
        let page = page.map_err(|error| told(error, request.language))?;
        let asked = exception_request::of_month(&request.store, &here.reader, here.month).await;
        let asked = asked.map_err(|error| desk::problem::told(error, request.language))?;
        let error = |form: Option<Returned<()>>| form.map(|form| form.error);
        Ok(Self {
            page,
            asked,
            relief: ReliefBack {
                asked: returned("plan_exception").await?,
                declined: returned("plan_exception_decide").await?,
            },
            plan: returned("plan").await?,
            result: returned("plan_result").await?,
            attempts: Attempts {
                approve: returned::<ReasonTyped>("plan_approve").await?.map(|form| form.error),
                send_back: returned("plan_return").await?,
                release: error(returned("plan_release").await?),
                step: error(returned("plan_step").await?),
            },
        })
    }
}

pub(super) fn whole(frame: FrameData, here: Here, shown: Shown) -> AnyView {
    let language = language();
    let Shown { page, plan, result, attempts, asked, relief } = shown;
    let title = words::plan_of(language, month_name(language, here.month));
    let subject = page.subject.name.clone();
    let frame =
        frame.with_crumbs([(words::plans(language).to_owned(), Some(here.list.clone())), (title.clone(), None)]);
    let writes = here.writes.is_some();
    let open = page.facts.state.is_none_or(State::is_open);
    let editable = writes && open && (page.id.is_some() || page.can_begin);
    let step_error = attempts.step.clone();
    let items = (!page.items.is_empty()).then(|| view! { <Items here=here.clone() page=page.clone() /> });
    let nothing = (page.items.is_empty() && !editable).then(|| {
        view! {
            <Card title=words::items_title(language)>
                <Empty title=words::no_items(language) icon=Icon::Plan />
            </Card>
        }
    });
    // What became of a month is its own subject's to say.
    let closes = !matches!(here.writes, None | Some(Whose::OnBehalf { .. }));
    let closing =
        (closes && page.can_close).then(|| view! { <CloseForm here=here.clone() page=page.clone() back=result /> });
    let earlier = neighbour(&here, here.month.previous(), words::earlier_month(language), Icon::Back);
    let later = neighbour(&here, here.month.next(), words::later_month(language), Icon::Next);
    let on_behalf = view! { <BehalfLink here=here.clone() page=page.clone() /> };
    let print = (!page.items.is_empty()).then(|| {
        view! { <LinkButton href=here.printed() label=print_plan(language) icon=Icon::Print /> }
    });
    let export = view! { <ExportLink query=ListQuery::default() path=here.workbook() /> };
    let heading = format!("{subject} · {title}");
    view! {
        <Frame data=frame>
            <PageHead title=heading>{earlier} {later} {export} {print} {on_behalf}</PageHead>
            <OnBehalf here=here.clone() page=page.clone() />
            <Waiting here=here.clone() page=page.clone() />
            <Facts here=here.clone() page=page.clone() />
            <ReliefCard here=here.clone() page=page.clone() asked=asked back=relief />
            <Steps here=here.clone() page=page.clone() error=step_error />
            <Decision here=here.clone() page=page.clone() back=attempts />
            {editable.then(|| view! { <Editor here=here.clone() page=page.clone() back=plan /> })}
            {closing}
            {items}
            {nothing}
            <Versions here=here page=page />
        </Frame>
    }
    .into_any()
}

/// The same subject's plan of another month.
fn neighbour(here: &Here, month: Month, label: &'static str, icon: Icon) -> impl IntoView + use<> {
    view! { <LinkButton href=format!("{}/{month}", here.months) label=label icon=icon /> }
}

/// State, deadlines and rate.
#[component]
fn Facts(here: Here, page: PlanPage) -> AnyView {
    let request = Request::current();
    let (language, zone) = (request.language, here.base.zone);
    let facts = page.facts.clone();
    let closed = facts.closed_at.zip(page.closed_by.clone());
    let closed = closed.map(|(at, by)| words::closed_on(language, time::minute(at, zone), by));
    let due = facts.due_at.filter(|_| facts.expected || facts.state.is_some()).map(|due| {
        let left = facts.state.is_none_or(State::is_open).then(|| time::left(language, request.now, due));
        view! {
            <Fact term=words::due(language)>
                {time::minute(due, zone)} {left.map(|left| format!(" · {left}"))}
            </Fact>
        }
    });
    let result_due = facts.result_due_at.filter(|_| facts.state.is_some()).map(|due| {
        view! { <Fact term=words::result_due(language)>{time::minute(due, zone)}</Fact> }
    });
    let behalf = facts.on_behalf.then(|| {
        let said = if facts.is_unconfirmed() {
            words::on_behalf_open(language)
        } else if facts.on_behalf_confirmed {
            words::on_behalf_confirmed(language)
        } else {
            words::on_behalf(language)
        };
        view! { <Fact term=words::submitted_how(language)>{said}</Fact> }
    });
    let late = facts.clone();
    let counted = (!page.items.is_empty()).then(|| {
        let done = rate(&page.completion);
        view! { <Fact term=words::completion(language)>{done}</Fact> }
    });
    view! {
        <Card title=words::state(language)>
            <dl class="facts">
                <Fact term=words::state(language)>
                    <StateBadge facts=page.facts />
                    <LateClosing facts=late />
                    {closed.map(|words| view! { <p class="soft">{words}</p> })}
                </Fact>
                <Fact term=words::timely(language)>
                    <TimelinessBadge facts=facts />
                </Fact>
                {behalf}
                {due}
                {result_due}
                {counted}
            </dl>
        </Card>
    }
    .into_any()
}
