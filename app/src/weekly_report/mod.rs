//! The week of an organisation or of the base: what is due, the form, the receipt, and what is said about it.
//!
//! One form and one view serve both levels: [`form::ReportForm`] takes a [`Sheet`] (`Sheet::load(&request, whose,
//! week)`), [`view::ReportView`] a report that was filed. Without scripts everything works by plain forms; with
//! them the island [`keeper::DraftKeeper`] keeps the draft while somebody writes.

#[cfg(feature = "ssr")]
pub(crate) mod answers;
#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod attachments;
#[cfg(feature = "ssr")]
mod author;
#[cfg(feature = "ssr")]
pub mod cell;
pub mod desk;
#[cfg(feature = "ssr")]
mod download;
#[cfg(feature = "ssr")]
pub mod facts;
#[cfg(feature = "ssr")]
pub mod fault;
#[cfg(feature = "ssr")]
mod filing;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod history;
pub mod keeper;
#[cfg(feature = "ssr")]
mod kept;
#[cfg(feature = "ssr")]
pub mod list;
#[cfg(feature = "ssr")]
mod multipart;
#[cfg(feature = "ssr")]
pub mod numbers;
#[cfg(feature = "ssr")]
pub(crate) mod place;
#[cfg(feature = "ssr")]
pub mod problems;
#[cfg(feature = "ssr")]
pub mod required;
#[cfg(feature = "ssr")]
pub mod row;
#[cfg(feature = "ssr")]
mod sheet;
#[cfg(feature = "ssr")]
pub mod signed_out;
#[cfg(feature = "ssr")]
pub mod terms;
#[cfg(feature = "ssr")]
pub mod today;
#[cfg(feature = "ssr")]
pub mod view;
#[cfg(feature = "ssr")]
pub mod week;
#[cfg_attr(not(feature = "ssr"), allow(dead_code, reason = "islands say few of them"))]
pub(crate) mod words;

#[cfg(feature = "ssr")]
pub use author::{Author, Whose};
#[cfg(feature = "ssr")]
pub use list::OurReportsPage;
#[cfg(feature = "ssr")]
pub use sheet::{Attempt, Clash, RefusedFile, Sheet};
#[cfg(feature = "ssr")]
pub use today::TodayPage;
#[cfg(feature = "ssr")]
pub use week::{BehalfWeekPage, OurWeekPage};
#[cfg(feature = "ssr")]
pub(crate) use words::help_kind;

/// Where forms with files and drafts are sent to.
#[cfg(feature = "ssr")]
pub fn routes() -> crate::plain_routes::PlainRoutes {
    filing::routes().and(kept::routes()).and(desk::download::routes()).and(download::routes())
}
