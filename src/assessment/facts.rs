//! What a rule goes by: counts out of the records, from which its finding and its printed working follow.

use serde::{Deserialize, Serialize};

use super::Finding;
use crate::{
    code::coded,
    fraction::Fractions,
    monthly_plan::{ItemShare, WHOLE},
    period::{Month, Quarter},
    points::Points,
};

coded! {
    /// What is counted against a plan.
    pub enum Measured {
        /// 服务场次.
        Sessions = "sessions",
        /// 服务人次.
        Attendances = "attendances",
        /// 入壳.
        Admitted = "admitted",
        /// 出壳.
        Hatched = "hatched",
        /// 能力培训场次.
        Trainings = "trainings",
        /// 培训人次.
        TrainingAttendances = "training_attendances",
        /// 项目对接.
        MatchedProjects = "matched_projects",
        /// 链接资金（到位）, in cents.
        FundsReceived = "funds_received",
    }
}

/// The units by which an item of a monthly plan counts for the line of services, in both languages. Each of a line is a
/// word for the same; what is told apart is how often something is held, and how many come.
const UNITS: [(Measured, &[&str]); 2] = [
    (
        Measured::Sessions,
        &["场", "场次", "次", "session", "sessions", "time", "times", "event", "events", "activity", "activities"],
    ),
    (
        Measured::Attendances,
        &["人次", "人", "attendance", "attendances", "person", "people", "participant", "participants"],
    ),
];

impl Measured {
    /// What an item of a monthly plan adds to, by its unit, however it is written large or small; most units say nothing
    /// of it.
    ///
    /// ```
    /// use hatchboard::assessment::Measured;
    /// assert_eq!(Measured::of_unit("场次"), Measured::of_unit("Sessions"));
    /// assert_eq!(Measured::of_unit("份"), None);
    /// ```
    pub fn of_unit(unit: &str) -> Option<Self> {
        let unit = unit.trim();
        let named = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(unit));
        UNITS.iter().find(|(_, words)| named(words)).map(|(what, _)| *what)
    }
}

/// A count, and what was planned of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(utoipa::ToSchema))]
pub struct Measure {
    /// Its code.
    #[cfg_attr(feature = "store", schema(value_type = String))]
    pub what: Measured,
    pub actual: i64,
    /// 0 where nothing of it was planned.
    pub planned: i64,
}

/// A month that asked for a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(utoipa::ToSchema))]
pub struct PlanMonth {
    #[cfg_attr(feature = "store", schema(value_type = String, example = "2026-04"))]
    pub month: Month,
    /// Whether a plan stood approved.
    pub planned: bool,
    /// How much of it was done, in hundredths of a percent, as it is shown; 0 without a plan.
    pub basis_points: u32,
    /// What the rate is made of: the plan's items that count. Empty without a plan, and in facts that were frozen before
    /// items were kept with them: there the rate is what is shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemShare>,
}

impl PlanMonth {
    /// How much of it was done, exactly.
    fn rate(&self) -> Fractions {
        let shown = || Fractions::of(self.basis_points.min(WHOLE).into(), WHOLE.into());
        ItemShare::mean(&self.items).unwrap_or_else(shown)
    }

    /// The rate as it is shown, marked where that is not exactly what counts.
    fn shown(&self) -> String {
        let sign = if self.rate().is(self.basis_points.into(), WHOLE.into()) { "" } else { "≈ " };
        format!("{sign}{}", percent(self.basis_points))
    }
}

/// What a rated quarter came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(utoipa::ToSchema))]
pub struct QuarterTotal {
    #[cfg_attr(feature = "store", schema(value_type = String, example = "2026-Q1"))]
    pub quarter: Quarter,
    #[cfg_attr(feature = "store", schema(value_type = String, example = "88.50"))]
    pub total: Points,
}

/// The inputs of one line by rule, as they are kept with the sheet and shown beside its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "store", derive(utoipa::ToSchema))]
#[serde(tag = "facts", rename_all = "snake_case")]
pub enum Facts {
    /// Nothing was due.
    NothingDue,
    /// A duty was not begun at all.
    NotBegun,
    /// Weeks that asked for a report. Together, `on_time`, `late` and `missing` are `expected`.
    Weeks { expected: u32, on_time: u32, late: u32, missing: u32 },
    /// The quarter's months that asked for a plan.
    Plans { months: Vec<PlanMonth> },
    /// Counts against what was planned of them.
    Measures { measures: Vec<Measure> },
    /// Sessions that somebody came to, of those that they were invited to.
    Attended { attended: u32, invited: u32 },
    /// Things done by their day, of those that fell due.
    OnTime { on_time: u32, due: u32 },
    /// The year's rated quarters that were published.
    Quarters { quarters: Vec<QuarterTotal> },
}

