use super::Problem;
use crate::{incubation::HistoryFault, store::StoreError};

/// Why the file of an organisation stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The base has no such organisation, or it has no such person.
    #[error("the base has no such record")]
    NotFound,
    /// Every field at fault.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<Problem>),
    /// Another organisation of the base has this code.
    #[error("another organisation has this code")]
    CodeTaken,
    /// Another organisation of the base has this name, and no code tells the two apart.
    #[error("another organisation has this name")]
    NameTaken,
    /// Every field of a person at fault.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Person(Vec<PersonFault>),
    /// The incubation that came with it does not hang together.
    #[error(transparent)]
    History(#[from] HistoryFault),
}

/// Why a person is not taken into the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PersonFault {
    #[error("a person needs a name of 1 to 50 characters")]
    Name,
    #[error("the position has more than 50 characters")]
    Position,
    #[error("this is no telephone number")]
    Phone,
    #[error("the note has more than 500 characters")]
    Note,
}

impl From<sea_orm::DbErr> for OrganisationError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
