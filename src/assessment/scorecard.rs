use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Applicability, CardField, CardPlace, CardProblem, IndicatorField, Rule, ScorecardFault, VetoField};
use crate::{code::coded, incubation::Mode, organisation::Standing, points::Points, typed};

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
        /// 年度考核, of organisations and of the base: the mean of the quarters, and the year-end review.
        Annual = "annual",
    }
}

coded! {
    /// Where a version of a scorecard stands.
    pub enum CardState {
        Draft = "draft",
        /// In force.
        Published = "published",
        /// A newer one is in force.
        Superseded = "superseded",
    }
}

impl Kind {
    /// The standings that a subject of this kind can have; none for the base.
    pub const fn standings(self) -> &'static [Standing] {
        match self {
            Self::Organisation => &[Standing::Registered, Standing::Unregistered],
            Self::Community => &[Standing::Filed],
            Self::Base => &[],
            Self::ExitReview | Self::Annual => Standing::ALL,
        }
    }

    /// The modes that a subject of this kind can have; none for the base.
    pub const fn modes(self) -> &'static [Mode] {
        match self {
            Self::Organisation | Self::Community | Self::ExitReview | Self::Annual => Mode::ALL,
            Self::Base => &[],
        }
    }

    /// Whether reference data stand beside its sheets: whoever confirms one says whether and how they were used.
    pub const fn has_references(self) -> bool {
        matches!(self, Self::Base)
    }

    /// The rules that find something for a subject of this kind.
    pub const fn rules(self) -> &'static [Rule] {
        match self {
            Self::Organisation | Self::Community => {
                &[Rule::WeeklyOnTime, Rule::PlanCompletion, Rule::ActivitiesAgainstPlan, Rule::TrainingAttendance]
            }
            Self::Base => &[
                Rule::WeeklyOnTime,
                Rule::PlanCompletion,
                Rule::Admitted,
                Rule::Hatched,
                Rule::Trainings,
                Rule::MatchedProjects,
                Rule::FundsReceived,
                Rule::SheetsOnTime,
                Rule::FollowUpsOnTime,
                Rule::ClosedOnTime,
                Rule::AdviceOnTime,
            ],
            Self::ExitReview => &[],
            Self::Annual => &[Rule::QuartersMean],
        }
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
    /// The article of a rule document that it rests on, such as `运营管理办法 第十二条`; may be empty.
    #[serde(default)]
    pub article: String,
    /// To whom it applies; to everybody where an older card does not say.
    #[serde(default)]
    pub applies_to: Applicability,
    /// Of a sheet's card: the subject is none of those, so that the line is shown and counts nothing. Of no version of a
    /// scorecard.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}

