use std::fmt;

use serde::{Deserialize, Serialize};

use super::AccountName;

/// Words, names, runs of keys and years that people in China and elsewhere make passwords of, sorted.
const COMMON: &str = include_str!("common_passwords.txt");

/// No piece of the list is longer.
const LONGEST_PIECE: usize = 24;

/// A password that may be set. It never shows itself in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// Why a password may not be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordFault {
    #[error("the password is shorter than {} characters", Password::SHORTEST)]
    TooShort,
    #[error("the password is longer than {} characters", Password::LONGEST)]
    TooLong,
    #[error("the password is made of the account's name")]
    HoldsTheName,
    #[error("the password is among those that are tried first")]
    Common,
}

impl Password {
    pub const SHORTEST: usize = 10;
    /// Longer texts only cost time to hash.
    pub const LONGEST: usize = 200;

    /// Judges a new password (ASVS 5.0, 6.2): its length, not its mixture of characters; that it is not the name of
    /// its account, with or without digits around it; and that it is not put together of up to three common pieces,
    /// such as `woaini1314520` or `Admin@2026`.
    pub fn judge(typed: &str, name: &AccountName) -> Result<Self, PasswordFault> {
        let length = typed.chars().count();
        if length < Self::SHORTEST {
            return Err(PasswordFault::TooShort);
        }
        if length > Self::LONGEST {
            return Err(PasswordFault::TooLong);
        }
        let folded = typed.to_lowercase();
        if folded.trim_matches(|c: char| !c.is_alphabetic()) == name.as_str().trim_matches(|c: char| !c.is_alphabetic())
            || folded == name.as_str()
        {
            return Err(PasswordFault::HoldsTheName);
        }
        if is_common(&folded) {
            return Err(PasswordFault::Common);
        }
        Ok(Self(typed.to_owned()))
    }

    /// For the hashing alone.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// Put together of up to three common pieces (signs between them do not count), or of one repeated one.
fn is_common(folded: &str) -> bool {
    let plain: Vec<char> = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    plain.is_empty() || repeats_a_short_piece(&plain) || splits_into_common(&plain, 3)
}

/// `1111111111`, `abababababab`, `123123123123`: a piece of up to four characters, over and over.
fn repeats_a_short_piece(plain: &[char]) -> bool {
    (1..=4).any(|length| plain.len() > 2 * length && plain.iter().zip(&plain[length..]).all(|(a, b)| a == b))
}

fn splits_into_common(plain: &[char], pieces: u8) -> bool {
    if plain.is_empty() {
        return true;
    }
    if pieces == 0 || plain.len() > LONGEST_PIECE * usize::from(pieces) {
        return false;
    }
    (1..=plain.len().min(LONGEST_PIECE)).any(|length| {
        let piece: String = plain[..length].iter().collect();
        (is_listed(&piece) || is_run(&plain[..length])) && splits_into_common(&plain[length..], pieces - 1)
    })
}

fn is_listed(piece: &str) -> bool {
    thread_local! {
        static LINES: Vec<&'static str> = COMMON.lines().collect();
    }
    LINES.with(|lines| lines.binary_search(&piece).is_ok())
}

/// `23456789`, `abcdef`, `987654321`, `aaaa`: three or more characters that follow one another by one step.
fn is_run(piece: &[char]) -> bool {
    let steps: Vec<i64> =
        piece.windows(2).map(|pair| i64::from(u32::from(pair[1])) - i64::from(u32::from(pair[0]))).collect();
    steps.len() >= 2 && (-1..=1).contains(&steps[0]) && steps.iter().all(|step| *step == steps[0])
}

#[cfg(test)]
pub(super) fn common() -> impl Iterator<Item = &'static str> {
    COMMON.lines()
}
