//! Rectifications (整改/销号): a fault, what was repaired, and its closing.
//!
//! One screen serves all sides: what may be done on it follows from who looks at it ([`here::Here`]).

pub mod amend;
pub mod api;
pub mod deeds;
mod download;
pub mod found;
pub(crate) mod here;
pub mod list;
pub mod look;
pub mod new;
mod problem;
pub mod screen;
pub mod todo;
pub(crate) mod words;

pub use download::routes;
pub(crate) use found::GiveLink;
pub(crate) use problem::told;
pub(crate) use todo::{RectificationCard, RectificationTodos};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        list::{OurRectificationsPage, RectificationsPage},
        new::NewRectificationPage,
        screen::{OurRectificationPage, RectificationPage},
    };
}
