//! The organisations and their last weeks at a glance.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::NullOrdering,
};
use uuid::Uuid;

use super::super::{Cell, FiledWeeks, Rate, State};
use super::{
    Rhythm, SubjectName, WeeklyReportError, help,
    record::{Book, Of, read_week},
    reporter::{self, Reporter},
    silence::Silence,
    summary::summaries,
};
use crate::{
    access::BaseReader,
    incubation::{Mode, Stage},
    organisation::{Kind, entity::organisation, store::named_like},
    period::{Month, Quarter, Stretch, Week},
    store::{Page, Paging, Store, StoreError, containing},
};

/// How many weeks the matrix shows.
const WEEKS: i64 = 12;

/// What the matrix shows; everything by default.
#[derive(Debug, Clone, Default)]
pub struct MatrixFilter {
    /// Part of a name, a code, or of its initials.
    pub search: String,
    /// Codes of [`Kind`].
    pub kinds: Vec<String>,
    /// Codes of [`Mode`].
    pub modes: Vec<String>,
    /// Codes of [`Stage`].
    pub stages: Vec<String>,
    pub shown: Shown,
    /// The newest week shown; the running one where `None`.
    pub last: Option<Week>,
    /// All weeks of it that have begun, in the place of the newest ones.
    pub quarter: Option<Quarter>,
    /// The same of a month, where no quarter is asked for.
    pub month: Option<Month>,
    pub sort: MatrixSort,
    pub descending: bool,
}

/// Which organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    #[default]
    All,
    /// Those whose report of the last week that was due is missing.
    Silent,
    /// Those whose filed report of the running week or the one before asks for help.
    AskingForHelp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MatrixSort {
    #[default]
    Name,
    /// Those who have been silent for the longest come first.
    LastReport,
    AdmittedOn,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// Twelve, or those of a quarter or a month; oldest first.
    pub weeks: Vec<Week>,
    /// The last week whose deadline has passed: the one that "silent" is about.
    pub last_due: Option<Week>,
    pub page: Page<MatrixRow>,
    /// One for each week, over all organisations of the base, whatever the filter.
    pub summary: Vec<WeekSummary>,
    /// Over all organisations and the weeks shown.
    pub rate: Rate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    pub organisation: Uuid,
    pub name: String,
    pub kind: Option<Kind>,
    /// `None` where it has never been incubated.
    pub stage: Option<Stage>,
    pub mode: Option<Mode>,
    pub last_report_week: Option<Week>,
    /// One for each week.
    pub cells: Vec<MatrixCell>,
    /// Over the weeks shown.
    pub rate: Rate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixCell {
    pub week: Week,
    pub cell: Cell,
    /// `None` where nothing has been filed.
    pub report: Option<Uuid>,
    /// It waits for the operator's review.
    pub waiting: bool,
    /// It is back with the organisation.
    pub returned: bool,
}

/// One week over all organisations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeekSummary {
    pub week: Week,
    /// Excused ones are not among them.
    pub expected: u32,
    /// With those that had nothing to report.
    pub on_time: u32,
    pub nothing: u32,
    pub late: u32,
    pub missing: u32,
    pub pending: u32,
    pub excused: u32,
    pub submitted: u32,
    pub accepted: u32,
    pub activities: u32,
    pub attendances: u32,
    pub rate: Rate,
}

impl From<&WeekSummary> for FiledWeeks {
    fn from(week: &WeekSummary) -> Self {
        Self {
            expected: week.expected,
            on_time: week.on_time,
            late: week.late,
            missing: week.missing,
            pending: week.pending,
            excused: week.excused,
            activities: week.activities,
            attendances: week.attendances,
            rate: week.rate,
        }
    }
}

/// A page of the matrix. The number of statements does not depend on how many organisations there are.
pub async fn matrix(
    store: &Store,
    reader: &BaseReader,
    filter: &MatrixFilter,
    paging: Paging,
) -> Result<Matrix, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let current = rhythm.week(now);
    let weeks = weeks(filter, current);
    let (first, last) = (weeks[0], weeks[weeks.len() - 1]);
    let last_due = rhythm.last_due(false, now);
    let chosen = match filter.shown {
        Shown::All => chosen(filter),
        // Before the first deadline nobody is silent, and everybody is shown.
        Shown::Silent => {
            let silence = last_due.map(|week| Silence::since(&rhythm, week, week, now).condition(base));
            chosen(filter).add_option(silence)
        }
        Shown::AskingForHelp => chosen(filter).add(organisation::Column::Id.in_subquery(help::askers(base, current))),
    };
    let (organisations, total) = organisations(db, base, filter, chosen, paging).await?;
    let ids: Vec<Uuid> = organisations.iter().map(|row| row.id).collect();
    let mut spans = reporter::spans(db, base, Some(&ids)).await?;
    let book = Book::read(db, base, Of::These(&ids), first, last).await?;
    let mut rows = Vec::with_capacity(organisations.len());
    for organisation in organisations {
        let reporter = organisation.reporter(spans.remove(&organisation.id).unwrap_or_default());
        let cells = weeks.iter().map(|week| {
            let facts = book.facts(&rhythm, &reporter, *week, now)?;
            Ok(MatrixCell {
                week: *week,
                report: facts.report.filter(|_| facts.versions > 0),
                waiting: facts.state == Some(State::Submitted),
                returned: facts.state == Some(State::Returned),
                cell: facts.cell,
            })
        });
        let cells = cells.collect::<Result<Vec<_>, StoreError>>()?;
        rows.push(organisation.row(cells)?);
    }
    let summary = summaries(db, &rhythm, base, &weeks, now).await?;
    let rate = summary.iter().map(|week| week.rate).sum();
    Ok(Matrix { weeks, last_due, page: Page { rows, total }, summary, rate })
}

