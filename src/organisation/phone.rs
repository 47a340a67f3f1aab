//! Telephone numbers of the mainland, judged by their shape only.

use super::text::half_width;

/// The most numbers that one field may hold.
pub const MOST: usize = 3;

/// The number or numbers in their one form, joined by `、`; `None` where a part has no telephone's shape.
///
/// A mobile has 11 digits and begins with 1; a landline has its area code (`0731-28223344`, extension allowed); 400 and
/// 800 numbers have ten digits. Spaces, brackets, dashes and `+86` are forgiven, and up to [`MOST`] numbers may stand
/// side by side.
///
/// ```
/// use hatchboard::organisation::phone::read;
/// assert_eq!(read("+86 159 2771 2798").as_deref(), Some("15927712798"));
/// assert_eq!(read("（0731）28223344").as_deref(), Some("0731-28223344"));
/// assert_eq!(read("28223344"), None); // a landline needs its area code
/// ```
pub fn read(text: &str) -> Option<String> {
    let text = half_width(text);
    let parts: Vec<&str> =
        text.split(['、', ',', ';', '/', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.is_empty() || parts.len() > MOST {
        return None;
    }
    let numbers: Option<Vec<String>> = parts.into_iter().map(one).collect();
    numbers.map(|numbers| numbers.join("、"))
}

/// Each number with its middle hidden: `159****2798`, `0731-****3344`.
///
/// What is no number as [`read`] makes them is hidden but for its last two characters.
pub fn mask(phone: &str) -> String {
    phone.split('、').map(mask_one).collect::<Vec<_>>().join("、")
}

fn mask_one(number: &str) -> String {
    let characters: Vec<char> = number.chars().collect();
    let (head, tail) = match characters.len() {
        11 if characters[0] == '1' => (3, 4),
        _ if number.starts_with('0') && number.contains('-') => (number.find('-').map_or(0, |at| at + 1), 4),
        length => (0, length.min(2)),
    };
    if head + tail >= characters.len() {
        return "****".to_owned();
    }
    let shown = |from: &[char]| from.iter().collect::<String>();
    format!("{}****{}", shown(&characters[..head]), shown(&characters[characters.len() - tail..]))
}

fn one(text: &str) -> Option<String> {
    let (number, extension) = match text.split_once(['转', '#', 'x', 'X']) {
        Some((number, extension)) => (number, Some(extension.trim())),
        None => (text, None),
    };
    if !number.chars().all(|c| c.is_ascii_digit() || " ()-+—–.".contains(c)) {
        return None;
    }
    let all: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = match all.strip_prefix("0086").or_else(|| all.strip_prefix("86")) {
        Some(rest) if number.trim_start().starts_with(['+', '0']) || rest.len() == 11 => rest,
        _ => &all,
    };
    if digits.len() == 11 && digits.starts_with('1') && extension.is_none() {
        return Some(digits.to_owned());
    }
    if digits.len() == 10 && (digits.starts_with("400") || digits.starts_with("800")) {
        return Some(digits.to_owned());
    }
    let area = if digits.starts_with("010") || digits.starts_with("02") { 3 } else { 4 };
    let local = digits.len().checked_sub(area)?;
    if !digits.starts_with('0') || digits.starts_with("00") || !(7..=8).contains(&local) {
        return None;
    }
    let landline = format!("{}-{}", &digits[..area], &digits[area..]);
    match extension {
        None => Some(landline),
        Some(extension) => {
            let plain = (1..=6).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| format!("{landline}转{extension}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_ways_of_writing_a_number_are_read_and_others_are_not() {
        for (typed, read_as) in [
            ("15927712798", Some("15927712798")),
            ("１５９ ２７７１ ２７９８", Some("15927712798")),
            ("159-2771-2798", Some("15927712798")),
            ("8615927712798", Some("15927712798")),
            ("0731-28223344", Some("0731-28223344")),
            ("010 6212 3456转801", Some("010-62123456转801")),
            ("400-810-6000", Some("4008106000")),
            ("15927712798、0731-2822334", Some("15927712798、0731-2822334")),
            ("1592771279", None),
            ("28223344", None),
            ("1.5251976786e10", None),
            ("张三", None),
            ("", None),
        ] {
            assert_eq!(read(typed).as_deref(), read_as, "{typed}");
        }
    }

    #[test]
    fn a_masked_number_shows_who_but_not_how_to_call() {
        assert_eq!(mask("15927712798"), "159****2798");
        assert_eq!(mask("0731-28223344"), "0731-****3344");
        assert_eq!(mask("15927712798、0731-28223344"), "159****2798、0731-****3344");
        assert_eq!(mask("4008106000"), "****00");
        assert_eq!(mask("12"), "****");
        assert_eq!(mask(""), "****");
    }
}
