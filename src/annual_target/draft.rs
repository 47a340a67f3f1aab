use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{CATALOGUE, Measure, Target, TargetField, standard};

/// The targets of a year as they were typed, kept before anything is judged.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub targets: Vec<DraftTarget>,
}

/// One row, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftTarget {
    pub code: String,
    pub name: String,
    pub unit: String,
    pub measure: String,
    pub annual: String,
    pub first: String,
    pub second: String,
    pub third: String,
    pub fourth: String,
    pub owner: String,
    pub helpers: String,
    pub evidence: String,
    /// The code of a [`CountingRule`](super::CountingRule); blank is to be entered.
    pub rule: String,
}

impl Draft {
    /// Rows that a draft keeps; a year may have fewer ([`Target::MOST`]). What lies between is kept and shown as a
    /// fault.
    pub const ROWS_KEPT: usize = 120;

    /// The whole catalogue, to be given owners.
    pub fn of_catalogue() -> Self {
        Self { targets: CATALOGUE.iter().map(|standard| DraftTarget::from(&Target::from(standard))).collect() }
    }

    /// Without blank rows, and with a code for each: `mint` makes one where it is missing or taken already. What the
    /// catalogue settles is the catalogue's.
    #[must_use]
    pub fn with_codes(self, mut mint: impl FnMut() -> Uuid) -> Self {
        let mut taken: Vec<String> = Vec::with_capacity(self.targets.len());
        let targets = self.targets.into_iter().filter(|row| !row.is_blank()).take(Self::ROWS_KEPT);
        let targets = targets.map(|row| {
            let known = standard(&row.code).is_some() || row.code.parse::<Uuid>().is_ok();
            let code = if known && !taken.contains(&row.code) { row.code.clone() } else { mint().to_string() };
            taken.push(code.clone());
            DraftTarget { code, ..row }.settled_by_the_catalogue()
        });
        Self { targets: targets.collect() }
    }
}

impl DraftTarget {
    /// Whether nothing has been typed in the row; such a row is no target.
    pub fn is_blank(&self) -> bool {
        let typed = [&self.code, &self.name, &self.annual, &self.owner];
        typed.iter().all(|text| text.trim().is_empty())
    }

    /// What stands in one field of the row.
    pub fn text(&self, field: TargetField) -> &str {
        match field {
            TargetField::Name => &self.name,
            TargetField::Unit => &self.unit,
            TargetField::Measure => &self.measure,
            TargetField::Annual => &self.annual,
            TargetField::First => &self.first,
            TargetField::Second => &self.second,
            TargetField::Third => &self.third,
            TargetField::Fourth => &self.fourth,
            TargetField::Owner => &self.owner,
            TargetField::Helpers => &self.helpers,
            TargetField::Evidence => &self.evidence,
            TargetField::Rule => &self.rule,
        }
    }

    fn settled_by_the_catalogue(self) -> Self {
        let Some(standard) = standard(&self.code) else { return self };
        Self {
            name: standard.chinese.to_owned(),
            unit: standard.unit.to_owned(),
            measure: standard.measure.code().to_owned(),
            evidence: standard.evidence.code().to_owned(),
            rule: standard.rule.code().to_owned(),
            ..self
        }
    }
}

/// Targets as they would be typed, to be changed; judged again they are the same targets.
impl From<&[Target]> for Draft {
    fn from(targets: &[Target]) -> Self {
        Self { targets: targets.iter().map(DraftTarget::from).collect() }
    }
}

impl From<&Target> for DraftTarget {
    fn from(target: &Target) -> Self {
        let number = |number| typed(target.measure, number);
        let [first, second, third, fourth] =
            if target.measure.adds_up() { target.split.map(number) } else { [const { String::new() }; 4] };
        Self {
            code: target.code.clone(),
            name: target.name.clone(),
            unit: target.unit.clone(),
            measure: target.measure.code().to_owned(),
            annual: number(target.annual),
            first,
            second,
            third,
            fourth,
            owner: target.owner.clone(),
            helpers: target.helpers.clone(),
            evidence: target.evidence.code().to_owned(),
            rule: target.rule.code().to_owned(),
        }
    }
}

/// A number as it is typed: pieces, 元 with the cents it has, percent with the hundredths it has.
fn typed(measure: Measure, number: i64) -> String {
    match measure {
        Measure::Count => number.to_string(),
        Measure::Money | Measure::Rate => match (number / 100, number % 100) {
            (whole, 0) => whole.to_string(),
            (whole, hundredths) => format!("{whole}.{hundredths:02}"),
        },
    }
}
