use hatchboard::{
    monthly_plan::{
        Release, State, TypedOutcome,
        store::{MonthlyPlanError, PlanPage, approve, change, close, completed, listing, release},
    },
    weekly_report::{
        Draft,
        store::{
            Sending, Sent,
            filing::{submit, withdraw},
            read::weeks,
        },
    },
};
use uuid::Uuid;

use crate::{
    Scene, at, item, once,
    support::{on_every_database, system},
};

/// Files a week that tells this much of an item.
async fn file(scene: &Scene, week: &str, told: &[(Uuid, &str)]) {
    let week = week.parse().unwrap();
    let typed = Draft {
        done: "义诊".to_owned(),
        activities_count: "1".to_owned(),
        attendances: "20".to_owned(),
        help_kind: "none".to_owned(),
        progress: told.iter().map(|(item, quantity)| (*item, (*quantity).to_owned())).collect(),
        ..Draft::default()
    };
    let sending = Sending { typed, seen: 0, on_device_at: None };
    let sent = submit(&scene.store, &scene.subject(), week, sending, once()).await.unwrap();
    assert!(matches!(sent, Sent::Filed(_)));
}

fn outcome(page: &PlanPage, row: usize, done: &str, outcome: &str, reason: &str) -> TypedOutcome {
    let item = page.items[row].id.to_string();
    TypedOutcome { item, done: done.to_owned(), outcome: outcome.to_owned(), reason: reason.to_owned() }
}

#[tokio::test]
async fn weekly_reports_tell_the_progress_of_the_months_items() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.planned("2026-03").await;
        let [clinic, training] = [page.items[0].id, page.items[1].id];
        file(&scene, "2026-W10", &[(clinic, "2"), (Uuid::now_v7(), "5")]).await;
        scene.at("2026-03-10 09:00");
        file(&scene, "2026-W11", &[(clinic, "1"), (training, "1")]).await;
        let page = scene.page("2026-03").await;
        let told = |item| page.told.get(&item).map(|told| told.iter().map(|told| told.quantity).collect::<Vec<_>>());
        assert_eq!((told(clinic), told(training)), (Some(vec![2, 1]), Some(vec![1])));
        assert_eq!(page.told.len(), 2, "what is no item of the plan is not kept");
        assert_eq!(page.completion.basis_points(), Some(8_750));
        // What is taken back tells nothing.
        let reader = system().reader(scene.base.id).of(scene.organisation);
        let newest = weeks(&scene.store, &reader, None, 1).await.unwrap().remove(0);
        withdraw(&scene.store, &scene.subject(), newest.week, newest.row_version, once()).await.unwrap();
        assert_eq!(scene.page("2026-03").await.completion.basis_points(), Some(2_500));
    })
    .await;
}

#[tokio::test]
async fn a_month_is_closed_from_its_last_week_on() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.planned("2026-03").await;
        let typed = [outcome(&page, 0, "0", "carried_over", ""), outcome(&page, 1, "0", "carried_over", "")];
        let subject = scene.subject();
        let close = |version| close(&scene.store, &subject, at("2026-03"), &typed, version, once());
        scene.at("2026-03-22 23:00");
        let tried = close(page.facts.row_version).await;
        assert!(matches!(tried, Err(MonthlyPlanError::MonthNotOver)), "{tried:?}");
        scene.at("2026-03-23 08:00");
        close(page.facts.row_version).await.unwrap();
        let page = scene.page("2026-03").await;
        assert_eq!((page.facts.state, page.completion.basis_points()), (Some(State::Closed), Some(0)));
    })
    .await;
}

