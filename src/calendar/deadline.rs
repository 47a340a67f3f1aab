//! When filings are due: the table of domain, *Calendar*, as rules over working days.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{Calendar, Inquiry};
use crate::period::{Period, Span};

const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("a day has a noon");
const END_OF_WORK: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("a day has an evening");

/// Something that is filed for a period by a deadline. Written as on the command line: `weekly-report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filing {
    /// An organisation's weekly report.
    WeeklyReport,
    /// The base's own weekly report.
    BaseWeeklyReport,
    /// An organisation's plan for the month.
    MonthlyPlan,
    /// The base's plan for the month.
    BaseMonthlyPlan,
    /// What became of a month's plan.
    MonthlyResult,
    /// An organisation's own points for the quarter.
    SelfScore,
    /// The operator's points for an organisation.
    OperatorScore,
    /// The bureau's check of an organisation's points.
    BureauCheck,
}

/// A text that names no filing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no filing")]
pub struct NoSuchFiling(pub String);

/// A period that a filing is not made for, such as a month for a weekly report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`{filing}` is not filed for `{period}`")]
pub struct WrongPeriod {
    pub filing: Filing,
    pub period: Period,
}

impl Filing {
    /// Every filing, in the order of the table.
    pub const ALL: [Self; 8] = [
        Self::WeeklyReport,
        Self::BaseWeeklyReport,
        Self::MonthlyPlan,
        Self::BaseMonthlyPlan,
        Self::MonthlyResult,
        Self::SelfScore,
        Self::OperatorScore,
        Self::BureauCheck,
    ];

    /// The name on the command line and in stored text.
    pub fn name(self) -> &'static str {
        match self {
            Self::WeeklyReport => "weekly-report",
            Self::BaseWeeklyReport => "base-weekly-report",
            Self::MonthlyPlan => "monthly-plan",
            Self::BaseMonthlyPlan => "base-monthly-plan",
            Self::MonthlyResult => "monthly-result",
            Self::SelfScore => "self-score",
            Self::OperatorScore => "operator-score",
            Self::BureauCheck => "bureau-check",
        }
    }

    /// The kind of period that it is made for.
    pub fn span(self) -> Span {
        match self {
            Self::WeeklyReport | Self::BaseWeeklyReport => Span::Week,
            Self::MonthlyPlan | Self::BaseMonthlyPlan | Self::MonthlyResult => Span::Month,
            Self::SelfScore | Self::OperatorScore | Self::BureauCheck => Span::Quarter,
        }
    }

    /// When it is due unless a base has settled otherwise (the table in domain, *Calendar*).
    pub fn default_rule(self) -> Rule {
        let (day, time) = match self {
            Self::WeeklyReport => (RuleDay::LastOfPeriod { later: 0 }, END_OF_WORK),
            Self::BaseWeeklyReport => (RuleDay::LastOfPeriod { later: 1 }, NOON),
            Self::MonthlyPlan => (RuleDay::LastBeforePeriod { earlier: 3 }, END_OF_WORK),
            Self::BaseMonthlyPlan => (RuleDay::LastBeforePeriod { earlier: 0 }, END_OF_WORK),
            Self::MonthlyResult => (RuleDay::AfterPeriod { nth: 3 }, END_OF_WORK),
            Self::SelfScore => (RuleDay::AfterPeriod { nth: 5 }, END_OF_WORK),
            Self::OperatorScore => (RuleDay::AfterPeriod { nth: 10 }, END_OF_WORK),
            Self::BureauCheck => (RuleDay::AfterPeriod { nth: 15 }, END_OF_WORK),
        };
        Rule { day, time }
    }
}

impl fmt::Display for Filing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Filing {
    type Err = NoSuchFiling;
    fn from_str(text: &str) -> Result<Self, NoSuchFiling> {
        Self::ALL.into_iter().find(|filing| filing.name() == text).ok_or_else(|| NoSuchFiling(text.to_owned()))
    }
}

/// On which day, and at what time of it in the base's zone, something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub day: RuleDay,
    /// Local time of that day.
    pub time: NaiveTime,
}

/// A day found by counting working days from a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleDay {
    /// The period's last working day, or so many working days later. A period without a working day asks
    /// for nothing.
    LastOfPeriod { later: u32 },
    /// The last working day before the period, or so many working days earlier.
    LastBeforePeriod { earlier: u32 },
    /// The so-manieth working day after the period, from 1; 0 is the period's last day, worked or not.
    AfterPeriod { nth: u32 },
}

/// An instant by which something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The last instant that is on time.
    pub at: DateTime<Utc>,
    /// A day that it was counted by lies in a year that is not loaded.
    pub provisional: bool,
}

/// What a period asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "due", rename_all = "kebab-case")]
pub enum Due {
    /// No filing: the period has no working day. Provisional like a [`Deadline`].
    NotAsked { provisional: bool },
    /// A filing by this deadline.
    At(Deadline),
}

impl Due {
    /// The instant, where something is asked for.
    pub fn at(self) -> Option<DateTime<Utc>> {
        match self {
            Self::NotAsked { .. } => None,
            Self::At(deadline) => Some(deadline.at),
        }
    }

