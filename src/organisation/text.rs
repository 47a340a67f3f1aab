//! Text as people type it, brought to one form: no stray spaces, no full-width Latin, no broken lines.

/// A running text or a name in its one form.
///
/// Spaces of every kind (the ideographic one too) become a plain one, and none stays at either end. Full-width digits,
/// Latin letters and signs that Chinese does not use become half-width; Chinese punctuation, with the brackets of
/// official names, stays. A line broken between two Chinese characters is joined without a space, as their typist
/// meant it. Characters that print nothing (control, zero-width, direction marks) go.
///
/// ```
/// use hatchboard::organisation::text::normalise;
/// assert_eq!(normalise("　株洲市\n和风中心（４Ａ） "), "株洲市和风中心（4A）");
/// ```
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = Gap::None;
    for character in text.chars().filter(|&c| c.is_whitespace() || !prints_nothing(c)) {
        if character.is_whitespace() {
            let broken = matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
            gap = if broken || gap == Gap::Line { Gap::Line } else { Gap::Space };
            continue;
        }
        let character = plain_latin(character);
        let joined = gap == Gap::Line && !character.is_ascii() && !out.ends_with(|c: char| c.is_ascii());
        if gap != Gap::None && !joined && !out.is_empty() {
            out.push(' ');
        }
        gap = Gap::None;
        out.push(character);
    }
    out
}

/// A person's name: as [`normalise`], and `张　三`, spread to align with longer names, is `张三`.
pub fn person_name(text: &str) -> String {
    let text = normalise(text);
    if text.is_ascii() { text } else { text.replace(' ', "") }
}

/// Text in which width never carries meaning (a code, a telephone number, a date): everything full-width that has a
/// half-width twin becomes it.
pub fn half_width(text: &str) -> String {
    text.chars().map(to_half_width).collect()
}

/// What two texts have in common when only typing differs: half-width, lower case, no white space.
///
/// The key by which headings and words are looked up, and by which two organisations without a code count as one.
pub fn key(text: &str) -> String {
    text.chars()
        .filter(|&c| !c.is_whitespace() && !prints_nothing(c))
        .map(to_half_width)
        .flat_map(char::to_lowercase)
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// Whether a cell says that there is nothing: empty, `/`, `-`, `无`, `暂无`, `N/A`.
pub fn says_nothing(text: &str) -> bool {
    matches!(key(text).as_str(), "" | "/" | "\\" | "-" | "--" | "—" | "——" | "无" | "暂无" | "没有" | "n/a" | "na")
}

#[derive(PartialEq)]
enum Gap {
    None,
    Space,
    Line,
}

fn prints_nothing(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn to_half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Digits, Latin letters and the signs that have no part in Chinese punctuation.
fn plain_latin(c: char) -> char {
    let half = to_half_width(c);
    if half.is_ascii_alphanumeric() || "#%&*+-./=@_".contains(half) { half } else { c }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn official_names_keep_their_brackets_and_lose_their_line_breaks() {
        for (typed, read) in [
            ("　株洲市\r\n和风中心　", "株洲市和风中心"),
            ("株洲市（天元区）协会", "株洲市（天元区）协会"),
            ("ＡＢＣ　中心", "ABC 中心"),
            ("Green\nLeaf", "Green Leaf"),
            ("a\u{0}b\u{200b}c\u{202e}", "abc"),
            ("", ""),
        ] {
            assert_eq!(normalise(typed), read, "{typed:?}");
        }
        assert_eq!(person_name("张　三"), "张三");
        assert_eq!(person_name("Ann  Lee"), "Ann Lee");
    }

    #[test]
    fn a_dash_says_nothing_and_a_name_says_something() {
        assert!(says_nothing(" ／ ") && says_nothing("无") && says_nothing("　"));
        assert!(!says_nothing("无锡市协会"));
    }

    proptest! {
        #[test]
        fn normalising_twice_is_normalising_once(text in "\\PC{0,30}|[\\x00-\\x20中文Ａ　]{0,20}") {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once.clone());
            prop_assert_eq!(once.trim(), once.as_str());
            prop_assert_eq!(key(&once), key(&text));
        }
    }
}
