//! What keeps monthly plans: drafts, submissions, approvals, results, and what is read of them.
//!
//! Every function takes a proof, or something made of one, and looks at rows of that proof's base alone. What was
//! not decided on in time counts as approved at each reading; the next write keeps it so.

mod behalf;
mod completed;
mod decide;
mod draft;
mod error;
mod file;
mod in_state;
mod kept;
mod list;
pub mod listing;
mod month_items;
pub(crate) mod of_month;
pub(crate) mod onward;
pub(crate) mod owed;
pub(crate) mod planned;
pub(crate) mod progress;
pub(crate) mod quarter;
mod read;
mod record;
mod recount;
mod result;
pub(crate) mod rhythm;
mod standing_items;
mod waiting;

pub use behalf::confirm;
pub use completed::{MonthDone, completed};
pub use decide::{Seen, approve, release, send_back};
pub use draft::{Saved, save};
pub use error::MonthlyPlanError;
pub use file::{SaidWith, change, discard, submit, withdraw};
pub(crate) use in_state::to_decide;
pub use list::{LateResult, PlanCounts, PlanFilter, PlanLine, counts, month, months};
pub use month_items::{page_of_items, page_of_own_items};
pub use onward::items_onward;
pub use progress::{PlannedItem, for_week};
pub use read::{Origin, PlanPage, PlanVersion, Told, open};
pub use record::PlanFacts;
pub use recount::{PlanDiffers, rebuild_plans};
pub use result::close;
pub use standing_items::{ItemFilter, StandingItem, standing_items};
pub use waiting::{WaitingPlan, Waits, waiting, waits};

/// The longest words of a reason, in characters.
pub const LONGEST_WORDS: usize = 500;
/// A plan can be begun so many months ahead.
pub const MONTHS_AHEAD: u32 = 2;
