//! What the plain records of a base's work share (能力培训、孵化指导、资金链接、项目对接): how their forms are read, and that what
//! was entered wrongly is struck out with a reason and stays to be seen.

mod reading;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use reading::{Fault, LONGEST_LINE, LONGEST_WORDS, Problem};
pub(crate) use reading::{Reading, read_name};
