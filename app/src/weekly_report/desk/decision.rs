//! What a reviewer decides: accept, return with a reason, open an accepted report again, or end that.

use chrono::TimeDelta;
use hatchboard::weekly_report::{Field, State, store::read::ReportPage};
use leptos::prelude::*;

use super::{
    api::{AcceptReport, EndReopening, OF_BASE, ReopenReport, ReturnReport, ReviewTyped, SaidTyped},
    keys::ACCEPT,
    problem::moment_typed,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    ui::{
        badge::Tone,
        card::Card,
        confirm::Confirm,
        field::{Field as TextField, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        notice::Notice,
    },
    weekly_report::{terms::Reopened, words as shared},
};

/// The end that a reopening is offered with.
const REOPENED_FOR: TimeDelta = TimeDelta::days(3);

/// What the forms of a report's page came back with.
#[derive(Debug, Clone)]
pub struct Attempts {
    accept: Option<AppError>,
    send_back: Option<Returned<ReviewTyped>>,
    reopen: Option<Returned<ReviewTyped>>,
    end: Option<AppError>,
    pub(super) comment: Option<Returned<SaidTyped>>,
}

impl Attempts {
    pub(super) async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            accept: returned::<ReviewTyped>("review").await?.map(|back| back.error),
            send_back: returned("return").await?,
            reopen: returned("reopen").await?,
            end: returned::<ReviewTyped>("end_reopening").await?.map(|back| back.error),
            comment: returned("comment").await?,
        })
    }
}

/// What can be decided now. `of` is whose report it is, as the forms say it; `next` is where to go on.
#[component]
pub(super) fn Decision(at: At, report: ReportPage, next: String, of: &'static str, back: Attempts) -> impl IntoView {
    let language = at.language();
    let one = One { at, report, next, of };
    let taken = (one.report.facts.state != Some(State::Submitted)).then(|| view! { <Overtaken back=back.clone() /> });
    let is_reopened = one.report.facts.state == Some(State::Returned) && one.report.reopening.is_some();
    // They were quicker than whoever wanted to end it.
    let too_late = back.end.clone().filter(|_| !is_reopened);
    let too_late = too_late.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> });
    let forms = match one.report.facts.state {
        Some(State::Submitted) => view! {
            <Card title=words::your_decision(language) id="decision">
                <Accept one=one.clone() error=back.accept />
                <Return one=one back=back.send_back />
            </Card>
        }
        .into_any(),
        Some(State::Accepted) => view! {
            <Card title=words::your_decision(language) id="decision">
                <Reopen one=one back=back.reopen />
            </Card>
        }
        .into_any(),
        Some(State::Returned) if is_reopened => view! {
            <Card title=words::your_decision(language) id="decision">
                <End one=one error=back.end />
            </Card>
        }
        .into_any(),
        _ => view! { <Notice tone=Tone::Calm words=words::draft_is_theirs(language) /> }.into_any(),
    };
    view! {
        {taken}
        {too_late}
        {forms}
    }
}

/// What a reviewer decided after somebody else had: it was not done, and what was typed is still there.
#[component]
fn Overtaken(back: Attempts) -> impl IntoView {
    let language = crate::ui::language();
    let Attempts { accept, send_back, .. } = back;
    let (typed, error) = send_back.map(|back| (back.typed, back.error)).unzip();
    let said = typed.map(|typed| format!("{}\n{}", typed.common, typed.reason).trim().to_owned());
    error.or(accept).map(|_| {
        view! {
            <Notice tone=Tone::Bad words=words::overtaken(language)>
                {said.filter(|said| !said.is_empty()).map(|said| view! { <blockquote class="reason">{said}</blockquote> })}
            </Notice>
        }
    })
}

/// The report that a form is about, and as it was seen.
#[derive(Debug, Clone)]
struct One {
    at: At,
    report: ReportPage,
    next: String,
    of: &'static str,
}

#[component]
fn Names(one: One) -> impl IntoView {
    view! {
        <Hidden name="base" value=one.at.base.slug.clone() />
        <Hidden name="of" value=one.of />
        <Hidden name="report" value=one.report.id.to_string() />
        <Hidden name="version" value=one.report.facts.row_version.to_string() />
        <Hidden name="next" value=one.next.clone() />
    }
}

#[component]
fn Accept(one: One, error: Option<AppError>) -> impl IntoView {
    let language = one.at.language();
    let hint = if one.of == OF_BASE { words::bureau_accept_hint(language) } else { words::accept_hint(language) };
    view! {
        <PostForm action={action::<AcceptReport>()} key=new_key() id="accept" error=error>
            <Names one=one />
            <p class="soft">{hint}</p>
            <FormActions>
                <button id=ACCEPT class="button main" type="submit">
                    {words::accept(language)}
                </button>
            </FormActions>
        </PostForm>
    }
}

