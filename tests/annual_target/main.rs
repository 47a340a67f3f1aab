//! Annual targets as they are kept, on every database.

#[path = "../support/cast.rs"]
mod cast;
#[path = "../support/mod.rs"]
mod support;

mod activities;
mod counting;
mod deciding;
mod recorded;
mod requests;
mod satisfaction;

use chrono::{DateTime, Utc};
use hatchboard::{
    access::{BaseReader, BureauOfficer, Manager},
    annual_target::{
        Draft, DraftTarget,
        store::{self, Saved, TargetError, YearPage, approve, submit},
    },
    base::Base,
    period::Year,
    store::{Intent, Store},
};

use crate::support::system;

/// A base without organisations. The clock stands on Monday, 2 March 2026.
pub(crate) struct Scene {
    pub store: Store,
    pub base: Base,
}

impl Scene {
    pub(crate) async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        Self { store, base }
    }

    pub(crate) fn manager(&self) -> Manager {
        system().manager(self.base.id)
    }

    pub(crate) fn officer(&self) -> BureauOfficer {
        system().bureau(self.base.id)
    }

    pub(crate) fn reader(&self) -> BaseReader {
        system().reader(self.base.id)
    }

    /// Sets the clock to a time of the base's zone, such as `2026-03-06 18:00`.
    pub(crate) fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    pub(crate) async fn page(&self) -> YearPage {
        store::year(&self.store, &self.reader(), year()).await.unwrap()
    }

    pub(crate) async fn submit(&self, targets: Vec<DraftTarget>, why: &str) -> Result<(), TargetError> {
        let seen = self.page().await.draft_version;
        match submit(&self.store, &self.manager(), year(), Draft { targets }, seen, why, once()).await? {
            Saved::Kept { .. } => Ok(()),
            Saved::Stale { .. } => panic!("nobody else writes"),
        }
    }

    /// These targets stand approved.
    pub(crate) async fn approved(&self, targets: Vec<DraftTarget>) {
        self.submit(targets, "").await.unwrap();
        let seen = self.page().await.row_version;
        approve(&self.store, &self.officer(), year(), seen, once()).await.unwrap();
    }
}

pub(crate) fn year() -> Year {
    Year::new(2026).unwrap()
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

/// A target of the catalogue, evenly divided.
pub(crate) fn target(code: &str, annual: &str) -> DraftTarget {
    DraftTarget {
        code: code.to_owned(), annual: annual.to_owned(), owner: "周敏".to_owned(), ..DraftTarget::default()
    }
}
