//! What is known of trainings, as pages show it.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::super::{Closed, Party, State, Topic};
use crate::{
    evidence::Attachment,
    period::{Month, Quarter, Year},
    record::store::Struck,
};

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingRow {
    pub id: Uuid,
    pub title: String,
    pub topic: Topic,
    pub teacher: String,
    pub held_on: NaiveDate,
    /// Minutes after midnight.
    pub begins_at: u16,
    pub minutes: u16,
    pub place: String,
    pub state: State,
    /// Its day has passed and nobody has said what became of it.
    pub unsettled: bool,
    /// Organisations, of the base and of outside.
    pub invited: u32,
    /// Organisations of which somebody came.
    pub came: u32,
    /// 人次, which at one session is 人数.
    pub attendances: u32,
}

/// An organisation that is invited, or of which somebody came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    pub party: Party,
    pub name: String,
    pub invited: bool,
}

/// Somebody who came, or was said to have come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    pub id: Uuid,
    pub party: Party,
    pub person: String,
    pub phone: String,
    /// They signed in themselves.
    pub by_link: bool,
    pub at: DateTime<Utc>,
    /// Who entered them; empty where they signed in themselves.
    pub by: String,
    /// Why they were entered after the day; empty on it.
    pub entered_for: String,
    pub struck: Option<Struck>,
}

/// One session with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingPage {
    pub row: TrainingRow,
    pub material: String,
    /// What was kept with it, in the order in which it came.
    pub files: Vec<Attachment>,
    /// Why it was cancelled, or opened again.
    pub reason: String,
    /// The secret of its link. Shown to the operator only.
    pub token: String,
    pub entered: (DateTime<Utc>, String),
    /// By name, those of the base first.
    pub guests: Vec<Guest>,
    /// As they came; those who were taken off among them.
    pub attendances: Vec<Attendance>,
    pub row_version: i32,
}

/// What the link of a session opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub base: String,
    pub title: String,
    pub teacher: String,
    pub held_on: NaiveDate,
    pub begins_at: u16,
    pub minutes: u16,
    pub place: String,
    pub open: Result<(), Closed>,
    /// Whom one can come from, by name.
    pub guests: Vec<Guest>,
}

/// A session as one organisation sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OurTraining {
    pub id: Uuid,
    pub title: String,
    pub teacher: String,
    pub held_on: NaiveDate,
    pub begins_at: u16,
    pub minutes: u16,
    pub place: String,
    pub material: String,
    pub state: State,
    /// Why it was cancelled; empty otherwise.
    pub reason: String,
    /// Its own people who came.
    pub came: Vec<String>,
}

/// What a list shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct TrainingFilter {
    pub state: Option<State>,
    pub year: Option<Year>,
    pub quarter: Option<Quarter>,
    pub month: Option<Month>,
    /// Only what an organisation was invited to, or came to.
    pub organisation: Option<Uuid>,
    /// Only sessions whose day has passed and of which nobody has said what became.
    pub unsettled: bool,
    /// Part of its title, teacher or place.
    pub search: String,
}
