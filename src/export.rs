//! A list as a workbook: exactly what is shown, with typed cells, and who made it when above it.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};

/// One cell. Text is always text: what begins with `=`, `+`, `-`, `@`, a tab or a return is never a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Day(NaiveDate),
    Whole(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::from)
    }
}

impl From<Option<NaiveDate>> for Cell {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// One column: its heading, and its width in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    pub width: u16,
}

/// A worksheet whose first line says what it is, who made it and when, and whose second holds the headings;
/// both stay in sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// At most 31 characters, without `: \ / ? * [ ]`.
    pub name: String,
    pub made: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// The longest text that a cell can hold, in characters.
const MOST_CHARACTERS: usize = 32_767;

impl Sheet {
    /// The workbook as a file.
    ///
    /// # Errors
    /// Those of the writer: a name that Excel would not take, more rows than it has.
    pub fn to_workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let heading = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
        let soft = Format::new().set_italic();
        let day = Format::new().set_num_format("yyyy-mm-dd");
        sheet.set_name(&self.name)?;
        sheet.set_freeze_panes(2, 1)?;
        for (at, column) in (0_u16..).zip(&self.columns) {
            sheet.set_column_width(at, column.width)?;
        }
        sheet.write_string_with_format(0, 0, &self.made, &soft)?;
        for (at, column) in (0_u16..).zip(&self.columns) {
            sheet.write_string_with_format(1, at, &column.heading, &heading)?;
        }
        for (line, row) in (2_u32..).zip(&self.rows) {
            for (at, cell) in (0_u16..).zip(row) {
                write(sheet, (line, at), cell, &day)?;
            }
        }
        workbook.save_to_buffer()
    }
}

fn write(sheet: &mut Worksheet, (line, at): (u32, u16), cell: &Cell, day: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(line, at, within(text))?;
        }
        Cell::Day(date) => {
            sheet.write_date_with_format(line, at, excel_date(*date)?, day)?;
        }
        Cell::Whole(number) => {
            sheet.write(line, at, *number)?;
        }
    }
    Ok(())
}

/// Days before 1900 are not a worksheet's: the writer refuses them.
fn excel_date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), small(day.month()), small(day.day()))
}

fn within(text: &str) -> &str {
    text.char_indices().nth(MOST_CHARACTERS).map_or(text, |(at, _)| &text[..at])
}
