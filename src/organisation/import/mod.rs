//! The register of organisations (花名册) as the bases keep it today, a workbook, read into the base.
//!
//! A workbook passes four stations: the *gate* refuses what is no workbook or would unpack beyond bounds; the *sheets*
//! are searched for the heading row and read row by row; each row is *judged* by the same rule as a form; and the
//! refused rows go back as a workbook with the reason in front. Nothing is stored here: what was judged is shown first.

pub mod columns;
pub mod judgement;
pub mod kept;
pub mod outcome;
pub mod report;
pub mod row;

#[cfg(feature = "store")]
pub mod gate;
#[cfg(feature = "store")]
pub mod refused;
#[cfg(feature = "store")]
pub mod workbook;

#[cfg(feature = "store")]
mod cell;
#[cfg(feature = "store")]
mod sheet;

pub use columns::{Column, accepted_names};
pub use judgement::{Known, judge};
pub use outcome::{Accepted, Change, FieldDifference, ImportWarning, JudgedRow, Outcome, Reason, why};
pub use report::{Done, DoneRow, ImportReport, ReportRow};
pub use row::ImportRow;

#[cfg(feature = "store")]
pub use gate::{Found, ImportRefusal};
#[cfg(feature = "store")]
pub use refused::refused_workbook;
#[cfg(feature = "store")]
pub use workbook::read;
#[cfg(feature = "store")]
pub(crate) use workbook::{TextRows, text_sheets};
