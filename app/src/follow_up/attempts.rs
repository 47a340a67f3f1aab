//! The attempts to reach an organisation: the ground on which it may be called lost.

use hatchboard::follow_up::{
    Attempt, Field as Of, Means, NewAttempt, Reached,
    store::{AttemptRow, VisitPage, Which},
};
use leptos::prelude::*;

use super::{api::AttemptFollowUp, look::options, names, visit::Names, words};
use crate::{
    base::At,
    form::{Returned, action, new_key},
    ui::{
        badge::Tone,
        card::{Card, Event},
        confirm::Fold,
        field::{Field, Select},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

#[component]
pub(super) fn Attempts(
    at: At,
    page: VisitPage,
    which: Which,
    /// The reader may add one.
    writes: bool,
    back: Option<Returned<NewAttempt>>,
) -> AnyView {
    let language = at.language();
    let none = page.attempts.is_empty();
    let event = |attempt: AttemptRow| {
        let title = names::reached_name(language, attempt.reached);
        let note = format!(
            "{} · {} · {}",
            attempt.on,
            names::means_name(language, attempt.means),
            words::made_by(language, attempt.made_by)
        );
        let tone = if attempt.reached.is_contact() { Tone::Good } else { Tone::Warn };
        let said = Some(attempt.note).filter(|note| !note.is_empty());
        view! {
            <Event tone=tone title=title note=note>
                {said.map(|said| view! { <p class="pre">{said}</p> })}
            </Event>
        }
    };
    let events = page.attempts.clone().into_iter().map(event).collect_view();
    let form = writes.then(|| view! { <Add at=at page=page which=which back=back /> });
    view! {
        <Card title=words::attempts(language) id="attempts">
            {none.then(|| view! { <p class="soft">{words::no_attempts(language)}</p> })}
            {(!none).then(|| view! { <ol class="history">{events}</ol> })}
            <p class="soft">{words::lost_rule(language)}</p>
            {form}
        </Card>
    }
    .into_any()
}

#[component]
fn Add(at: At, page: VisitPage, which: Which, back: Option<Returned<NewAttempt>>) -> AnyView {
    let language = at.language();
    let came_back = back.is_some();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let today = at.today().to_string();
    let typed = typed.unwrap_or_else(|| NewAttempt { on: today.clone(), ..NewAttempt::default() });
    view! {
        <Fold label=words::add_attempt(language) open=came_back>
            <PostForm action={action::<AttemptFollowUp>()} key=new_key() id="attempt" error=error>
                <Names at=at page=page which=which />
                <div class="fields">
                    <Field
                        name=Of::On.code()
                        label=words::attempt_on(language)
                        kind="date"
                        value=typed.on
                        max=today
                        required=true
                    />
                    <Select
                        name=Of::Means.code()
                        label=words::means(language)
                        options=options(Means::ALL, Means::code, |one| names::means_name(language, one))
                        value=typed.means
                        required=true
                    />
                    <Select
                        name=Of::Reached.code()
                        label=words::reached(language)
                        options=options(Reached::ALL, Reached::code, |one| names::reached_name(language, one))
                        value=typed.reached
                        required=true
                    />
                </div>
                <Field
                    name=Of::Note.code()
                    label=words::note(language)
                    value=typed.note
                    maxlength=u32::try_from(Attempt::LONGEST_NOTE).unwrap_or(u32::MAX)
                />
                <FormActions>
                    <Submit label=words::add_attempt(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}
