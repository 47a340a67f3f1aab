//! Follow-ups as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

mod counting;
mod planning;
mod questionnaire;
mod risks;
mod visiting;

use chrono::{DateTime, NaiveDate, Utc};
use hatchboard::{
    access::{BaseReader, Manager, Member, SubjectReader},
    base::Base,
    follow_up::{
        Age, Draft, NewAttempt,
        store::{self, FollowUpError, Saved, VisitPage, Which},
    },
    incubation::{EnteredAs, Entry, Mode, Term, store::begin},
    store::{Intent, Store},
};
use uuid::Uuid;

use crate::support::system;

/// A base whose 春晖 hatched on 12 September 2025, and whose 晨曦 is being nurtured. The clock stands on 12 March 2026,
/// on which the first visit is due.
pub(crate) struct Scene {
    pub store: Store,
    pub base: Base,
    pub hatched: Uuid,
    pub nurtured: Uuid,
}

impl Scene {
    pub(crate) async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let hatched = support::organisation(&store, &base, "春晖").await;
        let nurtured = support::organisation(&store, &base, "晨曦").await;
        let scene = Self { store, base, hatched, nurtured };
        scene.at("2025-09-12 10:00");
        scene.enter(hatched, "2024-09-02", EnteredAs::Hatched { on: day("2025-09-12") }).await;
        scene.enter(nurtured, "2025-06-02", EnteredAs::Incubating).await;
        scene.at("2026-03-12 10:00");
        scene
    }

    /// Enters an incubation, known from now on.
    pub(crate) async fn enter(&self, organisation: Uuid, admitted_on: &str, stands: EnteredAs) {
        let entry = Entry { mode: Mode::InShell, admitted_on: day(admitted_on), term: Term::default(), stands };
        begin(&self.store, &self.manager(), organisation, &entry, "协议", once()).await.unwrap();
    }

    pub(crate) fn manager(&self) -> Manager {
        system().manager(self.base.id)
    }

    pub(crate) fn member(&self) -> Member {
        system().member(self.base.id, self.hatched)
    }

    pub(crate) fn reader(&self) -> BaseReader {
        system().reader(self.base.id)
    }

    pub(crate) fn of_hatched(&self) -> SubjectReader {
        self.reader().of(self.hatched)
    }

    /// Sets the clock to a time of the base's zone, such as `2026-03-06 18:00`.
    pub(crate) fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    pub(crate) async fn page(&self, which: Which) -> VisitPage {
        store::open(&self.store, &self.of_hatched(), which).await.unwrap()
    }

    /// Files a visit with what stands in the form beside the changes.
    pub(crate) async fn file(&self, which: Which, changes: &[(&str, &str)]) -> Result<(), FollowUpError> {
        let seen = self.page(which).await.draft_version;
        match store::file(&self.store, &self.manager(), self.hatched, which, &draft(changes), seen, once()).await? {
            Saved::Kept { .. } => Ok(()),
            Saved::Stale => panic!("nobody else writes"),
        }
    }

    pub(crate) async fn tried(&self, which: Which, on: &str, reached: &str) {
        let typed = NewAttempt {
            on: on.to_owned(),
            means: "phone".to_owned(),
            reached: reached.to_owned(),
            note: String::new(),
        };
        store::attempt(&self.store, &self.manager(), self.hatched, which, &typed, once()).await.unwrap();
    }
}

/// The first visit.
pub(crate) const FIRST: Which = Which::Age(Age::SixMonths);

pub(crate) fn draft(changes: &[(&str, &str)]) -> Draft {
    let usual = [
        ("on", "2026-03-12"),
        ("method", "on_site"),
        ("visitor", "周敏"),
        ("second_visitor", "何清"),
        ("outcome", "steady"),
        ("summary", "场地稳定，项目减少"),
        ("activity", "每周两场社区活动"),
    ];
    let kept = usual.iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    Draft::of(kept.chain(changes).map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
