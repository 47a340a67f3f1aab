//! Numbers, money and days as people type them: full-width, with separators, in 元 or 万元.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::points::Points;

/// What is wrong with one field; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// Blank, and it may not be.
    Required,
    /// Letters, a comma in the wrong place, two points.
    NotANumber,
    /// Below zero.
    Negative,
    /// A part of a whole where only wholes are counted.
    Fraction,
    /// Less than a cent (分).
    TooPrecise,
    /// In the field's own unit: pieces, or 元 for money.
    TooLarge { limit: u64 },
    /// In characters.
    TooLong { limit: usize, found: usize },
    /// More rows than a report may have.
    TooMany { limit: usize, found: usize },
    /// No day of the calendar, or written in no known way.
    NotADate,
    /// After `today`.
    InTheFuture { today: NaiveDate },
    /// Before what this report can cover.
    TooEarly { earliest: NaiveDate },
    /// None of the codes that the form offers.
    UnknownChoice,
    /// "Nothing to report" was chosen but not confirmed.
    NotConfirmed,
    /// "Nothing to report" was chosen, yet activities are filled in here.
    FilledInDespiteNothing,
    /// Help is described, but "no help needed" is chosen.
    DescribedButNotWanted,
}

/// The largest amount of money in a report, in 元.
pub const MAX_YUAN: u64 = 1_000_000_000;

/// A count of 0 to `limit`: digits, full-width ones too, with or without thousands separators (`1,200`).
///
/// # Errors
/// [`Fault::Required`] for blank text, `NotANumber`, `Negative`, `Fraction`, `TooLarge`.
pub fn read_count(typed: &str, limit: u32) -> Result<u32, Fault> {
    let (whole, fraction) = read_decimal(&half_width(typed))?;
    if !fraction.trim_end_matches('0').is_empty() {
        return Err(Fault::Fraction);
    }
    let too_large = Fault::TooLarge { limit: limit.into() };
    whole.parse().ok().filter(|count| *count <= limit).ok_or(too_large)
}

/// Money of 0 to [`MAX_YUAN`] in cents: 元 with up to two decimals, or 万 (`1.2万` is 12,000.00). A `¥` before
/// and a `元` after it are understood.
///
/// # Errors
/// [`Fault::Required`] for blank text, `NotANumber`, `Negative`, `TooPrecise`, `TooLarge` (limit in 元).
pub fn read_cents(typed: &str) -> Result<i64, Fault> {
    let text = half_width(typed);
    let text = text.trim_start_matches(['\u{A5}', '\u{FFE5}']).trim();
    let text = text.strip_suffix('元').unwrap_or(text).trim_end();
    let (text, decimals) = text.strip_suffix('万').map_or((text, 2), |ten_thousands| (ten_thousands.trim_end(), 6));
    if text.is_empty() && !typed.trim().is_empty() {
        return Err(Fault::NotANumber);
    }
    let (whole, fraction) = read_decimal(text)?;
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > decimals {
        return Err(Fault::TooPrecise);
    }
    let too_large = Fault::TooLarge { limit: MAX_YUAN };
    let cents = format!("{whole}{fraction:0<decimals$}").parse().ok();
    cents.filter(|cents: &u64| *cents <= MAX_YUAN * 100).and_then(|cents| i64::try_from(cents).ok()).ok_or(too_large)
}

/// A share of 0 to 100 % in hundredths of a percent: `92.5` or `92.5%`.
///
/// # Errors
/// [`Fault::Required`] for blank text, `NotANumber`, `Negative`, `TooPrecise`, `TooLarge` (limit in percent).
pub fn read_basis_points(typed: &str) -> Result<u16, Fault> {
    let text = half_width(typed);
    let text = text.strip_suffix('%').unwrap_or(&text).trim_end();
    if text.is_empty() && !typed.trim().is_empty() {
        return Err(Fault::NotANumber);
    }
    let (whole, fraction) = read_decimal(text)?;
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > 2 {
        return Err(Fault::TooPrecise);
    }
    let points = format!("{whole}{fraction:0<2}").parse().ok().filter(|points: &u16| *points <= 10_000);
    points.ok_or(Fault::TooLarge { limit: 100 })
}

/// Points of 0 to [`Points::MOST`]: `4.62`, `4.6` or `5`.
///
/// # Errors
/// [`Fault::Required`] for blank text, `NotANumber`, `Negative`, `TooPrecise`, `TooLarge` (limit in points).
pub fn read_points(typed: &str) -> Result<Points, Fault> {
    let (whole, fraction) = read_decimal(&half_width(typed))?;
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > 2 {
        return Err(Fault::TooPrecise);
    }
    let most = u64::from(Points::MOST.as_hundredths().unsigned_abs());
    let hundredths = format!("{whole}{fraction:0<2}").parse().ok().filter(|hundredths: &u64| *hundredths <= most);
    let hundredths = hundredths.and_then(|hundredths| i32::try_from(hundredths).ok());
    hundredths.map(Points::hundredths).ok_or(Fault::TooLarge { limit: most / 100 })
}

/// A day: `2026-04-09`, `2026/4/9`, `2026.4.9`, `2026年4月9日`, or `4月9日` for the latest such day up to `today`.
///
/// # Errors
/// [`Fault::Required`] for blank text, [`Fault::NotADate`].
pub(crate) fn read_day(typed: &str, today: NaiveDate) -> Result<NaiveDate, Fault> {
    let text = half_width(typed);
    if text.is_empty() {
        return Err(Fault::Required);
    }
    let written = ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(&text, format).ok());
    let without_year = || {
        (0..=4)
            .filter_map(|back| {
                NaiveDate::parse_from_str(&format!("{}年{text}", today.year() - back), "%Y年%m月%d日").ok()
            })
            .find(|day| *day <= today)
    };
    written.or_else(without_year).ok_or(Fault::NotADate)
}

/// Words of at most `limit` characters.
///
/// # Errors
/// [`Fault::Required`] for none where some have to be there, [`Fault::TooLong`].
pub(crate) fn bounded(text: String, limit: usize, required: bool) -> Result<String, Fault> {
    match text.chars().count() {
        0 if required => Err(Fault::Required),
        found if found > limit => Err(Fault::TooLong { limit, found }),
        _ => Ok(text),
    }
}

/// Trimmed, with full-width letters, digits and signs in their plain form.
pub(crate) fn half_width(typed: &str) -> String {
    let plain = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2212}' => '-',
        '\u{3000}' => ' ',
        _ => c,
    };
    typed.chars().map(plain).collect::<String>().trim().to_owned()
}

/// The digits before and after the point of a number that is not negative. Separators must set off groups
/// of three, lest a comma meant as a point multiply by a hundred.
fn read_decimal(text: &str) -> Result<(String, String), Fault> {
    if text.is_empty() {
        return Err(Fault::Required);
    }
    if let Some(rest) = text.strip_prefix('-') {
        return Err(if read_decimal(rest).is_ok() { Fault::Negative } else { Fault::NotANumber });
    }
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = !whole.contains(',') || first.len() <= 3 && groups.all(|group| group.len() == 3);
    let whole = whole.replace(',', "");
    if grouped && !first.is_empty() && digits(&whole) && fraction.is_none_or(digits) {
        Ok((whole, fraction.unwrap_or_default().to_owned()))
    } else {
        Err(Fault::NotANumber)
    }
}
