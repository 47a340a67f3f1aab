//! Quarterly assessments as they are kept, on every database.

#[path = "../support/cast.rs"]
mod cast;
#[path = "../support/mod.rs"]
mod support;

mod base;
mod correction;
mod deciding;
mod facts;
mod files;
mod frozen;
mod frozen_records;
mod granted;
mod latecomer;
mod lost;
mod overview;
mod parts;
mod plans;
mod recount;
mod reports;
mod rhythm;
mod risk;
mod seals;
mod signals;
mod step_files;
mod story;
mod summary;
mod withheld;
mod year;

use chrono::{DateTime, Utc};
use hatchboard::{
    access::{Asker, BaseReader, Role},
    assessment::{
        Occasion, Scoring, State,
        store::{
            AssessmentError, Hand, LineText, ReferenceText, SheetPage, SheetText, Then, Written, open, sheet,
            write as write_lines,
        },
    },
    base::Base,
    incubation::entity::reporting_span,
    store::{Begun, Intent, Store},
    weekly_report::{
        Draft,
        store::{Sending, Subject, draft, filing::submit},
    },
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::support::system;

/// A base in the spring of 2026 whose 春晖 reported all winter and whose 晨曦 came in March; an operator's manager, three
/// officers of the bureau, and 春晖's own 林. The clock stands on Wednesday, 1 April 2026.
pub(crate) struct Scene {
    pub store: Store,
    pub base: Base,
    pub ours: Uuid,
    pub newcomer: Uuid,
    pub manager: Asker,
    pub officers: [Asker; 3],
    pub member: Asker,
}

/// Whether a seal is the SHA-256 of a text.
pub(crate) fn seals(seal: &str, text: &str) -> bool {
    let digits = |at: usize| u8::from_str_radix(&seal[at..at + 2], 16).unwrap();
    let bytes: Vec<u8> = (0..seal.len()).step_by(2).map(digits).collect();
    Sha256::digest(text.as_bytes()).to_vec() == bytes
}

pub(crate) fn quarter() -> Occasion {
    "2026-Q1".parse().unwrap()
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

impl Scene {
    pub(crate) async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let ours = reporting(&store, &base, "春晖", "2026-W01").await;
        let newcomer = reporting(&store, &base, "晨曦", "2026-W11").await;
        cast::with_role(&store, "chen", base.id, Role::Manager).await;
        for name in ["zhang", "li.na", "wang"] {
            cast::with_role(&store, name, base.id, Role::Bureau).await;
        }
        cast::staff(&store, "lin", base.id, ours).await;
        let signed_in = async |name| cast::signed_in(&store, name).await;
        let manager = signed_in("chen").await;
        let officers = [signed_in("zhang").await, signed_in("li.na").await, signed_in("wang").await];
        let member = signed_in("lin").await;
        let scene = Self { store, base, ours, newcomer, manager, officers, member };
        scene.at("2026-04-01 10:00");
        scene
    }

    /// Sets the clock to a time of the base's zone.
    pub(crate) fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    pub(crate) fn reader(&self) -> BaseReader {
        system().reader(self.base.id)
    }

    pub(crate) fn by_member(&self) -> Hand {
        Hand::from(&self.member.member(self.ours).unwrap())
    }

    pub(crate) fn by_manager(&self) -> Hand {
        Hand::from(&self.manager.manager(self.base.id).unwrap())
    }

    pub(crate) fn by_officer(&self, which: usize) -> Hand {
        Hand::from(&self.officers[which].bureau(self.base.id).unwrap())
    }

    pub(crate) async fn open(&self) -> Result<(), AssessmentError> {
        open(&self.store, &self.manager.overseer(self.base.id).unwrap(), quarter(), once()).await
    }

    pub(crate) async fn page(&self) -> SheetPage {
        self.page_of(self.ours).await
    }

    pub(crate) async fn page_of(&self, subject: Uuid) -> SheetPage {
        sheet(&self.store, &self.reader().of(subject), quarter()).await.unwrap()
    }

    /// As 春晖 sees it.
    pub(crate) async fn own_page(&self) -> SheetPage {
        let reader = self.member.reader_of(self.base.id, self.ours).unwrap();
        sheet(&self.store, &reader, quarter()).await.unwrap()
    }

    /// Nothing but the usual points on every line by judgement, and what else is named.
    pub(crate) async fn write(
        &self,
        hand: &Hand,
        page: &SheetPage,
        changes: &[(&str, &str, &str)],
        then: Then,
    ) -> Result<Written, AssessmentError> {
        // Whoever confirms the base's says whether what stands beside it was used.
        let confirms = page.kind.has_references() && page.state == State::Scored;
        let said = || ReferenceText { words: "未使用".to_owned(), before: page.reference_note.clone() };
        let typed = SheetText { lines: typed(page, changes), reference: confirms.then(said) };
        write_lines(&self.store, hand, page.id, &typed, then, once()).await
    }
}

/// Three points on every line by judgement, but for these.
pub(crate) fn typed(page: &SheetPage, changes: &[(&str, &str, &str)]) -> Vec<LineText> {
    let judged = page.sheet.lines.iter().filter(|line| {
        let code = line.indicator.code.as_str();
        line.indicator.scoring == Scoring::Judgement || changes.iter().any(|change| change.0 == code)
    });
    let text = |code: &str| {
        let (points, note) =
            changes.iter().find(|change| change.0 == code).map_or(("3", ""), |change| (change.1, change.2));
        LineText {
            code: code.to_owned(),
            row_version: page.notes[code].row_version,
            points: points.to_owned(),
            note: note.to_owned(),
            evidence: String::new(),
        }
    };
    judged.map(|line| text(&line.indicator.code)).collect()
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
    tx.audit(base.id, system().actor(), hatchboard::audit::Deed::IncubationEntered, &id.to_string(), &first);
    tx.commit("").await.expect("a commit");
    id
}

/// 春晖 files for a week at a time that says whether it is late.
pub(crate) async fn file(scene: &Scene, week: &str, at: &str) {
    scene.at(at);
    let subject = Subject::from(&scene.member.member(scene.ours).unwrap());
    let week = week.parse().expect("a week");
    let seen = draft::open(&scene.store, &subject, week).await.expect("a draft").draft_version;
    let typed = Draft { nothing_to_report: "on".to_owned(), nothing_confirmed: "on".to_owned(), ..Draft::default() };
    submit(&scene.store, &subject, week, Sending { typed, seen, on_device_at: None }, once()).await.expect("a filing");
}
