//! The incubation base itself: organisations, their incubations, and what they file.
//!
//! Each thing that a base deals with has a folder of its own, named as the field names it. In it stand
//! the rules (plain types, state machines, judgements; no I/O and no clock of their own, compiled for
//! the browser too) and, with the feature `store`, what keeps them. Words for people are made elsewhere:
//! rules return typed facts and errors.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

pub mod access;
pub mod account;
pub mod annual_target;
pub mod assessment;
pub mod audit;
pub mod base;
pub mod bureau_line;
pub mod calendar;
#[cfg(feature = "store")]
pub mod clock;
pub mod coaching;
mod code;
#[cfg(feature = "store")]
pub mod demo;
pub mod evidence;
#[cfg(feature = "store")]
pub mod export;
#[cfg(feature = "store")]
pub mod feedback;
pub mod follow_up;
pub mod fraction;
pub mod funding;
pub mod incubation;
pub mod instruction;
pub mod matched_project;
pub mod monthly_plan;
#[cfg(feature = "store")]
pub mod moving;
pub mod organisation;
pub mod period;
pub mod points;
pub mod record;
pub mod rectification;
pub mod reminder;
pub mod risk;
#[cfg(feature = "store")]
pub mod search;
pub mod service_request;
#[cfg(feature = "store")]
pub mod store;
pub mod survey;
pub mod training;
pub mod typed;
pub mod waiting;
pub mod weekly_report;
pub mod workbook;

pub use code::NoSuchCode;
