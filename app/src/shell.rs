//! The document around every page, and the table of routes.

use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    account::pages as account,
    desks::DeskRoutes,
    help::HelpPage,
    print::PrintRoutes,
    registry::RegistryRoutes,
    request::Request,
    ui::page::NotFoundPage,
    weekly_report::{BehalfWeekPage, OurReportsPage, OurWeekPage, TodayPage},
};

/// Islands are woken when the browser is idle, and after half a second in any case: a browser that has been given a key
/// may never call itself idle, and then no key would ever do anything.
const SOON: &str = "if (window.requestIdleCallback) { const idle = window.requestIdleCallback.bind(window); \
                    window.requestIdleCallback = function (work) { return idle(work, { timeout: 500 }); }; }";

/// The whole document. Islands are woken by one module script; everything works without it.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let request = Request::current();
    view! {
        <!DOCTYPE html>
        <html lang=request.language.tag() data-theme=request.theme.code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f6f8" />
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1113" />
                <link rel="icon" href="/icon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icon-180.png" />
                <link rel="manifest" href="/manifest.webmanifest" />
                <HashedStylesheet options=options.clone() />
                <script nonce=use_nonce()>{SOON}</script>
                <HydrationScripts options islands=true />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Every page of the program. Each area adds its routes here, in the order of the navigation.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <Routes fallback=NotFoundPage>
                <Route path=path!("/") view=account::HomePage ssr=SsrMode::Async />
                <Route path=path!("/sign-in") view=account::SignInPage ssr=SsrMode::Async />
                <Route path=path!("/invitation/:token") view=account::InvitationPage ssr=SsrMode::Async />
                <Route path=path!("/reset/:token") view=account::ResetPage ssr=SsrMode::Async />
                <Route path=path!("/me") view=account::MePage ssr=SsrMode::Async />
                <Route path=path!("/help") view=HelpPage ssr=SsrMode::Async />
                <Route path=path!("/me/tokens") view=account::TokensPage ssr=SsrMode::Async />
                <Route path=path!("/b/:base/people") view=account::PeoplePage ssr=SsrMode::Async />
                <Route path=path!("/b/:base/people/invite/:organisation") view=account::InvitePersonPage ssr=SsrMode::Async />
                <Route path=path!("/b/:base/people/link/:id") view=account::MadeLinkPage ssr=SsrMode::Async />
                <Route path=path!("/admin/accounts") view=account::AccountsPage ssr=SsrMode::Async />
                <Route path=path!("/admin/accounts/invite") view=account::InvitePage ssr=SsrMode::Async />
                <Route path=path!("/admin/accounts/link/:id") view=account::MadeAdminLinkPage ssr=SsrMode::Async />
                <Route path=path!("/admin/accounts/:id") view=account::AccountPage ssr=SsrMode::Async />
                <Route path=path!("/o/:organisation") view=TodayPage ssr=SsrMode::Async />
                <Route path=path!("/o/:organisation/reports") view=OurReportsPage ssr=SsrMode::Async />
                <Route path=path!("/o/:organisation/reports/:week") view=OurWeekPage ssr=SsrMode::Async />
                <Route
                    path=path!("/b/:base/organisations/:organisation/reports/:week")
                    view=BehalfWeekPage
                    ssr=SsrMode::Async
                />
                <RegistryRoutes />
                <DeskRoutes />
                <PrintRoutes />
                <Route path=path!("/not-found") view=NotFoundPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
