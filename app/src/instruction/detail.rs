use hatchboard::instruction::{
    State,
    store::{self, Instruction},
};
use leptos::prelude::*;

use super::{
    api::{AnswerInstruction, CloseInstruction, SaidTyped, SendBackInstruction},
    problem::told,
    status::{StateBadge, overdue_by},
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    request::path_id,
    ui::{
        badge::{Badge, Tone},
        card::{Card, Event, Fact},
        confirm::Confirm,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        frame::Frame,
        nav::Tab,
        page::{PageHead, page},
        time,
    },
};

/// What the forms of the page came back with.
struct Attempts {
    answer: Option<Returned<SaidTyped>>,
    close: Option<Returned<SaidTyped>>,
    send_back: Option<Returned<SaidTyped>>,
}

impl Attempts {
    async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            answer: returned("instruction_answer").await?,
            close: returned("instruction_close").await?,
            send_back: returned("instruction_send_back").await?,
        })
    }
}

/// `/b/{base}/instructions/{id}`
#[component]
pub fn InstructionPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let id = path_id("id")?;
        let found = store::one(&at.request.store, &at.reader, id).await;
        let found = found.map_err(|error| told(error, at.language(), "said"))?;
        let back = Attempts::of_page().await?;
        let crumbs =
            [(words::title(at.language()).to_owned(), Some(at.path("/instructions"))), (found.title.clone(), None)];
        let frame = at.frame(Tab::Instructions).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <PageHead title=found.title.clone() subtitle=waits(&at, &found) />
                <Facts at=at.clone() of=found.clone() />
                <History at=at.clone() of=found.clone() />
                {decision(&at, &found, back)}
            </Frame>
        }
        .into_any())
    })
}

/// Whom it waits for, and how long; nothing where it is closed.
fn waits(at: &At, of: &Instruction) -> String {
    let (language, now) = (at.language(), at.request.now);
    let since = |moment| time::length(language, now - moment);
    match of.state {
        State::Closed => String::new(),
        State::Answered => words::waits_for_bureau(language, since(of.answered_at.unwrap_or(of.given_at))),
        State::Open => words::waits_for_base(language, since(of.answered_at.unwrap_or(of.given_at))),
    }
}

#[component]
fn Facts(at: At, of: Instruction) -> impl IntoView {
    let language = at.language();
    let today = at.today();
    view! {
        <Card title=words::details(language)>
            <dl class="facts">
                <Fact term=words::state(language)>
                    <StateBadge state=of.state />
                </Fact>
                <Fact term=words::owner(language)>{of.owner}</Fact>
                <Fact term=words::due(language)>
                    {of.due_on.to_string()} " "
                    {of
                        .overdue
                        .then(|| {
                            view! { <Badge tone=Tone::Bad sign="!" word=overdue_by(language, of.due_on, today) /> }
                        })}
                </Fact>
            </dl>
            {(!of.words.is_empty()).then(|| view! { <p class="pre">{of.words}</p> })}
        </Card>
    }
}

#[component]
fn History(at: At, of: Instruction) -> impl IntoView {
    let (language, zone) = (at.language(), at.zone());
    let moment = move |at| time::minute(at, zone);
    let last_words = of.closing_words;
    let sent_back = (of.state == State::Open && !last_words.is_empty()).then(|| {
        let said = last_words.clone();
        view! {
            <Event tone=Tone::Bad title=words::sent_back(language) note=words::sent_back_because(language)>
                <p class="pre">{said}</p>
            </Event>
        }
    });
    let closed = of.closed_at.zip(of.closed_by).map(|(at, by)| {
        view! {
            <Event tone=Tone::Good title=words::closed(language) note=words::closed_by(language, by, moment(at))>
                <p class="pre">{last_words}</p>
            </Event>
        }
    });
    let answered = of.answered_at.zip(of.answered_by).map(|(at, by)| {
        view! {
            <Event tone=Tone::Accent title=words::answer(language) note=words::answered_by(language, by, moment(at))>
                <p class="pre">{of.answer}</p>
            </Event>
        }
    });
    view! {
        <Card title=words::history(language)>
            <ol class="history">
                {closed} {sent_back} {answered}
                <Event
                    title=words::given(language)
                    note=words::given_by(language, of.given_by, moment(of.given_at))
                />
            </ol>
        </Card>
    }
}

/// What the reader can do with it now.
fn decision(at: &At, of: &Instruction, back: Attempts) -> Option<AnyView> {
    match of.state {
        State::Open if at.is_manager() => {
            Some(view! { <AnswerCard at=at.clone() of=of.clone() back=back.answer /> }.into_any())
        }
        State::Answered if at.is_bureau() => {
            Some(view! { <BureauCard at=at.clone() of=of.clone() back=back /> }.into_any())
        }
        _ => None,
    }
}

#[component]
fn AnswerCard(at: At, of: Instruction, back: Option<Returned<SaidTyped>>) -> impl IntoView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let said = typed.unwrap_or_default().said;
    view! {
        <Card title=words::answer(language)>
            <PostForm action={action::<AnswerInstruction>()} key=new_key() id="answer" error=error>
                <Names at=at of=of />
                <TextArea
                    name="said"
                    label=words::answer(language)
                    hint=words::answer_hint(language)
                    value=said
                    required=true
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::send_answer(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
}

#[component]
fn BureauCard(at: At, of: Instruction, back: Attempts) -> impl IntoView {
    let language = at.language();
    let closing = back.close.is_some();
    let sending_back = back.send_back.is_some();
    let (closed, close_error) = back.close.map(|back| (back.typed, back.error)).unzip();
    let (sent, send_error) = back.send_back.map(|back| (back.typed, back.error)).unzip();
    let (its_base, its_id) = (at.clone(), of.clone());
    let send_back = view! {
            <Confirm label=words::send_back(language) consequence=words::send_back_hint(language) open=sending_back>
                <PostForm action={action::<SendBackInstruction>()} key=new_key() id="send-back" error=send_error>
                    <Names at=its_base of=its_id />
                    <TextArea
                        name="said"
                        label=words::send_back_words(language)
                        value=sent.unwrap_or_default().said
                        required=true
                        maxlength=2000
                    />
                    <FormActions>
                        <Submit label=words::send_back(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Confirm>
    };
    view! {
        <div class="row">
            <Confirm label=words::close(language) consequence=words::close_consequence(language) open=closing>
                <PostForm action={action::<CloseInstruction>()} key=new_key() id="close" error=close_error>
                    <Names at=at of=of />
                    <TextArea
                        name="said"
                        label=words::close_words(language)
                        value=closed.unwrap_or_default().said
                        rows=2
                        maxlength=2000
                    />
                    <FormActions>
                        <Submit label=words::close(language) />
                    </FormActions>
                </PostForm>
            </Confirm>
            {send_back}
        </div>
    }
}

/// Which instruction a form is about, and as it was seen.
#[component]
fn Names(at: At, of: Instruction) -> impl IntoView {
    view! {
        <Hidden name="base" value=at.base.slug />
        <Hidden name="id" value=of.id.to_string() />
        <Hidden name="version" value=of.row_version.to_string() />
    }
}
