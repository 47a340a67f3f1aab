//! A list as a file: exactly what is shown, with typed cells. A workbook says above it who made it and when; text is
//! for programs, and holds rows alone ([`Sheet::to_csv`], [`Sheet::to_json`]).

mod text;

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{ExcelDateTime, Format, FormatBorder, Workbook, Worksheet, XlsxError};

/// One cell. Text is always text: what begins with `=`, `+`, `-`, `@`, a tab or a return is never a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    Empty,
    Text(String),
    Day(NaiveDate),
    /// On the clock of the base.
    Minute(NaiveDateTime),
    Whole(i64),
    /// Hundredths of a percent, shown with one decimal.
    Percent(u16),
    /// Hundredths of a point, shown with two decimals.
    Points(i32),
    /// Cents, shown in 元 with two decimals.
    Yuan(i64),
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

impl From<Option<NaiveDateTime>> for Cell {
    fn from(minute: Option<NaiveDateTime>) -> Self {
        minute.map_or(Self::Empty, Self::Minute)
    }
}

/// How cells of a kind are shown.
#[derive(Debug)]
pub(crate) struct Formats {
    day: Format,
    minute: Format,
    percent: Format,
    yuan: Format,
}

impl Formats {
    pub(crate) fn new() -> Self {
        let shown_as = |format| Format::new().set_num_format(format);
        Self {
            day: shown_as("yyyy-mm-dd"),
            minute: shown_as("yyyy-mm-dd hh:mm"),
            percent: shown_as("0.0%"),
            yuan: shown_as("#,##0.00"),
        }
    }
}

/// One column: what programs call it, its heading, and its width in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Stays the same whatever the language, and is said once in a sheet.
    pub id: String,
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
        let formats = Formats::new();
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
                write(sheet, (line, at), cell, &formats)?;
            }
        }
        workbook.save_to_buffer()
    }
}

pub(crate) fn write(
    sheet: &mut Worksheet,
    (line, at): (u32, u16),
    cell: &Cell,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(line, at, within(text))?;
        }
        Cell::Day(date) => {
            sheet.write_date_with_format(line, at, excel_date(*date)?, &formats.day)?;
        }
        Cell::Minute(minute) => {
            let (hour, sixtieth) = (small(minute.hour()).into(), small(minute.minute()));
            let at_clock = excel_date(minute.date())?.and_hms(hour, sixtieth, 0)?;
            sheet.write_datetime_with_format(line, at, at_clock, &formats.minute)?;
        }
        Cell::Yuan(cents) => {
            // A worksheet has no other numbers; cents up to 90 billion 元 survive it exactly.
            #[expect(clippy::cast_precision_loss, reason = "amounts are bounded far below 2^53 cents")]
            let yuan = *cents as f64 / 100.0;
            sheet.write_number_with_format(line, at, yuan, &formats.yuan)?;
        }
        Cell::Points(hundredths) => {
            sheet.write_number_with_format(line, at, f64::from(*hundredths) / 100.0, &formats.yuan)?;
        }
        Cell::Percent(basis_points) => {
            sheet.write_number_with_format(line, at, f64::from(*basis_points) / 10_000.0, &formats.percent)?;
        }
        Cell::Whole(number) => {
            sheet.write(line, at, *number)?;
        }
    }
    Ok(())
}

/// Days before 1900 are not a worksheet's: the writer refuses them.
fn excel_date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), small(day.month()), small(day.day()))
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

fn within(text: &str) -> &str {
    text.char_indices().nth(MOST_CHARACTERS).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn what_is_written_is_read_again_as_what_it_is() {
        let day = NaiveDate::from_ymd_opt(2026, 4, 9).unwrap();
        let cells = vec![
            Cell::from("=1+1"),
            Cell::Whole(1_500),
            Cell::Percent(9_231),
            Cell::Yuan(100_000_050),
            Cell::Day(day),
            Cell::Minute(day.and_hms_opt(18, 30, 0).unwrap()),
            Cell::Empty,
        ];
        let column = |heading: &str| Column { id: heading.to_owned(), heading: heading.to_owned(), width: 12 };
        let columns = ["text", "number", "rate", "money", "day", "minute", "nothing"].map(column).into();
        let sheet = Sheet { name: "list".to_owned(), made: "who and when".to_owned(), columns, rows: vec![cells] };
        let mut workbook = Xlsx::new(Cursor::new(sheet.to_workbook().unwrap())).unwrap();
        let range = workbook.worksheet_range("list").unwrap();
        let read = |column| range.get_value((2, column)).unwrap_or(&Data::Empty);
        assert_eq!(read(0), &Data::String("=1+1".to_owned()), "a text is never a formula");
        assert_eq!(read(1), &Data::Float(1_500.0));
        assert_eq!(read(2), &Data::Float(0.9231));
        assert_eq!(read(3), &Data::Float(1_000_000.5));
        let time = |column| match read(column) {
            Data::DateTime(time) => time.to_ymd_hms_milli(),
            other => panic!("{other:?} is no time"),
        };
        assert_eq!(time(4), (2026, 4, 9, 0, 0, 0, 0));
        assert_eq!(time(5), (2026, 4, 9, 18, 30, 0, 0));
        assert_eq!(read(6), &Data::Empty);
    }
}
