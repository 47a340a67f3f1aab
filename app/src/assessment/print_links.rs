//! What can be printed of a sheet: itself, the letter of its result, and the answer to objections.

use hatchboard::assessment::store::SheetPage as Found;
use leptos::prelude::*;

use super::here::Here;
use crate::{
    print::{print_objections, print_result, print_sheet},
    ui::{form::LinkButton, icon::Icon, language},
};

#[component]
pub fn PrintLinks(here: Here, found: Found) -> AnyView {
    let language = language();
    let link = |what: &str, label: &'static str| {
        view! { <LinkButton href=here.printed(what) label=label icon=Icon::Print /> }
    };
    let whole = found.sheet.sum().is_ok_and(|sum| sum.open == 0);
    let result = (found.rated && found.state.is_public() && whole).then(|| link("results", print_result(language)));
    let answered = |one: &hatchboard::assessment::store::LineNotes| {
        one.objection.as_ref().is_some_and(|objection| objection.decided.is_some())
    };
    let answers = found.notes.values().any(answered).then(|| link("objections", print_objections(language)));
    view! {
        {link("sheets", print_sheet(language))}
        {result}
        {answers}
    }
    .into_any()
}
