//! A scorecard as it is typed, kept before anything is judged, and how it is read.

use serde::{Deserialize, Serialize};

use super::{
    Applicability, Bands, CardField, CardPlace, CardProblem, Indicator, IndicatorField, Kind, Scorecard,
    ScorecardFault, Scoring, Section, Veto,
};
use crate::{
    incubation::Mode,
    organisation::Standing,
    points::Points,
    typed::{self, read_points},
};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CardText {
    pub head: HeadText,
    pub sections: Vec<SectionText>,
    pub vetoes: Vec<VetoText>,
}

/// The name of the card, and its conditions.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HeadText {
    pub name: String,
    pub bonus_cap: String,
    pub deduction_cap: String,
    pub per_rectification: String,
    pub excellent: String,
    pub good: String,
    pub pass: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SectionText {
    pub name: String,
    pub indicators: Vec<IndicatorText>,
}

/// The last five are anything where the standing or mode is ticked; none of a kind ticked is all of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct IndicatorText {
    pub code: String,
    pub name: String,
    pub max: String,
    /// The code of a [`Rule`](super::Rule), or [`IndicatorText::JUDGEMENT`].
    pub scoring: String,
    pub evidence: String,
    pub article: String,
    pub registered: String,
    pub filed: String,
    pub unregistered: String,
    pub in_shell: String,
    pub out_of_shell: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct VetoText {
    pub code: String,
    pub name: String,
}

impl CardText {
    /// Rows that a draft keeps of each list. A card has fewer; what lies between is kept and shown as a fault.
    const ROWS_KEPT: usize = 100;

    /// Without spaces around its texts and rows beyond any use, and with a code for each indicator and veto that has
    /// none: `mint` makes one.
    #[must_use]
    pub fn with_codes(mut self, mut mint: impl FnMut() -> String) -> Self {
        self.sections.truncate(Self::ROWS_KEPT);
        self.vetoes.truncate(Self::ROWS_KEPT);
        for section in &mut self.sections {
            section.name = trimmed(&section.name);
            section.indicators.truncate(Self::ROWS_KEPT);
            for one in &mut section.indicators {
                for text in [&mut one.code, &mut one.name, &mut one.max, &mut one.evidence, &mut one.article] {
                    *text = trimmed(text);
                }
                if one.code.is_empty() {
                    one.code = mint();
                }
            }
        }
        for veto in &mut self.vetoes {
            (veto.code, veto.name) = (trimmed(&veto.code), trimmed(&veto.name));
            if veto.code.is_empty() {
                veto.code = mint();
            }
        }
        self
    }

    /// What the points that can be read add up to, of a section.
    pub fn sum_of(&self, section: usize) -> Points {
        self.sections.get(section).map(SectionText::sum).unwrap_or_default()
    }

    /// What the points that can be read add up to.
    pub fn sum(&self) -> Points {
        self.sections.iter().map(SectionText::sum).sum()
    }
}

impl HeadText {
    /// What stands in one field.
    pub fn text(&self, field: CardField) -> &str {
        match field {
            CardField::Name => &self.name,
            CardField::BonusCap => &self.bonus_cap,
            CardField::DeductionCap => &self.deduction_cap,
            CardField::PerRectification => &self.per_rectification,
            CardField::Excellent => &self.excellent,
            CardField::Good => &self.good,
            CardField::Pass => &self.pass,
        }
    }

    /// The same, to be written.
    pub fn text_mut(&mut self, field: CardField) -> &mut String {
        match field {
            CardField::Name => &mut self.name,
            CardField::BonusCap => &mut self.bonus_cap,
            CardField::DeductionCap => &mut self.deduction_cap,
            CardField::PerRectification => &mut self.per_rectification,
            CardField::Excellent => &mut self.excellent,
            CardField::Good => &mut self.good,
            CardField::Pass => &mut self.pass,
        }
    }
}

impl SectionText {
    fn sum(&self) -> Points {
        self.indicators.iter().filter_map(|one| read_points(&one.max).ok()).sum()
    }
}

impl IndicatorText {
    /// What [`IndicatorText::scoring`] says where people score.
    pub const JUDGEMENT: &str = "judgement";
    /// What a tick says.
    pub const TICKED: &str = "yes";

    /// What stands in the tick of a standing.
    pub fn standing_mut(&mut self, standing: Standing) -> &mut String {
        match standing {
            Standing::Registered => &mut self.registered,
            Standing::Filed => &mut self.filed,
            Standing::Unregistered => &mut self.unregistered,
        }
    }

    /// What stands in the tick of a mode.
    pub fn mode_mut(&mut self, mode: Mode) -> &mut String {
        match mode {
            Mode::InShell => &mut self.in_shell,
            Mode::OutOfShell => &mut self.out_of_shell,
        }
    }

    pub fn is_for_standing(&self, standing: Standing) -> bool {
        let tick = match standing {
            Standing::Registered => &self.registered,
            Standing::Filed => &self.filed,
            Standing::Unregistered => &self.unregistered,
        };
        !tick.is_empty()
    }

    pub fn is_for_mode(&self, mode: Mode) -> bool {
        let tick = match mode {
            Mode::InShell => &self.in_shell,
            Mode::OutOfShell => &self.out_of_shell,
        };
        !tick.is_empty()
    }

