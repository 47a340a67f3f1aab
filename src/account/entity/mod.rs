//! How this folder's records are kept, a table a file.

pub mod account;
pub mod api_token;
pub mod membership;
pub mod one_time_link;
pub mod session;
pub mod sign_in_delay;