    /// Whether loading a year may change the answer.
    pub fn is_provisional(self) -> bool {
        match self {
            Self::NotAsked { provisional } | Self::At(Deadline { provisional, .. }) => provisional,
        }
    }
}

/// When a filing for a period is due by default, in a base's zone.
///
/// ```
/// use hatchboard::calendar::{Calendar, Filing, due};
/// let week = "2024-W01".parse().unwrap();
/// let due = due(Filing::WeeklyReport, week, &Calendar::shipped(), chrono_tz::Asia::Shanghai).unwrap();
/// assert_eq!(due.at().unwrap().to_rfc3339(), "2024-01-05T10:00:00+00:00"); // 18:00 in Shanghai
/// ```
///
/// # Errors
/// [`WrongPeriod`] where the filing is not made for that kind of period.
pub fn due(filing: Filing, period: Period, calendar: &Calendar, zone: Tz) -> Result<Due, WrongPeriod> {
    if period.span() != filing.span() {
        return Err(WrongPeriod { filing, period });
    }
    Ok(due_by(filing.default_rule(), period, calendar, zone))
}

/// When a rule makes a period's filing due, in a base's zone.
pub fn due_by(rule: Rule, period: Period, calendar: &Calendar, zone: Tz) -> Due {
    let mut inquiry = calendar.inquire();
    let (first, last) = (period.first_day(), period.last_day());
    let day = match rule.day {
        RuleDay::LastOfPeriod { later } => {
            inquiry.last_working_day(first..=last).map(|day| inquiry.add_working_days(day, later))
        }
        RuleDay::LastBeforePeriod { earlier } => Some(inquiry.subtract_working_days(first, earlier.saturating_add(1))),
        RuleDay::AfterPeriod { nth } => Some(inquiry.add_working_days(last, nth)),
    };
    match day {
        Some(day) => Due::At(deadline(day, rule.time, &inquiry, zone)),
        None => Due::NotAsked { provisional: inquiry.is_provisional() },
    }
}

/// 18:00 on the `n`th working day after a day, in a base's zone; on the day itself where `n` is 0.
pub fn nth_working_day_after(day: NaiveDate, n: u32, calendar: &Calendar, zone: Tz) -> Deadline {
    let mut inquiry = calendar.inquire();
    let day = inquiry.add_working_days(day, n);
    deadline(day, END_OF_WORK, &inquiry, zone)
}

/// 18:00 on the `n`th working day after the day on which something happened in a base's zone.
///
/// A return's deadline is two working days (domain: *State of a filing*), an objection's window five, the
/// decision on it ten.
pub fn plus_working_days_at(happened: DateTime<Utc>, n: u32, calendar: &Calendar, zone: Tz) -> Deadline {
    nth_working_day_after(happened.with_timezone(&zone).date_naive(), n, calendar, zone)
}

/// What stands after a year was loaded or corrected, where `old` stood before and the calendar now says
/// `new` (domain: *Calendar*, *State of a filing*).
///
/// - A filing that has been made keeps its deadline: it was frozen at the first submission.
/// - Otherwise the new answer stands, unless it would make someone late after the fact: where the new
///   deadline has passed at `now`, the later of the two stands, and what was not asked for stays so.
///
/// Whether the answer is provisional always follows `new`, except for a filing that has been made.
#[must_use]
pub fn rejudge(old: Due, new: Due, now: DateTime<Utc>, filed: bool) -> Due {
    if filed {
        return old;
    }
    match (old, new) {
        (_, Due::At(new)) if new.at > now => Due::At(new),
        (Due::At(old), Due::At(new)) => Due::At(Deadline { at: old.at.max(new.at), ..new }),
        (Due::NotAsked { .. }, Due::At(Deadline { provisional, .. })) => Due::NotAsked { provisional },
        (_, Due::NotAsked { .. }) => new,
    }
}

/// One line of a list of deadlines, as the command line and exports print it:
/// `{"period":"2024-W01","due":"2024-01-05T18:00:00+08:00"}`.
///
/// `due` is null where nothing is asked for; `provisional` is there only where it is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DueRow {
    pub period: Period,
    pub due: Option<DateTime<FixedOffset>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
}

impl DueRow {
    /// The line for a period, its instant in the base's zone.
    pub fn new(period: Period, due: Due, zone: Tz) -> Self {
        let due_there = due.at().map(|at| at.with_timezone(&zone).fixed_offset());
        Self { period, due: due_there, provisional: due.is_provisional() }
    }
}

fn deadline(day: NaiveDate, time: NaiveTime, inquiry: &Inquiry<'_>, zone: Tz) -> Deadline {
    Deadline { at: instant(day, time, zone), provisional: inquiry.is_provisional() }
}

/// The instant of a time of day. Where the clocks are set back and it comes twice, the later one counts;
/// where they skip it, the next that exists, by whole quarters of an hour.
pub(crate) fn instant(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let local = day.and_time(time);
    let skipped_at_most = day + Days::new(2);
    std::iter::successors(Some(local), |local| Some(*local + TimeDelta::minutes(15)))
        .take_while(|local| local.date() <= skipped_at_most)
        .find_map(|local| zone.from_local_datetime(&local).latest())
        .expect("no zone has ever skipped two days")
        .to_utc()
}
