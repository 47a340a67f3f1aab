use hatchboard::{
    access::Scope,
    follow_up::{
        self, Age, Draft,
        store::{Saved, VisitPage, Which},
    },
    funding::{self, FundText, PaymentText},
    incubation::EnteredAs,
    matched_project::{self, ProjectText},
    monthly_plan::{
        self, DraftItem, TypedOutcome,
        store::{PlanPage, SaidWith, Seen as Plan},
    },
    period::Month,
    record::store::Seen,
    rectification::{self, FindingText, store::Subject as Whose},
    service_request::{self, AcceptText, AskingText},
    training::{self, Action, ListText, TrainingText},
    weekly_report::store::Reviewer,
};
use uuid::Uuid;

use super::world::{World, day};
use crate::once;

fn march() -> Month {
    "2026-03".parse().unwrap()
}

impl World {
    fn session_text(held_on: &str, invited: Uuid) -> TrainingText {
        TrainingText {
            title: "民非会计制度".into(),
            topic: "finance".into(),
            teacher: "刘静".into(),
            held_on: held_on.into(),
            begins_at: "9:00".into(),
            hours: "2".into(),
            place: "基地".into(),
            invite: "these".into(),
            organisations: vec![invited.to_string()],
            ..TrainingText::default()
        }
    }

    /// A session of 10 March that invites one organisation.
    pub(super) async fn session(&self, invited: Uuid) -> Uuid {
        let typed = Self::session_text("2026-03-10", invited);
        training::store::make(&self.store, &self.manager(), &typed, once()).await.unwrap()
    }

    async fn session_seen(&self, id: Uuid) -> Seen {
        let page = training::store::one(&self.store, &self.reader(), id).await.unwrap();
        Seen { id, row_version: page.row_version }
    }

    pub(super) async fn step(&self, id: Uuid, action: Action) {
        let (seen, reason) = (self.session_seen(id).await, if action == Action::Hold { "" } else { "登记有误" });
        training::store::step(&self.store, &self.manager(), seen, action, reason, once()).await.unwrap();
    }

    /// Somebody of 春晖 came.
    pub(super) async fn listed(&self, id: Uuid, person: &str) {
        let typed = ListText {
            organisation: self.ours.to_string(),
            names: person.into(),
            reason: "签到表漏录".into(),
            ..ListText::default()
        };
        training::store::enter(&self.store, &self.manager(), id, &typed, once()).await.unwrap();
    }

    pub(super) async fn taken_off(&self, id: Uuid) {
        let page = training::store::one(&self.store, &self.reader(), id).await.unwrap();
        let one = page.attendances[0].id.to_string();
        training::store::strike(&self.store, &self.manager(), id, &one, "代签", once()).await.unwrap();
    }

    /// A session of 10 March that took place, with one who came.
    pub(super) async fn held(&self, person: &str) -> Uuid {
        let id = self.session(self.ours).await;
        self.listed(id, person).await;
        self.step(id, Action::Hold).await;
        id
    }

    /// It was held on another day, or for somebody else.
    pub(super) async fn held_anew(&self, id: Uuid, held_on: &str, invited: Uuid) {
        self.step(id, Action::Reopen).await;
        let (seen, typed) = (self.session_seen(id).await, Self::session_text(held_on, invited));
        training::store::change(&self.store, &self.manager(), seen, &typed, once()).await.unwrap();
        self.step(id, Action::Hold).await;
    }

    fn project(&self, matched_on: &str, state: &str) -> ProjectText {
        ProjectText {
            organisation: self.ours.to_string(),
            name: "为老助餐".into(),
            partner: "街道".into(),
            amount: "0".into(),
            matched_on: matched_on.into(),
            state: state.into(),
            words: "预算".into(),
        }
    }

    pub(super) async fn matched(&self) -> Uuid {
        let typed = self.project("2026-03-19", "under_way");
        matched_project::store::enter(&self.store, &self.manager(), &typed, once()).await.unwrap()
    }

    pub(super) async fn match_becomes(&self, id: Uuid, matched_on: &str, state: &str) {
        let (seen, typed) = (Seen { id, row_version: 1 }, self.project(matched_on, state));
        matched_project::store::change(&self.store, &self.manager(), seen, &typed, once()).await.unwrap();
    }

    /// A pledge, of which nothing has come.
    pub(super) async fn pledged(&self) -> Uuid {
        let typed = FundText {
            source: "联合会".into(),
            organisation: String::new(),
            pledged: "100万".into(),
            pledged_on: "2026-03-02".into(),
            evidence: "协议".into(),
        };
        funding::store::enter(&self.store, &self.manager(), &typed, None, once()).await.unwrap()
    }

