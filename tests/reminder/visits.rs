//! Visits to the hatched: who is told to go, and who to confirm what was found.

use hatchboard::{
    access::Role,
    follow_up::{
        Age, Draft, NewAssignment,
        store::{self as follow_ups, Saved, Which},
    },
    incubation::{EnteredAs, Entry, Mode, Term, store::begin},
    reminder::{
        Kind, Step,
        store::{Ran, claim, remind_now},
    },
};
use uuid::Uuid;

use crate::{
    PROGRAM, Scene, cast, once,
    support::{self, on_every_database, system},
    told,
};

const FIRST: Which = Which::Age(Age::SixMonths);

/// 晨曦, which hatched on 12 September 2025, so that it is visited until Saturday, 11 April 2026; its staff Su, and a
/// second manager, He.
async fn hatched(scene: &Scene) -> Uuid {
    let organisation = support::organisation(&scene.store, &scene.base, "晨曦").await;
    let entry = Entry {
        mode: Mode::InShell,
        admitted_on: "2024-09-02".parse().unwrap(),
        term: Term::default(),
        stands: EnteredAs::Hatched { on: "2025-09-12".parse().unwrap() },
    };
    begin(&scene.store, &system().manager(scene.base.id), organisation, &entry, "协议", once()).await.unwrap();
    cast::staff(&scene.store, "su", scene.base.id, organisation).await;
    cast::with_role(&scene.store, "he", scene.base.id, Role::Manager).await;
    organisation
}

/// Names somebody for the first visit; `seen` is the version of its row.
async fn assign(scene: &Scene, organisation: Uuid, name: &str, seen: i32) {
    let manager = system().manager(scene.base.id);
    let typed = NewAssignment { assigned: name.to_owned(), planned_on: String::new() };
    follow_ups::assign(&scene.store, &manager, organisation, FIRST, &typed, seen, once()).await.unwrap();
}

/// Files the first visit; its id and the version of its row.
async fn file(scene: &Scene, organisation: Uuid, on: &str) -> (Uuid, i32) {
    let manager = system().manager(scene.base.id);
    let typed = [
        ("on", on),
        ("method", "phone"),
        ("visitor", "何清"),
        ("outcome", "steady"),
        ("summary", "正常"),
        ("activity", "每周活动"),
    ];
    let typed = Draft::of(typed.map(|(name, text)| (name.to_owned(), text.to_owned())));
    let filed = follow_ups::file(&scene.store, &manager, organisation, FIRST, &typed, 0, once()).await.unwrap();
    assert!(matches!(filed, Saved::Kept { .. }), "{filed:?}");
    let reader = system().reader(scene.base.id).of(organisation);
    let record = follow_ups::open(&scene.store, &reader, FIRST).await.unwrap().line.record.unwrap();
    (record.id, record.row_version)
}

#[tokio::test]
async fn a_visit_is_told_to_whoever_is_named_until_it_is_filed_and_then_to_the_organisation() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let organisation = hatched(&scene).await;
        assign(&scene, organisation, "he 女士", 0).await;
        for at in ["2026-04-09 10:00", "2026-04-11 09:00"] {
            scene.at(at);
            scene.run(PROGRAM).await;
        }
        assert_eq!(told(&scene, "he", Kind::FollowUp).await, [Step::Before, Step::Due]);
        assert!(told(&scene, "zhou", Kind::FollowUp).await.is_empty(), "it is not Zhou's to go");
        let (visit, version) = file(&scene, organisation, "2026-04-10").await;
        for at in ["2026-04-14 09:00", "2026-04-16 09:00", "2026-04-17 09:00"] {
            scene.at(at);
            scene.run(PROGRAM).await;
        }
        assert!(told(&scene, "zhou", Kind::FollowUp).await.is_empty(), "it has been made");
        assert_eq!(told(&scene, "su", Kind::Confirmation).await, [Step::Before, Step::Due]);
        let member = system().member(scene.base.id, organisation);
        follow_ups::confirm(&scene.store, &member, visit, version, once()).await.unwrap();
        scene.at("2026-04-21 09:00");
        scene.run(PROGRAM).await;
        assert!(told(&scene, "zhou", Kind::Confirmation).await.is_empty(), "it has been confirmed");
    })
    .await;
}

#[tokio::test]
async fn what_is_begun_is_the_same_visit_and_what_nobody_makes_is_told_to_the_team_and_the_bureau() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let organisation = hatched(&scene).await;
        scene.run(PROGRAM).await;
        for name in ["zhou", "he"] {
            assert_eq!(told(&scene, name, Kind::FollowUp).await, [Step::Before]);
        }
        // Its record is made by this, and it is told no second time for that.
        assign(&scene, organisation, "he 女士", 0).await;
        scene.at("2026-04-10 09:00");
        scene.run(PROGRAM).await;
        for at in ["2026-04-14 09:00", "2026-04-17 09:00"] {
            scene.at(at);
            scene.run(PROGRAM).await;
        }
        assert_eq!(told(&scene, "he", Kind::FollowUp).await, [Step::Before, Step::After, Step::Operator]);
        assert_eq!(told(&scene, "zhou", Kind::FollowUp).await, [Step::Before, Step::Operator]);
        assert_eq!(told(&scene, "chen", Kind::FollowUp).await, [Step::Bureau]);
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_the_morning_is_not_told_to_whoever_is_named_no_more() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let organisation = hatched(&scene).await;
        assign(&scene, organisation, "he 女士", 0).await;
        scene.at("2026-04-12 23:00");
        let late = (Kind::FollowUp, None);
        let manager = system().manager(scene.base.id);
        let asked = remind_now(&scene.store, &manager, late, PROGRAM, once()).await.unwrap();
        assert_eq!(asked, Ran { digests: 1, lines: 1 });
        let reader = system().reader(scene.base.id).of(organisation);
        let record = follow_ups::open(&scene.store, &reader, FIRST).await.unwrap().line.record.unwrap();
        assign(&scene, organisation, "zhou 女士", record.row_version).await;
        scene.at("2026-04-13 08:00");
        claim(&scene.store).await.unwrap();
        assert!(told(&scene, "he", Kind::FollowUp).await.is_empty());
        scene.run(PROGRAM).await;
        assert_eq!(told(&scene, "zhou", Kind::FollowUp).await, [Step::After]);
    })
    .await;
}

#[tokio::test]
async fn a_colleague_who_is_late_is_reminded_by_hand() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let organisation = hatched(&scene).await;
        let by_hand = async || {
            let late = (Kind::FollowUp, None);
            remind_now(&scene.store, &system().manager(scene.base.id), late, PROGRAM, once()).await.unwrap()
        };
        scene.at("2026-04-12 10:00");
        assert_eq!(by_hand().await, Ran::default(), "nobody is named");
        assign(&scene, organisation, "he 女士", 0).await;
        assert_eq!(by_hand().await, Ran { digests: 1, lines: 1 });
        assert_eq!(by_hand().await, Ran::default(), "once a day");
        assert_eq!(told(&scene, "he", Kind::FollowUp).await, [Step::Asked]);
    })
    .await;
}
