//! An installation that answers in process.

use std::{net::SocketAddr, path::Path, sync::Arc};

use axum::{Router, body::Body, response::Response};
use hatchboard::store::Store;
use hatchboard_app::account::cookie::session_name;
use http::{
    HeaderMap, Request,
    header::{AUTHORIZATION, COOKIE, LOCATION},
};
use http_body_util::BodyExt;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};
use tempfile::TempDir;
use tower::ServiceExt;

use super::world::{self, World};
use crate::{
    config::Config,
    listen::{Peer, UnderWay},
    metrics::Metrics,
    router::{self, Installation},
};

pub(super) struct Running {
    router: Router,
    pub(super) metrics: Metrics,
    pub(super) store: Store,
    folder: TempDir,
}

impl Running {
    /// On a copy of the world.
    pub(super) async fn on(world: &World) -> Self {
        Self::in_folder(world.copy()).await
    }

    pub(super) async fn in_folder(folder: TempDir) -> Self {
        let (store, files) = world::open(folder.path()).await;
        let config = config(folder.path());
        let public_url = config.public_url_on(3000);
        let (store_of_it, metrics) = (store.clone(), Metrics::default());
        let installation =
            Installation { config: Arc::new(config), public_url, store: store_of_it, files, metrics: metrics.clone() };
        Self { router: router::of(installation, UnderWay::default()), metrics, store, folder }
    }

    /// Answers a request of whoever's session has this token.
    pub(super) async fn ask(&self, mut request: Request<Body>, token: Option<&str>) -> Answer {
        if let Some(token) = token {
            let cookie = format!("{}={token}", session_name("http://127.0.0.1:3000"));
            request.headers_mut().insert(COOKIE, cookie.parse().unwrap());
        }
        let peer: SocketAddr = "127.0.0.1:40000".parse().unwrap();
        request.extensions_mut().insert(Peer(peer));
        Answer::read(self.router.clone().oneshot(request).await.unwrap()).await
    }

    /// Answers a request of a program that has this token.
    pub(super) async fn ask_by_token(&self, mut request: Request<Body>, token: Option<&str>) -> Answer {
        if let Some(token) = token {
            request.headers_mut().insert(AUTHORIZATION, format!("Bearer {token}").parse().unwrap());
        }
        self.ask(request, None).await
    }

    /// Tells later whether anything has been written since.
    pub(super) async fn watch(&self) -> Watch {
        let mut options = ConnectOptions::new(world::database(self.folder.path()));
        options.max_connections(1).sqlx_logging(false);
        let db = Database::connect(options).await.unwrap();
        let seen = data_version(&db).await;
        Watch { db, seen }
    }
}

fn config(folder: &Path) -> Config {
    let text = format!(
        r#"
        database_url = "{}"
        files = "{folder}/files"
        addr = "127.0.0.1:3000"
        trusted_proxies = []
        session_idle = "12h"
        session_absolute = "30d"
        log_format = "text"
        log_level = "error"
        site = "{folder}/site"
        "#,
        world::database(folder),
        folder = folder.display(),
    );
    toml::from_str(&text).unwrap()
}

/// Looks at a database from beside: SQLite tells a connection whether another has changed anything.
pub(super) struct Watch {
    db: DatabaseConnection,
    seen: i64,
}

impl Watch {
    pub(super) async fn nothing_has_changed(&self) -> bool {
        data_version(&self.db).await == self.seen
    }
}

async fn data_version(db: &DatabaseConnection) -> i64 {
    let statement = Statement::from_string(DbBackend::Sqlite, "PRAGMA data_version");
    db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

pub(super) struct Answer {
    pub(super) status: u16,
    /// Empty where it leads nowhere.
    pub(super) location: String,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
    pub(super) bytes: Vec<u8>,
}

impl Answer {
    async fn read(response: Response) -> Self {
        let status = response.status().as_u16();
        let location = response.headers().get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let headers = response.headers().clone();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Self { status, location, headers, body: String::from_utf8_lossy(&body).into_owned(), bytes: body.to_vec() }
    }

    /// What was asked for has been done or shown: not sent back to a form or to the sign-in.
    pub(super) fn is_success(&self) -> bool {
        let way_back = ["returned=", "check=", "/sign-in?next="].iter().any(|sign| self.location.contains(sign));
        (200..300).contains(&self.status) || self.status == 303 && !way_back
    }

    /// For a failure's report.
    pub(super) fn told(&self) -> String {
        let body: String = self.body.chars().take(160).collect();
        format!("{} {} {body}", self.status, self.location)
    }
}
