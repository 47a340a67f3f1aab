//! What waits at a base, or at several, out of the rows of every area.

mod filed;
mod judged;
mod raised;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{Wait, What, gathered};
use crate::{
    access::BaseReader,
    code::NoSuchCode,
    store::{Store, StoreError},
};

/// When something was done, if it was.
type Moment = Option<DateTime<Utc>>;

/// So many at a base, and since when the oldest.
type Counted = (Uuid, i64, Moment);

/// The same, apart for the base's own and for those of its organisations.
#[derive(Debug, FromQueryResult)]
struct OfSubject {
    base_id: Uuid,
    state: String,
    of_base: bool,
    number: i64,
    oldest: Option<DateTime<Utc>>,
}

/// At which base it waits.
type Found = (Uuid, Wait);

/// What lies with whom, but for letters past the operator, which are for the bureau alone. As many statements whatever
/// the base holds: thirteen.
pub async fn waiting(store: &Store, reader: &BaseReader) -> Result<Vec<Wait>, StoreError> {
    let mut found = waiting_at(store, std::slice::from_ref(reader)).await?;
    Ok(found.remove(&reader.base()).unwrap_or_default())
}

/// The same of several bases, by base: as many statements as for one.
pub async fn waiting_at(store: &Store, readers: &[BaseReader]) -> Result<HashMap<Uuid, Vec<Wait>>, StoreError> {
    let db = store.read();
    let bases: Vec<Uuid> = readers.iter().map(BaseReader::base).collect();
    let mut found = filed::reports(db, &bases).await?;
    found.extend(filed::plans(db, &bases, store.now()).await?);
    found.extend(filed::exceptions(db, &bases).await?);
    found.extend(judged::sheets(db, &bases).await?);
    found.extend(judged::objections(db, &bases).await?);
    found.extend(raised::services(db, &bases).await?);
    found.extend(raised::faults(db, &bases).await?);
    found.extend(raised::instructions(db, &bases).await?);
    found.extend(judged::proposals(db, &bases).await?);
    found.extend(filed::targets(db, &bases).await?);
    let of = |base: Uuid| found.iter().filter(move |(at, _)| *at == base).map(|(_, wait)| *wait);
    Ok(bases.iter().map(|base| (*base, gathered(of(*base)))).collect())
}

fn wait(base: Uuid, what: What, number: i64, oldest: Option<DateTime<Utc>>) -> Found {
    (base, Wait { what, number: u32::try_from(number).unwrap_or(u32::MAX), oldest })
}

/// One kind, base by base.
fn each(found: Vec<Counted>, what: What) -> impl Iterator<Item = Found> {
    found.into_iter().map(move |(base, number, oldest)| wait(base, what, number, oldest))
}

fn read<T: std::str::FromStr<Err = NoSuchCode>>(code: &str) -> Result<T, StoreError> {
    code.parse().map_err(|error: NoSuchCode| StoreError::Unreadable(error.to_string()))
}