    /// Everything of a kind ticked is the same as nothing ticked.
    fn applicability(&self, kind: Kind) -> Applicability {
        let standings: Vec<_> = Standing::ALL.iter().copied().filter(|one| self.is_for_standing(*one)).collect();
        let modes: Vec<_> = Mode::ALL.iter().copied().filter(|one| self.is_for_mode(*one)).collect();
        Applicability {
            standings: if standings == kind.standings() { Vec::new() } else { standings },
            modes: if modes == kind.modes() { Vec::new() } else { modes },
        }
    }
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

/// Makes a scorecard of what was typed, or says everything that stands in the way of publishing it: what cannot be
/// read, and the [faults](Scorecard::faults) of the rest.
///
/// # Errors
/// Every [`CardProblem`], what cannot be read first.
pub fn read_card(kind: Kind, typed: &CardText) -> Result<Scorecard, Vec<CardProblem>> {
    let mut reading = Reading { kind, unread: Vec::new() };
    let card = reading.card(typed);
    let unread = reading.unread;
    let missed = |place: CardPlace| unread.iter().any(|problem| problem.place == place);
    let points_missed =
        unread.iter().any(|problem| matches!(problem.place, CardPlace::Indicator(_, _, IndicatorField::Max)));
    let bands = [CardField::Excellent, CardField::Good, CardField::Pass].map(CardPlace::Head);
    let stands = |problem: &CardProblem| match problem.fault {
        ScorecardFault::DoesNotAddUp { .. } => !points_missed,
        ScorecardFault::BandsOutOfOrder => !bands.into_iter().any(missed),
        _ => !missed(problem.place),
    };
    let faults: Vec<_> = card.faults().into_iter().filter(stands).collect();
    if unread.is_empty() && faults.is_empty() { Ok(card) } else { Err(unread.into_iter().chain(faults).collect()) }
}

struct Reading {
    kind: Kind,
    unread: Vec<CardProblem>,
}

impl Reading {
    /// The card, with nothing where something cannot be read.
    fn card(&mut self, typed: &CardText) -> Scorecard {
        let mut head = |field| self.points(CardPlace::Head(field), typed.head.text(field));
        let [bonus_cap, deduction_cap, per_rectification] =
            [CardField::BonusCap, CardField::DeductionCap, CardField::PerRectification].map(&mut head);
        let [excellent, good, pass] = [CardField::Excellent, CardField::Good, CardField::Pass].map(&mut head);
        let sections = typed.sections.iter().enumerate();
        let sections = sections.map(|(at, section)| Section {
            name: trimmed(&section.name),
            indicators: (0..).zip(&section.indicators).map(|(row, one)| self.indicator((at, row), one)).collect(),
        });
        let sections = sections.collect();
        Scorecard {
            kind: self.kind,
            name: trimmed(&typed.head.name),
            sections,
            bonus_cap,
            deduction_cap,
            per_rectification,
            vetoes: typed
                .vetoes
                .iter()
                .map(|veto| Veto { code: trimmed(&veto.code), name: trimmed(&veto.name) })
                .collect(),
            bands: Bands { excellent, good, pass },
        }
    }

    fn indicator(&mut self, (section, row): (usize, usize), typed: &IndicatorText) -> Indicator {
        let place = |field| CardPlace::Indicator(section, row, field);
        Indicator {
            code: trimmed(&typed.code),
            name: trimmed(&typed.name),
            max: self.points(place(IndicatorField::Max), &typed.max),
            scoring: self.scoring(place(IndicatorField::Scoring), &typed.scoring),
            evidence: trimmed(&typed.evidence),
            article: trimmed(&typed.article),
            applies_to: typed.applicability(self.kind),
            left_out: false,
        }
    }

    fn scoring(&mut self, place: CardPlace, typed: &str) -> Scoring {
        if typed == IndicatorText::JUDGEMENT {
            return Scoring::Judgement;
        }
        let rule = typed.parse().map(Scoring::Rule);
        rule.unwrap_or_else(|_| {
            self.missed(place, typed::Fault::UnknownChoice);
            Scoring::Judgement
        })
    }

    fn points(&mut self, place: CardPlace, typed: &str) -> Points {
        read_points(typed).unwrap_or_else(|fault| {
            self.missed(place, fault);
            Points::ZERO
        })
    }

    fn missed(&mut self, place: CardPlace, fault: typed::Fault) {
        self.unread.push(CardProblem { place, fault: ScorecardFault::Typed(fault) });
    }
}

/// A scorecard as it would be typed, to be changed; read again it is the same scorecard.
impl From<&Scorecard> for CardText {
    fn from(card: &Scorecard) -> Self {
        let Bands { excellent, good, pass } = card.bands;
        Self {
            head: HeadText {
                name: card.name.clone(),
                bonus_cap: card.bonus_cap.to_string(),
                deduction_cap: card.deduction_cap.to_string(),
                per_rectification: card.per_rectification.to_string(),
                excellent: excellent.to_string(),
                good: good.to_string(),
                pass: pass.to_string(),
            },
            sections: card
                .sections
                .iter()
                .map(|section| SectionText {
                    name: section.name.clone(),
                    indicators: section.indicators.iter().map(IndicatorText::from).collect(),
                })
                .collect(),
            vetoes: card
                .vetoes
                .iter()
                .map(|veto| VetoText { code: veto.code.clone(), name: veto.name.clone() })
                .collect(),
        }
    }
}

impl From<&Indicator> for IndicatorText {
    fn from(indicator: &Indicator) -> Self {
        let mut text = Self {
            code: indicator.code.clone(),
            name: indicator.name.clone(),
            max: indicator.max.to_string(),
            scoring: match indicator.scoring {
                Scoring::Rule(rule) => rule.code().to_owned(),
                Scoring::Judgement => Self::JUDGEMENT.to_owned(),
            },
            evidence: indicator.evidence.clone(),
            article: indicator.article.clone(),
            ..Self::default()
        };
        for standing in &indicator.applies_to.standings {
            Self::TICKED.clone_into(text.standing_mut(*standing));
        }
        for mode in &indicator.applies_to.modes {
            Self::TICKED.clone_into(text.mode_mut(*mode));
        }
        text
    }
}
