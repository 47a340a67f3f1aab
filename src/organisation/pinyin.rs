use pinyin::ToPinyin;

/// The first letters of a name's syllables, lower case, for the column by which people search: `株洲市4A` is `zzs4a`.
///
/// A character with several readings takes its commonest; what is neither Chinese nor a Latin letter or digit is left
/// out.
pub fn pinyin_initials(name: &str) -> String {
    super::text::half_width(name)
        .chars()
        .filter_map(|character| match character.to_pinyin() {
            Some(syllable) => syllable.first_letter().chars().next(),
            None => character.is_ascii_alphanumeric().then(|| character.to_ascii_lowercase()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_its_initials() {
        assert_eq!(pinyin_initials("株洲市和风社区"), "zzshfsq");
        assert_eq!(pinyin_initials("醴陵（４Ａ）green"), "ll4agreen");
        assert_eq!(pinyin_initials(""), "");
    }
}
