//! What an organisation's staff find of their own record.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::Hits;

/// What was found, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnFound {
    /// Filed reports.
    pub reports: Hits<OwnReport>,
    /// The months of plans.
    pub plans: Hits<String>,
    /// Sheets, by the quarter or year that addresses name.
    pub sheets: Hits<String>,
    pub services: Hits<OwnMatter>,
    pub rectifications: Hits<OwnMatter>,
    /// None for whoever is of the operator's team too.
    pub letters: Hits<OwnMatter>,
    /// Those that the organisation was invited to, or came to.
    pub trainings: Hits<OwnTraining>,
    /// Days of the visits that were filed.
    pub visits: Hits<NaiveDate>,
    pub people: Hits<OwnPerson>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnReport {
    pub week: String,
    pub receipt: Option<String>,
}

/// Something that was asked, found or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnMatter {
    pub id: Uuid,
    pub words: String,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTraining {
    pub title: String,
    pub held_on: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPerson {
    pub id: Uuid,
    pub name: String,
    pub position: String,
}

impl OwnFound {
    pub fn is_empty(&self) -> bool {
        let matters = [&self.services, &self.rectifications, &self.letters];
        self.reports.rows.is_empty()
            && self.plans.rows.is_empty()
            && self.sheets.rows.is_empty()
            && matters.iter().all(|hits| hits.rows.is_empty())
            && self.trainings.rows.is_empty()
            && self.visits.rows.is_empty()
            && self.people.rows.is_empty()
    }
}
