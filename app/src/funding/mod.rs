//! Funds linked (资金链接): the list of a base, and one pledge with what was received of it.

pub mod api;
mod download;
pub mod form;
pub mod list;
pub mod screen;
pub(crate) mod words;

pub use download::routes;

use hatchboard::funding::store::FundError;

use crate::{Language, error::AppError};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        form::{EditFundPage, NewFundPage},
        list::FundsPage,
        screen::FundPage,
    };
}

pub(crate) fn told(error: FundError, language: Language) -> AppError {
    crate::record::told(error, language, words::field)
}
