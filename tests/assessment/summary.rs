use hatchboard::{
    access::Role,
    assessment::{
        Column, State,
        store::{AssessmentError, SummaryRow, Then, freeze_due, summary, summary_of},
    },
};

use uuid::Uuid;

use crate::{Scene, cast, quarter, support::on_every_database};

async fn rows(scene: &Scene) -> Vec<SummaryRow> {
    summary(&scene.store, &scene.reader(), quarter()).await.unwrap()
}

#[tokio::test]
async fn a_round_on_paper_shows_what_each_party_s_points_come_to() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let none = summary(&scene.store, &scene.reader(), quarter()).await;
        assert!(matches!(none, Err(AssessmentError::NotFound)), "no round has been opened");
        scene.open().await.unwrap();
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let weaker = [("quality", "2", "照片看不清")];
        scene.write(&scene.by_manager(), &scene.page().await, &weaker, Then::HandIn).await.unwrap();
        let row = rows(&scene).await.into_iter().find(|row| row.subject == scene.ours).unwrap();
        assert_eq!((row.own, row.operator), (None, None), "what the rules find is not final");

        scene.at("2026-04-07 18:01");
        freeze_due(&scene.store, scene.base.id).await.unwrap();
        let all = rows(&scene).await;
        let names: Vec<(&str, bool)> = all.iter().map(|row| (row.name.as_str(), row.rated)).collect();
        assert_eq!(names, [("zhuzhou 孵化基地", true), ("春晖", true), ("晨曦", false)]);
        let (page, ours) = (scene.page().await, &all[1]);
        assert_eq!(
            (ours.own, ours.operator),
            (page.sheet.total_of(Column::Own), page.sheet.total_of(Column::Operator))
        );
        assert!(ours.own > ours.operator && ours.operator.is_some());
        assert_eq!((ours.state, ours.bureau), (State::Scored, None), "nobody of the bureau has looked at it");
        assert_eq!((all[0].own, all[0].operator), (None, None), "the base has not scored itself");
        assert_eq!((all[2].total, all[2].own), (None, None));

        let lower = [("quality", "1", "缺签到表")];
        scene.write(&scene.by_officer(0), &scene.page().await, &lower, Then::HandIn).await.unwrap();
        let ours = rows(&scene).await.swap_remove(1);
        assert_eq!(ours.state, State::Confirmed);
        assert!(ours.bureau.is_some() && ours.bureau < ours.operator);
        assert_eq!(ours.bureau, ours.total, "nothing is added and nothing taken away");
    })
    .await;
}

#[tokio::test]
async fn of_some_subjects_the_same_is_told_as_on_paper() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let of =
            async |subjects: &[Uuid]| summary_of(&scene.store, &scene.reader(), quarter(), subjects).await.unwrap();
        assert!(of(&[scene.ours]).await.is_empty(), "no round has been opened");
        scene.open().await.unwrap();
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        scene.at("2026-04-07 18:01");
        freeze_due(&scene.store, scene.base.id).await.unwrap();
        let mut all = rows(&scene).await;
        all.retain(|row| row.subject == scene.ours);
        assert!(all[0].own.is_some());
        assert_eq!(of(&[scene.ours]).await, all);
        assert!(of(&[]).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_operator_does_not_see_its_own_sheet_s_points_before_they_are_published() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        scene.at("2026-04-30 18:01");
        freeze_due(&scene.store, scene.base.id).await.unwrap();
        let itself = scene.page_of(scene.base.id).await;
        scene.write(&scene.by_manager(), &itself, &[], Then::HandIn).await.unwrap();
        scene.write(&scene.by_officer(0), &scene.page_of(scene.base.id).await, &[], Then::HandIn).await.unwrap();
        cast::with_role(&scene.store, "luo", scene.base.id, Role::Manager).await;
        let luo = cast::signed_in(&scene.store, "luo").await.reader(scene.base.id).unwrap();
        let seen = summary(&scene.store, &luo, quarter()).await.unwrap().swap_remove(0);
        assert!(seen.of_base && seen.own.is_some());
        assert_eq!((seen.bureau, seen.total, seen.band), (None, None, None));
    })
    .await;
}
