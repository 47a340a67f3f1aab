//! What the one who looks can do with a request.

use hatchboard::service_request::{AcceptText, State, store::RequestPage};
use leptos::prelude::*;

use super::{
    api::{AcceptService, AnswerService, EndService, SaidTyped},
    here::Here,
    look::kind_options,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, returned},
    ui::{
        badge::Tone,
        card::Card,
        confirm::Confirm,
        field::{Choices, Field, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        notice::Notice,
    },
    weekly_report::Whose,
};

/// What the forms of the page came back with.
#[derive(Debug, Clone)]
pub struct Attempts {
    accept: Option<Returned<AcceptText>>,
    finish: Option<Returned<SaidTyped>>,
    decline: Option<Returned<SaidTyped>>,
    rate: Option<Returned<SaidTyped>>,
    reopen: Option<Returned<SaidTyped>>,
    withdraw: Option<AppError>,
}

impl Attempts {
    pub(super) async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            accept: returned("service_accept").await?,
            finish: returned("service_finish").await?,
            decline: returned("service_decline").await?,
            rate: returned("service_rate").await?,
            reopen: returned("service_reopen").await?,
            withdraw: returned::<SaidTyped>("service_withdraw").await?.map(|form| form.error),
        })
    }
}

#[component]
pub(super) fn Deeds(here: Here, found: RequestPage, back: Attempts) -> AnyView {
    match (here.acts.clone(), found.row.state) {
        (Some(Whose::Base(base)), State::Asked | State::UnderWay) => {
            view! { <OfOperator base=base found=found back=back /> }.into_any()
        }
        (Some(Whose::Own(organisation)), state) if state.is_open() || state == State::Done => {
            view! { <OfOrganisation organisation=organisation.to_string() found=found back=back /> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// Which request, as it was seen.
#[component]
fn Seen(#[prop(into)] name: String, #[prop(into)] place: String, request: String, version: i32) -> AnyView {
    view! {
        <Hidden name=name value=place />
        <Hidden name="request" value=request />
        <Hidden name="version" value=version.to_string() />
    }
    .into_any()
}

#[component]
fn OfOperator(base: String, found: RequestPage, back: Attempts) -> AnyView {
    let language = language();
    let (request, version) = (found.row.id.to_string(), found.row_version);
    let asked = found.row.state == State::Asked;
    let accept = view! { <AcceptForm base=base.clone() found=found back=back.accept /> };
    if asked {
        let (typed, error) = back.decline.map(|back| (back.typed, back.error)).unzip();
        let (open, said) = (error.is_some(), typed.unwrap_or_default().words);
        return view! {
            <Card title=words::accept(language)>{accept}</Card>
            <div class="row">
                <Confirm
                    label=words::decline(language)
                    consequence=words::decline_hint(language)
                    danger=true
                    open=open
                >
                    <PostForm action={action::<EndService>()} key=new_key() id="decline" error=error>
                        <Seen name="base" place=base request=request version=version />
                        <TextArea
                            name="words"
                            label=words::reason(language)
                            value=said
                            required=true
                            rows=3
                            maxlength=2000
                        />
                        <FormActions>
                            <Submit
                                label=words::decline(language)
                                weight=Weight::Danger
                                name="act"
                                value="decline"
                            />
                        </FormActions>
                    </PostForm>
                </Confirm>
            </div>
        }
        .into_any();
    }
    let (typed, error) = back.finish.map(|back| (back.typed, back.error)).unzip();
    let said = typed.unwrap_or_default().words;
    view! {
        <Card title=words::finish(language)>
            <PostForm action={action::<EndService>()} key=new_key() id="finish" error=error>
                <Seen name="base" place=base request=request version=version />
                <TextArea
                    name="words"
                    label=words::result(language)
                    hint=words::result_hint(language)
                    value=said
                    required=true
                    rows=4
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::finish(language) name="act" value="finish" />
                </FormActions>
            </PostForm>
        </Card>
        <Card title=words::change(language)>{accept}</Card>
    }
    .into_any()
}

/// Who sees to it, and by when. The day that is proposed follows from the kind and the calendar, or from the visit.
#[component]
fn AcceptForm(base: String, found: RequestPage, back: Option<Returned<AcceptText>>) -> AnyView {
    let language = language();
    let row = found.row;
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let AcceptText { kind, owner, due_on } = typed.unwrap_or_else(|| AcceptText {
        kind: row.kind.code().to_owned(),
        owner: if row.owner.is_empty() { found.proposed_owner.clone() } else { row.owner.clone() },
        due_on: row.due_on.unwrap_or(found.proposed_due).to_string(),
    });
    let first = row.state == State::Asked;
    let (label, weight) =
        if first { (words::accept(language), Weight::Main) } else { (words::save(language), Weight::Plain) };
    view! {
        <PostForm action={action::<AcceptService>()} key=new_key() id="accept" error=error>
            <Seen name="base" place=base request=row.id.to_string() version=found.row_version />
            <div class="fields">
                <Select
                    name="kind"
                    label=words::kind(language)
                    options=kind_options(language)
                    value=kind
                    required=true
                />
                <Field
                    name="owner"
                    label=words::owner(language)
                    hint=words::owner_hint(language)
                    value=owner
                    required=true
                    maxlength=50
                />
                <Field
                    name="due_on"
                    label=words::due(language)
                    hint=words::due_hint(language)
                    kind="date"
                    value=due_on
                    required=true
                />
            </div>
            <FormActions>
                <Submit label=label weight=weight />
            </FormActions>
        </PostForm>
    }
    .into_any()
}

#[component]
fn OfOrganisation(organisation: String, found: RequestPage, back: Attempts) -> AnyView {
    let language = language();
    let (request, version) = (found.row.id.to_string(), found.row_version);
    if found.row.state != State::Done {
        return view! {
            {back.withdraw.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
            <div class="row">
                <Confirm label=words::withdraw(language) consequence=words::withdraw_consequence(language)>
                    <PostForm action={action::<AnswerService>()} key=new_key() id="withdraw">
                        <Seen name="organisation" place=organisation request=request version=version />
                        <FormActions>
                            <Submit
                                label=words::withdraw(language)
                                weight=Weight::Plain
                                name="act"
                                value="withdraw"
                            />
                        </FormActions>
                    </PostForm>
                </Confirm>
            </div>
        }
        .into_any();
    }
    let (rated, rate_error) = back.rate.map(|back| (back.typed, back.error)).unzip();
    let (missing, reopen_error) = back.reopen.map(|back| (back.typed, back.error)).unzip();
    let SaidTyped { words: rating_words, rating } = rated.unwrap_or_default();
    let (open, missing) = (reopen_error.is_some(), missing.unwrap_or_default().words);
    let (same, of_same) = (organisation.clone(), request.clone());
    let reopen = (!found.reopened).then(|| {
        view! {
            <div class="row">
                <Confirm label=words::reopen(language) consequence=words::reopen_hint(language) open=open>
                    <PostForm action={action::<AnswerService>()} key=new_key() id="reopen" error=reopen_error>
                        <Seen name="organisation" place=same request=of_same version=version />
                        <TextArea
                            name="words"
                            label=words::missing(language)
                            value=missing
                            required=true
                            rows=3
                            maxlength=2000
                        />
                        <FormActions>
                            <Submit label=words::reopen(language) weight=Weight::Plain name="act" value="reopen" />
                        </FormActions>
                    </PostForm>
                </Confirm>
            </div>
        }
    });
    let stars: Options = [
        ("5", words::rating_5(language)),
        ("4", words::rating_4(language)),
        ("3", words::rating_3(language)),
        ("2", words::rating_2(language)),
        ("1", words::rating_1(language)),
    ]
    .map(|(code, words)| (code.to_owned(), words.to_owned()))
    .into();
    view! {
        <Card title=words::rate(language)>
            <PostForm action={action::<AnswerService>()} key=new_key() id="rate" error=rate_error>
                <Seen name="organisation" place=organisation request=request version=version />
                <Choices name="rating" label=words::rating(language) options=stars value=rating required=true />
                <TextArea
                    name="words"
                    label=words::rating_words(language)
                    value=rating_words
                    rows=2
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::rate(language) name="act" value="rate" />
                </FormActions>
            </PostForm>
        </Card>
        {reopen}
    }
    .into_any()
}
