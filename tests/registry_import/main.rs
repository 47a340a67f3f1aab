//! The register of organisations, read from workbooks as the bases keep them: the samples, generated ones, and files
//! that mean harm.
#![cfg(feature = "store")]
#![allow(clippy::unwrap_used)]

mod generated;
mod harmful;
mod samples;

use chrono::NaiveDate;
use hatchboard::organisation::{
    Fault, Field, Problem,
    import::{JudgedRow, Outcome, Reason},
};

const CLEAN: &[u8] = include_bytes!("../data/registry/clean.xlsx");

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 1, 5)
}

fn reasons(judged: &JudgedRow) -> &[Reason] {
    match &judged.outcome {
        Outcome::Accepted(_) => &[],
        Outcome::Rejected(reasons) => reasons,
    }
}

fn of_field(field: Field, fault: Fault) -> Reason {
    Reason::Profile(Problem { field, fault })
}
