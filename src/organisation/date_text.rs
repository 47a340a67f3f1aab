//! Dates as people write them in forms and sheets.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::text::key;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateFault {
    /// It has the form of a date, but the calendar has no such day: `2031-02-30`.
    #[error("no such date")]
    NoSuchDate,
    /// It stops at the month or the year; a day is never guessed.
    #[error("the date lacks its day")]
    DayMissing,
    /// It has not the form of a date, or its year has not four digits.
    #[error("this is not a date")]
    NotADate,
}

/// The day that a text names.
///
/// Read are `2015-06-12`, `2015/6/12`, `2015.06.12`, `20150612`, `2024年5月6日`, `二〇二四年五月六日`, each in full
/// width too, and with a time of day behind it, which is dropped. The year has four digits.
///
/// ```
/// use hatchboard::organisation::{DateFault, date_text::read};
/// assert_eq!(read("二〇二四年五月六日").unwrap().to_string(), "2024-05-06");
/// assert_eq!(read("2024年5月"), Err(DateFault::DayMissing));
/// ```
pub fn read(text: &str) -> Result<NaiveDate, DateFault> {
    let text = key(without_time(text.trim()));
    let parts =
        if text.contains('年') { chinese_parts(&text) } else { plain_parts(&text) }.ok_or(DateFault::NotADate)?;
    match parts {
        (year, Some(month), Some(day)) => {
            NaiveDate::from_ymd_opt(i32::from(year), month.into(), day.into()).ok_or(DateFault::NoSuchDate)
        }
        (_, Some(month), None) if !(1..=12).contains(&month) => Err(DateFault::NoSuchDate),
        _ => Err(DateFault::DayMissing),
    }
}

type Parts = (u16, Option<u16>, Option<u16>);

/// Drops a time of day: what follows a blank or a `T` and begins like `08:30`.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T', '\u{3000}']) {
        Some((date, time)) if time.contains([':', '：']) && time.starts_with(|c: char| c.is_ascii_digit()) => date,
        _ => text,
    }
}

/// `2024年5月6日`, with Chinese numerals too.
fn chinese_parts(text: &str) -> Option<Parts> {
    let (year, rest) = text.split_once('年')?;
    let year = Some(year).filter(|year| year.chars().count() == 4).and_then(number_by_digits)?;
    if rest.is_empty() {
        return Some((year, None, None));
    }
    let (month, rest) = rest.split_once('月')?;
    let month = Some(number(month)?);
    let day = rest.strip_suffix(['日', '号']).unwrap_or(rest);
    if day.is_empty() {
        return rest.is_empty().then_some((year, month, None));
    }
    Some((year, month, Some(number(day)?)))
}

/// `2015-06-12` and its like, and digits alone.
fn plain_parts(text: &str) -> Option<Parts> {
    let parts: Vec<&str> = text.split(['-', '/', '.', '–', '—', '。']).collect();
    let digits = |part: &str, most: usize| {
        let plain = (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse::<u16>().ok()).flatten()
    };
    let year = |part: &str| digits(part, 4).filter(|_| part.len() == 4);
    match parts[..] {
        [y, m, d] => Some((year(y)?, Some(digits(m, 2)?), Some(digits(d, 2)?))),
        [y, m] => Some((year(y)?, Some(digits(m, 2)?), None)),
        [all] if all.is_ascii() => match all.len() {
            8 => Some((year(&all[..4])?, Some(digits(&all[4..6], 2)?), Some(digits(&all[6..], 2)?))),
            6 => Some((year(&all[..4])?, Some(digits(&all[4..], 2)?), None)),
            4 => Some((year(all)?, None, None)),
            _ => None,
        },
        _ => None,
    }
}

/// A number of at most two places: `12`, `十二`, `二十`, `廿一`.
fn number(text: &str) -> Option<u16> {
    if let Some((tens, ones)) = text.split_once('十') {
        let tens = if tens.is_empty() { 1 } else { number_by_digits(tens)? };
        let ones = if ones.is_empty() { 0 } else { number_by_digits(ones)? };
        return (tens < 10 && ones < 10).then_some(tens * 10 + ones);
    }
    for (mark, tens) in [('廿', 20), ('卅', 30)] {
        if let Some(ones) = text.strip_prefix(mark) {
            return if ones.is_empty() { Some(tens) } else { number_by_digits(ones).map(|ones| tens + ones) };
        }
    }
    Some(text).filter(|text| text.chars().count() <= 2).and_then(number_by_digits)
}

/// Digit by digit, `2024` or `二〇二四`; at most four of them.
fn number_by_digits(text: &str) -> Option<u16> {
    (1..=4).contains(&text.chars().count()).then_some(())?;
    text.chars().try_fold(0, |number, c| Some(number * 10 + digit(c)?))
}

fn digit(c: char) -> Option<u16> {
    Some(match c {
        '〇' | '○' | '零' | 'o' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '0'..='9' => u16::try_from(u32::from(c) - u32::from('0')).ok()?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_day_is_read_in_every_usual_form() {
        let day = NaiveDate::from_ymd_opt(2024, 5, 6).unwrap();
        for written in [
            "2024年5月6日",
            "2024年05月06号",
            "2024.05.06",
            "2024.5.6",
            "2024/5/6",
            "2024-05-06",
            "20240506",
            "２０２４．５．６",
            "二〇二四年五月六日",
            "二零二四年五月六日",
            " 2024 年 5 月 6 日 ",
            "2024-05-06 00:00:00",
            "2024-05-06T08:30:00",
        ] {
            assert_eq!(read(written), Ok(day), "{written}");
        }
    }

    #[test]
    fn a_day_is_never_guessed() {
        for (written, fault) in [
            ("2031-02-30", DateFault::NoSuchDate),
            ("2023年2月29日", DateFault::NoSuchDate),
            ("2024-13-01", DateFault::NoSuchDate),
            ("20240532", DateFault::NoSuchDate),
            ("2024年5月", DateFault::DayMissing),
            ("2024.05", DateFault::DayMissing),
            ("2024年", DateFault::DayMissing),
            ("202405", DateFault::DayMissing),
            ("2024", DateFault::DayMissing),
            ("15.6.12", DateFault::NotADate),
            ("6/12/2015", DateFault::NotADate),
            ("去年五月", DateFault::NotADate),
            ("45423", DateFault::NotADate),
            ("2024年5月6日7", DateFault::NotADate),
            ("", DateFault::NotADate),
        ] {
            assert_eq!(read(written), Err(fault), "{written}");
        }
    }

    #[test]
    fn days_in_words_run_to_thirty_one() {
        for (words, day) in [("十", 10), ("十一", 11), ("二十", 20), ("二十九", 29), ("三十一", 31), ("廿一", 21)]
        {
            assert_eq!(
                read(&format!("二〇二五年十二月{words}日")),
                Ok(NaiveDate::from_ymd_opt(2025, 12, day).unwrap())
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}|[0-9年月日十廿卅./ :T-]{0,12}") {
            let _ = read(&text);
        }
    }
}
