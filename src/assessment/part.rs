//! Who may take which part in a sheet: nobody judges their own subject, and nobody checks themselves.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::code::coded;

coded! {
    /// A part that a person takes in a sheet.
    pub enum Part {
        /// Gives the operator's points.
        Scores = "scores",
        /// Gives or confirms the bureau's.
        Confirms = "confirms",
        /// Decides on an objection.
        Decides = "decides",
        /// Asks for a correction after the seal.
        Corrects = "corrects",
        /// Approves a correction after the seal.
        Approves = "approves",
    }
}

/// Somebody's time with a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Belonging {
    pub since: NaiveDate,
    /// `None` while it goes on.
    pub ended: Option<NaiveDate>,
}

impl Belonging {
    /// Whether it keeps somebody from the subject's sheet: it goes on, or it fell on one of the days that are judged. An
    /// exit review judges none in particular.
    pub fn bars(self, judged: Option<&RangeInclusive<NaiveDate>>) -> bool {
        let was_then = |days: &RangeInclusive<NaiveDate>| {
            self.since <= *days.end() && self.ended.is_none_or(|ended| ended >= *days.start())
        };
        self.ended.is_none() || judged.is_some_and(was_then)
    }
}

/// What somebody has done with a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deed {
    pub person: Uuid,
    pub part: Part,
}

/// Why somebody may not take a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PartRefusal {
    #[error("nobody acts on a subject that they belong to")]
    OwnSubject,
    #[error("whoever {before} does not also {part}")]
    HasActed { before: Part, part: Part },
}

/// Whether a person may take a part. `belongs`: they are one of the subject's own.
///
/// # Errors
/// [`PartRefusal`]: who confirms has not scored; who decides on an objection has neither scored nor confirmed; who
/// approves a correction has taken no part before.
pub fn may_take(part: Part, person: Uuid, belongs: bool, before: &[Deed]) -> Result<(), PartRefusal> {
    if belongs {
        return Err(PartRefusal::OwnSubject);
    }
    let barred: &[Part] = match part {
        Part::Scores | Part::Corrects => &[],
        Part::Confirms => &[Part::Scores],
        Part::Decides => &[Part::Scores, Part::Confirms],
        Part::Approves => &[Part::Scores, Part::Confirms, Part::Decides, Part::Corrects],
    };
    let acted = |deed: &&Deed| deed.person == person && barred.contains(&deed.part);
    before.iter().find(acted).map_or(Ok(()), |deed| Err(PartRefusal::HasActed { before: deed.part, part }))
}
