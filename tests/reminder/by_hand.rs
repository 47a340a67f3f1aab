//! What is asked for by hand of the operator's team: by the bureau of all of it, by a colleague of whoever is named.

use hatchboard::{
    access::{Role, Scope},
    instruction::store::{NewInstruction, answer, give},
    reminder::{
        Kind, Step,
        store::{Ran, remind_base, remind_now},
    },
    service_request::{
        AcceptText, AskingText,
        store::{Seen, accept, ask_for, finish, one},
    },
};
use uuid::Uuid;

use crate::{
    PROGRAM, Scene, cast, once,
    support::{on_every_database, system},
    told,
};

/// The bureau gives an instruction that is due on Monday, 13 April 2026.
async fn instruct(scene: &Scene) -> Uuid {
    let new = NewInstruction {
        title: "消防检查".to_owned(),
        words: "逐间检查并报告".to_owned(),
        owner: "zhou 女士".to_owned(),
        due_on: "2026-04-13".parse().unwrap(),
    };
    give(&scene.store, &system().bureau(scene.base.id), &new, once()).await.unwrap()
}

async fn by_bureau(scene: &Scene) -> Ran {
    let late = (Kind::Instruction, None);
    remind_base(&scene.store, &system().bureau(scene.base.id), late, PROGRAM, once()).await.unwrap()
}

async fn by_operator(scene: &Scene, kind: Kind) -> Ran {
    remind_now(&scene.store, &system().manager(scene.base.id), (kind, None), PROGRAM, once()).await.unwrap()
}

/// Help that somebody has promised by Monday, 13 April 2026.
async fn promise(scene: &Scene, owner: &str) -> Uuid {
    let manager = system().manager(scene.base.id);
    let asking = AskingText { kind: "coaching".to_owned(), words: "理事会换届程序不熟".to_owned() };
    let id = ask_for(&scene.store, &manager, (scene.organisation, None), &asking, None, once()).await.unwrap();
    let typed = AcceptText { kind: "coaching".to_owned(), owner: owner.to_owned(), due_on: "2026-04-13".to_owned() };
    accept(&scene.store, &manager, seen(scene, id).await, &typed, once()).await.unwrap();
    id
}

async fn seen(scene: &Scene, request: Uuid) -> Seen {
    let scope = Scope::from(&system().manager(scene.base.id));
    Seen { request, row_version: one(&scene.store, scope, request).await.unwrap().row_version }
}

#[tokio::test]
async fn the_bureau_reminds_all_of_the_team_of_what_it_has_not_answered_once_a_day() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        cast::with_role(&scene.store, "he", scene.base.id, Role::Manager).await;
        let id = instruct(&scene).await;
        scene.at("2026-04-13 12:00");
        assert_eq!(by_bureau(&scene).await, Ran::default(), "its day has not passed");
        scene.at("2026-04-14 10:00");
        assert_eq!(by_operator(&scene, Kind::Instruction).await, Ran::default(), "it is the bureau's to ask for");
        assert_eq!(by_bureau(&scene).await, Ran { digests: 2, lines: 2 });
        assert_eq!(by_bureau(&scene).await, Ran::default(), "once a day");
        for name in ["zhou", "he"] {
            assert_eq!(told(&scene, name, Kind::Instruction).await, [Step::Asked], "{name}");
        }
        for name in ["lin", "chen"] {
            assert!(told(&scene, name, Kind::Instruction).await.is_empty(), "{name}");
        }
        scene.at("2026-07-20 10:00");
        assert_eq!(by_bureau(&scene).await, Ran { digests: 2, lines: 2 }, "however long ago it was due");
        let manager = system().manager(scene.base.id);
        answer(&scene.store, &manager, id, 1, "已逐间检查", once()).await.unwrap();
        scene.at("2026-07-21 10:00");
        assert_eq!(by_bureau(&scene).await, Ran::default(), "it has been answered");
    })
    .await;
}

#[tokio::test]
async fn help_is_told_to_whoever_is_named_for_it_and_asked_of_them_by_hand() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        cast::with_role(&scene.store, "he", scene.base.id, Role::Manager).await;
        let hers = promise(&scene, "he 女士").await;
        promise(&scene, "项目部").await;
        scene.at("2026-04-10 09:00");
        scene.run(PROGRAM).await;
        assert_eq!(told(&scene, "he", Kind::Service).await, [Step::Before, Step::Before]);
        assert_eq!(told(&scene, "zhou", Kind::Service).await, [Step::Before], "what no one of them is named for");
        scene.at("2026-04-14 10:00");
        assert_eq!(by_operator(&scene, Kind::Service).await, Ran { digests: 1, lines: 1 });
        assert_eq!(by_operator(&scene, Kind::Service).await, Ran::default(), "once a day");
        assert_eq!(told(&scene, "he", Kind::Service).await, [Step::Before, Step::Before, Step::Asked]);
        assert_eq!(told(&scene, "zhou", Kind::Service).await, [Step::Before]);
        let manager = system().manager(scene.base.id);
        finish(&scene.store, &manager, seen(&scene, hers).await, "已列席一次", once()).await.unwrap();
        scene.at("2026-04-15 10:00");
        assert_eq!(by_operator(&scene, Kind::Service).await, Ran::default(), "it has been done");
    })
    .await;
}
