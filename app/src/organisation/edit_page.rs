use hatchboard::organisation::{Field as Of, Grade, ProfileText, store::profile};
use leptos::prelude::*;

use super::{
    api::{CreateOrganisation, EditOrganisation, EditTyped, NewTyped},
    list, words,
};
use crate::{
    base::At,
    error::AppError,
    form::{action, new_key, returned},
    incubation::step_page::EntryFields,
    request::path_id,
    ui::{
        badge::Tone,
        card::Card,
        field::{Field, Hidden, Options, Select, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        language,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, Table},
    },
};

/// `/b/{base}/organisations/new`
#[component]
pub fn NewPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let language = at.language();
        let returned = returned::<NewTyped>("new-organisation").await?;
        let (typed, error) = returned.map_or_else(Default::default, |form| (form.typed, Some(form.error)));
        let list = at.path("/organisations");
        let crumbs =
            [(words::title(language).to_owned(), Some(list.clone())), (words::new_title(language).to_owned(), None)];
        Ok(view! {
            <Frame data=at.frame(Tab::Organisations).await?.with_crumbs(crumbs)>
                <PageHead title=words::new_title(language) />
                <PostForm action={action::<CreateOrganisation>()} key=new_key() error=error>
                    <Hidden name="base" value=at.base.slug.clone() />
                    <Card title=words::identity(language)>
                        <ProfileFields typed=typed.profile phone_hint=words::contact_phone_hint(language) />
                    </Card>
                    <Card title=words::incubation(language)>
                        <p class="soft">{words::incubation_words(language)}</p>
                        <EntryFields typed=typed.entry />
                        <Field
                            name="reason"
                            label=words::reason(language)
                            hint=words::reason_hint(language)
                            value=typed.reason
                            maxlength=500
                        />
                    </Card>
                    <FormActions sticky=true>
                        <Submit label=words::add(language) />
                        <LinkButton href=list label=words::cancel(language) />
                    </FormActions>
                </PostForm>
            </Frame>
        }
        .into_any())
    })
}

/// `/b/{base}/organisations/{id}/edit`
#[component]
pub fn EditPage() -> impl IntoView {
    page(async {
        let (at, manager) = At::managed().await?;
        let (request, base) = (&at.request, at.base.clone());
        let id = path_id("id")?;
        let language = request.language;
        let (saved, version) = profile(&request.store, &manager.as_reader().of(id)).await?.ok_or(AppError::NotFound)?;
        let (name, saved) = (saved.name.clone(), saved.to_text());
        let (typed, error) = match returned::<EditTyped>("edit-organisation").await? {
            Some(form) => (form.typed.profile, Some(form.error)),
            None => (saved.clone(), None),
        };
        let stale = error == Some(AppError::Stale);
        let back = at.path(&format!("/organisations/{id}"));
        let crumbs = [
            (words::title(language).to_owned(), Some(at.path("/organisations"))),
            (name.clone(), Some(back.clone())),
            (words::edit(language).to_owned(), None),
        ];
        Ok(view! {
            <Frame data=at.frame(Tab::Organisations).await?.with_crumbs(crumbs)>
                <PageHead title=words::edit_title(language, name) />
                {stale.then(|| view! { <Both saved=saved typed=typed.clone() /> })}
                <PostForm action={action::<EditOrganisation>()} key=new_key() error=error>
                    <Hidden name="base" value=base.slug />
                    <Hidden name="organisation" value=id.to_string() />
                    <Hidden name="version" value=version.to_string() />
                    <Card title=words::identity(language)>
                        <ProfileFields typed=typed phone_hint=words::phone_kept_hint(language) />
                    </Card>
                    <FormActions sticky=true>
                        <Submit label=words::save(language) />
                        <LinkButton href=back label=words::cancel(language) />
                    </FormActions>
                </PostForm>
            </Frame>
        }
        .into_any())
    })
}

/// What is saved now beside what was typed, where the two differ.
#[component]
fn Both(saved: ProfileText, typed: ProfileText) -> AnyView {
    let language = language();
    let differing = Of::ALL.iter().filter(|field| saved.get(**field) != typed.get(**field));
    let rows = differing.map(|field| {
        view! {
            <tr>
                <td class="card-title">{words::field_name(language, *field)}</td>
                <td data-label=words::saved_now(language)>{words::field_text(language, *field, saved.get(*field))}</td>
                <td data-label=words::yours(language)>{words::field_text(language, *field, typed.get(*field))}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Notice tone=Tone::Warn words=words::stale_title(language)>
            <p>{words::stale_words(language)}</p>
        </Notice>
        <Table caption=words::stale_title(language)>
            <thead>
                <tr>
                    <Column label=words::field(language) />
                    <Column label=words::saved_now(language) />
                    <Column label=words::yours(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn ProfileFields(typed: ProfileText, phone_hint: &'static str) -> AnyView {
    let language = language();
    let grades =
        Grade::ALL.iter().map(|grade| (grade.code().to_owned(), words::grade_name(*grade))).collect::<Options>();
    let line = |field: Of, value: String, most: u32| {
        view! { <Field name=field.code() label=words::field_name(language, field) value=value maxlength=most /> }
    };
    view! {
        <Field name="name" label=words::name(language) value=typed.name required=true maxlength=100 />
        <Select
            name="standing"
            label=words::standing_label(language)
            options=list::standings(language)
            value=typed.standing
            required=true
        />
        <Field
            name="code"
            label=words::code(language)
            hint=words::code_hint(language)
            value=typed.code
            maxlength=40
            autocomplete="off"
        />
        <Select
            name="kind"
            label=words::kind_label(language)
            options=list::kinds(language)
            value=typed.kind
            required=true
        />
        {line(Of::District, typed.district, 50)}
        {line(Of::Registrar, typed.registrar, 100)}
        {line(Of::Sponsor, typed.sponsor, 100)}
        <Field
            name="legal_person"
            label=words::legal_person(language)
            hint=words::legal_person_hint(language)
            value=typed.legal_person
            maxlength=50
        />
        {line(Of::ContactName, typed.contact_name, 50)}
        <Field
            name="contact_phone"
            label=words::contact_phone(language)
            hint=phone_hint
            value=typed.contact_phone
            inputmode="tel"
            maxlength=60
        />
        {line(Of::Address, typed.address, 200)}
        <Field
            name="founded_on"
            label=words::founded_on(language)
            hint=words::founded_hint(language)
            value=typed.founded_on
            maxlength=20
        />
        <Select
            name="grade"
            label=words::grade(language)
            options=grades
            value=typed.grade
            prompt=words::no_grade(language)
        />
        <TextArea
            name="strengths"
            label=words::strengths(language)
            hint=words::strengths_hint(language)
            value=typed.strengths
            rows=2
        />
        <TextArea name="scope" label=words::scope(language) value=typed.scope rows=4 maxlength=2000 />
    }
    .into_any()
}
