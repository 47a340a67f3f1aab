//! Which visits are owed, and which records wait for the organisation's word, for reminders.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{FollowUpError, Line, What, Which, known::Known};
use crate::{follow_up::State, store::StoreError, weekly_report::store::SubjectName};

/// A visit whose window is open, or has closed without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwedVisit {
    pub subject: SubjectName,
    /// The same before and after something has been kept of it.
    pub which: Which,
    /// Who is to go, by name.
    pub assigned: Option<String>,
    /// The last day on which it is on time.
    pub until: NaiveDate,
}

/// A record that its organisation has said nothing of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unconfirmed {
    pub subject: SubjectName,
    pub visit: Uuid,
    pub filed_at: DateTime<Utc>,
}

/// What follow-ups owe.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct OwedOfVisits {
    pub visits: Vec<OwedVisit>,
    pub unconfirmed: Vec<Unconfirmed>,
}

/// Of a base, as its list shows it on a day: three statements.
pub(crate) async fn owed(db: &impl ConnectionTrait, base: Uuid, today: NaiveDate) -> Result<OwedOfVisits, StoreError> {
    let known = Known::of(db, base, None).await;
    let lines = known.and_then(|known| known.lines(today)).map_err(FollowUpError::of_store)?;
    let mut owed = OwedOfVisits::default();
    for line in lines {
        owed.visits.extend(visit(&line));
        owed.unconfirmed.extend(unconfirmed(&line));
    }
    Ok(owed)
}

fn visit(line: &Line) -> Option<OwedVisit> {
    let which = match (&line.what, line.which?) {
        // It is named by its age until somebody writes, and by its record then: a reminder goes on by the age.
        (What::Scheduled(due), _) => Which::Age(due.age),
        (What::Extra { .. }, which) => which,
    };
    line.standing.is_open().then(|| OwedVisit {
        subject: subject(line),
        which,
        assigned: line.assigned().map(str::to_owned),
        until: line.what.until(),
    })
}

fn unconfirmed(line: &Line) -> Option<Unconfirmed> {
    let record = line.record.as_ref().filter(|record| record.state == State::Filed)?;
    Some(Unconfirmed { subject: subject(line), visit: record.id, filed_at: record.filed_at? })
}

fn subject(line: &Line) -> SubjectName {
    SubjectName { id: line.organisation, of_base: false, name: line.name.clone() }
}
