//! `/b/{base}/letters/{letter}` and `/o/{organisation}/letters/{letter}`: one letter and what was said about it.

use hatchboard::bureau_line::{
    By, State,
    store::{self, LetterPage as Found, Message},
};
use leptos::prelude::*;

use super::{
    api::{AnswerLetter, AskBureau, SaidTyped},
    here::{Here, Side},
    look::{StateBadge, waits},
    problem::told,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, returned},
    request::{Request, path_id},
    sending::Sending,
    ui::{
        badge::Tone,
        card::{Card, Event, Fact},
        confirm::Confirm,
        field::{FileInput, Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        frame::{Frame, FrameData},
        language,
        page::{PageHead, page},
        text::beginning,
        time, words as ui_words,
    },
    weekly_report::attachments::{ACCEPT, Attachments},
};

/// For bureau and auditor.
#[component]
pub fn LetterPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_base().await?;
        whole(frame, here).await
    })
}

/// For an organisation's staff.
#[component]
pub fn OurLetterPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        whole(frame, here).await
    })
}

/// What the forms of the page came back with.
#[derive(Debug, Clone)]
struct Attempts {
    ask: Option<Returned<SaidTyped>>,
    answer: Option<Returned<SaidTyped>>,
    close: Option<Returned<SaidTyped>>,
}

async fn whole(frame: FrameData, here: Here) -> Result<AnyView, AppError> {
    let request = Request::current();
    let (language, letter) = (request.language, path_id("letter")?);
    let found = match &here.side {
        Side::Supervisor(supervisor) => store::one(&request.store, supervisor, letter).await,
        Side::Organisation(member) => store::one_of(&request.store, member, letter).await,
    };
    let found = found.map_err(|error| told(error, language))?;
    let back = Attempts {
        ask: returned("letter_ask").await?,
        answer: returned("letter_answer").await?,
        close: returned("letter_close").await?,
    };
    let list = if here.sees_all() { words::title(language) } else { words::title_ours(language) };
    let (title, subtitle) = (beginning(&found.row.words), waits(&found.row));
    let frame = frame.with_crumbs([(list.to_owned(), Some(here.path.clone())), (title.clone(), None)]);
    Ok(view! {
        <Frame data=frame>
            <PageHead title=title subtitle=subtitle />
            <Words here=here.clone() found=found.clone() />
            <Conversation here=here.clone() messages=found.messages.clone() />
            <Deeds here=here found=found back=back />
        </Frame>
    }
    .into_any())
}

#[component]
fn Words(here: Here, found: Found) -> AnyView {
    let language = language();
    let row = found.row;
    let sent = words::sent_by(language, &row.sent_by, time::minute(row.sent_at, here.base.zone));
    let name = here.sees_all().then(|| view! { <Fact term=words::organisation(language)>{row.name.clone()}</Fact> });
    view! {
        <Card title=words::details(language)>
            <p class="pre">{row.words}</p>
            <p class="soft">{sent}</p>
            <Attachments files=found.files />
            <dl class="facts">
                {name} <Fact term=words::kind(language)>{words::kind_name(language, row.kind)}</Fact>
                <Fact term=words::state(language)>
                    <StateBadge state=row.state />
                </Fact>
            </dl>
        </Card>
    }
    .into_any()
}

/// What both sides said since.
#[component]
fn Conversation(here: Here, messages: Vec<Message>) -> AnyView {
    let language = language();
    let none = messages.is_empty().then(|| view! { <p class="soft">{words::no_messages(language)}</p> });
    let event = |message: Message| {
        let at = time::minute(message.at, here.base.zone);
        let note = match message.said_for {
            By::Bureau => words::said_by_bureau(language, &message.by, at),
            By::Organisation => words::said_by_organisation(language, &message.by, at),
        };
        let (tone, note) = if message.closes {
            (Tone::Good, format!("{} · {note}", words::result(language)))
        } else {
            (Tone::default(), note)
        };
        let files = message.files;
        view! {
            <Event tone=tone title=message.words note=note>
                <Attachments files=files />
            </Event>
        }
    };
    let events = messages.into_iter().map(event).collect_view();
    view! {
        <Card title=words::conversation(language) id="conversation">
            <ol class="history">{events}</ol>
            {none}
        </Card>
    }
    .into_any()
}

