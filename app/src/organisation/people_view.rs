//! The people in an organisation's file.

use hatchboard::organisation::store::PersonOfFile;
use leptos::prelude::*;

use super::{api::TakePersonOut, file_page::Number, sight::Sight, words};
use crate::{
    form::{action, new_key},
    ui::{
        card::Card,
        confirm::Confirm,
        field::Hidden,
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        icon::Icon,
        language,
        table::{Column, Table},
    },
};

#[component]
pub fn People(sight: Sight, people: Vec<PersonOfFile>) -> AnyView {
    let language = language();
    let none = people.is_empty();
    let rows = people.into_iter().map(|person| view! { <Row sight=sight.clone() person=person /> }).collect_view();
    view! {
        <Card title=words::people(language) id="people">
            {if none {
                view! { <p class="soft">{words::no_people(language)}</p> }.into_any()
            } else {
                view! {
                    <Table caption=words::people(language)>
                        <thead>
                            <tr>
                                <Column label=words::person_name(language) />
                                <Column label=words::position(language) />
                                <Column label=words::phone(language) />
                                <Column label=words::note(language) />
                                <Column label="" />
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </Table>
                }
                    .into_any()
            }}
            {sight
                .keeps_contacts
                .then(|| {
                    let href = format!("{}/people/new", sight.path());
                    view! {
                        <p class="row">
                            <LinkButton href=href label=words::add_person(language) icon=Icon::Plus />
                        </p>
                    }
                })}
        </Card>
    }
    .into_any()
}

#[component]
fn Row(sight: Sight, person: PersonOfFile) -> AnyView {
    let language = language();
    let id = person.id.to_string();
    let (keeps, edit) = (sight.keeps_contacts, format!("{}/people/{id}", sight.path()));
    view! {
        <tr>
            <td class="card-title">{person.name.clone()}</td>
            <td data-label=words::position(language)>{person.position}</td>
            <td data-label=words::phone(language)>
                <Number sight=sight.clone() person=id.clone() phone=person.phone shown=person.phone_shown />
            </td>
            <td data-label=words::note(language)>{person.note}</td>
            <td>
                {keeps
                    .then(|| {
                        view! {
                            <div class="row">
                                <LinkButton href=edit label=words::edit_person(language) weight=Weight::Quiet />
                                <Confirm
                                    label=words::remove_person(language)
                                    consequence=words::remove_person_words(language, &person.name)
                                >
                                    <PostForm
                                        action={action::<TakePersonOut>()}
                                        key=new_key()
                                        id=format!("remove-{id}")
                                    >
                                        <Hidden name="base" value=sight.slug />
                                        <Hidden name="organisation" value=sight.organisation.to_string() />
                                        <Hidden name="person" value=id.clone() />
                                        <Hidden name="version" value=person.row_version.to_string() />
                                        <FormActions>
                                            <Submit label=words::remove_person(language) weight=Weight::Danger />
                                        </FormActions>
                                    </PostForm>
                                </Confirm>
                            </div>
                        }
                    })}
            </td>
        </tr>
    }
    .into_any()
}