#[tokio::test]
async fn what_is_carried_over_becomes_an_item_of_the_next_months_plan() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let march = scene.planned("2026-03").await;
        file(&scene, "2026-W10", &[(march.items[0].id, "3"), (march.items[1].id, "1")]).await;
        scene.at("2026-03-23 09:00");
        let april = scene.planned("2026-04").await;
        // A change of April is being written, and has to keep what comes.
        change(&scene.store, &scene.subject(), at("2026-04"), april.facts.row_version, once()).await.unwrap();
        scene.at("2026-04-01 09:00");
        let march = scene.page("2026-03").await;
        let typed = [outcome(&march, 0, "3", "carried_over", ""), outcome(&march, 1, "1", "", "")];
        let version = march.facts.row_version;
        close(&scene.store, &scene.subject(), at("2026-03"), &typed, version, once()).await.unwrap();
        let april = scene.page("2026-04").await;
        let carried = april.items.last().unwrap();
        assert_eq!((april.items.len(), carried.quantity), (3, 1), "the rest of four");
        assert_eq!(carried.carried_from, Some(march.items[0].id));
        assert_eq!(april.origins[&march.items[0].id].planned, 4);
        assert!(april.versions[1].stands, "it was approved before, so it stands at once");
        assert_eq!(april.draft.items.len(), 3);
        // A plan that nobody has begun begins with it.
        let closed = scene.page("2026-03").await;
        assert_eq!(closed.completion.basis_points(), Some(8_750), "in its month it stays unfinished");
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_nobody_has_begun_begins_with_what_was_left() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let mut meeting = item("例会", "1", "2026-03");
        meeting.recurring = "on".to_owned();
        scene.submit("2026-03", vec![meeting, item("义诊", "4", "2026-03")], "").await.unwrap();
        approve(&scene.store, &scene.approver(), scene.seen("2026-03").await, once()).await.unwrap();
        let march = scene.page("2026-03").await;
        scene.at("2026-03-31 09:00");
        let typed = [outcome(&march, 0, "1", "", "会议照开"), outcome(&march, 1, "1", "carried_over", "雨天")];
        let version = march.facts.row_version;
        close(&scene.store, &scene.subject(), at("2026-03"), &typed, version, once()).await.unwrap();
        let begun = scene.page("2026-04").await;
        let found: Vec<_> = begun.draft.items.iter().map(|row| (row.what.as_str(), row.quantity.as_str())).collect();
        assert_eq!((begun.draft_version, found), (0, vec![("例会", "1"), ("义诊", "3")]));
    })
    .await;
}

#[tokio::test]
async fn a_result_that_names_an_item_of_another_plan_closes_nothing() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.planned("2026-03").await;
        let other = scene.planned("2026-04").await;
        scene.at("2026-03-31 09:00");
        let typed = [outcome(&page, 0, "4", "", "补报"), outcome(&other, 1, "1", "", "补报")];
        let version = scene.page("2026-03").await.facts.row_version;
        let tried = close(&scene.store, &scene.subject(), at("2026-03"), &typed, version, once()).await;
        assert!(matches!(tried, Err(MonthlyPlanError::NotFound)), "{tried:?}");
        assert_eq!(scene.page("2026-03").await.facts.state, Some(State::Approved));
    })
    .await;
}

#[tokio::test]
async fn a_dropped_item_counts_until_its_approver_lets_it_go() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.planned("2026-03").await;
        scene.at("2026-03-31 09:00");
        let typed = [outcome(&page, 0, "4", "", "补报"), outcome(&page, 1, "0", "dropped", "讲师生病")];
        let version = page.facts.row_version;
        close(&scene.store, &scene.subject(), at("2026-03"), &typed, version, once()).await.unwrap();
        let page = scene.page("2026-03").await;
        assert_eq!((page.completion.basis_points(), page.facts.releases_asked), (Some(5_000), 1));
        let item = page.items[1].id;
        let seen = scene.seen("2026-03").await;
        release(&scene.store, &scene.approver(), seen, item, true, once()).await.unwrap();
        let page = scene.page("2026-03").await;
        assert_eq!((page.completion.basis_points(), page.facts.releases_asked), (Some(10_000), 0));
        assert_eq!(page.facts.completion, page.completion.basis_points(), "the kept rate is that of its items");
        assert_eq!(page.results[1].release, Some(Release::Granted));
        let again = release(&scene.store, &scene.approver(), scene.seen("2026-03").await, item, false, once()).await;
        assert!(matches!(again, Err(MonthlyPlanError::NotFound)), "what was decided stays");
        let reader = system().reader(scene.base.id);
        let listed = listing::items(&scene.store, &reader, at("2026-03"), at("2026-03")).await.unwrap();
        let found: Vec<_> = listed.iter().map(|one| (one.done, one.counts, one.outcome)).collect();
        assert_eq!(found, [(Some(4), true, Some("done")), (Some(0), false, Some("dropped"))]);
    })
    .await;
}

#[tokio::test]
async fn months_tell_how_much_of_their_closed_plans_was_done() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let march = scene.planned("2026-03").await;
        file(&scene, "2026-W10", &[(march.items[0].id, "3"), (march.items[1].id, "1")]).await;
        scene.at("2026-03-23 09:00");
        let reader = system().reader(scene.base.id);
        let told = async || {
            let months = completed(&scene.store, &reader, at("2026-04"), 2).await.unwrap();
            months.into_iter().map(|one| (one.month, one.plans, one.rate, one.own)).collect::<Vec<_>>()
        };
        let april = (at("2026-04"), 0, None, None);
        assert_eq!(told().await, [(at("2026-03"), 0, None, None), april], "what is not closed tells nothing");
        let march = scene.page("2026-03").await;
        let typed = [outcome(&march, 0, "3", "carried_over", ""), outcome(&march, 1, "1", "", "")];
        let version = march.facts.row_version;
        close(&scene.store, &scene.subject(), at("2026-03"), &typed, version, once()).await.unwrap();
        assert_eq!(told().await, [(at("2026-03"), 1, Some(8_750), None), april]);
    })
    .await;
}
