//! The rows of every sheet, out of what the areas keep, by the proof of whoever asked.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{Workbook, XlsxError};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{Word, Wording, book::Book};
use crate::{
    access::BaseReader,
    assessment::{
        Occasion,
        store::{self as assessment, AssessmentError, SheetLine, SheetWithLines},
    },
    base,
    export::Cell,
    follow_up::store::{FollowUpError, Line, counted_on},
    monthly_plan::{
        Outcome, State as PlanState,
        store::{self as monthly_plan, MonthlyPlanError, listing::ListedItem},
    },
    organisation::{
        entity::organisation as organisations,
        store::{self as organisation, Listed},
    },
    period::Quarter,
    points::Points,
    service_request::store::{self as service_request, RequestRow, ServiceError},
    store::{Onward, Store, StoreError},
    training::store::{self as training, TrainingError, TrainingRow},
    weekly_report::{
        self,
        store::{
            WeeklyReportError,
            onward::{self as weeks, ExpectedWeek, ListedActivity},
        },
    },
    workbook::{SheetOf, Timely, store::Watch},
};

/// Keys that are read at once, and organisations, each of which has a dozen weeks.
const KEYS: u64 = 1000;
const ORGANISATIONS: u64 = 200;

/// A workbook that only has to be packed into its file.
pub(in crate::workbook) struct Made {
    pub(in crate::workbook) workbook: Workbook,
    pub(in crate::workbook) rows: u64,
}

