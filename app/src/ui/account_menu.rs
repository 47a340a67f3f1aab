//! The menus of the frame: where else one can be, and what belongs to oneself.

use leptos::prelude::*;

use super::{
    frame::FrameData,
    icon::{Icon, Picture},
    words,
};
use crate::{Language, request::Theme};

/// Where one is, and every other place of the person.
#[component]
pub fn Switcher(data: FrameData) -> AnyView {
    let label = view! {
        <span class="place-name">{data.place_name}</span>
        {(!data.role.is_empty()).then(|| view! { <span class="place-role">{data.role}</span> })}
    };
    if data.places.len() < 2 {
        return view! { <div class="place">{label}</div> }.into_any();
    }
    let links = data.places.into_iter().map(|place| {
        view! {
            <li>
                <a href=place.href aria-current=place.current.then_some("true")>
                    <span class="place-name">{place.name}</span>
                    <span class="place-role">{place.role}</span>
                </a>
            </li>
        }
    });
    view! {
        <details class="place menu">
            <summary title=words::places(data.language)>
                <span class="place-label">{label}</span>
                <Picture icon=Icon::Switch />
            </summary>
            <ul class="menu-sheet menu-list" aria-label=words::places(data.language)>
                {links.collect_view()}
            </ul>
        </details>
    }
    .into_any()
}

/// What belongs to the person: account, help, language, looks, the way out.
#[component]
pub fn AccountMenu(data: FrameData) -> AnyView {
    let language = data.language;
    let themes = [Theme::Device, Theme::Light, Theme::Dark].map(|theme| {
        let words = match theme {
            Theme::Device => words::theme_device,
            Theme::Light => words::theme_light,
            Theme::Dark => words::theme_dark,
        };
        (theme.code(), words(language), theme == data.theme)
    });
    let languages = [(Language::Chinese, words::chinese(language)), (Language::English, words::english(language))]
        .map(|(offered, words)| (offered.tag(), words, offered == language));
    view! {
        <details class="account menu">
            <summary title=words::account_menu(language)>
                <Picture icon=Icon::Person />
                <span class="account-name">{data.person}</span>
                <Picture icon=Icon::Down />
            </summary>
            <div class="menu-sheet">
                {data
                    .search
                    .map(|search| {
                        view! {
                            <a class="menu-line" href=search>
                                <Picture icon=Icon::Search />
                                {words::tab_search(language)}
                            </a>
                        }
                    })}
                <a class="menu-line" href="/me">
                    <Picture icon=Icon::Key />
                    {words::my_account(language)}
                </a>
                <a class="menu-line" href="/help">
                    <Picture icon=Icon::Information />
                    {words::help(language)}
                </a>
                <a class="menu-line" href="/help#keys">
                    <Picture icon=Icon::Information />
                    {words::keys(language)}
                </a>
                <MenuChoice
                    action=data.actions.language
                    name="language"
                    label=words::language_label(language)
                    choices=languages.into()
                />
                <MenuChoice action=data.actions.theme name="theme" label=words::theme_label(language) choices=themes.into() />
                <form method="post" action=data.actions.sign_out>
                    <button class="menu-line" type="submit">
                        <Picture icon=Icon::SignOut />
                        {words::sign_out(language)}
                    </button>
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// A row of buttons that each send one value at once.
#[component]
fn MenuChoice(
    action: &'static str,
    name: &'static str,
    label: &'static str,
    choices: Vec<(&'static str, &'static str, bool)>,
) -> AnyView {
    view! {
        <form class="menu-choice" method="post" action=action>
            <p class="menu-label">{label}</p>
            <div class="segments" role="group" aria-label=label>
                {choices
                    .into_iter()
                    .map(|(value, words, chosen)| {
                        view! {
                            <button type="submit" name=name value=value aria-pressed=if chosen { "true" } else { "false" }>
                                {words}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </form>
    }
    .into_any()
}
