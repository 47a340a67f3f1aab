//! Answers that are given outside of the app: they need neither script nor style sheet nor database.
//!
//! Whoever refuses a request answers with a [`Problem`]; [`render`] makes a page of it in both languages, or
//! for a program the error that its forms know.

use axum::{
    body::Body,
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use hatchboard_app::{Language, error::AppError};
use http::{HeaderValue, Method, StatusCode, header};
use uuid::Uuid;

const HTML: &str = "text/html; charset=utf-8";

/// Why a request is not answered by the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// 400: a character that no text holds.
    Unreadable,
    /// 403: a form of another site.
    ForeignOrigin,
    /// 404
    NotFound,
    /// 405
    WrongMethod,
    /// 408: the request did not arrive, or was not answered, in time.
    TooSlow,
    /// 413
    TooLarge,
    /// 500: logged under this id.
    Failed { id: String },
    /// 503: the database cannot be reached.
    Unavailable,
}

impl Problem {
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Failed { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What a bare status of axum or of a layer stands for.
    fn of_status(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::METHOD_NOT_ALLOWED => Some(Self::WrongMethod),
            StatusCode::NOT_FOUND => Some(Self::NotFound),
            _ => None,
        }
    }

    fn words(&self, language: Language) -> String {
        let foreign = (
            "请求不是从本站页面发出的，没有执行。请回到首页重新操作。",
            "This was not sent from a page of this site, so nothing was done. Go back to the first page and try again.",
        );
        let unreadable = (
            "地址或表单里有无法识别的字符，没有执行。请检查后再试。",
            "The address or the form holds a character that cannot be read, so nothing was done. Check it and try again.",
        );
        let method = ("这个地址不接受这种请求。", "This address does not take such a request.");
        let slow = (
            "请求没有在限定时间内完成，请检查网络后再试。",
            "The request was not finished in time. Check your connection and try again.",
        );
        let pick = |(chinese, english): (&str, &str)| match language {
            Language::Chinese => chinese.to_owned(),
            Language::English => english.to_owned(),
        };
        match self {
            Self::Unreadable => pick(unreadable),
            Self::ForeignOrigin => pick(foreign),
            Self::WrongMethod => pick(method),
            Self::TooSlow => pick(slow),
            Self::NotFound | Self::TooLarge | Self::Failed { .. } | Self::Unavailable => {
                self.as_error().words(language)
            }
        }
    }

    /// What a program is told.
    fn as_error(&self) -> AppError {
        match self {
            Self::ForeignOrigin => AppError::Forbidden,
            Self::NotFound => AppError::NotFound,
            Self::Unreadable => AppError::Unreadable,
            Self::WrongMethod | Self::TooSlow => AppError::Transport(self.status().to_string()),
            Self::TooLarge => AppError::TooLarge,
            Self::Failed { id } => AppError::Internal { id: id.clone() },
            Self::Unavailable => AppError::Unavailable,
        }
    }
}

