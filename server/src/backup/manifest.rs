use std::fmt;

use chrono::{DateTime, Utc};
use hatchboard::audit::Checkpoint;
use serde::{Deserialize, Serialize};

use crate::config::DatabaseUrl;

/// The manifest's own name in the archive.
pub(super) const ENTRY: &str = "manifest.json";
/// What the names of attachments begin with, followed by `base/sha256`.
pub(super) const ATTACHMENTS: &str = "files/";
/// Raised when an older program could not read what this one writes.
const FORMAT: u32 = 1;

/// What a backup holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: u32,
    /// The program's version that made it.
    pub(super) program: String,
    pub(super) made_at: DateTime<Utc>,
    pub(super) database: Kind,
    /// Every entry but the manifest; the database is the first.
    pub(super) entries: Vec<Entry>,
    /// How far each audit chain had come when the backup was begun.
    pub(super) audit: Vec<Checkpoint>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

/// Which database a backup is of; one is not restored into the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Sqlite,
    Postgresql,
}

impl Kind {
    pub(crate) fn of(url: &DatabaseUrl) -> Self {
        if url.sqlite_file().is_some() { Self::Sqlite } else { Self::Postgresql }
    }

    /// The database's name in the archive.
    pub(super) fn entry(self) -> &'static str {
        match self {
            Self::Sqlite => "database.sqlite",
            Self::Postgresql => "database.dump",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgresql => "PostgreSQL",
        })
    }
}

impl Manifest {
    pub(super) fn new(made_at: DateTime<Utc>, database: Kind, entries: Vec<Entry>, audit: Vec<Checkpoint>) -> Self {
        let program = env!("CARGO_PKG_VERSION").to_owned();
        Self { format: FORMAT, program, made_at, database, entries, audit }
    }

    /// Why this program cannot restore it.
    pub(super) fn problem(&self) -> Option<String> {
        if self.format != FORMAT {
            return Some(format!("it has the format {}, and this program reads {FORMAT}", self.format));
        }
        let mut names = self.entries.iter().map(|entry| entry.name.as_str());
        if names.next() != Some(self.database.entry()) {
            return Some("its manifest names no database".to_owned());
        }
        names.find(|name| !is_attachment(name)).map(|name| format!("its manifest names `{name}`"))
    }
}

/// `files/base/sha256`, and nothing that could lead out of the folder.
fn is_attachment(name: &str) -> bool {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    name.strip_prefix(ATTACHMENTS)
        .and_then(|rest| rest.split_once('/'))
        .is_some_and(|(base, hash)| plain(base) && plain(hash))
}

#[cfg(test)]
mod tests {
    use super::is_attachment;

    #[test]
    fn an_attachment_lies_in_its_bases_folder() {
        let table = [
            ("files/0198c0de-0000-7000-8000-000000000000/ab12", true),
            ("files/../ab12", false),
            ("files/base/../../etc", false),
            ("files//ab12", false),
            ("/etc/passwd", false),
            ("files/base/a/b", false),
        ];
        for (name, expected) in table {
            assert_eq!(is_attachment(name), expected, "{name}");
        }
    }
}
