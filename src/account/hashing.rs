//! Passwords by argon2id, on threads that may be kept busy, a few at a time.

use std::sync::LazyLock;

use argon2::{
    Argon2,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use tokio::sync::Semaphore;

use super::Password;
use crate::store::StoreError;

/// Each hashing takes 19 MiB and a core for some 20 ms: a flood of guesses queues instead of taking the machine.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// What an unknown name is compared with, so that it takes as long as a known one.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now(&hex_of_random()).unwrap_or_default());

pub(crate) async fn hash(password: &Password) -> Result<String, StoreError> {
    let password = password.reveal().to_owned();
    busy(move || hash_now(&password)).await?
}

/// Whether the password fits. `None` stands for an account that does not exist or has no password: the answer is no,
/// after the same work.
pub(super) async fn verify(typed: &str, kept: Option<String>) -> Result<bool, StoreError> {
    let typed = typed.to_owned();
    busy(move || {
        let known = kept.is_some();
        let kept = kept.as_deref().unwrap_or(NOBODY.as_str());
        let fits = PasswordHash::new(kept)
            .is_ok_and(|kept| Argon2::default().verify_password(typed.as_bytes(), &kept).is_ok());
        known && fits
    })
    .await
}

/// A password drawn at random, for the demo and the command line: 75 bits, without letters that look alike.
pub fn draw_password() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let random = rand::random::<[u8; 15]>();
    let letters: String = random.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    format!("{}-{}-{}", &letters[..5], &letters[5..10], &letters[10..])
}

fn hash_now(password: &str) -> Result<String, StoreError> {
    let failed = |error: argon2::password_hash::Error| {
        StoreError::Unreadable(format!("a password could not be hashed: {error}"))
    };
    let salt = SaltString::encode_b64(&rand::random::<[u8; 16]>()).map_err(failed)?;
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt).map_err(failed)?.to_string())
}

fn hex_of_random() -> String {
    crate::store::hex(&rand::random::<[u8; 16]>())
}

async fn busy<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, StoreError> {
    let _turn = AT_ONCE.acquire().await.map_err(|_| StoreError::Unavailable)?;
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| StoreError::Unreadable(format!("hashing ended early: {error}")))
}
