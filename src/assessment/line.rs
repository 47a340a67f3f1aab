//! One line of a sheet: what each party gave, and which points count.

use serde::{Deserialize, Serialize};

use super::{Column, Finding, Indicator, Scoring};
use crate::points::Points;

/// Points that somebody gave, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub points: Points,
    /// Needed where the points differ from what they replace.
    pub note: String,
}

/// Why points are not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GivenFault {
    #[error("the line is worth {max} at the most")]
    TooMany { max: Points },
    /// They are not what the other party gave, or what the rule found.
    #[error("points that differ from {from} need a reason")]
    ReasonMissing { from: Points },
    /// A line by rule has no self-score and no operator's.
    #[error("the line is computed")]
    Computed,
    /// The indicator is not for such a subject.
    #[error("the line does not apply to the subject")]
    LeftOut,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub indicator: Indicator,
    /// Of a line by rule; `None` until the facts are gathered.
    pub finding: Option<Finding>,
    /// The subject's own (自评); for orientation, it never counts.
    pub own: Option<Given>,
    /// The operator's; the base's sheet has none.
    pub operator: Option<Given>,
    /// The bureau's: it counts where it is given.
    pub bureau: Option<Given>,
    /// Upheld on an objection: the last word before the seal.
    pub upheld: Option<Given>,
    /// Corrected after the seal.
    pub corrected: Option<Given>,
}

impl Line {
    pub fn of(indicator: &Indicator) -> Self {
        Self {
            indicator: indicator.clone(),
            finding: None,
            own: None,
            operator: None,
            bureau: None,
            upheld: None,
            corrected: None,
        }
    }

    /// What the rule comes to; `None` for judgement, for what does not apply, and before the facts are gathered.
    pub fn computed(&self) -> Option<Points> {
        match self.indicator.scoring {
            _ if self.indicator.left_out => None,
            Scoring::Rule(_) => self.finding.as_ref().and_then(|finding| finding.points(self.indicator.max)),
            Scoring::Judgement => None,
        }
    }

    /// Whether the line counts: a rule's where something was due, a judgement's always, but for a subject that it is not
    /// for.
    pub fn applies(&self) -> bool {
        match self.indicator.scoring {
            Scoring::Rule(_) => self.computed().is_some(),
            Scoring::Judgement => !self.indicator.left_out,
        }
    }

    /// Whether a party can give points on it: the subject where they are judged, others where the line counts.
    pub fn is_given_by(&self, column: Column) -> bool {
        match column {
            Column::Own => self.indicator.scoring == Scoring::Judgement && self.applies(),
            Column::Operator | Column::Bureau => self.applies(),
        }
    }

    /// The points that count: corrected, else upheld, else the bureau's, else the operator's, else what the rule found;
    /// nothing where nobody has given any. Of a line that does not apply none count.
    pub fn points(&self) -> Option<Points> {
        if !self.applies() {
            return None;
        }
        let given = [&self.corrected, &self.upheld, &self.bureau, &self.operator];
        let given = given.into_iter().flatten().next().map(|given| given.points);
        given.or_else(|| self.computed())
    }

    /// What a party holds the line to be worth: its own points, or what the rule found; the bureau agrees with the
    /// operator where it gives none.
    pub fn by(&self, column: Column) -> Option<Points> {
        let given = match column {
            Column::Own => self.own.as_ref(),
            Column::Operator => self.operator.as_ref(),
            Column::Bureau => self.bureau.as_ref().or(self.operator.as_ref()),
        };
        given.map(|given| given.points).or_else(|| self.computed())
    }

    /// How far the parties lie apart: the widest of the self-score, the operator's or the rule's, and the bureau's.
    pub fn difference(&self) -> Points {
        let given = [&self.own, &self.operator, &self.bureau].into_iter().flatten().map(|given| given.points);
        let all: Vec<Points> = given.chain(self.computed()).collect();
        let widest = all.iter().max().zip(all.iter().min()).map(|(most, least)| most.apart(*least));
        widest.unwrap_or_default()
    }

    /// Takes the subject's own points.
    ///
    /// # Errors
    /// [`GivenFault`].
    pub fn with_own(self, given: Given) -> Result<Self, GivenFault> {
        self.by_judgement()?;
        let given = self.within(given, None)?;
        Ok(Self { own: Some(given), ..self })
    }

    /// Takes the operator's points: of a line by rule, an override with a reason.
    ///
    /// # Errors
    /// [`GivenFault`].
    pub fn with_operator(self, given: Given) -> Result<Self, GivenFault> {
        let given = self.within(given, self.computed())?;
        Ok(Self { operator: Some(given), ..self })
    }

    /// Takes the bureau's points; a reason is needed where they are not the operator's, or the rule's.
    ///
    /// # Errors
    /// [`GivenFault`].
    pub fn with_bureau(self, given: Given) -> Result<Self, GivenFault> {
        let before = self.operator.as_ref().map(|given| given.points).or_else(|| self.computed());
        let given = self.within(given, before)?;
        Ok(Self { bureau: Some(given), ..self })
    }

    /// Takes the points that an objection was upheld with; they always need a reason.
    ///
    /// # Errors
    /// [`GivenFault`].
    pub fn with_upheld(self, given: Given) -> Result<Self, GivenFault> {
        let given = self.with_reason(given)?;
        Ok(Self { upheld: Some(given), ..self })
    }

    /// Takes the points of a correction after the seal; they always need a reason.
    ///
    /// # Errors
    /// [`GivenFault`].
    pub fn with_corrected(self, given: Given) -> Result<Self, GivenFault> {
        let given = self.with_reason(given)?;
        Ok(Self { corrected: Some(given), ..self })
    }

    fn with_reason(&self, given: Given) -> Result<Given, GivenFault> {
        let before = self.points().unwrap_or_default();
        if given.note.trim().is_empty() {
            return Err(GivenFault::ReasonMissing { from: before });
        }
        self.within(given, Some(before))
    }

    fn by_judgement(&self) -> Result<(), GivenFault> {
        if self.indicator.scoring == Scoring::Judgement { Ok(()) } else { Err(GivenFault::Computed) }
    }

    fn within(&self, given: Given, before: Option<Points>) -> Result<Given, GivenFault> {
        let max = self.indicator.max;
        if self.indicator.left_out {
            return Err(GivenFault::LeftOut);
        }
        if given.points > max || given.points < Points::ZERO {
            return Err(GivenFault::TooMany { max });
        }
        let note = given.note.trim().to_owned();
        match before {
            Some(from) if from != given.points && note.is_empty() => Err(GivenFault::ReasonMissing { from }),
            _ => Ok(Given { note, ..given }),
        }
    }
}
