use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::period::Week;

/// The number on a receipt, such as `ZB-2026W47-0001-8K`: the base's short code, the week, a running number
/// within both, and two check characters by ISO 7064 MOD 1271-36. One that was copied with a wrong character,
/// or with two neighbours swapped, is always noticed.
///
/// ```
/// use hatchboard::weekly_report::ReceiptNumber;
/// let number = ReceiptNumber::new("ZB", "2026-W47".parse().unwrap(), 1).unwrap();
/// assert_eq!(number.to_string().parse(), Ok(number));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ReceiptNumber {
    base: String,
    week: Week,
    running: u32,
}

/// A text that is no receipt number, or parts that make none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no receipt number")]
pub struct NoSuchReceipt(pub String);

impl ReceiptNumber {
    /// `base` is 2 to 8 letters A–Z or digits, `running` counts from 1.
    ///
    /// # Errors
    /// [`NoSuchReceipt`] for other parts.
    pub fn new(base: &str, week: Week, running: u32) -> Result<Self, NoSuchReceipt> {
        let plain = base.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if plain && (2..=8).contains(&base.len()) && running > 0 {
            Ok(Self { base: base.to_owned(), week, running })
        } else {
            Err(NoSuchReceipt(format!("{base}-{week}-{running}")))
        }
    }

    pub fn week(&self) -> Week {
        self.week
    }

    /// Counts from 1 within the base and the week.
    pub fn running(&self) -> u32 {
        self.running
    }

    /// The base's short code.
    pub fn base(&self) -> &str {
        &self.base
    }

    fn without_check(&self) -> String {
        let (base, week, running) = (&self.base, self.week, self.running);
        format!("{base}-{:04}W{:02}-{running:04}", week.year(), week.number())
    }
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.without_check();
        let [high, low] = check_characters(&body);
        write!(f, "{body}-{high}{low}")
    }
}

impl FromStr for ReceiptNumber {
    type Err = NoSuchReceipt;
    /// Lower case and surrounding space are forgiven.
    fn from_str(text: &str) -> Result<Self, NoSuchReceipt> {
        let written = text.trim().to_ascii_uppercase();
        let read = || {
            let [base, week, running, _check] = written.split('-').collect::<Vec<_>>().try_into().ok()?;
            let (year, number) = week.split_once('W')?;
            let week = format!("{year}-W{number}").parse().ok()?;
            Self::new(base, week, running.parse().ok()?).ok()
        };
        read().filter(|number| number.to_string() == written).ok_or_else(|| NoSuchReceipt(text.to_owned()))
    }
}

impl Serialize for ReceiptNumber {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ReceiptNumber {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// ISO 7064 MOD 1271-36 over the letters and digits of `body`.
fn check_characters(body: &str) -> [char; 2] {
    let values = body.chars().filter_map(|c| c.to_digit(36)).chain([0, 0]);
    let remainder = values.fold(0, |remainder, value| (remainder * 36 + value) % 1271);
    let check = (1272 - remainder) % 1271;
    // Both parts of a number below 1271 are below 36.
    [check / 36, check % 36].map(|value| char::from_digit(value, 36).unwrap_or('0').to_ascii_uppercase())
}
