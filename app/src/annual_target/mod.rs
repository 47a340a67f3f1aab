//! Annual targets (年度目标任务): written by the operator, approved by the bureau, counted and entered all year.

pub mod api;
pub mod behind;
pub mod decision;
mod download;
pub mod editor;
pub mod entries;
pub mod look;
pub mod people;
mod problem;
pub mod quarter;
pub mod target;
pub mod versions;
pub(crate) mod words;
pub mod year;

pub(crate) use behind::BehindCard;
pub use download::routes;
pub(crate) use look::{name as target_name, name_of_code};
pub(crate) use problem::told;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{editor::EditTargetsPage, target::TargetPage, year::TargetsPage};
}
