//! The routes that answer without a page: downloads, files, filings and the words of drafts.
//!
//! A route is added here and nowhere else, so that the list of them is what is served: a test of the server holds
//! it against the table of who may do what.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    handler::Handler,
    routing::{get, post},
};
use http::Method;

/// Routes, and the list of them.
#[derive(Debug)]
pub struct PlainRoutes<S = ()> {
    router: Router<S>,
    list: Vec<(Method, &'static str)>,
}

impl<S: Clone + Send + Sync + 'static> Default for PlainRoutes<S> {
    fn default() -> Self {
        Self { router: Router::new(), list: Vec::new() }
    }
}

impl<S: Clone + Send + Sync + 'static> PlainRoutes<S> {
    #[must_use]
    pub fn get<H: Handler<T, S>, T: 'static>(mut self, path: &'static str, answer: H) -> Self {
        self.list.push((Method::GET, path));
        Self { router: self.router.route(path, get(answer)), ..self }
    }

    #[must_use]
    pub fn post<H: Handler<T, S>, T: 'static>(mut self, path: &'static str, answer: H) -> Self {
        self.list.push((Method::POST, path));
        Self { router: self.router.route(path, post(answer)), ..self }
    }

    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.list.extend(other.list);
        Self { router: self.router.merge(other.router), ..self }
    }

    /// Bounds the bodies of the routes so far.
    #[must_use]
    pub fn with_bodies(self, limit: DefaultBodyLimit) -> Self {
        Self { router: self.router.layer(limit), ..self }
    }

    /// Methods and paths, parameters as `{name}`.
    pub fn list(&self) -> &[(Method, &'static str)] {
        &self.list
    }

    pub fn into_router(self) -> Router<S> {
        self.router
    }
}

/// All of the app.
pub fn all() -> PlainRoutes {
    crate::organisation::download::routes()
        .and(crate::account::routes())
        .and(crate::annual_target::routes())
        .and(crate::assessment::routes())
        .and(crate::audit::routes())
        .and(crate::base::routes())
        .and(crate::bureau_line::routes())
        .and(crate::coaching::routes())
        .and(crate::evidence::routes())
        .and(crate::follow_up::routes())
        .and(crate::funding::routes())
        .and(crate::funnel::routes())
        .and(crate::incubation::routes())
        .and(crate::instruction::routes())
        .and(crate::matched_project::routes())
        .and(crate::monthly_plan::routes())
        .and(crate::overview::routes())
        .and(crate::print::routes())
        .and(crate::record::routes())
        .and(crate::rectification::routes())
        .and(crate::reminder::routes())
        .and(crate::risk::routes())
        .and(crate::scorecard::routes())
        .and(crate::service_request::routes())
        .and(crate::survey::routes())
        .and(crate::training::routes())
        .and(crate::waiting::routes())
        .and(crate::weekly_report::routes())
        .and(crate::workbooks::routes())
}