    pub(super) async fn paid(&self, fund: Uuid) {
        let typed =
            PaymentText { received: "100万".into(), received_on: "2026-03-18".into(), evidence: "凭证".into() };
        funding::store::receive(&self.store, &self.manager(), fund, &typed, None, once()).await.unwrap();
    }

    pub(super) async fn payment_struck(&self, fund: Uuid) {
        let page = funding::store::one(&self.store, Scope::from(&self.manager()), fund).await.unwrap();
        let seen = Seen { id: page.payments[0].id, row_version: 1 };
        funding::store::strike_payment(&self.store, &self.manager(), seen, "重复", once()).await.unwrap();
    }

    /// Policy advice that was asked for.
    pub(super) async fn asked(&self) -> Uuid {
        let typed = AskingText { kind: "policy_advice".into(), words: "年检怎么办理".into() };
        service_request::store::ask(&self.store, &self.member(), &typed, None, once()).await.unwrap()
    }

    pub(super) async fn answered(&self, request: Uuid) {
        let (store, manager) = (&self.store, self.manager());
        let seen = |row_version| service_request::store::Seen { request, row_version };
        let typed = AcceptText { kind: "policy_advice".into(), owner: "周敏".into(), due_on: "2026-03-31".into() };
        service_request::store::accept(store, &manager, seen(1), &typed, once()).await.unwrap();
        service_request::store::finish(store, &manager, seen(2), "已答复", once()).await.unwrap();
    }

    /// A fault that is due on 20 March; the base's own is found by the bureau.
    pub(super) async fn fault(&self, whose: Whose) -> Uuid {
        let typed = FindingText {
            source: "visit".into(),
            words: "灭火器过期".into(),
            owner: "李强".into(),
            due_on: "2026-03-20".into(),
        };
        let by = if whose == Whose::Base { self.officer().as_overseer() } else { self.manager().as_overseer() };
        rectification::store::give(&self.store, &by, whose, None, &typed, once()).await.unwrap()
    }

    /// An organisation that hatched on 20 August: the window of its first visit closes on 22 March.
    pub(super) async fn hatched(&self, name: &str) -> Uuid {
        self.at("2025-09-02 10:00");
        let id = self.organisation(name).await;
        self.enters(id, "2024-09-02", EnteredAs::Hatched { on: day("2025-08-20") }).await;
        id
    }

    pub(super) async fn visit(&self, organisation: Uuid) -> VisitPage {
        let reader = self.reader().of(organisation);
        follow_up::store::open(&self.store, &reader, Which::Age(Age::SixMonths)).await.unwrap()
    }

    pub(super) async fn visited(&self, organisation: Uuid) {
        let typed = [
            ("on", "2026-03-10"),
            ("method", "on_site"),
            ("visitor", "周敏"),
            ("second_visitor", "何清"),
            ("outcome", "steady"),
            ("summary", "场地稳定，项目减少"),
            ("activity", "每周两场社区活动"),
        ];
        let typed = Draft::of(typed.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())));
        let (which, seen) = (Which::Age(Age::SixMonths), self.visit(organisation).await.draft_version);
        let manager = self.manager();
        let kept = follow_up::store::file(&self.store, &manager, organisation, which, &typed, seen, once()).await;
        assert!(matches!(kept.unwrap(), Saved::Kept { .. }));
    }

    async fn plan(&self) -> PlanPage {
        monthly_plan::store::open(&self.store, &self.reader().of(self.ours), march()).await.unwrap()
    }

    /// A plan of March that stands, with one item of four sessions.
    pub(super) async fn planned(&self) {
        self.at("2026-03-02 10:00");
        let item = DraftItem {
            what: "义诊".into(),
            quantity: "4".into(),
            unit: "场".into(),
            responsible: "周敏".into(),
            due_on: "2026-03-20".into(),
            ..DraftItem::default()
        };
        let (typed, with) = (monthly_plan::Draft { items: vec![item] }, SaidWith { why: "", source: "" });
        let seen = self.plan().await.draft_version;
        monthly_plan::store::submit(&self.store, &self.author(), march(), typed, seen, with, once()).await.unwrap();
        let plan = self.plan().await;
        let seen = Plan { plan: plan.id.unwrap(), row_version: plan.facts.row_version };
        monthly_plan::store::approve(&self.store, &Reviewer::from(&self.manager()), seen, once()).await.unwrap();
    }

    /// All of it was done.
    pub(super) async fn result_entered(&self) {
        let plan = self.plan().await;
        let typed = [TypedOutcome {
            item: plan.items[0].id.to_string(),
            done: "4".into(),
            outcome: String::new(),
            reason: "补录".into(),
        }];
        let (author, version) = (self.author(), plan.facts.row_version);
        monthly_plan::store::close(&self.store, &author, march(), &typed, version, once()).await.unwrap();
    }
}
