//! For whoever watches the program: is it there, and can it answer?

use std::time::Duration;

use axum::extract::State;
use hatchboard::store::{Store, StoreError};
use http::StatusCode;
use tokio::time::timeout;

/// A database that takes longer than this is away.
const PATIENCE: Duration = Duration::from_secs(3);

/// The program runs.
pub(super) async fn alive() -> &'static str {
    "ok\n"
}

/// The database answers and has this program's shape.
pub(super) async fn ready(State(store): State<Store>) -> (StatusCode, &'static str) {
    match timeout(PATIENCE, shape(&store)).await {
        Ok(Ok(true)) => (StatusCode::OK, "ready\n"),
        Ok(Ok(false)) => (StatusCode::SERVICE_UNAVAILABLE, "the database is not migrated\n"),
        Ok(Err(_)) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}

async fn shape(store: &Store) -> Result<bool, StoreError> {
    store.answers().await?;
    store.is_migrated().await
}

#[cfg(test)]
mod tests {
    use axum::extract::State;
    use hatchboard::{clock::Clock, store::Store};

    use super::ready;

    #[tokio::test]
    async fn the_program_is_ready_once_its_database_is_migrated_and_as_long_as_it_answers() {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite://{}/hatchboard.db", folder.path().display());
        let store = Store::connect(&address, Clock::system()).await.unwrap();
        assert_eq!(ready(State(store.clone())).await.0, 503);
        store.migrate().await.unwrap();
        assert_eq!(ready(State(store.clone())).await.0, 200);
        store.clone().close().await.unwrap();
        assert_eq!(ready(State(store)).await.0, 503);
    }
}
