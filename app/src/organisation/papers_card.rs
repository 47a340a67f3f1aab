//! The papers of an organisation, in its file.

use hatchboard::organisation::store::Papers;
use leptos::prelude::*;

use super::{
    api::{AddPaper, RemovePaper},
    sight::Sight,
    words,
};
use crate::{
    form::{action, new_key},
    sending::Sending,
    ui::{
        card::Card,
        confirm::Confirm,
        field::{FileInput, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
        icon::Icon,
        language, number, time, words as ui_words,
    },
};

#[component]
pub fn PapersCard(sight: Sight, papers: Vec<Papers>) -> AnyView {
    let language = language();
    let none = papers.is_empty();
    let (keeps, slug, organisation) = (sight.keeps_contacts, sight.slug.clone(), sight.organisation.to_string());
    view! {
        <Card title=words::papers(language) id="papers">
            {none.then(|| view! { <p class="soft">{words::no_papers(language)}</p> })}
            <ul class="plain stack">
                {papers.into_iter().map(|paper| view! { <Paper sight=sight.clone() paper=paper /> }).collect_view()}
            </ul>
            {keeps
                .then(|| {
                    view! {
                        <PostForm action={action::<AddPaper>()} key=new_key() id="paper" multipart=true>
                            <Hidden name="base" value=slug />
                            <Hidden name="organisation" value=organisation />
                            <FileInput
                                name="file"
                                label=words::add_paper(language)
                                hint=words::paper_hint(language)
                                accept="image/*,.jpg,.jpeg,.png,.webp,.pdf,.xlsx,.docx"
                            />
                            <FormActions>
                                <Submit label=words::upload(language) weight=Weight::Plain icon=Icon::Clip />
                            </FormActions>
                            <Sending label=ui_words::sending(language).to_owned() />
                        </PostForm>
                    }
                })}
        </Card>
    }
    .into_any()
}

#[component]
fn Paper(sight: Sight, paper: Papers) -> AnyView {
    let language = language();
    let id = paper.id.to_string();
    let size = format!("{} KB", number::grouped((paper.size + 1023) / 1024));
    let added = format!("{} · {} · {size}", paper.added_by, time::date(paper.added_at, sight.base.zone));
    view! {
        <li>
            <a href=format!("/files/{id}")>{paper.name}</a>
            " "
            <span class="soft">{added}</span>
            {sight
                .keeps_contacts
                .then(|| {
                    view! {
                        <Confirm label=words::remove(language) consequence=words::remove_paper_words(language)>
                            <PostForm action={action::<RemovePaper>()} key=new_key() id=format!("paper-{id}")>
                                <Hidden name="base" value=sight.slug.clone() />
                                <Hidden name="organisation" value=sight.organisation.to_string() />
                                <Hidden name="paper" value=id.clone() />
                                <FormActions>
                                    <Submit label=words::remove(language) weight=Weight::Danger />
                                </FormActions>
                            </PostForm>
                        </Confirm>
                    }
                })}
        </li>
    }
    .into_any()
}
