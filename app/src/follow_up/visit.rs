//! `/b/{base}/organisations/{organisation}/follow-ups/{visit}`: one visit, planned, tried and written.

use hatchboard::{
    follow_up::{
        NewAssignment, NewAttempt, State,
        store::{self, VisitPage, What, Which},
    },
    rectification::FoundIn,
    service_request::store::{Source, led_to},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    api::{ReasonTyped, VisitTyped},
    assignment::Assigning,
    attempts::Attempts,
    form::Editor,
    look::{OutcomeBadge, StandingBadge, StateBadge, left, visit_name, window},
    photos::PhotoCard,
    problem::told,
    questionnaire::{AskBack, Asking},
    record::{HelpLink, Record, TakeBack},
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, returned},
    print::print_follow_up,
    rectification::GiveLink,
    request::{path_id, path_parameter},
    ui::{
        badge::Tone,
        card::{Card, Fact},
        field::Hidden,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
    },
};

/// What the forms of the page came back with.
struct Attempted {
    assignment: Option<Returned<NewAssignment>>,
    attempt: Option<Returned<NewAttempt>>,
    visit: Option<Returned<VisitTyped>>,
    take_back: Option<Returned<ReasonTyped>>,
    photo: Option<Returned<()>>,
}

impl Attempted {
    async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            assignment: returned("follow_up_assign").await?,
            attempt: returned("follow_up_attempt").await?,
            visit: returned("follow_up_visit").await?,
            take_back: returned("follow_up_take_back").await?,
            photo: returned("follow_up_photo").await?,
        })
    }
}

#[component]
pub fn FollowUpPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let organisation = path_id("organisation")?;
        let which: Which = path_parameter("visit").parse().map_err(|_| AppError::NotFound)?;
        let found = store::open(&at.request.store, &at.reader.of(organisation), which).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        let back = Attempted::of_page().await?;
        let language = at.language();
        let title = format!("{} · {}", found.line.name, visit_name(language, &found.line.what));
        let line = at.path(&format!("/organisations/{organisation}/follow-ups"));
        let crumbs = [
            (words::title(language).to_owned(), Some(at.path("/follow-ups"))),
            (found.line.name.clone(), Some(line.clone())),
            (visit_name(language, &found.line.what), None),
        ];
        let frame = at.frame(Tab::FollowUps).await?.with_crumbs(crumbs);
        let open = found.line.record.as_ref().is_none_or(|record| record.state == State::Open);
        let writes = at.is_manager() && open;
        let corrects = found
            .line
            .record
            .as_ref()
            .is_some_and(|record| at.is_manager() && matches!(record.state, State::Filed | State::Commented));
        let silent = found.silent_since.filter(|_| open).map(|day| {
            view! { <Notice tone=Tone::Warn words=words::silent(language, day) /> }
        });
        let zone = at.zone();
        let record = found.filed.clone().map(|filed| view! { <Record filed=filed zone=zone /> });
        let print = found.filed.as_ref().map(|_| {
            let href = at.path(&format!("/print/follow-ups/{organisation}/{which}"));
            view! { <LinkButton href=href label=print_follow_up(language) icon=Icon::Print /> }
        });
        let led_to = led_to_by(&at, &found).await?;
        let help = found.filed.is_some().then(|| view! { <HelpLink at=at.clone() page=found.clone() led_to=led_to /> });
        let fault = found.line.record.as_ref().map(|record| {
            let found_in = FoundIn::Visit(record.id);
            let (slug, role) = (at.base.slug.clone(), at.role());
            view! { <GiveLink slug=slug base=at.base.id subject=organisation role=role found_in=found_in /> }
        });
        let Attempted { assignment, attempt, visit, take_back, photo } = back;
        let take_back = corrects.then(|| view! { <TakeBack at=at.clone() page=found.clone() back=take_back /> });
        let planning = open.then(|| {
            view! { <Assigning at=at.clone() page=found.clone() which=which writes=writes back=assignment /> }
        });
        let photos = writes.then(|| {
            view! { <PhotoCard at=at.clone() page=found.clone() error=photo.map(|photo| photo.error) /> }
        });
        let asked = AskBack::of_page().await?;
        let asking = view! { <Asking at=at.clone() page=found.clone() which=which writes=writes back=asked /> };
        let editor = writes.then(|| view! { <Editor at=at.clone() page=found.clone() which=which back=visit /> });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title>
                    <LinkButton href=line label=words::timeline(language) icon=Icon::Back />
                    {print}
                    {fault}
                </PageHead>
                {silent}
                <Facts at=at.clone() page=found.clone() />
                {record}
                {help}
                {take_back}
                {planning}
                <Attempts at=at page=found which=which writes=writes back=attempt />
                {asking}
                {editor}
                {photos}
            </Frame>
        }
        .into_any())
    })
}

