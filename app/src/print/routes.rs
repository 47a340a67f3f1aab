//! The addresses of printed documents.

use leptos::prelude::*;
use leptos_router::{SsrMode, any_nested_route::IntoAnyNestedRoute, components::Route, path};

use super::pages as paper;

/// Routes below `/b/{base}/print` and `/o/{organisation}/print`.
#[component(transparent)]
pub fn PrintRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/b/:base/print/rounds/:quarter") view=paper::SummaryPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/sheets/:quarter/:subject") view=paper::SheetPaper ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/print/sheets/:quarter") view=paper::SheetPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/results/:quarter/:subject") view=paper::ResultPaper ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/print/results/:quarter") view=paper::ResultPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/objections/:quarter/:subject") view=paper::ObjectionsPaper ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/print/objections/:quarter") view=paper::ObjectionsPaper ssr=SsrMode::Async />
        <Route
            path=path!("/b/:base/print/rectifications/:rectification")
            view=paper::RectificationPaper
            ssr=SsrMode::Async
        />
        <Route
            path=path!("/o/:organisation/print/rectifications/:rectification")
            view=paper::RectificationPaper
            ssr=SsrMode::Async
        />
        <Route path=path!("/b/:base/print/approvals/:organisation/:change") view=paper::ApprovalPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/follow-ups/:organisation/:visit") view=paper::FollowUpPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/plans/:month") view=paper::PlanPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/plans/:month/:subject") view=paper::PlanPaper ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/print/plans/:month") view=paper::PlanPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/reports/:week") view=paper::ReportPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/reports/:week/:subject") view=paper::ReportPaper ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/print/reports/:week") view=paper::ReportPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/years/:year") view=paper::YearPaper ssr=SsrMode::Async />
        <Route path=path!("/b/:base/print/dossiers/:id") view=paper::DossierPaper ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/print/dossier") view=paper::DossierPaper ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}
