//! What one version of a scorecard says otherwise than the one before.

use super::{Indicator, IndicatorField, Scorecard};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardChange {
    /// The card is called otherwise: before and now.
    Renamed(String, String),
    Added(Indicator),
    Removed(Indicator),
    /// The indicator before and now.
    Changed(Indicator, Indicator),
    /// The indicator stands in another section: the sections' names before and now.
    Moved(Indicator, String, String),
    /// Caps, deductions, vetoes or bands.
    Conditions,
}

/// What changed between two versions: the name, indicators in the order of the new one, those that it lacks, the
/// conditions.
pub fn differences(old: &Scorecard, new: &Scorecard) -> Vec<CardChange> {
    let renamed = (old.name != new.name).then(|| CardChange::Renamed(old.name.clone(), new.name.clone()));
    let of_new = new.sections.iter().flat_map(|section| {
        section.indicators.iter().flat_map(|indicator| of_indicator(old, &section.name, indicator))
    });
    let gone = old.indicators().filter(|indicator| new.indicator(&indicator.code).is_none());
    let conditions = |card: &Scorecard| {
        (card.bonus_cap, card.deduction_cap, card.per_rectification, card.vetoes.clone(), card.bands)
    };
    let otherwise = (conditions(old) != conditions(new)).then_some(CardChange::Conditions);
    renamed.into_iter().chain(of_new).chain(gone.cloned().map(CardChange::Removed)).chain(otherwise).collect()
}

fn of_indicator(old: &Scorecard, section: &str, indicator: &Indicator) -> Vec<CardChange> {
    let stood = old.sections.iter().find_map(|one| {
        let found = one.indicators.iter().find(|before| before.code == indicator.code)?;
        Some((one.name.as_str(), found))
    });
    let Some((stood_in, before)) = stood else { return vec![CardChange::Added(indicator.clone())] };
    let changed = (before != indicator).then(|| CardChange::Changed(before.clone(), indicator.clone()));
    let moved =
        (stood_in != section).then(|| CardChange::Moved(indicator.clone(), stood_in.to_owned(), section.to_owned()));
    changed.into_iter().chain(moved).collect()
}

/// The fields in which two versions of an indicator differ, in the order of the form.
pub fn changed_fields(before: &Indicator, now: &Indicator) -> Vec<IndicatorField> {
    let differs = |field: &IndicatorField| match field {
        IndicatorField::Name => before.name != now.name,
        IndicatorField::Max => before.max != now.max,
        IndicatorField::Scoring => before.scoring != now.scoring,
        IndicatorField::Evidence => before.evidence != now.evidence,
        IndicatorField::Code => before.code != now.code,
        IndicatorField::Article => before.article != now.article,
        IndicatorField::AppliesTo => before.applies_to != now.applies_to,
    };
    IndicatorField::ALL.iter().copied().filter(differs).collect()
}
