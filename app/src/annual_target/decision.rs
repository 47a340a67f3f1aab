//! What the operator can do with a year besides writing in it, and what the bureau decides.

use hatchboard::{annual_target::store::YearPage, monthly_plan::State};
use leptos::prelude::*;

use super::{
    api::{DecideTargets, ReasonTyped, StepTargets},
    words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key},
    ui::{
        card::Card,
        confirm::Confirm,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

/// Which year, as it was seen.
#[component]
fn Seen(base: String, year: String, version: i32) -> AnyView {
    view! {
        <Hidden name="base" value=base />
        <Hidden name="year" value=year />
        <Hidden name="version" value=version.to_string() />
    }
    .into_any()
}

#[component]
pub(super) fn Steps(at: At, page: YearPage) -> AnyView {
    let language = at.language();
    if !at.is_manager() {
        return ().into_any();
    }
    let changing = page.stands && matches!(page.state, Some(State::Draft | State::Returned | State::Submitted));
    let steps = [
        (page.state == Some(State::Submitted))
            .then(|| ("withdraw", words::withdraw(language), words::withdraw_consequence(language))),
        (page.state == Some(State::Approved))
            .then(|| ("change", words::change(language), words::change_consequence(language))),
        changing.then(|| ("discard", words::discard(language), words::discard_consequence(language))),
    ];
    let step = |(act, label, consequence): (&'static str, &'static str, &'static str)| {
        let (base, year) = (at.base.slug.clone(), page.year.to_string());
        view! {
            <Confirm label=label consequence=consequence>
                <PostForm action={action::<StepTargets>()} key=new_key() id=act>
                    <Seen base=base year=year version=page.row_version />
                    <FormActions>
                        <Submit label=label weight=Weight::Plain name="act" value=act />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    };
    let steps = steps.into_iter().flatten().map(step).collect_view();
    view! { <div class="row">{steps}</div> }.into_any()
}

#[component]
pub(super) fn Decision(at: At, page: YearPage, back: Option<Returned<ReasonTyped>>) -> AnyView {
    let language = at.language();
    if !at.is_bureau() || page.state != Some(State::Submitted) {
        return ().into_any();
    }
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, reason) = (error.is_some(), typed.unwrap_or_default().reason);
    let (base, year, version) = (at.base.slug, page.year.to_string(), page.row_version);
    let (same_base, same_year) = (base.clone(), year.clone());
    view! {
        <Card title=words::decision_title(language)>
            <div class="row">
                <PostForm action={action::<DecideTargets>()} key=new_key() id="approve">
                    <Seen base=base year=year version=version />
                    <Submit label=words::approve(language) name="act" value="approve" />
                </PostForm>
                <Confirm label=words::send_back(language) consequence=words::send_back_hint(language) open=open>
                    <PostForm action={action::<DecideTargets>()} key=new_key() id="return" error=error>
                        <Seen base=same_base year=same_year version=version />
                        <TextArea
                            name="reason"
                            label=words::reason(language)
                            value=reason
                            required=true
                            rows=3
                            maxlength=500
                        />
                        <FormActions>
                            <Submit label=words::send_back(language) weight=Weight::Danger name="act" value="return" />
                        </FormActions>
                    </PostForm>
                </Confirm>
            </div>
        </Card>
    }
    .into_any()
}
