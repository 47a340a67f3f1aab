//! How a workbook is made: records are read a part at a time, and each row leaves memory once it is written.

mod book;
mod quarter;
mod rows;
mod wording;

pub(super) use quarter::{Made, MakeError, make};
pub use wording::{Word, Wording};
