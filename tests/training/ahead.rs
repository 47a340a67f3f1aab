use hatchboard::training::{
    Action,
    store::{invited_to, to_settle},
};

use crate::{
    Scene, day,
    support::{self, on_every_database, system},
};

#[tokio::test]
async fn what_is_held_today_and_what_nobody_has_settled_waits_for_the_operator() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let tomorrow = scene.planned("2026-04-10").await;
        let forgotten = scene.planned("2026-04-01").await;
        let today = scene.planned("2026-04-09").await;
        let held = scene.planned("2026-04-02").await;
        scene.step(held, Action::Hold, "").await.unwrap();
        let called_off = scene.planned("2026-04-09").await;
        scene.step(called_off, Action::Cancel, "停电").await.unwrap();
        let waits = async |reader, on: &str| {
            let found = to_settle(&scene.store, reader, day(on)).await.unwrap();
            found.into_iter().map(|one| (one.id, one.unsettled)).collect::<Vec<_>>()
        };
        let reader = scene.reader();
        assert_eq!(waits(&reader, "2026-04-09").await, [(forgotten, true), (today, false)]);
        assert_eq!(waits(&reader, "2026-04-10").await, [(forgotten, true), (today, true), (tomorrow, false)]);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().reader(elsewhere.id);
        assert_eq!(waits(&foreign, "2026-04-10").await, []);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_is_told_of_what_it_is_invited_to_until_it_is_over_or_cancelled() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let later = scene.planned_for("2026-04-20", &[scene.ours]).await;
        let today = scene.planned_for("2026-04-09", &[scene.ours, scene.sibling]).await;
        scene.planned_for("2026-04-15", &[scene.sibling]).await;
        scene.planned_for("2026-04-08", &[scene.ours]).await;
        let called_off = scene.planned_for("2026-04-16", &[scene.ours]).await;
        scene.step(called_off, Action::Cancel, "停电").await.unwrap();
        let reader = scene.reader().of(scene.ours);
        let found = invited_to(&scene.store, &reader, day("2026-04-09")).await.unwrap();
        assert_eq!(found.into_iter().map(|one| one.id).collect::<Vec<_>>(), [today, later]);
    })
    .await;
}
