//! A base's quarter as one workbook (季度工作簿): every record of it as rows, and sums over them as formulas.
//!
//! Such a workbook may have a hundred thousand rows, so nobody waits for it in front of a page: it is asked for as a job,
//! made in the background a part at a time, and kept for a week for whoever asked.

#[cfg(feature = "store")]
pub mod entity;
#[cfg(feature = "store")]
mod make;
mod sheet;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

#[cfg(feature = "store")]
pub use make::{Word, Wording};
pub use sheet::{Heading, SheetOf, Sum, Timely};

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::{code::coded, period::Quarter};

coded! {
    /// How a job stands.
    pub enum State {
        /// 等待中.
        Waiting = "waiting",
        /// 生成中.
        Running = "running",
        /// 已生成.
        Done = "done",
        /// 已取消.
        Cancelled = "cancelled",
        /// 没有生成.
        Failed = "failed",
    }
}

impl State {
    /// Whether something is still to come.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

coded! {
    /// Why there is no workbook.
    pub enum Failure {
        /// Whoever asked no longer has the role by which they asked.
        RightGone = "right_gone",
        /// It could not be made.
        Broken = "broken",
    }
}

/// What is wrong with the quarter that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    Missing,
    Unknown,
    /// It has not begun.
    NotBegun,
}

/// How many of a person's workbooks of a base may wait at once.
pub const MOST_OPEN: u64 = 3;
/// How long a workbook is kept.
pub const KEPT_FOR: TimeDelta = TimeDelta::days(7);

/// The quarter that a form names; one that has begun.
///
/// # Errors
/// [`Fault`].
pub fn read_quarter(typed: &str, today: NaiveDate) -> Result<Quarter, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Fault::Missing);
    }
    let quarter: Quarter = typed.parse().map_err(|_| Fault::Unknown)?;
    if quarter.first_day() > today { Err(Fault::NotBegun) } else { Ok(quarter) }
}
