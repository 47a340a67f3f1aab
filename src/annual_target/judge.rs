//! The rule of the targets' form: a draft is a year's targets, or these are its problems, all of them at once.

use serde::{Deserialize, Serialize};

use super::{CountingRule, Draft, DraftTarget, Evidence, Measure, Target, TargetField, standard};
use crate::typed::{self, read_basis_points, read_cents, read_count};

/// Where in the form something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The list as a whole.
    Targets,
    /// A field of a row, counted from 0.
    Target(usize, TargetField),
}

/// What is wrong there; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// As for any field of text or number.
    Typed(typed::Fault),
    /// A year needs at least one target.
    NoTarget,
    /// A plan of 0 plans nothing: the row is to be removed.
    Zero,
    /// The quarters do not add up to the year, both in the measure's unit.
    DoesNotAddUp { annual: i64, quarters: i64, measure: Measure },
    /// An earlier row has the same name.
    NamedTwice,
    /// What the rule counts is of this measure, and the target of another.
    CountsOtherwise { measure: Measure },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub place: Place,
    pub fault: Fault,
}

/// A year over its quarters as evenly as it goes, the rest on the later ones; a rate is the same in each.
///
/// ```
/// use hatchboard::annual_target::{Measure, even_split};
/// assert_eq!(even_split(Measure::Count, 10), [2, 2, 3, 3]);
/// assert_eq!(even_split(Measure::Rate, 9_000), [9_000; 4]);
/// ```
pub fn even_split(measure: Measure, annual: i64) -> [i64; 4] {
    if !measure.adds_up() {
        return [annual; 4];
    }
    let (least, rest) = (annual.div_euclid(4), annual.rem_euclid(4));
    [0, 1, 2, 3].map(|quarter| least + i64::from(quarter >= 4 - rest))
}

/// Makes the targets of a year of a draft whose rows have codes ([`Draft::with_codes`]). Quarters that are all left
/// blank are divided evenly; of some, the blank ones plan nothing.
///
/// # Errors
/// Every [`Problem`], in the order of the form.
pub fn judge(draft: &Draft) -> Result<Vec<Target>, Vec<Problem>> {
    let mut problems = Vec::new();
    let found = draft.targets.len();
    if found == 0 {
        problems.push(Problem { place: Place::Targets, fault: Fault::NoTarget });
    }
    if found > Target::MOST {
        let fault = Fault::Typed(typed::Fault::TooMany { limit: Target::MOST, found });
        problems.push(Problem { place: Place::Targets, fault });
    }
    let mut targets: Vec<Target> = Vec::with_capacity(found);
    for (row, typed) in draft.targets.iter().enumerate() {
        let judged = Judged { row, typed };
        let target = judged.judge(&mut problems);
        let named = |one: &DraftTarget| one.name.trim() == typed.name.trim();
        if !typed.name.trim().is_empty() && draft.targets[..row].iter().any(named) {
            problems.push(judged.problem(TargetField::Name, Fault::NamedTwice));
        }
        targets.extend(target);
    }
    if problems.is_empty() { Ok(targets) } else { Err(problems) }
}

struct Judged<'d> {
    row: usize,
    typed: &'d DraftTarget,
}

