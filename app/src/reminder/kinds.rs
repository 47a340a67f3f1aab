//! What can be reminded of, each to be ticked.

use hatchboard::reminder::Kind;
use leptos::prelude::*;

use super::names;
use crate::ui::language;

/// As a list of the form, under the form's `id`.
#[component]
pub fn KindBoxes(
    #[prop(into)] form: String,
    #[prop(into)] label: String,
    chosen: Vec<String>,
    /// What the bureau itself has to do is not for this form to settle.
    #[prop(optional)]
    without_bureau: bool,
) -> AnyView {
    let language = language();
    let offered = Kind::ALL.iter().filter(|kind| !(without_bureau && kind.is_of_bureau()));
    let boxes = offered.map(|kind| {
        let id = format!("{form}-{}", kind.code());
        let checked = chosen.iter().any(|code| code == kind.code());
        view! {
            <label class="choice">
                <input id=id type="checkbox" name="kinds[]" value=kind.code() checked=checked />
                <span>{names::kind(language, *kind)}</span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    view! {
        <fieldset class="field">
            <legend>{label}</legend>
            <div class="choices">{boxes}</div>
        </fieldset>
    }
    .into_any()
}
