//! How the last weeks came, over all organisations.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::super::Cell;
use super::{
    Rhythm,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{
    period::Week,
    risk::{Came, DueWeek},
    store::StoreError,
};

/// The weeks among the last ones that asked each of these organisations for a report, and how it came, the newest
/// first: two statements. `weeks`: how far it looks back, the running week among them.
pub(crate) async fn lately(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    reporters: &[Reporter],
    weeks: i64,
    now: DateTime<Utc>,
) -> Result<HashMap<Uuid, Vec<DueWeek>>, StoreError> {
    let last = rhythm.week(now);
    let first = last.plus(1 - weeks);
    let book = Book::read(db, base, Of::Organisations, first, last).await?;
    let looked_at: Vec<Week> = first.through(last).rev().collect();
    let mut found = HashMap::with_capacity(reporters.len());
    for reporter in reporters {
        let mut came = Vec::with_capacity(looked_at.len());
        for week in &looked_at {
            let cell = book.facts(rhythm, reporter, *week, now)?.cell;
            came.extend(how(&cell).map(|came| DueWeek { week: *week, came }));
        }
        found.insert(reporter.name.id, came);
    }
    Ok(found)
}

/// `None` where no report was asked for, or there is time.
fn how(cell: &Cell) -> Option<Came> {
    match cell {
        Cell::NotExpected(_) | Cell::Excused(_) | Cell::Pending => None,
        Cell::OnTime | Cell::OnTimeNothing => Some(Came::InTime),
        Cell::Late { .. } => Some(Came::Late),
        Cell::Missing => Some(Came::Missing),
    }
}
