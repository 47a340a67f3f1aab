//! A record as a row of its sheet: a cell for each column, in their order.

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::XlsxError;

use super::{Word, book::Book};
use crate::{
    assessment::store::{SheetLine, SheetWithLines},
    export::Cell,
    follow_up::store::Line,
    monthly_plan::{Outcome, State as PlanState, store::listing::ListedItem},
    organisation::store::Listed,
    points::Points,
    service_request::store::RequestRow,
    training::store::TrainingRow,
    weekly_report::{
        self,
        store::onward::{ExpectedWeek, ListedActivity},
    },
    workbook::{SheetOf, Timely},
};

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

pub(super) fn organisation_row(book: &mut Book<'_>, row: &Listed) -> Result<(), XlsxError> {
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

pub(super) fn week_row(book: &mut Book<'_>, zone: Tz, row: &ExpectedWeek) -> Result<(), XlsxError> {
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

pub(super) fn activity_row(book: &mut Book<'_>, row: &ListedActivity) -> Result<(), XlsxError> {
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

pub(super) fn plan_row(book: &mut Book<'_>, row: &ListedItem) -> Result<(), XlsxError> {
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

pub(super) fn assessment_rows(book: &mut Book<'_>, sheet: &SheetWithLines) -> Result<(), XlsxError> {
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

pub(super) fn training_row(book: &mut Book<'_>, row: &TrainingRow) -> Result<(), XlsxError> {
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

pub(super) fn service_row(book: &mut Book<'_>, zone: Tz, row: &RequestRow) -> Result<(), XlsxError> {
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

pub(super) fn visit_row(book: &mut Book<'_>, visit: &Line) -> Result<(), XlsxError> {
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
