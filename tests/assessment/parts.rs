use hatchboard::{
    access::Role,
    account::{Place, membership::end_as_admin},
    assessment::{
        PartRefusal,
        store::{AssessmentError, Hand, Several, SheetFilter, Then, confirm, draw, list},
    },
    store::Paging,
};
use uuid::Uuid;

use crate::{
    Scene, cast, once, quarter,
    support::{on_every_database, system},
};

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
async fn whoever_was_of_the_subject_in_the_quarter_takes_no_part_in_its_sheet() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let belonged = async |person: Uuid, from: &str, to: &str| {
            scene.at(from);
            let place = Place::Organisation { base: scene.base.id, organisation: scene.ours };
            let id = cast::grant(&scene.store, person, place).await;
            scene.at(to);
            end_as_admin(&scene.store, &system().admin(), id, once()).await.unwrap();
        };
        belonged(scene.manager.account(), "2026-03-10 10:00", "2026-03-20 10:00").await;
        belonged(scene.officers[0].account(), "2025-12-01 10:00", "2025-12-31 23:30").await;
        // The quarter has begun in the base, if not in UTC.
        belonged(scene.officers[1].account(), "2025-12-01 10:00", "2026-01-01 00:30").await;
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let refused = scene.write(&scene.by_manager(), &scene.page().await, &[], Then::Keep).await;
        assert!(matches!(refused, Err(AssessmentError::Part(PartRefusal::OwnSubject))));
        cast::with_role(&scene.store, "luo", scene.base.id, Role::Manager).await;
        let luo = Hand::from(&cast::signed_in(&scene.store, "luo").await.manager(scene.base.id).unwrap());
        scene.write(&luo, &scene.page().await, &[], Then::HandIn).await.unwrap();
        let id = scene.page().await.id;
        let confirmed = async |which: usize| {
            let officer = scene.officers[which].bureau(scene.base.id).unwrap();
            confirm(&scene.store, &officer, &[id], once()).await.unwrap()
        };
        assert_eq!(confirmed(1).await, Several { not_theirs: 1, ..Several::default() });
        assert_eq!(confirmed(0).await, Several { done: 1, ..Several::default() }, "it ended before the quarter");
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
