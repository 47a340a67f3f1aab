//! What the forms of this area call.

pub mod accounts;
pub mod links;
pub mod own;
pub mod people;
pub mod tokens;

use hatchboard::account::{Browser, link::MadeLink};

use super::cookie;
use crate::request::Request;

/// From where the running request comes.
fn browser(request: &Request) -> Browser {
    Browser { address: request.address.clone(), device: request.device.clone() }
}

/// Lays the token of a new link into the browser and leads to the page that shows it.
fn shown_at(made: &MadeLink, path: &str) -> String {
    if let Some(token) = &made.token {
        cookie::keep_link(made.id, token);
    }
    format!("{path}/{}", made.id)
}
