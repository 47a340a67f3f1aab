//! `/b/{base}/rectifications/{rectification}` and `/o/{organisation}/rectifications/{rectification}`: one of them.

use std::cmp::Reverse;

use hatchboard::{
    evidence::Attachment,
    rectification::store::{self, Rectification},
};
use leptos::prelude::*;

use super::{
    amend::{Amend, Amending},
    deeds::{Attempts, Deeds},
    found::Origin,
    here::Here,
    look::{StateBadge, TimelyBadge, waits},
    problem::told,
    words,
};
use crate::{
    base::At,
    error::AppError,
    print::print_rectification,
    request::{Request, path_id},
    ui::{
        badge::Tone,
        card::{Card, Event, Fact},
        form::LinkButton,
        frame::{Frame, FrameData},
        icon::Icon,
        language,
        nav::Tab,
        page::{PageHead, page},
        text::beginning,
        time,
    },
    weekly_report::attachments::Attachments,
};

/// For operator, bureau and auditor.
#[component]
pub fn RectificationPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let here = Here::of_base(&at);
        let found = Found::of_page(&here).await?;
        let frame = at.frame(Tab::Rectifications).await?;
        Ok(whole(frame, here, found, Attempts::of_page().await?, Amending::of_page().await?))
    })
}

/// For an organisation's staff.
#[component]
pub fn OurRectificationPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let found = Found::of_page(&here).await?;
        Ok(whole(frame, here, found, Attempts::of_page().await?, Amending::of_page().await?))
    })
}

/// What the page shows.
struct Found {
    of: Rectification,
    origin: Option<Origin>,
    /// What came with its reports.
    files: Vec<Attachment>,
}

impl Found {
    async fn of_page(here: &Here) -> Result<Self, AppError> {
        let request = Request::current();
        let of = store::one(&request.store, here.scope, path_id("rectification")?).await;
        let of = of.map_err(|error| told(error, request.language))?;
        let origin = Origin::of(here, &of).await?;
        let files = store::evidence_of(&request.store, here.scope, &of).await?;
        Ok(Self { of, origin, files })
    }
}

fn whole(frame: FrameData, here: Here, found: Found, back: Attempts, amending: Amending) -> AnyView {
    let language = language();
    let Found { of: found, origin, files } = found;
    let title = beginning(&found.words);
    let frame =
        frame.with_crumbs([(words::title(language).to_owned(), Some(here.path.clone())), (title.clone(), None)]);
    let subtitle = waits(&found);
    let place = here.path.trim_end_matches("/rectifications");
    let print = format!("{place}/print/rectifications/{}", found.id);
    view! {
        <Frame data=frame>
            <PageHead title=title subtitle=subtitle>
                <LinkButton href=print label=print_rectification(language) icon=Icon::Print />
            </PageHead>
            <Facts here=here.clone() of=found.clone() origin=origin />
            <Deeds here=here.clone() of=found.clone() back=back />
            <Amend here=here.clone() of=found.clone() back=amending />
            <History here=here of=found files=files />
        </Frame>
    }
    .into_any()
}

#[component]
fn Facts(here: Here, of: Rectification, origin: Option<Origin>) -> AnyView {
    let language = language();
    let name = here.sees_all().then(|| of.name.clone());
    let subject = name.map(|name| view! { <Fact term=words::subject(language)>{name}</Fact> });
    let origin = origin.map(|Origin { href, label }| {
        view! {
            <Fact term=words::found_in(language)>
                <a href=href>{label}</a>
            </Fact>
        }
    });
    let due = of.due_on.to_string();
    let first = of.first_due_on.map(|day| format!(" {}", words::first_due(language, day)));
    let timely = view! { <TimelyBadge here=here of=of.clone() /> };
    view! {
        <Card title=words::details(language)>
            <p class="pre" lang="zh-CN">
                {of.words}
            </p>
            <dl class="facts">
                {subject} <Fact term=words::source(language)>{words::source_name(language, of.source)}</Fact>
                <Fact term=words::state(language)>
                    <StateBadge state=of.state />
                </Fact> <Fact term=words::owner(language)>{of.owner}</Fact>
                <Fact term=words::closes(language)>{words::party_name(language, of.matter.closes())}</Fact> {origin}
                <Fact term=words::due(language)>
                    {due} {first} " " {timely}
                </Fact>
            </dl>
        </Card>
    }
    .into_any()
}

/// Newest first.
#[component]
fn History(here: Here, of: Rectification, files: Vec<Attachment>) -> AnyView {
    let (language, zone) = (language(), here.base.zone);
    let moment = |at| time::minute(at, zone);
    let withdrawn = of.withdrawn_at.zip(of.withdrawn_by).map(|(at, by)| {
        let note = words::withdrawn_by(language, by, moment(at));
        let event = view! {
            <Event title=words::withdraw(language) note=note>
                <p class="pre" lang="zh-CN">
                    {of.withdrawn_for}
                </p>
            </Event>
        };
        (at, event.into_any())
    });
    let closed = of.closed_at.zip(of.closed_by).map(|(at, by)| {
        let note = words::closed_by(language, by, moment(at));
        let event = view! {
            <Event tone=Tone::Good title=words::close(language) note=note>
                <p class="pre" lang="zh-CN">
                    {of.remark}
                </p>
            </Event>
        };
        (at, event.into_any())
    });
    let extended = of.extended_at.zip(of.extended_by).map(|(at, by)| {
        let note = words::extended_by(language, by, moment(at));
        let event = view! {
            <Event title=words::extend(language) note=note>
                <p class="pre" lang="zh-CN">
                    {of.extended_for}
                </p>
            </Event>
        };
        (at, event.into_any())
    });
    let sent_back = (!of.sent_back_for.is_empty()).then(|| {
        let note = time::minute(of.since, zone);
        let event = view! {
            <Event tone=Tone::Bad title=words::sent_back(language) note=note>
                <p class="pre" lang="zh-CN">
                    {of.sent_back_for}
                </p>
            </Event>
        };
        (of.since, event.into_any())
    });
    let reported = of.reported_at.zip(of.reported_by).map(|(at, by)| {
        let note = words::reported_by(language, by, moment(at));
        let event = view! {
            <Event tone=Tone::Accent title=words::reported(language) note=note>
                <p class="pre" lang="zh-CN">
                    {of.repair}
                </p>
                <Attachments files=files />
            </Event>
        };
        (at, event.into_any())
    });
    let mut since: Vec<_> = [withdrawn, closed, extended, sent_back, reported].into_iter().flatten().collect();
    since.sort_by_key(|(at, _)| Reverse(*at));
    let since = since.into_iter().map(|(_, event)| event).collect_view();
    let given = words::given_by(language, of.given_by, moment(of.given_at));
    view! {
        <Card title=words::history(language)>
            <ol class="history">
                {since} <Event title=words::given(language) note=given />
            </ol>
        </Card>
    }
    .into_any()
}
