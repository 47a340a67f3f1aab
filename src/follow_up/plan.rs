use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Fault, Field, Problem, judge::words};
use crate::typed::{self, read_day};

/// Who is to go, and when, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NewAssignment {
    pub assigned: String,
    pub planned_on: String,
}

/// Who is to go, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Assignment {
    /// By name.
    pub assigned: String,
    pub planned_on: Option<NaiveDate>,
}

impl Assignment {
    /// The assignment that was typed; a planned day is not before `today`.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &NewAssignment, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut fault = |field, fault| problems.push(Problem { field, fault: Fault::Typed(fault) });
        let assigned = words(&typed.assigned, Field::LONGEST_NAME);
        let assigned = assigned.map_err(|wrong| fault(Field::Assigned, wrong)).ok();
        let planned_on = match typed.planned_on.trim() {
            "" => Ok(None),
            text => match read_day(text, today) {
                Ok(day) if day < today => Err(typed::Fault::TooEarly { earliest: today }),
                read => read.map(Some),
            },
        };
        let planned_on = planned_on.map_err(|wrong| fault(Field::PlannedOn, wrong)).ok();
        match (assigned, planned_on) {
            (Some(assigned), Some(planned_on)) => Ok(Self { assigned, planned_on }),
            _ => Err(problems),
        }
    }
}
