//! Long words where there is little room.

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
