//! What is kept of a sheet beside its lines is counted again; a sealed one is only told of.

use hatchboard::{
    assessment::{
        entity::assessment,
        store::{SheetDiffers, Then, freeze_due, rebuild_sheets},
    },
    rectification::{
        FindingText,
        store::{Subject, give},
    },
};
use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{on_every_database, system},
};

async fn row(scene: &Scene, sheet: Uuid) -> assessment::Model {
    assessment::Entity::find_by_id(sheet).one(scene.store.read()).await.unwrap().unwrap()
}

async fn falsified(scene: &Scene, wrong: assessment::ActiveModel) {
    let tx = scene.store.begin_unrecorded(system().actor(), "test").await.unwrap();
    assessment::Entity::update(wrong).exec(tx.db()).await.unwrap();
    tx.commit_unrecorded().await.unwrap();
}

/// The names of what differs, by sheet, with whether it is sealed.
async fn found(scene: &Scene, check: bool) -> Vec<(Uuid, bool, Vec<&'static str>)> {
    let told = rebuild_sheets(&scene.store, check).await.unwrap().into_iter();
    let name = |SheetDiffers { sheet, sealed, counters, .. }: SheetDiffers| {
        (sheet, sealed, counters.into_iter().map(|(name, ..)| name).collect())
    };
    told.map(name).collect()
}

#[tokio::test]
async fn sums_of_sheets_that_went_wrong_are_found_and_those_that_are_not_sealed_put_right() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.at("2026-03-10 10:00");
        let typed = FindingText {
            source: "visit".into(),
            words: "灭火器过期".into(),
            owner: "李强".into(),
            due_on: "2026-03-20".into(),
        };
        let operator = system().manager(scene.base.id).as_overseer();
        give(&scene.store, &operator, Subject::Organisation(scene.ours), None, &typed, once()).await.unwrap();
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        let page = scene.page().await;
        scene.write(&scene.by_member(), &page, &[], Then::HandIn).await.unwrap();
        assert_eq!(found(&scene, true).await, []);
        scene.at("2026-04-08 09:00");
        assert!(freeze_due(&scene.store, scene.base.id).await.unwrap() > 0);
        assert_eq!(found(&scene, true).await, []);

        let kept = row(&scene, page.id).await;
        assert_eq!(kept.late_repairs, 1);
        let wrong = || assessment::ActiveModel {
            id: Set(page.id),
            difference: Set(kept.difference + 1),
            late_repairs: Set(4),
            open_objections: Set(2),
            ..Default::default()
        };
        falsified(&scene, wrong()).await;
        let names = vec!["difference", "open_objections", "late_repairs"];
        assert_eq!(found(&scene, true).await, [(page.id, false, names.clone())]);
        assert_eq!(row(&scene, page.id).await.late_repairs, 4, "a check writes nothing");
        assert_eq!(found(&scene, false).await.len(), 1);
        let mended = row(&scene, page.id).await;
        let row_version = mended.row_version;
        assert_eq!(mended, assessment::Model { row_version, late_repairs: 4, ..kept.clone() });
        // How many were late at the cut-off is told, and stays.
        assert_eq!(found(&scene, false).await, [(page.id, false, vec!["late_repairs"])]);
        assert_eq!(row(&scene, page.id).await, mended);

        falsified(&scene, assessment::ActiveModel { sealed_at: Set(Some(scene.store.now())), ..wrong() }).await;
        let sealed = row(&scene, page.id).await;
        assert_eq!(found(&scene, false).await, [(page.id, true, names)]);
        assert_eq!(row(&scene, page.id).await, sealed, "after the seal nothing changes");
    })
    .await;
}
