//! A year as text that an admin can paste, upload and compare: one day a line.

use std::collections::{BTreeMap, btree_map::Entry};

use chrono::NaiveDate;

use super::year::{CalendarError, DayKind, YearOfDays, judge};

/// What stands between the fields of a line: a comma, also full-width, or a tabulator from a worksheet.
pub(super) const SEPARATORS: [char; 3] = [',', '，', '\t'];

/// A text that is no year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Every line at fault, in order; never empty.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Lines(Vec<LineFault>),
    /// The lines are right, their whole is not.
    #[error(transparent)]
    Year(#[from] CalendarError),
}

/// A line at fault. `line` counts from 1, with empty lines and comments.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct LineFault {
    pub line: usize,
    pub problem: LineProblem,
}

/// Why a line is at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    #[error("`{0}` is no date such as 2026-01-31")]
    NoDate(String),
    #[error("`{0}` is neither holiday (放假) nor workday (上班)")]
    NoKind(String),
    #[error("`{0}` is too much")]
    TooMuch(String),
    /// The day stands on an earlier line too.
    #[error("{day} stands on line {first} already")]
    Again { day: NaiveDate, first: usize },
    #[error(transparent)]
    Day(CalendarError),
}

impl YearOfDays {
    /// Reads a year from text.
    ///
    /// A line is `2026-01-01,holiday,元旦` or `2026-01-04,workday`. Also taken are `2026/1/1`, 放假 and 上班
    /// for the kinds, full-width commas, tabulators, and a byte order mark; empty lines and lines that begin
    /// with `#` say nothing.
    ///
    /// # Errors
    /// All lines at fault with their numbers, or what is wrong with the whole.
    pub fn parse(year: i32, source: &str, text: &str) -> Result<Self, TextError> {
        let mut read = BTreeMap::new();
        let mut faults = Vec::new();
        for (line, content) in (1..).zip(text.trim_start_matches('\u{feff}').lines().map(str::trim)) {
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let problem = match read_line(year, content) {
                Ok((day, kind)) => match read.entry(day) {
                    Entry::Vacant(place) => {
                        place.insert((line, kind));
                        continue;
                    }
                    Entry::Occupied(place) => LineProblem::Again { day, first: place.get().0 },
                },
                Err(problem) => problem,
            };
            faults.push(LineFault { line, problem });
        }
        if !faults.is_empty() {
            return Err(TextError::Lines(faults));
        }
        Ok(Self::new(year, source, read.into_iter().map(|(day, (_, kind))| (day, kind)))?)
    }

    /// The year as text, in the order of days; [`YearOfDays::parse`] reads it back.
    pub fn to_text(&self) -> String {
        let lines = self.days().iter().map(|(day, kind)| match kind {
            DayKind::Holiday(name) => format!("{day},holiday,{name}\n"),
            DayKind::ShiftedWorkday => format!("{day},workday\n"),
        });
        lines.collect()
    }
}

fn read_line(year: i32, content: &str) -> Result<(NaiveDate, DayKind), LineProblem> {
    let mut fields = content.split(SEPARATORS).map(str::trim);
    let mut field = || fields.next().unwrap_or_default();
    let (date, kind, name) = (field(), field(), field());
    let day = NaiveDate::parse_from_str(date, "%Y-%m-%d")
        .or_else(|_| NaiveDate::parse_from_str(date, "%Y/%m/%d"))
        .map_err(|_| LineProblem::NoDate(date.to_owned()))?;
    let (kind, surplus) = match kind {
        "holiday" | "放假" => (DayKind::Holiday(name.to_owned()), ""),
        "workday" | "上班" => (DayKind::ShiftedWorkday, name),
        other => return Err(LineProblem::NoKind(other.to_owned())),
    };
    if let Some(surplus) = std::iter::once(surplus).chain(fields).find(|field| !field.is_empty()) {
        return Err(LineProblem::TooMuch(surplus.to_owned()));
    }
    judge(year, day, &kind).map_err(LineProblem::Day)?;
    Ok((day, kind))
}
