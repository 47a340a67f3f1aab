//! What goes wrong, as a program is told it: `application/problem+json` (RFC 9457).

use axum::response::{IntoResponse, Response};
use hatchboard::{access::Denied, account::api_token::Area, store::StoreError};
use hatchboard_app::error::AppError;
use http::{HeaderValue, StatusCode, header};
use serde::Serialize;
use utoipa::{IntoResponses, ToSchema};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ApiProblem {
    /// 400: what was asked for cannot be read; says why.
    Unreadable(String),
    /// 401: without a token that is good.
    NoToken,
    /// 403: the token was not made for this.
    NotItsArea(Area),
    /// 403: its owner may not.
    Forbidden,
    /// 404
    NotFound,
    /// 405
    WrongMethod,
    /// 429: again after so many seconds.
    TooMany { seconds: i64 },
    /// 500: logged under this id.
    Failed { id: String },
    /// 503
    Unavailable,
}

/// A problem's document.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ProblemDocument {
    /// Always `about:blank`: the status says what it is.
    r#type: &'static str,
    title: &'static str,
    status: u16,
    /// In English, for whoever mends the program.
    detail: String,
}

/// What may be answered instead of what was asked for.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "the description is made of it")]
pub(super) enum Problems {
    /// A parameter is missing or cannot be read.
    #[response(status = 400, content_type = "application/problem+json")]
    Unreadable(ProblemDocument),
    /// No token was sent, or one that is unknown, over or revoked.
    #[response(status = 401, content_type = "application/problem+json")]
    NoToken(ProblemDocument),
    /// The token was not made for this, or its owner may not read it.
    #[response(status = 403, content_type = "application/problem+json")]
    Forbidden(ProblemDocument),
    /// There is no such record.
    #[response(status = 404, content_type = "application/problem+json")]
    NotFound(ProblemDocument),
    /// The token has asked too often; `Retry-After` says how many seconds to wait.
    #[response(status = 429, content_type = "application/problem+json")]
    TooMany(ProblemDocument),
}

impl ApiProblem {
    fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::NoToken => StatusCode::UNAUTHORIZED,
            Self::NotItsArea(_) | Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn detail(&self) -> String {
        match self {
            Self::Unreadable(why) => why.clone(),
            Self::NoToken => "Send a token that is good: Authorization: Bearer …".to_owned(),
            Self::NotItsArea(area) => format!("The token was not made for `{area}`."),
            Self::Forbidden => "The owner of the token may not read this.".to_owned(),
            Self::NotFound => "There is no such record.".to_owned(),
            Self::WrongMethod => "The API is for reading: GET and HEAD.".to_owned(),
            Self::TooMany { seconds } => format!("Ask again in {seconds} seconds."),
            Self::Failed { id } => format!("Something failed; it is logged as {id}."),
            Self::Unavailable => "The database cannot be reached.".to_owned(),
        }
    }
}

impl IntoResponse for ApiProblem {
    fn into_response(self) -> Response {
        let status = self.status();
        let document = ProblemDocument {
            r#type: "about:blank",
            title: status.canonical_reason().unwrap_or_default(),
            status: status.as_u16(),
            detail: self.detail(),
        };
        let body = serde_json::to_string(&document).unwrap_or_default();
        let kind = HeaderValue::from_static("application/problem+json");
        let mut response = (status, [(header::CONTENT_TYPE, kind)], body).into_response();
        let headers = response.headers_mut();
        match self {
            Self::NoToken => {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
            Self::TooMany { seconds } => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            Self::Unavailable => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _ => {}
        }
        response
    }
}

impl From<AppError> for ApiProblem {
    /// Of what a reading fails by.
    fn from(error: AppError) -> Self {
        match error {
            AppError::Internal { id } => Self::Failed { id },
            _ => Self::Unavailable,
        }
    }
}

impl From<StoreError> for ApiProblem {
    /// Logged as it is for pages.
    fn from(error: StoreError) -> Self {
        AppError::from(error).into()
    }
}

impl From<Denied> for ApiProblem {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotSignedIn => Self::NoToken,
            Denied::NotYours => Self::Forbidden,
        }
    }
}

/// An area's error of reading: it has no such record, or keeping failed.
macro_rules! of_reading {
    ($($error:ty),+) => {$(
        impl From<$error> for ApiProblem {
            fn from(error: $error) -> Self {
                type Of = $error;
                match error {
                    Of::Store(error) => error.into(),
                    _ => Self::NotFound,
                }
            }
        }
    )+};
}
of_reading!(
    hatchboard::weekly_report::store::WeeklyReportError,
    hatchboard::monthly_plan::store::MonthlyPlanError,
    hatchboard::assessment::store::AssessmentError,
    hatchboard::follow_up::store::FollowUpError,
    hatchboard::annual_target::store::TargetError
);
