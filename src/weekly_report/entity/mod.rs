//! How this folder's records are kept, a table a file.

pub mod activity;
pub mod exception_request;
pub mod filing_exception;
pub mod reporting_cadence;
pub mod week_count;
pub mod weekly_report;
pub mod weekly_report_draft;
pub mod weekly_report_event;
pub mod weekly_report_version;
