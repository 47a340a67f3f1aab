//! Risks (风险提示): organisations that report today and that somebody should see to, with the reason in numbers.
//!
//! What is [`Known`] of one organisation goes in, its [`Mark`]s come out, the heaviest first. Nothing of it is stored: a
//! mark goes as soon as what it tells of has gone.

mod mark;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use mark::{
    Came, DueWeek, FAILS_IN_A_ROW, FALL, FALL_IN_BANDS, Kind, Known, Mark, Overdue, PlanOfMonth, Published,
    WEEKS_IN_A_ROW, marks, weight,
};
