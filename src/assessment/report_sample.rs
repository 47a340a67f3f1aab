//! Weekly reports that the bureau draws of a quarter and looks at closely (抽查), and what it finds.

use serde::{Deserialize, Serialize};

use crate::code::coded;

coded! {
    /// What was found of a report that was drawn.
    pub enum ReportFinding {
        /// 属实.
        InOrder = "in_order",
        /// 有问题.
        Problem = "problem",
    }
}

impl ReportFinding {
    /// Whether words have to say what was found.
    pub fn needs_words(self) -> bool {
        self == Self::Problem
    }
}

/// How far those that were drawn have been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SampleSummary {
    pub drawn: u32,
    pub looked_at: u32,
    pub with_problems: u32,
}

impl SampleSummary {
    /// Of what was found of each; none where nobody has looked yet.
    ///
    /// ```
    /// use hatchboard::assessment::{ReportFinding, SampleSummary};
    /// let found = [Some(ReportFinding::InOrder), None, Some(ReportFinding::Problem)];
    /// assert_eq!(SampleSummary::of(found), SampleSummary { drawn: 3, looked_at: 2, with_problems: 1 });
    /// ```
    pub fn of(findings: impl IntoIterator<Item = Option<ReportFinding>>) -> Self {
        findings.into_iter().fold(Self::default(), |sum, finding| Self {
            drawn: sum.drawn + 1,
            looked_at: sum.looked_at + u32::from(finding.is_some()),
            with_problems: sum.with_problems + u32::from(finding == Some(ReportFinding::Problem)),
        })
    }

    /// Another draw takes the place of one that nobody has begun to look at.
    pub fn can_be_drawn_again(self) -> bool {
        self.looked_at == 0
    }
}
