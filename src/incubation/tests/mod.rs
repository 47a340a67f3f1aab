#![allow(clippy::unwrap_used)]

mod admission;
mod funnel;
mod reporting_time;
mod transitions;
