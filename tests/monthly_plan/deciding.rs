use hatchboard::{
    monthly_plan::{
        State,
        store::{MonthlyPlanError, PlanFilter, Seen, Waits, approve, month, send_back, waiting, waits},
    },
    store::{Paging, StoreError},
    weekly_report::{Timeliness, store::Reviewer},
};

use crate::{
    Scene, at, item, once,
    support::{on_every_database, system},
};

#[tokio::test]
async fn a_returned_plan_is_due_again_and_late_where_it_does_not_come_back() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-03-23 09:00");
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        let seen = scene.seen("2026-04").await;
        let tried = send_back(&scene.store, &scene.approver(), seen, " ", once()).await;
        assert!(matches!(tried, Err(MonthlyPlanError::ReasonMissing)), "{tried:?}");
        send_back(&scene.store, &scene.approver(), seen, "写清责任人", once()).await.unwrap();
        let page = scene.page("2026-04").await;
        assert_eq!((page.facts.state, page.returned_for.as_str()), (Some(State::Returned), "写清责任人"));
        assert_eq!(page.facts.due_at.unwrap().to_rfc3339(), "2026-03-25T10:00:00+00:00", "two working days");
        scene.at("2026-03-25 18:59");
        scene.submit("2026-04", vec![item("义诊", "3", "2026-04")], "").await.unwrap();
        let found = scene.page("2026-04").await.facts.judgement.timeliness;
        assert_eq!(found, Timeliness::Late { minutes: 60 });
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_nobody_decided_on_stands_after_three_working_days() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let reader = system().reader(scene.base.id);
        scene.at("2026-03-20 09:00");
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        assert_eq!(waits(&scene.store, &reader).await.unwrap(), Waits { of_organisations: 1, of_base: 0 });
        scene.at("2026-03-25 17:59");
        assert_eq!(scene.page("2026-04").await.facts.state, Some(State::Submitted));
        scene.at("2026-03-25 18:01");
        let page = scene.page("2026-04").await;
        assert_eq!((page.facts.state, page.facts.by_lapse), (Some(State::Approved), true));
        assert_eq!(waits(&scene.store, &reader).await.unwrap(), Waits::default());
        let submitted = PlanFilter { state: Some(Some(State::Submitted)), ..PlanFilter::default() };
        let approved = PlanFilter { state: Some(Some(State::Approved)), ..PlanFilter::default() };
        for (filter, expected) in [(submitted, 0), (approved, 1)] {
            let found = month(&scene.store, &reader, at("2026-04"), &filter, Paging::default()).await.unwrap();
            assert_eq!(found.total, expected, "{filter:?}");
        }
        let tried = approve(&scene.store, &scene.approver(), scene.seen("2026-04").await, once()).await;
        assert!(matches!(tried, Err(MonthlyPlanError::Step(_))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_it_was_seen_is_not_decided_on() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        let Seen { plan, row_version } = scene.seen("2026-04").await;
        let older = Seen { plan, row_version: row_version - 1 };
        let tried = approve(&scene.store, &scene.approver(), older, once()).await;
        assert!(matches!(tried, Err(MonthlyPlanError::Store(StoreError::Stale))), "{tried:?}");
        let bureau = Reviewer::from(&system().bureau(scene.base.id));
        let tried = approve(&scene.store, &bureau, Seen { plan, row_version }, once()).await;
        assert!(matches!(tried, Err(MonthlyPlanError::NotFound)), "the bureau decides on the base's plan alone");
    })
    .await;
}

#[tokio::test]
async fn what_waits_is_listed_over_all_months_the_longest_first() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let reader = system().reader(scene.base.id);
        scene.planned("2026-03").await;
        scene.at("2026-03-19 09:00");
        scene.submit("2026-05", vec![item("义诊", "4", "2026-05")], "").await.unwrap();
        scene.at("2026-03-20 09:00");
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        scene.at("2026-03-23 09:00");
        let listed = waiting(&scene.store, &reader, Some(false), Paging::default()).await.unwrap();
        let found: Vec<_> = listed.rows.iter().map(|row| (row.facts.month.to_string(), row.waited)).collect();
        assert_eq!(found, [("2026-05".to_owned(), 2), ("2026-04".to_owned(), 1)], "an approved plan does not wait");
        let counted = waits(&scene.store, &reader).await.unwrap().of_organisations;
        assert_eq!(listed.total, u64::from(counted));
        let of_base = waiting(&scene.store, &reader, Some(true), Paging::default()).await.unwrap();
        assert_eq!((of_base.total, of_base.rows.len()), (0, 0), "the bureau decides on the base's alone");
    })
    .await;
}

#[tokio::test]
async fn the_list_of_a_month_names_everybody_who_is_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let reader = system().reader(scene.base.id);
        let none = PlanFilter { state: Some(None), ..PlanFilter::default() };
        let listed = month(&scene.store, &reader, at("2026-03"), &none, Paging::default()).await.unwrap();
        assert_eq!((listed.total, listed.rows[0].facts.judgement.timeliness), (1, Timeliness::Missing));
        scene.planned("2026-03").await;
        let listed = month(&scene.store, &reader, at("2026-03"), &PlanFilter::default(), Paging::default()).await;
        let line = &listed.unwrap().rows[0];
        assert_eq!((line.items, line.done, line.completion.basis_points()), (2, 0, Some(0)));
        let listed = month(&scene.store, &reader, at("2026-03"), &none, Paging::default()).await.unwrap();
        assert_eq!(listed.total, 0);
        let before = month(&scene.store, &reader, at("2025-12"), &PlanFilter::default(), Paging::default()).await;
        assert_eq!(before.unwrap().total, 0, "nobody was there yet");
    })
    .await;
}
