//! What is put right after the seal: asked for with a reason, approved by a second person, and sealed as a new version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Band, Facts, Given, GivenFault, Sheet, State};
use crate::{code::coded, points::Points};

coded! {
    /// Where a correction stands.
    pub enum CorrectionState {
        /// It waits for a second person.
        Asked = "asked",
        /// The sheet was sealed again with it.
        Approved = "approved",
        Refused = "refused",
        /// By whoever asked for it.
        Withdrawn = "withdrawn",
    }
}

/// What a correction puts in the place of what was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changes {
    /// New points of single lines, by the code of the indicator.
    pub lines: BTreeMap<String, Points>,
    /// The facts that came after the cut-off, where they are taken in, by the code of the indicator.
    pub facts: Option<BTreeMap<String, Facts>>,
    /// Rectifications that were not closed in time; taken in with the facts.
    pub late_repairs: Option<u32>,
    /// A veto's code, or nothing to lift the one that there is; `None` leaves it.
    pub veto: Option<String>,
}

impl Changes {
    /// The sheet as it would be with them.
    ///
    /// # Errors
    /// The code of the line whose new points cannot be accepted, and why.
    pub fn on(&self, mut sheet: Sheet, reason: &str) -> Result<Sheet, (String, GivenFault)> {
        if let Some(facts) = &self.facts {
            sheet = sheet.by_facts(facts);
        }
        if let Some(late_repairs) = self.late_repairs {
            sheet.late_repairs = late_repairs;
        }
        if let Some(veto) = &self.veto {
            sheet.veto = Some(veto.clone()).filter(|code| !code.is_empty());
        }
        for line in &mut sheet.lines {
            let code = line.indicator.code.clone();
            if let Some(&points) = self.lines.get(&code) {
                let given = Given { points, note: reason.to_owned() };
                *line = line.clone().with_corrected(given).map_err(|fault| (code, fault))?;
            }
        }
        Ok(sheet)
    }
}

/// The points of a line that two versions of a sheet do not share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineDifference {
    pub code: String,
    /// `None` where the line does not apply or has no points.
    pub before: Option<Points>,
    pub after: Option<Points>,
}

/// What a sheet comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// `None` while lines are open, and where no line applies.
    pub total: Option<Points>,
    pub band: Option<Band>,
    /// The code of its veto.
    pub veto: Option<String>,
}

/// What a correction or later facts change about a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Difference {
    /// In the card's order.
    pub lines: Vec<LineDifference>,
    pub before: Outcome,
    pub after: Outcome,
}

impl Difference {
    /// Of two sheets of one card.
    pub fn between(before: &Sheet, after: &Sheet) -> Self {
        let pairs = before.lines.iter().zip(&after.lines);
        let differing = pairs.filter(|(one, other)| one.points() != other.points());
        let line = |(one, other): (&super::Line, &super::Line)| LineDifference {
            code: one.indicator.code.clone(),
            before: one.points(),
            after: other.points(),
        };
        Self { lines: differing.map(line).collect(), before: outcome(before), after: outcome(after) }
    }

    pub fn is_none(&self) -> bool {
        self.lines.is_empty() && self.before == self.after
    }
}

fn outcome(sheet: &Sheet) -> Outcome {
    let sum = sheet.sum().ok().filter(|sum| sum.open == 0);
    Outcome { total: sum.map(|sum| sum.total), band: sum.map(|sum| sum.band), veto: sheet.veto.clone() }
}

/// Why a correction is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionRefusal {
    /// Before the seal there are other ways: the check, objections, a recomputation.
    #[error("the sheet is not sealed")]
    NotSealed,
    #[error("a correction of the sheet waits for its approval")]
    OneWaits,
    #[error("it changes nothing")]
    ChangesNothing,
    #[error("it was answered, or withdrawn")]
    NotOpen,
    #[error("only who asked for it withdraws it")]
    NotTheirs,
    /// The records have changed since they were looked at.
    #[error("the records have changed since")]
    RecordsChanged,
}

/// Whether a correction can be asked for. `waits`: there is one that waits for its approval.
///
/// # Errors
/// [`CorrectionRefusal`].
pub fn may_correct(state: State, waits: bool, difference: &Difference) -> Result<(), CorrectionRefusal> {
    match () {
        () if state != State::Sealed => Err(CorrectionRefusal::NotSealed),
        () if waits => Err(CorrectionRefusal::OneWaits),
        () if difference.is_none() => Err(CorrectionRefusal::ChangesNothing),
        () => Ok(()),
    }
}

/// What is said to a correction that waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Approve,
    Refuse,
    Withdraw,
}

impl CorrectionState {
    /// The state after an answer. `asked_it`: it comes from whoever asked for the correction.
    ///
    /// # Errors
    /// [`CorrectionRefusal::NotOpen`], [`CorrectionRefusal::NotTheirs`].
    pub fn after(self, answer: Answer, asked_it: bool) -> Result<Self, CorrectionRefusal> {
        match (self, answer) {
            (Self::Asked, Answer::Approve) => Ok(Self::Approved),
            (Self::Asked, Answer::Refuse) => Ok(Self::Refused),
            (Self::Asked, Answer::Withdraw) if asked_it => Ok(Self::Withdrawn),
            (Self::Asked, Answer::Withdraw) => Err(CorrectionRefusal::NotTheirs),
            _ => Err(CorrectionRefusal::NotOpen),
        }
    }
}
