use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Cell, Content, Draft, Help, HelpKind, Rate, Report};
use crate::period::Week;

/// One organisation's week, as the base's own report is made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationWeek {
    pub organisation: Uuid,
    pub name: String,
    pub cell: Cell,
    /// The filed report; `None` where none stands as filed.
    pub report: Option<Report>,
}

/// What one organisation told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub organisation: Uuid,
    pub name: String,
    pub text: String,
}

/// Help that one organisation needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpNeeded {
    pub organisation: Uuid,
    pub name: String,
    pub kind: HelpKind,
    pub what: String,
}

/// A week of all organisations, to begin the base's own report with. Facts only; the sentences are made in
/// the interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub week: Week,
    /// Organisations, whatever is known of them.
    pub organisations: u32,
    pub on_time: u32,
    /// Of those on time, how many had nothing to report.
    pub on_time_nothing: u32,
    pub late: u32,
    pub missing: u32,
    pub pending: u32,
    pub excused: u32,
    pub not_expected: u32,
    pub rate: Rate,
    /// Organisations' own activities; the base never counts them as its own.
    pub activities: u64,
    /// 人次 of the same.
    pub attendances: u64,
    pub done: Vec<Told>,
    pub problems: Vec<Told>,
    pub help_needed: Vec<HelpNeeded>,
    /// Names of those whose report is missing.
    pub silent: Vec<String>,
}

impl Summary {
    /// Lists keep the order of `weeks`.
    pub fn of(week: Week, weeks: &[OrganisationWeek]) -> Self {
        let count = |wanted: fn(&Cell) -> bool| {
            weeks.iter().fold(0, |sum: u32, one| sum.saturating_add(u32::from(wanted(&one.cell))))
        };
        let reports = || weeks.iter().filter_map(|one| one.report.as_ref().map(|report| (one, report)));
        let told = |text: fn(&Report) -> &str| {
            reports()
                .filter(|(_, report)| !text(report).is_empty())
                .map(|(one, report)| one.told(text(report)))
                .collect()
        };
        Self {
            week,
            organisations: count(|_| true),
            on_time: count(|cell| matches!(cell, Cell::OnTime | Cell::OnTimeNothing)),
            on_time_nothing: count(|cell| matches!(cell, Cell::OnTimeNothing)),
            late: count(|cell| matches!(cell, Cell::Late { .. })),
            missing: count(|cell| matches!(cell, Cell::Missing)),
            pending: count(|cell| matches!(cell, Cell::Pending)),
            excused: count(|cell| matches!(cell, Cell::Excused(_))),
            not_expected: count(|cell| matches!(cell, Cell::NotExpected(_))),
            rate: weeks.iter().map(|one| &one.cell).collect(),
            activities: reports().map(|(_, report)| u64::from(report.activities_count)).sum(),
            attendances: reports().map(|(_, report)| u64::from(report.attendances)).sum(),
            done: reports()
                .filter(|(_, report)| report.content == Content::Report)
                .map(|(one, report)| one.told(&report.done))
                .collect(),
            problems: told(|report| &report.problems),
            help_needed: reports().filter_map(|(one, report)| one.help(report)).collect(),
            silent: weeks.iter().filter(|one| one.cell == Cell::Missing).map(|one| one.name.clone()).collect(),
        }
    }

    /// The base's report as it begins: the sentences that the interface made of this summary, and nothing
    /// else. Numbers stay blank, since an organisation's activities are never counted twice (domain:
    /// *Annual targets*), and what help the base needs is its own to say.
    pub fn begin(&self, done: String, problems: String) -> Draft {
        Draft { done, problems, ..Draft::default() }
    }
}

impl OrganisationWeek {
    fn told(&self, text: &str) -> Told {
        Told { organisation: self.organisation, name: self.name.clone(), text: text.to_owned() }
    }

    fn help(&self, report: &Report) -> Option<HelpNeeded> {
        match &report.help {
            Help::NotNeeded => None,
            Help::Wanted { kind, what } => {
                let (organisation, name) = (self.organisation, self.name.clone());
                Some(HelpNeeded { organisation, name, kind: *kind, what: what.clone() })
            }
        }
    }
}
