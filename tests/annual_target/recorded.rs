//! What trainings, visits, advice, matches and funds count for.

use hatchboard::{
    annual_target::{
        CountingRule, NewEntry, OnPlan,
        store::{Source, TargetError, TargetPage, enter, on_plan, one},
    },
    coaching::{self, VisitText},
    funding::{self, FundText, PaymentText},
    matched_project::{self, ProjectText},
    period::Quarter,
    record::store::Seen,
    service_request::{self, AcceptText, AskingText},
    training::{self, Action, ListText, TrainingText},
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
    target, year,
};

async fn of(scene: &Scene, code: &str) -> TargetPage {
    one(&scene.store, &scene.reader(), year(), code).await.unwrap()
}

/// Day, amount and name of what stands behind a number.
fn told(page: &TargetPage) -> Vec<(String, i64, &str)> {
    page.counted.iter().map(|record| (record.on.to_string(), record.amount, record.name.as_str())).collect()
}

async fn session(scene: &Scene, held_on: &str, came: &[(Uuid, &str)]) -> Uuid {
    let typed = TrainingText {
        title: format!("培训 {held_on}"),
        topic: "finance".into(),
        teacher: "刘静".into(),
        held_on: held_on.into(),
        begins_at: "9:00".into(),
        hours: "2".into(),
        place: "基地".into(),
        invite: "these".into(),
        outsiders: "街道社工站".into(),
        ..TrainingText::default()
    };
    let (store, manager) = (&scene.store, scene.manager());
    let id = training::store::make(store, &manager, &typed, once()).await.unwrap();
    scene.at(&format!("{held_on} 12:00"));
    for (organisation, names) in came {
        let typed = ListText { organisation: organisation.to_string(), names: (*names).into(), ..ListText::default() };
        training::store::enter(store, &manager, id, &typed, once()).await.unwrap();
    }
    let seen = Seen { id, row_version: 1 };
    training::store::step(store, &manager, seen, Action::Hold, "", once()).await.unwrap();
    id
}

#[tokio::test]
async fn trainings_attendances_and_organisations_count_apart_and_open_into_sessions() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let codes = ["trainings", "training_attendances", "training_organisations", "training_people"];
        scene.approved(codes.map(|code| target(code, "24")).into()).await;
        let (ours, sibling) = (
            support::organisation(&scene.store, &scene.base, "春晖").await,
            support::organisation(&scene.store, &scene.base, "秋实").await,
        );
        session(&scene, "2025-12-31", &[(ours, "张三")]).await;
        let first = session(&scene, "2026-01-15", &[(ours, "张三、李四")]).await;
        session(&scene, "2026-04-02", &[(ours, "张三"), (sibling, "王五")]).await;
        session(&scene, "2026-04-03", &[]).await;
        let [sessions, attendances, organisations, people] = codes;
        let page = of(&scene, sessions).await;
        assert_eq!(page.line.actual.quarters, [Some(1), Some(2), None, None]);
        assert_eq!(page.counted[0].source, Source::Training(first));
        let page = of(&scene, attendances).await;
        assert_eq!(
            told(&page),
            [("2026-01-15".to_owned(), 2, "培训 2026-01-15"), ("2026-04-02".to_owned(), 2, "培训 2026-04-02"),]
        );
        let page = of(&scene, organisations).await;
        assert_eq!(told(&page), [("2026-01-15".to_owned(), 1, "春晖"), ("2026-04-02".to_owned(), 1, "秋实")]);
        assert_eq!(page.line.actual.quarters, [Some(1), Some(1), None, None], "each organisation once a year");
        let page = of(&scene, people).await;
        assert_eq!(
            told(&page),
            [("2026-01-15".to_owned(), 2, "培训 2026-01-15"), ("2026-04-02".to_owned(), 1, "培训 2026-04-02")],
            "each person once a year"
        );
    })
    .await;
}

#[tokio::test]
async fn visits_advice_matches_and_funds_count_from_their_records() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-06-01 09:00");
        let money = ["funds_pledged", "funds_received"];
        let pieces = ["coaching", "policy_advice", "matched_projects"];
        scene.approved(pieces.iter().chain(&money).map(|code| target(code, "100")).collect()).await;
        let organisation = support::organisation(&scene.store, &scene.base, "春晖").await;
        visited(&scene, organisation, "2026-02-03").await;
        visited(&scene, organisation, "2026-04-03").await;
        advised(&scene, organisation).await;
        matched(&scene, organisation).await;
        funded(&scene).await;
        let totals = async |code: &str| of(&scene, code).await.line.actual.quarters;
        assert_eq!(totals("coaching").await, [Some(1), Some(1), None, None]);
        assert_eq!(totals("policy_advice").await, [None, Some(1), None, None]);
        assert_eq!(totals("matched_projects").await, [Some(1), None, None, None]);
        assert_eq!(totals("funds_pledged").await, [Some(1_000_000), None, None, None]);
        assert_eq!(totals("funds_received").await, [None, Some(250_000), None, None], "pledged is not received");
        let rules: Vec<_> = of(&scene, "coaching").await.counted.iter().map(|record| record.rule).collect();
        assert_eq!(rules, [CountingRule::CoachingVisits; 2]);
        let lines = scene.page().await.lines;
        let whole: Vec<_> = lines.iter().map(|line| line.actual.total(line.target.measure)).collect();
        assert_eq!(whole, [Some(2), Some(1), Some(1), Some(1_000_000), Some(250_000)]);
    })
    .await;
}

