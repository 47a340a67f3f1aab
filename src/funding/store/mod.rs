//! Keeping funds: pledges, and what was received of them.

mod pay;
mod pledge;
mod read;

use crate::record::store::RecordError;

pub use pay::{receive, strike_payment};
pub use pledge::{change, enter, strike};
pub(crate) use read::{Counted, pledges, receipts};
pub use read::{FundFilter, FundPage, FundRow, PaymentRow, Sums, list, one, pledged, received, sums};

pub type FundError = RecordError<super::Field>;
