//! A step of an incubation as a form asks for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Action;
use crate::code::coded;
use crate::organisation::{
    DateFault, date_text,
    text::{half_width, key, normalise},
};

/// The most characters of a reason, and of the name of a project.
const MOST: usize = 500;

/// A step as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepText {
    /// The code of an [`Action`].
    pub action: String,
    pub effective_on: String,
    pub reason: String,
    /// Points of the exit review, with up to two decimals; for hatching.
    pub exit_review: String,
    /// A completed project or series of activities; for hatching.
    pub project: String,
}

/// A step that is asked for, every field judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepAsked {
    pub action: Action,
    /// Its first day, never in the future when it was judged.
    pub effective_on: NaiveDate,
    pub reason: String,
    /// Hundredths of a point, 0 to 100.00.
    pub exit_review: Option<i32>,
    pub project: String,
}

impl StepAsked {
    /// The step that the text says. `today` is the base's day.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    pub fn judge(text: &StepText, today: NaiveDate) -> Result<Self, Vec<StepProblem>> {
        let mut problems = Vec::new();
        let mut fault = |field, fault| problems.push(StepProblem { field, fault });
        let action = Action::from_code(&text.action);
        if action.is_none() {
            fault(StepField::Action, StepFault::Required);
        }
        let effective_on = match date_text::read(&text.effective_on) {
            Ok(day) if day <= today => Some(day),
            Ok(_) => {
                fault(StepField::EffectiveOn, StepFault::InFuture);
                None
            }
            Err(error) => {
                let empty = key(&text.effective_on).is_empty();
                fault(StepField::EffectiveOn, if empty { StepFault::Required } else { StepFault::Date(error) });
                None
            }
        };
        let reason = normalise(&text.reason);
        match reason.chars().count() {
            0 => fault(StepField::Reason, StepFault::Required),
            1..=MOST => {}
            _ => fault(StepField::Reason, StepFault::TooLong { most: MOST }),
        }
        let exit_review =
            if key(&text.exit_review).is_empty() { Some(None) } else { points(&text.exit_review).map(Some) };
        if exit_review.is_none() {
            fault(StepField::ExitReview, StepFault::NoPoints);
        }
        let project = normalise(&text.project);
        if project.chars().count() > MOST {
            fault(StepField::Project, StepFault::TooLong { most: MOST });
        }
        match (action, effective_on, exit_review) {
            (Some(action), Some(effective_on), Some(exit_review)) if problems.is_empty() => {
                Ok(Self { action, effective_on, reason, exit_review, project })
            }
            _ => Err(problems),
        }
    }
}

/// Hundredths of a point: `82`, `82.5`, `82.50`, at most 100.
fn points(text: &str) -> Option<i32> {
    let text = half_width(text.trim());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str, most: usize| text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole, 3) || !digits(decimals, 2) {
        return None;
    }
    let hundredths: i32 = format!("{whole}{decimals:0<2}").parse().ok()?;
    (hundredths <= 10_000).then_some(hundredths)
}

coded! {
    /// A field of a step.
    pub enum StepField {
        Action = "action",
        EffectiveOn = "effective_on",
        Reason = "reason",
        ExitReview = "exit_review",
        Project = "project",
    }
}

/// What is wrong with a field of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepFault {
    #[error("is required")]
    Required,
    #[error("has more than {most} characters")]
    TooLong { most: usize },
    #[error(transparent)]
    Date(DateFault),
    #[error("lies in the future")]
    InFuture,
    /// The incubation was last moved on this day; a step never lies before the one that it follows.
    #[error("lies before the last step, of {last}")]
    BeforeLastStep { last: NaiveDate },
    #[error("is no number of points from 0 to 100, with two decimals at most")]
    NoPoints,
}

/// One fault of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field} {fault}")]
pub struct StepProblem {
    pub field: StepField,
    pub fault: StepFault,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_to_the_hundredth_and_not_beyond() {
        for (typed, read) in [
            ("82", Some(8_200)),
            ("82.5", Some(8_250)),
            ("７５．０５", Some(7_505)),
            ("100", Some(10_000)),
            ("100.01", None),
            ("75.005", None),
            ("-1", None),
            ("+75", None),
            (".5", None),
            ("eighty", None),
        ] {
            assert_eq!(points(typed), read, "{typed}");
        }
    }

    #[test]
    fn a_step_tells_all_of_its_faults() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let text = StepText { effective_on: "2026-03-03".into(), exit_review: "many".into(), ..StepText::default() };
        let fields: Vec<StepField> =
            StepAsked::judge(&text, today).unwrap_err().into_iter().map(|problem| problem.field).collect();
        assert_eq!(fields, [StepField::Action, StepField::EffectiveOn, StepField::Reason, StepField::ExitReview]);
    }
}
