//! Keeping service requests.

mod ask;
mod error;
mod link;
mod overdue;
mod read;
mod source;
mod step;

pub use ask::{ask, ask_for};
pub use error::ServiceError;
pub use link::{Link, link, strike_link};
pub(crate) use overdue::overdue;
pub(crate) use read::timely_within;
pub use read::{
    Message, OnTime, OrganisationCounts, RequestFilter, RequestPage, RequestRow, ServiceCounts, choices, counts,
    counts_of, list, on_time, one,
};
pub use source::{Source, led_to};
pub use step::{Seen, Voice, accept, decline, finish, rate, reopen, say, withdraw};
