use std::path::PathBuf;

use figment::{
    Figment,
    error::{Error, Kind},
};

/// What a source of values is called that are flags.
pub(super) const COMMAND_LINE: &str = "command line";

#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    #[error("the configuration file {} does not exist", .0.display())]
    NoSuchFile(PathBuf),
    /// A value that cannot be, or a key that nobody knows.
    #[error("configuration: `{key}` {problem} ({origin})")]
    Wrong { key: String, problem: String, origin: String },
    /// A file that is no TOML.
    #[error("configuration: {0}")]
    Unreadable(String),
}

/// An error of a key that is found after reading.
pub(super) fn of_key(key: &str, problem: &str) -> Error {
    Error::from(problem.to_owned()).with_path(key)
}

impl ConfigError {
    pub(super) fn wrong(figment: &Figment, error: Error) -> Self {
        let key = match &error.kind {
            Kind::UnknownField(name, _) => name.clone(),
            _ => error.path.join("."),
        };
        if key.is_empty() {
            return Self::Unreadable(error.to_string());
        }
        let problem = match error.kind {
            Kind::UnknownField(_, known) => format!("is no key; known are {}", known.join(", ")),
            Kind::UnknownVariant(found, known) => format!("cannot be `{found}`, only {}", known.join(" or ")),
            Kind::Message(message) => message,
            other => format!("is wrong: {other}"),
        };
        let origin = origin(figment, &key);
        Self::Wrong { key, problem, origin }
    }
}

/// Where a key's value came from.
fn origin(figment: &Figment, key: &str) -> String {
    let Some(metadata) = figment.find_metadata(key) else { return "built in".to_owned() };
    match metadata.source.as_ref().and_then(figment::Source::file_path) {
        Some(file) => format!("from {}", file.display()),
        None if metadata.name == COMMAND_LINE => format!("from the flag --{}", key.replace('_', "-")),
        None if metadata.name.contains('`') => format!("from the environment: HATCHBOARD_{}", key.to_uppercase()),
        None if metadata.name.contains("environment") => format!("from the environment: {}", key.to_uppercase()),
        None => "built in".to_owned(),
    }
}
