use hatchboard::{access::Denied, store::StoreError};
use uuid::Uuid;

use super::AppError;

impl AppError {
    /// For what nobody foresaw: logged once, shown by its id.
    pub fn unknown(error: &(dyn std::error::Error + 'static)) -> Self {
        let id = Uuid::now_v7().simple().to_string()[20..].to_owned();
        tracing::error!(id, error, "a request failed");
        Self::Internal { id }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable => Self::Unavailable,
            StoreError::Stale => Self::Stale,
            StoreError::KeyReused => Self::KeyReused,
            StoreError::Database(_) | StoreError::Unreadable(_) | StoreError::NoSuchDatabase(_) => {
                Self::unknown(&error)
            }
        }
    }
}

impl From<Denied> for AppError {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::NotSignedIn => Self::NotSignedIn,
            Denied::NotYours => Self::Forbidden,
        }
    }
}
