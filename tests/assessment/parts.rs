use hatchboard::{
    account::Place,
    assessment::{
        PartRefusal,
        store::{AssessmentError, Several, SheetFilter, Then, confirm, draw, list},
    },
    store::Paging,
};

use crate::{Scene, cast, once, quarter, support::on_every_database};

#[tokio::test]
async fn nobody_scores_an_organisation_of_their_own() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let place = Place::Organisation { base: scene.base.id, organisation: scene.ours };
        cast::grant(&scene.store, scene.manager.account(), place).await;
        let refused = scene.write(&scene.by_manager(), &scene.page().await, &[], Then::Keep).await;
        assert!(matches!(refused, Err(AssessmentError::Part(PartRefusal::OwnSubject))));
    })
    .await;
}

#[tokio::test]
async fn many_sheets_are_confirmed_at_once_and_those_that_cannot_be_stay() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let ids = [scene.page().await.id, scene.page_of(scene.base.id).await.id];
        let officer = scene.officers[0].bureau(scene.base.id).unwrap();
        let stays = confirm(&scene.store, &officer, &ids, once()).await.unwrap();
        assert_eq!(stays, Several { not_ready: 2, ..Several::default() });
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let place = Place::Organisation { base: scene.base.id, organisation: scene.ours };
        cast::grant(&scene.store, scene.officers[1].account(), place).await;
        let own = scene.officers[1].bureau(scene.base.id).unwrap();
        let not_theirs = confirm(&scene.store, &own, &ids, once()).await.unwrap();
        assert_eq!(not_theirs, Several { not_theirs: 1, not_ready: 1, ..Several::default() });
        let done = confirm(&scene.store, &officer, &ids, once()).await.unwrap();
        assert_eq!(done, Several { done: 1, not_ready: 1, ..Several::default() });
    })
    .await;
}

#[tokio::test]
async fn a_sample_is_drawn_from_rated_organisations_and_a_new_one_replaces_it() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let officer = scene.officers[0].bureau(scene.base.id).unwrap();
        let sampled = async || {
            let filter = SheetFilter { sampled: true, ..SheetFilter::default() };
            let page = list(&scene.store, &scene.reader(), quarter(), &filter, Paging::default()).await.unwrap();
            page.rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
        };
        draw(&scene.store, &officer, quarter(), "2026-04-15", 5, once()).await.unwrap();
        assert_eq!(sampled().await, ["春晖"]);
        let blank = draw(&scene.store, &officer, quarter(), " ", 5, once()).await;
        assert!(matches!(blank, Err(AssessmentError::WordsMissing)));
        draw(&scene.store, &officer, quarter(), "2026-04-16", 0, once()).await.unwrap();
        assert_eq!(sampled().await, [""; 0]);
    })
    .await;
}
