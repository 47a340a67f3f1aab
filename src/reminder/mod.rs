//! Reminders (催报): who is told of what is owed, at which step and by which channel, and a log that proves it.
//!
//! What is owed is told the working day before it is due, on that day and one working day later to whoever files it, two
//! working days later to the operator, five to the bureau, unless a base settles other days ([`Steps`]). A visit to the
//! hatched takes an appointment, so that whoever is to go is told ten and three working days before its window closes. What
//! waits for the bureau, such as a sheet to be checked, is told to the bureau alone, since nobody stands over it here, and
//! whatever a base reminds of. Everything of a day goes in one digest for each person and channel, never within the person's
//! quiet hours, and nothing twice. The steps are **default**: nothing published settles them.

mod digest;
#[cfg(feature = "store")]
pub mod entity;
mod kind;
mod owed;
mod quiet;
mod refusal;
mod retry;
mod robot;
mod schedule;
mod secret;
mod settings;
#[cfg(feature = "store")]
mod signature;
mod steps;
#[cfg(feature = "store")]
pub mod store;
#[cfg(test)]
mod tests;

pub use digest::{Digest, History, Line, Person, Rules, Told, asked, digests, overdue, overdue_of_base};
pub use kind::{Channel, DeliveryState, Kind, Step};
pub use owed::{Matter, Owed, Party, barred, bearer};
pub use quiet::Quiet;
pub use refusal::Refusal;
pub use retry::{ATTEMPTS, next_attempt};
pub use robot::{LONGEST_ROBOT, Robot, RobotAddress};
pub use schedule::Schedule;
pub use secret::Secret;
pub use settings::{
    LONGEST_MAIL, LONGEST_SECRET, Settings, SettingsFault, SettingsField, SettingsProblem, SettingsText,
};
pub use steps::{Steps, StepsFault, StepsField, StepsProblem, StepsText};
