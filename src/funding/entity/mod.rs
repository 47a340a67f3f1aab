//! How funds are kept.

pub mod fund;
pub mod fund_payment;
