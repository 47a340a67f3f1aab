use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    code::coded,
    record::{Fault, Problem, Reading},
    typed::{self, read_day},
};

coded! {
    /// How somebody was met.
    pub enum Method {
        /// 上门.
        OnSite = "on_site",
        /// 电话.
        Phone = "phone",
        /// 线上.
        Online = "online",
    }
}

coded! {
    /// A field of a visit's form, by its name.
    pub enum Field {
        Organisation = "organisation",
        VisitedOn = "visited_on",
        Visitor = "visitor",
        Method = "method",
        LookedAt = "looked_at",
        Agreed = "agreed",
        NextStep = "next_step",
        NextBy = "next_by",
        Reason = "reason",
    }
}

/// A visit as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct VisitText {
    pub organisation: String,
    pub visited_on: String,
    pub visitor: String,
    pub method: String,
    pub looked_at: String,
    pub agreed: String,
    pub next_step: String,
    pub next_by: String,
}

/// A visit that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub organisation: Uuid,
    pub visited_on: NaiveDate,
    /// Who went, or called, by name.
    pub visitor: String,
    pub method: Method,
    pub looked_at: String,
    pub agreed: String,
    /// May be empty; with a day where there is one.
    pub next_step: String,
    pub next_by: Option<NaiveDate>,
}

impl Visit {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &VisitText, today: NaiveDate) -> Result<Self, Vec<Problem<Field>>> {
        let mut reading = Reading::begin();
        let organisation = reading.organisation(Field::Organisation, &typed.organisation);
        let visited_on = reading.past_day(Field::VisitedOn, &typed.visited_on, today);
        let visitor = reading.line(Field::Visitor, &typed.visitor, true);
        let method = reading.choice(Field::Method, &typed.method);
        let looked_at = reading.words(Field::LookedAt, &typed.looked_at, true);
        let agreed = reading.words(Field::Agreed, &typed.agreed, true);
        // A day says by when something is to be done: that has to be said too.
        let dated = !typed.next_by.trim().is_empty();
        let next_step = reading.words(Field::NextStep, &typed.next_step, dated);
        let next_by = if dated {
            reading.take(Field::NextBy, next_day(&typed.next_by, visited_on, today)).map(Some)
        } else {
            Some(None)
        };
        let read = || {
            Some(Self {
                organisation: organisation?,
                visited_on: visited_on?,
                visitor: visitor?,
                method: method?,
                looked_at: looked_at?,
                agreed: agreed?,
                next_step: next_step?,
                next_by: next_by?,
            })
        };
        reading.end(read())
    }
}

/// A day not before the visit.
fn next_day(typed: &str, visited_on: Option<NaiveDate>, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let day = read_day(typed, today)?;
    match visited_on {
        Some(earliest) if day < earliest => Err(Fault::Typed(typed::Fault::TooEarly { earliest })),
        _ => Ok(day),
    }
}
