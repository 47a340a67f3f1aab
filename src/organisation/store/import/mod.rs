//! The register of a base, from a workbook: shown first, written once it is confirmed.
//!
//! The rows are kept as they stand in the workbook and judged at each look, so that the preview never tells of
//! a register that has changed since. A confirmation names what was shown, and is refused where that is no
//! longer what would be done.

mod apply;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::record;
use crate::{
    access::{Manager, System},
    audit::Deed,
    base,
    organisation::{
        entity::{organisation, registry_import},
        import::{
            Done, DoneRow, ImportRefusal, ImportReport, ImportRow, JudgedRow, Known, Outcome, Reason, judge, kept,
            read, refused_workbook,
        },
    },
    store::{Begun, Intent, Store, StoreError, expect_version, hex},
};

const PREVIEWED: &str = "previewed";
const CONFIRMED: &str = "confirmed";

/// A preview that nobody confirms is thrown away after this time, with the personal data in it.
const KEPT_FOR: TimeDelta = TimeDelta::days(7);

/// Why a register is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file is not read at all.
    #[error(transparent)]
    Refused(#[from] ImportRefusal),
    /// The base has no such import, or it was thrown away.
    #[error("the base has no such import")]
    NotFound,
    /// It has been confirmed before.
    #[error("the import has been confirmed already")]
    Settled,
    #[error(transparent)]
    History(#[from] crate::incubation::HistoryFault),
    /// The workbook of refused rows cannot be written.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl From<sea_orm::DbErr> for ImportError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// An uploaded register.
#[derive(Debug)]
pub struct Preview {
    pub id: Uuid,
    pub file_name: String,
    pub made_by: String,
    pub at: DateTime<Utc>,
    pub row_version: i32,
    pub stands: Stands,
    rows: Vec<ImportRow>,
}

/// Whether it still waits, or what came of it.
#[derive(Debug)]
pub enum Stands {
    /// What would be done now; `digest` names it for [`confirm`].
    Previewed {
        judged: Vec<JudgedRow>,
        digest: String,
    },
    Confirmed {
        at: DateTime<Utc>,
        rows: Vec<DoneRow>,
    },
}

/// A line of the list of imports.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct PastImport {
    pub id: Uuid,
    pub file_name: String,
    pub made_by: String,
    pub at: DateTime<Utc>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub accepted: i32,
    pub rejected: i32,
}

/// Reads a workbook and keeps its rows for a look; the outcome is the import's id.
pub async fn preview(
    store: &Store,
    manager: &Manager,
    file_name: &str,
    bytes: Vec<u8>,
    intent: Intent,
) -> Result<String, ImportError> {
    let file_hash = hex(&Sha256::digest(&bytes));
    let rows = read_apart(bytes).await?;
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let (base, id) = (manager.base(), Uuid::now_v7());
    let judged = judge(&rows, &known(tx.db(), base).await?.0, today(tx.db(), base, tx.now()).await?);
    let (accepted, rejected) = counts(&judged);
    let row = registry_import::ActiveModel {
        id: Set(id),
        base_id: Set(base),
        file_name: Set(file_name.chars().take(200).collect()),
        file_hash: Set(file_hash.clone()),
        made_by: Set(manager.actor().name.clone()),
        state: Set(PREVIEWED.to_owned()),
        rows: Set(kept::keep(&rows).map_err(|error| StoreError::Unreadable(error.to_string()))?),
        report: Set(None),
        accepted: Set(accepted),
        rejected: Set(rejected),
        at: Set(tx.now()),
        confirmed_at: Set(None),
        row_version: Set(1),
    };
    registry_import::Entity::insert(row).exec_without_returning(tx.db()).await?;
    let detail = json!({ "file": file_name, "sha256": file_hash, "accepted": accepted, "rejected": rejected });
    tx.audit(base, manager.actor(), Deed::RegistryUploaded, &id.to_string(), &detail);
    Ok(tx.commit(id.to_string()).await?)
}

/// Throws away the previews whose time is over.
pub async fn sweep_previews(store: &Store) -> Result<(), StoreError> {
    let tx = store.begin_unrecorded(System::named("job: sweep").actor(), "registry.sweep").await?;
    registry_import::Entity::delete_many()
        .filter(registry_import::Column::State.eq(PREVIEWED))
        .filter(registry_import::Column::At.lt(tx.now() - KEPT_FOR))
        .exec(tx.db())
        .await?;
    tx.commit_unrecorded().await
}

/// An uploaded register, judged against what the base knows now.
pub async fn open(store: &Store, manager: &Manager, id: Uuid) -> Result<Preview, ImportError> {
    let (db, base) = (store.read(), manager.base());
    let row = registry_import::Entity::find_by_id(id)
        .filter(registry_import::Column::BaseId.eq(base))
        .one(db)
        .await?
        .ok_or(ImportError::NotFound)?;
    let rows = unfold(&row.rows)?;
    let stands = if let (Some(report), Some(at)) = (&row.report, row.confirmed_at) {
        let rows = serde_json::from_str(report).map_err(|error| StoreError::Unreadable(error.to_string()))?;
        Stands::Confirmed { at, rows }
    } else {
        let judged = judge(&rows, &known(db, base).await?.0, today(db, base, store.now()).await?);
        Stands::Previewed { digest: digest(&judged), judged }
    };
    Ok(Preview {
        id,
        file_name: row.file_name,
        made_by: row.made_by,
        at: row.at,
        row_version: row.row_version,
        stands,
        rows,
    })
}

impl Preview {
    /// The workbook of refused rows: `heading` stands over the reasons, whose text `words` makes.
    pub fn refused(&self, heading: &str, words: impl Fn(&Reason) -> String) -> Result<Vec<u8>, ImportError> {
        Ok(match &self.stands {
            Stands::Previewed { judged, .. } => refused_workbook(&self.rows, judged, heading, words)?,
            Stands::Confirmed { rows, .. } => {
                // Of a confirmed import only the refused rows are kept.
                let refused = rows.iter().filter(|row| row.done == Done::Rejected);
                let judged: Vec<JudgedRow> = refused
                    .map(|row| JudgedRow {
                        sheet: row.sheet.as_str().into(),
                        row: row.row,
                        name: row.name.clone(),
                        outcome: Outcome::Rejected(row.reasons.clone()),
                        warnings: Vec::new(),
                    })
                    .collect();
                refused_workbook(&self.rows, &judged, heading, words)?
            }
        })
    }
}

/// The newest imports of a base.
pub async fn recent(store: &Store, manager: &Manager) -> Result<Vec<PastImport>, StoreError> {
    use registry_import::Column;
    Ok(registry_import::Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::FileName,
            Column::MadeBy,
            Column::At,
            Column::ConfirmedAt,
            Column::Accepted,
            Column::Rejected,
        ])
        .filter(Column::BaseId.eq(manager.base()))
        .order_by_desc(Column::At)
        .limit(20)
        .into_model()
        .all(store.read())
        .await?)
}

