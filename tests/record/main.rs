//! Coaching visits, funds and matched projects as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

mod coaching;
mod funding;
mod matched_project;

use chrono::{DateTime, NaiveDate, Utc};
use hatchboard::{
    access::{Manager, Member, Scope},
    base::Base,
    store::{Intent, Store},
};
use uuid::Uuid;

use crate::support::system;

/// A base with two organisations. The clock stands on Thursday, 9 April 2026.
pub(crate) struct Scene {
    pub store: Store,
    pub base: Base,
    pub ours: Uuid,
    pub sibling: Uuid,
}

impl Scene {
    pub(crate) async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let ours = support::organisation(&store, &base, "春晖").await;
        let sibling = support::organisation(&store, &base, "秋实").await;
        let now: DateTime<Utc> = "2026-04-09T02:00:00Z".parse().unwrap();
        store.clock().set(now);
        Self { store, base, ours, sibling }
    }

    pub(crate) fn manager(&self) -> Manager {
        system().manager(self.base.id)
    }

    pub(crate) fn scope(&self) -> Scope {
        Scope::from(&self.manager())
    }

    pub(crate) fn sibling(&self) -> Member {
        system().member(self.base.id, self.sibling)
    }

    /// The operator of another base.
    pub(crate) async fn foreign(&self) -> Manager {
        system().manager(support::base(&self.store, "elsewhere").await.id)
    }
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

/// All of 2026.
pub(crate) fn year() -> (NaiveDate, NaiveDate) {
    ("2026-01-01".parse().unwrap(), "2026-12-31".parse().unwrap())
}
