//! Keeping funds: pledges, and what was received of them.

mod count;
mod pay;
mod pledge;
mod read;

use uuid::Uuid;

use crate::{
    access::Manager,
    evidence::store::{self as evidence, Owner, Prepared},
    record::store::RecordError,
    store::{StoreError, WriteTx},
};

pub(crate) use count::{Counted, pledges, receipts};
pub use count::{Sums, pledged, received, sums};
pub use pay::{receive, strike_payment};
pub use pledge::{change, enter, strike};
pub use read::{FundFilter, FundPage, FundRow, PaymentRow, list, one};

pub type FundError = RecordError<super::Field>;

/// Keeps the file that came with a pledge or a payment, for whoever reads the base.
async fn keep(
    tx: &WriteTx,
    manager: &Manager,
    (kind, id): (&'static str, Uuid),
    file: Option<&Prepared>,
) -> Result<(), StoreError> {
    let Some(file) = file else { return Ok(()) };
    let owner = Owner { base: manager.base(), subject: manager.base(), kind, id };
    evidence::put_on_record(tx, owner, manager.actor(), file).await?;
    Ok(())
}
