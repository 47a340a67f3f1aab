//! What browsers load beside pages: the built site, in files.

use std::{convert::Infallible, future::ready, path::Path};

use axum::{
    Router,
    extract::Request,
    middleware::map_response,
    response::{IntoResponse, Response},
    routing::{MethodRouter, get_service},
};
use http::{HeaderValue, StatusCode, header::CACHE_CONTROL};
use leptos::config::{Env, LeptosOptions};
use tower::Service;
use tower_http::services::{ServeDir, ServeFile};

/// Beside the program, written by the build: which hash each built file carries in its name.
const HASHES: &str = "hash.txt";
/// A built file's name changes with its contents.
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Without a hash in its name it may change at any time.
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
/// An icon may be a day old, and so may a picture of the guide.
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// How pages refer to the site in this folder.
pub(super) fn options(site: &Path) -> LeptosOptions {
    if !site.is_dir() {
        tracing::warn!(site = %site.display(), "there is no built site: pages are served without style and scripts");
    }
    let program = std::env::current_exe().unwrap_or_default();
    let hashed = program.parent().is_some_and(|folder| folder.join(HASHES).is_file());
    LeptosOptions::builder()
        .output_name("hatchboard")
        .site_root(site.to_string_lossy().into_owned())
        .site_pkg_dir("pkg")
        .env(Env::PROD)
        .hash_file(HASHES.into())
        .hash_files(hashed)
        .build()
}

/// Style and scripts under `/pkg`, sent as they were compressed by the build; beside them the pictures of the guide, and
/// what lies in the site's folder itself, such as the icon.
pub(super) fn routes(options: &LeptosOptions) -> Router {
    let site = Path::new(&*options.site_root);
    let built = ServeDir::new(site.join(&*options.site_pkg_dir))
        .append_index_html_on_directories(false)
        .precompressed_br()
        .precompressed_gzip();
    let for_good = if options.hash_files { FOR_GOOD } else { NO_STORE };
    let guide = ServeDir::new(site.join("guide")).append_index_html_on_directories(false);
    let routes = Router::new().nest_service("/pkg", kept(built, for_good)).nest_service("/guide", kept(guide, A_DAY));
    others(site).into_iter().fold(routes, |routes, name| {
        let file = ServeFile::new(site.join(&name)).precompressed_br().precompressed_gzip();
        routes.route(&format!("/{name}"), kept(file, A_DAY))
    })
}

/// The files of a folder, without the compressed forms beside them.
fn others(site: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(site).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let names = files.filter_map(|entry| entry.file_name().into_string().ok());
    let compressed = |name: &str| Path::new(name).extension().is_some_and(|end| end == "br" || end == "gz");
    // A brace would begin a parameter of the route.
    names.filter(|name| !compressed(name) && !name.contains(['{', '}'])).collect()
}

/// Files, with how long a browser keeps them.
fn kept<S>(files: S, how_long: HeaderValue) -> MethodRouter
where
    S: Service<Request, Error = Infallible> + Clone + Send + Sync + 'static,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
{
    get_service(files).layer(map_response(move |mut response: Response| {
        let there = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
        if there {
            response.headers_mut().insert(CACHE_CONTROL, how_long.clone());
        }
        ready(response)
    }))
}
