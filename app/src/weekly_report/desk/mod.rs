//! The desks of those who read reports: the operator over its organisations, the bureau over the base.

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
pub mod base_report;
#[cfg(feature = "ssr")]
pub mod base_reports;
#[cfg(feature = "ssr")]
mod base_reports_download;
#[cfg(feature = "ssr")]
pub mod beginning;
#[cfg(feature = "ssr")]
pub mod cadence;
#[cfg(feature = "ssr")]
mod cadence_api;
#[cfg(feature = "ssr")]
pub mod comment;
#[cfg(feature = "ssr")]
pub mod decision;
#[cfg(feature = "ssr")]
pub mod download;
#[cfg(feature = "ssr")]
pub mod except;
#[cfg(feature = "ssr")]
mod except_api;
#[cfg(feature = "ssr")]
pub mod exceptions;
#[cfg(feature = "ssr")]
pub mod filed;
pub mod keys;
#[cfg(feature = "ssr")]
pub mod matrix;
#[cfg(feature = "ssr")]
pub mod matrix_rows;
#[cfg(feature = "ssr")]
pub mod of_week;
#[cfg(feature = "ssr")]
pub(crate) mod problem;
#[cfg(feature = "ssr")]
pub mod relief;
#[cfg(feature = "ssr")]
pub mod review;
#[cfg(feature = "ssr")]
pub mod reviews;
#[cfg(feature = "ssr")]
pub mod summary;
#[cfg(feature = "ssr")]
pub mod week;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        base_report::BaseReportPage, base_reports::BaseReportsPage, cadence::CadencePage, except::ExceptPage,
        exceptions::ExceptionsPage, matrix::MatrixPage, of_week::OfWeekPage, review::ReviewPage, reviews::ReviewsPage,
        week::WeekPage,
    };
}
