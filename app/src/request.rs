//! The request that is being answered: who asks, in which language, at what time, with which store.
//!
//! The server makes it once per request and lays it beside the request's parts, so that pages and server
//! functions find the same.

use std::{ops::Deref, sync::Arc};

use chrono::{DateTime, Utc};
use hatchboard::{access::Asker, account::SessionLimits, base::Base, evidence::Files, reminder::Channel, store::Store};
use leptos::prelude::use_context;

use crate::{Language, error::AppError};

/// Cheap to clone; see the fields of [`Facts`].
#[derive(Debug, Clone)]
pub struct Request(Arc<Facts>);

#[derive(Debug)]
pub struct Facts {
    pub store: Store,
    pub files: Files,
    /// `None` where nobody is signed in.
    pub asker: Option<Asker>,
    pub language: Language,
    pub theme: Theme,
    /// One time for the whole answer.
    pub now: DateTime<Utc>,
    /// Path and query, as the browser sent them.
    pub uri: http::Uri,
    /// The page that a form was sent from; always on this site, `/` where unknown.
    pub referer: String,
    /// A browser's form rather than a program: answered with a redirect.
    pub wants_page: bool,
    /// The caller's address, as far as the trusted proxies tell.
    pub address: String,
    /// The caller's browser, shortened.
    pub device: String,
    /// What links and QR codes begin with, such as `https://base.example.gov.cn`.
    pub public_url: String,
    /// When sessions end by themselves.
    pub session_limits: SessionLimits,
    /// The installation has been told how to send mail.
    pub mail: bool,
    /// It has been told that robots of groups may be written to.
    pub robots: bool,
}

/// Light, dark, or as the device has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Device,
    Light,
    Dark,
}

impl Theme {
    /// As the cookie and the `data-theme` attribute have it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Device => "device",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn from_code(code: &str) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.code() == code).unwrap_or_default()
    }
}

impl Deref for Request {
    type Target = Facts;
    fn deref(&self) -> &Facts {
        &self.0
    }
}

impl Request {
    pub fn new(facts: Facts) -> Self {
        Self(Arc::new(facts))
    }

    /// The request that the running page or server function answers.
    pub fn current() -> Self {
        use_context::<http::request::Parts>()
            .and_then(|parts| parts.extensions.get::<Self>().cloned())
            .expect("the server lays a Request beside every request that reaches Leptos")
    }

    /// By what people can be reminded here.
    pub fn channels(&self) -> &'static [Channel] {
        Channel::of(self.mail, self.robots)
    }

    /// Who asks, or 401.
    pub fn asker(&self) -> Result<&Asker, AppError> {
        self.asker.as_ref().ok_or(AppError::NotSignedIn)
    }

    /// The base that a link names. 401 before 404, so that strangers learn nothing of what exists.
    pub async fn base(&self, slug: &str) -> Result<Base, AppError> {
        self.asker()?;
        hatchboard::base::store::by_slug(self.store.read(), slug).await?.ok_or(AppError::NotFound)
    }

    /// The base of an organisation that the asker is staff of, or 403.
    pub async fn base_of(&self, organisation: uuid::Uuid) -> Result<Base, AppError> {
        let base = self.asker()?.member(organisation)?.base();
        hatchboard::base::store::by_id(self.store.read(), base).await?.ok_or(AppError::NotFound)
    }
}

/// A parameter of the running page's path, such as `base`; empty where the route has none.
pub fn path_parameter(name: &str) -> String {
    use leptos_router::hooks::use_params_map;
    leptos::prelude::GetUntracked::get_untracked(&use_params_map()).get(name).unwrap_or_default()
}

/// An id in the running page's path, or 404.
pub fn path_id(name: &str) -> Result<uuid::Uuid, AppError> {
    path_parameter(name).parse().map_err(|_| AppError::NotFound)
}

/// The query of the running page, decoded, in order.
pub fn query() -> Vec<(String, String)> {
    form_urlencoded::parse(Request::current().uri.query().unwrap_or_default().as_bytes()).into_owned().collect()
}
