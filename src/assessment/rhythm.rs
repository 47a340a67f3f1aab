//! How a quarter's rhythm was kept: it stands beside the base's sheet, and is in no formula but the rules' own.

use chrono::{DateTime, Utc};

use crate::{
    monthly_plan::Closing,
    period::{Month, Quarter},
    weekly_report::Timeliness,
};

/// Working days in which the operator reviews what was filed: as many as a plan's approver has (**default**).
pub const REVIEW_DAYS: u32 = 3;

/// Things that were to be done by some day, by how they were done; each counts in one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Punctuality {
    pub on_time: u32,
    pub late: u32,
    /// Not done, and the day has passed.
    pub missing: u32,
    /// Not done, and there is time.
    pub open: u32,
}

impl Punctuality {
    /// Counts one more as it stood at an instant: what was done after it had not been done. `by`: the last instant at
    /// which it is on time.
    pub fn count(&mut self, by: DateTime<Utc>, done_at: Option<DateTime<Utc>>, at: DateTime<Utc>) {
        let part = match done_at.filter(|done| *done <= at) {
            Some(done) if done <= by => &mut self.on_time,
            Some(_) => &mut self.late,
            None if at > by => &mut self.missing,
            None => &mut self.open,
        };
        *part += 1;
    }

    /// Counts one more whose timeliness is known.
    pub fn add(&mut self, timeliness: Timeliness) {
        let part = match timeliness {
            Timeliness::OnTime => &mut self.on_time,
            Timeliness::Late { .. } => &mut self.late,
            Timeliness::Missing => &mut self.missing,
            Timeliness::Pending => &mut self.open,
        };
        *part += 1;
    }

    /// All of them.
    pub const fn asked(self) -> u32 {
        self.on_time + self.late + self.missing + self.open
    }
}

/// Weekly reports of a quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReportsKept {
    /// Those whose deadline has passed, or that came before it.
    pub filed: Punctuality,
    /// Weeks that were excused, which asked for none.
    pub excused: u32,
}

/// The plans of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlansKept {
    pub month: Month,
    pub submitted: Punctuality,
    /// Those of whom no plan was asked.
    pub excused: u32,
    pub approved: u32,
    /// Results of the plans that stand approved.
    pub results: Punctuality,
}

impl PlansKept {
    pub fn new(month: Month) -> Self {
        Self { month, submitted: Punctuality::default(), excused: 0, approved: 0, results: Punctuality::default() }
    }

    /// Counts one more. `closing`: `None` where there is no result to close.
    pub fn count(&mut self, submitted: Timeliness, approved: bool, closing: Option<Closing>) {
        self.submitted.add(submitted);
        self.approved += u32::from(approved);
        match closing {
            None => {}
            Some(Closing::InTime) => self.results.on_time += 1,
            Some(Closing::Late { .. }) => self.results.late += 1,
            Some(Closing::Overdue { .. }) => self.results.missing += 1,
            Some(Closing::Pending) => self.results.open += 1,
        }
    }
}

/// How a base kept the rhythm of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterRhythm {
    pub quarter: Quarter,
    /// As the records stood at this instant.
    pub at: DateTime<Utc>,
    /// That instant is the cut-off of the base's facts, which have been frozen.
    pub at_cut_off: bool,
    /// Organisations'.
    pub reports: ReportsKept,
    /// The base's own.
    pub own_reports: ReportsKept,
    /// The operator's reviews of organisations' reports.
    pub reviews: Punctuality,
    /// Organisations', one for each month of the quarter.
    pub plans: Vec<PlansKept>,
    /// The base's own.
    pub own_plans: Vec<PlansKept>,
    /// Organisations' own points of their rated sheets.
    pub handed_in: Punctuality,
    /// The operator's points of these.
    pub scored: Punctuality,
    /// Visits whose window closes in the quarter.
    pub follow_ups: Punctuality,
}
