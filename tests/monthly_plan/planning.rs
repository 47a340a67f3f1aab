use hatchboard::{
    monthly_plan::{
        Draft, State,
        store::{MonthlyPlanError, Saved, change, discard, save, withdraw},
    },
    weekly_report::Timeliness,
};

use crate::{Scene, at, item, once, support::on_every_database};

#[tokio::test]
async fn a_plan_is_due_three_working_days_before_the_last_one_of_the_month_before() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let facts = scene.page("2026-04").await.facts;
        assert!(facts.expected && facts.state.is_none());
        assert_eq!(facts.due_at.unwrap().to_rfc3339(), "2026-03-26T10:00:00+00:00");
        scene.at("2026-03-26 17:59");
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        scene.at("2026-04-20 09:00");
        let facts = scene.page("2026-04").await.facts;
        assert_eq!(facts.judgement.timeliness, Timeliness::OnTime, "as it was submitted, so it stays");
    })
    .await;
}

#[tokio::test]
async fn nobody_plans_too_far_ahead_or_for_a_month_without_them() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let tried = scene.submit("2026-06", vec![item("义诊", "4", "2026-06")], "").await;
        assert!(matches!(tried, Err(MonthlyPlanError::NotYet)), "{tried:?}");
        let tried = scene.submit("2025-12", vec![item("义诊", "4", "2025-12")], "").await;
        assert!(matches!(tried, Err(MonthlyPlanError::NotAsked)), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_kept_though_it_cannot_be_submitted() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let tried = scene.submit("2026-03", vec![item("义诊", "很多", "2026-03")], "").await;
        assert!(matches!(tried, Err(MonthlyPlanError::Invalid(ref found)) if found.len() == 1), "{tried:?}");
        let page = scene.page("2026-03").await;
        assert_eq!((page.draft.items[0].quantity.as_str(), page.draft_version), ("很多", 1));
        assert_eq!(page.facts.state, Some(State::Draft));
    })
    .await;
}

#[tokio::test]
async fn a_colleagues_newer_words_are_not_overwritten() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let draft = |what: &str| Draft { items: vec![item(what, "1", "2026-03")] };
        let subject = scene.subject();
        let save = |what: &str, seen| save(&scene.store, &subject, at("2026-03"), draft(what), seen);
        assert!(matches!(save("林写的", 0).await, Ok(Saved::Kept { version: 1, .. })));
        let Ok(Saved::Stale { theirs, version, .. }) = save("谭写的", 0).await else { panic!("it is out of date") };
        assert_eq!((theirs.items[0].what.as_str(), version), ("林写的", 1));
        assert_eq!(scene.page("2026-03").await.draft.items[0].what, "林写的");
        assert!(matches!(save("谭写的", 1).await, Ok(Saved::Kept { version: 2, .. })));
    })
    .await;
}

#[tokio::test]
async fn a_change_of_an_approved_plan_needs_a_reason_and_the_old_one_stands_meanwhile() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.planned("2026-03").await;
        change(&scene.store, &scene.subject(), at("2026-03"), page.facts.row_version, once()).await.unwrap();
        let mut items = scene.page("2026-03").await.draft.items;
        items[0].quantity = "6".to_owned();
        let tried = scene.submit("2026-03", items.clone(), " ").await;
        assert!(matches!(tried, Err(MonthlyPlanError::ReasonMissing)), "{tried:?}");
        scene.submit("2026-03", items, "街道增加了两场").await.unwrap();
        let page = scene.page("2026-03").await;
        assert_eq!((page.facts.state, page.facts.stands), (Some(State::Submitted), true));
        assert_eq!(page.items[0].quantity, 4, "what was approved stands");
        assert_eq!(page.versions[1].items[0].quantity, 6);
        assert_eq!(page.versions[1].items[0].id, page.versions[0].items[0].id, "it is the same item");
        discard(&scene.store, &scene.subject(), at("2026-03"), page.facts.row_version, once()).await.unwrap();
        let page = scene.page("2026-03").await;
        assert_eq!((page.facts.state, page.items[0].quantity), (Some(State::Approved), 4));
    })
    .await;
}

#[tokio::test]
async fn what_was_submitted_can_be_taken_back_until_it_is_decided_on() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        let version = scene.page("2026-04").await.facts.row_version;
        withdraw(&scene.store, &scene.subject(), at("2026-04"), version, once()).await.unwrap();
        let page = scene.page("2026-04").await;
        assert_eq!((page.facts.state, page.facts.judgement.timeliness), (Some(State::Draft), Timeliness::Pending));
        scene.at("2026-03-27 09:00");
        let missing = scene.page("2026-04").await.facts.judgement.timeliness;
        assert_eq!(missing, Timeliness::Missing, "what was taken back is not there");
    })
    .await;
}
