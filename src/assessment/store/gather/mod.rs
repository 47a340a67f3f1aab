//! The facts that rules go by, out of the records of a quarter: a constant number of statements, whatever the number of
//! subjects.

mod base;
mod organisations;
mod year;

use std::collections::BTreeMap;

use uuid::Uuid;

use super::super::{Facts, Indicator, Rule, Scorecard, Scoring};

pub(super) use base::of_base;
pub(super) use organisations::{OfOrganisations, of_organisations};
pub(super) use year::{OfYear, of_year};

use crate::{
    period::Quarter,
    weekly_report::store::{Rhythm, as_at::AsAt},
};

/// Facts by the code of the indicator.
pub(super) type ByIndicator = BTreeMap<String, Facts>;

/// Of which quarter, as the records stand at an instant. Of the calendar nobody keeps how it stood: a year that is loaded
/// since counts.
#[derive(Clone, Copy)]
pub(super) struct When<'r> {
    pub base: Uuid,
    pub quarter: Quarter,
    pub rhythm: &'r Rhythm,
    pub as_at: &'r AsAt,
}

/// The facts of a card's rules, each asked of `fact`; of what does not apply to the subject there are none.
fn by_indicator(card: &Scorecard, fact: impl Fn(Rule) -> Facts) -> ByIndicator {
    let of = |indicator: &Indicator| match indicator.scoring {
        Scoring::Rule(rule) => Some((indicator.code.clone(), fact(rule))),
        Scoring::Judgement => None,
    };
    card.indicators().filter(|indicator| !indicator.left_out).filter_map(of).collect()
}
