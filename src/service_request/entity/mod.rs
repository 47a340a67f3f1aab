//! How service requests are kept.

pub mod service_link;
pub mod service_message;
pub mod service_request;
