//! Words where there is little room, and words in a row.

use crate::Language;

/// Parts of a sentence, one after the other.
pub fn joined(language: Language, parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    parts.join(if language == Language::Chinese { "，" } else { ", " })
}

/// The beginning of long words.
pub fn beginning(words: &str) -> String {
    const LENGTH: usize = 60;
    let line = words.lines().next().unwrap_or_default();
    match line.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None if line.len() < words.len() => format!("{line}…"),
        None => line.to_owned(),
    }
}
