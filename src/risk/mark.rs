//! The rule: which facts of an organisation make which marks (**default** bounds, all of them).

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{
    assessment::Band,
    code::coded,
    monthly_plan,
    period::{Month, Quarter, Week},
    points::Points,
};

/// So many weeks in a row, late or missing, are a risk.
pub const WEEKS_IN_A_ROW: usize = 3;
/// So many points less than the time before are a risk.
pub const FALL: Points = Points::whole(10);
/// So are so many bands less, whatever the points.
pub const FALL_IN_BANDS: usize = 2;
/// So many fails in a row are a risk (domain: *Follow-ups* takes the same for a signal).
pub const FAILS_IN_A_ROW: usize = 2;

coded! {
    /// What a mark is about, the heaviest first.
    pub enum Kind {
        /// 连续不合格.
        Failing = "failing",
        /// 连续迟报、缺报.
        Reports = "reports",
        /// 得分大降.
        Falling = "falling",
        /// 整改逾期.
        Rectification = "rectification",
        /// 本月没有批准的计划.
        Plan = "plan",
        /// 求助办理逾期.
        Service = "service",
    }
}

impl Kind {
    /// What a mark of it weighs: an organisation stands by the sum of its marks.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Failing => 6,
            Self::Reports => 5,
            Self::Falling => 4,
            Self::Rectification => 3,
            Self::Plan => 2,
            Self::Service => 1,
        }
    }
}

/// How a report came that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    InTime,
    Late,
    Missing,
}

/// A week that asked for a report, which came or was due by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueWeek {
    pub week: Week,
    pub came: Came,
}

/// What a rated sheet came to that was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    pub quarter: Quarter,
    pub total: Points,
    pub band: Band,
}

/// A month that asks for a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanOfMonth {
    pub month: Month,
    /// `None` where nobody has begun.
    pub state: Option<monthly_plan::State>,
    /// A version stands approved.
    pub stands: bool,
    /// Or due again, where it was returned; `None` where the calendar does not tell.
    pub due_at: Option<DateTime<Utc>>,
}

/// Things that are not done though their day has passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overdue {
    /// At least 1.
    pub count: u32,
    /// The one whose day has passed the longest.
    pub oldest: Uuid,
    pub due_on: NaiveDate,
}

/// What is known of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The newest first.
    pub weeks: Vec<DueWeek>,
    /// The newest first.
    pub quarters: Vec<Published>,
    /// Of the running month; `None` where it asks for none.
    pub plan: Option<PlanOfMonth>,
    pub rectifications: Option<Overdue>,
    pub services: Option<Overdue>,
}

/// A reason to see to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Failing {
        /// Published sheets in a row, up to the latest.
        quarters: usize,
        latest: Published,
    },
    Reports {
        /// In a row, up to the last one.
        weeks: usize,
        /// Of these, those without any report.
        missing: usize,
        first: Week,
        last: Week,
    },
    Falling {
        before: Published,
        latest: Published,
    },
    Rectification(Overdue),
    Plan(PlanOfMonth),
    Service(Overdue),
}

impl Mark {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Failing { .. } => Kind::Failing,
            Self::Reports { .. } => Kind::Reports,
            Self::Falling { .. } => Kind::Falling,
            Self::Rectification(_) => Kind::Rectification,
            Self::Plan(_) => Kind::Plan,
            Self::Service(_) => Kind::Service,
        }
    }
}

/// The marks of an organisation, one of each kind at the most, the heaviest first.
///
/// ```
/// use hatchboard::risk::{Came, DueWeek, Kind, Known, marks};
/// let week = |week: &str| DueWeek { week: week.parse().unwrap(), came: Came::Late };
/// let known = Known { weeks: ["2026-W14", "2026-W13", "2026-W12"].map(week).into(), ..Known::default() };
/// let marks = marks(&known, "2026-04-09T01:00:00Z".parse().unwrap());
/// assert_eq!(marks.iter().map(|mark| mark.kind()).collect::<Vec<_>>(), [Kind::Reports]);
/// ```
pub fn marks(known: &Known, now: DateTime<Utc>) -> Vec<Mark> {
    let marks = [
        failing(&known.quarters),
        reports(&known.weeks),
        falling(&known.quarters),
        known.rectifications.map(Mark::Rectification),
        known.plan.filter(|plan| is_owed(plan, now)).map(Mark::Plan),
        known.services.map(Mark::Service),
    ];
    marks.into_iter().flatten().collect()
}

/// What some marks weigh together.
pub fn weight(marks: &[Mark]) -> u32 {
    marks.iter().map(|mark| mark.kind().weight()).sum()
}

fn failing(quarters: &[Published]) -> Option<Mark> {
    let fails = quarters.iter().take_while(|one| one.band == Band::Fail).count();
    let latest = *quarters.first()?;
    (fails >= FAILS_IN_A_ROW).then_some(Mark::Failing { quarters: fails, latest })
}

fn reports(weeks: &[DueWeek]) -> Option<Mark> {
    let run: Vec<&DueWeek> = weeks.iter().take_while(|week| week.came != Came::InTime).collect();
    let (last, first) = run.first().zip(run.last())?;
    let missing = run.iter().filter(|week| week.came == Came::Missing).count();
    let mark = Mark::Reports { weeks: run.len(), missing, first: first.week, last: last.week };
    (run.len() >= WEEKS_IN_A_ROW).then_some(mark)
}

fn falling(quarters: &[Published]) -> Option<Mark> {
    let [latest, before, ..] = quarters else { return None };
    let fell = before.total.as_hundredths() - latest.total.as_hundredths() >= FALL.as_hundredths();
    let fell_in_bands = place(latest.band) >= place(before.band) + FALL_IN_BANDS;
    (fell || fell_in_bands).then_some(Mark::Falling { before: *before, latest: *latest })
}

/// Counted from the best.
fn place(band: Band) -> usize {
    Band::ALL.iter().take_while(|one| **one != band).count()
}

/// Its deadline has passed, and no version of it stands approved.
fn is_owed(plan: &PlanOfMonth, now: DateTime<Utc>) -> bool {
    !plan.stands && plan.due_at.is_some_and(|due| due < now)
}
