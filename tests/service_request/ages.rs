//! How long ago open help was asked for.

use hatchboard::{
    access::Scope,
    service_request::{
        Age,
        store::{RequestFilter, ages, list},
    },
    store::Paging,
};

use crate::{Scene, support::on_every_database};

#[tokio::test]
async fn open_help_is_counted_by_its_age_and_each_count_is_its_list() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (old, done) = (scene.asked().await, scene.asked().await);
        scene.accept(done, "2026-04-14").await.unwrap();
        scene.finish(done).await;
        scene.at("2026-04-16 09:59");
        let new = scene.asked().await;
        let reader = scene.manager().as_reader();
        let counts = async || {
            let counted = ages(&scene.store, &reader).await.unwrap();
            counted.into_iter().map(|(_, count)| count).collect::<Vec<_>>()
        };
        let listed = async |age: Age| {
            let filter = RequestFilter { age: Some(age), ..RequestFilter::default() };
            let listed = list(&scene.store, Scope::from(&reader), &filter, Paging::default()).await.unwrap();
            listed.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
        };
        assert_eq!(counts().await, [2, 0, 0, 0], "a minute is left of seven days");
        // The clock runs while the test does: what was asked for at ten is seven days old a little after ten.
        scene.at("2026-04-16 10:01");
        assert_eq!(counts().await, [1, 1, 0, 0]);
        assert_eq!((listed(Age::Week).await, listed(Age::Fortnight).await), (vec![new], vec![old]));
        scene.at("2026-05-09 10:01");
        assert_eq!(counts().await, [0, 0, 1, 1]);
        assert_eq!((listed(Age::Month).await, listed(Age::Older).await), (vec![new], vec![old]));
    })
    .await;
}
