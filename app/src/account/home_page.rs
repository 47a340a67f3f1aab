use hatchboard::access::Role;
use leptos::prelude::*;

use super::{roles, words};
use crate::{
    form::see_other,
    overview,
    request::Request,
    ui::{
        empty::Empty,
        form::LinkButton,
        page::{BarePage, page},
        words as ui_words,
    },
};

/// Where an administrator begins.
const ADMIN: &str = "/admin";

/// `/`: leads everybody to their first screen; whoever has several places chooses.
#[component]
pub fn HomePage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let asker = request.asker()?;
        match (asker.memberships(), asker.is_admin()) {
            ([], true) => Ok(led_to(ADMIN)),
            ([only], false) => Ok(led_to(&roles::path(only))),
            ([], false) => Ok(view! { <NoPlace /> }.into_any()),
            _ => Ok(view! { <Choose /> }.into_any()),
        }
    })
}

fn led_to(path: &str) -> AnyView {
    see_other(path);
    ().into_any()
}

#[component]
fn Choose() -> impl IntoView {
    let request = Request::current();
    let language = request.language;
    let places = request.asker.as_ref().map(|asker| asker.memberships().to_vec()).unwrap_or_default();
    let is_admin = request.asker.as_ref().is_some_and(hatchboard::access::Asker::is_admin);
    let link = |href: String, name: String, role: &'static str| {
        view! {
            <li class="todo">
                <a href=href>
                    <span class="todo-words">
                        <span class="todo-title">{name}</span>
                        <span class="soft">{role}</span>
                    </span>
                </a>
            </li>
        }
    };
    let across = overview::supervised(&request).is_ok_and(|bases| bases.len() > 1).then(|| {
        link(overview::ACROSS.to_owned(), overview::across(language).to_owned(), ui_words::role(language, Role::Bureau))
    });
    view! {
        <BarePage title=words::choose_place(language) subtitle=words::choose_place_words(language)>
            <ul class="todos">
                {across}
                {places
                    .iter()
                    .map(|place| {
                        link(roles::path(place), roles::place_name(place).to_owned(), ui_words::role(language, place.role))
                    })
                    .collect_view()}
                {is_admin
                    .then(|| {
                        link(
                            ADMIN.to_owned(),
                            ui_words::installation(language).to_owned(),
                            words::administrator(language),
                        )
                    })}
            </ul>
        </BarePage>
    }
}

#[component]
fn NoPlace() -> impl IntoView {
    let language = Request::current().language;
    view! {
        <BarePage title=words::no_place_title(language)>
            <Empty title=words::no_place_title(language) words=words::no_place_words(language)>
                <LinkButton href="/me" label=words::me_title(language) />
            </Empty>
        </BarePage>
    }
}
