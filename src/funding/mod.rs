//! Funds linked (资金链接): who pledged how much for whom, and what of it was received. Pledged (承诺) and received (到位)
//! are counted apart, always (domain: *Annual targets*).

#[cfg(feature = "store")]
pub mod entity;
mod judge;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use judge::{Field, Fund, FundText, Payment, PaymentText};
