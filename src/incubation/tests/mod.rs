#![allow(clippy::unwrap_used)]

mod admission;
mod reporting_time;
mod transitions;
