//! The frame around every page of a place: who and where one is, where one can go, what has just happened.

use leptos::prelude::*;

use super::{
    badge::{Count, Tone},
    icon::{BrandMark, Icon, Picture},
    notice::{Notice, Toast},
    words,
};
use crate::{
    Language,
    request::Theme,
    search::key::{FIELD, SearchKey},
};

/// What the frame shows. [`FrameData::new`] fills it for a place; pages add crumbs and warnings.
#[derive(Debug, Clone)]
pub struct FrameData {
    pub place_name: String,
    /// What the person is here, in words; empty where that says nothing.
    pub role: String,
    /// The first page of the place.
    pub home: String,
    /// Where the field that finds anything leads to; none where there is nothing to find.
    pub search: Option<String>,
    pub nav: Vec<NavItem>,
    /// The way down to the page: words and link; the last is the page itself and has no link.
    pub crumbs: Vec<(String, Option<String>)>,
    /// All places of the person; a switcher is shown where there are several.
    pub places: Vec<PlaceLink>,
    pub person: String,
    /// Notices that the person has not read; `None` where nobody is signed in.
    pub unread: Option<u32>,
    pub language: Language,
    pub theme: Theme,
    pub demo: bool,
    /// What everybody here should know, each with a link to where it can be mended (empty: none).
    pub warnings: Vec<(String, String)>,
    /// The code of what a form has just done (see [`words::done`]).
    pub done: Option<String>,
    pub actions: MenuActions,
}

#[derive(Debug, Clone)]
pub struct NavItem {
    pub href: String,
    pub label: String,
    pub count: Option<u32>,
    pub icon: Icon,
    pub current: bool,
}

#[derive(Debug, Clone)]
pub struct PlaceLink {
    pub href: String,
    pub name: String,
    pub role: String,
    pub current: bool,
}

/// Where the forms of the account menu are sent to.
#[derive(Debug, Clone, Copy)]
pub struct MenuActions {
    /// Takes `language` (`zh-CN`, `en`) and leads back.
    pub language: &'static str,
    /// Takes `theme` (`device`, `light`, `dark`) and leads back.
    pub theme: &'static str,
    pub sign_out: &'static str,
}

impl Default for MenuActions {
    fn default() -> Self {
        Self { language: "/api/me/language", theme: "/api/me/theme", sign_out: "/api/account/sign_out" }
    }
}

impl FrameData {
    #[must_use]
    pub fn with_crumbs(mut self, crumbs: impl IntoIterator<Item = (String, Option<String>)>) -> Self {
        self.crumbs = crumbs.into_iter().collect();
        self
    }

    /// Adds a warning that everybody here should see, with a link to where it can be mended.
    #[must_use]
    pub fn with_warning(mut self, words: impl Into<String>, href: impl Into<String>) -> Self {
        self.warnings.push((words.into(), href.into()));
        self
    }
}

/// The whole page of a place; the children are its content, beginning with a `PageHead`.
#[component]
pub fn Frame(data: FrameData, children: Children) -> AnyView {
    let language = data.language;
    let toast = data.done.as_deref().and_then(|code| words::done(language, code));
    let warnings = data.warnings.clone();
    view! {
        <a class="skip" href="#main">
            {words::skip(language)}
        </a>
        <div class="frame">
            <header class="frame-side">
                <div class="frame-top">
                    <div class="frame-head">
                        <a class="brand" href=data.home.clone() aria-label=words::product(language)>
                            <BrandMark />
                            <span class="brand-name">{words::product(language)}</span>
                        </a>
                        {data.unread.map(|unread| view! { <Bell unread=unread language=language /> })}
                    </div>
                    <Switcher data=data.clone() />
                    <AccountMenu data=data.clone() />
                </div>
                <nav class="frame-nav" aria-label=words::main_navigation(language)>
                    {data.search.clone().map(|action| view! { <Finder action=action language=language /> })}
                    <NavList items=data.nav.clone() />
                </nav>
            </header>
            <div class="frame-body">
                {data.demo.then(|| view! { <p class="frame-demo">{words::demo(language)}</p> })}
                {warnings
                    .into_iter()
                    .map(|(words, href)| view! { <Notice tone=Tone::Warn words=words href=href /> })
                    .collect_view()} <Crumbs crumbs=data.crumbs.clone() language=language />
                {toast.map(|words| view! { <Toast words=words /> })}
                <main id="main" class="frame-main" tabindex="-1">
                    {children()}
                </main>
            </div>
            <BottomBar items=data.nav language=language />
        </div>
    }
    .into_any()
}

