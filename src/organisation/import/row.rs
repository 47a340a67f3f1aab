//! A row of a register, before it is judged.

use std::sync::Arc;

use crate::organisation::ProfileText;

/// One row of a register, as it stands in its workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportRow {
    /// The sheet's name.
    pub sheet: Arc<str>,
    /// The workbook's own number of the row, from 1.
    pub row: u32,
    /// The headings of the sheet as written, each with its column, from 0.
    pub headings: Arc<[(u16, String)]>,
    /// Every filled cell as text, each with its column, from 0, in order.
    pub cells: Vec<(u16, String)>,
    /// What the row says about the organisation; cells that say nothing (`/`, `无`) are empty.
    pub text: ProfileText,
    /// What the row says of the day of admission, or empty.
    pub admitted_on: String,
    /// What the row says of the mode, or empty.
    pub mode: String,
    /// The error values (`#N/A`) that stand in columns that count.
    pub broken: Vec<String>,
}
