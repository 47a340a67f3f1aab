//! Working days, by the State Council's yearly notice, and the deadlines that follow from them.
//!
//! A notice names holidays and the weekend days that are worked instead (调休); every other Monday to
//! Friday is a working day. The years 2020–2026 ship with the program, others are loaded by an admin. In a
//! year that is not loaded Monday to Friday count as working days, holidays are never guessed, and whatever
//! rests on such a day is *provisional* (domain: *Calendar*).

mod deadline;
#[cfg(feature = "store")]
pub mod entity;
mod notices;
#[cfg(feature = "store")]
pub mod store;
mod text;
mod year;

#[cfg(test)]
mod deadline_tests;
#[cfg(test)]
mod tests;

pub(crate) use deadline::instant;
pub use deadline::{
    Deadline, Due, DueRow, Filing, NoSuchFiling, Rule, RuleDay, WrongPeriod, due, due_by, nth_working_day_after,
    plus_working_days_at, rejudge,
};
pub use text::{LineFault, LineProblem, TextError};
pub use year::{CalendarError, Change, DayKind, YearOfDays};

use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

/// The years whose notices are known.
///
/// ```
/// use hatchboard::calendar::Calendar;
/// let calendar = Calendar::shipped();
/// let day = |text: &str| text.parse().unwrap();
/// assert!(calendar.is_working_day(day("2026-02-28"))); // a Saturday, worked for the Spring Festival
/// assert!(!calendar.is_working_day(day("2026-02-23"))); // a Monday, the festival's last day
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Calendar {
    years: BTreeMap<i32, YearOfDays>,
}

impl Calendar {
    const MISSED_AHEAD: TimeDelta = TimeDelta::days(31);

    /// The years that ship with the program: 2020 to 2026. Reads them anew at each call (well under a
    /// millisecond): make it once and pass it on. [`Calendar::default`] knows no year.
    pub fn shipped() -> Self {
        let mut calendar = Self::default();
        for year in notices::shipped() {
            calendar.insert(year);
        }
        calendar
    }

    /// The calendar with a year added, or replaced where it is known already.
    #[must_use]
    pub fn with_year(mut self, year: YearOfDays) -> Self {
        self.insert(year);
        self
    }

    /// Adds a year, or replaces it; returns the version that it replaces.
    pub fn insert(&mut self, year: YearOfDays) -> Option<YearOfDays> {
        self.years.insert(year.year(), year)
    }

    /// Whether the notice of a year is known. Whatever rests on a day of another year is provisional.
    pub fn has_year(&self, year: i32) -> bool {
        self.years.contains_key(&year)
    }

    /// The years that deadlines near `today` rest on and that are not loaded. A year is missed from 31 days before
    /// it begins: the deadlines of its first weeks are near by then, and its notice has usually been published.
    pub fn missed(&self, today: NaiveDate) -> Vec<i32> {
        let soon = (today + Self::MISSED_AHEAD).year();
        (today.year()..=soon).filter(|year| !self.has_year(*year)).collect()
    }

    /// A year that is loaded.
    pub fn year(&self, year: i32) -> Option<&YearOfDays> {
        self.years.get(&year)
    }

    /// The years that are loaded, earliest first.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = &YearOfDays> {
        self.years.values()
    }

    /// What the notice says of a day; `None` for an ordinary day and in a year that is not loaded.
    pub fn kind_of(&self, day: NaiveDate) -> Option<&DayKind> {
        self.year(day.year())?.days().get(&day)
    }

    /// Whether a day is worked. Monday to Friday where its year is not loaded: see [`Calendar::has_year`].
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        match self.kind_of(day) {
            Some(DayKind::Holiday(_)) => false,
            Some(DayKind::ShiftedWorkday) => true,
            None => !is_weekend(day),
        }
    }

    /// Begins an inquiry, which answers as the methods below do and notes whether its answers are
    /// provisional.
    pub fn inquire(&self) -> Inquiry<'_> {
        Inquiry { calendar: self, provisional: false }
    }

    /// See [`Inquiry::last_working_day`].
    pub fn last_working_day(&self, days: RangeInclusive<NaiveDate>) -> Option<NaiveDate> {
        self.inquire().last_working_day(days)
    }

    /// See [`Inquiry::add_working_days`].
    pub fn add_working_days(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.inquire().add_working_days(day, n)
    }

    /// See [`Inquiry::subtract_working_days`].
    pub fn subtract_working_days(&self, day: NaiveDate, n: u32) -> NaiveDate {
        self.inquire().subtract_working_days(day, n)
    }

    /// See [`Inquiry::working_days_between`].
    pub fn working_days_between(&self, after: NaiveDate, until: NaiveDate) -> u32 {
        self.inquire().working_days_between(after, until)
    }
}

/// Questions to a calendar that belong to one answer.
///
/// The answer is provisional as soon as one day that was looked at lies in a year that is not loaded, even
/// where a notice would hardly change it: the week of 28 December 2026 is searched from its Sunday, 3
/// January 2027, which next year's notice may turn into a working day.
#[derive(Debug, Clone)]
pub struct Inquiry<'a> {
    calendar: &'a Calendar,
    provisional: bool,
}

impl Inquiry<'_> {
    /// Whether any day looked at so far lies in a year that is not loaded.
    pub fn is_provisional(&self) -> bool {
        self.provisional
    }

    /// Whether a day is worked.
    pub fn is_working_day(&mut self, day: NaiveDate) -> bool {
        self.provisional |= !self.calendar.has_year(day.year());
        self.calendar.is_working_day(day)
    }

    /// The last working day within `days`, searched from the end; `None` where no day of them is worked.
    pub fn last_working_day(&mut self, days: RangeInclusive<NaiveDate>) -> Option<NaiveDate> {
        let (first, last) = days.into_inner();
        std::iter::successors(Some(last), NaiveDate::pred_opt)
            .take_while(|day| *day >= first)
            .find(|day| self.is_working_day(*day))
    }

    /// The `n`th working day after `day`, which itself does not count; `day` where `n` is 0.
    ///
    /// So the third working day of a month is the third after the last day of the month before.
    pub fn add_working_days(&mut self, day: NaiveDate, n: u32) -> NaiveDate {
        self.step(day, n, NaiveDate::succ_opt)
    }

    /// The `n`th working day before `day`, which itself does not count; `day` where `n` is 0.
    pub fn subtract_working_days(&mut self, day: NaiveDate, n: u32) -> NaiveDate {
        self.step(day, n, NaiveDate::pred_opt)
    }

    /// How many working days follow on `after`, up to and with `until`; 0 where `until` is not later.
    ///
    /// The inverse of adding: `working_days_between(day, add_working_days(day, n))` is `n`.
    pub fn working_days_between(&mut self, after: NaiveDate, until: NaiveDate) -> u32 {
        let mut count = 0;
        for day in after.iter_days().skip(1).take_while(|day| *day <= until) {
            count += u32::from(self.is_working_day(day));
        }
        count
    }

    fn step(&mut self, from: NaiveDate, n: u32, next: fn(&NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
        let mut day = from;
        for _ in 0..n {
            day = next(&day).expect("periods lie between 2000 and 2199, dates reach far beyond");
            while !self.is_working_day(day) {
                day = next(&day).expect("periods lie between 2000 and 2199, dates reach far beyond");
            }
        }
        day
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}
