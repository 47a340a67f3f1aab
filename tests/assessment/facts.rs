//! What rules find in the records of a quarter.

use hatchboard::{
    assessment::Facts,
    service_request::{
        AcceptText, AskingText,
        store::{Seen, accept, ask, decline, finish, withdraw},
    },
};
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
        asked().await;
        promised(in_time, "2026-03-13").await;
        promised(moved, "2026-03-31").await;
        decline(&scene.store, &manager, seen(declined, 1), "不在服务范围", once()).await.unwrap();
        withdraw(&scene.store, &member, seen(withdrawn, 1), once()).await.unwrap();
        scene.at("2026-03-17 17:00");
        answered(in_time).await;
        scene.at("2026-03-18 09:00");
        answered(moved).await;
        // Friday: its third working day belongs to the next quarter.
        scene.at("2026-03-27 10:00");
        asked().await;
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        let page = scene.page_of(scene.base.id).await;
        assert_eq!(page.facts["advice"], Facts::OnTime { on_time: 1, due: 3 });
    })
    .await;
}
