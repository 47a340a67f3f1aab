//! Which quarter a survey is about, and how long it runs.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Fault, Field, OtherField, Problem};
use crate::{period::Quarter, typed};

/// The most days that a survey runs (**default**).
pub const LONGEST_DAYS: u64 = 60;

/// A survey as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OpeningText {
    pub quarter: String,
    pub closes_on: String,
}

/// A survey that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    pub quarter: Quarter,
    /// The last day on which it can be answered.
    pub closes_on: NaiveDate,
}

impl Opening {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &OpeningText, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let quarter = match typed.quarter.trim().parse::<Quarter>() {
            Err(_) => Err(Fault::Typed(typed::Fault::UnknownChoice)),
            Ok(quarter) if quarter.first_day() > today => Err(Fault::NotBegun),
            Ok(quarter) => Ok(quarter),
        };
        let last = today + Days::new(LONGEST_DAYS);
        let closes_on = match typed::read_day(&typed.closes_on, today) {
            Err(fault) => Err(Fault::Typed(fault)),
            Ok(day) if day < today || day > last => Err(Fault::NotWithin { first: today, last }),
            Ok(day) => Ok(day),
        };
        match (quarter, closes_on) {
            (Ok(quarter), Ok(closes_on)) => Ok(Self { quarter, closes_on }),
            (quarter, closes_on) => {
                let faults = [(OtherField::Quarter, quarter.err()), (OtherField::ClosesOn, closes_on.err())];
                let problem = |(field, fault): (OtherField, Option<Fault>)| {
                    fault.map(|fault| Problem { field: Field::Other(field), fault })
                };
                Err(faults.into_iter().filter_map(problem).collect())
            }
        }
    }
}
