//! A sheet as the command line prints it, and as it is sealed: anyone can add it up again.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::{Band, Facts, Line, Scoring, Sheet, State, entity::assessment};
use super::{evidence::DocumentFile, gather::ByIndicator, report_sample::SealedSample};
use crate::{points::Points, store::StoreError};

/// A sheet with everything that its total comes from; points are texts with two decimals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Document {
    /// The credit code; the name where there is none.
    pub subject: String,
    pub name: String,
    pub quarter: String,
    /// Of a sheet that was corrected after its seal; the first one is not named.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub version: i32,
    pub scorecard: CardName,
    /// A state's code.
    #[schema(value_type = String)]
    pub state: State,
    pub lines: Vec<DocumentLine>,
    /// None only as long as it is withheld from whoever reads it.
    #[schema(value_type = Option<String>, example = "2.00")]
    pub bonus: Option<Points>,
    /// None only as long as they are withheld from whoever reads it.
    #[schema(value_type = Option<String>, example = "1.00")]
    pub deductions: Option<Points>,
    /// Its code; none where there is none, and as long as the bonus is withheld, whether there is one or not.
    pub veto: Option<String>,
    /// What the lines that apply are worth, where not all of them do.
    #[schema(value_type = Option<String>, example = "95.00")]
    pub rescaled_from: Option<Points>,
    /// None while a line has no points yet, where no line applies, where the subject is not rated, and while it is
    /// withheld.
    #[schema(value_type = Option<String>, example = "88.50")]
    pub total: Option<Points>,
    /// The band's code, with the total.
    #[schema(value_type = Option<String>)]
    pub band: Option<Band>,
    /// Of the base's sheet: which weekly reports were drawn, and what was found of them.
    /// Not in the API.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(ignore)]
    pub sampled_reports: Option<SealedSample>,
}

const fn first() -> i32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks like this")]
const fn is_first(version: &i32) -> bool {
    *version == 1
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CardName {
    pub name: String,
    pub version: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentLine {
    pub section: String,
    pub indicator: String,
    pub code: String,
    /// `rule` or `judgement`.
    pub kind: String,
    #[schema(value_type = String, example = "4.50")]
    pub max: Points,
    #[serde(rename = "self")]
    #[schema(value_type = Option<String>, example = "4.50")]
    pub own: Option<Points>,
    #[schema(value_type = Option<String>, example = "4.50")]
    pub operator: Option<Points>,
    #[schema(value_type = Option<String>, example = "4.50")]
    pub bureau: Option<Points>,
    /// What an objection was upheld with.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "4.50")]
    pub upheld: Option<Points>,
    /// Those that count; none yet, or none where the line does not apply.
    #[schema(value_type = Option<String>, example = "4.50")]
    pub points: Option<Points>,
    pub applies: bool,
    /// What a rule went by.
    pub inputs: Option<Facts>,
    /// The rule's formula with its numbers.
    pub working: String,
    /// What the parties have put behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<DocumentFile>,
}

impl Document {
    pub(super) fn of(row: &assessment::Model, sheet: &Sheet, facts: &ByIndicator) -> Result<Self, StoreError> {
        let sum = sheet.sum().ok().filter(|_| row.rated);
        let whole = sum.filter(|sum| sum.open == 0);
        let sections = sheet.card.sections.iter();
        let named = sections.flat_map(|section| section.indicators.iter().map(move |one| (&section.name, &one.code)));
        let line = |(line, (section, _)): (&Line, (&String, &String))| {
            let facts = facts.get(&line.indicator.code);
            DocumentLine {
                section: section.clone(),
                indicator: line.indicator.name.clone(),
                code: line.indicator.code.clone(),
                kind: if line.indicator.scoring == Scoring::Judgement { "judgement" } else { "rule" }.to_owned(),
                max: line.indicator.max,
                own: line.own.as_ref().map(|given| given.points),
                operator: line.operator.as_ref().map(|given| given.points).or_else(|| line.computed()),
                bureau: line.bureau.as_ref().map(|given| given.points).or_else(|| line.computed()),
                upheld: line.upheld.as_ref().map(|given| given.points),
                points: line.points(),
                applies: line.applies(),
                inputs: facts.cloned(),
                working: facts.map(|facts| facts.working(line.indicator.max)).unwrap_or_default(),
                files: Vec::new(),
            }
        };
        Ok(Self {
            subject: row.subject_code.clone().unwrap_or_else(|| row.subject_name.clone()),
            name: row.subject_name.clone(),
            quarter: row.quarter.clone(),
            version: row.version,
            scorecard: CardName { name: sheet.card.name.clone(), version: row.card_version },
            state: row.read_state()?,
            lines: sheet.lines.iter().zip(named).map(line).collect(),
            bonus: Some(sum.map(|sum| sum.bonus).unwrap_or_default()),
            deductions: Some(sum.map(|sum| sum.deductions).unwrap_or_default()),
            veto: row.veto.clone(),
            rescaled_from: sum.and_then(|sum| sum.rescaled_from()),
            total: whole.map(|sum| sum.total),
            band: whole.map(|sum| sum.band),
            sampled_reports: None,
        })
    }

    /// Without what it comes to, as long as that is withheld from whoever reads it.
    #[must_use]
    pub(super) fn without_sum(self) -> Self {
        Self { bonus: None, deductions: None, veto: None, total: None, band: None, ..self }
    }

    /// With the files behind its lines, each by the code of its indicator.
    #[must_use]
    pub(super) fn with_files(mut self, files: Vec<(String, DocumentFile)>) -> Self {
        for (code, file) in files {
            self.lines.iter_mut().filter(|line| line.code == code).for_each(|line| line.files.push(file.clone()));
        }
        self
    }

    /// With the reports that were drawn of its quarter.
    #[must_use]
    pub(super) fn with_sample(self, sampled_reports: Option<SealedSample>) -> Self {
        Self { sampled_reports, ..self }
    }
}
