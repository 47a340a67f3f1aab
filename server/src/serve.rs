//! From a configuration to an installation that answers, and to its end.

use std::{
    io::{self, Write},
    sync::Arc,
};

use hatchboard::{
    access::System,
    account::{AccountError, link},
    clock::Clock,
    evidence::{Files, FilesError},
    store::{Store, StoreError},
};
use tokio::net::TcpListener;

use crate::{
    config::{Config, Listen},
    jobs::{Worker, WorkerError},
    listen::{self, UnderWay},
    metrics::{self, Metrics},
    private,
    router::{self, Installation},
    shutdown::Shutdown,
    sweep, workbooks,
};

#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Account(#[from] AccountError),
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error(transparent)]
    Worker(#[from] WorkerError),
    #[error("cannot listen on {addr}: {error}")]
    Listen { addr: Listen, error: io::Error },
    #[error(transparent)]
    System(#[from] io::Error),
}

/// Opens the database of the configuration; an SQLite file and its folder are made if missing.
pub(crate) async fn connect(config: &Config) -> Result<Store, StoreError> {
    if let Some(file) = config.database_url.sqlite_file() {
        // A failure to make them is told by the next line; SQLite takes an empty file for a new database.
        if let Some(folder) = file.parent() {
            let _ = private::folder(folder);
        }
        let _ = private::file(&file);
    }
    Store::connect(config.database_url.secret(), Clock::system()).await
}

/// Serves until a signal ends it.
pub(crate) async fn run(config: Config) -> Result<(), ServeError> {
    let mut shutdown = Shutdown::watch()?;
    let files = Files::in_folder(&config.files)?;
    let store = connect(&config).await?;
    store.migrate().await?;

    let listener = bound(&config.addr).await?;
    let watched = match &config.metrics_address {
        Some(addr) => Some(bound(addr).await?),
        None => None,
    };
    let port = listener.local_addr()?.port();
    let public_url = config.public_url_on(port);
    writeln!(io::stdout(), "Hatchboard is served at {public_url}, listening on port {port}")?;
    if let Some(token) = link::first_admin(&store, &System::named("command: serve")).await? {
        writeln!(io::stdout(), "Nobody has an account yet. The first administrator begins here, once, within 7 days:")?;
        writeln!(io::stdout(), "{public_url}/invitation/{}", token.reveal())?;
    }

    let metrics = Metrics::default();
    let sweeping = tokio::spawn(sweep::hourly(store.clone(), files.clone(), metrics.clone()));
    let telling = watched.map(|listener| tokio::spawn(tell(listener, metrics.clone(), store.clone())));
    let worker = Worker::new(store.clone(), &config, public_url.clone())?;
    let working = tokio::spawn(worker.by_the_minute());
    let making = tokio::spawn(workbooks::in_turn(store.clone(), files.clone()));
    let under_way = UnderWay::default();
    let installation = Installation { config: Arc::new(config), public_url, store: store.clone(), files, metrics };
    let router = router::of(installation, under_way.clone());
    listen::serve(listener, router, under_way, shutdown.told()).await;
    sweeping.abort();
    if let Some(telling) = telling {
        telling.abort();
    }
    working.abort();
    // What is being made is taken up again by another, or after the start.
    making.abort();
    Ok(store.close().await?)
}

async fn bound(addr: &Listen) -> Result<TcpListener, ServeError> {
    let listener = TcpListener::bind(addr.to_string()).await;
    listener.map_err(|error| ServeError::Listen { addr: addr.clone(), error })
}

/// Tells the program's numbers for as long as it runs.
async fn tell(listener: TcpListener, metrics: Metrics, store: Store) {
    let router = metrics::router(metrics, store);
    listen::serve(listener, router, UnderWay::default(), std::future::pending()).await;
}
