use std::fmt;

use serde::{Deserialize, Serialize};

/// The name that a person signs in with: 2 to 40 letters, digits, Chinese characters, `.`, `_` or `-`.
///
/// Upper and lower case are the same name, full-width letters and digits (as a Chinese keyboard types them) the
/// same as plain ones.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountName(String);

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameFault {
    #[error("the name is missing")]
    Missing,
    #[error("the name is too short")]
    TooShort,
    #[error("the name is too long")]
    TooLong,
    #[error("the name has a character that names do not have")]
    Character,
}

impl AccountName {
    pub const LENGTH: std::ops::RangeInclusive<usize> = 2..=40;

    /// Reads what was typed.
    ///
    /// ```
    /// use hatchboard::account::AccountName;
    /// assert_eq!(AccountName::parse(" Wang.Fang ").unwrap().as_str(), "wang.fang");
    /// assert_eq!(AccountName::parse("王芳01").unwrap().as_str(), "王芳01");
    /// assert!(AccountName::parse("wang fang").is_err());
    /// ```
    pub fn parse(typed: &str) -> Result<Self, NameFault> {
        let folded: String = typed.trim().chars().map(half_width).flat_map(char::to_lowercase).collect();
        let length = folded.chars().count();
        if length == 0 {
            Err(NameFault::Missing)
        } else if length < *Self::LENGTH.start() {
            Err(NameFault::TooShort)
        } else if length > *Self::LENGTH.end() {
            Err(NameFault::TooLong)
        } else if !folded.chars().all(is_allowed) {
            Err(NameFault::Character)
        } else {
            Ok(Self(folded))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for AccountName {
    type Error = NameFault;
    fn try_from(typed: String) -> Result<Self, NameFault> {
        Self::parse(&typed)
    }
}

impl From<AccountName> for String {
    fn from(name: AccountName) -> Self {
        name.0
    }
}

/// What a person is called on pages and papers: 1 to 40 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

impl PersonName {
    pub const LONGEST: usize = 40;

    pub fn parse(typed: &str) -> Result<Self, NameFault> {
        let typed = typed.trim();
        if typed.is_empty() {
            Err(NameFault::Missing)
        } else if typed.chars().count() > Self::LONGEST {
            Err(NameFault::TooLong)
        } else if typed.chars().any(char::is_control) {
            Err(NameFault::Character)
        } else {
            Ok(Self(typed.to_owned()))
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PersonName {
    type Error = NameFault;
    fn try_from(typed: String) -> Result<Self, NameFault> {
        Self::parse(&typed)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

/// U+FF01–U+FF5E are the full-width forms of `!` to `~`.
fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        other => other,
    }
}

fn is_allowed(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '.' | '_' | '-' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}