impl Indicator {
    /// Whether it is scored for a subject of this standing, nurtured in this mode. Without a known mode, whatever is
    /// limited to one does not apply.
    ///
    /// ```
    /// use hatchboard::{assessment::organisation, incubation::Mode, organisation::Standing};
    /// let card = organisation();
    /// assert!(card.indicators().all(|one| one.applies_to(Standing::Registered, Mode::InShell)));
    /// ```
    pub fn applies_to(&self, standing: Standing, mode: impl Into<Option<Mode>>) -> bool {
        self.applies_to.covers(standing, mode.into())
    }
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

impl Scorecard {
    /// The most sections of a card.
    pub const MOST_SECTIONS: usize = 20;
    /// The most indicators of a card, over all sections.
    pub const MOST_INDICATORS: usize = 80;
    /// The most vetoes of a card.
    pub const MOST_VETOES: usize = 20;
    /// The longest name of a card, a section, an indicator, a veto or an article, in characters.
    pub const LONGEST_NAME: usize = 60;
    /// The longest words about evidence, in characters.
    pub const LONGEST_WORDS: usize = 200;
    /// The longest code, in characters of `a–z`, `0–9` and `_`.
    pub const LONGEST_CODE: usize = 40;

    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.sections.iter().flat_map(|section| &section.indicators)
    }

    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.indicators().find(|indicator| indicator.code == code)
    }

    /// The points of all indicators.
    pub fn sum(&self) -> Points {
        self.indicators().map(|indicator| indicator.max).sum()
    }

    /// Everything that stands in the way of publishing it, in the order of its form.
    pub fn faults(&self) -> Vec<CardProblem> {
        let mut faults = Faults::default();
        self.head(&mut faults);
        if self.sections.len() > Self::MOST_SECTIONS {
            let found = self.sections.len();
            faults.typed(CardPlace::Sections, typed::Fault::TooMany { limit: Self::MOST_SECTIONS, found });
        }
        let mut codes = BTreeSet::new();
        for (at, section) in self.sections.iter().enumerate() {
            faults.text(CardPlace::Section(at), &section.name, Self::LONGEST_NAME, true);
            if section.indicators.is_empty() {
                faults.add(CardPlace::Section(at), ScorecardFault::EmptySection);
            }
            for (row, indicator) in section.indicators.iter().enumerate() {
                let place = |field| CardPlace::Indicator(at, row, field);
                self.indicator_faults(indicator, place, &mut faults);
                if !codes.insert(indicator.code.as_str()) {
                    faults.add(place(IndicatorField::Code), ScorecardFault::CodeTaken);
                }
            }
        }
        let found = self.indicators().count();
        if found > Self::MOST_INDICATORS {
            faults.typed(CardPlace::Sections, typed::Fault::TooMany { limit: Self::MOST_INDICATORS, found });
        }
        let sum = self.sum();
        if sum != Points::HUNDRED {
            faults.add(CardPlace::Sections, ScorecardFault::DoesNotAddUp { sum });
        }
        self.veto_faults(&mut faults);
        faults.0
    }

    fn head(&self, faults: &mut Faults) {
        faults.text(CardPlace::Head(CardField::Name), &self.name, Self::LONGEST_NAME, true);
        let conditions = [
            (CardField::BonusCap, self.bonus_cap),
            (CardField::DeductionCap, self.deduction_cap),
            (CardField::PerRectification, self.per_rectification),
        ];
        for (field, _) in conditions.into_iter().filter(|(_, points)| *points > Points::HUNDRED) {
            faults.typed(CardPlace::Head(field), typed::Fault::TooLarge { limit: 100 });
        }
        let Bands { excellent, good, pass } = self.bands;
        if !(Points::HUNDRED >= excellent && excellent > good && good > pass && pass > Points::ZERO) {
            faults.add(CardPlace::Head(CardField::Excellent), ScorecardFault::BandsOutOfOrder);
        }
    }

    fn indicator_faults(&self, one: &Indicator, place: impl Fn(IndicatorField) -> CardPlace, faults: &mut Faults) {
        faults.code(place(IndicatorField::Code), &one.code);
        faults.text(place(IndicatorField::Name), &one.name, Self::LONGEST_NAME, true);
        if one.max <= Points::ZERO {
            faults.add(place(IndicatorField::Max), ScorecardFault::WorthNothing);
        }
        if let Scoring::Rule(rule) = one.scoring
            && !self.kind.rules().contains(&rule)
        {
            faults.add(place(IndicatorField::Scoring), ScorecardFault::RuleOfAnotherKind);
        }
        faults.text(place(IndicatorField::Evidence), &one.evidence, Self::LONGEST_WORDS, false);
        faults.text(place(IndicatorField::Article), &one.article, Self::LONGEST_NAME, false);
        let Applicability { standings, modes } = &one.applies_to;
        let known = standings.iter().all(|standing| self.kind.standings().contains(standing))
            && modes.iter().all(|mode| self.kind.modes().contains(mode));
        if !known {
            faults.add(place(IndicatorField::AppliesTo), ScorecardFault::AppliesToNobody);
        }
    }

    fn veto_faults(&self, faults: &mut Faults) {
        if self.vetoes.len() > Self::MOST_VETOES {
            let found = self.vetoes.len();
            faults.typed(CardPlace::Vetoes, typed::Fault::TooMany { limit: Self::MOST_VETOES, found });
        }
        let mut codes = BTreeSet::new();
        for (row, veto) in self.vetoes.iter().enumerate() {
            faults.code(CardPlace::Veto(row, VetoField::Code), &veto.code);
            if !codes.insert(veto.code.as_str()) {
                faults.add(CardPlace::Veto(row, VetoField::Code), ScorecardFault::CodeTaken);
            }
            faults.text(CardPlace::Veto(row, VetoField::Name), &veto.name, Self::LONGEST_NAME, true);
        }
    }
}

/// What is found wrong, one after the other.
#[derive(Default)]
struct Faults(Vec<CardProblem>);

impl Faults {
    fn add(&mut self, place: CardPlace, fault: ScorecardFault) {
        self.0.push(CardProblem { place, fault });
    }

    fn typed(&mut self, place: CardPlace, fault: typed::Fault) {
        self.add(place, ScorecardFault::Typed(fault));
    }

    fn text(&mut self, place: CardPlace, text: &str, limit: usize, required: bool) {
        match text.trim().chars().count() {
            0 if required => self.typed(place, typed::Fault::Required),
            found if found > limit => self.typed(place, typed::Fault::TooLong { limit, found }),
            _ => {}
        }
    }

    fn code(&mut self, place: CardPlace, code: &str) {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if code.is_empty() || code.len() > Scorecard::LONGEST_CODE || !code.bytes().all(fits) {
            self.add(place, ScorecardFault::CodeUnfit);
        }
    }
}