impl Judged<'_> {
    fn problem(&self, field: TargetField, fault: Fault) -> Problem {
        Problem { place: Place::Target(self.row, field), fault }
    }

    fn judge(&self, problems: &mut Vec<Problem>) -> Option<Target> {
        let known = standard(&self.typed.code);
        let measure = known.map_or_else(|| self.choice(TargetField::Measure, problems), |known| Some(known.measure));
        let name = self.text(TargetField::Name, Target::LONGEST_NAME, true, problems);
        let counted = measure.is_none_or(|measure| measure == Measure::Count);
        let unit = self.text(TargetField::Unit, Target::LONGEST_UNIT, counted, problems);
        let annual = measure.and_then(|measure| self.annual(measure, problems));
        let split = measure.zip(annual).and_then(|(measure, annual)| self.split(measure, annual, problems));
        let owner = self.text(TargetField::Owner, Target::LONGEST_OWNER, true, problems);
        let helpers = self.text(TargetField::Helpers, Target::LONGEST_NAME, false, problems);
        let evidence: Option<Evidence> = self.choice(TargetField::Evidence, problems);
        let rule = known.map_or_else(|| self.rule(measure, problems), |known| Some(known.rule));
        Some(Target {
            code: self.typed.code.clone(),
            name: name?,
            unit: unit?,
            measure: measure?,
            rule: rule?,
            annual: annual?,
            split: split?,
            owner: owner?,
            helpers: helpers?,
            evidence: evidence?,
        })
    }

    fn choice<T: std::str::FromStr>(&self, field: TargetField, problems: &mut Vec<Problem>) -> Option<T> {
        let choice = self.typed.text(field).parse().ok();
        if choice.is_none() {
            problems.push(self.problem(field, Fault::Typed(typed::Fault::UnknownChoice)));
        }
        choice
    }

    /// How a target of the base's own is counted. `measure`: its own, where that is known.
    fn rule(&self, measure: Option<Measure>, problems: &mut Vec<Problem>) -> Option<CountingRule> {
        let text = self.typed.rule.trim();
        if text.is_empty() {
            return Some(CountingRule::Entered);
        }
        let offered = CountingRule::from_code(text).filter(|rule| CountingRule::FOR_OWN.contains(rule));
        let fault = match offered.map(|rule| (rule, rule.measure())) {
            None => Fault::Typed(typed::Fault::UnknownChoice),
            Some((_, Some(of))) if measure.is_some_and(|measure| measure != of) => {
                Fault::CountsOtherwise { measure: of }
            }
            Some((rule, _)) => return Some(rule),
        };
        problems.push(self.problem(TargetField::Rule, fault));
        None
    }

    fn text(&self, field: TargetField, limit: usize, required: bool, problems: &mut Vec<Problem>) -> Option<String> {
        let text = self.typed.text(field).split_whitespace().collect::<Vec<_>>().join(" ");
        let read = typed::bounded(text, limit, required).map_err(Fault::Typed);
        read.map_err(|fault| problems.push(self.problem(field, fault))).ok()
    }

    fn annual(&self, measure: Measure, problems: &mut Vec<Problem>) -> Option<i64> {
        let fault = match read(measure, &self.typed.annual) {
            Ok(0) => Fault::Zero,
            Ok(annual) => return Some(annual),
            Err(fault) => Fault::Typed(fault),
        };
        problems.push(self.problem(TargetField::Annual, fault));
        None
    }

    fn split(&self, measure: Measure, annual: i64, problems: &mut Vec<Problem>) -> Option<[i64; 4]> {
        let texts = TargetField::QUARTERS.map(|field| self.typed.text(field).trim());
        if !measure.adds_up() || texts.iter().all(|text| text.is_empty()) {
            return Some(even_split(measure, annual));
        }
        let before = problems.len();
        let mut split = [0; 4];
        for ((field, text), quarter) in TargetField::QUARTERS.into_iter().zip(texts).zip(&mut split) {
            match if text.is_empty() { Ok(0) } else { read(measure, text) } {
                Ok(number) => *quarter = number,
                Err(fault) => problems.push(self.problem(field, Fault::Typed(fault))),
            }
        }
        if problems.len() > before {
            return None;
        }
        let quarters: i64 = split.iter().sum();
        if quarters != annual {
            problems.push(self.problem(TargetField::Annual, Fault::DoesNotAddUp { annual, quarters, measure }));
            return None;
        }
        Some(split)
    }
}

/// A number as it is typed, in the measure's unit.
pub(super) fn read(measure: Measure, text: &str) -> Result<i64, typed::Fault> {
    match measure {
        Measure::Count => read_count(text, Target::MAX_COUNT).map(i64::from),
        Measure::Money => read_cents(text),
        Measure::Rate => read_basis_points(text).map(i64::from),
    }
}
