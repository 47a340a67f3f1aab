use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::{code::coded, points::Points};

coded! {
    /// Whom a scorecard is for.
    pub enum Kind {
        /// Organisations that are registered, or about to be.
        Organisation = "organisation",
        /// Filed community organisations.
        Community = "community",
        /// The base itself.
        Base = "base",
        /// Before hatching.
        ExitReview = "exit_review",
    }
}

/// What is scored, and for how much. A version that an assessment has used never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scorecard {
    pub kind: Kind,
    pub name: String,
    pub sections: Vec<Section>,
    /// The most that extra points add.
    pub bonus_cap: Points,
    /// The most that deductions take away.
    pub deduction_cap: Points,
    /// What each rectification that was not closed in time takes away.
    pub per_rectification: Points,
    pub vetoes: Vec<Veto>,
    pub bands: Bands,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub name: String,
    pub indicators: Vec<Indicator>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// The same in every version.
    pub code: String,
    pub name: String,
    pub max: Points,
    pub scoring: Scoring,
    /// What shows it, in words; may be empty for what the program computes.
    pub evidence: String,
}

/// Who says how many points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scoring {
    /// The program, by a published rule.
    Rule(Rule),
    /// People, each with a note and evidence.
    Judgement,
}

/// What makes a sheet fail whatever its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Veto {
    pub code: String,
    pub name: String,
}

/// From how many points on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    pub excellent: Points,
    pub good: Points,
    pub pass: Points,
}

coded! {
    /// What a total is called.
    pub enum Band {
        /// 优秀.
        Excellent = "excellent",
        /// 良好.
        Good = "good",
        /// 合格.
        Pass = "pass",
        /// 不合格.
        Fail = "fail",
    }
}

impl Bands {
    /// 90, 80 and 60 (domain: *Scorecards*, default).
    pub const DEFAULT: Self = Self { excellent: Points::whole(90), good: Points::whole(80), pass: Points::whole(60) };

    pub fn of(self, total: Points) -> Band {
        match total {
            total if total >= self.excellent => Band::Excellent,
            total if total >= self.good => Band::Good,
            total if total >= self.pass => Band::Pass,
            _ => Band::Fail,
        }
    }
}

/// Why a scorecard cannot be published.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScorecardFault {
    #[error("a name is needed")]
    NameMissing,
    #[error("section {section} has no indicator")]
    EmptySection { section: usize },
    #[error("the indicator {code} has no name")]
    IndicatorNameMissing { code: String },
    #[error("no two indicators are called {code}")]
    CodeTaken { code: String },
    #[error("the indicator {code} is worth nothing")]
    WorthNothing { code: String },
    #[error("the indicators add up to {sum}, not to 100.00")]
    DoesNotAddUp { sum: Points },
    #[error("the bands do not descend from 100.00")]
    BandsOutOfOrder,
}

impl Scorecard {
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.sections.iter().flat_map(|section| &section.indicators)
    }

    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators().find(|indicator| indicator.code == code)
    }

    /// Everything that stands in the way of publishing it, in the order of the sheet.
    pub fn faults(&self) -> Vec<ScorecardFault> {
        let mut faults = Vec::new();
        if self.name.trim().is_empty() {
            faults.push(ScorecardFault::NameMissing);
        }
        let empty = self.sections.iter().enumerate().filter(|(_, section)| section.indicators.is_empty());
        faults.extend(empty.map(|(section, _)| ScorecardFault::EmptySection { section }));
        let mut codes = BTreeSet::new();
        for indicator in self.indicators() {
            let code = || indicator.code.clone();
            if indicator.name.trim().is_empty() {
                faults.push(ScorecardFault::IndicatorNameMissing { code: code() });
            }
            if !codes.insert(indicator.code.as_str()) {
                faults.push(ScorecardFault::CodeTaken { code: code() });
            }
            if indicator.max <= Points::ZERO {
                faults.push(ScorecardFault::WorthNothing { code: code() });
            }
        }
        let sum: Points = self.indicators().map(|indicator| indicator.max).sum();
        if sum != Points::HUNDRED {
            faults.push(ScorecardFault::DoesNotAddUp { sum });
        }
        let Bands { excellent, good, pass } = self.bands;
        if !(Points::HUNDRED >= excellent && excellent > good && good > pass && pass > Points::ZERO) {
            faults.push(ScorecardFault::BandsOutOfOrder);
        }
        faults
    }
}

/// What one version of a scorecard says otherwise than the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardChange {
    Added(Indicator),
    Removed(Indicator),
    /// The indicator before and now.
    Changed(Indicator, Indicator),
    /// Caps, deductions, vetoes or bands.
    Conditions,
}

/// What changed between two versions: indicators in the order of the new one, those that it lacks, the conditions.
pub fn differences(old: &Scorecard, new: &Scorecard) -> Vec<CardChange> {
    let of_new = new.indicators().filter_map(|indicator| match old.indicator(&indicator.code) {
        None => Some(CardChange::Added(indicator.clone())),
        Some(before) if before == indicator => None,
        Some(before) => Some(CardChange::Changed(before.clone(), indicator.clone())),
    });
    let gone = old.indicators().filter(|indicator| new.indicator(&indicator.code).is_none());
    let conditions = |card: &Scorecard| {
        (card.bonus_cap, card.deduction_cap, card.per_rectification, card.vetoes.clone(), card.bands)
    };
    let otherwise = (conditions(old) != conditions(new)).then_some(CardChange::Conditions);
    of_new.chain(gone.cloned().map(CardChange::Removed)).chain(otherwise).collect()
}
