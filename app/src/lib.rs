//! What people see: Leptos pages, and the server functions that their forms call.
//!
//! Pages are rendered by the server, whole, and work without scripts. What has to live in the browser
//! (saving a draft while one types, moving through a list by keyboard) is an island: it is the only code
//! that the browser loads. So pages and `api.rs` are compiled for the server alone, islands for both.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

mod language;
#[macro_use]
mod words;

#[cfg(feature = "ssr")]
pub mod account;
#[cfg(feature = "ssr")]
pub mod annual_target;
#[cfg(feature = "ssr")]
pub mod assessment;
#[cfg(feature = "ssr")]
pub mod audit;
#[cfg(feature = "ssr")]
pub mod base;
#[cfg(feature = "ssr")]
pub mod bureau_line;
#[cfg(feature = "ssr")]
pub mod calendar;
#[cfg(feature = "ssr")]
pub mod coaching;
#[cfg(feature = "ssr")]
pub mod desks;
pub mod error;
#[cfg(feature = "ssr")]
pub mod evidence;
#[cfg(feature = "ssr")]
pub mod feedback;
#[cfg(feature = "ssr")]
pub mod follow_up;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod funding;
#[cfg(feature = "ssr")]
pub mod funnel;
#[cfg(feature = "ssr")]
pub mod help;
pub mod help_key;
#[cfg(feature = "ssr")]
pub mod incubation;
#[cfg(feature = "ssr")]
pub mod instruction;
pub mod kept_form;
#[cfg(feature = "ssr")]
pub mod matched_project;
#[cfg(feature = "ssr")]
pub mod monthly_plan;
#[cfg(feature = "hydrate")]
mod offline;
#[cfg(feature = "ssr")]
pub mod organisation;
#[cfg(feature = "ssr")]
pub mod overview;
#[cfg(feature = "ssr")]
pub mod plain;
#[cfg(feature = "ssr")]
pub mod plain_routes;
#[cfg(feature = "ssr")]
pub mod print;
pub mod print_button;
#[cfg(feature = "ssr")]
pub mod record;
#[cfg(feature = "ssr")]
pub mod rectification;
#[cfg(feature = "ssr")]
pub mod registry;
#[cfg(feature = "ssr")]
pub mod reminder;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod risk;
#[cfg(feature = "ssr")]
pub mod scorecard;
pub mod search;
pub mod sending;
#[cfg(feature = "ssr")]
pub mod service_request;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod survey;
#[cfg(feature = "ssr")]
pub mod today;
#[cfg(feature = "ssr")]
pub mod training;
#[cfg(feature = "ssr")]
pub mod ui;
#[cfg(feature = "ssr")]
pub mod upload;
#[cfg(feature = "ssr")]
pub mod waiting;
pub mod weekly_report;
#[cfg(feature = "ssr")]
mod workbook;
#[cfg(feature = "ssr")]
pub mod workbooks;

pub use language::Language;

/// Wakes the islands of the page that the server has rendered, and has the page for no network kept.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    let _ = offline::keep();
}
