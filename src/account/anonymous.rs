//! Forms that anybody can send without an account, such as the sign-in at a training: how many from one address.

use super::{AccountError, Throttle, network::network, sign_in::Count};
use crate::{access::System, store::Store};

/// Counts a form of a kind from an address, before it is looked at, or says how long to wait.
pub async fn count(store: &Store, kind: &'static str, address: &str) -> Result<(), AccountError> {
    let tx = store.begin_unrecorded(System::named(kind).actor(), "anonymous.counted").await?;
    let count = Count::lock(&tx, &format!("{kind}:{}", network(address))).await?;
    let seconds = count.wait_from(tx.now());
    if seconds > 0 {
        return Err(AccountError::TooManyAttempts { seconds });
    }
    count.one_more(&tx, Throttle::ANONYMOUS).await?;
    Ok(tx.commit_unrecorded().await?)
}
