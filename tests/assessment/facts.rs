//! What rules find in the records of a quarter.

use hatchboard::{
    assessment::{Facts, Measure, Measured, store::freeze_due},
    record,
    rectification::{
        FindingText,
        store::{Repairer, Seen as Fault, Subject as Repairs, close, give, report},
    },
    service_request::{
        AcceptText, AskingText,
        store::{Seen, accept, ask, decline, finish, withdraw},
    },
    training::{self, Action, ListText, TrainingText},
    weekly_report::{
        Draft, DraftActivity,
        entity::weekly_report,
        store::{Sending, Subject, draft, filing},
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{on_every_database, system},
};

#[tokio::test]
async fn advice_is_on_time_by_its_rule_whatever_day_was_promised_and_whether_or_not_it_was_accepted() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (manager, member) = (system().manager(scene.base.id), system().member(scene.base.id, scene.ours));
        let asked = async || {
            let typed = AskingText { kind: "policy_advice".into(), words: "年检怎么办理".into() };
            ask(&scene.store, &member, &typed, None, once()).await.unwrap()
        };
        let seen = |request: Uuid, row_version| Seen { request, row_version };
        let promised = async |request: Uuid, due_on: &str| {
            let typed = AcceptText { kind: "policy_advice".into(), owner: "周敏".into(), due_on: due_on.to_owned() };
            accept(&scene.store, &manager, seen(request, 1), &typed, once()).await.unwrap();
        };
        let answered = async |request: Uuid| {
            finish(&scene.store, &manager, seen(request, 2), "已答复", once()).await.unwrap();
        };
        // Thursday: the third working day is Tuesday the 17th.
        scene.at("2026-03-12 10:00");
        let (in_time, moved, declined, withdrawn) = (asked().await, asked().await, asked().await, asked().await);
        let given_up = asked().await;
        asked().await;
        promised(in_time, "2026-03-13").await;
        promised(moved, "2026-03-31").await;
        decline(&scene.store, &manager, seen(declined, 1), "不在服务范围", once()).await.unwrap();
        withdraw(&scene.store, &member, seen(withdrawn, 1), once()).await.unwrap();
        scene.at("2026-03-17 17:00");
        answered(in_time).await;
        scene.at("2026-03-18 09:00");
        answered(moved).await;
        // Its day has passed: it is late, whatever is said to it now.
        decline(&scene.store, &manager, seen(given_up, 1), "不在服务范围", once()).await.unwrap();
        // Friday: its third working day belongs to the next quarter.
        scene.at("2026-03-27 10:00");
        asked().await;
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        let page = scene.page_of(scene.base.id).await;
        assert_eq!(page.facts["advice"], Facts::OnTime { on_time: 1, due: 4 });
    })
    .await;
}

/// 春晖 tells of one activity in its report of a week, at a time.
async fn told(scene: &Scene, week: &str, at: &str, on: &str, attendances: &str) {
    scene.at(at);
    let subject = Subject::from(&scene.member.member(scene.ours).unwrap());
    let week = week.parse().unwrap();
    let seen = draft::open(&scene.store, &subject, week).await.unwrap().draft_version;
    let activity = DraftActivity {
        what: "义诊".to_owned(),
        on: on.to_owned(),
        attendances: attendances.to_owned(),
        ..DraftActivity::default()
    };
    let typed = Draft {
        done: "义诊".to_owned(),
        activities_count: "1".to_owned(),
        attendances: attendances.to_owned(),
        help_kind: "none".to_owned(),
        activities: vec![activity],
        ..Draft::default()
    };
    filing::submit(&scene.store, &subject, week, Sending { typed, seen, on_device_at: None }, once()).await.unwrap();
}

/// 春晖 takes its report of a week back.
async fn taken_back(scene: &Scene, week: &str) {
    let subject = Subject::from(&scene.member.member(scene.ours).unwrap());
    let row = weekly_report::Entity::find()
        .filter(weekly_report::Column::SubjectId.eq(scene.ours))
        .filter(weekly_report::Column::Week.eq(week))
        .one(scene.store.read())
        .await
        .unwrap()
        .unwrap();
    filing::withdraw(&scene.store, &subject, week.parse().unwrap(), row.row_version, once()).await.unwrap();
}

