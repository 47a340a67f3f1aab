use std::fmt;

/// Something that is kept and used, and never shown again: it prints as whether there is one.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Of a text, empty for none.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn is_set(&self) -> bool {
        !self.0.is_empty()
    }

    /// The text, for whoever keeps it or signs with it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_set() { "set" } else { "none" })
    }
}
