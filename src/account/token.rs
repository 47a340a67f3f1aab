use std::fmt;

use sha2::{Digest, Sha256};

use crate::store::hex;

/// The secret of a session or a link: 256 random bits, in hexadecimal. Only its hash is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    pub(super) fn draw() -> Self {
        Self(hex(&rand::random::<[u8; 32]>()))
    }

    /// For the cookie or the link that carries it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> String {
        hash(&self.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// What is kept of a token. It is random, so a fast hash without salt gives nothing away.
pub(super) fn hash(token: &str) -> String {
    hex(&Sha256::digest(token))
}