/// Finds anything of the base; Ctrl-K enters it.
#[component]
fn Finder(action: String, language: Language) -> AnyView {
    view! {
        <form
            class="frame-search"
            method="get"
            action=action
            role="search"
            aria-label=words::find_anything(language)
        >
            <label class="search-box">
                <span class="read-only">{words::find_anything(language)}</span>
                <Picture icon=Icon::Search />
                <input
                    id=FIELD
                    type="search"
                    name="q"
                    maxlength="100"
                    title=words::find_anything(language)
                    placeholder=words::find_hint(language)
                />
            </label>
            <SearchKey />
        </form>
    }
    .into_any()
}

/// One's own notices, and how many are unread.
#[component]
fn Bell(unread: u32, language: Language) -> AnyView {
    view! {
        <a class="bell" href="/notices" title=words::notices(language)>
            <Picture icon=Icon::Bell />
            <span class="read-only">{words::notices(language)}</span>
            <Count value=unread tone=Tone::Accent brief=true />
        </a>
    }
    .into_any()
}

#[component]
fn NavList(items: Vec<NavItem>) -> AnyView {
    view! {
        <ul class="nav-list">
            {items
                .into_iter()
                .map(|item| {
                    view! {
                        <li>
                            <NavLink item=item />
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn NavLink(item: NavItem, #[prop(optional)] brief: bool) -> AnyView {
    let tone = if item.current { Tone::Accent } else { Tone::Calm };
    view! {
        <a class="nav-link" href=item.href aria-current=item.current.then_some("page")>
            <Picture icon=item.icon />
            <span class="nav-word">{item.label}</span>
            <Count value=item.count.unwrap_or_default() tone=tone brief=brief />
        </a>
    }
    .into_any()
}

/// Phones: the first entries at the thumb, the others folded behind one more.
#[component]
fn BottomBar(items: Vec<NavItem>, language: Language) -> AnyView {
    const ENTRIES: usize = 5;
    let mut shown = items;
    let rest = if shown.len() > ENTRIES { shown.split_off(ENTRIES - 1) } else { Vec::new() };
    let inside_rest = rest.iter().any(|item| item.current);
    let waiting: u32 = rest.iter().filter_map(|item| item.count).sum();
    view! {
        <nav class="frame-bar" aria-label=words::quick_navigation(language)>
            {shown.into_iter().map(|item| view! { <NavLink item=item brief=true /> }).collect_view()}
            {(!rest.is_empty())
                .then(|| {
                    view! {
                        <details class="frame-more">
                            <summary class="nav-link" data-current=inside_rest.then_some("yes")>
                                <Picture icon=Icon::More />
                                <span class="nav-word">{words::more(language)}</span>
                                <Count value=waiting brief=true />
                            </summary>
                            <div class="frame-sheet">
                                <NavList items=rest />
                            </div>
                        </details>
                    }
                })}
        </nav>
    }
    .into_any()
}

#[component]
fn Switcher(data: FrameData) -> AnyView {
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

#[component]
fn AccountMenu(data: FrameData) -> AnyView {
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

#[component]
fn Crumbs(crumbs: Vec<(String, Option<String>)>, language: Language) -> AnyView {
    (!crumbs.is_empty())
        .then(|| {
            view! {
                <nav class="crumbs" aria-label=words::you_are_here(language)>
                    <ol>
                        {crumbs
                            .into_iter()
                            .map(|(words, href)| match href {
                                Some(href) => {
                                    view! {
                                        <li>
                                            <a href=href>{words}</a>
                                        </li>
                                    }
                                        .into_any()
                                }
                                None => view! { <li aria-current="page">{words}</li> }.into_any(),
                            })
                            .collect_view()}
                    </ol>
                </nav>
            }
        })
        .into_any()
}
