//! Trainings as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

mod ahead;
mod coming;
mod counting;
mod planning;

use chrono::{DateTime, NaiveDate, Utc};
use hatchboard::{
    access::{BaseReader, Manager},
    base::Base,
    record::store::Seen,
    store::{Intent, Store},
    training::{
        Action, ListText, SignInText, TrainingText,
        store::{self, SignedIn, TrainingError, TrainingPage, make, sign_in, step},
    },
};
use uuid::Uuid;

use crate::support::system;

/// A base with two organisations that are being incubated. The clock stands on Thursday, 9 April 2026.
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
        let scene = Self { store, base, ours, sibling };
        scene.at("2026-04-09 09:00");
        scene
    }

    /// Sets the clock to a time of the base's zone.
    pub(crate) fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    pub(crate) fn manager(&self) -> Manager {
        system().manager(self.base.id)
    }

    pub(crate) fn reader(&self) -> BaseReader {
        system().reader(self.base.id)
    }

    /// A session on a day, to which all are invited.
    pub(crate) async fn planned(&self, held_on: &str) -> Uuid {
        self.planned_for(held_on, &[self.ours, self.sibling]).await
    }

    pub(crate) async fn planned_for(&self, held_on: &str, invited: &[Uuid]) -> Uuid {
        let organisations = invited.iter().map(Uuid::to_string).collect();
        let typed = TrainingText { organisations, outsiders: "街道社工站".into(), ..text(held_on) };
        make(&self.store, &self.manager(), &typed, once()).await.unwrap()
    }

    pub(crate) async fn page(&self, id: Uuid) -> TrainingPage {
        store::one(&self.store, &self.reader(), id).await.unwrap()
    }

    pub(crate) async fn seen(&self, id: Uuid) -> Seen {
        Seen { id, row_version: self.page(id).await.row_version }
    }

    pub(crate) async fn step(&self, id: Uuid, action: Action, reason: &str) -> Result<(), TrainingError> {
        step(&self.store, &self.manager(), self.seen(id).await, action, reason, once()).await
    }

    /// Somebody of an organisation signs in at a session.
    pub(crate) async fn sign_in(&self, id: Uuid, organisation: Uuid, person: &str) -> Result<SignedIn, TrainingError> {
        let typed =
            SignInText { organisation: organisation.to_string(), person: person.into(), ..SignInText::default() };
        sign_in(&self.store, &self.page(id).await.token, &typed, once()).await
    }

    /// The operator enters a list.
    pub(crate) async fn list(&self, id: Uuid, organisation: &str, names: &str) -> Result<u32, TrainingError> {
        let typed = ListText { organisation: organisation.into(), names: names.into(), ..ListText::default() };
        store::enter(&self.store, &self.manager(), id, &typed, once()).await
    }

    /// Whoever stands on the list, by name.
    pub(crate) async fn names(&self, id: Uuid) -> Vec<String> {
        let page = self.page(id).await;
        page.attendances.into_iter().filter(|one| one.struck.is_none()).map(|one| one.person).collect()
    }
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A session of chosen organisations, of which there are none yet.
pub(crate) fn text(held_on: &str) -> TrainingText {
    TrainingText {
        title: "民非会计制度".into(),
        topic: "finance".into(),
        teacher: "刘静".into(),
        held_on: held_on.into(),
        begins_at: "14:30".into(),
        hours: "2.5".into(),
        place: "基地三楼".into(),
        material: "https://example.org/notes".into(),
        invite: "these".into(),
        ..TrainingText::default()
    }
}
