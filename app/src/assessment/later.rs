//! Facts that came after the cut-off: what they would change, and the form that takes them in.

use hatchboard::assessment::{
    Difference, State,
    store::{self, Later, SheetPage as Found},
};
use leptos::prelude::*;

use super::{api::SaidTyped, correct::RecomputeSheet, corrections::Differences, here::Here, problem::told, words};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, with_parameter},
    request::{Request, query},
    ui::{
        card::Card,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

/// The sheet beside what the records say now.
#[derive(Debug, Clone)]
pub struct Compared(Later);

/// Whether whoever looks may compare a sheet with the records of today: the bureau, between the cut-off and the
/// publication, and after the seal. A subject that was not rated may come to be by what was recorded later.
fn compares(here: &Here, found: &Found) -> bool {
    here.is_bureau() && found.facts_at.is_some() && found.state != State::Published
}

impl Compared {
    /// Where the page asks for it.
    pub(super) async fn load(here: &Here, found: &Found) -> Result<Option<Self>, AppError> {
        let asked = query().iter().any(|(name, value)| name == "compare" && value == "facts");
        if !asked || !compares(here, found) {
            return Ok(None);
        }
        let request = Request::current();
        let later = store::later(&request.store, &here.reader, here.occasion).await;
        Ok(Some(Self(later.map_err(|error| told(error, request.language))?)))
    }
}

#[component]
pub(super) fn LaterFacts(
    here: Here,
    found: Found,
    compared: Option<Compared>,
    back: Option<Returned<SaidTyped>>,
) -> AnyView {
    let language = crate::ui::language();
    if !compares(&here, &found) {
        return ().into_any();
    }
    let content = match compared {
        None => {
            let href = with_parameter(&here.path, "compare", "facts") + "#later";
            view! {
                <p>
                    <a class="among-words" href=href>
                        {words::later_compare(language)}
                    </a>
                </p>
            }
            .into_any()
        }
        Some(Compared(later)) if later.is_none() => view! { <p>{words::later_none(language)}</p> }.into_any(),
        Some(Compared(Later { difference, rated, print, .. })) => {
            let rated =
                rated.map(|rated| if rated { words::later_rated(language) } else { words::later_unrated(language) });
            view! {
                {rated.map(|words| view! { <p>{words}</p> })}
                <Take here=here found=found difference=difference print=print back=back />
            }
            .into_any()
        }
    };
    view! {
        <Card title=words::later(language) id="later">
            <p class="soft">{words::later_hint(language)}</p>
            {content}
        </Card>
    }
    .into_any()
}

#[component]
fn Take(here: Here, found: Found, difference: Difference, print: String, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (act, label) = if found.state == State::Sealed {
        ("correct", words::ask_correction(language))
    } else {
        ("recompute", words::recompute(language))
    };
    view! {
        <Differences found=found.clone() difference=difference />
        <PostForm action={action::<RecomputeSheet>()} key=new_key() id="recompute" error=error>
            <Hidden name="base" value=here.base.slug />
            <Hidden name="sheet" value=found.id.to_string() />
            <Hidden name="version" value=found.row_version.to_string() />
            <Hidden name="act" value=act />
            <Hidden name="print" value=print />
            <TextArea
                name="words"
                label=words::reason(language)
                value=typed.unwrap_or_default().words
                rows=2
                maxlength=1000
                required=true
            />
            <FormActions>
                <Submit label=label weight=Weight::Plain />
            </FormActions>
        </PostForm>
    }
    .into_any()
}