impl Facts {
    pub fn finding(&self) -> Finding {
        match self {
            Self::NothingDue => Finding::NothingDue,
            Self::NotBegun => Finding::NotBegun,
            Self::Weeks { expected, on_time, late, .. } => Finding::Rate { full: *on_time, half: *late, of: *expected },
            Self::Plans { months } => {
                let asked = u64::try_from(months.len()).unwrap_or(u64::MAX);
                let mean = || months.iter().map(PlanMonth::rate).sum::<Fractions>().over(asked);
                if months.is_empty() { Finding::NothingDue } else { Finding::Mean { share: mean() } }
            }
            Self::Measures { measures } => {
                // What was not planned says nothing, unless nothing at all was.
                let planned = measures.iter().filter(|one| one.planned > 0);
                let tier = |one: &Measure| Finding::Tier { actual: one.actual, planned: one.planned };
                let none = if measures.is_empty() { Finding::NothingDue } else { Finding::NotBegun };
                planned.map(tier).reduce(Finding::lower_of).unwrap_or(none)
            }
            Self::Attended { attended, invited } => Finding::Rate { full: *attended, half: 0, of: *invited },
            Self::OnTime { on_time, due } => Finding::Rate { full: *on_time, half: 0, of: *due },
            // A total of a hundred points is all of it.
            Self::Quarters { quarters } => {
                let points = |one: &QuarterTotal| u32::try_from(one.total.as_hundredths()).unwrap_or(0).min(WHOLE);
                let rated = u32::try_from(quarters.len()).unwrap_or(u32::MAX);
                let full = quarters.iter().map(points).sum();
                Finding::Rate { full, half: 0, of: WHOLE.saturating_mul(rated) }
            }
        }
    }

    /// The formula with its numbers, in no language; empty where the line does not apply.
    ///
    /// ```
    /// use hatchboard::{assessment::Facts, points::Points};
    /// let weeks = Facts::Weeks { expected: 13, on_time: 11, late: 2, missing: 0 };
    /// assert_eq!(weeks.working(Points::whole(5)), "(11 + 2 × ½) ÷ 13 × 5.00 = 4.62");
    /// ```
    pub fn working(&self, max: Points) -> String {
        let Some(points) = self.finding().points(max) else { return String::new() };
        let share = |share: String| format!("{share} × {max} = {points}");
        match self {
            Self::NothingDue => String::new(),
            Self::NotBegun => share("0".to_owned()),
            Self::Weeks { expected, on_time, late, .. } => share(format!("({on_time} + {late} × ½) ÷ {expected}")),
            Self::Plans { months } => {
                let rates: Vec<String> = months.iter().map(PlanMonth::shown).collect();
                share(format!("({}) ÷ {}", rates.join(" + "), months.len()))
            }
            Self::Measures { measures } => {
                let planned = measures.iter().filter(|one| one.planned > 0);
                let parts: Vec<String> = planned.map(|one| format!("{} ÷ {}", one.actual, one.planned)).collect();
                let thirds = match self.finding().points(Points::hundredths(3)).map(Points::as_hundredths) {
                    Some(3) => "1",
                    Some(2) => "⅔",
                    Some(1) => "⅓",
                    _ => "0",
                };
                match parts.as_slice() {
                    [] => share("0".to_owned()),
                    [one] => share(format!("{one} → {thirds}")),
                    more => share(format!("min({}) → {thirds}", more.join(", "))),
                }
            }
            Self::Attended { attended, invited } => share(format!("{attended} ÷ {invited}")),
            Self::OnTime { on_time, due } => share(format!("{on_time} ÷ {due}")),
            Self::Quarters { quarters } => {
                let totals: Vec<String> = quarters.iter().map(|one| one.total.to_string()).collect();
                share(format!("({}) ÷ {} ÷ 100", totals.join(" + "), quarters.len()))
            }
        }
    }
}

fn percent(basis_points: u32) -> String {
    format!("{}.{:02}%", basis_points / 100, basis_points % 100)
}