impl IntoResponse for Problem {
    /// Carries the problem outwards, to [`render`].
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Whether the one who asks is a person in front of a browser.
pub(crate) fn wants_page(headers: &http::HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

/// Makes pages of problems.
pub(crate) async fn render(request: Request, next: Next) -> Response {
    let page = wants_page(request.headers());
    let no_body = *request.method() == Method::HEAD;
    let response = next.run(request).await;
    let bare = || if is_bare(&response) { Problem::of_status(response.status()) } else { None };
    let Some(problem) = response.extensions().get::<Problem>().cloned().or_else(bare) else { return response };

    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_LENGTH);
    let (kind, body) = if page { as_page(&mut parts, &problem) } else { as_json(&problem) };
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if problem == Problem::Unavailable {
        parts.headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    Response::from_parts(parts, if no_body { Body::empty() } else { body.into() })
}

fn is_bare(response: &Response) -> bool {
    !response.headers().contains_key(header::CONTENT_TYPE)
}

fn as_json(problem: &Problem) -> (&'static str, String) {
    ("application/json", serde_json::to_string(&problem.as_error()).unwrap_or_default())
}

fn as_page(parts: &mut http::response::Parts, problem: &Problem) -> (&'static str, String) {
    let status = problem.status().as_u16().to_string();
    let words = (problem.words(Language::Chinese), problem.words(Language::English));
    let way = r#"<a href="/">回到首页 · <span lang="en">Back to the first page</span></a>"#;
    let (policy, page) = plain(&status, &words, way);
    parts.headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    (HTML, page)
}

/// What stands in for a page where there is no network. It holds nothing of anybody, so a browser may keep it.
pub(crate) fn offline() -> Response {
    let words = (
        "现在没有网络。这台设备上写到一半的内容还在，网络恢复后回到原来的页面可以接着写、接着交。".to_owned(),
        "There is no network. What was being written is still on this device; once the network is back, go on where it was."
            .to_owned(),
    );
    // Kept under the address that was asked for, which an empty link leads to.
    let way = r#"<a href="">再试一次 · <span lang="en">Try again</span></a>"#;
    let (policy, page) = plain("⌁", &words, way);
    let kind = HeaderValue::from_static(HTML);
    ([(header::CONTENT_SECURITY_POLICY, policy), (header::CONTENT_TYPE, kind)], page).into_response()
}

/// A page that needs nothing beside it, in both languages, with what it may load.
fn plain(mark: &str, (chinese, english): &(String, String), way: &str) -> (HeaderValue, String) {
    let nonce = Uuid::new_v4().simple();
    let policy = format!("default-src 'none'; style-src 'nonce-{nonce}'; base-uri 'none'; frame-ancestors 'none'");
    let policy = HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"));
    let page = format!(
        r#"<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{chinese}</title>
<style nonce="{nonce}">
body {{ max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem; line-height: 1.6;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }}
p:first-child {{ font-size: 2.5rem; opacity: .5; margin: 0 }}
h1 {{ font-size: 1.25rem }}
</style>
</head>
<body>
<main>
<p aria-hidden="true">{mark}</p>
<h1>{chinese}</h1>
<p lang="en">{english}</p>
<p>{way}</p>
</main>
</body>
</html>
"#
    );
    (policy, page)
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, middleware::from_fn, routing::get};
    use http::{Request, header::ACCEPT};
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::{Problem, render};

    async fn answer(problem: Problem, accept: &str) -> (u16, String) {
        let router = Router::new().route("/", get(async || problem)).layer(from_fn(render));
        let request = Request::builder().uri("/").header(ACCEPT, accept).body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    #[tokio::test]
    async fn every_problem_has_a_page_in_both_languages_without_scripts() {
        let table = [
            (Problem::Unreadable, 400, "无法识别", "cannot be read"),
            (Problem::ForeignOrigin, 403, "没有执行", "nothing was done"),
            (Problem::NotFound, 404, "没有这个页面", "no such page"),
            (Problem::WrongMethod, 405, "不接受", "does not take"),
            (Problem::TooSlow, 408, "限定时间", "in time"),
            (Problem::TooLarge, 413, "内容太大", "too large"),
            (Problem::Failed { id: "0f3a".to_owned() }, 500, "编号 0f3a", "logged as 0f3a"),
            (Problem::Unavailable, 503, "数据库暂时连不上", "database cannot be reached"),
        ];
        for (problem, status, chinese, english) in table {
            let (found, page) = answer(problem, "text/html,*/*").await;
            assert_eq!(found, status);
            assert!(page.contains(chinese) && page.contains(english), "{page}");
            assert!(!page.contains("<script") && !page.contains("<link"), "{page}");
        }
    }

    #[tokio::test]
    async fn a_program_gets_the_error_that_forms_know() {
        assert_eq!(answer(Problem::Unavailable, "application/json").await, (503, "\"Unavailable\"".to_owned()));
    }
}
