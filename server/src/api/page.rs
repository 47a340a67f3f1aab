//! How answers are given: in pages, with links to the neighbours, and with a tag by which an unchanged one is known.

use axum::{
    extract::{FromRequestParts, Query},
    response::{IntoResponse, Response},
};
use hatchboard::store::{Page as Found, Paging};
use hatchboard_app::error::AppError;
use http::{HeaderMap, HeaderValue, StatusCode, Uri, header, request::Parts};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use utoipa::{IntoParams, ToSchema};

use super::{Api, ROOT, problem::ApiProblem};

/// The most rows of a page.
const MOST: u64 = 200;

/// What a query says, read as `T`; 400 where it cannot be.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned, S: Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = ApiProblem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiProblem> {
        let read = Query::<T>::try_from_uri(&parts.uri);
        read.map(|Query(asked)| Self(asked)).map_err(|rejection| ApiProblem::Unreadable(rejection.body_text()))
    }
}

/// Which page is wanted.
#[derive(Debug, Clone, Copy, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Paged {
    /// Counted from 1.
    #[serde(default = "first")]
    #[param(minimum = 1, default = 1)]
    page: u64,
    /// Rows of a page.
    #[serde(default = "size")]
    #[param(minimum = 1, maximum = 200, default = 50)]
    per_page: u64,
}

fn first() -> u64 {
    1
}

fn size() -> u64 {
    Paging::SIZE
}

impl Paged {
    /// What lies outside of the bounds is moved to them.
    pub(super) fn paging(self) -> Paging {
        Paging::new(self.page, self.per_page.clamp(1, MOST))
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Listing<T> {
    items: Vec<T>,
    /// Rows on all pages.
    total: u64,
    page: u64,
    per_page: u64,
}

/// The page that is wanted of a list that was read whole.
pub(super) fn part<T>(rows: Vec<T>, paging: Paging) -> Found<T> {
    let total = rows.len() as u64;
    Found { rows: paging.of(rows.into_iter()), total }
}

/// A request for a list, as far as its answer depends on it.
pub(super) struct Wanted<'r> {
    pub(super) api: &'r Api,
    pub(super) uri: &'r Uri,
    pub(super) headers: &'r HeaderMap,
    pub(super) paging: Paging,
}

impl Wanted<'_> {
    /// Answers with a page and the links to its neighbours.
    pub(super) fn answer<R, T: Serialize + From<R>>(&self, found: Found<R>) -> Response {
        let Paging { page, size } = self.paging;
        let links = self.links(found.total);
        let items: Vec<T> = found.rows.into_iter().map(T::from).collect();
        let mut response = document(self.headers, &Listing { items, total: found.total, page, per_page: size });
        if let Ok(links) = HeaderValue::from_str(&links) {
            response.headers_mut().insert(header::LINK, links);
        }
        response
    }

    /// `<…>; rel="next"` and the like (RFC 8288).
    fn links(&self, total: u64) -> String {
        let Paging { page, size } = self.paging;
        let last = total.div_ceil(size).max(1);
        let neighbours = [
            ("first", Some(1)),
            ("prev", (page > 1).then(|| (page - 1).min(last))),
            ("next", (page < last).then_some(page + 1)),
            ("last", Some(last)),
        ];
        let link = |(rel, page): (&str, Option<u64>)| Some(format!("<{}>; rel=\"{rel}\"", self.at(page?)));
        neighbours.into_iter().filter_map(link).collect::<Vec<_>>().join(", ")
    }

    /// The same list on another page.
    fn at(&self, page: u64) -> String {
        // What is kept of the query stays encoded as it came.
        let query = self.uri.query().unwrap_or_default();
        let kept = query.split('&').filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !name.is_empty() && !matches!(name, "page" | "per_page")
        });
        let paging = [format!("page={page}"), format!("per_page={}", self.paging.size)];
        let query = kept.map(str::to_owned).chain(paging).collect::<Vec<_>>().join("&");
        // The router has taken the root from the path.
        format!("{}{ROOT}{}?{query}", self.api.public_url, self.uri.path())
    }
}

/// Answers with one document.
pub(super) fn document(headers: &HeaderMap, body: &impl Serialize) -> Response {
    match serde_json::to_string(body) {
        Ok(text) => tagged(headers, &text),
        Err(error) => ApiProblem::from(AppError::unknown(&error)).into_response(),
    }
}

/// Answers with JSON and its tag, or with 304 where the caller has it already. The tag is a weak one: the same document
/// may come compressed.
pub(super) fn tagged(headers: &HeaderMap, text: &str) -> Response {
    let hash = Sha256::digest(text);
    let head = hash[..].first_chunk().map_or(0, |head| u128::from_be_bytes(*head));
    let tag = format!("W/\"{head:032x}\"");
    let known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(','))
        .map(str::trim)
        .any(|sent| sent == "*" || sent.trim_start_matches("W/") == tag.trim_start_matches("W/"));
    let answer = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text.to_owned()).into_response()
    };
    let (mut parts, body) = answer.into_parts();
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        parts.headers.insert(header::ETAG, tag);
    }
    // It may be kept, but is asked for each time, and is nobody else's.
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    parts.headers.insert(header::VARY, HeaderValue::from_static("authorization"));
    Response::from_parts(parts, body)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(tags: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_static(tags))])
    }

    #[test]
    fn what_is_known_is_not_sent_again() {
        let first = tagged(&HeaderMap::new(), "{}");
        assert_eq!(first.status(), 200);
        let tag = first.headers()[header::ETAG].clone();
        let again = HeaderMap::from_iter([(header::IF_NONE_MATCH, tag)]);
        assert_eq!(tagged(&again, "{}").status(), 304);
        assert_eq!(tagged(&again, "[]").status(), 200, "it has changed");
        assert_eq!(tagged(&sent("*"), "{}").status(), 304);
        assert_eq!(tagged(&sent("\"a\", W/\"b\""), "{}").status(), 200);
    }

    #[test]
    fn a_page_lies_within_its_bounds() {
        let paged = |page, per_page| Paged { page, per_page }.paging();
        assert_eq!(paged(0, 0), Paging::new(1, 1));
        assert_eq!(paged(2, 1_000), Paging::new(2, 200));
        assert_eq!(part((0..5).collect(), Paging::new(2, 2)).rows, [2, 3]);
        assert_eq!(part((0..5).collect(), Paging::new(u64::MAX, 2)).rows, [0; 0]);
    }
}
