//! The whole of an installation in one file, and back.
//!
//! A backup is a zip archive of the database, the attachments, and a manifest with the SHA-256 of each entry and
//! how far each audit chain had come. The database is copied first: a file is always kept before the row that
//! names it, so that no row of the copy lacks its file. A restore goes into an empty place only; it checks every
//! hash before it writes and every audit chain before it is done.

mod archive;
mod manifest;
mod postgres;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use hatchboard::{
    audit::{self, Break, Checkpoint},
    clock::Clock,
    store::{Store, StoreError},
};
use serde::Serialize;
use tokio::task::spawn_blocking;

pub(crate) use manifest::Kind;
use manifest::Manifest;

use crate::{
    config::{Config, DatabaseUrl},
    private,
};

#[derive(Debug, thiserror::Error)]
pub(crate) enum BackupError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("{} exists already; nothing was written", .0.display())]
    Exists(PathBuf),
    #[error("{} is not empty: a backup is restored into an empty place only", .0)]
    NotEmpty(String),
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error("{} is no backup, or is damaged: {problem}", file.display())]
    Damaged { file: PathBuf, problem: String },
    #[error("the backup is of {backup}, and DATABASE_URL names {here}")]
    OtherDatabase { backup: Kind, here: Kind },
    #[error("`{tool}` of PostgreSQL is needed and was not found on PATH")]
    NoTool { tool: &'static str },
    #[error("`{tool}` failed: {said}")]
    Tool { tool: &'static str, said: String },
    #[error(transparent)]
    Chain(#[from] Break),
    #[error("the audit chain `{0}` is not the one that the backup's manifest names")]
    OtherChain(String),
    #[error("the work was cut off: {0}")]
    CutOff(#[from] tokio::task::JoinError),
}

/// What a backup or a restore has moved.
#[derive(Debug, Serialize)]
pub(crate) struct Outcome {
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) database: Kind,
    /// Attachments.
    pub(crate) files: usize,
    /// Before compression.
    pub(crate) bytes: u64,
    pub(crate) audit: Vec<Checkpoint>,
}

impl From<Manifest> for Outcome {
    fn from(manifest: Manifest) -> Self {
        Self {
            made_at: manifest.made_at,
            database: manifest.database,
            files: manifest.entries.len() - 1,
            bytes: manifest.entries.iter().map(|entry| entry.bytes).sum(),
            audit: manifest.audit,
        }
    }
}

/// Writes a backup. The installation may go on working meanwhile.
pub(crate) async fn make(config: &Config, store: &Store, file: &Path) -> Result<Outcome, BackupError> {
    if file.exists() {
        return Err(BackupError::Exists(file.to_owned()));
    }
    let folder = tempfile::tempdir_in(folder_of(file)).map_err(of(folder_of(file)))?;
    // Before the copy, so that the copy has come at least as far.
    let audit = audit::checkpoints(store).await?;
    let made_at = store.now();
    let database = Kind::of(&config.database_url);
    let copy = folder.path().join(database.entry());
    match database {
        Kind::Sqlite => store.copy_to(&copy).await?,
        Kind::Postgresql => blocking(config.database_url.clone(), copy.clone(), postgres::dump).await?,
    }
    let (attachments, unfinished, file) = (config.files.clone(), folder.path().join("unfinished.zip"), file.to_owned());
    let manifest = spawn_blocking(move || {
        let mut archive = archive::Writer::begin(&unfinished)?;
        archive.add(database.entry(), &copy)?;
        archive.add_attachments(&attachments)?;
        let manifest = archive.finish(|entries| Manifest::new(made_at, database, entries, audit))?;
        fs::rename(&unfinished, &file).map_err(of(&file))?;
        Ok::<_, BackupError>(manifest)
    })
    .await??;
    Ok(manifest.into())
}

/// Brings a backup back. What the configuration names as database and folder of attachments has to be empty.
pub(crate) async fn restore(config: &Config, file: &Path) -> Result<Outcome, BackupError> {
    let here = Kind::of(&config.database_url);
    expect_empty(config).await?;
    let (file, attachments) = (file.to_owned(), config.files.clone());
    let folder = match config.database_url.sqlite_file() {
        Some(database) => {
            let folder = folder_of(&database).to_owned();
            private::folder(&folder).map_err(of(&folder))?;
            tempfile::tempdir_in(&folder).map_err(of(&folder))?
        }
        None => tempfile::tempdir().map_err(of(Path::new("a temporary folder")))?,
    };
    let copy = folder.path().join(here.entry());
    let unpacked = copy.clone();
    let manifest = spawn_blocking(move || {
        let mut archive = archive::Reader::open(&file)?;
        if archive.manifest().database != here {
            return Err(BackupError::OtherDatabase { backup: archive.manifest().database, here });
        }
        archive.verify()?;
        archive.unpack(&unpacked, &attachments)?;
        Ok(archive.into_manifest())
    })
    .await??;
    bring_in(config, &copy, &manifest).await?;
    Ok(manifest.into())
}

/// The database last: until it stands in its place, there is no installation.
async fn bring_in(config: &Config, copy: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    if let Some(database) = config.database_url.sqlite_file() {
        verify_chains(&format!("sqlite://{}", copy.display()), &manifest.audit).await?;
        fs::rename(copy, &database).map_err(of(&database))?;
        archive::keep(folder_of(&database))
    } else {
        blocking(config.database_url.clone(), copy.to_owned(), postgres::load).await?;
        verify_chains(config.database_url.secret(), &manifest.audit).await
    }
}

async fn verify_chains(address: &str, seen: &[Checkpoint]) -> Result<(), BackupError> {
    let store = Store::connect(address, Clock::system()).await?;
    for head in audit::checkpoints(&store).await? {
        audit::verify(&store, &head.chain).await??;
    }
    for checkpoint in seen {
        if !audit::passes(&store, checkpoint).await? {
            return Err(BackupError::OtherChain(checkpoint.chain.clone()));
        }
    }
    Ok(store.close().await?)
}

async fn expect_empty(config: &Config) -> Result<(), BackupError> {
    let files = &config.files;
    if fs::read_dir(files).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(BackupError::NotEmpty(files.display().to_string()));
    }
    let empty = if let Some(file) = config.database_url.sqlite_file() {
        !file.exists()
    } else {
        let store = Store::connect(config.database_url.secret(), Clock::system()).await?;
        let empty = store.is_empty().await?;
        store.close().await?;
        empty
    };
    if empty { Ok(()) } else { Err(BackupError::NotEmpty(config.database_url.to_string())) }
}

/// Runs one of PostgreSQL's tools without holding up anything else.
async fn blocking(
    database: DatabaseUrl,
    copy: PathBuf,
    tool: fn(&DatabaseUrl, &Path) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    spawn_blocking(move || tool(&database, &copy)).await?
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Names the file in an error of the system.
fn of(path: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.to_owned();
    move |error| BackupError::File { path, error }
}
