//! Who came: as typed on the spot, and as typed from a list.

use serde::{Deserialize, Serialize};

use super::{Party, judge::read_names};
use crate::{
    code::coded,
    record::{Fault, Problem, Reading, read_name},
    typed::{self, half_width},
};

/// Names that are entered at once.
pub const MOST_NAMES: usize = 200;
/// What the choice of an organisation of outside begins with.
const OUTSIDE: &str = "outside:";

coded! {
    /// A field of the forms of attendance, by its name.
    pub enum AttendField {
        Organisation = "organisation",
        Outside = "outside",
        Person = "person",
        Phone = "phone",
        Names = "names",
        Reason = "reason",
        Attendance = "attendance",
    }
}

/// What somebody types on the spot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SignInText {
    /// An organisation's id, `outside:` and the name of one that is invited from outside, or `outside`.
    pub organisation: String,
    /// The name of an organisation that is not among those to choose from.
    pub outside: String,
    pub person: String,
    /// The last four digits; may be empty.
    pub phone: String,
}

/// Somebody who came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    pub party: Party,
    pub person: String,
    /// The last four digits of their phone, or nothing.
    pub phone: String,
}

/// What the operator types from a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListText {
    /// As in [`SignInText`].
    pub organisation: String,
    pub outside: String,
    /// Separated by lines, commas or 、.
    pub names: String,
    pub reason: String,
}

/// Those of one organisation who came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub party: Party,
    /// Each once.
    pub names: Vec<String>,
    /// Why they are entered after the day; empty on it.
    pub reason: String,
}

impl Party {
    /// As the forms choose it.
    pub fn choice(&self) -> String {
        match self {
            Self::Organisation(id) => id.to_string(),
            Self::Outside(name) => format!("{OUTSIDE}{name}"),
        }
    }
}

impl SignIn {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &SignInText) -> Result<Self, Vec<Problem<AttendField>>> {
        let mut reading = Reading::begin();
        let party = party(&typed.organisation, &typed.outside, &mut reading);
        let person = reading.take(AttendField::Person, read_name(&typed.person));
        let phone = reading.take(AttendField::Phone, read_tail(&typed.phone));
        let read = || Some(Self { party: party?, person: person?, phone: phone? });
        reading.end(read())
    }
}

impl Listed {
    /// `late`: its day has passed, so that a reason is needed.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &ListText, late: bool) -> Result<Self, Vec<Problem<AttendField>>> {
        let mut reading = Reading::begin();
        let party = party(&typed.organisation, &typed.outside, &mut reading);
        let separates = |character| matches!(character, '\n' | '\t' | ',' | '，' | '、' | ';' | '；');
        let names = match read_names(&typed.names, MOST_NAMES, separates) {
            Ok(names) if names.is_empty() => Err(typed::Fault::Required),
            read => read,
        };
        let names = reading.take(AttendField::Names, names);
        let reason = reading.words(AttendField::Reason, &typed.reason, late);
        let read = || Some(Self { party: party?, names: names?, reason: reason? });
        reading.end(read())
    }
}

fn party(organisation: &str, outside: &str, reading: &mut Reading<AttendField>) -> Option<Party> {
    if organisation == "outside" {
        return reading.take(AttendField::Outside, read_name(outside)).map(Party::Outside);
    }
    if let Some(name) = organisation.strip_prefix(OUTSIDE) {
        return reading.take(AttendField::Organisation, read_name(name)).map(Party::Outside);
    }
    reading.organisation(AttendField::Organisation, organisation).map(Party::Organisation)
}

fn read_tail(typed: &str) -> Result<String, Fault> {
    let tail = half_width(typed);
    let four = tail.len() == 4 && tail.bytes().all(|byte| byte.is_ascii_digit());
    if tail.is_empty() || four { Ok(tail) } else { Err(Fault::NotFourDigits) }
}
