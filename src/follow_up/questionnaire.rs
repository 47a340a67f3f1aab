//! The questionnaire (问卷): what a hatched organisation tells of itself by a link, for the operator to judge.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{
    Draft, Field, Method, Problem, Section,
    judge::{Fault, answer, words},
};
use crate::{code::coded, typed};

/// How long a link can be answered by, in days: as long as the window of a visit is open on either side (**default**).
const OPEN_DAYS: u64 = 30;

coded! {
    /// Why a questionnaire cannot be answered.
    pub enum Shut {
        /// It has been.
        Answered = "answered",
        /// The visit has been filed without it.
        Filed = "filed",
        /// Its days are over.
        Over = "over",
    }
}

/// The last day on which a link of `day` can be answered by.
pub fn open_until(day: NaiveDate) -> NaiveDate {
    day + Days::new(OPEN_DAYS)
}

/// Whether a questionnaire can be answered on `today`. `filed`: the visit that it is for.
///
/// # Errors
/// [`Shut`], the weightiest reason.
pub fn open_on(today: NaiveDate, until: NaiveDate, answered: bool, filed: bool) -> Result<(), Shut> {
    match (answered, filed) {
        (true, _) => Err(Shut::Answered),
        (false, true) => Err(Shut::Filed),
        (false, false) if today > until => Err(Shut::Over),
        (false, false) => Ok(()),
    }
}

impl Field {
    /// Whether the organisation itself is asked: the checklist, but for what the operator makes of it.
    pub fn is_asked(self) -> bool {
        let of_the_operator = matches!(self, Self::Risks | Self::HelpOwner | Self::HelpDue);
        !of_the_operator && Section::ALL.iter().any(|section| section.fields().contains(&self))
    }
}

/// A questionnaire that has been answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// By whom, by name.
    pub by: String,
    /// Only what was asked.
    pub answers: Draft,
}

impl Answered {
    /// Who answers has a name, and says what the organisation did in the last six months; the rest may stay blank.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(by: &str, typed: &Draft, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut fault = |field, fault| problems.push(Problem { field, fault: Fault::Typed(fault) });
        let answers = typed.only(Field::is_asked);
        for field in Section::ALL.iter().flat_map(|section| section.fields()).filter(|field| field.is_asked()) {
            let text = answers.text(*field);
            if text.trim().is_empty() {
                if *field == Field::Activity {
                    fault(*field, typed::Fault::Required);
                }
            } else if let Err(wrong) = answer(*field, text, today) {
                fault(*field, wrong);
            }
        }
        let by = words(by, Field::LONGEST_NAME).map_err(|wrong| fault(Field::Respondent, wrong)).ok();
        match by {
            Some(by) if problems.is_empty() => Ok(Self { by, answers }),
            _ => Err(problems),
        }
    }
}

impl Draft {
    /// What stands stays; what is blank is taken from the answers of a questionnaire, the method of the visit too.
    #[must_use]
    pub fn filled(&self, answers: &Self) -> Self {
        let method = Self::of([(Field::Method.code().to_owned(), Method::Questionnaire.code().to_owned())]);
        self.over(answers).over(&method)
    }
}
