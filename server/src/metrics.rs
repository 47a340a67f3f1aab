//! What whoever watches the program may ask in numbers: `/metrics`, in OpenMetrics text, on an address of its own
//! (`metrics_address`), so that a proxy that serves people never serves it. Nothing here names a person or a record.

use std::{
    sync::{Arc, LazyLock},
    time::Instant,
};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::get,
};
use hatchboard::store::Store;
use hatchboard_app::shell::App;
use http::{HeaderValue, Method, StatusCode, header};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list;
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};

const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// What a path is counted under that no pattern has: whatever strangers try.
const NO_ROUTE: &str = "other";
/// In seconds.
const DURATIONS: [f64; 11] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// An answered request, as far as it is counted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    method: &'static str,
    /// `2xx` and the like.
    status: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Job {
    job: &'static str,
    outcome: &'static str,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Pool {
    pool: &'static str,
    state: &'static str,
}

/// The program's numbers since it began. Clones count together.
#[derive(Debug, Clone)]
pub(crate) struct Metrics {
    requests: Family<Answered, Counter>,
    durations: Family<Route, Histogram>,
    jobs: Family<Job, Counter>,
    connections: Family<Pool, Gauge>,
    registry: Arc<Registry>,
}

fn histogram() -> Histogram {
    Histogram::new(DURATIONS)
}

impl Default for Metrics {
    fn default() -> Self {
        let requests: Family<Answered, Counter> = Family::default();
        let durations: Family<Route, Histogram> = Family::new_with_constructor(histogram as fn() -> Histogram);
        let jobs: Family<Job, Counter> = Family::default();
        let connections: Family<Pool, Gauge> = Family::default();
        let mut registry = Registry::with_prefix("hatchboard");
        registry.register("http_requests", "Requests answered", requests.clone());
        registry.register("http_request_duration_seconds", "Time from request to answer", durations.clone());
        registry.register("jobs", "Work done by the hour", jobs.clone());
        registry.register("database_connections", "Connections that are open", connections.clone());
        Self { requests, durations, jobs, connections, registry: Arc::new(registry) }
    }
}

impl Metrics {
    /// Counts work that is done by the hour.
    pub(crate) fn job(&self, job: &'static str, done: bool) {
        let outcome = if done { "done" } else { "failed" };
        self.jobs.get_or_create(&Job { job, outcome }).inc();
    }

    fn text(&self, store: &Store) -> String {
        for of in store.connections() {
            let pool = of.pool;
            self.connections.get_or_create(&Pool { pool, state: "in_use" }).set(of.in_use.into());
            self.connections.get_or_create(&Pool { pool, state: "idle" }).set(of.idle.into());
        }
        let mut text = String::new();
        // Writing to a text does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// Learns the pages' patterns now, rather than while somebody waits.
pub(crate) fn know_pages() {
    LazyLock::force(&PAGES);
}

/// Counts every request by its route, its method and how it was answered.
pub(crate) async fn count(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let route = route(&request);
    let method = method(request.method());
    let began = Instant::now();
    let response = next.run(request).await;
    metrics.durations.get_or_create(&Route { route: route.clone() }).observe(began.elapsed().as_secs_f64());
    metrics.requests.get_or_create(&Answered { route, method, status: class(response.status()) }).inc();
    response
}

/// The pattern that answers, never the path itself: paths hold ids and secrets, and there are too many of them.
fn route(request: &Request) -> String {
    let path = request.uri().path();
    match request.extensions().get::<MatchedPath>().map(MatchedPath::as_str) {
        // One pattern for all functions; there are as many as the program has.
        Some(pattern) if pattern.ends_with("/{*function}") => {
            let known = server_fn_paths().any(|(function, _)| function == path);
            if known { path.to_owned() } else { NO_ROUTE.to_owned() }
        }
        Some(pattern) => pattern.to_owned(),
        None => PAGES.at(path).map_or_else(|_| NO_ROUTE.to_owned(), |page| page.value.clone()),
    }
}

/// Pages find their route by themselves, behind the router's fallback.
static PAGES: LazyLock<matchit::Router<String>> = LazyLock::new(|| {
    let mut pages = matchit::Router::new();
    for page in generate_route_list(App) {
        // A page that stands there twice is one route.
        let _ = pages.insert(page.path(), page.path().to_owned());
    }
    pages
});

fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => NO_ROUTE,
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        100..200 => "1xx",
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        _ => "5xx",
    }
}

/// What is served on the address of its own.
pub(crate) fn router(metrics: Metrics, store: Store) -> Router {
    Router::new().route("/metrics", get(scrape)).with_state((metrics, store))
}

async fn scrape(State((metrics, store)): State<(Metrics, Store)>) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE))], metrics.text(&store)).into_response()
}
