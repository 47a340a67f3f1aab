use std::str::FromStr;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::typed::{self, bounded, read_day};

/// The longest title, name of a person or an organisation, or place, in characters.
pub const LONGEST_LINE: usize = 100;
/// The longest words, in characters.
pub const LONGEST_WORDS: usize = 2_000;

/// What is wrong with a field; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Typed(typed::Fault),
    /// No time of the day, such as `9:30`.
    NotATime,
    /// Not a whole number of quarters of an hour, or more than a day.
    NotQuarterHours,
    /// Not the last four digits of a phone's number.
    NotFourDigits,
    /// Zero, where nothing would be recorded.
    Zero,
    /// Something else still rests on it.
    StillThere,
}

impl From<typed::Fault> for Fault {
    fn from(fault: typed::Fault) -> Self {
        Self::Typed(fault)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem<F> {
    pub field: F,
    pub fault: Fault,
}

/// A form that is read field by field; what is wrong is gathered in the order of the form.
#[derive(Debug)]
pub(crate) struct Reading<F>(Vec<Problem<F>>);

impl<F> Reading<F> {
    pub(crate) const fn begin() -> Self {
        Self(Vec::new())
    }

    /// What was read, or nothing and the problem with it.
    pub(crate) fn take<T>(&mut self, field: F, read: Result<T, impl Into<Fault>>) -> Option<T> {
        read.map_err(|fault| self.0.push(Problem { field, fault: fault.into() })).ok()
    }

    /// One line: its words with single blanks between them.
    pub(crate) fn line(&mut self, field: F, typed: &str, required: bool) -> Option<String> {
        let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        self.take(field, bounded(line, LONGEST_LINE, required))
    }

    /// Several lines, trimmed.
    pub(crate) fn words(&mut self, field: F, typed: &str, required: bool) -> Option<String> {
        self.take(field, bounded(typed.trim().to_owned(), LONGEST_WORDS, required))
    }

    /// A reason that is asked for by itself.
    ///
    /// # Errors
    /// The [`Problem`] with it.
    #[cfg(feature = "store")]
    pub(crate) fn reason(field: F, typed: &str) -> Result<String, Vec<Problem<F>>> {
        let mut reading = Self::begin();
        let reason = reading.words(field, typed, true);
        reading.end(reason)
    }

    /// One of the codes that the form offers.
    pub(crate) fn choice<T: FromStr>(&mut self, field: F, typed: &str) -> Option<T> {
        self.take(field, typed.parse().map_err(|_| typed::Fault::UnknownChoice))
    }

    /// An organisation by its id. Whether it is one of the base is for the store to see.
    pub(crate) fn organisation(&mut self, field: F, typed: &str) -> Option<Uuid> {
        self.choice(field, typed)
    }

    /// A day up to today.
    pub(crate) fn past_day(&mut self, field: F, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
        let day = match read_day(typed, today) {
            Ok(day) if day > today => Err(typed::Fault::InTheFuture { today }),
            read => read,
        };
        self.take(field, day)
    }

    /// What was made of the fields, where nothing is wrong with any.
    ///
    /// # Errors
    /// Every [`Problem`].
    pub(crate) fn end<T>(self, read: Option<T>) -> Result<T, Vec<Problem<F>>> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(self.0),
        }
    }
}

/// A person's or an organisation's name, so that one name is written one way: single blanks, and none between Chinese
/// characters (`张 三` is 张三).
///
/// # Errors
/// [`typed::Fault::Required`] for a blank one, [`typed::Fault::TooLong`].
pub(crate) fn read_name(typed: &str) -> Result<String, typed::Fault> {
    let mut name = String::with_capacity(typed.len());
    for part in typed.split_whitespace() {
        let between_chinese =
            name.chars().last().is_some_and(is_chinese) && part.chars().next().is_some_and(is_chinese);
        if !name.is_empty() && !between_chinese {
            name.push(' ');
        }
        name.push_str(part);
    }
    bounded(name, LONGEST_LINE, true)
}

const fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}' | '·')
}
