//! Whose turn it is with a fault, and since when.

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use hatchboard::{
    rectification::store::{Repairer, Subject},
    waiting::{
        Wait, What,
        store::{waiting, waiting_at},
    },
};

use crate::{
    Scene,
    support::{self, on_every_database, system},
};

#[tokio::test]
async fn a_fault_waits_for_whom_it_lies_with_since_it_came_there_and_nowhere_else() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let reader = system().reader(scene.base.id);
        // The clock runs while the test does.
        let minute = |at: DateTime<Utc>| at.duration_trunc(TimeDelta::minutes(1)).unwrap();
        let found = async || {
            let waits = waiting(&scene.store, &reader).await.unwrap().into_iter();
            waits.map(|wait| Wait { oldest: wait.oldest.map(minute), ..wait }).collect::<Vec<_>>()
        };
        let wait = |what, at: &str| Wait { what, number: 1, oldest: at.parse().ok() };
        assert_eq!(found().await, []);
        let id = scene.given(&scene.operator(), Subject::Organisation(scene.ours), "2026-04-14").await;
        assert_eq!(found().await, [wait(What::Repair, "2026-04-09T02:00:00Z")]);
        scene.at("2026-04-10 10:00");
        scene.report(&Repairer::from(&scene.member()), id).await.unwrap();
        assert_eq!(found().await, [wait(What::Close, "2026-04-10T02:00:00Z")]);
        let own = scene.given(&scene.bureau(), Subject::Base, "2026-04-14").await;
        scene.report(&Repairer::from(&system().manager(scene.base.id)), own).await.unwrap();
        let bureau = wait(What::CloseByBureau, "2026-04-10T02:00:00Z");
        assert_eq!(found().await, [wait(What::Close, "2026-04-10T02:00:00Z"), bureau]);
        scene.close(&scene.operator(), id).await.unwrap();
        assert_eq!(found().await, [bureau]);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let there = system().reader(elsewhere.id);
        assert_eq!(waiting(&scene.store, &there).await.unwrap(), []);
        // Of both at once it is told apart, at the cost of one.
        let own = waiting(&scene.store, &reader).await.unwrap();
        let both = [reader.clone(), there];
        let (found, statements) = scene.store.count_statements(waiting_at(&scene.store, &both)).await;
        let found = found.unwrap();
        assert_eq!((&found[&scene.base.id], found[&elsewhere.id].len()), (&own, 0));
        assert_eq!(scene.store.count_statements(waiting(&scene.store, &reader)).await.1, statements);
    })
    .await;
}
