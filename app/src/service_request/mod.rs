//! Service requests (服务事项): help that is asked for, seen to and rated.
//!
//! One screen serves both sides: what may be done on it follows from who looks at it ([`here::Here`]).

pub mod ages;
pub mod api;
pub mod asking;
pub mod board;
pub mod deeds;
mod download;
pub(crate) mod here;
pub mod led_to;
pub mod links;
pub mod list;
pub mod look;
mod problem;
pub mod screen;
pub mod todo;
mod words;

pub use download::routes;
pub(crate) use led_to::LedTo;
pub(crate) use todo::{ServiceCard, ServiceTodos};
pub(crate) use words::state_name;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        asking::{AskForPage, AskPage},
        list::{OurServicesPage, ServicesPage},
        screen::{OurServicePage, ServicePage},
    };
}
