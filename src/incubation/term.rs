use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::organisation::text::key;

coded! {
    /// How an organisation is nurtured.
    pub enum Mode {
        /// 壳内: in the base's rooms.
        InShell = "in_shell",
        /// 壳外: outside of them.
        OutOfShell = "out_of_shell",
    }
}

impl Mode {
    /// The mode that a form or a workbook names: its code, or one of the usual Chinese words.
    pub fn from_words(words: &str) -> Option<Self> {
        Some(match key(words).as_str() {
            "in_shell" | "壳内" | "壳内孵化" | "在壳" | "入壳" | "实体入驻" | "实体孵化" => {
                Self::InShell
            }
            "out_of_shell" | "壳外" | "壳外孵化" | "虚拟入驻" | "虚拟孵化" => Self::OutOfShell,
            _ => return None,
        })
    }
}

/// Why a term or an extension is refused. Limits are months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TermFault {
    #[error("a term is {} to {} months, not {months}", Term::SHORTEST, Term::LONGEST)]
    OutOfBounds { months: u8 },
    #[error("an extension is 1 to {} months, not {months}", Term::LONGEST_EXTENSION)]
    ExtensionOutOfBounds { months: u8 },
    #[error("the term has been extended once, by {months} months")]
    AlreadyExtended { months: u8 },
}

/// How long an incubation is agreed to last, in months, its one extension apart
/// (domain: *Stages of an incubation*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Term {
    months: u8,
    extension: Option<u8>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    months: u8,
    #[serde(default)]
    extension: Option<u8>,
}

impl Term {
    pub const SHORTEST: u8 = 6;
    pub const LONGEST: u8 = 24;
    pub const LONGEST_EXTENSION: u8 = 6;

    /// A term of 6 to 24 months, not extended.
    ///
    /// # Errors
    /// [`TermFault::OutOfBounds`].
    pub fn new(months: u8) -> Result<Self, TermFault> {
        if (Self::SHORTEST..=Self::LONGEST).contains(&months) {
            Ok(Self { months, extension: None })
        } else {
            Err(TermFault::OutOfBounds { months })
        }
    }

    /// The same term, 1 to 6 months longer. Once.
    ///
    /// # Errors
    /// [`TermFault::AlreadyExtended`], [`TermFault::ExtensionOutOfBounds`].
    pub fn extended(self, months: u8) -> Result<Self, TermFault> {
        match self.extension {
            Some(months) => Err(TermFault::AlreadyExtended { months }),
            None if (1..=Self::LONGEST_EXTENSION).contains(&months) => Ok(Self { extension: Some(months), ..self }),
            None => Err(TermFault::ExtensionOutOfBounds { months }),
        }
    }

    /// Agreed months, without the extension.
    pub fn months(self) -> u8 {
        self.months
    }

    /// Months of the extension, where there is one.
    pub fn extension(self) -> Option<u8> {
        self.extension
    }

    /// The last day of a term that begins on `first`; month-ends are clamped.
    ///
    /// `None` only where `chrono` has no such day (after the year 262000).
    pub fn last_day(self, first: NaiveDate) -> Option<NaiveDate> {
        let months = u32::from(self.months) + u32::from(self.extension.unwrap_or(0));
        first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))
    }
}

impl Default for Term {
    /// Twelve months.
    fn default() -> Self {
        Self { months: 12, extension: None }
    }
}

impl TryFrom<Written> for Term {
    type Error = TermFault;
    fn try_from(written: Written) -> Result<Self, TermFault> {
        let term = Self::new(written.months)?;
        written.extension.map_or(Ok(term), |months| term.extended(months))
    }
}

impl From<Term> for Written {
    fn from(term: Term) -> Self {
        Self { months: term.months, extension: term.extension }
    }
}
