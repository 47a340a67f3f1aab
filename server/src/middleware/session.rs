//! Who asks: the account behind the session's cookie.

use hatchboard::{access::Asker, account::session, store::StoreError};
use hatchboard_app::account::cookie::session_name;
use http::HeaderMap;

use super::cookie;
use crate::router::Installation;

/// `None` where nobody is signed in.
pub(crate) async fn asker(installation: &Installation, headers: &HeaderMap) -> Result<Option<Asker>, StoreError> {
    let Some(token) = cookie::value(headers, session_name(installation.public_url.as_str())) else { return Ok(None) };
    session::find(&installation.store, installation.config.session_limits(), token).await
}
