//! What stands beside the base's sheet and is in no formula.

use hatchboard::{
    assessment::store::{Deciding, ReportSample, SheetPage as Found, deciding, report_sample},
    follow_up::store::{Findings, findings},
    period::Quarter,
};
use leptos::prelude::*;

use super::{
    api::{JudgeSheet, SaidTyped},
    grants::{GrantList, Grants},
    here::Here,
    problem::told,
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

/// What the base's sheet has and no other.
#[derive(Debug, Clone)]
pub struct Beside {
    quarter: Quarter,
    /// The quarter's findings of follow-ups.
    follow_ups: Findings,
    /// What was excused, extended and closed.
    grants: Grants,
    /// The weekly reports that were drawn, as far as whoever looks may know of them.
    pub(super) sample: Option<ReportSample>,
    /// Who decides on objections.
    pub(super) deciding: Deciding,
}

impl Beside {
    pub(super) async fn load(at: &At, found: &Found, quarter: Quarter) -> Result<Self, AppError> {
        let (store, language) = (&at.request.store, at.language());
        let follow_ups = findings(store, &at.reader, quarter).await;
        let deciding = deciding(store, &at.reader, found).await;
        let sample = report_sample(store, &at.reader, found).await;
        Ok(Self {
            quarter,
            follow_ups: follow_ups.map_err(|error| crate::follow_up::told(error, language))?,
            grants: Grants::load(at, quarter).await?,
            sample: sample.map_err(|error| told(error, language))?,
            deciding: deciding.map_err(|error| told(error, language))?,
        })
    }
}

#[component]
pub(super) fn Reference(here: Here, found: Found, beside: Beside, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let Findings { due, on_time, late, missed, .. } = beside.follow_ups;
    let path = |below: &str| format!("/b/{}{below}", here.base.slug);
    let visits = path(&format!("/follow-ups?quarter={}&show=all", beside.quarter));
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
                <Todo href=targets title=words::reference_targets(language) />
            </ul>
            <GrantList here=here grants=beside.grants />
            {noted}
            {form}
        </Card>
    }
    .into_any()
}
