//! How many organisations stand where between application and hatching, and who moved when.

use super::{Stage, StageChange};
use crate::{code::coded, period::Stretch};

coded! {
    /// What leadership counts: stages that are alike, in the order in which an incubation goes through them.
    pub enum Phase {
        /// 申请中: from the first word to the agreement.
        Applying = "applying",
        /// 在孵, whatever happens there.
        Incubating = "incubating",
        /// 已出壳.
        Hatched = "hatched",
        /// 已退出.
        Exited = "exited",
        /// 未入壳: taken back, lapsed or declined.
        NotAdmitted = "not_admitted",
    }
}

impl From<Stage> for Phase {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Draft
            | Stage::Submitted
            | Stage::Returned
            | Stage::Accepted
            | Stage::InReview
            | Stage::Waitlisted
            | Stage::PublicNotice
            | Stage::ObjectionReview
            | Stage::Agreement => Self::Applying,
            Stage::Incubating | Stage::Rectifying | Stage::Suspended | Stage::ExitReview => Self::Incubating,
            Stage::Hatched | Stage::Tracked | Stage::Archived => Self::Hatched,
            Stage::Exited => Self::Exited,
            Stage::Withdrawn | Stage::Lapsed | Stage::Declined => Self::NotAdmitted,
        }
    }
}

impl Phase {
    /// Its stages.
    pub fn stages(self) -> impl Iterator<Item = Stage> {
        Stage::ALL.iter().copied().filter(move |stage| Self::from(*stage) == self)
    }
}

impl StageChange {
    /// The phase that it leads to, where that is another than it comes from.
    pub fn enters(&self) -> Option<Phase> {
        let to = Phase::from(self.to);
        (self.from.map(Phase::from) != Some(to)).then_some(to)
    }

    /// The phase that it comes from, where that is another than it leads to.
    pub fn leaves(&self) -> Option<Phase> {
        self.from.map(Phase::from).filter(|from| *from != Phase::from(self.to))
    }
}

/// How many came to a phase, and went from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flow {
    pub phase: Phase,
    pub came: u32,
    pub went: u32,
}

/// What moved in a stretch of time, phase by phase. Changes on other days are left out.
///
/// ```
/// use hatchboard::incubation::{Phase, Stage, StageChange, flows};
/// let hatched = StageChange {
///     from: Some(Stage::ExitReview),
///     to: Stage::Hatched,
///     on: "2026-02-03".parse().unwrap(),
/// };
/// let flows = flows(&[hatched], "2026-Q1".parse().unwrap());
/// let told = |phase| flows.iter().find(|flow| flow.phase == phase).map(|flow| (flow.came, flow.went)).unwrap();
/// assert_eq!((told(Phase::Incubating), told(Phase::Hatched)), ((0, 1), (1, 0)));
/// ```
pub fn flows(changes: &[StageChange], within: Stretch) -> Vec<Flow> {
    let within: Vec<&StageChange> = changes.iter().filter(|change| within.contains(change.on)).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let flow = |phase: &Phase| Flow {
        phase: *phase,
        came: number(within.iter().filter(|change| change.enters() == Some(*phase)).count()),
        went: number(within.iter().filter(|change| change.leaves() == Some(*phase)).count()),
    };
    Phase::ALL.iter().map(flow).collect()
}
