//! Keeping service requests.

mod ages;
mod ask;
mod board;
mod count;
mod error;
mod link;
pub mod listing;
mod on_time;
pub(crate) mod onward;
mod overdue;
mod read;
mod source;
mod step;

pub use ages::ages;
pub use ask::{ask, ask_for};
pub use board::{BoardColumn, board};
pub(crate) use count::done_within;
pub use error::ServiceError;
pub use link::{Link, link, strike_link};
pub(crate) use on_time::advice_within;
pub use on_time::{OnTime, on_time};
pub use onward::onward;
pub(crate) use overdue::overdue;
pub use read::{
    Message, OrganisationCounts, RequestFilter, RequestPage, RequestRow, ServiceCounts, choices, counts, counts_of,
    list, one,
};
pub use source::{Source, led_to};
pub use step::{Seen, Voice, accept, decline, finish, rate, reopen, say, withdraw};
