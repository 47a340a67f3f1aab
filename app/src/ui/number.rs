//! Numbers for people, by integer arithmetic alone.

use crate::Language;

/// `1,500`
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `87.4%` from basis points (8740), half up to the tenth. What is not whole is never shown as `100.0%`,
/// and what is not nothing never as `0.0%`.
pub fn percent(basis_points: i64) -> String {
    let tenths = match basis_points {
        1..=9 => 1,
        9_990..=9_999 => 999,
        _ => (basis_points + 5).div_euclid(10),
    };
    let sign = if tenths < 0 { "-" } else { "" };
    let tenths = tenths.unsigned_abs();
    format!("{sign}{}.{}%", tenths / 10, tenths % 10)
}

/// `4.62` from hundredths of a point.
pub fn points(hundredths: i32) -> String {
    hundredths_text(hundredths.into())
}

/// `1,234.50 元` from cents.
pub fn yuan(language: Language, cents: i64) -> String {
    let amount = hundredths_text(cents);
    match language {
        Language::Chinese => format!("{amount} 元"),
        Language::English => format!("{amount} yuan"),
    }
}

/// For summaries: `100.50 万元` from cents, half away from zero to the hundredth; whole yuan in English,
/// which does not count by ten thousands.
pub fn yuan_in_summary(language: Language, cents: i64) -> String {
    let number = yuan_under_a_unit(language, cents);
    match language {
        Language::Chinese => format!("{number} 万元"),
        Language::English => format!("{number} yuan"),
    }
}

/// As [`yuan_in_summary`], where the unit stands beside it already: `100.50`.
pub fn yuan_under_a_unit(language: Language, cents: i64) -> String {
    match language {
        Language::Chinese => hundredths_text(rounded(cents, 10_000)),
        Language::English => grouped(rounded(cents, 100)),
    }
}

fn hundredths_text(hundredths: i64) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let whole = i64::try_from(hundredths.unsigned_abs() / 100).unwrap_or(i64::MAX);
    format!("{sign}{}.{:02}", grouped(whole), hundredths.unsigned_abs() % 100)
}

/// Half away from zero.
fn rounded(number: i64, unit: i64) -> i64 {
    let half = unit / 2;
    number.saturating_add(if number < 0 { -half } else { half }) / unit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        let cases = [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-45_600, "-45,600")];
        for (number, text) in cases {
            assert_eq!(grouped(number), text);
        }
        assert_eq!(grouped(i64::MIN), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn a_rate_is_shown_to_the_tenth() {
        let cases =
            [(8_740, "87.4%"), (6_364, "63.6%"), (6_365, "63.7%"), (0, "0.0%"), (10_000, "100.0%"), (-125, "-1.2%")];
        for (basis_points, text) in cases {
            assert_eq!(percent(basis_points), text);
        }
    }

    #[test]
    fn what_is_almost_whole_or_almost_nothing_does_not_look_it() {
        assert_eq!(percent(9_999), "99.9%");
        assert_eq!(percent(1), "0.1%");
    }

    #[test]
    fn money_has_two_decimals() {
        assert_eq!(yuan(Language::Chinese, 123_450), "1,234.50 元");
        assert_eq!(yuan(Language::English, -5), "-0.05 yuan");
    }

    #[test]
    fn summaries_count_by_ten_thousand_yuan_in_chinese_only() {
        assert_eq!(yuan_in_summary(Language::Chinese, 100_500_000), "100.50 万元");
        assert_eq!(yuan_in_summary(Language::Chinese, 5_000), "0.01 万元");
        assert_eq!(yuan_in_summary(Language::Chinese, -5_000), "-0.01 万元");
        assert_eq!(yuan_in_summary(Language::English, 100_500_050), "1,005,001 yuan");
    }

    #[test]
    fn points_are_hundredths() {
        assert_eq!(points(462), "4.62");
        assert_eq!(points(-300), "-3.00");
    }
}
