//! Who waits for whom (谁在等谁): what lies with the organisations, the operator and the bureau of a base, how much of it,
//! and since when.
//!
//! Each thing that waits is a [`What`], and lies with one [`Party`]. Nothing of it is stored: the rows of each area tell
//! what waits, and the bureau's own waiting stands beside everybody else's.

#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

pub use crate::rectification::Party;
use crate::{assessment, code::coded, rectification, service_request};

coded! {
    /// What waits, in the order in which people are shown it.
    pub enum What {
        /// An organisation's report to be written again.
        ReportReturned = "report_returned",
        PlanReturned = "plan_returned",
        SelfScore = "self_score",
        /// Help that was given, to be rated.
        ServiceDone = "service_done",
        Repair = "repair",
        /// An organisation's report to be reviewed.
        Report = "report",
        Plan = "plan",
        /// An organisation asks not to file, or later.
        Exception = "exception",
        /// Help that was asked for, to be accepted.
        ServiceAsked = "service_asked",
        ServiceUnderWay = "service_under_way",
        /// An organisation's sheet to be scored.
        Score = "score",
        /// A repair to be looked at.
        Close = "close",
        Instruction = "instruction",
        /// The base's own report to be written again.
        BaseReportReturned = "base_report_returned",
        BasePlanReturned = "base_plan_returned",
        TargetsReturned = "targets_returned",
        BaseSelfScore = "base_self_score",
        BaseRepair = "base_repair",
        BaseReport = "base_report",
        BasePlan = "base_plan",
        BaseException = "base_exception",
        Proposal = "proposal",
        /// A sheet to be checked; of the base's own, to be scored as well.
        Check = "check",
        Publish = "publish",
        Objection = "objection",
        /// A year's targets to be approved.
        Targets = "targets",
        TargetEntry = "target_entry",
        InstructionAnswered = "instruction_answered",
        /// A repair to be looked at: of the base, or of what the bureau itself found.
        CloseByBureau = "close_by_bureau",
        /// A letter past the operator.
        Letter = "letter",
    }
}

/// So much of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    pub what: What,
    pub number: u32,
    /// Since when the oldest waits; `None` where nobody noted it.
    pub oldest: Option<DateTime<Utc>>,
}

impl What {
    /// Whose turn it is.
    #[must_use]
    pub const fn lies_with(self) -> Party {
        match self {
            Self::ReportReturned | Self::PlanReturned | Self::SelfScore | Self::ServiceDone | Self::Repair => {
                Party::Organisation
            }
            Self::Report
            | Self::Plan
            | Self::Exception
            | Self::ServiceAsked
            | Self::ServiceUnderWay
            | Self::Score
            | Self::Close
            | Self::Instruction
            | Self::BaseReportReturned
            | Self::BasePlanReturned
            | Self::TargetsReturned
            | Self::BaseSelfScore
            | Self::BaseRepair => Party::Operator,
            Self::BaseReport
            | Self::BasePlan
            | Self::BaseException
            | Self::Proposal
            | Self::Check
            | Self::Publish
            | Self::Objection
            | Self::Targets
            | Self::TargetEntry
            | Self::InstructionAnswered
            | Self::CloseByBureau
            | Self::Letter => Party::Bureau,
        }
    }

    /// A sheet in a state; nothing once it is published.
    #[must_use]
    pub fn of_sheet(state: assessment::State, of_base: bool) -> Option<Self> {
        use assessment::By;
        match (state.waits_for()?, of_base) {
            (By::Subject, false) => Some(Self::SelfScore),
            (By::Subject, true) => Some(Self::BaseSelfScore),
            (By::Scorer, false) => Some(Self::Score),
            (By::Checker, _) if state == assessment::State::Confirmed => Some(Self::Publish),
            (By::Scorer, true) | (By::Checker, _) => Some(Self::Check),
            (By::Program, _) => None,
        }
    }

    /// A request for help in a state; nothing at its end.
    #[must_use]
    pub const fn of_service(state: service_request::State) -> Option<Self> {
        use service_request::State;
        match state {
            State::Asked => Some(Self::ServiceAsked),
            State::UnderWay => Some(Self::ServiceUnderWay),
            State::Done => Some(Self::ServiceDone),
            State::Rated | State::Declined | State::Withdrawn => None,
        }
    }

    /// A fault in a state; nothing once it is closed or withdrawn.
    #[must_use]
    pub fn of_fault(state: rectification::State, matter: rectification::Matter) -> Option<Self> {
        use rectification::State;
        match (state, state.waits_for(matter)?) {
            (State::Open, Party::Organisation) => Some(Self::Repair),
            (State::Open, _) => Some(Self::BaseRepair),
            (State::Reported, Party::Bureau) => Some(Self::CloseByBureau),
            (State::Reported, _) => Some(Self::Close),
            (State::Closed | State::Withdrawn, _) => None,
        }
    }
}

/// Each kind once, in their order; what nothing waits of is left out.
#[must_use]
pub fn gathered(found: impl IntoIterator<Item = Wait>) -> Vec<Wait> {
    let mut of_kind: BTreeMap<What, Wait> = BTreeMap::new();
    for wait in found.into_iter().filter(|wait| wait.number > 0) {
        let sum = of_kind.entry(wait.what).or_insert(Wait { number: 0, ..wait });
        sum.number = sum.number.saturating_add(wait.number);
        sum.oldest = sum.oldest.into_iter().chain(wait.oldest).min();
    }
    of_kind.into_values().collect()
}

/// What lies with a party: how much in all, and since when the oldest.
#[must_use]
pub fn with(party: Party, waits: &[Wait]) -> (u32, Option<DateTime<Utc>>) {
    let theirs = || waits.iter().filter(move |wait| wait.what.lies_with() == party);
    let number = theirs().fold(0_u32, |sum, wait| sum.saturating_add(wait.number));
    (number, theirs().filter_map(|wait| wait.oldest).min())
}
