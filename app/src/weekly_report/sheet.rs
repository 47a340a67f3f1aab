//! What the form of a week is shown from: the draft, what is wrong with it, and what came of the last attempt.

use hatchboard::{
    period::Week,
    weekly_report::{
        Draft, Merged, judge,
        store::draft::{OpenWeek, open},
    },
};
use serde::{Deserialize, Serialize};

use super::{Author, Whose, fault, problems};
use crate::{
    Language,
    error::{AppError, FieldProblem},
    form,
    request::{Request, query},
};

/// The form's name among those that come back.
pub(super) const FORM: &str = "weekly report";
/// The field of the files.
pub(super) const FILES: &str = "files";

/// A week's form. Made by [`Sheet::load`]; shown by [`ReportForm`](super::form::ReportForm).
#[derive(Debug, Clone)]
pub struct Sheet {
    pub author: Author,
    pub week: Week,
    pub open: OpenWeek,
    /// What stands in the fields: the saved draft, or both sides brought together after a clash.
    pub draft: Draft,
    /// The version of the draft that the next one is saved on top of.
    pub version: i32,
    /// Said after an attempt to submit.
    pub problems: Vec<FieldProblem>,
    pub attempt: Attempt,
    /// Why the last attempt was not done at all.
    pub refused: Option<AppError>,
    /// Blank rows for further activities.
    pub blank_rows: usize,
    /// Somebody asked for one more row.
    pub more_rows: bool,
}

/// What came of sending the form, as far as the saved draft does not tell it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempt {
    /// What was typed, where it could not be saved.
    pub typed: Option<Draft>,
    pub clash: Option<Clash>,
    pub refused_files: Vec<RefusedFile>,
}

/// A colleague saved newer words meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clash {
    pub merged: Merged,
    pub by: String,
    pub version: i32,
}

/// A file that was not taken, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedFile {
    pub name: String,
    pub why: String,
}

impl Sheet {
    /// Opens a week for its author. Whether it may be written in tells `sheet.open.is_open()`.
    pub async fn load(request: &Request, whose: Whose, week: Week) -> Result<Self, AppError> {
        let author = Author::find(request, whose).await?;
        let open =
            open(&request.store, &author.subject, week).await.map_err(|error| fault::told(request.language, error))?;
        let returned = form::returned::<Attempt>(FORM).await?;
        let (attempt, error) = returned.map_or_else(Default::default, |back| (back.typed, Some(back.error)));
        let mut sheet = Self {
            author,
            week,
            draft: without_blank_rows(open.draft.clone()),
            version: open.draft_version,
            open,
            problems: Vec::new(),
            refused: None,
            attempt,
            blank_rows: 0,
            more_rows: false,
        };
        sheet.show_attempt(error);
        let asked = query();
        let is_asked = |name: &str| asked.iter().any(|(found, _)| found == name);
        if is_asked("check") && sheet.problems.iter().all(|problem| problem.field == FILES) {
            let judged = sheet.judged(request.language);
            sheet.problems.extend(judged);
        }
        sheet.more_rows = is_asked("rows");
        sheet.blank_rows = usize::from(sheet.more_rows || sheet.draft.activities.is_empty());
        Ok(sheet)
    }

    /// Fills the form before anything has been saved, such as from a summary of the organisations' reports.
    pub fn begin_with(&mut self, draft: Draft) {
        if self.open.draft_version == 0 && self.attempt.typed.is_none() {
            self.blank_rows = usize::from(draft.activities.is_empty());
            self.draft = draft;
        }
    }

    fn show_attempt(&mut self, error: Option<AppError>) {
        match (&self.attempt.clash, &self.attempt.typed, error) {
            // An older attempt, opened again by its link: the draft has moved on.
            (Some(clash), _, _) if clash.version < self.open.draft_version => self.attempt.clash = None,
            (Some(clash), _, _) => {
                self.draft = without_blank_rows(clash.merged.draft.clone());
                self.version = clash.version;
            }
            (None, Some(typed), error) => {
                self.draft = without_blank_rows(typed.clone());
                match error {
                    Some(AppError::Invalid(problems)) => self.problems = problems,
                    other => self.refused = other,
                }
            }
            (None, None, Some(AppError::Invalid(problems))) => self.problems = problems,
            (None, None, _) => {}
        }
    }

    fn judged(&self, language: Language) -> Vec<FieldProblem> {
        let found = judge(&self.draft, self.open.context).err().unwrap_or_default();
        found.into_iter().map(|problem| problems::in_words(language, problem)).collect()
    }
}

/// Blank rows are no activities; what follows them moves up.
pub(super) fn without_blank_rows(mut draft: Draft) -> Draft {
    draft.activities.retain(|row| !row.is_blank());
    draft
}
