//! What can be wrong with a scorecard, and where in its form that stands.

use serde::{Deserialize, Serialize};

use crate::{code::coded, points::Points, typed};

coded! {
    /// A field of the card as a whole, by its name in the form.
    pub enum CardField {
        Name = "name",
        BonusCap = "bonus_cap",
        DeductionCap = "deduction_cap",
        PerRectification = "per_rectification",
        Excellent = "excellent",
        Good = "good",
        Pass = "pass",
    }
}

coded! {
    /// A field of an indicator, by its name in the form.
    pub enum IndicatorField {
        Name = "name",
        Max = "max",
        Scoring = "scoring",
        Evidence = "evidence",
        Code = "code",
        Article = "article",
        AppliesTo = "applies_to",
    }
}

coded! {
    /// A field of a veto, by its name in the form.
    pub enum VetoField {
        Name = "name",
        Code = "code",
    }
}

/// Where in the form something stands; rows are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardPlace {
    Head(CardField),
    /// All sections together.
    Sections,
    /// The name of a section.
    Section(usize),
    /// A field of an indicator of a section.
    Indicator(usize, usize, IndicatorField),
    /// All vetoes together.
    Vetoes,
    Veto(usize, VetoField),
}

/// Why a scorecard cannot be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum ScorecardFault {
    /// As for any field of text or number.
    Typed(typed::Fault),
    /// The section has no indicator.
    EmptySection,
    /// The code is not of `a–z`, `0–9` and `_`, or is too long.
    CodeUnfit,
    /// An earlier row has the same code.
    CodeTaken,
    /// The indicator gives no points.
    WorthNothing,
    /// The rule finds nothing for subjects of this kind.
    RuleOfAnotherKind,
    /// A standing or mode that no subject of this kind has.
    AppliesToNobody,
    /// The indicators do not add up to 100.00.
    DoesNotAddUp { sum: Points },
    /// The bands do not descend from 100.00 to above 0.
    BandsOutOfOrder,
}

/// What is wrong there; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardProblem {
    pub place: CardPlace,
    pub fault: ScorecardFault,
}