/// Writes what the preview showed; `shown` is its digest. Where something else would be done by now, it is
/// stale and wants another look.
pub async fn confirm(
    store: &Store,
    manager: &Manager,
    id: Uuid,
    shown: &str,
    intent: Intent,
) -> Result<String, ImportError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let base = manager.base();
    let row =
        tx.lock::<registry_import::Entity>(id).await?.filter(|row| row.base_id == base).ok_or(ImportError::NotFound)?;
    if row.state != PREVIEWED {
        return Err(ImportError::Settled);
    }
    expect_version(row.row_version, 1)?;
    let rows = unfold(&row.rows)?;
    // Two imports of one base follow one another.
    tx.lock::<base::entity::Entity>(base).await?;
    let (known, without_incubation) = known(tx.db(), base).await?;
    let judged = judge(&rows, &known, today(tx.db(), base, tx.now()).await?);
    if digest(&judged) != shown {
        return Err(StoreError::Stale.into());
    }
    let done = apply::apply(&tx, manager, &judged, &without_incubation).await?;
    let refused: Vec<ImportRow> =
        rows.into_iter().zip(&done).filter(|(_, done)| done.done == Done::Rejected).map(|(row, _)| row).collect();
    let json = |error: serde_json::Error| StoreError::Unreadable(error.to_string());
    let (accepted, rejected) = counts(&judged);
    let new = registry_import::ActiveModel {
        id: Set(id),
        state: Set(CONFIRMED.to_owned()),
        rows: Set(kept::keep(&refused).map_err(json)?),
        report: Set(Some(serde_json::to_string(&done).map_err(json)?)),
        accepted: Set(accepted),
        rejected: Set(rejected),
        confirmed_at: Set(Some(tx.now())),
        row_version: Set(row.row_version + 1),
        ..Default::default()
    };
    registry_import::Entity::update(new).exec(tx.db()).await?;
    let detail = json!({ "file": row.file_name, "accepted": accepted, "rejected": rejected });
    tx.audit(base, manager.actor(), Deed::RegistryImported, &id.to_string(), &detail);
    Ok(tx.commit(id.to_string()).await?)
}

