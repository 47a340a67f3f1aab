//! An id and a line in the log for every request. Queries are not written (people search by names), and paths that
//! end in a secret are cut. Beside what is anonymous stands no account.

use std::time::Instant;

use axum::{extract::Request, middleware::Next, response::Response};
use http::{HeaderName, HeaderValue};
use tracing::{Instrument, field::Empty, info_span};
use uuid::Uuid;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// What follows these in a path is a secret.
const SECRET_FOLLOWS: [&str; 5] = ["/invitation/", "/reset/", "/trainings/", "/survey/", "/questionnaire/"];
/// What is read and sent by nobody in particular, also where somebody is signed in.
const ANONYMOUS: [&str; 2] = ["/survey/", "/api/survey/answer"];
/// Asked every few seconds by whoever watches the program.
const WATCHED: [&str; 2] = ["/healthz", "/readyz"];

pub(crate) async fn write(request: Request, next: Next) -> Response {
    let id = Uuid::now_v7().simple().to_string();
    let span = info_span!("request", id, account = Empty);
    let method = request.method().clone();
    let path = shown(request.uri().path()).to_owned();
    let began = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| {
        let (status, ms) = (response.status().as_u16(), began.elapsed().as_millis());
        if WATCHED.contains(&path.as_str()) {
            tracing::debug!(%method, path, status, ms, "answered");
        } else {
            tracing::info!(%method, path, status, ms, "answered");
        }
    });
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// The path as it may be logged.
pub(super) fn shown(path: &str) -> &str {
    SECRET_FOLLOWS.iter().find(|before| path.starts_with(**before)).copied().unwrap_or(path)
}

/// Whether the line of a request names the account that asked.
pub(super) fn names_the_account(path: &str) -> bool {
    !ANONYMOUS.iter().any(|before| path.starts_with(before))
}

#[cfg(test)]
mod tests {
    use super::{names_the_account, shown};

    #[test]
    fn whoever_answers_a_survey_stands_in_no_line() {
        for path in ["/survey/kq3x9", "/api/survey/answer"] {
            assert!(!names_the_account(path), "{path}");
        }
        for path in ["/", "/b/zhuzhou/surveys", "/api/survey/open", "/api/me/language"] {
            assert!(names_the_account(path), "{path}");
        }
    }

    #[test]
    fn a_secret_in_a_path_is_not_logged() {
        assert_eq!(shown("/invitation/kq3x9"), "/invitation/");
        assert_eq!(shown("/reset/kq3x9"), "/reset/");
        assert_eq!(shown("/trainings/kq3x9"), "/trainings/");
        assert_eq!(shown("/survey/kq3x9"), "/survey/");
        assert_eq!(shown("/questionnaire/kq3x9"), "/questionnaire/");
        assert_eq!(shown("/b/zhuzhou/organisations"), "/b/zhuzhou/organisations");
    }
}
