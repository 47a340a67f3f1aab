//! Monthly plans as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

mod behalf;
mod closing;
mod deciding;
mod excusing;
mod listing;
mod planning;
mod recount;
mod timely;

use chrono::{DateTime, Utc};
use hatchboard::{
    base::Base,
    incubation::entity::reporting_span,
    monthly_plan::{
        Draft, DraftItem,
        store::{MonthlyPlanError, PlanPage, SaidWith, Saved, Seen, approve, open, submit},
    },
    period::Month,
    store::{Begun, Intent, Store},
    weekly_report::store::{Reviewer, Subject},
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::support::system;

/// A base with one organisation that reports from 2026-W02 on. The clock stands on Monday, 2 March.
pub(crate) struct Scene {
    pub store: Store,
    pub base: Base,
    pub organisation: Uuid,
}

impl Scene {
    pub(crate) async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let organisation = support::organisation(&store, &base, "春晖").await;
        let span = reporting_span::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(base.id),
            organisation_id: Set(organisation),
            first_week: Set("2026-W02".to_owned()),
            last_week: Set(None),
        };
        let Begun::Fresh(tx) = store.begin(system().actor(), once()).await.unwrap() else { panic!("it is new") };
        tx.insert_all(vec![span]).await.unwrap();
        tx.audit(base.id, system().actor(), hatchboard::audit::Deed::IncubationEntered, "test", &());
        tx.commit("").await.unwrap();
        Self { store, base, organisation }
    }

    pub(crate) fn subject(&self) -> Subject {
        Subject::from(&system().member(self.base.id, self.organisation))
    }

    pub(crate) fn approver(&self) -> Reviewer {
        Reviewer::from(&system().manager(self.base.id))
    }

    /// Sets the clock to a time of the base's zone, such as `2026-03-06 18:00`.
    pub(crate) fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    pub(crate) async fn page(&self, month: &str) -> PlanPage {
        let reader = system().reader(self.base.id).of(self.organisation);
        open(&self.store, &reader, at(month)).await.unwrap()
    }

    pub(crate) async fn submit(&self, month: &str, items: Vec<DraftItem>, why: &str) -> Result<(), MonthlyPlanError> {
        let seen = self.page(month).await.draft_version;
        let with = SaidWith { why, source: "" };
        match submit(&self.store, &self.subject(), at(month), Draft { items }, seen, with, once()).await? {
            Saved::Kept { .. } => Ok(()),
            Saved::Stale { .. } => panic!("nobody else writes"),
        }
    }

    pub(crate) async fn seen(&self, month: &str) -> Seen {
        let page = self.page(month).await;
        Seen { plan: page.id.expect("a plan"), row_version: page.facts.row_version }
    }

    /// A plan of two items that stands approved.
    pub(crate) async fn planned(&self, month: &str) -> PlanPage {
        self.submit(month, vec![item("义诊", "4", month), item("培训", "1", month)], "").await.unwrap();
        approve(&self.store, &self.approver(), self.seen(month).await, once()).await.unwrap();
        self.page(month).await
    }
}

pub(crate) fn at(month: &str) -> Month {
    month.parse().expect("a month")
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

pub(crate) fn item(what: &str, quantity: &str, month: &str) -> DraftItem {
    DraftItem {
        what: what.to_owned(),
        quantity: quantity.to_owned(),
        unit: "场".to_owned(),
        responsible: "周敏".to_owned(),
        due_on: format!("{month}-20"),
        ..DraftItem::default()
    }
}
