//! Follow-ups of the hatched (出壳回头看): who is visited when, what was found, and how many live on.
//!
//! The operator plans, tries and writes; bureau and auditor read; an organisation reads what was written about it and
//! confirms it or says what is wrong.

pub mod api;
pub mod assignment;
pub mod attempts;
pub mod by_link;
mod download;
pub mod form;
pub mod list;
pub mod look;
pub(crate) mod names;
pub mod of_organisation;
pub mod ours;
pub mod photos;
mod problem;
pub mod questionnaire;
pub mod record;
pub mod risks;
pub mod survival;
pub mod todo;
pub mod visit;
pub(crate) mod words;

pub(crate) use api::page_of;
pub use download::routes;
pub(crate) use look::visit_name;
pub(crate) use names::outcome_name;
pub(crate) use problem::told;
pub(crate) use todo::ConfirmCard;
pub(crate) use words::title;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{
        by_link::QuestionnairePage, list::FollowUpsPage, of_organisation::OrganisationFollowUpsPage,
        ours::OurFollowUpsPage, survival::SurvivalPage, visit::FollowUpPage,
    };
}
