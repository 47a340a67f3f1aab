use serde::{Deserialize, Serialize};

use super::{CountingRule, Evidence, Measure, Standard, even_split};
use crate::code::coded;

coded! {
    /// A field of one target, by its name in the form.
    pub enum TargetField {
        Name = "name",
        Unit = "unit",
        Measure = "measure",
        Annual = "annual",
        First = "first",
        Second = "second",
        Third = "third",
        Fourth = "fourth",
        Owner = "owner",
        Helpers = "helpers",
        Evidence = "evidence",
        Rule = "rule",
    }
}

impl TargetField {
    /// Those of the four quarters.
    pub const QUARTERS: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];
}

/// What is to be reached in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// A [`Standard`]'s, or an id of the base's own; the same in every version and year.
    pub code: String,
    /// As the base calls it; a standard one is called by its catalogue.
    pub name: String,
    /// What is counted; empty for money and rates.
    pub unit: String,
    pub measure: Measure,
    pub rule: CountingRule,
    /// In the measure's unit, at least 1.
    pub annual: i64,
    /// For each quarter; they add up to the year, or are each the year's where the measure is a rate.
    pub split: [i64; 4],
    /// 责任人, by name.
    pub owner: String,
    /// Who helps, by name; may be empty.
    pub helpers: String,
    pub evidence: Evidence,
}

impl Target {
    /// Working days from the submission of a year's targets within which the bureau decides on them: as many as a plan's
    /// approver has (**default**). Nothing follows where it does not but that it is reminded.
    pub const DECISION_DAYS: u32 = 3;
    /// The most targets of a year.
    pub const MOST: usize = 60;
    /// The longest name of a target and list of helpers, in characters.
    pub const LONGEST_NAME: usize = 60;
    /// The longest name of an owner, in characters.
    pub const LONGEST_OWNER: usize = 50;
    /// The longest unit, in characters.
    pub const LONGEST_UNIT: usize = 10;
    /// The largest count.
    pub const MAX_COUNT: u32 = 10_000_000;

    /// What is planned up to the end of a quarter, 1 to 4; all of it beyond.
    pub fn planned_by(&self, quarter: u32) -> i64 {
        if !self.measure.adds_up() {
            return self.annual;
        }
        let quarters = usize::try_from(quarter).unwrap_or(4).min(4);
        self.split[..quarters].iter().sum()
    }
}

/// As the catalogue has it, evenly divided, with nobody to own it yet.
impl From<&Standard> for Target {
    fn from(standard: &Standard) -> Self {
        Self {
            code: standard.code.to_owned(),
            name: standard.chinese.to_owned(),
            unit: standard.unit.to_owned(),
            measure: standard.measure,
            rule: standard.rule,
            annual: standard.annual,
            split: even_split(standard.measure, standard.annual),
            owner: String::new(),
            helpers: String::new(),
            evidence: standard.evidence,
        }
    }
}
