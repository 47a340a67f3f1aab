//! The incubations of an organisation, in its file: its history, and the step that can be taken next.

use hatchboard::organisation::store::File;
use leptos::prelude::*;

use super::sight::Sight;
use crate::{
    form::{action, new_key},
    incubation::{api::WithdrawProposal, history_view::History, words as incubation_words},
    ui::{
        badge::Tone,
        card::Card,
        confirm::Confirm,
        field::Hidden,
        form::{FormActions, LinkButton, PostForm, Submit},
        language,
        notice::Notice,
    },
};

#[component]
pub fn Stages(sight: Sight, found: File) -> AnyView {
    let language = language();
    let open = found.incubations.iter().find_map(|incubation| incubation.open_proposal().cloned());
    let under_way = found.incubations.first().is_some_and(|incubation| !incubation.is_over());
    let none = found.incubations.is_empty();
    let label = match (under_way, none) {
        (true, _) => incubation_words::step(language),
        (false, true) => incubation_words::begin(language),
        (false, false) => incubation_words::begin_again(language),
    };
    // The bureau moves what is under way; only the operator records an admission.
    let may = sight.manages || (sight.moves && under_way);
    let href = format!("{}/stage", sight.path());
    let zone = sight.base.zone;
    let print = if sight.slug.is_empty() {
        String::new()
    } else {
        format!("/b/{}/print/approvals/{}", sight.slug, sight.organisation)
    };
    view! {
        <Card title=incubation_words::title(language) id="stages">
            {open
                .clone()
                .map(|proposal| {
                    let slug = sight.slug.clone();
                    view! {
                        <Notice tone=Tone::Warn words=incubation_words::open_proposal(language)>
                            {sight
                                .manages
                                .then(|| {
                                    view! {
                                        <Withdraw
                                            slug=slug
                                            proposal=proposal.id.to_string()
                                            version=proposal.row_version
                                        />
                                    }
                                })}
                        </Notice>
                    }
                })}
            {none.then(|| view! { <p class="soft">{incubation_words::no_incubation(language)}</p> })}
            {found
                .incubations
                .into_iter()
                .map(|incubation| view! { <History incubation=incubation zone=zone print=print.clone() /> })
                .collect_view()}
            {(may && open.is_none())
                .then(|| {
                    view! {
                        <p class="row">
                            <LinkButton href=href label=label />
                        </p>
                    }
                })}
        </Card>
    }
    .into_any()
}

#[component]
fn Withdraw(slug: String, proposal: String, version: i32) -> AnyView {
    let language = language();
    view! {
        <Confirm label=incubation_words::withdraw(language) consequence=incubation_words::withdraw_words(language)>
            <PostForm action={action::<WithdrawProposal>()} key=new_key() id="withdraw">
                <Hidden name="base" value=slug />
                <Hidden name="proposal" value=proposal />
                <Hidden name="version" value=version.to_string() />
                <FormActions>
                    <Submit label=incubation_words::withdraw(language) />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
