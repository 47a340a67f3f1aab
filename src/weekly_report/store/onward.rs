//! A quarter's weeks and activities one by one, part by part, whatever their number.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};
use uuid::Uuid;

use super::super::{ActivityKind, Cell, State, entity::activity};
use super::{
    Rhythm, WeeklyReportError,
    record::{Book, Of, count as counted},
    reporter::{Reporter, names, spans},
};
use crate::{
    access::BaseReader,
    organisation::entity::organisation,
    period::{Quarter, Week},
    store::{Onward, Part, Store, StoreError},
};

/// A week for which an organisation's report is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedWeek {
    pub organisation: String,
    pub week: Week,
    pub cell: Cell,
    /// `None` where nobody has begun to write.
    pub state: Option<State>,
    pub due_at: Option<DateTime<Utc>>,
    pub first_filed_at: Option<DateTime<Utc>>,
    /// By the newest filing.
    pub activities: u32,
    pub attendances: u32,
}

/// An activity that the newest filing of a report lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedActivity {
    pub subject: String,
    pub held_on: NaiveDate,
    pub kind: Option<ActivityKind>,
    pub what: String,
    pub place: String,
    pub attendances: u32,
    pub beneficiaries: u32,
}

/// The weeks of a quarter that have begun and ask for a report, by organisation; its keys are organisations.
pub async fn expected_weeks(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    onward: Onward,
) -> Result<Part<ExpectedWeek>, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let running = rhythm.week(now);
    let weeks: Vec<Week> = quarter.weeks().filter(|week| *week <= running).collect();
    let of_base = organisation::Entity::find().filter(organisation::Column::BaseId.eq(base));
    let organisations = onward.of(of_base, organisation::Column::Id).all(db).await?;
    let ids: Vec<Uuid> = organisations.iter().map(|row| row.id).collect();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return Ok(onward.part(&ids, Vec::new())) };
    let mut spans = spans(db, base, Some(&ids)).await?;
    let book = Book::read(db, base, Of::These(&ids), *first, *last).await?;
    let mut rows = Vec::new();
    for organisation in &organisations {
        let reporter = Reporter::organisation(organisation, spans.remove(&organisation.id).unwrap_or_default());
        for week in &weeks {
            let facts = book.facts(&rhythm, &reporter, *week, now)?;
            if matches!(facts.cell, Cell::NotExpected(_) | Cell::Excused(_)) {
                continue;
            }
            let told = book.line(organisation.id, *week).filter(|line| line.versions > 0);
            rows.push(ExpectedWeek {
                organisation: organisation.name.clone(),
                week: *week,
                cell: facts.cell,
                state: facts.state,
                due_at: facts.due_at,
                first_filed_at: facts.first_filed_at,
                activities: told.map_or(0, |line| counted(line.activities)),
                attendances: told.map_or(0, |line| counted(line.attendances)),
            });
        }
    }
    Ok(onward.part(&ids, rows))
}

fn held_in(base: Uuid, quarter: Quarter) -> Select<activity::Entity> {
    use activity::Column as Of;
    activity::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::HeldOn.between(quarter.first_day(), quarter.last_day()))
}

/// How many activities of a quarter there are: one statement.
pub(crate) async fn how_many(db: &impl ConnectionTrait, base: Uuid, quarter: Quarter) -> Result<u64, StoreError> {
    Ok(held_in(base, quarter).count(db).await?)
}

/// The activities of a quarter, by their own days: those of organisations' reports, and of the base's.
pub async fn activities(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    onward: Onward,
) -> Result<Part<ListedActivity>, WeeklyReportError> {
    let (db, base) = (store.read(), reader.base());
    let rows = onward.of(held_in(base, quarter), activity::Column::Id).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let names = names(db, base, rows.iter().map(|row| row.subject_id)).await?;
    let read = |row: activity::Model| ListedActivity {
        subject: names.get(&row.subject_id).map(|name| name.name.clone()).unwrap_or_default(),
        held_on: row.held_on,
        kind: ActivityKind::from_code(&row.kind),
        what: row.what,
        place: row.place,
        attendances: counted(row.attendances),
        beneficiaries: counted(row.beneficiaries),
    };
    Ok(onward.part(&ids, rows.into_iter().map(read).collect()))
}