#[component]
fn Return(one: One, back: Option<Returned<ReviewTyped>>) -> impl IntoView {
    let language = one.at.language();
    let open = back.is_some();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.unwrap_or_default();
    let consequence = if one.of == OF_BASE {
        words::bureau_return_consequence(language)
    } else {
        words::return_consequence(language)
    };
    view! {
        <Confirm label=words::return_it(language) consequence=consequence open=open>
            <PostForm action={action::<ReturnReport>()} key=new_key() id="return" error=error>
                <Names one=one />
                <Select
                    name="common"
                    label=words::common_reason(language)
                    options=common_reasons(language)
                    value=typed.common
                    prompt=words::own_words(language)
                />
                <TextArea
                    name="reason"
                    label=words::reason(language)
                    hint=words::reason_hint(language)
                    value=typed.reason
                    conditional=true
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::return_it(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Confirm>
    }
}

/// Reasons that are often given, word for word: the organisation reads them so.
fn common_reasons(language: Language) -> Options {
    [
        words::common_numbers(language),
        words::common_detail(language),
        words::common_evidence(language),
        words::common_last_week(language),
        words::common_help(language),
    ]
    .map(|words| (words.to_owned(), words.to_owned()))
    .into()
}

#[component]
fn Reopen(one: One, back: Option<Returned<ReviewTyped>>) -> impl IntoView {
    let language = one.at.language();
    let open = back.is_some();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.unwrap_or_else(|| ReviewTyped {
        until: moment_typed(one.at.request.now + REOPENED_FOR, one.at.zone()),
        scope: Field::ALL.iter().map(|field| field.code().to_owned()).collect(),
        ..ReviewTyped::default()
    });
    let scope_problem = error.as_ref().and_then(|error| match error {
        AppError::Invalid(problems) => problems.iter().find(|one| one.field == "scope").map(|one| one.words.clone()),
        _ => None,
    });
    let chosen = typed.scope;
    view! {
        <Confirm label=words::reopen(language) consequence=words::reopen_consequence(language) open=open>
            <PostForm action={action::<ReopenReport>()} key=new_key() id="reopen" error=error>
                <Names one=one />
                <TextArea
                    name="reason"
                    label=words::reason(language)
                    value=typed.reason
                    required=true
                    maxlength=2000
                    rows=3
                />
                <Scope chosen=chosen problem=scope_problem />
                <TextField
                    name="until"
                    label=words::reopen_until(language)
                    kind="datetime-local"
                    value=typed.until
                    required=true
                />
                <FormActions>
                    <Submit label=words::reopen(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Confirm>
    }
}

/// Ends a reopening that was a mistake, or that led to nothing by its end.
#[component]
fn End(one: One, error: Option<AppError>) -> impl IntoView {
    let (language, zone) = (one.at.language(), one.at.zone());
    let terms = one.report.reopening.clone();
    let open = error.is_some();
    view! {
        {terms.map(|terms| view! { <Reopened terms=terms zone=zone /> })}
        <Confirm
            label=words::end_reopening(language)
            consequence=words::end_reopening_consequence(language)
            danger=true
            open=open
        >
            <PostForm action={action::<EndReopening>()} key=new_key() id="end-reopening" error=error>
                <Names one=one />
                <FormActions>
                    <Submit label=words::end_reopening(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Confirm>
    }
}

/// The parts of a report, each to be ticked where it may change.
#[component]
fn Scope(chosen: Vec<String>, problem: Option<String>) -> impl IntoView {
    let language = crate::ui::language();
    // Who may choose "nothing to report" may confirm it.
    let fields = Field::ALL.iter().filter(|field| **field != Field::NothingConfirmed);
    let boxes = fields.enumerate().map(|(n, field)| {
        let id = if n == 0 { "reopen-scope".to_owned() } else { format!("reopen-scope-{n}") };
        let checked = chosen.iter().any(|code| code == field.code());
        view! {
            <label class="choice">
                <input id=id type="checkbox" name="scope[]" value=field.code() checked=checked />
                <span>{shared::field(language, *field)}</span>
            </label>
        }
    });
    let class = if problem.is_some() { "field wrong" } else { "field" };
    view! {
        <fieldset class=class>
            <legend>{words::reopen_scope(language)}</legend>
            {problem.map(|words| view! { <p class="field-problem">{words}</p> })}
            <div class="choices">{boxes.collect_view()}</div>
        </fieldset>
    }
}
