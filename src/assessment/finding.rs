//! What the program finds out by itself, and how many points that is.

use serde::{Deserialize, Serialize};

use crate::{code::coded, fraction::Fractions, points::Points};

coded! {
    /// A published rule. Each printed with its line: what is counted, over what, and the formula.
    pub enum Rule {
        /// 周汇报按时率: weeks on time count 1, late ½, missing 0, over the weeks that were expected.
        WeeklyOnTime = "weekly_on_time",
        /// 月计划完成率: the mean of the quarter's months; a month that was asked for without a plan is 0.
        PlanCompletion = "plan_completion",
        /// 服务场次与人次: sessions and attendances that weekly reports tell, against those that the quarter's plans plan.
        ActivitiesAgainstPlan = "activities_against_plan",
        /// 培训出勤: sessions attended over those that the organisation was invited to.
        TrainingAttendance = "training_attendance",
        /// 入壳, cumulative against the split of the annual target.
        Admitted = "admitted",
        /// 出壳, the same.
        Hatched = "hatched",
        /// 培训场次与人次, the same.
        Trainings = "trainings",
        /// 项目对接, the same.
        MatchedProjects = "matched_projects",
        /// 资金链接, the same.
        FundsReceived = "funds_received",
        /// 机构季评按时: sheets scored by their deadline over those that were due.
        SheetsOnTime = "sheets_on_time",
        /// 回头看按期: visits within their window over those whose window closed.
        FollowUpsOnTime = "follow_ups_on_time",
        /// 交办与整改销号: closed by their day over those that fell due.
        ClosedOnTime = "closed_on_time",
        /// 咨询办结: policy advice answered within three working days over all that was due.
        AdviceOnTime = "advice_on_time",
        /// 各季平均: the mean of the totals of the year's rated quarters.
        QuartersMean = "quarters_mean",
    }
}

/// What a rule found for one subject and quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "found", rename_all = "snake_case")]
pub enum Finding {
    /// Nothing was due: the line does not apply.
    NothingDue,
    /// A duty was not begun at all: 0 points.
    NotBegun,
    /// `(full + ½ half) ÷ of`, linear. `full + half` is at most `of`.
    Rate { full: u32, half: u32, of: u32 },
    /// A share of 0 to 10000 hundredths of a percent, linear.
    Share { basis_points: u32 },
    /// A share of 0 to 1 that is kept exact on its way, linear.
    Mean { share: Fractions },
    /// A count against its plan: all of it full, from 80 % two thirds, from 60 % one third, below none.
    Tier { actual: i64, planned: i64 },
}

impl Finding {
    /// Points out of `max`, rounded half up once; `None` where the line does not apply.
    ///
    /// ```
    /// use hatchboard::{assessment::Finding, points::Points};
    /// let weeks = Finding::Rate { full: 11, half: 2, of: 13 };
    /// assert_eq!(weeks.points(Points::whole(5)).unwrap().to_string(), "4.62");
    /// ```
    pub fn points(&self, max: Points) -> Option<Points> {
        match *self {
            Self::NothingDue | Self::Rate { of: 0, .. } => None,
            Self::NotBegun => Some(Points::ZERO),
            Self::Rate { full, half, of } => {
                let (twice, of) = (2 * i64::from(full) + i64::from(half), 2 * i64::from(of));
                Some(max.part(twice.min(of), of))
            }
            Self::Share { basis_points } => Some(max.part(i64::from(basis_points.min(10_000)), 10_000)),
            Self::Mean { ref share } => {
                let whole = u64::try_from(max.as_hundredths()).unwrap_or(0);
                Some(Points::hundredths(i32::try_from(share.part(whole)).unwrap_or(i32::MAX)).min(max))
            }
            // A plan of nothing was made: a duty that was not begun.
            Self::Tier { planned, .. } if planned <= 0 => Some(Points::ZERO),
            Self::Tier { actual, planned } => {
                let reaches = |percent: i128| 100 * i128::from(actual) >= percent * i128::from(planned);
                let thirds = match () {
                    () if reaches(100) => 3,
                    () if reaches(80) => 2,
                    () if reaches(60) => 1,
                    () => 0,
                };
                Some(max.part(thirds, 3))
            }
        }
    }

    /// Two counts under one line, such as sessions and attendances: the lower third decides, and what was not planned
    /// is left out.
    #[must_use]
    pub fn lower_of(self, other: Self) -> Self {
        let worth = |finding: &Self| finding.points(Points::whole(3)).unwrap_or(Points::whole(3));
        match (self, other) {
            (Self::NothingDue, found) | (found, Self::NothingDue) => found,
            (one, two) if worth(&two) < worth(&one) => two,
            (one, _) => one,
        }
    }
}