/// Why it was not made.
#[derive(Debug, thiserror::Error)]
pub(in crate::workbook) enum MakeError {
    /// It was cancelled, or somebody else has taken it up.
    #[error("the workbook is not wanted from here any more")]
    Stopped,
    #[error("there is no such base")]
    NoBase,
    #[error(transparent)]
    Writer(#[from] XlsxError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Weeks(#[from] WeeklyReportError),
    #[error(transparent)]
    Plans(#[from] MonthlyPlanError),
    #[error(transparent)]
    Assessments(#[from] AssessmentError),
    #[error(transparent)]
    Trainings(#[from] TrainingError),
    #[error(transparent)]
    Services(#[from] ServiceError),
    #[error(transparent)]
    FollowUps(#[from] FollowUpError),
}

/// How far it is: records that have been read, of how many.
struct Progress<'p> {
    done: u64,
    all: u64,
    watch: &'p Watch,
}

impl Progress<'_> {
    async fn on(&mut self, store: &Store, more: u64) -> Result<(), MakeError> {
        self.done += more;
        self.all = self.all.max(self.done);
        if self.watch.goes_on(store, self.done, self.all).await? { Ok(()) } else { Err(MakeError::Stopped) }
    }
}

/// Reads a quarter of a base into a workbook, and tells `watch` after every part how far it is.
pub(in crate::workbook) async fn make(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
    wording: &dyn Wording,
    by: &str,
    watch: &Watch,
) -> Result<Made, MakeError> {
    let base = base::store::by_id(store.read(), reader.base()).await?.ok_or(MakeError::NoBase)?;
    let at = store.now().with_timezone(&base.zone).naive_local();
    let mut book = Book::new(wording, &wording.made(&base.name, quarter, by, at))?;
    let mut progress = Progress { done: 0, all: in_all(store, reader, quarter).await?, watch };
    progress.on(store, 0).await?;

    let mut next = Some(Onward::new(KEYS));
    while let Some(onward) = next {
        let part = organisation::onward(store, reader, onward).await?;
        part.rows.iter().try_for_each(|row| organisation_row(&mut book, row))?;
        progress.on(store, part.read).await?;
        next = part.next;
    }
    let mut next = Some(Onward::new(ORGANISATIONS));
    while let Some(onward) = next {
        let part = weeks::expected_weeks(store, reader, quarter, onward).await?;
        part.rows.iter().try_for_each(|row| week_row(&mut book, base.zone, row))?;
        progress.on(store, part.read * weeks_of(quarter)).await?;
        next = part.next;
    }
    let mut next = Some(Onward::new(KEYS));
    while let Some(onward) = next {
        let part = weeks::activities(store, reader, quarter, onward).await?;
        part.rows.iter().try_for_each(|row| activity_row(&mut book, row))?;
        progress.on(store, part.read).await?;
        next = part.next;
    }
    let mut next = Some(Onward::new(KEYS));
    while let Some(onward) = next {
        let part = monthly_plan::items_onward(store, reader, quarter, onward).await?;
        part.rows.iter().try_for_each(|row| plan_row(&mut book, row))?;
        progress.on(store, part.read).await?;
        next = part.next;
    }
    // A sheet comes with its card and its lines, which are larger than other rows.
    let mut next = Some(Onward::new(ORGANISATIONS));
    while let Some(onward) = next {
        let part = assessment::onward(store, reader, Occasion::Quarter(quarter), onward).await?;
        part.rows.iter().try_for_each(|sheet| assessment_rows(&mut book, sheet))?;
        progress.on(store, part.read).await?;
        next = part.next;
    }
    let mut next = Some(Onward::new(KEYS));
    while let Some(onward) = next {
        let part = training::onward(store, reader, quarter, onward).await?;
        part.rows.iter().try_for_each(|row| training_row(&mut book, row))?;
        progress.on(store, part.read).await?;
        next = part.next;
    }
    let mut next = Some(Onward::new(KEYS));
    while let Some(onward) = next {
        let part = service_request::onward(store, reader, quarter, onward).await?;
        part.rows.iter().try_for_each(|row| service_row(&mut book, base.zone, row))?;
        progress.on(store, part.read).await?;
        next = part.next;
    }
    // A base has hundreds of the hatched at the most: they are known together.
    let visits = counted_on(store, reader, quarter, base.day(store.now())).await?;
    visits.iter().try_for_each(|visit| visit_row(&mut book, visit))?;
    progress.on(store, u64::try_from(visits.len()).unwrap_or_default()).await?;

    let rows = book.rows();
    Ok(Made { rows, workbook: book.summed()? })
}

fn weeks_of(quarter: Quarter) -> u64 {
    u64::try_from(quarter.weeks().count()).unwrap_or_default()
}

/// How many records there are to be read, but for visits, which are few.
async fn in_all(store: &Store, reader: &BaseReader, quarter: Quarter) -> Result<u64, StoreError> {
    let (db, base) = (store.read(), reader.base());
    let of_base = organisations::Entity::find().filter(organisations::Column::BaseId.eq(base)).count(db).await?;
    Ok(of_base * (1 + weeks_of(quarter))
        + weeks::how_many(db, base, quarter).await?
        + crate::monthly_plan::store::onward::how_many(db, base, quarter).await?
        + crate::assessment::store::onward::how_many(db, base, Occasion::Quarter(quarter)).await?
        + crate::training::store::onward::how_many(db, base, quarter).await?
        + crate::service_request::store::onward::how_many(db, base, quarter).await?)
}

fn text(words: &str) -> Cell {
    Cell::from(words)
}

fn number(number: impl Into<i64>) -> Cell {
    Cell::Whole(number.into())
}

fn points(points: Option<Points>) -> Cell {
    points.map_or(Cell::Empty, |points| Cell::Points(points.as_hundredths()))
}

fn local(at: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

fn organisation_row(book: &mut Book<'_>, row: &Listed) -> Result<(), XlsxError> {
    let cells = [
        text(&row.name),
        Cell::from(row.code.as_deref()),
        book.word(Word::Kind(row.kind)),
        book.word(Word::Standing(row.standing)),
        text(&row.district),
        row.stage.map_or(Cell::Empty, |stage| book.word(Word::Stage(stage))),
        row.mode.map_or(Cell::Empty, |mode| book.word(Word::Mode(mode))),
        Cell::from(row.admitted_on),
        Cell::from(row.left_on),
        row.grade.map_or(Cell::Empty, |grade| text(&format!("{}A", grade.number()))),
    ];
    book.row(SheetOf::Organisations, &cells)
}

/// How a week came, and by how many minutes too late.
fn timely(cell: &weekly_report::Cell) -> (Timely, Option<u32>) {
    use weekly_report::Cell as Week;
    match cell {
        Week::OnTime => (Timely::OnTime, None),
        Week::OnTimeNothing => (Timely::Nothing, None),
        Week::Late { minutes, counts: true } => (Timely::Late, Some(*minutes)),
        Week::Late { minutes, counts: false } => (Timely::LateUncounted, Some(*minutes)),
        Week::Missing => (Timely::Missing, None),
        Week::Pending | Week::NotExpected(_) | Week::Excused(_) => (Timely::Pending, None),
    }
}

fn week_row(book: &mut Book<'_>, zone: Tz, row: &ExpectedWeek) -> Result<(), XlsxError> {
    let (timely, late) = timely(&row.cell);
    let cells = [
        text(&row.organisation),
        text(&row.week.to_string()),
        Cell::Day(row.week.monday()),
        book.word(Word::ReportState(row.state)),
        book.word(Word::Timely(timely)),
        late.map_or(Cell::Empty, number),
        Cell::from(row.due_at.map(|at| local(at, zone))),
        Cell::from(row.first_filed_at.map(|at| local(at, zone))),
        number(row.activities),
        number(row.attendances),
    ];
    book.row(SheetOf::Weeks, &cells)
}

fn activity_row(book: &mut Book<'_>, row: &ListedActivity) -> Result<(), XlsxError> {
    let cells = [
        text(&row.subject),
        Cell::Day(row.held_on),
        row.kind.map_or(Cell::Empty, |kind| book.word(Word::Activity(kind))),
        text(&row.what),
        text(&row.place),
        number(row.attendances),
        number(row.beneficiaries),
    ];
    book.row(SheetOf::Activities, &cells)
}

fn plan_row(book: &mut Book<'_>, row: &ListedItem) -> Result<(), XlsxError> {
    let state = PlanState::from_code(row.state);
    let outcome = row.outcome.and_then(Outcome::from_code);
    let cells = [
        text(&row.subject),
        text(&row.month.to_string()),
        state.map_or(Cell::Empty, |state| book.word(Word::PlanState(state))),
        text(&row.what),
        number(row.quantity),
        text(&row.unit),
        number(row.told),
        row.done.map_or(Cell::Empty, number),
        outcome.map_or(Cell::Empty, |outcome| book.word(Word::Outcome(outcome))),
    ];
    book.row(SheetOf::Plans, &cells)
}

fn assessment_rows(book: &mut Book<'_>, sheet: &SheetWithLines) -> Result<(), XlsxError> {
    let row = &sheet.row;
    let told = |points: Points| if row.total.is_some() { Cell::Points(points.as_hundredths()) } else { Cell::Empty };
    let cells = [
        text(&row.name),
        Cell::from(row.code.as_deref()),
        book.word(Word::Card(row.kind)),
        book.word(Word::SheetState(row.rated.then_some(row.state))),
        points(row.own),
        points(row.operator),
        points(row.bureau),
        told(row.bonus),
        told(row.deductions),
        points(row.total),
        row.band.map_or(Cell::Empty, |band| book.word(Word::Band(band))),
        number(row.version),
    ];
    book.row(SheetOf::Assessments, &cells)?;
    sheet.lines.iter().try_for_each(|line| line_row(book, &row.name, line))
}

fn line_row(book: &mut Book<'_>, subject: &str, line: &SheetLine) -> Result<(), XlsxError> {
    let cells = [
        text(subject),
        text(&line.code),
        text(&line.indicator),
        Cell::Points(line.max.as_hundredths()),
        points(line.computed),
        points(line.own),
        points(line.operator),
        points(line.bureau),
        points(line.points),
    ];
    book.row(SheetOf::Lines, &cells)
}

fn training_row(book: &mut Book<'_>, row: &TrainingRow) -> Result<(), XlsxError> {
    let cells = [
        text(&row.title),
        book.word(Word::Topic(row.topic)),
        text(&row.teacher),
        Cell::Day(row.held_on),
        number(row.minutes),
        text(&row.place),
        book.word(Word::TrainingState(row.state)),
        number(row.invited),
        number(row.came),
        number(row.attendances),
    ];
    book.row(SheetOf::Trainings, &cells)
}

fn service_row(book: &mut Book<'_>, zone: Tz, row: &RequestRow) -> Result<(), XlsxError> {
    let cells = [
        text(&row.name),
        book.word(Word::Help(row.kind)),
        text(&row.words),
        book.word(Word::RequestState(row.state)),
        text(&row.owner),
        Cell::Minute(local(row.asked_at, zone)),
        Cell::from(row.due_on),
        Cell::from(row.done_on),
        row.rating.map_or(Cell::Empty, number),
    ];
    book.row(SheetOf::Services, &cells)
}

fn visit_row(book: &mut Book<'_>, visit: &Line) -> Result<(), XlsxError> {
    let visited_on = visit.record.as_ref().and_then(|record| record.visited_on);
    let cells = [
        text(&visit.name),
        Cell::from(visit.code.as_deref()),
        Cell::Day(visit.hatched_on),
        book.word(Word::Visit(&visit.what)),
        Cell::Day(visit.what.on()),
        Cell::Day(visit.what.from()),
        Cell::Day(visit.what.until()),
        book.word(Word::VisitStanding(visit.standing)),
        Cell::from(visited_on),
        visit.outcome().map_or(Cell::Empty, |outcome| book.word(Word::Found(outcome))),
    ];
    book.row(SheetOf::FollowUps, &cells)
}
