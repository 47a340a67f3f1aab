//! Plans that the operator submits on an organisation's behalf.

use hatchboard::{
    monthly_plan::{
        Draft, State,
        store::{MonthlyPlanError, SaidWith, confirm, counts, submit},
    },
    store::StoreError,
    weekly_report::store::Subject,
};

use crate::{
    Scene, at, item, once,
    support::{on_every_database, system},
};

async fn on_behalf(scene: &Scene, source: &str) -> Result<(), MonthlyPlanError> {
    let manager = system().manager(scene.base.id);
    let subject = Subject::on_behalf(&scene.store, &manager, scene.organisation).await.unwrap();
    let draft = Draft { items: vec![item("义诊", "4", "2026-04")] };
    let seen = scene.page("2026-04").await.draft_version;
    submit(&scene.store, &subject, at("2026-04"), draft, seen, SaidWith { why: "", source }, once()).await.map(|_| ())
}

#[tokio::test]
async fn what_is_submitted_on_behalf_says_where_it_comes_from_and_waits_for_the_organisations_word() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let member = system().member(scene.base.id, scene.organisation);
        let silent = on_behalf(&scene, "  ").await;
        assert!(matches!(silent, Err(MonthlyPlanError::SourceMissing)), "{silent:?}");
        assert_eq!(scene.page("2026-04").await.facts.state, Some(State::Draft), "what was typed is kept");
        on_behalf(&scene, "4 月 8 日电话").await.unwrap();
        let page = scene.page("2026-04").await;
        assert_eq!((page.facts.on_behalf, page.facts.is_unconfirmed()), (true, true));
        assert_eq!(page.versions[0].source, "4 月 8 日电话");
        let waiting = counts(&scene.store, &member.as_reader()).await.unwrap().to_confirm;
        assert_eq!(waiting.iter().map(|facts| facts.month).collect::<Vec<_>>(), [at("2026-04")]);

        confirm(&scene.store, &member, at("2026-04"), once()).await.unwrap();
        let page = scene.page("2026-04").await;
        assert_eq!((page.facts.on_behalf, page.facts.is_unconfirmed()), (true, false), "it stays marked");
        assert_eq!(counts(&scene.store, &member.as_reader()).await.unwrap().to_confirm, []);
        let twice = confirm(&scene.store, &member, at("2026-04"), once()).await;
        assert!(matches!(twice, Err(MonthlyPlanError::Store(StoreError::Stale))), "{twice:?}");
    })
    .await;
}

#[tokio::test]
async fn what_an_organisation_submits_itself_is_its_own_again() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let member = system().member(scene.base.id, scene.organisation);
        on_behalf(&scene, "电话").await.unwrap();
        let seen = scene.page("2026-04").await.facts.row_version;
        hatchboard::monthly_plan::store::withdraw(&scene.store, &scene.subject(), at("2026-04"), seen, once())
            .await
            .unwrap();
        assert!(!scene.page("2026-04").await.facts.is_unconfirmed(), "nothing is submitted");
        scene.submit("2026-04", vec![item("义诊", "5", "2026-04")], "").await.unwrap();
        let page = scene.page("2026-04").await;
        assert_eq!((page.facts.on_behalf, page.versions[1].source.as_str()), (false, ""));
        let own = confirm(&scene.store, &member, at("2026-04"), once()).await;
        assert!(matches!(own, Err(MonthlyPlanError::Store(StoreError::Stale))), "{own:?}");
    })
    .await;
}
