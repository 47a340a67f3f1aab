//! The rows of every sheet, out of what the areas keep, by the proof of whoever asked.

use rust_xlsxwriter::{Workbook, XlsxError};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::{
    Wording,
    book::Book,
    rows::{activity_row, assessment_rows, organisation_row, plan_row, service_row, training_row, visit_row, week_row},
};
use crate::{
    access::BaseReader,
    assessment::{
        Occasion,
        store::{self as assessment, AssessmentError},
    },
    base,
    follow_up::store::{FollowUpError, counted_on},
    monthly_plan::store::{self as monthly_plan, MonthlyPlanError},
    organisation::{entity::organisation as organisations, store as organisation},
    period::Quarter,
    service_request::store::{self as service_request, ServiceError},
    store::{Onward, Store, StoreError},
    training::store::{self as training, TrainingError},
    weekly_report::store::{WeeklyReportError, onward as weeks},
    workbook::store::Watch,
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
        + monthly_plan::onward::how_many(db, base, quarter).await?
        + assessment::onward::how_many(db, base, Occasion::Quarter(quarter)).await?
        + training::onward::how_many(db, base, quarter).await?
        + service_request::onward::how_many(db, base, quarter).await?)
}
