//! The month's result: proposed from the weekly reports, corrected by a person.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Completion, Item};
use crate::{code::coded, typed, typed::read_count};

coded! {
    /// What becomes of an item when its month is closed.
    pub enum Outcome {
        /// 已完成.
        Done = "done",
        /// 结转下月: unfinished in its month, and a new item of the next one.
        CarriedOver = "carried_over",
        /// 撤销: not to be done any more, for a reason. It leaves the rate only with the approver's word.
        Dropped = "dropped",
    }
}

coded! {
    /// What the approver says to an item that is to be dropped.
    pub enum Release {
        /// 待审批.
        Asked = "asked",
        /// 已同意: the item counts no more.
        Granted = "granted",
        /// 不同意: it counts as unfinished.
        Refused = "refused",
    }
}

coded! {
    /// A field of one item's result, by its name in the form.
    pub enum OutcomeField {
        Done = "done",
        Outcome = "outcome",
        Reason = "reason",
    }
}

/// What became of one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemResult {
    pub item: Uuid,
    /// Of its quantity; more than planned is kept as it is.
    pub done: u32,
    pub outcome: Outcome,
    /// Why the number is not the one of the weekly reports, or why the item is dropped; may be empty otherwise.
    pub reason: String,
    /// Only of an item that is to be dropped.
    pub release: Option<Release>,
    /// When its approver said so; `None` too where the program did not keep it yet.
    #[serde(default)]
    pub answered_at: Option<DateTime<Utc>>,
}

/// One item's result, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedOutcome {
    /// The item's id.
    pub item: String,
    pub done: String,
    /// An [`Outcome`]'s code; of no account where the item is done.
    pub outcome: String,
    pub reason: String,
}

/// What is wrong with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum OutcomeFault {
    Typed(typed::Fault),
    /// Unfinished: whether it is carried over or dropped has to be chosen.
    NotChosen,
    /// The number is not the one of the weekly reports.
    CorrectedWithoutReason {
        reported: u32,
    },
    DroppedWithoutReason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeProblem {
    pub item: Uuid,
    pub field: OutcomeField,
    pub fault: OutcomeFault,
}

/// The result as the weekly reports tell it: what is unfinished is carried over.
pub fn proposed(items: &[Item], reported: &BTreeMap<Uuid, u32>) -> Vec<TypedOutcome> {
    let of = |item: &Item| {
        let done = reported.get(&item.id).copied().unwrap_or_default();
        let outcome = if done >= item.quantity { Outcome::Done } else { Outcome::CarriedOver };
        TypedOutcome {
            item: item.id.to_string(),
            done: done.to_string(),
            outcome: outcome.code().to_owned(),
            reason: String::new(),
        }
    };
    items.iter().map(of).collect()
}

/// Makes a month's result of what was typed: one for each item, in the plan's order. An item that was left out is
/// judged as a blank one.
///
/// # Errors
/// Every [`OutcomeProblem`], in the order of the plan.
pub fn judge_result(
    items: &[Item],
    reported: &BTreeMap<Uuid, u32>,
    typed: &[TypedOutcome],
) -> Result<Vec<ItemResult>, Vec<OutcomeProblem>> {
    let mut problems = Vec::new();
    let blank = TypedOutcome::default();
    let of = |item: &Item| typed.iter().find(|one| one.item == item.id.to_string()).unwrap_or(&blank);
    let results: Vec<_> = items
        .iter()
        .filter_map(|item| {
            let told = reported.get(&item.id).copied().unwrap_or_default();
            judge_one(item, told, of(item), &mut problems)
        })
        .collect();
    if problems.is_empty() { Ok(results) } else { Err(problems) }
}

fn judge_one(item: &Item, told: u32, typed: &TypedOutcome, problems: &mut Vec<OutcomeProblem>) -> Option<ItemResult> {
    let mut fault = |field, fault| problems.push(OutcomeProblem { item: item.id, field, fault });
    let reason = typed.reason.trim().to_owned();
    let found = reason.chars().count();
    if found > Item::LONGEST_WHAT {
        let limit = Item::LONGEST_WHAT;
        fault(OutcomeField::Reason, OutcomeFault::Typed(typed::Fault::TooLong { limit, found }));
    }
    let done = match read_count(&typed.done, Item::MAX_QUANTITY) {
        Ok(done) => done,
        Err(wrong) => {
            fault(OutcomeField::Done, OutcomeFault::Typed(wrong));
            return None;
        }
    };
    let outcome = if done >= item.quantity {
        Outcome::Done
    } else {
        match Outcome::from_code(&typed.outcome) {
            Some(outcome @ (Outcome::CarriedOver | Outcome::Dropped)) => outcome,
            Some(Outcome::Done) | None => {
                fault(OutcomeField::Outcome, OutcomeFault::NotChosen);
                return None;
            }
        }
    };
    if reason.is_empty() && outcome == Outcome::Dropped {
        fault(OutcomeField::Reason, OutcomeFault::DroppedWithoutReason);
    } else if reason.is_empty() && done != told {
        fault(OutcomeField::Reason, OutcomeFault::CorrectedWithoutReason { reported: told });
    }
    let release = (outcome == Outcome::Dropped).then_some(Release::Asked);
    Some(ItemResult { item: item.id, done, outcome, reason, release, answered_at: None })
}

impl ItemResult {
    /// Whether the item counts in the month's rate.
    pub fn counts(&self) -> bool {
        self.release != Some(Release::Granted)
    }

    /// As it was at an instant: what its approver said later had been asked for.
    #[must_use]
    pub fn stood(mut self, at: DateTime<Utc>) -> Self {
        if self.answered_at.is_some_and(|answered| answered > at) {
            self.release = Some(Release::Asked);
            self.answered_at = None;
        }
        self
    }

    /// What one item adds to the month's rate.
    pub fn completion(&self, item: &Item) -> Completion {
        if self.counts() { Completion::of_item(item.quantity, self.done) } else { Completion::default() }
    }
}

impl Completion {
    /// The rate of a plan by its result, or by `reported` before it is closed.
    pub fn of_plan(items: &[Item], results: &[ItemResult], reported: &BTreeMap<Uuid, u32>) -> Self {
        let of = |item: &Item| match results.iter().find(|result| result.item == item.id) {
            Some(result) => result.completion(item),
            None => Self::of_item(item.quantity, reported.get(&item.id).copied().unwrap_or_default()),
        };
        items.iter().map(of).sum()
    }
}
