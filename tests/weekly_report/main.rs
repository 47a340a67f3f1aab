//! The weekly rhythm as it is kept, on every database.

#[path = "../support/cast.rs"]
mod cast;
#[path = "../support/mod.rs"]
mod support;

mod drafts;
mod evidence;
mod exceptions;
mod filing;
mod instructions;
mod lists;
mod matrix;
mod of_week;
mod review;
mod stage;

use chrono::{DateTime, Utc};
use hatchboard::{
    access::{BureauOfficer, Manager, Member},
    base::Base,
    incubation::entity::reporting_span,
    period::Week,
    store::{Begun, Intent, Store},
    weekly_report::{
        Draft,
        store::{
            Receipt, Sending, Sent, Subject, WeeklyReportError,
            counters::rebuild_counters,
            filing::submit,
            queue::{Whose, waiting},
            review::Seen,
        },
    },
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::support::system;

/// A base with one organisation that reports from 2026-W02 on. The clock stands on the Monday of 2026-W10.
pub(crate) struct Scene {
    pub store: Store,
    pub base: Base,
    pub organisation: Uuid,
}

impl Scene {
    pub(crate) async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let organisation = reporting(&store, &base, "春晖", "2026-W02", None).await;
        Self { store, base, organisation }
    }

    pub(crate) fn member(&self) -> Member {
        system().member(self.base.id, self.organisation)
    }

    pub(crate) fn manager(&self) -> Manager {
        system().manager(self.base.id)
    }

    pub(crate) fn bureau(&self) -> BureauOfficer {
        system().bureau(self.base.id)
    }

    pub(crate) fn subject(&self) -> Subject {
        Subject::from(&self.member())
    }

    /// Sets the clock to a time of the base's zone, such as `2026-03-06 18:00`.
    pub(crate) fn at(&self, local: &str) {
        self.store.clock().set(local_time(local));
    }

    pub(crate) async fn file(&self, week: &str, draft: Draft) -> Result<Receipt, WeeklyReportError> {
        filed(&self.store, &self.subject(), week, draft).await
    }

    /// The oldest report that waits for a review.
    pub(crate) async fn oldest(&self, whose: Whose) -> Seen {
        let reader = system().reader(self.base.id);
        let page = waiting(&self.store, &reader, whose, hatchboard::store::Paging::default()).await.expect("a queue");
        let one = page.rows.first().expect("a report waits");
        Seen { report: one.report, row_version: one.row_version }
    }

    /// The counters that are kept are those that the records make.
    pub(crate) async fn counters_hold(&self) {
        assert_eq!(rebuild_counters(&self.store, true).await.expect("a check"), []);
    }
}

pub(crate) async fn filed(
    store: &Store,
    subject: &Subject,
    week: &str,
    draft: Draft,
) -> Result<Receipt, WeeklyReportError> {
    let open = hatchboard::weekly_report::store::draft::open(store, subject, at(week)).await?;
    let sending = Sending { typed: draft, seen: open.draft_version, on_device_at: None };
    match submit(store, subject, at(week), sending, once()).await? {
        Sent::Filed(receipt) => Ok(*receipt),
        Sent::Stale(stale) => panic!("nobody else writes: {stale:?}"),
    }
}

pub(crate) fn at(week: &str) -> Week {
    week.parse().expect("a week")
}

pub(crate) fn local_time(local: &str) -> DateTime<Utc> {
    let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
    time
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

/// The three required fields and no more.
pub(crate) fn report(done: &str) -> Draft {
    Draft {
        done: done.to_owned(),
        activities_count: "2".to_owned(),
        attendances: "60".to_owned(),
        help_kind: "none".to_owned(),
        ..Draft::default()
    }
}

pub(crate) fn nothing() -> Draft {
    Draft { nothing_to_report: "on".to_owned(), nothing_confirmed: "on".to_owned(), ..Draft::default() }
}

/// Registers an organisation that reports from one week to another.
pub(crate) async fn reporting(store: &Store, base: &Base, name: &str, first: &str, last: Option<&str>) -> Uuid {
    let id = support::organisation(store, base, name).await;
    let Begun::Fresh(tx) = store.begin(system().actor(), once()).await.expect("a write") else {
        unreachable!("an intent of its own is fresh")
    };
    let span = reporting_span::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base.id),
        organisation_id: Set(id),
        first_week: Set(first.to_owned()),
        last_week: Set(last.map(ToOwned::to_owned)),
    };
    reporting_span::Entity::insert(span).exec_without_returning(tx.db()).await.expect("a span");
    tx.audit(base.id, system().actor(), hatchboard::audit::Deed::IncubationEntered, &id.to_string(), &first);
    tx.commit("").await.expect("a commit");
    id
}
