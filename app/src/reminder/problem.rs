//! What is wrong with what was typed about reminders, and what is refused.

use hatchboard::reminder::{SettingsFault, StepsFault, store::ReminderError};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem},
};

/// An error of this area for the person who asked.
pub(super) fn told(error: ReminderError, language: Language) -> AppError {
    match error {
        ReminderError::NotFound => AppError::NotFound,
        ReminderError::Store(error) => error.into(),
        ReminderError::Steps(problems) => AppError::Invalid(
            problems
                .into_iter()
                .map(|problem| FieldProblem {
                    field: problem.field.code().to_owned(),
                    words: match problem.fault {
                        StepsFault::NoNumber => words::no_days(language).to_owned(),
                        StepsFault::OutOfBounds { least, most } => words::days_out_of_bounds(language, least, most),
                        StepsFault::NotLater => words::not_later(language).to_owned(),
                    },
                })
                .collect(),
        ),
        ReminderError::Invalid(problems) => AppError::Invalid(
            problems
                .into_iter()
                .map(|problem| FieldProblem {
                    field: problem.field.code().to_owned(),
                    words: match problem.fault {
                        SettingsFault::NoAddress => words::no_address(language),
                        SettingsFault::AddressMissing => words::address_missing(language),
                        SettingsFault::NoRobot => words::no_robot(language),
                        SettingsFault::RobotMissing => words::robot_missing(language),
                        SettingsFault::NoSecret => words::no_secret(language),
                        SettingsFault::SecretUnused => words::secret_unused(language),
                        SettingsFault::NoTime => words::no_time(language),
                    }
                    .to_owned(),
                })
                .collect(),
        ),
    }
}
