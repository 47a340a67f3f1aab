use hatchboard::assessment::{
    Giver, Occasion, Why,
    store::{LastPublished, Then, last_published, publish},
};

use crate::{Scene, once, quarter, support::on_every_database, year::told};

/// As 春晖 sees it.
async fn last(scene: &Scene) -> Option<LastPublished> {
    let reader = scene.member.reader_of(scene.base.id, scene.ours).unwrap();
    last_published(&scene.store, &reader).await.unwrap()
}

#[tokio::test]
async fn the_newest_quarter_that_was_published_tells_where_points_were_lost() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        assert_eq!(last(&scene).await, None);
        scene.open().await.unwrap();
        assert_eq!(last(&scene).await, None, "nothing is published yet");
        told(&scene, scene.ours, "2025-Q3", Some("80")).await;
        told(&scene, scene.ours, "2025-Q4", Some("60")).await;
        told(&scene, scene.newcomer, "2025-Q4", Some("90")).await;
        let before: Occasion = "2025-Q4".parse().unwrap();
        let found = last(&scene).await.unwrap();
        assert_eq!((found.occasion, found.total.to_string()), (before, "60.00".to_owned()));

        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let weaker = [("quality", "4", "已核实照片")];
        scene.write(&scene.by_manager(), &scene.page().await, &weaker, Then::HandIn).await.unwrap();
        let half = [("quality", "3.5", "材料只够一半")];
        scene.write(&scene.by_officer(0), &scene.page().await, &half, Then::HandIn).await.unwrap();
        assert_eq!(last(&scene).await.unwrap().occasion, before, "until it is published");
        let zhang = scene.officers[0].bureau(scene.base.id).unwrap();
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        let found = last(&scene).await.unwrap();
        assert_eq!(found.occasion, quarter());
        let lost = found.sheet.lost();
        let told = |code: &str| {
            let one = lost.iter().find(|one| one.line.indicator.code == code).unwrap();
            (one.points.to_string(), one.why)
        };
        assert_eq!(lost[0].line.indicator.code, "plan_completion");
        assert_eq!(told("plan_completion"), ("10.00".to_owned(), Why::Rule));
        assert_eq!(told("quality"), ("3.50".to_owned(), Why::Said { by: Giver::Bureau, note: "材料只够一半" }));
        assert!(found.facts.contains_key("plan_completion"));
    })
    .await;
}
