//! Whose weekly report is owed, for reminders.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;

use super::super::{Expectation, State};
use super::{
    Rhythm, SubjectName,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{period::Week, store::StoreError};

/// So many weeks are looked back on. What is older has become a matter for people.
const WEEKS: i64 = 6;

/// A report that has not been filed, or is back with its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwedWeek {
    pub subject: SubjectName,
    pub week: Week,
    pub due_at: DateTime<Utc>,
}

/// Of the base itself and its organisations, up to the week after the running one: four statements.
pub(crate) async fn owed(
    db: &impl ConnectionTrait,
    itself: &Reporter,
    rhythm: &Rhythm,
    organisations: &[Reporter],
    now: DateTime<Utc>,
) -> Result<Vec<OwedWeek>, StoreError> {
    let (first, last) = (rhythm.week(now).plus(-WEEKS), rhythm.week(now).next());
    let base = itself.name.id;
    let own = Book::read(db, base, Of::These(&[base]), first, last).await?;
    let theirs = Book::read(db, base, Of::Organisations, first, last).await?;
    let mut owed = Vec::new();
    let of_base = std::iter::once((itself, &own));
    for (reporter, book) in of_base.chain(organisations.iter().map(|one| (one, &theirs))) {
        for week in first.through(last) {
            let facts = book.facts(rhythm, reporter, week, now)?;
            let back = matches!(facts.state, Some(State::Returned | State::Withdrawn));
            let unfiled = facts.versions == 0 && matches!(facts.expectation, Expectation::Expected { .. });
            let due_at = facts.due_at.filter(|_| back || unfiled);
            owed.extend(due_at.map(|due_at| OwedWeek { subject: reporter.name.clone(), week, due_at }));
        }
    }
    Ok(owed)
}
