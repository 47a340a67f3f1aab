//! The addresses of the registry: organisations, stages, the import, the calendar, bases and the audit log.

use leptos::prelude::*;
use leptos_router::{SsrMode, any_nested_route::IntoAnyNestedRoute, components::Route, path};

use crate::{audit, base, calendar, incubation, organisation};

/// Routes below `/b/{base}` and `/o/{organisation}/file`, of the installation's own pages, and of the help.
#[component(transparent)]
pub fn RegistryRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/b/:base/organisations") view=organisation::list_page::ListPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/new") view=organisation::edit_page::NewPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:id") view=organisation::file_page::FilePage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:id/edit") view=organisation::edit_page::EditPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:id/contacts") view=organisation::contacts_page::ContactsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:id/people/:person") view=organisation::person_page::PersonPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:id/stage") view=incubation::step_page::StepPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/file") view=organisation::file_page::FilePage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/file/contacts") view=organisation::contacts_page::ContactsPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/file/people/:person") view=organisation::person_page::PersonPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/proposals") view=incubation::proposals_page::ProposalsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/import") view=organisation::import_page::ImportPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/import/:id") view=organisation::import_page::PreviewPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/audit") view=audit::log_page::BaseLogPage ssr=SsrMode::Async />
        <Route path=path!("/admin/bases") view=base::bases_page::BasesPage ssr=SsrMode::Async />
        <Route path=path!("/admin/calendar") view=calendar::calendar_page::CalendarPage ssr=SsrMode::Async />
        <Route path=path!("/admin/calendar/:year") view=calendar::calendar_page::YearPage ssr=SsrMode::Async />
        <Route path=path!("/admin/audit") view=audit::log_page::InstallationLogPage ssr=SsrMode::Async />
        <Route path=path!("/help/import") view=organisation::help_page::ImportHelpPage ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}
