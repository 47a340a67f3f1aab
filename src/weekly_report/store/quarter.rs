//! A quarter's weeks and activities, as its assessment counts them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::super::{Cell, entity::activity};
use super::{
    Rhythm,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{period::Quarter, store::StoreError};

/// Weeks that asked for a report, and how it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct QuarterWeeks {
    pub expected: u32,
    pub on_time: u32,
    /// Those that count: after the cut-off of the quarter's facts, late is missing.
    pub late: u32,
    pub missing: u32,
}

/// What some subjects filed in a quarter, as it stands at an instant: two statements.
pub(crate) async fn weeks_of(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    reporters: &[Reporter],
    quarter: Quarter,
    at: DateTime<Utc>,
) -> Result<HashMap<Uuid, QuarterWeeks>, StoreError> {
    let weeks: Vec<_> = quarter.weeks().collect();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Ok(HashMap::new()) };
    let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
    let of = if ids.len() == 1 { Of::These(&ids) } else { Of::Organisations };
    let book = Book::read(db, base, of, *first, *last).await?;
    let mut found = HashMap::with_capacity(reporters.len());
    for reporter in reporters {
        let mut sum = QuarterWeeks::default();
        for week in &weeks {
            sum.count(&book.facts(rhythm, reporter, *week, at)?.cell);
        }
        found.insert(reporter.name.id, sum);
    }
    Ok(found)
}

impl QuarterWeeks {
    fn count(&mut self, cell: &Cell) {
        let part = match cell {
            Cell::NotExpected(_) | Cell::Excused(_) | Cell::Pending => return,
            Cell::OnTime | Cell::OnTimeNothing => &mut self.on_time,
            Cell::Late { counts: true, .. } => &mut self.late,
            Cell::Late { counts: false, .. } | Cell::Missing => &mut self.missing,
        };
        *part += 1;
        self.expected += 1;
    }
}

#[derive(Debug, FromQueryResult)]
struct Held {
    subject_id: Uuid,
    sessions: i64,
    attendances: i64,
}

/// Sessions and attendances that organisations' filed reports tell, by the day of the activity, by organisation: one
/// statement.
pub(crate) async fn activities_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
) -> Result<HashMap<Uuid, (i64, i64)>, StoreError> {
    use activity::Column as Of;
    let held: Vec<Held> = activity::Entity::find()
        .select_only()
        .column(Of::SubjectId)
        .expr_as(Of::Id.count(), "sessions")
        .expr_as(Of::Attendances.sum(), "attendances")
        .filter(Of::BaseId.eq(base))
        .filter(Of::OfBase.eq(false))
        .filter(Of::HeldOn.between(quarter.first_day(), quarter.last_day()))
        .group_by(Of::SubjectId)
        .into_model()
        .all(db)
        .await?;
    Ok(held.into_iter().map(|row| (row.subject_id, (row.sessions, row.attendances))).collect())
}
