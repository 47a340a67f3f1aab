//! In which weeks an organisation was there to report, out of the dated stages of its incubations.
//!
//! The day of a change belongs to the new stage. A week is reported on only where all its seven days lie in
//! reporting time: from the first full week after the start, not while suspended, no more after leaving
//! (domain: *State of a filing*). Incubations of one organisation are laid over one another by day, so that
//! a week is never asked for twice.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Stage;
use crate::code::coded;
use crate::period::Week;

/// One dated step of one incubation; the first has no `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageChange {
    pub from: Option<Stage>,
    pub to: Stage,
    /// The first day of the new stage, in the base's zone.
    pub on: NaiveDate,
}

/// Why changes are no history of one incubation. `at` counts from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HistoryFault {
    #[error("change {at} lies before the one it follows")]
    ChangeBeforePrevious { at: usize },
    #[error("change {at} begins the incubation a second time")]
    BeginsTwice { at: usize },
    #[error("the first change comes from `{from}` instead of from nowhere")]
    BeginningMissing { from: Stage },
    #[error("change {at} leaves `{from}`, but the incubation stood at `{stood}`")]
    LeavesAnotherStage { at: usize, stood: Stage, from: Stage },
    #[error("change {at}: no step leads from `{from}` to `{to}`")]
    NoSuchStep { at: usize, from: Stage, to: Stage },
}

coded! {
    /// Whether an organisation is there to report. Later ones win where incubations overlap.
    pub enum Presence {
        NotYetAdmitted = "not_yet_admitted",
        /// Hatched or exited.
        Left = "left",
        Suspended = "suspended",
        Reporting = "reporting",
    }
}

impl From<Stage> for Presence {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Incubating | Stage::Rectifying | Stage::ExitReview => Self::Reporting,
            Stage::Suspended => Self::Suspended,
            Stage::Hatched | Stage::Tracked | Stage::Archived | Stage::Exited => Self::Left,
            Stage::Draft
            | Stage::Submitted
            | Stage::Returned
            | Stage::Withdrawn
            | Stage::Accepted
            | Stage::InReview
            | Stage::Waitlisted
            | Stage::Lapsed
            | Stage::Declined
            | Stage::PublicNotice
            | Stage::ObjectionReview
            | Stage::Agreement => Self::NotYetAdmitted,
        }
    }
}

/// A run of weeks that lie wholly in reporting time, both ends included; open where `last` is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub first: Week,
    pub last: Option<Week>,
}

impl Span {
    pub fn contains(&self, week: Week) -> bool {
        self.first <= week && self.last.is_none_or(|last| week <= last)
    }

    /// The weeks that reporting days from `first` to `last` fill; `None` where they fill none.
    fn filled(first: NaiveDate, last: Option<NaiveDate>) -> Option<Self> {
        let begun = Week::of(first);
        let first = if begun.monday() == first { begun } else { begun.next() };
        let last = last.map(|day| {
            let ending = Week::of(day);
            if ending.sunday() == day { ending } else { ending.previous() }
        });
        last.is_none_or(|last| first <= last).then_some(Self { first, last })
    }
}

/// An organisation's presence day by day, over all its incubations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// First days of each presence, ascending; neighbours differ.
    turns: Vec<(NaiveDate, Presence)>,
}

impl Timeline {
    /// The timeline of an organisation's incubations, each with its changes in order.
    ///
    /// # Errors
    /// [`HistoryFault`] of the first incubation whose changes do not hang together.
    pub fn of<'a>(incubations: impl IntoIterator<Item = &'a [StageChange]>) -> Result<Self, HistoryFault> {
        let incubations: Vec<&[StageChange]> = incubations.into_iter().collect();
        incubations.iter().try_for_each(|changes| check(changes))?;
        let mut days: Vec<NaiveDate> = incubations.iter().flat_map(|changes| changes.iter().map(|c| c.on)).collect();
        days.sort_unstable();
        days.dedup();
        let mut turns: Vec<(NaiveDate, Presence)> = Vec::new();
        for day in days {
            let presence = incubations.iter().map(|changes| standing(changes, day)).max();
            let presence = presence.unwrap_or(Presence::NotYetAdmitted);
            if turns.last().is_none_or(|(_, before)| *before != presence) {
                turns.push((day, presence));
            }
        }
        Ok(Self { turns })
    }

    /// The presence on one day.
    pub fn on(&self, day: NaiveDate) -> Presence {
        let begun = self.turns.partition_point(|(first, _)| *first <= day);
        begun.checked_sub(1).map_or(Presence::NotYetAdmitted, |at| self.turns[at].1)
    }

    /// The presence in a week: reporting only where all seven days are. Of several reasons against it a
    /// suspension comes first, then the week's latest.
    pub fn in_week(&self, week: Week) -> Presence {
        let absences = || week.days().map(|day| self.on(day)).filter(|presence| *presence != Presence::Reporting);
        if absences().any(|absence| absence == Presence::Suspended) {
            Presence::Suspended
        } else {
            absences().next_back().unwrap_or(Presence::Reporting)
        }
    }

    /// The weeks of reporting time: sorted, disjoint, with at least a week between two spans.
    pub fn spans(&self) -> Vec<Span> {
        let ends = self.turns.iter().skip(1).map(|(next, _)| Some(*next - Days::new(1))).chain([None]);
        self.turns
            .iter()
            .zip(ends)
            .filter(|((_, presence), _)| *presence == Presence::Reporting)
            .filter_map(|((first, _), last)| Span::filled(*first, last))
            .collect()
    }
}

/// The reporting weeks of one incubation: [`Timeline::spans`].
///
/// # Errors
/// [`HistoryFault`].
pub fn reporting_spans(changes: &[StageChange]) -> Result<Vec<Span>, HistoryFault> {
    Timeline::of([changes]).map(|timeline| timeline.spans())
}

fn standing(changes: &[StageChange], day: NaiveDate) -> Presence {
    let begun = changes.partition_point(|change| change.on <= day);
    begun.checked_sub(1).map_or(Presence::NotYetAdmitted, |at| changes[at].to.into())
}

fn check(changes: &[StageChange]) -> Result<(), HistoryFault> {
    if let Some(StageChange { from: Some(from), .. }) = changes.first() {
        return Err(HistoryFault::BeginningMissing { from: *from });
    }
    for (at, pair) in (1..).zip(changes.windows(2)) {
        let (before, change) = (pair[0], pair[1]);
        let from = change.from.ok_or(HistoryFault::BeginsTwice { at })?;
        if change.on < before.on {
            return Err(HistoryFault::ChangeBeforePrevious { at });
        }
        if from != before.to {
            return Err(HistoryFault::LeavesAnotherStage { at, stood: before.to, from });
        }
        if !from.leads_to(change.to) {
            return Err(HistoryFault::NoSuchStep { at, from, to: change.to });
        }
    }
    Ok(())
}