/// What the one who looks can do; an auditor reads.
#[component]
fn Deeds(here: Here, found: Found, back: Attempts) -> AnyView {
    match &here.side {
        Side::Organisation(member) => {
            let organisation = member.organisation().to_string();
            view! { <AskForm organisation=organisation found=found back=back.ask /> }.into_any()
        }
        Side::Supervisor(_) if here.is_officer() && found.row.state != State::Closed => {
            view! { <OfBureau base=here.base.slug found=found answer=back.answer close=back.close /> }.into_any()
        }
        Side::Supervisor(_) => ().into_any(),
    }
}

#[component]
fn AskForm(organisation: String, found: Found, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let said = typed.unwrap_or_default().words;
    let (title, hint) = if found.row.state.waits() {
        (words::message(language), "")
    } else {
        (words::message_again(language), words::message_again_hint(language))
    };
    view! {
        <Card title=title>
            <PostForm action={action::<AskBureau>()} key=new_key() id="ask" multipart=true error=error>
                <Hidden name="organisation" value=organisation />
                <Hidden name="letter" value=found.row.id.to_string() />
                <TextArea
                    name="words"
                    label=words::what(language)
                    hint=hint
                    value=said
                    required=true
                    rows=3
                    maxlength=2000
                />
                <FileInput
                    name="file"
                    label=ui_words::with_file(language)
                    hint=ui_words::with_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::send(language) weight=Weight::Plain />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
    }
    .into_any()
}

#[component]
fn OfBureau(
    base: String,
    found: Found,
    answer: Option<Returned<SaidTyped>>,
    close: Option<Returned<SaidTyped>>,
) -> AnyView {
    let language = language();
    let (answered, answer_error) = answer.map(|back| (back.typed, back.error)).unzip();
    let (result, close_error) = close.map(|back| (back.typed, back.error)).unzip();
    let (open, result) = (close_error.is_some(), result.unwrap_or_default().words);
    let answered = answered.unwrap_or_default().words;
    let (letter, version) = (found.row.id.to_string(), found.row_version);
    let (same, of_same) = (base.clone(), letter.clone());
    view! {
        <Card title=words::answer(language)>
            <PostForm action={action::<AnswerLetter>()} key=new_key() id="answer" multipart=true error=answer_error>
                <Seen base=same letter=of_same version=version />
                <TextArea
                    name="words"
                    label=words::answer_words(language)
                    value=answered
                    required=true
                    rows=4
                    maxlength=2000
                />
                <FileInput
                    name="file"
                    label=ui_words::with_file(language)
                    hint=ui_words::with_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::answer(language) name="act" value="answer" />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
        <div class="row">
            <Confirm label=words::close(language) consequence=words::close_hint(language) open=open>
                <PostForm action={action::<AnswerLetter>()} key=new_key() id="close" multipart=true error=close_error>
                    <Seen base=base letter=letter version=version />
                    <TextArea
                        name="words"
                        label=words::result(language)
                        value=result
                        required=true
                        rows=4
                        maxlength=2000
                    />
                    <FormActions>
                        <Submit label=words::close(language) weight=Weight::Plain name="act" value="close" />
                    </FormActions>
                </PostForm>
            </Confirm>
        </div>
    }
    .into_any()
}

/// Which letter, as it was seen.
#[component]
fn Seen(base: String, letter: String, version: i32) -> AnyView {
    view! {
        <Hidden name="base" value=base />
        <Hidden name="letter" value=letter />
        <Hidden name="version" value=version.to_string() />
    }
    .into_any()
}
