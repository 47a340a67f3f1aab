//! Printed documents (打印件): forms to be signed and letters to be sent, each on a page that is an A4 sheet.
//!
//! One road: a document is a value ([`paper`]), made from the same records as the page that it belongs to; the page
//! shows it ([`page`]), the browser prints it or saves it as a PDF, and a letter is a .docx file as well ([`docx`]).
//! Who may print what follows from who may read it ([`side`]).

mod approval;
mod docx;
mod dossier;
mod download;
mod follow_up;
mod objection;
pub mod page;
pub mod paper;
mod plan;
mod rectification;
mod report;
mod result;
pub mod routes;
mod sheet;
mod side;
mod summary;
mod words;
mod year;

pub use self::{download::routes, routes::PrintRoutes};

pub(crate) use approval::title as approval_form;
pub(crate) use words::{
    print_approval, print_dossier, print_follow_up, print_objections, print_plan, print_rectification, print_report,
    print_result, print_sheet, print_summary, print_year,
};

use hatchboard::assessment::Occasion;
use leptos::prelude::*;

use self::{page::printed, side::Side};
use crate::{
    assessment::ITSELF,
    base::At,
    error::AppError,
    request::{path_id, path_parameter},
};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        ApprovalPaper, DossierPaper, FollowUpPaper, ObjectionsPaper, PlanPaper, RectificationPaper, ReportPaper,
        ResultPaper, SheetPaper, SummaryPaper, YearPaper,
    };
}

/// The quarter, year or exit review that the running page names.
fn occasion() -> Result<Occasion, AppError> {
    path_parameter("quarter").parse().map_err(|_| AppError::NotFound)
}

/// `/b/{base}/print/rounds/{quarter}`
#[component]
pub fn SummaryPaper() -> impl IntoView {
    printed(async { summary::of(&At::current().await?, occasion()?).await })
}

/// `/b/{base}/print/sheets/{quarter}/{subject}`, `/o/{organisation}/print/sheets/{quarter}`
#[component]
pub fn SheetPaper() -> impl IntoView {
    printed(async { sheet::of(&Side::here().await?, &path_parameter("subject"), occasion()?).await })
}

/// `/b/{base}/print/results/{quarter}/{subject}`, `/o/{organisation}/print/results/{quarter}`
#[component]
pub fn ResultPaper() -> impl IntoView {
    printed(async { result::of(&Side::here().await?, &path_parameter("subject"), occasion()?).await })
}

/// `/b/{base}/print/objections/{quarter}/{subject}`, `/o/{organisation}/print/objections/{quarter}`
#[component]
pub fn ObjectionsPaper() -> impl IntoView {
    printed(async { objection::of(&Side::here().await?, &path_parameter("subject"), occasion()?).await })
}

/// `/b/{base}/print/rectifications/{rectification}`, `/o/{organisation}/print/rectifications/{rectification}`
#[component]
pub fn RectificationPaper() -> impl IntoView {
    printed(async { rectification::of(&Side::here().await?, path_id("rectification")?).await })
}

/// `/b/{base}/print/approvals/{organisation}/{change}`
#[component]
pub fn ApprovalPaper() -> impl IntoView {
    printed(async { approval::of(&At::current().await?, path_id("organisation")?, path_id("change")?).await })
}

/// `/b/{base}/print/follow-ups/{organisation}/{visit}`
#[component]
pub fn FollowUpPaper() -> impl IntoView {
    printed(async { follow_up::of(&At::current().await?, path_id("organisation")?, &path_parameter("visit")).await })
}

/// `/b/{base}/print/dossiers/{id}`, `/o/{organisation}/print/dossier`
#[component]
pub fn DossierPaper() -> impl IntoView {
    printed(async { dossier::of(&Side::here().await?, &path_parameter("id")).await })
}

/// `/b/{base}/print/plans/{month}` for the base's own, `/b/{base}/print/plans/{month}/{subject}`,
/// `/o/{organisation}/print/plans/{month}`
#[component]
pub fn PlanPaper() -> impl IntoView {
    printed(async {
        let (side, subject) = (Side::here().await?, path_parameter("subject"));
        let month = path_parameter("month").parse().map_err(|_| AppError::NotFound)?;
        plan::of(&side, if subject.is_empty() { ITSELF } else { &subject }, month).await
    })
}

/// `/b/{base}/print/reports/{week}` for the base's own, `/b/{base}/print/reports/{week}/{subject}`,
/// `/o/{organisation}/print/reports/{week}`
#[component]
pub fn ReportPaper() -> impl IntoView {
    printed(async {
        let (side, subject) = (Side::here().await?, path_parameter("subject"));
        let week = path_parameter("week").parse().map_err(|_| AppError::NotFound)?;
        report::of(&side, if subject.is_empty() { ITSELF } else { &subject }, week).await
    })
}

/// `/b/{base}/print/years/{year}`
#[component]
pub fn YearPaper() -> impl IntoView {
    printed(async {
        let at = At::current().await?;
        year::of(&at, path_parameter("year").parse().map_err(|_| AppError::NotFound)?).await
    })
}