/// A session on a day that 春晖 is invited to, and that took place.
async fn session(scene: &Scene, held_on: &str) -> Uuid {
    let typed = TrainingText {
        title: "民非会计制度".into(),
        topic: "finance".into(),
        teacher: "刘静".into(),
        held_on: held_on.into(),
        begins_at: "9:00".into(),
        hours: "2".into(),
        place: "基地".into(),
        invite: "these".into(),
        organisations: vec![scene.ours.to_string()],
        ..TrainingText::default()
    };
    let manager = system().manager(scene.base.id);
    let id = training::store::make(&scene.store, &manager, &typed, once()).await.unwrap();
    scene.at(&format!("{held_on} 12:00"));
    let seen = record::store::Seen { id, row_version: 1 };
    training::store::step(&scene.store, &manager, seen, Action::Hold, "", once()).await.unwrap();
    id
}

#[tokio::test]
async fn what_is_entered_between_the_cut_off_and_the_freeze_does_not_count() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.at("2026-03-10 10:00");
        let training = session(&scene, "2026-03-12").await;
        told(&scene, "2026-W12", "2026-03-20 17:00", "2026-03-18", "30").await;
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        // The facts of organisations are cut off on the fourth working day, 7 April, at 18:00.
        scene.at("2026-04-07 18:30");
        taken_back(&scene, "2026-W12").await;
        told(&scene, "2026-W12", "2026-04-07 18:40", "2026-03-18", "300").await;
        told(&scene, "2026-W13", "2026-04-07 18:50", "2026-03-25", "40").await;
        let typed = ListText {
            organisation: scene.ours.to_string(),
            names: "张三".into(),
            reason: "签到表漏录".into(),
            ..ListText::default()
        };
        let manager = system().manager(scene.base.id);
        training::store::enter(&scene.store, &manager, training, &typed, once()).await.unwrap();
        assert_eq!(freeze_due(&scene.store, scene.base.id).await.unwrap(), 2, "both organisations");
        let page = scene.page().await;
        let measure = |what, actual| Measure { what, actual, planned: 0 };
        let measures = vec![measure(Measured::Sessions, 1), measure(Measured::Attendances, 30)];
        assert_eq!(page.facts["activities"], Facts::Measures { measures }, "as it was filed before");
        assert_eq!(page.facts["training_attendance"], Facts::Attended { attended: 0, invited: 1 });
    })
    .await;
}

#[tokio::test]
async fn what_is_closed_or_withdrawn_after_the_cut_off_is_as_it_was_before() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (base, bureau) = (scene.base.id, system().bureau(scene.base.id).as_overseer());
        scene.at("2026-03-12 10:00");
        let typed = FindingText {
            source: "visit".into(),
            words: "灭火器过期".into(),
            owner: "李强".into(),
            due_on: "2026-03-20".into(),
        };
        let fault = give(&scene.store, &bureau, Repairs::Base, None, &typed, once()).await.unwrap();
        let seen = |row_version| Fault { id: fault, row_version };
        report(&scene.store, &Repairer::from(&system().manager(base)), seen(1), "已更换", None, once()).await.unwrap();
        let member = system().member(base, scene.ours);
        let typed = AskingText { kind: "policy_advice".into(), words: "年检怎么办理".into() };
        let request = ask(&scene.store, &member, &typed, None, once()).await.unwrap();
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        // The base's facts are cut off on the sixteenth working day, 23 April, at 18:00.
        scene.at("2026-04-23 18:30");
        close(&scene.store, &bureau, seen(2), "", once()).await.unwrap();
        withdraw(&scene.store, &member, Seen { request, row_version: 1 }, once()).await.unwrap();
        freeze_due(&scene.store, base).await.unwrap();
        let page = scene.page_of(base).await;
        assert_eq!(page.facts["closed_on_time"], Facts::NothingDue, "it waited to be closed");
        assert_eq!(page.facts["advice"], Facts::OnTime { on_time: 0, due: 1 }, "it waited to be accepted");
    })
    .await;
}
