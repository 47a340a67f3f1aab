//! Codes: the stable `snake_case` text by which an enum is stored, filtered and sent.
//!
//! A code never changes once it has been stored; the variant's name in the program may.

/// A text that is no code of the enum it was read as.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{code}` is no code of {of}")]
pub struct NoSuchCode {
    /// The enum's name.
    pub of: &'static str,
    /// The text as it came.
    pub code: String,
}

/// Reads, writes and displays enums by `code()`, over their `ALL`.
macro_rules! by_code {
    ($($name:ident),+) => {$(
        impl $name {
            /// The variant of a stored code; `None` for any other text.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::code::NoSuchCode;
            fn from_str(code: &str) -> Result<Self, Self::Err> {
                Self::from_code(code)
                    .ok_or_else(|| $crate::code::NoSuchCode { of: stringify!($name), code: code.to_owned() })
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                <String as serde::Deserialize>::deserialize(from)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(crate) use by_code;

/// An enum of plain variants, each with its code.
macro_rules! coded {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$note:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$note])* $variant,)+ }
        impl $name {
            /// Every variant, in the order in which people are shown them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
            /// The stable text by which it is stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
        $crate::code::by_code!($name);
    };
}
pub(crate) use coded;
