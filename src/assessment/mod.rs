//! The quarterly assessment (季季有考核): published scorecards, lines scored by rule or by judgement, a total.
//!
//! A [`Scorecard`] says what is scored and for how much. A [`Line`] holds what each party gave and what the rule
//! found; [`Sum`] adds the lines up by the published rule. [`State`] leads a sheet from its opening to its seal, and
//! nobody acts twice on the same sheet or on a subject of their own (domain: *Scorecards*).

mod defaults;
mod finding;
mod line;
mod objection;
mod part;
mod scorecard;
mod state;
mod sum;
#[cfg(test)]
mod tests;

pub use defaults::{base, community, exit_review, organisation};
pub use finding::{Finding, Rule};
pub use line::{Given, GivenFault, Line};
pub use objection::{Decision, Objection, ObjectionRefusal};
pub use part::{Deed, Part, PartRefusal, may_take};
pub use scorecard::{
    Band, Bands, CardChange, Indicator, Kind, Scorecard, ScorecardFault, Scoring, Section, Veto, differences,
};
pub use state::{Action, By, Refusal, State};
pub use sum::{NothingApplies, Sum};

/// Fewer expected weeks in a quarter, and the subject is listed as not rated (domain: *Scorecards*).
pub const FEWEST_WEEKS: u32 = 6;

/// Whether a subject of so many expected weeks is rated.
pub const fn is_rated(expected_weeks: u32) -> bool {
    expected_weeks >= FEWEST_WEEKS
}
