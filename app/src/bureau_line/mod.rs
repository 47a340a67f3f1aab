//! The line to the bureau past the operator (直通民政局): what an organisation writes, and what the bureau says to it.
//!
//! Every page begins with the proof that whoever asks has a part in it ([`here::Here`]); the operator has none.

pub mod api;
mod download;
pub mod here;
pub mod list;
pub mod look;
mod problem;
pub mod screen;
pub mod sending;
pub mod todo;
mod words;

pub use download::routes;
pub(crate) use todo::{LetterCard, LetterTodos, OtherWay};
pub(crate) use words::{todo_waiting, waits_longest};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        list::{LettersPage, OurLettersPage},
        screen::{LetterPage, OurLetterPage},
        sending::NewLetterPage,
    };
}
