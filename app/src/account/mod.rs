//! Signing in, one's own account, invitations, and the people whom operators and administrators look after.

pub(crate) mod frame;
mod problem;
mod roles;

pub mod account_page;
pub mod accounts_page;
pub mod api;
pub mod cookie;
mod download;
pub mod home_page;
pub mod link_pages;
pub mod me_page;
pub mod pages;
pub mod people_page;
pub mod sign_in_page;
pub mod tokens_page;
pub(crate) mod words;

pub use download::routes;
pub(crate) use problem::told;
