//! One subject's lines under one card, and what they come to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Facts, Line, NothingApplies, Scorecard, Scoring, State, Sum};
use crate::points::Points;

/// What a sheet says, whoever asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    pub card: Scorecard,
    /// One for each indicator, in the card's order.
    pub lines: Vec<Line>,
    /// As it was given; the card's cap is in the sum.
    pub bonus: Points,
    /// Rectifications that were not closed in time.
    pub late_repairs: u32,
    /// The code of what makes the sheet fail whatever its number.
    pub veto: Option<String>,
}

/// Whose points a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// 自评.
    Own,
    /// The operator's: 基地评分.
    Operator,
    /// The bureau's: 民政核定.
    Bureau,
}

impl Sheet {
    /// # Errors
    /// [`NothingApplies`].
    pub fn sum(&self) -> Result<Sum, NothingApplies> {
        Sum::of(&self.card, &self.lines, self.bonus, self.late_repairs, self.veto.is_some())
    }

    /// What one party's points come to of a hundred, over the lines that apply, without bonus and deductions. `None` while
    /// it has left such a line open, and where no line applies.
    pub fn total_of(&self, column: Column) -> Option<Points> {
        let applying = || self.lines.iter().filter(|line| line.applies());
        let of: Points = applying().map(|line| line.indicator.max).sum();
        if of <= Points::ZERO {
            return None;
        }
        let points: Points = applying().map(|line| line.by(column)).sum::<Option<Points>>()?;
        Some(Points::HUNDRED.part(points.as_hundredths().into(), of.as_hundredths().into()))
    }

    /// The same sheet by other facts, by the code of the indicator.
    #[must_use]
    pub fn by_facts(mut self, facts: &BTreeMap<String, Facts>) -> Self {
        for line in &mut self.lines {
            line.finding = facts.get(&line.indicator.code).map(Facts::finding);
        }
        self
    }

    /// How far the parties lie apart over all lines: what is looked at first.
    pub fn difference(&self) -> Points {
        self.lines.iter().filter(|line| line.applies()).map(Line::difference).sum()
    }

    pub fn line(&self, code: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.indicator.code == code)
    }

    /// The lines by judgement that a column has to fill before it is handed in and does not; their codes. The bureau's
    /// check fills only what the operator has left open.
    pub fn lacks(&self, column: Column) -> Vec<&str> {
        let empty = |line: &&Line| match column {
            Column::Own => line.own.is_none(),
            Column::Operator => line.operator.is_none(),
            Column::Bureau => line.points().is_none(),
        };
        let judged = |line: &&Line| line.indicator.scoring == Scoring::Judgement && line.applies();
        self.lines.iter().filter(judged).filter(empty).map(|line| line.indicator.code.as_str()).collect()
    }

    /// The sheet as its subject may see it: until it is published, their own points and what the rules find.
    #[must_use]
    pub fn seen_by_subject(mut self, state: State) -> Self {
        if !state.is_public() {
            for line in &mut self.lines {
                (line.operator, line.bureau, line.upheld) = (None, None, None);
            }
            (self.bonus, self.veto) = (Points::ZERO, None);
        }
        self
    }
}
