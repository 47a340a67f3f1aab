//! How a form is answered, with or without scripts.
//!
//! Every field arrives as text. What can be accepted leads, by 303, to the page that shows the outcome. What
//! cannot is kept and leads back to the form, which shows it again with what is wrong (see [`returned`]):
//! nothing that was typed is lost. A program that asks for JSON gets the status and the [`AppError`] instead.

use hatchboard::store::returned::{self, Returned as Kept};
use http::{HeaderValue, StatusCode, header::LOCATION};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use serde::{Serialize, de::DeserializeOwned};
use server_fn::ServerFn;
use uuid::Uuid;

use crate::{
    error::{AppError, FieldProblem},
    request::{Request, query},
};

/// The query parameter that leads back to a form with what was typed.
const RETURNED: &str = "returned";

/// So much is kept of a form that nobody in particular has sent, in bytes of JSON: far more than any that needs no account
/// can be accepted with. Otherwise a stranger fills the disk a megabyte at a time.
const MOST_OF_NOBODY: usize = 128 << 10;

/// Where the form of a server function is sent to.
pub fn action<F: ServerFn>() -> &'static str {
    F::PATH
}

/// A new key for a form that is about to be shown: it makes sending twice do nothing twice.
pub fn new_key() -> String {
    Uuid::now_v7().simple().to_string()
}

/// A form that came back: what was typed, and what is wrong with it.
#[derive(Debug, Clone)]
pub struct Returned<T> {
    pub typed: T,
    pub error: AppError,
}

impl<T> Returned<T> {
    /// What is wrong with a field.
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems().iter().find(|problem| problem.field == field).map(|problem| problem.words.as_str())
    }

    pub fn problems(&self) -> &[FieldProblem] {
        match &self.error {
            AppError::Invalid(problems) => problems,
            _ => &[],
        }
    }
}

/// Ends a server function that a form calls. `outcome` is the page to go to.
///
/// `form` names the form; `typed` is what to show again (leave passwords out of it).
pub async fn answer(
    form: &'static str,
    typed: &impl Serialize,
    outcome: Result<String, AppError>,
) -> Result<(), AppError> {
    let request = Request::current();
    match outcome {
        Ok(next) => {
            see_other(&next);
            Ok(())
        }
        Err(error) if request.wants_page => {
            see_other(&way_back(&request, form, typed, &error).await?);
            Ok(())
        }
        Err(error) => Err(with_status(error)),
    }
}

/// As [`answer`], for a form that is anonymous: what is kept of it names no account, though its sender be signed in.
pub async fn answer_of_nobody(
    form: &'static str,
    typed: &impl Serialize,
    outcome: Result<String, AppError>,
) -> Result<(), AppError> {
    let request = Request::current();
    match outcome {
        Err(error) if request.wants_page => {
            let page = without_parameter(&request.referer, "done");
            see_other(&kept_for(&request, &page, (form, None), typed, &error).await?);
            Ok(())
        }
        outcome => answer(form, typed, outcome).await,
    }
}

/// Sets the status of a call that ends with an error, for programs; pages are led back instead.
pub fn with_status(error: AppError) -> AppError {
    if !Request::current().wants_page {
        set_status(error.status());
    }
    error
}

/// What was typed into this form before, if the link of the running page leads back to it.
pub async fn returned<T: DeserializeOwned>(form: &str) -> Result<Option<Returned<T>>, AppError> {
    returned_to(form, account_of(&Request::current())).await
}

/// As [`returned`], for a form that [`answer_of_nobody`] ended.
pub async fn returned_of_nobody<T: DeserializeOwned>(form: &str) -> Result<Option<Returned<T>>, AppError> {
    returned_to(form, None).await
}

async fn returned_to<T: DeserializeOwned>(form: &str, account: Option<Uuid>) -> Result<Option<Returned<T>>, AppError> {
    let Some(id) = query().into_iter().find(|(name, _)| name == RETURNED).and_then(|(_, id)| id.parse().ok()) else {
        return Ok(None);
    };
    let kept = returned::find(&Request::current().store, id, form, account).await?;
    Ok(kept.and_then(|kept| {
        Some(Returned {
            typed: serde_json::from_str(&kept.fields).ok()?,
            error: serde_json::from_str(&kept.problems).ok()?,
        })
    }))
}

/// Answers 303: the browser fetches `path`, which begins with `/`.
pub fn see_other(path: &str) {
    let local = if is_local(path) { path } else { "/" };
    if let (Some(response), Ok(location)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(local)) {
        response.insert_header(LOCATION, location);
        response.set_status(StatusCode::SEE_OTHER);
    }
}

/// `//elsewhere`, which browsers also read out of `/\elsewhere` and of a tab between the two, would lead to another site.
fn is_local(path: &str) -> bool {
    path.strip_prefix('/').is_some_and(|rest| !rest.starts_with(['/', '\\'])) && !path.contains(char::is_control)
}

/// Sets the status of the answer that is being made.
pub fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// `path` with one more parameter in its query.
pub fn with_parameter(path: &str, name: &str, value: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(n, _)| n != name);
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).append_pair(name, value).finish();
    format!("{path}?{query}")
}

/// `path` without one parameter of its query.
pub fn without_parameter(path: &str, name: &str) -> String {
    let Some((path, query)) = path.split_once('?') else { return path.to_owned() };
    let kept: Vec<_> = form_urlencoded::parse(query.as_bytes()).filter(|(n, _)| n != name).collect();
    if kept.is_empty() {
        return path.to_owned();
    }
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish();
    format!("{path}?{query}")
}

async fn way_back(
    request: &Request,
    form: &'static str,
    typed: &impl Serialize,
    error: &AppError,
) -> Result<String, AppError> {
    if *error == AppError::NotSignedIn {
        return Ok(with_parameter("/sign-in", "next", &request.referer));
    }
    // What went well before is not said beside what went wrong now.
    kept(request, &without_parameter(&request.referer, "done"), form, typed, error).await
}

/// Keeps what was typed, and gives the link to `page` under which [`returned`] finds it again.
pub async fn kept(
    request: &Request,
    page: &str,
    form: &'static str,
    typed: &impl Serialize,
    error: &AppError,
) -> Result<String, AppError> {
    kept_for(request, page, (form, account_of(request)), typed, error).await
}

fn account_of(request: &Request) -> Option<Uuid> {
    request.asker.as_ref().map(hatchboard::access::Asker::account)
}

async fn kept_for(
    request: &Request,
    page: &str,
    (form, account): (&'static str, Option<Uuid>),
    typed: &impl Serialize,
    error: &AppError,
) -> Result<String, AppError> {
    let text = |value: Result<String, serde_json::Error>| value.map_err(|error| AppError::unknown(&error));
    let kept = Kept { fields: text(serde_json::to_string(typed))?, problems: text(serde_json::to_string(error))? };
    if account.is_none() && kept.fields.len() > MOST_OF_NOBODY {
        return Err(AppError::TooLarge);
    }
    let id = returned::keep(&request.store, form, account, kept).await?;
    Ok(with_parameter(page, RETURNED, &id.to_string()))
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn only_a_path_of_this_site_is_led_to() {
        for path in ["/", "/me?done=saved", "/b/zhuzhou//x"] {
            assert!(is_local(path), "{path}");
        }
        for path in [
            "",
            "me",
            "//elsewhere.example",
            "/\\elsewhere.example",
            "/\t/elsewhere.example",
            "/\t\\elsewhere.example",
            "https://elsewhere.example",
            "\\\\elsewhere",
        ] {
            assert!(!is_local(path), "{path}");
        }
    }
}
