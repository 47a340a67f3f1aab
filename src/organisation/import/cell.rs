//! One cell of a workbook, and what it says as text.

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};
use chrono::NaiveDate;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    /// A day by the workbook's own date system; a time of day is dropped.
    Day(NaiveDate),
    /// A formula that came to an error, such as `#N/A`.
    Error(String),
}

/// Serial numbers that may be days in a column of dates although their cells are not formatted so: 1927 to 2173.
const SERIALS: std::ops::RangeInclusive<f64> = 10_000.0..=99_999.0;
/// The last day of the date system, 9999-12-31.
const LAST_SERIAL: f64 = 2_958_465.0;

impl Cell {
    /// The cell, or `None` for an empty one.
    pub(super) fn of(value: DataRef<'_>) -> Option<Self> {
        match value {
            DataRef::Empty => None,
            DataRef::String(text) | DataRef::DurationIso(text) | DataRef::DateTimeIso(text) => filled(text),
            DataRef::SharedString(text) => filled(text.to_owned()),
            #[expect(clippy::cast_precision_loss, reason = "a workbook's numbers are floats to begin with")]
            DataRef::Int(number) => Some(Self::Number(number as f64)),
            DataRef::Float(number) => Some(Self::Number(number)),
            DataRef::Bool(truth) => Some(Self::Text(if truth { "TRUE" } else { "FALSE" }.to_owned())),
            DataRef::DateTime(serial) => Some(day(serial).map_or(Self::Number(serial.as_f64()), Self::Day)),
            DataRef::Error(error) => Some(Self::Error(error.to_string())),
        }
    }

    /// The bytes of text that it keeps.
    pub(super) fn text_bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Error(text) => text.len(),
            Self::Number(_) | Self::Day(_) => 0,
        }
    }

    /// What it says. A whole number is written out (a telephone number has no exponent); one too long to have kept its
    /// digits is written with its exponent, so that no code can be read from it.
    pub(super) fn to_text(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) if number.abs() >= 1e15 => format!("{number:.14E}").replace('E', "E+"),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }

    /// What it says in a column of dates: there, a bare serial number is a day.
    pub(super) fn to_date_text(&self, has_1904_epoch: bool) -> String {
        match self {
            Self::Number(number) if SERIALS.contains(number) => {
                day(ExcelDateTime::new(*number, ExcelDateTimeType::DateTime, has_1904_epoch))
                    .map_or_else(|| self.to_text(), |day| day.to_string())
            }
            _ => self.to_text(),
        }
    }
}

fn filled(text: String) -> Option<Cell> {
    (!text.trim().is_empty()).then_some(Cell::Text(text))
}

/// `None` for a duration, for what lies outside of the date system, and for 1900-02-29, which Excel invented.
fn day(serial: ExcelDateTime) -> Option<NaiveDate> {
    if !serial.is_datetime() || !(1.0..LAST_SERIAL).contains(&serial.as_f64()) {
        return None;
    }
    let (year, month, day, ..) = serial.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::{CodeFault, CreditCode};

    #[test]
    fn a_telephone_number_kept_as_a_number_keeps_its_digits() {
        assert_eq!(Cell::Number(15_251_976_786.0).to_text(), "15251976786");
        assert_eq!(Cell::Number(2015.06).to_text(), "2015.06");
    }

    #[test]
    fn a_code_kept_as_a_number_is_no_code() {
        let text = Cell::Number(514_302_005_678_901_234.0).to_text();
        assert_eq!(text.parse::<CreditCode>(), Err(CodeFault::KeptAsNumber), "{text}");
    }

    #[test]
    fn serial_days_follow_the_date_system_of_the_workbook() {
        let serial = |value, is_1904| day(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904));
        assert_eq!(serial(44_788.0, false), NaiveDate::from_ymd_opt(2022, 8, 15));
        assert_eq!(serial(44_788.75, false), NaiveDate::from_ymd_opt(2022, 8, 15));
        assert_eq!(serial(43_326.0, true), NaiveDate::from_ymd_opt(2022, 8, 15));
        assert_eq!(serial(60.0, false), None);
        assert_eq!(serial(-1.0, false), None);
        assert_eq!(serial(f64::NAN, false), None);
        assert_eq!(serial(1e300, false), None);
        assert_eq!(Cell::Number(44_788.0).to_date_text(false), "2022-08-15");
        assert_eq!(Cell::Number(20_220_815.0).to_date_text(false), "20220815");
    }
}
