//! The rules of follow-ups: tables of cases, and what holds for every hatching and every draft.

mod finding;
mod questionnaires;
mod risks;
mod scheduling;
mod surviving;

use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A day of the years that a base lives in.
fn any_day() -> impl proptest::strategy::Strategy<Value = NaiveDate> {
    use proptest::strategy::Strategy;
    (0i32..12_000).prop_map(|days| day("2005-01-01") + chrono::TimeDelta::days(days.into()))
}
