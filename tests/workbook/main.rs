//! Workbooks of a quarter as they are made and kept, on every database.

#[path = "../support/cast.rs"]
mod cast;
#[path = "../support/mod.rs"]
mod support;

mod contents;
mod jobs;

use std::{io::Cursor, path::PathBuf};

use calamine::{Data, Reader, Xlsx};
use chrono::{DateTime, NaiveDateTime, Utc};
use hatchboard::{
    access::{Asker, BaseReader, Role},
    audit::Deed,
    base::Base,
    evidence::Files,
    incubation::entity::reporting_span,
    period::Quarter,
    store::{Begun, Intent, Store},
    workbook::{
        Heading, SheetOf, Sum, Word, Wording,
        store::{Job, WorkbookError, ask, file, mine, run_next},
    },
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::support::system;

/// A base whose 春晖 reports from 2026-W12 on and whose 晨曦 from 2026-W13; one of its operator's team, and an officer of
/// its bureau. The clock stands on Wednesday, 1 April 2026.
pub(crate) struct Scene {
    pub store: Store,
    pub files: Files,
    pub folder: PathBuf,
    pub base: Base,
    pub ours: Uuid,
    pub chen: Asker,
    pub zhang: Asker,
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

impl Scene {
    pub(crate) async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let ours = reporting(&store, &base, "春晖", "2026-W12").await;
        reporting(&store, &base, "晨曦", "2026-W13").await;
        cast::with_role(&store, "chen", base.id, Role::Manager).await;
        cast::with_role(&store, "zhang", base.id, Role::Bureau).await;
        let (files, folder) = support::files();
        let (chen, zhang) = (cast::signed_in(&store, "chen").await, cast::signed_in(&store, "zhang").await);
        let scene = Self { store, files, folder, base, ours, chen, zhang };
        scene.at("2026-04-01 10:00");
        scene
    }

    /// Sets the clock to a time of the base's zone.
    pub(crate) fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    pub(crate) fn operator(&self) -> BaseReader {
        self.chen.reader(self.base.id).unwrap()
    }

    pub(crate) fn bureau(&self) -> BaseReader {
        self.zhang.reader(self.base.id).unwrap()
    }

    pub(crate) async fn asked(&self, reader: &BaseReader) -> Result<Uuid, WorkbookError> {
        ask(&self.store, reader, "2026-Q1", "en", once()).await
    }

    pub(crate) async fn run(&self) -> bool {
        run_next(&self.store, &self.files, "one", codes).await.unwrap()
    }

    pub(crate) async fn job(&self, reader: &BaseReader, id: Uuid) -> Job {
        mine(&self.store, reader).await.unwrap().into_iter().find(|job| job.id == id).expect("a job")
    }

    /// Asks for the workbook of the first quarter, has it made, and opens it.
    pub(crate) async fn opened(&self, reader: &BaseReader) -> Opened {
        let id = self.asked(reader).await.unwrap();
        assert!(self.run().await, "it waited");
        let (_, contents) = file(&self.store, &self.files, reader, id).await.unwrap();
        Opened(Xlsx::new(Cursor::new(contents.to_vec())).unwrap())
    }
}

/// A workbook that has been opened again.
pub(crate) struct Opened(Xlsx<Cursor<Vec<u8>>>);

impl Opened {
    pub(crate) fn sheets(&self) -> Vec<String> {
        self.0.sheet_names()
    }

    /// The rows below the headings.
    pub(crate) fn rows(&mut self, of: SheetOf) -> Vec<Vec<Data>> {
        let range = self.0.worksheet_range(of.code()).unwrap();
        let last = range.end().map_or(0, |(line, _)| line);
        let columns = u32::try_from(of.columns().len()).unwrap();
        let cell = |line, column| range.get_value((line, column)).cloned().unwrap_or(Data::Empty);
        (2..=last).map(|line| (0..columns).map(|column| cell(line, column)).collect()).collect()
    }

    /// The cells of a column below its heading.
    pub(crate) fn column(&mut self, of: SheetOf, heading: Heading) -> Vec<Data> {
        let at = usize::from(of.column(heading).unwrap());
        self.rows(of).into_iter().map(|mut row| row.swap_remove(at)).collect()
    }

    /// The formula of a sum, and what stands in its cell.
    pub(crate) fn sum(&mut self, sum: Sum) -> (String, Data) {
        let at = Sum::all().iter().position(|one| *one == sum).expect("it is summed up");
        let place = (2 + u32::try_from(at).unwrap(), 2);
        let formulas = self.0.worksheet_formula(SheetOf::Sums.code()).unwrap();
        let values = self.0.worksheet_range(SheetOf::Sums.code()).unwrap();
        let formula = formulas.get_value(place).cloned().unwrap_or_default();
        (formula, values.get_value(place).cloned().unwrap_or(Data::Empty))
    }
}

pub(crate) fn text(words: &str) -> Data {
    Data::String(words.to_owned())
}

/// Codes in the place of words.
struct Codes;

pub(crate) fn codes(_: &str) -> Box<dyn Wording> {
    Box::new(Codes)
}

impl Wording for Codes {
    fn sheet(&self, sheet: SheetOf) -> String {
        sheet.code().to_owned()
    }

    fn heading(&self, heading: Heading) -> String {
        heading.code().to_owned()
    }

    fn word(&self, word: Word<'_>) -> String {
        match word {
            Word::Timely(timely) => timely.code().to_owned(),
            Word::ReportState(state) => state.map_or_else(String::new, |state| state.code().to_owned()),
            Word::SheetState(state) => state.map_or_else(String::new, |state| state.code().to_owned()),
            other => format!("{other:?}"),
        }
    }

    fn sum(&self, sum: Sum) -> String {
        format!("{sum:?}")
    }

    fn made(&self, base: &str, quarter: Quarter, by: &str, at: NaiveDateTime) -> String {
        format!("{base} {quarter} {by} {at}")
    }
}

async fn reporting(store: &Store, base: &Base, name: &str, first: &str) -> Uuid {
    let id = support::organisation(store, base, name).await;
    let Begun::Fresh(tx) = store.begin(system().actor(), once()).await.expect("a write") else {
        unreachable!("an intent of its own is fresh")
    };
    let span = reporting_span::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base.id),
        organisation_id: Set(id),
        first_week: Set(first.to_owned()),
        last_week: Set(None),
    };
    reporting_span::Entity::insert(span).exec_without_returning(tx.db()).await.expect("a span");
    tx.audit(base.id, system().actor(), Deed::IncubationEntered, &id.to_string(), &first);
    tx.commit("").await.expect("a commit");
    id
}
