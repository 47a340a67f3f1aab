//! What whoever gave a rectification can do with it before it is closed: allow more time, or withdraw it.

use hatchboard::rectification::{Action, ExtensionText, store::Rectification};
use leptos::prelude::*;

use super::{
    api::{ExtendRectification, SaidTyped},
    deeds::{DecisionForm, Names},
    here::Here,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, returned},
    request::Request,
    ui::{
        confirm::Confirm,
        field::{Field, Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language,
    },
};

/// What these forms of the page came back with.
#[derive(Debug, Clone)]
pub struct Amending {
    extend: Option<Returned<ExtensionText>>,
    withdraw: Option<Returned<SaidTyped>>,
}

impl Amending {
    pub(super) async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            extend: returned("rectification_extend").await?,
            withdraw: returned("rectification_withdraw").await?,
        })
    }
}

/// Nothing for whoever did not give it, or once it is over.
#[component]
pub(super) fn Amend(here: Here, of: Rectification, back: Amending) -> AnyView {
    let can = |action| here.acts.is_some_and(|by| of.state.next(of.matter, action, by).is_ok());
    let (extends, withdraws) = (can(Action::Extend), can(Action::Withdraw));
    if !extends && !withdraws {
        return ().into_any();
    }
    let Amending { extend, withdraw } = back;
    let more_time = extends.then(|| view! { <ExtendForm here=here.clone() of=of.clone() back=extend /> });
    let language = language();
    let withdrawal = withdraws.then(|| {
        view! {
            <DecisionForm
                base=here.base.slug
                of=of
                act="withdraw"
                label=words::withdraw(language)
                consequence=words::withdraw_hint(language)
                asks=words::withdraw_reason(language)
                required=true
                weight=Weight::Danger
                back=withdraw
            />
        }
    });
    view! { <div class="row">{more_time} {withdrawal}</div> }.into_any()
}

/// A later day, and why.
#[component]
fn ExtendForm(here: Here, of: Rectification, back: Option<Returned<ExtensionText>>) -> AnyView {
    let language = language();
    let today = here.base.day(Request::current().now);
    let earliest = of.due_on.succ_opt().unwrap_or(of.due_on).max(today).to_string();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    let ExtensionText { due_on, words: reason } = typed.unwrap_or_default();
    let slug = here.base.slug;
    view! {
        <Confirm label=words::extend(language) consequence=words::extend_hint(language) open=open>
            <PostForm action={action::<ExtendRectification>()} key=new_key() id="extend" error=error>
                <Hidden name="base" value=slug />
                <Names of=of />
                <Field
                    name="due_on"
                    label=words::new_due(language)
                    kind="date"
                    value=due_on
                    min=earliest
                    required=true
                />
                <TextArea
                    name="words"
                    label=words::extend_reason(language)
                    value=reason
                    required=true
                    rows=3
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::extend(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
