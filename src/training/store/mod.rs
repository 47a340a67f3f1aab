//! Keeping trainings: the operator plans and settles them, people sign in, lists are entered, and all of it is counted.

mod ahead;
mod attend;
mod count;
mod error;
pub mod listing;
pub(crate) mod onward;
mod part;
mod plan;
mod read;
mod rows;

pub use ahead::{Ahead, invited_to, to_settle};
pub use attend::{SignedIn, enter, sign_in, strike};
pub(crate) use count::{Session, counted};
pub use count::{attendance_of, held, tally};
pub use error::TrainingError;
pub use onward::onward;
pub(crate) use part::sessions_of;
pub use plan::{add_file, change, make, step};
pub use read::{list, one, ours, sheet};
pub use rows::{Attendance, Guest, OurTraining, Sheet, TrainingFilter, TrainingPage, TrainingRow};
