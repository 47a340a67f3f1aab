//! One week of all organisations, one by one: what the numbers of the week open into.

use std::cmp::Reverse;

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{Among, Cell, Rate, State};
use super::{
    Rhythm, WeekFacts, WeeklyReportError,
    record::{Book, Of, count},
    reporter::{Reporter, spans},
};
use crate::{
    access::BaseReader,
    organisation::{entity::organisation, store::named_like},
    period::Week,
    store::{Page, Paging, Store},
};

/// Which organisations are listed, and in which order; everybody who has a part in the week by default.
#[derive(Debug, Clone, Default)]
pub struct OfWeekFilter {
    /// Part of a name, or of its initials.
    pub search: String,
    pub among: Option<Among>,
    pub sort: OfWeekSort,
    pub descending: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OfWeekSort {
    #[default]
    Name,
    Activities,
    Attendances,
}

/// A page of one week's organisations, and what all that are listed come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfWeek {
    pub page: Page<WeekLine>,
    pub activities: u64,
    pub attendances: u64,
    pub rate: Rate,
}

/// One organisation's week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekLine {
    pub organisation: Uuid,
    pub name: String,
    pub facts: WeekFacts,
    /// Of what stands as filed; what is back with its author tells of nothing, as in the week's summary.
    pub activities: u32,
    pub attendances: u32,
}

/// The organisations that were asked for the week's report, were excused, or filed one all the same. The number of statements
/// does not depend on how many there are.
pub async fn of_week(
    store: &Store,
    reader: &BaseReader,
    week: Week,
    filter: &OfWeekFilter,
    paging: Paging,
) -> Result<OfWeek, WeeklyReportError> {
    use organisation::Column;
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let search = filter.search.trim();
    let organisations = organisation::Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Condition::all().add_option((!search.is_empty()).then(|| named_like(search))))
        .order_by_asc(Column::Initials)
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut spans = spans(db, base, None).await?;
    let book = Book::read(db, base, Of::Organisations, week, week).await?;
    let mut lines = Vec::new();
    for row in organisations {
        let reporter = Reporter::organisation(&row, spans.remove(&row.id).unwrap_or_default());
        let facts = book.facts(&rhythm, &reporter, week, now)?;
        let filed = book.line(row.id, week).filter(|_| facts.state.is_some_and(State::is_filed));
        let told = filed.map_or((0, 0), |line| (count(line.activities), count(line.attendances)));
        let has_part = filed.is_some() || !matches!(facts.cell, Cell::NotExpected(_));
        if has_part && filter.among.is_none_or(|among| among.counts(&facts.cell, told)) {
            let (activities, attendances) = told;
            lines.push(WeekLine { organisation: row.id, name: row.name, facts, activities, attendances });
        }
    }
    sort(&mut lines, filter);
    let sum = |told: fn(&WeekLine) -> u32| lines.iter().map(|line| u64::from(told(line))).sum();
    let (activities, attendances) = (sum(|line| line.activities), sum(|line| line.attendances));
    let rate = lines.iter().map(|line| &line.facts.cell).collect();
    let total = lines.len() as u64;
    let [ahead, size] = [paging.offset(), paging.size].map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
    let rows = lines.into_iter().skip(ahead).take(size).collect();
    Ok(OfWeek { page: Page { rows, total }, activities, attendances, rate })
}

/// Lines come by name; those of one number keep that order.
fn sort(lines: &mut [WeekLine], filter: &OfWeekFilter) {
    let number = |line: &WeekLine| match filter.sort {
        OfWeekSort::Name => 0,
        OfWeekSort::Activities => line.activities,
        OfWeekSort::Attendances => line.attendances,
    };
    match (filter.sort, filter.descending) {
        (OfWeekSort::Name, false) => {}
        (OfWeekSort::Name, true) => lines.reverse(),
        (_, false) => lines.sort_by_key(number),
        (_, true) => lines.sort_by_key(|line| Reverse(number(line))),
    }
}
