//! `POST /test/clock` with a time in RFC 3339 sets the clock: from this machine only, and never in a release.

use axum::{Extension, extract::State};
use chrono::{DateTime, Utc};
use hatchboard::store::Store;
use http::StatusCode;

use crate::listen::Peer;

pub(super) async fn set(
    State(store): State<Store>,
    Extension(Peer(peer)): Extension<Peer>,
    body: String,
) -> StatusCode {
    if !peer.ip().to_canonical().is_loopback() {
        return StatusCode::FORBIDDEN;
    }
    match body.trim().parse::<DateTime<Utc>>() {
        Ok(now) => {
            store.clock().set(now);
            StatusCode::NO_CONTENT
        }
        Err(_) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
