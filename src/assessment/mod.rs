//! The quarterly assessment (季季有考核): published scorecards, lines scored by rule or by judgement, a total.
//!
//! A [`Scorecard`] says what is scored and for how much. A [`Line`] holds what each party gave and what the rule
//! found; [`Sum`] adds the lines up by the published rule. [`State`] leads a sheet from its opening to its seal, and
//! nobody acts twice on the same sheet or on a subject of their own (domain: *Scorecards*).

mod applicability;
mod card_change;
mod card_fault;
mod card_text;
mod correction;
mod decider;
mod defaults;
#[cfg(feature = "store")]
pub mod entity;
#[cfg(feature = "store")]
pub mod exchange;
mod facts;
mod finding;
mod line;
mod lost;
mod objection;
mod occasion;
mod overview;
mod part;
mod report_sample;
mod rhythm;
#[cfg(feature = "store")]
mod sample;
mod scorecard;
mod sheet;
mod shows;
mod state;
mod step;
#[cfg(feature = "store")]
pub mod store;
mod sum;
#[cfg(test)]
mod tests;
mod timetable;
mod turn;

pub use applicability::Applicability;
pub use card_change::{CardChange, changed_fields, differences};
pub use card_fault::{CardField, CardPlace, CardProblem, IndicatorField, ScorecardFault, VetoField};
pub use card_text::{CardText, HeadText, IndicatorText, SectionText, VetoText, read_card};
pub use correction::{
    Answer, Changes, CorrectionRefusal, CorrectionState, Difference, LineDifference, Outcome, may_correct,
};
pub use decider::{Decider, Named};
pub use defaults::{annual, base, community, exit_review, organisation, shipped};
pub use facts::{Facts, Measure, Measured, PlanMonth, QuarterTotal};
pub use finding::{Finding, Rule};
pub use line::{Given, GivenFault, Line};
pub use lost::{Giver, Lost, Why};
pub use objection::{Decision, Objection, ObjectionRefusal};
pub use occasion::Occasion;
pub use overview::{Move, Rated, Spread, moves};
pub use part::{Belonging, Deed, Part, PartRefusal, may_take};
pub use report_sample::{ReportFinding, SampleSummary};
pub use rhythm::{PlansKept, Punctuality, QuarterRhythm, REVIEW_DAYS, ReportsKept};
#[cfg(feature = "store")]
pub use sample::sample;
pub use scorecard::{Band, Bands, CardState, Indicator, Kind, Scorecard, Scoring, Section, Veto};
pub use sheet::{Column, Sheet};
pub use shows::Shows;
pub use state::{Action, By, Refusal, State};
pub use step::Step;
pub use sum::{NothingApplies, Sum};
pub use timetable::Timetable;
pub use turn::Turn;

/// Fewer expected weeks in a quarter, and the subject is listed as not rated (domain: *Scorecards*).
pub const FEWEST_WEEKS: u32 = 6;

/// Fewer rated quarters in a year, and it has no annual result (domain: *Scorecards*).
pub const FEWEST_QUARTERS: usize = 2;

/// Whether a subject of so many expected weeks is rated.
pub const fn is_rated(expected_weeks: u32) -> bool {
    expected_weeks >= FEWEST_WEEKS
}
