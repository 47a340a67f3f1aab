//! No text that people write holds U+0000, and PostgreSQL keeps none: what brings one is refused before anything is asked
//! of the database, whether it stands in the path, in the query, or in a form's fields. A form with files is looked at where
//! its text is read, since files hold any character.

use axum::{
    body::Body,
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{
    HeaderMap,
    header::CONTENT_TYPE,
    uri::{PathAndQuery, Uri},
};
use http_body_util::BodyExt;

use crate::{api, pages::Problem};

const FORM: &str = "application/x-www-form-urlencoded";

pub(crate) async fn check(request: Request, next: Next) -> Response {
    if holds_nul(asked(request.uri()).as_bytes()) {
        return refused(request.uri());
    }
    if !is_form(request.headers()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    // Cut off at the limit, or by its sender: nobody takes it either way.
    let Ok(body) = body.collect().await else { return Problem::TooLarge.into_response() };
    let body = body.to_bytes();
    if holds_nul(&body) {
        return refused(&parts.uri);
    }
    next.run(Request::from_parts(parts, Body::from(body))).await
}

fn asked(uri: &Uri) -> &str {
    uri.path_and_query().map_or("", PathAndQuery::as_str)
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.get(..FORM.len()).is_some_and(|start| start.eq_ignore_ascii_case(FORM))
}

/// As it is, or as addresses and forms encode it. An encoded percent sign is `%25`, so `%00` never stands for itself.
fn holds_nul(encoded: &[u8]) -> bool {
    encoded.contains(&0) || encoded.windows(3).any(|three| three == b"%00")
}

fn refused(uri: &Uri) -> Response {
    if uri.path().starts_with(api::ROOT) { api::unreadable() } else { Problem::Unreadable.into_response() }
}

#[cfg(test)]
mod tests {
    use super::holds_nul;

    #[test]
    fn only_the_character_itself_is_found() {
        for text in ["", "a=b", "%2500", "%25%30%30", "%e4%00b", "a\u{1}b", "100%"] {
            assert_eq!(holds_nul(text.as_bytes()), text == "%e4%00b", "{text}");
        }
        assert!(holds_nul(b"name=a\0b") && holds_nul(b"%00") && holds_nul(b"%25%00"));
    }
}
