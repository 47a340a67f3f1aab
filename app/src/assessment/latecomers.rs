//! Organisations that were recorded after a round had been opened: they have no sheet yet, and can be added.

use hatchboard::{
    access::Role,
    assessment::{
        State,
        store::{Latecomer, RoundRow},
    },
};
use leptos::prelude::*;

use super::{api::AddLate, words};
use crate::{
    base::At,
    form::{Returned, action, new_key},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::Fold,
        field::{Hidden, Options, Select},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

#[component]
pub fn Late(at: At, round: RoundRow, late: Vec<Latecomer>, back: Option<Returned<String>>) -> AnyView {
    let language = at.language();
    if late.is_empty() {
        return ().into_any();
    }
    let row = |one: &Latecomer| {
        let href = at.path(&format!("/organisations/{}", one.id));
        view! {
            <li>
                <a class="among-words" href=href lang="zh-CN">
                    {one.name.clone()}
                </a>
                " "
                <Badge tone=Tone::Warn sign="!" word=words::late_row(language) />
            </li>
        }
    };
    let rows = late.iter().map(row).collect_view();
    let is_closed = round.in_state(State::Published) + round.in_state(State::Sealed) > 0;
    let closed = is_closed.then(|| view! { <p class="soft">{words::late_closed(language)}</p> });
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    let adds = !is_closed && matches!(at.role(), Role::Manager | Role::Bureau);
    // What came back is shown, whatever happened to the round meanwhile.
    let form = (adds || open).then(|| {
        let options: Options = late.iter().map(|one| (one.id.to_string(), one.name.clone())).collect();
        let (slug, quarter) = (at.base.slug.clone(), round.occasion.to_string());
        let value = typed.unwrap_or_else(|| options.first().map(|(id, _)| id.clone()).unwrap_or_default());
        view! {
            <Fold label=words::add_late(language) open=open>
                <PostForm action={action::<AddLate>()} key=new_key() id="late" error=error>
                    <Hidden name="base" value=slug />
                    <Hidden name="quarter" value=quarter />
                    <Select
                        name="organisation"
                        label=words::late_organisation(language)
                        options=options
                        value=value
                        lang="zh-CN"
                        required=true
                    />
                    <FormActions>
                        <Submit label=words::add_late(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Fold>
        }
    });
    view! {
        <Card title=words::late(language) id="late">
            <p class="soft">{words::late_hint(language)}</p>
            <ul>{rows}</ul>
            {closed}
            {form}
        </Card>
    }
    .into_any()
}