/// The service request that the visit has led to; asked only where help is needed.
async fn led_to_by(at: &At, page: &VisitPage) -> Result<Option<Uuid>, AppError> {
    let needed = page.filed.as_ref().is_some_and(|filed| filed.visit.help_needed().is_some());
    let Some(record) = page.line.record.as_ref().filter(|_| needed) else { return Ok(None) };
    let reader = at.reader.of(page.line.organisation);
    let led_to = led_to(&at.request.store, &reader, Source::Visit(record.id)).await;
    led_to.map_err(|error| AppError::unknown(&error))
}

/// Which visit of which organisation a form is about.
#[component]
pub(super) fn Names(at: At, page: VisitPage, which: Which) -> AnyView {
    view! {
        <Hidden name="base" value=at.base.slug />
        <Hidden name="organisation" value=page.line.organisation.to_string() />
        <Hidden name="which" value=which.to_string() />
    }
    .into_any()
}

/// When it is due, how it stands, and why it is asked for.
#[component]
fn Facts(at: At, page: VisitPage) -> AnyView {
    let language = at.language();
    let line = page.line;
    let left = left(language, &line, at.today());
    let state = line.record.as_ref().map(|record| record.state).filter(|state| *state != State::Open);
    let why = match &line.what {
        What::Extra { note, raised_on, raised_by, .. } => {
            Some((note.clone(), words::raised(language, raised_on, raised_by)))
        }
        What::Scheduled(_) => None,
    };
    let why = why.map(|(note, raised)| {
        view! {
            <Fact term=words::signal(language)>
                <span class="pre">{note}</span>
                <p class="soft">{raised}</p>
            </Fact>
        }
    });
    let taken_back = Some(page.taken_back_for).filter(|reason| !reason.is_empty()).map(|reason| {
        view! {
            <Notice tone=Tone::Warn words=words::taken_back(language)>
                <p class="pre">{reason}</p>
            </Notice>
        }
    });
    let (due, window, hatched_on) =
        (line.what.on().to_string(), window(language, &line.what), line.hatched_on.to_string());
    let (standing, outcome) = (line.standing, line.outcome());
    view! {
        {taken_back}
        <Card title=words::standing(language)>
            <dl class="facts">
                <Fact term=words::standing(language)>
                    <StandingBadge standing=standing />
                    " "
                    {state.map(|state| view! { <StateBadge state=state /> })}
                    {left.map(|left| view! { <p class="soft">{left}</p> })}
                </Fact>
                <Fact term=words::due(language)>{due}</Fact>
                <Fact term=words::window(language)>{window}</Fact>
                <Fact term=words::hatched_on(language)>{hatched_on}</Fact>
                {outcome
                    .map(|outcome| {
                        view! {
                            <Fact term=words::outcome(language)>
                                <OutcomeBadge outcome=outcome />
                            </Fact>
                        }
                    })}
                {why}
            </dl>
        </Card>
    }
    .into_any()
}
