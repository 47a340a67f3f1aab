//! Organisations whose admission into a quarter is recorded after its round was opened.

use hatchboard::assessment::{
    Facts, State, Step,
    store::{AssessmentError, Then, add_latecomer, confirm, latecomers, publish},
};
use uuid::Uuid;

use crate::{Scene, once, quarter, reporting, support::on_every_database, year::told};

async fn names(scene: &Scene) -> Vec<String> {
    let late = latecomers(&scene.store, &scene.reader(), quarter()).await.unwrap();
    late.into_iter().map(|one| one.name).collect()
}

async fn add(scene: &Scene, organisation: Uuid) -> Result<(), AssessmentError> {
    let overseer = scene.manager.overseer(scene.base.id).unwrap();
    add_latecomer(&scene.store, &overseer, quarter(), organisation, once()).await
}

#[tokio::test]
async fn whoever_is_recorded_after_the_opening_stands_beside_the_round_and_is_taken_into_it() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let unopened = reporting(&scene.store, &scene.base, "青禾", "2026-W02").await;
        assert!(matches!(add(&scene, unopened).await, Err(AssessmentError::NotFound)), "there is no round yet");
        scene.open().await.unwrap();
        assert!(names(&scene).await.is_empty());
        let late = reporting(&scene.store, &scene.base, "映山红", "2026-W02").await;
        let next = reporting(&scene.store, &scene.base, "下季", "2026-W15").await;
        assert_eq!(names(&scene).await, ["映山红"], "the other one came after the quarter");
        for stranger in [next, scene.base.id, Uuid::now_v7()] {
            assert!(matches!(add(&scene, stranger).await, Err(AssessmentError::NotFound)));
        }
        add(&scene, late).await.unwrap();
        let page = scene.page_of(late).await;
        assert_eq!((page.state, page.rated, page.expected_weeks, page.card_version), (State::Open, true, 11, 1));
        assert_eq!(page.notes.len(), page.sheet.lines.len());
        assert_eq!(page.steps.iter().map(|step| step.kind).collect::<Vec<_>>(), [Step::Added]);
        assert!(names(&scene).await.is_empty());
        assert!(matches!(add(&scene, late).await, Err(AssessmentError::HasSheet)));
        // It goes its way like any other.
        assert!(scene.write(&scene.by_manager(), &page, &[], Then::Keep).await.is_err(), "the subject has its time");
    })
    .await;
}

#[tokio::test]
async fn after_the_cut_off_the_facts_are_those_of_the_cut_off_and_after_a_publication_nobody_is_added() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        // The facts of organisations are cut off on 7 April at 18:00.
        scene.at("2026-04-08 10:00");
        let late = reporting(&scene.store, &scene.base, "映山红", "2026-W01").await;
        add(&scene, late).await.unwrap();
        let page = scene.page_of(late).await;
        assert!(page.facts_at.is_some());
        assert!(matches!(page.facts["weekly_on_time"], Facts::Weeks { expected: 12, on_time: 0, .. }));

        let another = reporting(&scene.store, &scene.base, "向日葵", "2026-W01").await;
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let officer = scene.officers[0].bureau(scene.base.id).unwrap();
        confirm(&scene.store, &officer, &[scene.page().await.id], once()).await.unwrap();
        publish(&scene.store, &officer, quarter(), None, once()).await.unwrap();
        assert!(matches!(add(&scene, another).await, Err(AssessmentError::RoundPublished)));
        assert_eq!(names(&scene).await, ["向日葵"], "it is told all the same");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_added_to_a_quarter_whose_year_was_opened_without_them() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        told(&scene, scene.ours, "2026", Some("80")).await;
        let late = reporting(&scene.store, &scene.base, "映山红", "2026-W02").await;
        assert!(matches!(add(&scene, late).await, Err(AssessmentError::YearOpened)));
        assert_eq!(names(&scene).await, ["映山红"]);
    })
    .await;
}
