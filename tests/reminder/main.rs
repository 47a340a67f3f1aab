//! Reminders as they are kept, on every database.

#[path = "../support/cast.rs"]
mod cast;
#[path = "../support/mod.rs"]
mod support;

mod by_hand;
mod lease;
mod robots;
mod sheets;
mod steps;
mod telling;
mod visits;

use chrono::{DateTime, Utc};
use hatchboard::{
    access::{Asker, Role},
    base::Base,
    incubation::entity::reporting_span,
    reminder::{
        Channel, Kind, Step,
        store::{Notice, Ran, notices, remind_now, run},
    },
    store::{Begun, Intent, Paging, Store},
    weekly_report::{
        Draft,
        store::{Sending, Sent, Subject, draft, filing},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::support::system;

const PROGRAM: &[Channel] = &[Channel::Program];
const BOTH: &[Channel] = &[Channel::Program, Channel::Mail];
const WEEK: &str = "2026-W15";

/// A base with one organisation that reports from 2026-W15 on, its staff Lin, the operator's Zhou and the bureau's Chen.
struct Scene {
    store: Store,
    base: Base,
    organisation: Uuid,
}

fn once() -> Intent {
    Intent::once("test")
}

impl Scene {
    async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let organisation = support::organisation(&store, &base, "春晖").await;
        let span = reporting_span::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(base.id),
            organisation_id: Set(organisation),
            first_week: Set(WEEK.to_owned()),
            last_week: Set(None),
        };
        let Begun::Fresh(tx) = store.begin(system().actor(), once()).await.unwrap() else { panic!("it is new") };
        tx.insert_all(vec![span]).await.unwrap();
        tx.audit(base.id, system().actor(), hatchboard::audit::Deed::IncubationEntered, "test", &());
        tx.commit("").await.unwrap();
        cast::staff(&store, "lin", base.id, organisation).await;
        cast::with_role(&store, "zhou", base.id, Role::Manager).await;
        cast::with_role(&store, "chen", base.id, Role::Bureau).await;
        let scene = Self { store, base, organisation };
        scene.at("2026-04-09 10:00");
        scene
    }

    /// Sets the clock to a time of the base's zone.
    fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().unwrap();
        self.store.clock().set(time);
    }

    async fn run(&self, channels: &[Channel]) -> Ran {
        run(&self.store, self.base.id, channels).await.unwrap()
    }

    async fn remind_now(&self) -> Ran {
        let reports = (Kind::WeeklyReport, None);
        remind_now(&self.store, &system().manager(self.base.id), reports, PROGRAM, once()).await.unwrap()
    }

    async fn asker(&self, name: &str) -> Asker {
        cast::signed_in(&self.store, name).await
    }

    async fn notices(&self, asker: &Asker) -> Vec<Notice> {
        notices(&self.store, asker, Paging::default()).await.unwrap().rows
    }

    /// The steps at which somebody was told of the organisation's report of the week.
    async fn steps(&self, name: &str) -> Vec<Step> {
        let asker = self.asker(name).await;
        let notices = self.notices(&asker).await;
        let lines = notices.iter().rev().flat_map(|notice| &notice.lines);
        let of_it = lines.filter(|line| line.owed.subject == self.organisation && line.owed.record == WEEK);
        of_it.map(|line| line.step).collect()
    }

    async fn file(&self) {
        let subject = Subject::from(&system().member(self.base.id, self.organisation));
        let typed = Draft {
            done: "走访".to_owned(),
            activities_count: "2".to_owned(),
            attendances: "60".to_owned(),
            help_kind: "none".to_owned(),
            ..Draft::default()
        };
        let week = WEEK.parse().unwrap();
        let open = draft::open(&self.store, &subject, week).await.unwrap();
        let sending = Sending { typed, seen: open.draft_version, on_device_at: None };
        let sent = filing::submit(&self.store, &subject, week, sending, once()).await.unwrap();
        assert!(matches!(sent, Sent::Filed(_)), "{sent:?}");
    }
}

/// What somebody has been told of a kind, from the oldest.
async fn told(scene: &Scene, name: &str, kind: Kind) -> Vec<Step> {
    let notices = scene.notices(&scene.asker(name).await).await;
    let lines = notices.iter().rev().flat_map(|notice| &notice.lines);
    lines.filter(|line| line.owed.kind == kind).map(|line| line.step).collect()
}
