use std::{fmt, str::FromStr};

use uuid::Uuid;

use super::{super::Age, FollowUpError};

/// Which visit of an organisation, as links name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Of the newest hatching's schedule: `12`.
    Age(Age),
    /// One that is kept: its id.
    Kept(Uuid),
}

impl fmt::Display for Which {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Age(age) => write!(f, "{age}"),
            Self::Kept(id) => write!(f, "{id}"),
        }
    }
}

impl FromStr for Which {
    type Err = FollowUpError;
    fn from_str(text: &str) -> Result<Self, FollowUpError> {
        let kept = || text.parse().ok().map(Self::Kept);
        Age::from_code(text).map(Self::Age).or_else(kept).ok_or(FollowUpError::NotFound)
    }
}
