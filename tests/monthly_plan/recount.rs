//! What is kept of a closed month beside its result is counted again.

use hatchboard::monthly_plan::{
    TypedOutcome,
    entity::monthly_plan,
    store::{PlanDiffers, close, rebuild_plans},
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{
    Scene, at, once,
    support::{on_every_database, system},
};

#[tokio::test]
async fn sums_of_plans_that_went_wrong_are_found_and_put_right() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.planned("2026-03").await;
        scene.planned("2026-04").await;
        let outcome = |row: usize, done: &str, outcome: &str, reason: &str| TypedOutcome {
            item: page.items[row].id.to_string(),
            done: done.to_owned(),
            outcome: outcome.to_owned(),
            reason: reason.to_owned(),
        };
        let typed = [outcome(0, "2", "carried_over", "补报"), outcome(1, "0", "dropped", "讲师生病")];
        scene.at("2026-03-30 09:00");
        let version = page.facts.row_version;
        close(&scene.store, &scene.subject(), at("2026-03"), &typed, version, once()).await.unwrap();
        assert_eq!(rebuild_plans(&scene.store, true).await.unwrap(), []);

        let plan = page.id.unwrap();
        let row = async || monthly_plan::Entity::find_by_id(plan).one(scene.store.read()).await.unwrap().unwrap();
        let kept = row().await;
        assert_eq!(kept.releases_asked, 1);
        let tx = scene.store.begin_unrecorded(system().actor(), "test").await.unwrap();
        let wrong = monthly_plan::ActiveModel {
            id: Set(plan),
            points: Set(kept.points + 1),
            releases_asked: Set(3),
            ..Default::default()
        };
        monthly_plan::Entity::update(wrong).exec(tx.db()).await.unwrap();
        tx.commit_unrecorded().await.unwrap();
        let counters = vec![("points", kept.points + 1, kept.points), ("releases_asked", 3, 1)];
        let expected = PlanDiffers { base: scene.base.id, plan, month: "2026-03".to_owned(), counters };
        assert_eq!(rebuild_plans(&scene.store, true).await.unwrap(), [expected]);
        assert_ne!(row().await, kept, "a check writes nothing");
        assert_eq!(rebuild_plans(&scene.store, false).await.unwrap().len(), 1);
        assert_eq!(row().await, kept);
        assert_eq!(rebuild_plans(&scene.store, true).await.unwrap(), []);
    })
    .await;
}
