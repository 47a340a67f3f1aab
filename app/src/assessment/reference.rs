//! What stands beside the base's sheet and is in no formula.

use hatchboard::{
    assessment::store::SheetPage as Found,
    follow_up::store::{Findings, findings},
    period::Quarter,
};
use leptos::prelude::*;

use super::{
    api::{JudgeSheet, SaidTyped},
    here::Here,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key},
    ui::{
        card::{Card, Todo},
        confirm::Fold,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

/// What stands beside the base's sheet of a quarter.
#[derive(Debug, Clone)]
pub struct Beside {
    quarter: Quarter,
    findings: Findings,
}

impl Beside {
    pub(super) async fn load(at: &At, quarter: Quarter) -> Result<Self, AppError> {
        let found = findings(&at.request.store, &at.reader, quarter).await;
        let findings = found.map_err(|error| crate::follow_up::told(error, at.language()))?;
        Ok(Self { quarter, findings })
    }
}

#[component]
pub(super) fn Reference(here: Here, found: Found, beside: Beside, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let Findings { due, on_time, late, missed, .. } = beside.findings;
    let path = |below: &str| format!("/b/{}{below}", here.base.slug);
    let visits = path(&format!("/follow-ups?quarter={}&show=all", here.quarter));
    let exceptions = path("/exceptions");
    let follow_ups = words::reference_follow_ups(language, due, on_time, late, missed);
    let targets = path(&format!("/targets?year={}", beside.quarter.year()));
    let noted = (!found.reference_note.is_empty()).then(|| {
        view! {
            <h3>{words::reference_note(language)}</h3>
            <p class="pre">{found.reference_note.clone()}</p>
        }
    });
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, value) = (error.is_some(), typed.map_or_else(|| found.reference_note.clone(), |typed| typed.words));
    let notes = here.is_bureau() && !found.state.is_public();
    let slug = here.base.slug.clone();
    let form = notes.then(|| {
        view! {
            <Fold label=words::reference_note(language) open=open>
                <PostForm action={action::<JudgeSheet>()} key=new_key() id="reference" error=error>
                    <Hidden name="base" value=slug />
                    <Hidden name="sheet" value=found.id.to_string() />
                    <Hidden name="version" value=found.row_version.to_string() />
                    <Hidden name="act" value="reference" />
                    <TextArea
                        name="words"
                        label=words::reference_note(language)
                        value=value
                        rows=3
                        maxlength=1000
                        required=true
                    />
                    <FormActions>
                        <Submit label=words::keep(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Fold>
        }
    });
    view! {
        <Card title=words::reference(language)>
            <p class="soft">{words::reference_hint(language)}</p>
            <ul class="todos">
                <Todo href=visits title=follow_ups />
                <Todo href=exceptions title=words::reference_exceptions(language) />
                <Todo href=targets title=words::reference_targets(language) />
            </ul>
            {noted}
            {form}
        </Card>
    }
    .into_any()
}
