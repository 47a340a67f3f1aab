use serde::{Deserialize, Serialize};

use crate::{code::coded, typed};

/// How many working days lie between a deadline and the steps of its reminders, as a base has settled them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Steps {
    /// Before it, to whoever files.
    pub before: u32,
    /// After it, to whoever files.
    pub after: u32,
    /// After it, to the operator: later than `after`.
    pub operator: u32,
    /// After it, to the bureau: later than `operator`.
    pub bureau: u32,
}

impl Default for Steps {
    fn default() -> Self {
        Self { before: 1, after: 1, operator: 2, bureau: 5 }
    }
}

impl Steps {
    /// From so many working days after the deadline on nobody is told any more.
    pub(super) const END: u32 = 11;
    /// Whoever is to make a visit is told so many working days ahead.
    const AHEAD_OF_VISIT: u32 = 10;
    /// And at least so many before its last day: to make a visit takes an appointment.
    const BEFORE_VISIT: u32 = 3;

    /// Before the last day of a visit: well ahead, and again.
    pub fn before_visit(self) -> (u32, u32) {
        (Self::AHEAD_OF_VISIT, self.before.max(Self::BEFORE_VISIT))
    }
}

coded! {
    /// A field of the steps, by its name in the form.
    pub enum StepsField {
        Before = "before",
        After = "after",
        Operator = "operator",
        Bureau = "bureau",
    }
}

impl StepsField {
    /// The least and the most working days. The last step comes while somebody is told still.
    pub const fn bounds(self) -> (u32, u32) {
        match self {
            Self::Before => (1, 5),
            Self::After => (1, Steps::END - 3),
            Self::Operator => (2, Steps::END - 2),
            Self::Bureau => (3, Steps::END - 1),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepsFault {
    #[error("is no whole number")]
    NoNumber,
    #[error("is not {least} to {most} working days")]
    OutOfBounds { least: u32, most: u32 },
    /// Who is told next is told later.
    #[error("is not later than the step before")]
    NotLater,
}

/// One fault of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field} {fault}")]
pub struct StepsProblem {
    pub field: StepsField,
    pub fault: StepsFault,
}

/// The steps as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StepsText {
    pub before: String,
    pub after: String,
    pub operator: String,
    pub bureau: String,
}

impl From<Steps> for StepsText {
    fn from(steps: Steps) -> Self {
        Self {
            before: steps.before.to_string(),
            after: steps.after.to_string(),
            operator: steps.operator.to_string(),
            bureau: steps.bureau.to_string(),
        }
    }
}

impl StepsText {
    /// The steps that they mean.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    pub fn judge(&self) -> Result<Steps, Vec<StepsProblem>> {
        let mut problems = Vec::new();
        let mut read = |field, text: &str, earlier: Option<u32>| match days(field, text) {
            Ok(days) if earlier.is_some_and(|earlier| days <= earlier) => {
                problems.push(StepsProblem { field, fault: StepsFault::NotLater });
                None
            }
            Ok(days) => Some(days),
            Err(fault) => {
                problems.push(StepsProblem { field, fault });
                None
            }
        };
        let before = read(StepsField::Before, &self.before, None);
        let after = read(StepsField::After, &self.after, None);
        let operator = read(StepsField::Operator, &self.operator, after);
        let bureau = read(StepsField::Bureau, &self.bureau, operator);
        match (before, after, operator, bureau) {
            (Some(before), Some(after), Some(operator), Some(bureau)) => Ok(Steps { before, after, operator, bureau }),
            _ => Err(problems),
        }
    }
}

fn days(field: StepsField, text: &str) -> Result<u32, StepsFault> {
    let (least, most) = field.bounds();
    match typed::read_count(text, most) {
        Ok(days) if days >= least => Ok(days),
        Ok(_) | Err(typed::Fault::TooLarge { .. } | typed::Fault::Negative) => {
            Err(StepsFault::OutOfBounds { least, most })
        }
        Err(_) => Err(StepsFault::NoNumber),
    }
}