#[tokio::test]
async fn a_quarter_tells_how_many_targets_are_on_plan() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-06-01 09:00");
        let by = async |number| {
            let quarter = Quarter::new(2026, number).unwrap();
            on_plan(&scene.store, &scene.reader(), quarter).await.unwrap()
        };
        assert_eq!(by(1).await, None, "none stand");
        scene.approved(["coaching", "policy_advice"].map(|code| target(code, "4")).into()).await;
        let organisation = support::organisation(&scene.store, &scene.base, "春晖").await;
        visited(&scene, organisation, "2026-02-03").await;
        assert_eq!(by(1).await, Some(OnPlan { on_plan: 1, of: 2 }));
        assert_eq!(by(2).await, Some(OnPlan { on_plan: 0, of: 2 }), "one of two visits");
    })
    .await;
}

async fn visited(scene: &Scene, organisation: Uuid, on: &str) {
    let typed = VisitText {
        organisation: organisation.to_string(),
        visited_on: on.into(),
        visitor: "周敏".into(),
        method: "phone".into(),
        looked_at: "账目".into(),
        agreed: "补齐".into(),
        ..VisitText::default()
    };
    coaching::store::enter(&scene.store, &scene.manager(), &typed, once()).await.unwrap();
}

/// Of two requests one is for policy advice and done; what is under way counts nowhere.
async fn advised(scene: &Scene, organisation: Uuid) {
    let (store, manager) = (&scene.store, scene.manager());
    for (kind, done) in [("policy_advice", true), ("policy_advice", false), ("training", true)] {
        let asking = AskingText { kind: kind.into(), words: "年检".into() };
        let member = system().member(scene.base.id, organisation);
        let id = service_request::store::ask(store, &member, &asking, None, once()).await.unwrap();
        let seen = |row_version| service_request::store::Seen { request: id, row_version };
        let typed = AcceptText { kind: kind.into(), owner: "周敏".into(), due_on: "2026-06-05".into() };
        service_request::store::accept(store, &manager, seen(1), &typed, once()).await.unwrap();
        if done {
            service_request::store::finish(store, &manager, seen(2), "已答复", once()).await.unwrap();
        }
    }
}

async fn matched(scene: &Scene, organisation: Uuid) {
    for (state, words) in [("under_way", ""), ("fell_through", "预算取消")] {
        let typed = ProjectText {
            organisation: organisation.to_string(),
            name: "为老助餐".into(),
            partner: "街道".into(),
            amount: "0".into(),
            matched_on: "2026-03-31".into(),
            state: state.into(),
            words: words.into(),
        };
        matched_project::store::enter(&scene.store, &scene.manager(), &typed, once()).await.unwrap();
    }
}

async fn funded(scene: &Scene) {
    let typed = FundText {
        source: "联合会".into(),
        organisation: String::new(),
        pledged: "1万".into(),
        pledged_on: "2026-03-31".into(),
        evidence: "协议".into(),
    };
    let (store, manager) = (&scene.store, scene.manager());
    let id = funding::store::enter(store, &manager, &typed, None, once()).await.unwrap();
    let typed = PaymentText { received: "2500".into(), received_on: "2026-04-01".into(), evidence: "凭证".into() };
    funding::store::receive(store, &manager, id, &typed, None, once()).await.unwrap();
}

#[tokio::test]
async fn nothing_is_entered_by_hand_for_what_records_count() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("trainings", "24")]).await;
        let entry =
            NewEntry {
                on: "2026-02-10".into(), amount: "2".into(), what: "第一期".into(), evidence: "签到表".into()
            };
        let tried = enter(&scene.store, &scene.manager(), year(), "trainings", &entry, None, once()).await;
        assert!(matches!(tried, Err(TargetError::CountedByRecords)), "{tried:?}");
        let page = of(&scene, "trainings").await;
        assert_eq!((page.counted.len(), page.line.actual.quarters), (0, [None::<i64>; 4]));
    })
    .await;
}
