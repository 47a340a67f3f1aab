//! What a browser keeps for the time without a network: one page, and the script that shows it.

use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};

use crate::pages;

/// Kept with the version of the program, so that a new one brings its own page.
const SCRIPT: &str = include_str!("service-worker.js");
/// It loads pages on behalf of the browser, and nothing else.
const POLICY: &str = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/// `/service-worker.js`
pub(super) async fn script() -> Response {
    let headers = [
        (CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (CONTENT_SECURITY_POLICY, POLICY),
        (CACHE_CONTROL, "no-cache"),
    ];
    (headers, SCRIPT.replace("VERSION", env!("CARGO_PKG_VERSION"))).into_response()
}

/// `/offline`
pub(super) async fn page() -> Response {
    pages::offline()
}
