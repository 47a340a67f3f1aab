//! Nothing changes at the word of another site: whatever is no plain reading must come from a page of this one.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{
    HeaderMap, Method,
    header::{HOST, ORIGIN},
};

use super::access_log;
use crate::{config::PublicUrl, pages::Problem, router::Installation};

pub(crate) async fn check(State(installation): State<Installation>, request: Request, next: Next) -> Response {
    if is_own(request.method(), request.headers(), &installation.public_url) {
        next.run(request).await
    } else {
        tracing::warn!(method = %request.method(), path = access_log::shown(request.uri().path()), "refused: sent from another site");
        Problem::ForeignOrigin.into_response()
    }
}

/// Browsers say where a form comes from in `Sec-Fetch-Site` and `Origin`; what says neither is no browser, and
/// carries no one's cookie against their will.
pub(crate) fn is_own(method: &Method, headers: &HeaderMap, own: &PublicUrl) -> bool {
    if matches!(*method, Method::GET | Method::HEAD) {
        return true;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let site_is_own = text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let origin_is_own =
        text(ORIGIN.as_str()).is_none_or(|origin| origin == own.as_str() || is_host(origin, text(HOST.as_str()), own));
    site_is_own && origin_is_own
}

/// The installation under another of its names, such as `localhost`: the origin is the host that was asked, by
/// the scheme of the public address.
fn is_host(origin: &str, host: Option<&str>, own: &PublicUrl) -> bool {
    let scheme = if own.is_https() { "https://" } else { "http://" };
    origin.strip_prefix(scheme).zip(host).is_some_and(|(origin, host)| origin.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderName, HeaderValue, Method};

    use super::is_own;

    const OWN: &str = "https://base.example.gov.cn";

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn a_change_is_taken_from_this_site_only() {
        let table: [(&[(&str, &str)], bool); 13] = [
            (&[], true),
            (&[("origin", OWN)], true),
            (&[("origin", OWN), ("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("origin", OWN), ("sec-fetch-site", "cross-site")], false),
            (&[("origin", "https://elsewhere.example"), ("sec-fetch-site", "same-origin")], false),
            (&[("origin", "https://elsewhere.example")], false),
            (&[("origin", "http://base.example.gov.cn"), ("host", "base.example.gov.cn")], false),
            (&[("origin", "null")], false),
            (&[("origin", "https://10.1.2.3:8443"), ("host", "10.1.2.3:8443")], true),
            (&[("origin", "https://elsewhere.example"), ("host", "base.example.gov.cn")], false),
        ];
        let own = OWN.parse().unwrap();
        for (sent, expected) in table {
            for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
                assert_eq!(is_own(&method, &headers(sent), &own), expected, "{method} {sent:?}");
            }
        }
    }

    #[test]
    fn reading_is_free_to_links_of_other_sites() {
        let sent = headers(&[("origin", "https://elsewhere.example"), ("sec-fetch-site", "cross-site")]);
        for method in [Method::GET, Method::HEAD] {
            assert!(is_own(&method, &sent, &OWN.parse().unwrap()), "{method}");
        }
    }
}
