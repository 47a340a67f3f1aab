use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::is_weekend;
use crate::period::YEARS;

/// The longest name of a holiday, in characters. `国庆节、中秋节` has seven.
const LONGEST_NAME: usize = 40;

/// What a notice says of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// 放假: a day off, by the name of its holiday. Weekend days within the span that the notice states
    /// are holidays too.
    Holiday(String),
    /// 调休上班: a Saturday or Sunday that is worked.
    ShiftedWorkday,
}

/// A year that cannot be loaded as it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error("the year {0} lies outside of {first} to {last}", first = YEARS.start(), last = YEARS.end())]
    YearOutOfBounds(i32),
    #[error("a year needs its source, such as the number of the notice")]
    NoSource,
    /// A year without a holiday is no notice; loaded, it would silence the warning that one is missing.
    #[error("the year {0} has no holiday")]
    NoHoliday(i32),
    #[error("{day} does not lie in {year}")]
    OtherYear { day: NaiveDate, year: i32 },
    #[error("{0} is named twice")]
    NamedTwice(NaiveDate),
    #[error("{0} is no Saturday or Sunday and needs no shift to be worked")]
    WorkdayNotOnWeekend(NaiveDate),
    #[error("the holiday of {0} needs a name of 1 to {LONGEST_NAME} characters on one line, without commas")]
    UnfitName(NaiveDate),
}

/// One year's notice: its source and every day that it names.
///
/// A notice that names a day of the year before (that for 2023 named 31 December 2022) is a correction of
/// that year, entered there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "UncheckedYear")]
pub struct YearOfDays {
    year: i32,
    source: String,
    days: BTreeMap<NaiveDate, DayKind>,
}

/// A year as it was stored or sent, before it is judged.
#[derive(Deserialize)]
struct UncheckedYear {
    year: i32,
    source: String,
    days: BTreeMap<NaiveDate, DayKind>,
}

impl TryFrom<UncheckedYear> for YearOfDays {
    type Error = CalendarError;
    fn try_from(unchecked: UncheckedYear) -> Result<Self, CalendarError> {
        Self::new(unchecked.year, &unchecked.source, unchecked.days)
    }
}

impl YearOfDays {
    /// Makes a year of the days that its notice names; `source` is the notice's number (文号) and is
    /// trimmed. Whether a holiday has a statutory reason is not judged: a city may have its own.
    ///
    /// # Errors
    /// The first fault found: see [`CalendarError`].
    pub fn new(
        year: i32,
        source: &str,
        named: impl IntoIterator<Item = (NaiveDate, DayKind)>,
    ) -> Result<Self, CalendarError> {
        let source = source.trim();
        if !YEARS.contains(&year) {
            return Err(CalendarError::YearOutOfBounds(year));
        }
        if source.is_empty() {
            return Err(CalendarError::NoSource);
        }
        let mut days = BTreeMap::new();
        for (day, kind) in named {
            judge(year, day, &kind)?;
            if days.insert(day, kind).is_some() {
                return Err(CalendarError::NamedTwice(day));
            }
        }
        if !days.values().any(|kind| matches!(kind, DayKind::Holiday(_))) {
            return Err(CalendarError::NoHoliday(year));
        }
        Ok(Self { year, source: source.to_owned(), days })
    }

    /// The calendar year, within [`YEARS`].
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Where the days come from: the number of the notice.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The days that the notice names; every other day is worked from Monday to Friday.
    pub fn days(&self) -> &BTreeMap<NaiveDate, DayKind> {
        &self.days
    }

    /// What a newer version of the year changes, in the order of days.
    pub fn changes_to(&self, newer: &Self) -> Vec<Change> {
        let mut changes: Vec<Change> = self
            .days
            .iter()
            .filter_map(|(&day, was)| match newer.days.get(&day) {
                None => Some(Change::Removed { day, was: was.clone() }),
                Some(is) if is != was => Some(Change::Changed { day, was: was.clone(), is: is.clone() }),
                Some(_) => None,
            })
            .collect();
        let fresh = newer.days.iter().filter(|(day, _)| !self.days.contains_key(day));
        changes.extend(fresh.map(|(&day, is)| Change::Added { day, is: is.clone() }));
        changes.sort_by_key(Change::day);
        changes
    }
}

/// One difference between two versions of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// Only the newer version names the day.
    Added { day: NaiveDate, is: DayKind },
    /// Only the older version names the day.
    Removed { day: NaiveDate, was: DayKind },
    /// Both name the day and say different things of it.
    Changed { day: NaiveDate, was: DayKind, is: DayKind },
}

impl Change {
    /// The day that differs.
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Added { day, .. } | Self::Removed { day, .. } | Self::Changed { day, .. } => *day,
        }
    }
}

/// What can be said of a day without knowing the others.
pub(super) fn judge(year: i32, day: NaiveDate, kind: &DayKind) -> Result<(), CalendarError> {
    if day.year() != year {
        return Err(CalendarError::OtherYear { day, year });
    }
    match kind {
        DayKind::Holiday(name) if !is_fit(name) => Err(CalendarError::UnfitName(day)),
        DayKind::ShiftedWorkday if !is_weekend(day) => Err(CalendarError::WorkdayNotOnWeekend(day)),
        _ => Ok(()),
    }
}

/// A name that the text form can carry: trimmed, one field of one line.
fn is_fit(name: &str) -> bool {
    let length = name.chars().count();
    (1..=LONGEST_NAME).contains(&length)
        && name.trim() == name
        && !name.chars().any(|c| c.is_control() || super::text::SEPARATORS.contains(&c))
}
