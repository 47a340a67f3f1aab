//! A plan that is not asked for, or later: what was given, what is asked for, and the reviewer's word on it.

use hatchboard::{
    monthly_plan::store::PlanPage,
    period::{Month, Period},
    weekly_report::store::{
        exception::Relief,
        exception_request::{Asked, AskedState},
    },
};
use leptos::prelude::*;

use super::{
    Here,
    api::ReasonTyped,
    look::month_name,
    relief_api::{AskException, DecideException},
    words,
};
use crate::{
    Language,
    base::At,
    form::{Returned, action, new_key},
    ui::{
        badge::Tone,
        card::Card,
        confirm::{Confirm, Fold},
        field::{Hidden, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        icon::Icon,
        language,
        list_query::ListQuery,
        notice::Notice,
        table::{Column, Table},
        time,
    },
    weekly_report::{
        Whose,
        desk::relief::{KindField, ReliefFields, ReliefTyped},
    },
};

/// What its forms came back with.
#[derive(Debug, Clone, Default)]
pub struct ReliefBack {
    pub(crate) asked: Option<Returned<ReliefTyped>>,
    pub declined: Option<Returned<ReasonTyped>>,
}

/// Nothing where nothing was asked for or given, and nothing can be.
#[component]
pub(super) fn ReliefCard(here: Here, page: PlanPage, asked: Vec<Asked>, back: ReliefBack) -> AnyView {
    let language = language();
    let excused = page.facts.excused.clone().map(|(reason, by)| {
        view! {
            <Notice tone=Tone::Calm words=words::excused_by(language, by)>
                <p class="pre">{reason}</p>
            </Notice>
        }
    });
    let waits = asked.iter().any(|one| one.state == AskedState::Asked);
    let requests =
        asked.into_iter().map(|one| view! { <Request here=here.clone() one=one back=back.declined.clone() /> });
    let requests = requests.collect_view();
    let own = matches!(here.writes, Some(Whose::Own(_) | Whose::Base(_)));
    let ask =
        (own && page.facts.expected && !waits).then(|| view! { <Ask here=here.clone() back=back.asked.clone() /> });
    let give = (here.decides && !page.subject.of_base && page.facts.expected).then(|| {
        let month = here.month.to_string();
        let query = ListQuery::default()
            .with("filing", "plan")
            .with("organisation", &page.subject.id.to_string())
            .with("from", &month)
            .with("to", &month);
        let href = query.at(&format!("/b/{}/exceptions/new", here.base.slug));
        view! {
            <p class="row">
                <LinkButton href=href label=words::excuse_or_extend(language) icon=Icon::Exception />
            </p>
        }
    });
    view! {
        <div id="exceptions" class="stack">
            {excused} {requests} {ask} {give}
        </div>
    }
    .into_any()
}

/// A request, and what its reviewer may do with it.
#[component]
fn Request(here: Here, one: Asked, back: Option<Returned<ReasonTyped>>) -> AnyView {
    let language = language();
    let zone = here.base.zone;
    let (at, by) = one.asked.clone();
    let asked = words::asked_by(language, by, time::minute(at, zone));
    let (tone, title) = match one.state {
        AskedState::Asked if one.subject.of_base => (Tone::Warn, words::asked_of_bureau(language)),
        AskedState::Asked => (Tone::Warn, words::asked_of_operator(language)),
        AskedState::Granted => (Tone::Good, words::request_granted(language)),
        AskedState::Declined => (Tone::Bad, words::request_declined(language)),
    };
    let proof = (!one.proof.is_empty()).then(|| view! { <p>{words::proof_is(language, one.proof.clone())}</p> });
    let decided = one.decided.clone().map(|(at, by)| {
        let said = words::decided_by(language, by, time::minute(at, zone));
        view! {
            <p class="soft">{said}</p>
            <p class="pre">{one.decided_for.clone()}</p>
        }
    });
    let decision = (here.decides && one.state == AskedState::Asked)
        .then(|| view! { <Decide here=here.clone() one=one.clone() back=back /> });
    view! {
        <Notice tone=tone words=title>
            <p>
                <strong>{relief_words(language, one.relief, zone)}</strong>
                " "
                <span class="soft">{asked}</span>
            </p>
            <p class="pre">{one.reason.clone()}</p>
            {proof}
            {decided}
            {decision}
        </Notice>
    }
    .into_any()
}

pub(super) fn relief_words(language: Language, relief: Relief, zone: chrono_tz::Tz) -> String {
    match relief {
        Relief::Excuse => words::ask_excuse(language).to_owned(),
        Relief::Extension { until } => words::ask_extension(language, time::minute(until, zone)),
    }
}

#[component]
fn Decide(here: Here, one: Asked, back: Option<Returned<ReasonTyped>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let declining = error.is_some();
    let (base, of_same) = (here.base.slug.clone(), one.clone());
    view! {
        <div class="row">
            <PostForm action={action::<DecideException>()} key=new_key() id="grant-exception">
                <SeenRequest base=base one=of_same />
                <Submit label=words::grant_request(language) name="act" value="grant" />
            </PostForm>
            <Confirm
                label=words::decline_request(language)
                consequence=words::decline_request_hint(language)
                open=declining
            >
                <PostForm action={action::<DecideException>()} key=new_key() id="decline-exception" error=error>
                    <SeenRequest base=here.base.slug one=one />
                    <TextArea
                        name="reason"
                        label=words::reason(language)
                        value=typed.unwrap_or_default().reason
                        required=true
                        rows=3
                        maxlength=2000
                    />
                    <FormActions>
                        <Submit
                            label=words::decline_request(language)
                            weight=Weight::Danger
                            name="act"
                            value="decline"
                        />
                    </FormActions>
                </PostForm>
            </Confirm>
        </div>
    }
    .into_any()
}

/// Which request, as it was seen.
#[component]
fn SeenRequest(base: String, one: Asked) -> AnyView {
    view! {
        <Hidden name="base" value=base />
        <Hidden name="of_base" value=one.subject.of_base.to_string() />
        <Hidden name="request" value=one.id.to_string() />
        <Hidden name="version" value=one.row_version.to_string() />
    }
    .into_any()
}

#[component]
fn Ask(here: Here, back: Option<Returned<ReliefTyped>>) -> AnyView {
    let language = language();
    let Some(whose) = here.writes else { return ().into_any() };
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    let typed = typed.unwrap_or_default();
    view! {
        <Fold label=words::ask_exception(language) open=open>
            <p class="soft">{words::ask_exception_hint(language)}</p>
            <PostForm action={action::<AskException>()} key=new_key() id="exception" error=error>
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="month" value=here.month.to_string() />
                <KindField value=typed.kind.clone() />
                <ReliefFields typed=typed />
                <FormActions>
                    <Submit label=words::ask_now(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}

/// What waits for its reviewer, on the page of all that waits.
#[component]
pub(super) fn WaitingRequests(at: At, asked: Vec<Asked>) -> AnyView {
    let language = language();
    if asked.is_empty() {
        return ().into_any();
    }
    let row = |one: Asked| {
        let month = month_of(one.period);
        let href = if one.subject.of_base {
            at.path(&format!("/plans/{}#exceptions", one.period))
        } else {
            at.path(&format!("/organisations/{}/plans/{}#exceptions", one.subject.id, one.period))
        };
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{one.subject.name}</a>
                </td>
                <td data-label=words::month(language)>{month.map(|month| month_name(language, month))}</td>
                <td data-label=words::waits_for(language)>{relief_words(language, one.relief, at.zone())}</td>
                <td data-label=words::reason(language) class="pre">
                    {one.reason}
                </td>
                <td data-label=words::asked_at(language)>{time::minute(one.asked.0, at.zone())}</td>
            </tr>
        }
    };
    let rows = asked.into_iter().map(row).collect_view();
    view! {
        <Card title=words::requests(language) flush=true>
            <Table caption=words::requests(language)>
                <thead>
                    <tr>
                        <Column label=words::organisation(language) />
                        <Column label=words::month(language) />
                        <Column label=words::waits_for(language) />
                        <Column label=words::reason(language) />
                        <Column label=words::asked_at(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

pub(super) fn month_of(period: Period) -> Option<Month> {
    match period {
        Period::Month(month) => Some(month),
        Period::Week(_) | Period::Quarter(_) => None,
    }
}
