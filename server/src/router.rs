//! Which address is answered by whom.

mod assets;
mod health;
mod offline;
#[cfg(feature = "test-clock")]
mod test_clock;

use std::sync::Arc;

use any_spawner::Executor;
use axum::{
    Router,
    extract::Request,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{any, get},
};
use hatchboard::{evidence::Files, store::Store};
use hatchboard_app::{
    plain_routes::{self, PlainRoutes},
    shell::shell,
};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{handle_server_fns, render_app_async_with_context};
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    api,
    config::{Config, PublicUrl},
    listen::UnderWay,
    metrics::{self, Metrics},
    middleware::{access_log, headers, limits, origin, own_task, readable, request},
    pages::{self, Problem},
};

/// What answering a request needs. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Installation {
    pub(crate) config: Arc<Config>,
    pub(crate) public_url: PublicUrl,
    pub(crate) store: Store,
    pub(crate) files: Files,
    pub(crate) metrics: Metrics,
}

/// The whole installation as one service.
pub(crate) fn of(installation: Installation, under_way: UnderWay) -> Router {
    // Once per process; a second router in a test finds it done.
    let _ = Executor::init_tokio();
    metrics::know_pages();
    // The app itself knows its pages, and answers 404 to what is none.
    let options = assets::options(&installation.config.site);
    let page = get(render_app_async_with_context(headers::allow_the_pages_scripts, {
        let options = options.clone();
        move || shell(options.clone())
    }));
    let app = Router::new()
        .route("/api/{*function}", any(server_function))
        .merge(plain_routes::all().into_router())
        .fallback_service(page)
        // Pages and server functions find who asks beside the request.
        .layer(from_fn_with_state(installation.clone(), request::know));
    let plain = own_routes().into_router().with_state(installation.store.clone()).merge(assets::routes(&options));

    let programs = api::router(&installation);

    // The last layer is the outermost: it sees a request first and its answer last.
    plain
        .merge(app)
        .merge(programs)
        .layer(from_fn_with_state(under_way, own_task::give))
        .layer(CatchPanicLayer::custom(own_task::panicked))
        .layer(from_fn(readable::check))
        .layer(from_fn(limits::keep))
        .layer(from_fn_with_state(installation.clone(), origin::check))
        .layer(from_fn(pages::render))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(4)))
        .layer(from_fn_with_state(installation.clone(), headers::add))
        .layer(from_fn_with_state(installation.metrics, metrics::count))
        .layer(from_fn(access_log::write))
}

/// What the server answers itself, apart from the built site's files.
pub(crate) fn own_routes() -> PlainRoutes<Store> {
    let routes = PlainRoutes::default()
        .get("/healthz", health::alive)
        .get("/readyz", health::ready)
        .get("/offline", offline::page)
        .get("/service-worker.js", offline::script);
    #[cfg(feature = "test-clock")]
    let routes = routes.post("/test/clock", test_clock::set).post("/test/reminders", test_clock::remind);
    routes
}

/// Calls the function of the app that the path and the method name.
async fn server_function(request: Request) -> Response {
    let known = server_fn_paths().any(|(path, method)| path == request.uri().path() && method == request.method());
    if !known {
        return Problem::NotFound.into_response();
    }
    handle_server_fns(request).await.into_response()
}
