use serde::{Deserialize, Serialize};

use super::{Excuse, Expectation, Judgement, Timeliness, Why};
use crate::code::coded;

coded! {
    /// The third fact: what a filing says.
    pub enum Content {
        Report = "report",
        /// 本周无事项, as an explicit and confirmed choice.
        NothingToReport = "nothing_to_report",
    }
}

/// One subject's week in the matrix (domain: *State of a filing*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cell", content = "of", rename_all = "snake_case")]
pub enum Cell {
    /// For any reason but an excuse.
    NotExpected(Why),
    Pending,
    OnTime,
    OnTimeNothing,
    Late {
        /// At least 1.
        minutes: u32,
        /// False after the quarter's cut-off: missing in every rate.
        counts: bool,
    },
    Missing,
    Excused(Excuse),
}

impl Cell {
    /// The cell that the three facts make. A week that was not expected stays so, whatever was filed.
    /// `content` is that of the filing; it tells two kinds of on time apart.
    pub fn of(expectation: &Expectation, judgement: Judgement, content: Option<Content>) -> Self {
        match (expectation, judgement.timeliness) {
            (Expectation::NotExpected(Why::Excused(excuse)), _) => Self::Excused(excuse.clone()),
            (Expectation::NotExpected(why), _) => Self::NotExpected(why.clone()),
            (_, Timeliness::Pending) => Self::Pending,
            (_, Timeliness::OnTime) if content == Some(Content::NothingToReport) => Self::OnTimeNothing,
            (_, Timeliness::OnTime) => Self::OnTime,
            (_, Timeliness::Late { minutes }) => Self::Late { minutes, counts: judgement.counts },
            (_, Timeliness::Missing) => Self::Missing,
        }
    }

    /// The stable text by which it is filtered and styled.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotExpected(_) => "not_expected",
            Self::Pending => "pending",
            Self::OnTime => "on_time",
            Self::OnTimeNothing => "on_time_nothing",
            Self::Late { .. } => "late",
            Self::Missing => "missing",
            Self::Excused(_) => "excused",
        }
    }
}
