//! What comes of a row: taken in, with what it changes, or refused, with every reason.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::incubation::Mode;
use crate::organisation::{CreditCode, DateFault, Field, Problem, Profile, Warning};

/// One row with its judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedRow {
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The workbook's own number of the row, from 1.
    pub row: u32,
    /// The name as the row gives it, in its one form; may be empty in a refused row.
    pub name: String,
    /// What comes of it.
    pub outcome: Outcome,
    /// What deserves a second look; of accepted rows only.
    pub warnings: Vec<ImportWarning>,
}

/// What comes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It can be taken in.
    Accepted(Box<Accepted>),
    /// It cannot, for all of these reasons; there is at least one.
    Rejected(Vec<Reason>),
}

/// What an accepted row brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The whole profile as it will be.
    pub profile: Profile,
    /// What it does to the register.
    pub change: Change,
    /// The day of admission, if the row names one.
    pub admitted_on: Option<NaiveDate>,
    /// The mode, if the row names one.
    pub mode: Option<Mode>,
}

/// What an accepted row does to the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The organisation was not known.
    New,
    /// It is known, and these fields change.
    Updates {
        /// The known organisation.
        organisation: Uuid,
        /// At least one, in the order of the fields.
        differences: Vec<FieldDifference>,
    },
    /// It is known, and the profile stays as it is.
    Unchanged {
        /// The known organisation.
        organisation: Uuid,
    },
}

/// One field that an import would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldDifference {
    /// Which.
    pub field: Field,
    /// The field's text today.
    pub before: String,
    /// The field's text after the import.
    pub after: String,
}

/// Why a row is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A field of the profile is at fault.
    #[error(transparent)]
    Profile(Problem),
    /// The day of admission is no date.
    #[error("day of admission: {0}")]
    AdmittedOn(DateFault),
    /// The mode is neither 壳内 nor 壳外.
    #[error("the mode is neither in-shell nor out-of-shell")]
    UnknownMode,
    /// A column that counts holds a formula's error value.
    #[error("a cell holds the error value {0}")]
    BrokenCell(String),
    /// An accepted row above has the same code.
    #[error("the same code twice in one file")]
    CodeTwice {
        /// The sheet of the row above.
        sheet: String,
        /// The number of the row above.
        row: u32,
    },
    /// An accepted row above has the same name, and one of the two has no code to tell them apart.
    #[error("the same name twice in one file, and not both with a code")]
    NameTwice {
        /// The sheet of the row above.
        sheet: String,
        /// The number of the row above.
        row: u32,
    },
    /// The base knows several organisations of this name; a row without a code could be any of them.
    #[error("the name is known more than once, and the row has no code to tell them apart")]
    KnownMoreThanOnce,
}

/// What deserves a second look in an accepted row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportWarning {
    /// Of the profile itself.
    #[error(transparent)]
    Profile(Warning),
    /// The row has no code and was matched by its name; the known code stays.
    #[error("matched by name; the known code {0} is kept")]
    CodeKept(CreditCode),
    /// An organisation of the same name is known with another code.
    #[error("an organisation of this name is known with the code {0}")]
    NameKnownWithOtherCode(CreditCode),
    /// The organisation was admitted before it was founded.
    #[error("the day of admission lies before the day of foundation")]
    AdmittedBeforeFounded,
}

/// The reason in English, for the command line.
pub fn why(reason: &Reason) -> String {
    reason.to_string()
}
