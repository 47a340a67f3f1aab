//! Keeping letters to the bureau.

mod error;
mod read;
mod write;

pub use error::LetterError;
pub use read::{
    LetterCounts, LetterFilter, LetterPage, LetterRow, Message, OurCounts, counts, counts_of, list, list_of, one,
    one_of,
};
pub(crate) use write::unnamed;
pub use write::{Seen, answer, ask_again, close, send};
