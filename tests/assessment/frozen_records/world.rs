use chrono::{DateTime, NaiveDate, Utc};
use hatchboard::{
    access::{BaseReader, BureauOfficer, Manager, Member},
    annual_target::{
        self, Draft as Targets, DraftTarget,
        store::{Saved, approve, year},
    },
    assessment::store::{SheetPage, freeze_due, open, sheet},
    base::Base,
    incubation::{
        Action, EnteredAs, Entry, Mode, StepAsked, Term,
        store::{begin, change, of_organisation},
    },
    organisation::{self, ProfileText, Standing},
    period::Year,
    store::Store,
    weekly_report::{
        Cadence, Draft,
        entity::weekly_report,
        store::{
            Sending, Subject,
            cadence::{NewCadence, settle},
            draft, filing,
        },
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    once, quarter,
    support::{self, system},
};

/// A base of autumn 2025 with its targets of 2026, whose 春晖 has been nurtured since spring. Everything of it is done by
/// the program.
pub(super) struct World {
    pub store: Store,
    pub base: Base,
    pub ours: Uuid,
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl World {
    pub(super) async fn set(store: &Store, slug: &str) -> Self {
        at(store, "2025-09-01 10:00");
        let base = support::base(store, slug).await;
        let ours = support::organisation(store, &base, "春晖").await;
        let world = Self { store: store.clone(), base, ours };
        world.enters(ours, "2025-03-03", EnteredAs::Incubating).await;
        world.at("2026-01-12 10:00");
        world.targets("4", "").await;
        world
    }

    pub(super) fn at(&self, local: &str) {
        at(&self.store, local);
    }

    pub(super) fn manager(&self) -> Manager {
        system().manager(self.base.id)
    }

    pub(super) fn officer(&self) -> BureauOfficer {
        system().bureau(self.base.id)
    }

    pub(super) fn member(&self) -> Member {
        system().member(self.base.id, self.ours)
    }

    pub(super) fn reader(&self) -> BaseReader {
        system().reader(self.base.id)
    }

    pub(super) fn author(&self) -> Subject {
        Subject::from(&self.member())
    }

    pub(super) async fn page(&self, subject: Uuid) -> SheetPage {
        sheet(&self.store, &self.reader().of(subject), quarter()).await.unwrap()
    }

    pub(super) async fn open(&self) {
        self.opened_at("2026-04-01 10:00").await;
    }

    pub(super) async fn opened_at(&self, local: &str) {
        self.at(local);
        open(&self.store, &self.manager().as_overseer(), quarter(), once()).await.unwrap();
    }

    pub(super) async fn freeze(&self) -> usize {
        freeze_due(&self.store, self.base.id).await.unwrap()
    }

    /// Another organisation, which nobody nurtures yet.
    pub(super) async fn organisation(&self, name: &str) -> Uuid {
        support::organisation(&self.store, &self.base, name).await
    }

    /// Its incubation is known from now on.
    pub(super) async fn enters(&self, organisation: Uuid, admitted_on: &str, stands: EnteredAs) {
        let entry = Entry { mode: Mode::InShell, admitted_on: day(admitted_on), term: Term::default(), stands };
        begin(&self.store, &self.manager(), organisation, &entry, "协议", once()).await.unwrap();
    }

    pub(super) async fn suspended(&self, since: &str) {
        self.stage_moved(Action::Suspend, since).await;
    }

    pub(super) async fn resumed(&self, since: &str) {
        self.stage_moved(Action::Resume, since).await;
    }

    async fn stage_moved(&self, action: Action, on: &str) {
        let of = of_organisation(&self.store, &self.reader().of(self.ours)).await.unwrap().remove(0);
        let asked = StepAsked {
            action,
            effective_on: day(on),
            reason: "场地".into(),
            exit_review: None,
            project: String::new(),
        };
        let overseer = self.manager().as_overseer();
        change(&self.store, &overseer, of.id, of.row_version, &asked, once()).await.unwrap();
    }

    /// What is filed reports every other week from the second of 2026 on.
    pub(super) async fn filed_report_every_other_week(&self) {
        self.at("2025-12-15 10:00");
        let from = "2026-W02".parse().unwrap();
        let cadence = Cadence::every(2, from).unwrap();
        let new = NewCadence { standing: Standing::Filed, mode: Some(Mode::InShell), from, cadence };
        settle(&self.store, &self.officer(), new, once()).await.unwrap();
    }

    pub(super) async fn is_filed_only(&self) {
        let text = ProfileText {
            name: "春晖".into(),
            kind: "association".into(),
            standing: "filed".into(),
            ..ProfileText::default()
        };
        let today = self.base.day(self.store.now());
        organisation::store::edit(&self.store, &self.manager(), self.ours, 1, text, today, once()).await.unwrap();
    }

    /// All of them are planned; of matches so many.
    pub(super) async fn targets(&self, matches: &str, why: &str) {
        let planned = [
            ("admitted", "4"),
            ("hatched", "4"),
            ("trainings", "8"),
            ("training_attendances", "8"),
            ("matched_projects", matches),
            ("funds_received", "100"),
        ];
        let target = |(code, annual): (&str, &str)| DraftTarget {
            code: code.to_owned(),
            annual: annual.to_owned(),
            owner: "周敏".to_owned(),
            ..DraftTarget::default()
        };
        let typed = Targets { targets: planned.map(target).into() };
        let of = Year::new(2026).unwrap();
        let page = year(&self.store, &self.reader(), of).await.unwrap();
        if page.stands {
            annual_target::store::change(&self.store, &self.manager(), of, page.row_version, once()).await.unwrap();
        }
        let seen = year(&self.store, &self.reader(), of).await.unwrap().draft_version;
        let saved = annual_target::store::submit(&self.store, &self.manager(), of, typed, seen, why, once()).await;
        assert!(matches!(saved.unwrap(), Saved::Kept { .. }));
        let version = year(&self.store, &self.reader(), of).await.unwrap().row_version;
        approve(&self.store, &self.officer(), of, version, once()).await.unwrap();
    }

    /// Tells of a week in which nothing happened.
    pub(super) async fn report(&self, week: &str, at: &str) {
        self.at(at);
        let (author, week) = (self.author(), week.parse().unwrap());
        let seen = draft::open(&self.store, &author, week).await.unwrap().draft_version;
        let typed = Draft { nothing_to_report: "on".into(), nothing_confirmed: "on".into(), ..Draft::default() };
        let sending = Sending { typed, seen, on_device_at: None };
        filing::submit(&self.store, &author, week, sending, once()).await.unwrap();
    }

    pub(super) async fn report_withdrawn(&self, week: &str) {
        let of = weekly_report::Entity::find()
            .filter(weekly_report::Column::SubjectId.eq(self.ours))
            .filter(weekly_report::Column::Week.eq(week));
        let version = of.one(self.store.read()).await.unwrap().unwrap().row_version;
        filing::withdraw(&self.store, &self.author(), week.parse().unwrap(), version, once()).await.unwrap();
    }
}

/// Sets the clock to a time of the base's zone.
fn at(store: &Store, local: &str) {
    let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().unwrap();
    store.clock().set(time);
}
