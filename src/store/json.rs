//! Facts that are kept as JSON in one column.

use serde::{Serialize, de::DeserializeOwned};

use super::StoreError;

/// `what` names the column for whoever has to mend it.
pub(crate) fn read_json<T: DeserializeOwned>(text: &str, what: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Unreadable(format!("{what}: {error}")))
}

/// Plain facts always make JSON.
pub(crate) fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("facts of texts and numbers make JSON")
}
