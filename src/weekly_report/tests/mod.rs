#![allow(clippy::unwrap_used)]

mod judgement;
mod merging;
mod rhythm;
mod summing;
mod timely;
mod transitions;
mod typing;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Context, Draft, DraftActivity};
use crate::period::Week;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn week(text: &str) -> Week {
    text.parse().unwrap()
}

/// `2026-04-10 10:00` in UTC.
fn at(text: &str) -> DateTime<Utc> {
    format!("{}:00Z", text.replace(' ', "T")).parse().unwrap()
}

/// The week of Monday 6 to Sunday 12 April 2026, judged on the Friday.
fn context() -> Context {
    Context {
        week: week("2026-W15"),
        last_filed_on: Some(day("2026-04-03")),
        today: day("2026-04-10"),
        money_asked: true,
    }
}

/// The three required fields and no more.
fn draft() -> Draft {
    Draft {
        done: "社区助老义诊".to_owned(),
        activities_count: "2".to_owned(),
        attendances: "60".to_owned(),
        help_kind: "none".to_owned(),
        ..Draft::default()
    }
}

fn activity(what: &str, on: &str) -> DraftActivity {
    DraftActivity { what: what.to_owned(), on: on.to_owned(), ..DraftActivity::default() }
}