/// At least one, oldest first.
fn weeks(filter: &MatrixFilter, current: Week) -> Vec<Week> {
    let within = filter.quarter.map(Stretch::from).or(filter.month.map(Stretch::from));
    let begun = |within: Stretch| within.weeks().filter(|week| *week <= current).collect::<Vec<_>>();
    let asked_for = within.map(begun).filter(|weeks| !weeks.is_empty());
    asked_for.unwrap_or_else(|| {
        let last = filter.last.unwrap_or(current).min(current);
        last.plus(1 - WEEKS).through(last).collect()
    })
}

/// An organisation as a row begins with it.
#[derive(Debug, FromQueryResult)]
struct Listed {
    id: Uuid,
    name: String,
    kind: String,
    standing: String,
    stage: String,
    mode: Option<String>,
    last_report_week: Option<String>,
}

impl Listed {
    fn reporter(&self, spans: Vec<crate::incubation::Span>) -> Reporter {
        let name = SubjectName { id: self.id, of_base: false, name: self.name.clone() };
        Reporter::new(name, &self.standing, self.mode.as_deref(), &self.stage, spans)
    }

    fn row(self, cells: Vec<MatrixCell>) -> Result<MatrixRow, StoreError> {
        Ok(MatrixRow {
            organisation: self.id,
            name: self.name,
            kind: Kind::from_code(&self.kind),
            stage: Stage::from_code(&self.stage),
            mode: self.mode.as_deref().and_then(Mode::from_code),
            last_report_week: self.last_report_week.as_deref().map(read_week).transpose()?,
            rate: cells.iter().map(|cell| &cell.cell).collect(),
            cells,
        })
    }
}

async fn organisations(
    db: &impl ConnectionTrait,
    base: Uuid,
    filter: &MatrixFilter,
    chosen: Condition,
    paging: Paging,
) -> Result<(Vec<Listed>, u64), StoreError> {
    use organisation::Column;
    let query = organisation::Entity::find().filter(Column::BaseId.eq(base)).filter(chosen);
    let total = query.clone().count(db).await?;
    let order = if filter.descending { Order::Desc } else { Order::Asc };
    let sorted = match filter.sort {
        MatrixSort::Name => query,
        MatrixSort::LastReport if filter.descending => {
            query.order_by_with_nulls(Column::LastReportWeek, order.clone(), NullOrdering::Last)
        }
        MatrixSort::LastReport => query.order_by_with_nulls(Column::LastReportWeek, order.clone(), NullOrdering::First),
        MatrixSort::AdmittedOn => query.order_by_with_nulls(Column::AdmittedOn, order.clone(), NullOrdering::Last),
    };
    let by_name = if filter.sort == MatrixSort::Name { order } else { Order::Asc };
    let rows = sorted
        .select_only()
        .columns([Column::Id, Column::Name, Column::Kind, Column::Standing, Column::Stage, Column::Mode])
        .column(Column::LastReportWeek)
        .order_by(Column::Initials, by_name.clone())
        .order_by(Column::Name, by_name)
        .order_by_asc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .into_model()
        .all(db)
        .await?;
    Ok((rows, total))
}

fn chosen(filter: &MatrixFilter) -> Condition {
    use organisation::Column;
    let search = filter.search.trim();
    let searched = named_like(search).add(Column::Code.like(containing(&search.to_uppercase())));
    Condition::all()
        .add_option((!search.is_empty()).then_some(searched))
        .add_option((!filter.kinds.is_empty()).then(|| Column::Kind.is_in(&filter.kinds)))
        .add_option((!filter.modes.is_empty()).then(|| Column::Mode.is_in(&filter.modes)))
        .add_option((!filter.stages.is_empty()).then(|| Column::Stage.is_in(&filter.stages)))
}
