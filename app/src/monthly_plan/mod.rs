//! Monthly plans (月计划): made, approved, ticked off by weekly reports, closed at the month's end.
//!
//! One screen serves both levels and every role: what may be done on it follows from who looks at it ([`Here`]).

pub mod all_items;
mod all_items_download;
pub mod api;
pub mod behalf;
pub mod calendar;
pub mod completed;
pub mod decision;
mod download;
pub mod editor;
pub mod history;
pub mod items;
mod items_download;
pub mod line;
pub mod look;
pub mod of_base;
pub mod of_month;
pub mod ours;
mod problem;
pub mod relief;
pub mod relief_api;
pub mod result;
pub mod screen;
pub mod todo;
pub mod waiting;
mod waiting_download;
pub(crate) mod words;

pub use download::routes;
use of_month::Here;
pub(crate) use problem::told;
pub(crate) use todo::{PlanCard, PlanTodos};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        all_items::MonthItemsPage,
        behalf::BehalfPlanPage,
        of_base::PlansPage,
        ours::OurPlansPage,
        screen::{BasePlanPage, OrganisationPlanPage, OurPlanPage},
        waiting::WaitingPlansPage,
    };
}
