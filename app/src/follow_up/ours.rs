//! `/o/{organisation}/follow-ups`: what the base found, for the organisation to confirm, and when it comes again.

use hatchboard::follow_up::{
    CONFIRMED_WITHIN, State,
    store::{self, Filed, LONGEST_WORDS, Line},
};
use leptos::prelude::*;

use super::{
    api::{AnswerFollowUp, ReasonTyped},
    look::{StandingBadge, StateBadge, visit_name, window},
    problem::told,
    record::Told,
    words,
};
use crate::{
    form::{Returned, action, new_key, returned},
    request::{Request, path_id},
    ui::{
        card::Card,
        confirm::Confirm,
        empty::Empty,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        language,
        nav::Tab,
        page::{PageHead, page},
    },
    weekly_report::{Author, Whose, place},
};

#[component]
pub fn OurFollowUpsPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let organisation = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let found = store::of_organisation(&request.store, &author.reader).await;
        let found = found.map_err(|error| told(error, request.language))?;
        let mut back = returned::<ReasonTyped>("follow_up_answer").await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurFile).await?;
        let (language, zone) = (request.language, author.base.zone);
        let (made, ahead): (Vec<_>, Vec<_>) = found.visits.into_iter().partition(|(_, filed)| filed.is_some());
        let ahead: Vec<Line> = ahead.into_iter().map(|(line, _)| line).filter(is_to_come).collect();
        // The newest first; what came back with an error belongs to the one that waits.
        let records = made.into_iter().rev().filter_map(|(line, filed)| Some((line, filed?)));
        let records: Vec<_> = records
            .map(|(line, filed)| {
                let waits = line.record.as_ref().is_some_and(|record| record.state == State::Filed);
                let back = if waits { back.take() } else { None };
                view! { <OurRecord line=line filed=filed zone=zone back=back /> }
            })
            .collect();
        let none = records.is_empty() && ahead.is_empty();
        let nothing = none.then(|| {
            view! {
                <Card title=words::title(language)>
                    <Empty
                        title=words::ours_none(language)
                        words=words::ours_none_hint(language)
                        icon=Icon::FollowUp
                    />
                </Card>
            }
        });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::ours_subtitle(language, CONFIRMED_WITHIN) />
                {records.collect_view()}
                <Ahead lines=ahead />
                {nothing}
            </Frame>
        }
        .into_any())
    })
}

fn is_to_come(line: &Line) -> bool {
    line.standing.is_open() || line.standing == hatchboard::follow_up::Standing::Ahead
}

#[component]
fn OurRecord(line: Line, filed: Filed, zone: chrono_tz::Tz, back: Option<Returned<ReasonTyped>>) -> AnyView {
    let language = language();
    let Some(record) = line.record.clone() else { return ().into_any() };
    let title = visit_name(language, &line.what);
    let answers = match record.state {
        State::Filed | State::Commented => {
            let comments = record.state == State::Filed;
            view! { <Answers line=line comments=comments back=back /> }.into_any()
        }
        State::Open | State::Confirmed => ().into_any(),
    };
    let state = record.state;
    let aside: ViewFn = (move || view! { <StateBadge state=state /> }).into();
    view! {
        <Card title=title aside=aside>
            <Told filed=filed zone=zone />
            {answers}
        </Card>
    }
    .into_any()
}

/// The organisation's word on a record.
#[component]
fn Answers(line: Line, comments: bool, back: Option<Returned<ReasonTyped>>) -> AnyView {
    let language = language();
    let Some(record) = line.record else { return ().into_any() };
    let came_back = back.is_some();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let names = move || {
        view! {
            <Hidden name="organisation" value=line.organisation.to_string() />
            <Hidden name="visit" value=record.id.to_string() />
            <Hidden name="version" value=record.row_version.to_string() />
        }
    };
    let id = record.id.to_string();
    let comment = comments.then(|| {
        view! {
            <Confirm
                label=words::comment(language)
                consequence=words::comment_consequence(language)
                open=came_back
            >
                <PostForm action={action::<AnswerFollowUp>()} key=new_key() id=format!("comment-{id}") error=error>
                    {names()}
                    <Hidden name="act" value="comment" />
                    <TextArea
                        name="reason"
                        label=words::comment_words(language)
                        value=typed.unwrap_or_default().reason
                        required=true
                        maxlength=u32::try_from(LONGEST_WORDS).unwrap_or(u32::MAX)
                    />
                    <FormActions>
                        <Submit label=words::send_comment(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    });
    view! {
        <div class="row">
            <PostForm action={action::<AnswerFollowUp>()} key=new_key() id=format!("confirm-{}", record.id) class="row">
                {names()}
                <Hidden name="act" value="confirm" />
                <Submit label=words::confirm(language) />
            </PostForm>
            {comment}
        </div>
    }
    .into_any()
}

/// The visits to come.
#[component]
fn Ahead(lines: Vec<Line>) -> AnyView {
    let language = language();
    if lines.is_empty() {
        return ().into_any();
    }
    let line = |line: Line| {
        let who = line.assigned().map(|name| format!(" · {name}"));
        view! {
            <li>
                {visit_name(language, &line.what)} " · " {window(language, &line.what)} {who} " "
                <StandingBadge standing=line.standing />
            </li>
        }
    };
    let lines = lines.into_iter().map(line).collect_view();
    view! {
        <Card title=words::ours_ahead(language)>
            <ul class="plain stack">{lines}</ul>
        </Card>
    }
    .into_any()
}
