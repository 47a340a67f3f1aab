//! What the forms of this area call.

use hatchboard::{
    calendar::{TextError, YearOfDays, store::save_year},
    store::{
        Intent,
        returned::{self, Returned},
    },
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem},
    form::answer,
    request::Request,
    upload::Uploaded,
};

/// The largest text of a year, in bytes: a notice names about forty days.
const MOST: usize = 100_000;

/// The form that shows a year's differences before they are saved.
pub(super) const PREVIEW: &str = "calendar-preview";

/// A year as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct YearTyped {
    pub year: String,
    pub source: String,
    pub days: String,
    /// The version that the form was filled from.
    pub version: String,
}

impl YearTyped {
    pub(super) fn judge(&self, language: Language) -> Result<YearOfDays, AppError> {
        let year = self.year.parse().map_err(|_| AppError::NotFound)?;
        YearOfDays::parse(year, &self.source, &self.days).map_err(|error| {
            let problem = |words| FieldProblem { field: "days".to_owned(), words };
            AppError::Invalid(match error {
                TextError::Lines(faults) => {
                    faults.iter().map(|fault| problem(words::line_fault(language, fault))).collect()
                }
                TextError::Year(error) => {
                    let field = if self.source.trim().is_empty() { "source" } else { "days" };
                    vec![FieldProblem { field: field.to_owned(), words: words::fault(language, &error) }]
                }
            })
        })
    }
}

/// Judges a year and leads to its differences; saves nothing.
#[server(endpoint = "calendar/look", input = MultipartFormData)]
pub async fn look_at_year(data: MultipartData) -> Result<(), AppError> {
    let mut typed = YearTyped::default();
    let outcome = look(&Request::current(), data, &mut typed).await;
    answer("calendar-year", &typed, outcome).await
}

/// Keeps the year that was typed for the page that shows its differences, to which it leads.
async fn look(request: &Request, data: MultipartData, typed: &mut YearTyped) -> Result<String, AppError> {
    let asker = request.asker()?;
    asker.admin()?;
    let uploaded = Uploaded::read(data, MOST).await?;
    let text = |name| uploaded.get(name).to_owned();
    *typed = YearTyped { year: text("year"), source: text("source"), days: text("days"), version: text("version") };
    if let Some((_, contents)) = uploaded.file {
        typed.days = String::from_utf8(contents).map_err(|_| {
            let words = words::not_text(request.language).to_owned();
            AppError::Invalid(vec![FieldProblem { field: "file".to_owned(), words }])
        })?;
    }
    typed.judge(request.language)?;
    let fields = serde_json::to_string(&typed).map_err(|error| AppError::unknown(&error))?;
    let kept = Returned { fields, problems: "\"KeyReused\"".to_owned() };
    let id = returned::keep(&request.store, PREVIEW, Some(asker.account()), kept).await?;
    Ok(format!("/admin/calendar/{}?preview={id}", typed.year))
}

/// Saves a year whose differences have been shown.
#[server(endpoint = "calendar/save")]
pub async fn save_calendar_year(#[server(flatten)] typed: YearTyped, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let admin = request.asker()?.admin()?;
        let year = typed.judge(request.language)?;
        let seen = typed.version.parse().map_err(|_| AppError::Stale)?;
        save_year(&request.store, &admin, &year, seen, Intent::new("calendar.save", key, &typed)).await?;
        Ok("/admin/calendar?done=saved".to_owned())
    };
    let outcome = outcome.await;
    answer("calendar-year", &typed, outcome).await
}
