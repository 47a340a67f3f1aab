//! `/b/{base}/services/{request}` and `/o/{organisation}/services/{request}`: one request.

use hatchboard::{
    follow_up::store::Which,
    service_request::{
        State,
        store::{self, Message, RequestPage},
    },
};
use leptos::prelude::*;

use super::{
    api::{SaidTyped, SayService},
    deeds::{Attempts, Deeds},
    here::Here,
    links::{LinkBack, Links},
    look::{StateBadge, TimelyBadge, waits},
    problem::told,
    words,
};
use crate::{
    base::At,
    error::AppError,
    follow_up::page_of,
    form::{Returned, action, new_key, returned},
    request::{Request, path_id},
    sending::Sending,
    ui::{
        card::{Card, Event, Fact},
        field::{FileInput, Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        frame::{Frame, FrameData},
        language,
        nav::Tab,
        page::{PageHead, page},
        text::beginning,
        time, words as ui_words,
    },
    weekly_report::{
        attachments::{ACCEPT, Attachments},
        help_kind,
    },
};

/// For operator, bureau and auditor.
#[component]
pub fn ServicePage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let here = Here::of_base(&at);
        let found = found(&here).await?;
        let frame = at.frame(Tab::Services).await?;
        Ok(whole(
            frame,
            here,
            found,
            Attempts::of_page().await?,
            LinkBack::of_page().await?,
            returned("service_say").await?,
        ))
    })
}

/// For an organisation's staff.
#[component]
pub fn OurServicePage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let found = found(&here).await?;
        Ok(whole(
            frame,
            here,
            found,
            Attempts::of_page().await?,
            LinkBack::of_page().await?,
            returned("service_say").await?,
        ))
    })
}

async fn found(here: &Here) -> Result<RequestPage, AppError> {
    let request = Request::current();
    let found = store::one(&request.store, here.scope, path_id("request")?).await;
    found.map_err(|error| told(error, request.language))
}

fn whole(
    frame: FrameData,
    here: Here,
    found: RequestPage,
    back: Attempts,
    linked: LinkBack,
    said: Option<Returned<SaidTyped>>,
) -> AnyView {
    let language = language();
    let title = beginning(&found.row.words);
    let frame =
        frame.with_crumbs([(words::title(language).to_owned(), Some(here.path.clone())), (title.clone(), None)]);
    let subtitle = waits(&found.row);
    view! {
        <Frame data=frame>
            <PageHead title=title subtitle=subtitle />
            <Facts here=here.clone() found=found.clone() />
            <Deeds here=here.clone() found=found.clone() back=back />
            <Links here=here.clone() found=found.clone() back=linked />
            <Conversation here=here found=found back=said />
        </Frame>
    }
    .into_any()
}

#[component]
fn Facts(here: Here, found: RequestPage) -> AnyView {
    let language = language();
    let zone = here.base.zone;
    let RequestPage { row, report, visit, result, done_by, rating_words, files, .. } = found;
    let at = time::minute(row.asked_at, zone);
    let asked = if row.on_behalf {
        words::on_behalf(language, &row.asked_by, at)
    } else {
        words::asked_by(language, &row.asked_by, at)
    };
    let report = report.filter(|_| here.sees_all()).map(|report| {
        let href = format!("/b/{}/reports/{report}", here.base.slug);
        view! {
            <Fact term=words::from_report(language)>
                <a href=href>{words::from_report(language)}</a>
            </Fact>
        }
    });
    let visit = visit.map(|visit| {
        let href = if here.sees_all() {
            page_of(&here.base.slug, row.organisation, Which::Kept(visit))
        } else {
            format!("/o/{}/follow-ups", row.organisation)
        };
        view! {
            <Fact term=words::from_visit(language)>
                <a href=href>{words::from_visit(language)}</a>
            </Fact>
        }
    });
    let owner = if row.owner.is_empty() { words::not_accepted(language).to_owned() } else { row.owner.clone() };
    let declined = row.state == State::Declined;
    let term = if declined { words::declined_for(language) } else { words::result(language) };
    let done = done_by.zip(row.done_on).map(|(by, on)| words::done_by(language, by, on));
    let result = (!result.is_empty()).then(|| {
        view! {
            <Card title=term>
                <p class="pre">{result}</p>
                {done.map(|done| view! { <p class="soft">{done}</p> })}
            </Card>
        }
    });
    let rating = row.rating.map(|stars| {
        view! {
            <Fact term=words::rated(language)>
                {words::stars(language, stars)}
                {(!rating_words.is_empty()).then(|| view! { <p class="soft pre">{rating_words}</p> })}
            </Fact>
        }
    });
    let name = here.sees_all().then(|| view! { <Fact term=words::organisation(language)>{row.name.clone()}</Fact> });
    view! {
        <Card title=words::details(language)>
            <p class="pre">{row.words}</p>
            <p class="soft">{asked}</p>
            <Attachments files=files />
            <dl class="facts">
                {name}
                <Fact term=words::kind(language)>{help_kind(language, row.kind)}</Fact>
                <Fact term=words::state(language)>
                    <StateBadge state=row.state />
                </Fact>
                <Fact term=words::owner(language)>{owner}</Fact>
                <Fact term=words::due(language)>
                    {row.due_on.map_or_else(|| "–".to_owned(), |due| due.to_string())} " "
                    <TimelyBadge timely=row.timely />
                </Fact>
                {rating}
                {report}
                {visit}
            </dl>
        </Card>
        {result}
    }
    .into_any()
}

/// What both sides said, and room for more.
#[component]
fn Conversation(here: Here, found: RequestPage, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = language();
    let zone = here.base.zone;
    let none = found.messages.is_empty().then(|| view! { <p class="soft">{words::no_messages(language)}</p> });
    let event = |message: Message| {
        let note = words::said_by(language, &message.by, time::minute(message.at, zone));
        let files = message.files;
        view! {
            <Event title=message.words note=note>
                <Attachments files=files />
            </Event>
        }
    };
    let events = found.messages.into_iter().map(event).collect_view();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let said = typed.unwrap_or_default().words;
    let id = found.row.id.to_string();
    let form = here.acts.clone().map(|whose| {
        view! {
            <PostForm action={action::<SayService>()} key=new_key() id="say" multipart=true error=error>
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="request" value=id />
                <TextArea
                    name="words"
                    label=words::message(language)
                    value=said
                    required=true
                    rows=2
                    maxlength=2000
                />
                <FileInput
                    name="file"
                    label=ui_words::with_file(language)
                    hint=ui_words::with_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::say_it(language) weight=Weight::Plain />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        }
    });
    view! {
        <Card title=words::messages(language) id="messages">
            <ol class="history">{events}</ol>
            {none}
            {form}
        </Card>
    }
    .into_any()
}