/// Takes a workbook in at once, as the command line does; with `dry_run` it only tells what would be done.
pub async fn import_registry(
    store: &Store,
    manager: &Manager,
    bytes: Vec<u8>,
    dry_run: bool,
) -> Result<ImportReport, ImportError> {
    let base = manager.base();
    let rows = read_apart(bytes).await?;
    if dry_run {
        let db = store.read();
        let judged = judge(&rows, &known(db, base).await?.0, today(db, base, store.now()).await?);
        return Ok(ImportReport::on(&rows, &judged));
    }
    let Begun::Fresh(tx) = store.begin(manager.actor(), Intent::once("registry.import")).await? else {
        return Err(StoreError::KeyReused.into());
    };
    tx.lock::<base::entity::Entity>(base).await?;
    let (known, without_incubation) = known(tx.db(), base).await?;
    let judged = judge(&rows, &known, today(tx.db(), base, tx.now()).await?);
    apply::apply(&tx, manager, &judged, &without_incubation).await?;
    let report = ImportReport::on(&rows, &judged);
    let detail = json!({ "accepted": report.accepted, "rejected": report.rejected });
    tx.audit(base, manager.actor(), Deed::RegistryImported, &base.to_string(), &detail);
    tx.commit("").await?;
    Ok(report)
}

/// Reading a workbook keeps a processor busy for up to seconds: others are answered meanwhile.
async fn read_apart(bytes: Vec<u8>) -> Result<Vec<ImportRow>, ImportError> {
    let read = tokio::task::spawn_blocking(move || read(&bytes)).await;
    Ok(read.map_err(|error| StoreError::Unreadable(error.to_string()))??)
}

/// What the base knows, and which of its organisations never had an incubation.
async fn known(db: &impl ConnectionTrait, base: Uuid) -> Result<(Known, Vec<Uuid>), StoreError> {
    let rows = organisation::Entity::find()
        .filter(organisation::Column::BaseId.eq(base))
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await?;
    let mut strengths = record::strengths(db, base, None).await?;
    let without_incubation = rows.iter().filter(|row| row.stage.is_empty()).map(|row| row.id).collect();
    let known = rows
        .iter()
        .map(|row| Ok((row.id, record::profile_of(row, strengths.remove(&row.id).unwrap_or_default())?)))
        .collect::<Result<Known, StoreError>>()?;
    Ok((known, without_incubation))
}

/// The base's day.
async fn today(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<NaiveDate, ImportError> {
    let base = base::store::by_id(db, base).await?.ok_or(ImportError::NotFound)?;
    Ok(base.day(now))
}

fn unfold(rows: &str) -> Result<Vec<ImportRow>, StoreError> {
    kept::unfold(rows).map_err(|error| StoreError::Unreadable(format!("registry_import.rows: {error}")))
}

/// Accepted and rejected.
fn counts(judged: &[JudgedRow]) -> (i32, i32) {
    let accepted = judged.iter().filter(|judged| matches!(judged.outcome, Outcome::Accepted(_))).count();
    let whole = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    (whole(accepted), whole(judged.len() - accepted))
}

/// Names everything that would be done, differences included.
fn digest(judged: &[JudgedRow]) -> String {
    hex(&Sha256::digest(format!("{judged:?}")))
}
