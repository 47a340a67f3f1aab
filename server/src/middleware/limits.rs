//! How large a request may be, and how long it may take.
//!
//! A function that takes files gets a line in [`UPLOADS`].

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{
    body::Body,
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::header::CONTENT_LENGTH;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use crate::pages::Problem;

/// What a kind of request may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Limit {
    bytes: usize,
    time: Duration,
}

const MB: usize = 1 << 20;

const ORDINARY: Limit = Limit { bytes: MB, time: Duration::from_secs(30) };
/// Files over a phone's connection.
const UPLOAD: Limit = Limit { bytes: 25 * MB, time: Duration::from_mins(5) };
/// A week with all its files; each file and the text are bounded by the route itself.
const FILING: Limit = Limit { bytes: 100 * MB, time: Duration::from_mins(15) };
const FILINGS: &str = "/api/weekly_report/filing/";
/// The beginnings of the paths that take files.
const UPLOADS: [&str; 13] = [
    "/api/registry/",
    "/api/evidence/",
    "/api/scorecard/upload",
    "/api/service_request/ask",
    "/api/service_request/say",
    "/api/bureau_line/",
    "/api/rectification/report",
    "/api/annual_target/enter",
    "/api/assessment/veto",
    "/api/assessment/correct",
    "/api/funding/save",
    "/api/funding/receive",
    "/api/training/add_file",
];

impl Limit {
    fn of(path: &str) -> Self {
        if path.starts_with(FILINGS) {
            FILING
        } else if UPLOADS.iter().any(|upload| path.starts_with(upload)) {
            UPLOAD
        } else {
            ORDINARY
        }
    }
}

pub(crate) async fn keep(request: Request, next: Next) -> Response {
    let limit = Limit::of(request.uri().path());
    let announced =
        request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit.bytes) {
        return Problem::TooLarge.into_response();
    }
    let (request, overrun) = watch(request, limit.bytes);
    match tokio::time::timeout(limit.time, next.run(request)).await {
        // Whatever was made of the first part, the request as a whole was not taken.
        Ok(_) if overrun.load(Ordering::Relaxed) => Problem::TooLarge.into_response(),
        Ok(response) => response,
        Err(_) => Problem::TooSlow.into_response(),
    }
}

/// Cuts a body that was not announced off at the limit, and tells so.
fn watch(request: Request, bytes: usize) -> (Request, Arc<AtomicBool>) {
    let overrun = Arc::new(AtomicBool::new(false));
    let tell = overrun.clone();
    let request = request.map(|body| {
        Body::new(Limited::new(body, bytes).map_err(move |error| {
            tell.fetch_or(error.is::<LengthLimitError>(), Ordering::Relaxed);
            axum::Error::new(error)
        }))
    });
    (request, overrun)
}

#[cfg(test)]
mod tests {
    use super::{FILING, Limit, ORDINARY, UPLOAD};

    #[test]
    fn only_paths_that_take_files_have_room_for_them() {
        assert_eq!(Limit::of("/api/weekly_report/accept"), ORDINARY);
        assert_eq!(Limit::of("/api/weekly_report/filing/b/zhuzhou/2026-W15"), FILING);
        assert_eq!(Limit::of("/api/registry/upload"), UPLOAD);
        assert_eq!(Limit::of("/sign-in"), ORDINARY);
    }
}
