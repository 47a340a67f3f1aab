//! What an approver does with a plan, and what its author can still do with one that was submitted.

use hatchboard::monthly_plan::{Release, State, store::PlanPage};
use leptos::prelude::*;

use super::{
    Here,
    api::{DecidePlan, ReasonTyped, ReleaseItem, StepPlan},
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key},
    request::Request,
    ui::{
        badge::Tone,
        card::Card,
        confirm::Confirm,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        notice::Notice,
        time,
    },
};

/// What the forms of the page came back with.
#[derive(Debug, Clone, Default)]
pub struct Attempts {
    pub approve: Option<AppError>,
    pub send_back: Option<Returned<ReasonTyped>>,
    pub release: Option<AppError>,
    pub step: Option<AppError>,
}

/// Whom a submitted plan waits for, and how long; why a returned one is back.
#[component]
pub(super) fn Waiting(here: Here, page: PlanPage) -> AnyView {
    let request = Request::current();
    let language = request.language;
    let of_base = page.subject.of_base;
    let waits = page.facts.decide_by.map(|end| {
        let left = time::left(language, request.now, end);
        let words =
            if of_base { words::waits_for_bureau(language, left) } else { words::waits_for_operator(language, left) };
        view! { <Notice tone=Tone::Warn words=words /> }
    });
    let returned = (page.facts.state == Some(State::Returned)).then(|| {
        let due = page.facts.due_at.filter(|_| !page.facts.stands);
        let due = due.map(|due| {
            let left = time::left(language, request.now, due);
            words::by(language, time::deadline(language, due, here.base.zone), left)
        });
        view! {
            <Notice tone=Tone::Bad words=words::returned_for(language)>
                <blockquote class="reason">{page.returned_for}</blockquote>
                {due.map(|due| view! { <p class="soft">{due}</p> })}
            </Notice>
        }
    });
    view! { {waits} {returned} }.into_any()
}

/// Approve or return, and the items that are to be dropped.
#[component]
pub(super) fn Decision(here: Here, page: PlanPage, back: Attempts) -> AnyView {
    let language = language();
    let Some(plan) = page.id.filter(|_| here.decides) else { return ().into_any() };
    let names = Names {
        base: here.base.slug,
        plan: plan.to_string(),
        version: page.facts.row_version.to_string(),
        of_base: page.subject.of_base.to_string(),
    };
    let waits = page.facts.state == Some(State::Submitted);
    let (typed, send_back) = back.send_back.map(|back| (back.typed, back.error)).unzip();
    let sending_back = send_back.is_some();
    let reason = typed.unwrap_or_default().reason;
    let decision = waits.then(|| {
        let (to_approve, to_return) = (names.clone(), names.clone());
        view! {
            <Card title=words::decision_title(language)>
                <div class="row">
                    <PostForm action={action::<DecidePlan>()} key=new_key() id="approve" error=back.approve>
                        <NamesView names=to_approve />
                        <Submit label=words::approve(language) name="act" value="approve" />
                    </PostForm>
                    <Confirm
                        label=words::send_back(language)
                        consequence=words::send_back_hint(language)
                        open=sending_back
                    >
                        <PostForm action={action::<DecidePlan>()} key=new_key() id="return" error=send_back>
                            <NamesView names=to_return />
                            <TextArea
                                name="reason"
                                label=words::reason(language)
                                value=reason
                                required=true
                                rows=3
                                maxlength=500
                            />
                            <FormActions>
                                <Submit
                                    label=words::send_back(language)
                                    weight=Weight::Danger
                                    name="act"
                                    value="return"
                                />
                            </FormActions>
                        </PostForm>
                    </Confirm>
                </div>
            </Card>
        }
    });
    let PlanPage { results, items, .. } = page;
    let asked = results.into_iter().filter(|result| result.release == Some(Release::Asked));
    let asked: Vec<_> = asked
        .map(|result| {
            let what = items.iter().find(|item| item.id == result.item).map(|item| item.what.clone());
            let names = names.clone();
            view! {
                <li class="release">
                    <p>
                        <strong>{what}</strong>
                        " · "
                        {result.reason}
                    </p>
                    <PostForm action={action::<ReleaseItem>()} key=new_key() id=format!("release-{}", result.item)>
                        <NamesView names=names />
                        <Hidden name="item" value=result.item.to_string() />
                        <FormActions>
                            <Submit label=words::grant(language) weight=Weight::Plain name="act" value="grant" />
                            <Submit label=words::refuse(language) weight=Weight::Quiet name="act" value="refuse" />
                        </FormActions>
                    </PostForm>
                </li>
            }
        })
        .collect();
    let releases = (!asked.is_empty()).then(|| {
        view! {
            <Card title=words::release_title(language)>
                <p class="soft">{words::release_hint(language)}</p>
                {back.release.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
                <ul class="plain">{asked}</ul>
            </Card>
        }
    });
    view! { {decision} {releases} }.into_any()
}

#[derive(Debug, Clone)]
struct Names {
    base: String,
    plan: String,
    version: String,
    of_base: String,
}

#[component]
fn NamesView(names: Names) -> AnyView {
    view! {
        <Hidden name="base" value=names.base />
        <Hidden name="plan" value=names.plan />
        <Hidden name="version" value=names.version />
        <Hidden name="of_base" value=names.of_base />
    }
    .into_any()
}

/// What its author can do with a plan besides writing in it.
#[component]
pub(super) fn Steps(here: Here, page: PlanPage, error: Option<AppError>) -> AnyView {
    let language = language();
    let facts = page.facts;
    let changing = facts.stands && matches!(facts.state, Some(State::Draft | State::Returned | State::Submitted));
    let steps = [
        (facts.state == Some(State::Submitted))
            .then(|| ("withdraw", words::withdraw(language), words::withdraw_consequence(language))),
        (facts.state == Some(State::Approved))
            .then(|| ("change", words::change(language), words::change_consequence(language))),
        changing.then(|| ("discard", words::discard(language), words::discard_consequence(language))),
    ];
    let Some(whose) = here.writes else { return ().into_any() };
    let step = |(act, label, consequence): (&'static str, &'static str, &'static str)| {
        let (whose, month) = (whose.to_string(), here.month.to_string());
        view! {
            <Confirm label=label consequence=consequence>
                <PostForm action={action::<StepPlan>()} key=new_key() id=act>
                    <Hidden name="whose" value=whose />
                    <Hidden name="month" value=month />
                    <Hidden name="version" value=facts.row_version.to_string() />
                    <FormActions>
                        <Submit label=label weight=Weight::Plain name="act" value=act />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    };
    let steps = steps.into_iter().flatten().map(step).collect_view();
    view! {
        {error.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
        <div class="row">{steps}</div>
    }
    .into_any()
}
