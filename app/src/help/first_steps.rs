//! What to do first in a place: a card on its first screen, until whoever is new there puts it away.

use leptos::prelude::*;

use super::{guide, words};
use crate::{
    account::api::own::PutHintsAway,
    form::action,
    request::Request,
    ui::{
        card::{Card, Todo},
        field::Hidden,
        form::{FormActions, PostForm, Submit, Weight},
        nav::Place,
    },
};

/// Three steps, each a link to where it is done; nothing once the account has put those of the role away.
#[component]
pub(crate) fn FirstSteps(place: Place) -> AnyView {
    let request = Request::current();
    let language = request.language;
    let Some((role, asker)) = place.role().zip(request.asker.as_ref()) else { return ().into_any() };
    if asker.has_put_hints_away(role) {
        return ().into_any();
    }
    let steps = guide::first(role).iter().map(|(tab, words)| {
        view! { <Todo href=place.href(*tab) title=words(language) /> }
    });
    let steps = steps.collect_view();
    let aside: ViewFn = (move || view! { <a href="/help">{words::first_all(language)}</a> }).into();
    view! {
        <Card title=words::first_title(language) aside=aside id="first-steps" flush=true>
            <ol class="todos">{steps}</ol>
            <div class="card-foot">
                <PostForm action={action::<PutHintsAway>()} id="hints">
                    <Hidden name="role" value=role.code() />
                    <FormActions>
                        <Submit label=words::first_away(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </div>
        </Card>
    }
    .into_any()
}
