use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    Deed,
    entity::{audit_event, audit_head},
};
use crate::store::{Store, StoreError, hex};

/// An event before it has its place in the chain.
#[derive(Debug, Clone)]
pub struct NewEvent {
    pub chain: String,
    pub actor: String,
    pub account: Option<Uuid>,
    pub deed: Deed,
    pub subject: String,
    pub detail: Value,
}

/// Appends events, in order, to their chains.
pub async fn append(db: &impl ConnectionTrait, at: DateTime<Utc>, events: Vec<NewEvent>) -> Result<(), StoreError> {
    append_dated(db, events.into_iter().map(|event| (at, event)).collect()).await
}

/// As [`append`], each event with its own time: for the demo, whose deeds lie in the past of its day.
pub(crate) async fn append_dated(
    db: &impl ConnectionTrait,
    events: Vec<(DateTime<Utc>, NewEvent)>,
) -> Result<(), StoreError> {
    let mut chains: BTreeMap<String, Vec<(DateTime<Utc>, NewEvent)>> = BTreeMap::new();
    for (at, event) in events {
        chains.entry(event.chain.clone()).or_default().push((at, event));
    }
    // In one order everywhere, so that two writes never wait for each other in a circle.
    for (chain, events) in chains {
        append_to(db, chain, events).await?;
    }
    Ok(())
}

async fn append_to(
    db: &impl ConnectionTrait,
    chain: String,
    events: Vec<(DateTime<Utc>, NewEvent)>,
) -> Result<(), StoreError> {
    let head = lock_head(db, &chain).await?;
    let (mut seq, mut hash) = (head.seq, head.hash);
    let mut rows = Vec::with_capacity(events.len());
    for (at, event) in events {
        seq += 1;
        let mut row = audit_event::Model {
            id: Uuid::nil(),
            chain: chain.clone(),
            seq,
            at,
            actor: event.actor,
            account_id: event.account,
            action: event.deed.code().to_owned(),
            subject: event.subject,
            detail: event.detail.to_string(),
            previous_hash: hash.clone(),
            hash: String::new(),
        };
        let digest = digest_of(&row);
        row.id = id_of(at, &digest);
        row.hash = hex(&digest);
        hash.clone_from(&row.hash);
        rows.push(audit_event::ActiveModel::from(row));
    }
    for some in rows.chunks(1000) {
        audit_event::Entity::insert_many(some.to_vec()).exec_without_returning(db).await?;
    }
    audit_head::ActiveModel { chain: Set(chain), seq: Set(seq), hash: Set(hash) }.update(db).await?;
    Ok(())
}

/// The chain's end, held until the end of the write. A new chain's is made first, so that two writes that both begin
/// it queue here instead of one failing.
async fn lock_head(db: &impl ConnectionTrait, chain: &str) -> Result<audit_head::Model, StoreError> {
    let held = || audit_head::Entity::find_by_id(chain).lock_exclusive().one(db);
    if let Some(head) = held().await? {
        return Ok(head);
    }
    let empty = audit_head::ActiveModel { chain: Set(chain.to_owned()), seq: Set(0), hash: Set(String::new()) };
    audit_head::Entity::insert(empty).on_conflict_do_nothing().exec_without_returning(db).await?;
    held().await?.ok_or_else(|| StoreError::Unreadable(format!("the audit chain `{chain}` has no head")))
}

/// An event's id follows from the event (version 7: its time, then its digest): the same chain has the same ids.
fn id_of(at: DateTime<Utc>, digest: &[u8]) -> Uuid {
    let milliseconds = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    let random = digest.first_chunk().expect("a SHA-256 digest has 32 bytes");
    uuid::Builder::from_unix_timestamp_millis(milliseconds, random).into_uuid()
}

/// SHA-256 over every field but the id, each with its length before it, so that no two events read alike.
fn hash_of(event: &audit_event::Model) -> String {
    hex(&digest_of(event))
}

fn digest_of(event: &audit_event::Model) -> [u8; 32] {
    let at = event.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let account = event.account_id.map(|id| id.to_string()).unwrap_or_default();
    let seq = event.seq.to_string();
    let mut digest = Sha256::new();
    for field in [
        &event.chain,
        &seq,
        &at,
        &event.actor,
        &account,
        &event.action,
        &event.subject,
        &event.detail,
        &event.previous_hash,
    ] {
        digest.update((field.len() as u64).to_be_bytes());
        digest.update(field);
    }
    digest.finalize().into()
}

/// A chain that holds together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub events: i64,
    /// The newest event's hash: kept elsewhere, it shows a chain that was cut or rewritten as a whole.
    pub head: String,
}

/// Where a chain does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the audit chain `{chain}` breaks at event {seq}")]
pub struct Break {
    pub chain: String,
    pub seq: i64,
}

/// Reads a chain from its beginning and checks every link, a thousand events at a time.
pub async fn verify(store: &Store, chain: &str) -> Result<Result<Verified, Break>, StoreError> {
    let broken = |seq| Ok(Err(Break { chain: chain.to_owned(), seq }));
    let (mut seq, mut hash) = (0, String::new());
    let mut looked_again = false;
    loop {
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::Chain.eq(chain))
            .filter(audit_event::Column::Seq.gt(seq))
            .order_by_asc(audit_event::Column::Seq)
            .limit(1000)
            .all(store.read())
            .await?;
        if events.is_empty() {
            let head = audit_head::Entity::find_by_id(chain).one(store.read()).await?;
            let (head_seq, head_hash) = head.map_or((0, String::new()), |head| (head.seq, head.hash));
            if head_seq == seq && head_hash == hash {
                return Ok(Ok(Verified { events: seq, head: hash }));
            }
            // A head further on may belong to a write that ended meanwhile: then its events are there now.
            if looked_again || head_seq <= seq {
                return broken(head_seq.min(seq) + 1);
            }
            looked_again = true;
            continue;
        }
        looked_again = false;
        for event in events {
            seq += 1;
            if event.seq != seq || event.previous_hash != hash || event.hash != hash_of(&event) {
                return broken(seq);
            }
            hash = event.hash;
        }
    }
}
