//! Accounts, sessions, links and rights as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

mod access;
#[path = "../support/cast.rs"]
mod cast;
mod guessing;
mod hints;
mod links;
mod membership;
mod sessions;
mod tokens;
