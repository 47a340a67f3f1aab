//! `POST /test/clock` with a time in RFC 3339 sets the clock, `POST /test/reminders` tells what the rules say at that time:
//! from this machine only, and never in a release.

use axum::{Extension, extract::State};
use chrono::{DateTime, Utc};
use hatchboard::{
    base,
    reminder::{Channel, store::run},
    store::Store,
};
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

pub(super) async fn remind(State(store): State<Store>, Extension(Peer(peer)): Extension<Peer>) -> StatusCode {
    if !peer.ip().to_canonical().is_loopback() {
        return StatusCode::FORBIDDEN;
    }
    let told = async {
        for base in base::store::all(&store).await? {
            run(&store, base.id, &[Channel::Program]).await?;
        }
        Ok::<_, hatchboard::store::StoreError>(())
    };
    told.await.map_or(StatusCode::INTERNAL_SERVER_ERROR, |()| StatusCode::NO_CONTENT)
}
