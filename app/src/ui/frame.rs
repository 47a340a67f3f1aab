//! The frame around every page of a place: who and where one is, where one can go, what has just happened.

use leptos::prelude::*;

use super::{
    account_menu::{AccountMenu, Switcher},
    badge::{Count, Tone},
    icon::{BrandMark, Icon, Picture},
    keys::{Key, KeysDialog},
    nav::Group,
    navigation::{BottomBar, Navigation},
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
    /// What stands in the field while nothing is typed.
    pub search_hint: &'static str,
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
    /// Keys that work on this page alone.
    pub keys: Vec<Key>,
}

#[derive(Debug, Clone)]
pub struct NavItem {
    pub href: String,
    pub label: String,
    pub count: Option<u32>,
    pub icon: Icon,
    pub current: bool,
    /// The heading under which it stands, if any.
    pub group: Option<Group>,
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

    /// Tells of keys that work on this page alone.
    #[must_use]
    pub fn with_keys(mut self, keys: impl IntoIterator<Item = Key>) -> Self {
        self.keys.extend(keys);
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
                    {data
                        .search
                        .clone()
                        .map(|action| view! { <Finder action=action hint=data.search_hint language=language /> })}
                    <Navigation items=data.nav.clone() language=language />
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
        <KeysDialog language=language finds=data.search.is_some() keys=data.keys />
    }
    .into_any()
}

/// Finds anything of the base or the organisation; Ctrl-K enters it.
#[component]
fn Finder(action: String, hint: &'static str, language: Language) -> AnyView {
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
                    placeholder=hint
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
