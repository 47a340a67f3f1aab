//! A file that becomes the draft.

use serde_json::json;

use super::super::super::{
    CardText, Kind,
    exchange::{self, CardFileRefusal},
};
use super::{
    CardError,
    draft::{insert, new_code, put_text},
    read::in_force,
    record::hold_draft,
};
use crate::{
    access::CardKeeper,
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, expect_version},
};

/// A file as it came, and the draft that it takes the place of.
#[derive(Debug)]
pub struct Upload {
    pub name: String,
    pub contents: Vec<u8>,
    /// The row version of the draft that the person saw; `None` where there was none.
    pub seen: Option<i32>,
}

/// Makes the draft of what a file says, or puts it in the draft's place.
///
/// # Errors
/// [`CardError::File`]; [`StoreError::Stale`] where the draft is another one than the person saw.
pub async fn upload(
    store: &Store,
    keeper: &CardKeeper,
    kind: Kind,
    upload: Upload,
    intent: Intent,
) -> Result<(), CardError> {
    let Upload { name, contents, seen } = upload;
    let typed = read(kind, contents).await?.with_codes(new_code);
    let Begun::Fresh(tx) = store.begin(keeper.actor(), intent).await? else { return Ok(()) };
    let draft = hold_draft(&tx, keeper.base(), kind).await?;
    let (id, version) = match (draft, seen) {
        (Some(draft), Some(seen)) => {
            expect_version(draft.row_version, seen)?;
            let named = (draft.id, draft.version);
            put_text(&tx, keeper, draft, &typed).await?;
            named
        }
        (None, None) => {
            let version = in_force(tx.db(), keeper.base(), kind).await?.version + 1;
            (insert(&tx, keeper, kind, version, &typed).await?.id, version)
        }
        _ => return Err(StoreError::Stale.into()),
    };
    let detail = json!({ "kind": kind, "version": version, "file": name });
    tx.audit(keeper.base(), keeper.actor(), Deed::ScorecardUploaded, &id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// A workbook unpacks: it is read beside whatever else is being answered.
async fn read(kind: Kind, contents: Vec<u8>) -> Result<CardText, CardFileRefusal> {
    let reading = tokio::task::spawn_blocking(move || exchange::read(kind, &contents));
    reading.await.unwrap_or_else(|panicked| std::panic::resume_unwind(panicked.into_panic()))
}
