//! What counts of a target by word of the operator, with evidence, once the bureau has approved it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Measure, judge::read};
use crate::{
    code::coded,
    period::Year,
    typed::{self, read_day},
};

coded! {
    /// Where an entry stands.
    pub enum EntryState {
        /// 待核实: it waits for the bureau and counts nowhere.
        Pending = "pending",
        /// 已核实: it counts.
        Approved = "approved",
        /// 不予认定.
        Refused = "refused",
        /// 已撤回.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// What is done to an entry.
    pub enum EntryAction {
        Approve = "approve",
        Refuse = "refuse",
        Withdraw = "withdraw",
    }
}

coded! {
    /// Whose part it is.
    pub enum EntryBy {
        Operator = "operator",
        Bureau = "bureau",
    }
}

/// Why an entry stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryRefusal {
    #[error("`{action}` leads nowhere from `{state}`")]
    NoSuchStep { state: EntryState, action: EntryAction },
    #[error("`{action}` is not for the {by}")]
    NotTheirs { action: EntryAction, by: EntryBy },
}

impl EntryState {
    /// The state after `action` of `by`. What has been decided stays.
    ///
    /// # Errors
    /// [`EntryRefusal`].
    pub fn next(self, action: EntryAction, by: EntryBy) -> Result<Self, EntryRefusal> {
        let theirs = match action {
            EntryAction::Approve | EntryAction::Refuse => EntryBy::Bureau,
            EntryAction::Withdraw => EntryBy::Operator,
        };
        match (self, action) {
            _ if by != theirs => Err(EntryRefusal::NotTheirs { action, by }),
            (Self::Pending, EntryAction::Approve) => Ok(Self::Approved),
            (Self::Pending, EntryAction::Refuse) => Ok(Self::Refused),
            (Self::Pending, EntryAction::Withdraw) => Ok(Self::Withdrawn),
            (state, action) => Err(EntryRefusal::NoSuchStep { state, action }),
        }
    }
}

coded! {
    /// A field of an entry, by its name in the form.
    pub enum EntryField {
        On = "on",
        Amount = "amount",
        What = "what",
        Evidence = "evidence",
    }
}

/// An entry as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NewEntry {
    pub on: String,
    pub amount: String,
    pub what: String,
    /// Where the evidence is: a file's name, a link, a number in a ledger.
    pub evidence: String,
}

/// An entry that can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The day on which it counts, within the year.
    pub on: NaiveDate,
    /// In the measure's unit, at least 1 for what adds up.
    pub amount: i64,
    pub what: String,
    pub evidence: String,
}

/// What is wrong with a field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum EntryFault {
    Typed(typed::Fault),
    Zero,
    /// A day of another year, or one that is still to come.
    NotInYear {
        first: NaiveDate,
        last: NaiveDate,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryProblem {
    pub field: EntryField,
    pub fault: EntryFault,
}

impl Entry {
    /// The longest words and evidence, in characters.
    pub const LONGEST: usize = 200;

    /// The entry that was typed.
    ///
    /// # Errors
    /// Every [`EntryProblem`], in the order of the form.
    pub fn judge(typed: &NewEntry, measure: Measure, year: Year, today: NaiveDate) -> Result<Self, Vec<EntryProblem>> {
        let mut problems = Vec::new();
        let mut fault = |field, fault| problems.push(EntryProblem { field, fault });
        let (first, last) = (year.first_day(), year.last_day().min(today));
        let on = match read_day(&typed.on, today) {
            Ok(day) if (first..=last).contains(&day) => Some(day),
            Ok(_) => {
                fault(EntryField::On, EntryFault::NotInYear { first, last });
                None
            }
            Err(wrong) => {
                fault(EntryField::On, EntryFault::Typed(wrong));
                None
            }
        };
        let amount = match read(measure, &typed.amount) {
            Ok(0) if measure.adds_up() => {
                fault(EntryField::Amount, EntryFault::Zero);
                None
            }
            Ok(amount) => Some(amount),
            Err(wrong) => {
                fault(EntryField::Amount, EntryFault::Typed(wrong));
                None
            }
        };
        let mut text = |field, text: &str| {
            let read = typed::bounded(text.trim().to_owned(), Self::LONGEST, true);
            read.map_err(|wrong| fault(field, EntryFault::Typed(wrong))).ok()
        };
        let what = text(EntryField::What, &typed.what);
        let evidence = text(EntryField::Evidence, &typed.evidence);
        match (on, amount, what, evidence) {
            (Some(on), Some(amount), Some(what), Some(evidence)) => Ok(Self { on, amount, what, evidence }),
            _ => Err(problems),
        }
    }
}
