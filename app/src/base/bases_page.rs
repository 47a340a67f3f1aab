use hatchboard::base::{self, Base, FoundingText};
use leptos::prelude::*;

use super::{api::FoundBase, words};
use crate::{
    form::{Returned, action, new_key, returned},
    request::Request,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        empty::Empty,
        field::Field,
        form::{FormActions, PostForm, Submit},
        frame::{Frame, FrameData},
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::{Place, Tab},
        page::{PageHead, page},
        table::{Column, ExportLink, Table},
    },
};

/// `/admin/bases`: every base of the installation, and a form that founds one.
#[component]
pub fn BasesPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        request.asker()?.admin()?;
        let bases = base::store::all(&request.store).await?;
        let returned = returned::<FoundingText>("found-base").await?;
        let language = request.language;
        Ok(view! {
            <Frame data=FrameData::new(&request, &Place::Installation, Tab::Bases, &[])>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    <ExportLink query=ListQuery::default() path="/admin/bases.xlsx" />
                </PageHead>
                <List bases=bases />
                <FoundForm returned=returned />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn List(bases: Vec<Base>) -> AnyView {
    let language = language();
    if bases.is_empty() {
        let (title, words) = (words::none(language), words::none_words(language));
        return view! { <Empty title=title words=words icon=Icon::Base /> }.into_any();
    }
    let row = |base: Base| {
        view! {
            <tr>
                <td class="card-title">
                    {base.name} " "
                    {base.demo.then(|| view! { <Badge tone=Tone::Calm sign="·" word=words::demo(language) /> })}
                </td>
                <td data-label=words::slug(language)>
                    <code>{base.slug.clone()}</code>
                </td>
                <td data-label=words::short_code(language)>{base.short_code}</td>
                <td data-label=words::operator(language)>{base.operator_name}</td>
                <td data-label=words::bureau(language)>{base.bureau_name}</td>
                <td data-label=words::scorecards(language)>
                    <a href=format!("/b/{}/scorecards", base.slug)>{words::write_scorecards(language)}</a>
                </td>
            </tr>
        }
    };
    let rows = bases.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::title(language)>
            <thead>
                <tr>
                    <Column label=words::name(language) />
                    <Column label=words::slug(language) />
                    <Column label=words::short_code(language) />
                    <Column label=words::operator(language) />
                    <Column label=words::bureau(language) />
                    <Column label=words::scorecards(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn FoundForm(returned: Option<Returned<FoundingText>>) -> AnyView {
    let language = language();
    let (typed, error) = returned.map_or_else(Default::default, |form| (form.typed, Some(form.error)));
    view! {
        <Card title=words::found(language) id="found">
            <PostForm action={action::<FoundBase>()} key=new_key() error=error>
                <Field name="name" label=words::name(language) value=typed.name required=true maxlength=100 />
                <Field
                    name="slug"
                    label=words::slug(language)
                    hint=words::slug_hint(language)
                    value=typed.slug
                    required=true
                    maxlength=30
                />
                <Field
                    name="short_code"
                    label=words::short_code(language)
                    hint=words::short_code_hint(language)
                    value=typed.short_code
                    required=true
                    maxlength=6
                />
                <Field
                    name="operator_name"
                    label=words::operator(language)
                    value=typed.operator_name
                    required=true
                    maxlength=100
                />
                <Field
                    name="bureau_name"
                    label=words::bureau(language)
                    value=typed.bureau_name
                    required=true
                    maxlength=100
                />
                <FormActions>
                    <Submit label=words::found(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}
