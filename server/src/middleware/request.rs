//! What pages and server functions know about the request that they answer (see [`hatchboard_app::request`]).

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use hatchboard::{access::Asker, store::StoreError};
use hatchboard_app::{
    Language,
    error::AppError,
    request::{Facts, Request as Asked, Theme},
};
use http::{HeaderMap, header};
use url::Url;

use super::{access_log, address, cookie, device, session};
use crate::{listen::Peer, pages, pages::Problem, router::Installation};

/// Finds out who asks and lays what is known beside the request.
pub(crate) async fn know(State(installation): State<Installation>, mut request: Request, next: Next) -> Response {
    match session::asker(&installation, request.headers()).await {
        Ok(asker) => {
            if let Some(asker) = &asker
                && access_log::names_the_account(request.uri().path())
            {
                tracing::Span::current().record("account", tracing::field::display(asker.account()));
            }
            let facts = facts(&installation, asker, &request);
            request.extensions_mut().insert(Asked::new(facts));
            next.run(request).await
        }
        Err(error) => problem(error).into_response(),
    }
}

fn problem(error: StoreError) -> Problem {
    match AppError::from(error) {
        AppError::Internal { id } => Problem::Failed { id },
        _ => Problem::Unavailable,
    }
}

fn facts(installation: &Installation, asker: Option<Asker>, request: &Request) -> Facts {
    let headers = request.headers();
    let peer = request.extensions().get::<Peer>().map(|Peer(peer)| peer.ip());
    let address = peer.map(|peer| address::of_caller(peer, headers, &installation.config.trusted_proxies));
    Facts {
        store: installation.store.clone(),
        files: installation.files.clone(),
        language: language(asker.as_ref(), headers),
        asker,
        theme: cookie::value(headers, "theme").map(Theme::from_code).unwrap_or_default(),
        now: installation.store.now(),
        uri: request.uri().clone(),
        referer: referer(headers, installation.public_url.as_str()),
        wants_page: pages::wants_page(headers),
        address: address.map(|address| address.to_string()).unwrap_or_default(),
        device: device::name(text(headers, &header::USER_AGENT)),
        public_url: installation.public_url.as_str().to_owned(),
        session_limits: installation.config.session_limits(),
        mail: installation.config.mail_host.is_some(),
        robots: installation.config.group_robots,
    }
}

/// The account's choice, then the cookie's, then Chinese; never the browser's, which is often English by accident.
fn language(asker: Option<&Asker>, headers: &HeaderMap) -> Language {
    let chosen = asker.and_then(Asker::language).and_then(Language::from_tag);
    chosen.or_else(|| cookie::value(headers, "language").and_then(Language::from_tag)).unwrap_or_default()
}

/// Path and query of the page that the request was sent from, `/` where that is not a page of this site.
fn referer(headers: &HeaderMap, public_url: &str) -> String {
    let Ok(url) = Url::parse(text(headers, &header::REFERER)) else { return "/".to_owned() };
    let origin = url.origin().ascii_serialization();
    let host = origin.split_once("://").map(|(_, host)| host);
    let own = origin == public_url
        || (!text(headers, &header::HOST).is_empty() && host == Some(text(headers, &header::HOST)));
    // `//elsewhere` in a Location would lead there.
    if !own || url.path().starts_with("//") {
        return "/".to_owned();
    }
    url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
}

fn text<'h>(headers: &'h HeaderMap, name: &header::HeaderName) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use hatchboard_app::Language;
    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::{language, referer};

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_referer_is_a_page_of_this_site_or_the_first_one() {
        let table: [(&[(&str, &str)], &str); 8] = [
            (&[], "/"),
            (
                &[("referer", "https://base.example.gov.cn/b/zhuzhou/organisations?q=a%20b")],
                "/b/zhuzhou/organisations?q=a%20b",
            ),
            (&[("referer", "https://base.example.gov.cn")], "/"),
            (&[("referer", "https://elsewhere.example/b/zhuzhou")], "/"),
            (&[("referer", "https://base.example.gov.cn//elsewhere.example/")], "/"),
            (&[("referer", "https://base.example.gov.cn@elsewhere.example/x")], "/"),
            (&[("referer", "http://localhost:3000/sign-in"), ("host", "localhost:3000")], "/sign-in"),
            (&[("referer", "nonsense")], "/"),
        ];
        for (sent, expected) in table {
            assert_eq!(referer(&headers(sent), "https://base.example.gov.cn"), expected, "{sent:?}");
        }
    }

    #[test]
    fn the_language_is_chinese_unless_a_cookie_says_otherwise() {
        assert_eq!(language(None, &headers(&[("accept-language", "en")])), Language::Chinese);
        assert_eq!(language(None, &headers(&[("cookie", "language=en")])), Language::English);
        assert_eq!(language(None, &headers(&[("cookie", "language=fr")])), Language::Chinese);
    }
}
