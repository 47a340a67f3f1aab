//! The cookies of this area. Over https the browser itself holds those with `__Host-` to this host, to secure
//! connections and to the whole site.

use hatchboard::account::Token;
use http::{
    HeaderMap, HeaderValue,
    header::{COOKIE, SET_COOKIE},
};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use uuid::Uuid;

use crate::request::Request;

/// How long a link that was just made can be looked at again in the browser that made it.
const LINK_SECONDS: i64 = 600;
const YEAR_SECONDS: i64 = 365 * 24 * 3600;

/// The name of the session's cookie.
pub fn session_name(public_url: &str) -> &'static str {
    if is_secure(public_url) { "__Host-hatchboard" } else { "hatchboard" }
}

/// Carries the link that was just made to the page that shows it: its token stands in no address and no record.
fn link_name(public_url: &str) -> &'static str {
    if is_secure(public_url) { "__Host-hatchboard-link" } else { "hatchboard-link" }
}

/// Gives the browser its session.
pub(super) fn begin_session(token: &Token) {
    let request = Request::current();
    let seconds = request.session_limits.absolute.num_seconds();
    set(&request, session_name(&request.public_url), token.reveal(), seconds);
}

/// Takes the session from the browser, and the link that was made in it.
pub(super) fn end_session() {
    let request = Request::current();
    set(&request, session_name(&request.public_url), "", 0);
    set(&request, link_name(&request.public_url), "", 0);
}

pub(super) fn keep_link(id: Uuid, token: &Token) {
    let request = Request::current();
    set(&request, link_name(&request.public_url), &format!("{id}.{}", token.reveal()), LINK_SECONDS);
}

/// The token of a link that this browser has just made.
pub(super) fn kept_link(id: Uuid) -> Option<String> {
    let request = Request::current();
    let value = read(link_name(&request.public_url))?;
    let (kept, token) = value.split_once('.')?;
    (kept == id.to_string()).then(|| token.to_owned())
}

/// Keeps how one wants to read, for a year: `language` or `theme`.
pub(super) fn keep_choice(name: &'static str, value: &str) {
    set(&Request::current(), name, value, YEAR_SECONDS);
}

fn set(request: &Request, name: &str, value: &str, seconds: i64) {
    let secure = if is_secure(&request.public_url) { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    if let (Some(response), Ok(cookie)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(&cookie)) {
        response.append_header(SET_COOKIE, cookie);
    }
}

fn read(name: &str) -> Option<String> {
    let parts = use_context::<http::request::Parts>()?;
    value(&parts.headers, name)
}

fn value(headers: &HeaderMap, name: &str) -> Option<String> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    cookies.find(|(found, _)| *found == name).map(|(_, value)| value.to_owned())
}

fn is_secure(public_url: &str) -> bool {
    public_url.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_https_the_browser_holds_the_session_to_this_host() {
        assert_eq!(session_name("https://base.example.gov.cn"), "__Host-hatchboard");
        assert_eq!(session_name("http://127.0.0.1:3000"), "hatchboard");
    }

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static("hatchboard=a; hatchboard-link=b"))]);
        assert_eq!(value(&headers, "hatchboard-link").as_deref(), Some("b"));
        assert_eq!(value(&headers, "link"), None);
    }
}
