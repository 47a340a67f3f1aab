//! How trainings are kept.

pub mod training;
pub mod training_attendance;
pub mod training_invitation;
