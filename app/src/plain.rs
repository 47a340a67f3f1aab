//! Answers of routes that render no page: an error for programs, a bare page for people.

use axum::{
    Json,
    response::{IntoResponse, Redirect, Response},
};
use http::{StatusCode, header};

use crate::{Language, error::AppError, form::with_parameter, request::Request, ui::words};

/// Refuses a request with the error's status. Who is not signed in and came with a browser is led to the sign-in.
pub fn refusal(request: &Request, error: &AppError) -> Response {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if !request.wants_page {
        return (status, Json(error)).into_response();
    }
    if *error == AppError::NotSignedIn {
        return Redirect::to(&with_parameter("/sign-in", "next", &request.referer)).into_response();
    }
    let language = request.language;
    let words = escaped(&error.words(language));
    let body = format!("<p>{words}</p><p><a href=\"/\">{}</a></p>", words::error_home(language));
    let page = document(language, words::error_title(language, error.status()), &body);
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

/// A page without style sheet or script. `body` is HTML.
pub fn document(language: Language, title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1>{body}</main></body></html>",
        language.tag(),
        title = escaped(title),
    )
}

/// Text as it may stand in HTML, in attributes too.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
