//! Whether a month's result came by the third working day after it. That of March 2026 is due on Friday, 3 April, at 18:00;
//! the next working day is Tuesday, the 7th.

use hatchboard::{
    monthly_plan::{
        Closing, TypedOutcome,
        store::{LateResult, PlanFilter, close, month},
    },
    store::Paging,
    weekly_report::store::exception::{NewException, Periods, Relief, Whom, give},
};

use crate::{
    Scene, at, once,
    support::{on_every_database, system},
};

async fn closed(scene: &Scene, time: &str) {
    let page = scene.page("2026-03").await;
    let carried = page.items.iter().map(|item| TypedOutcome {
        item: item.id.to_string(),
        done: "0".to_owned(),
        outcome: "carried_over".to_owned(),
        reason: String::new(),
    });
    let typed: Vec<TypedOutcome> = carried.collect();
    scene.at(time);
    close(&scene.store, &scene.subject(), at("2026-03"), &typed, page.facts.row_version, once()).await.unwrap();
}

/// How many of March's plans the list leaves by either filter: still open, and closed late.
async fn found(scene: &Scene) -> [u64; 2] {
    let reader = system().reader(scene.base.id);
    let listed = async |late| {
        let filter = PlanFilter { late: Some(late), ..PlanFilter::default() };
        month(&scene.store, &reader, at("2026-03"), &filter, Paging::default()).await.unwrap().total
    };
    [listed(LateResult::Open).await, listed(LateResult::Closed).await]
}

#[tokio::test]
async fn a_result_that_comes_late_is_told_by_how_much_and_found() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.planned("2026-03").await;
        scene.at("2026-04-03 17:59");
        assert_eq!(scene.page("2026-03").await.facts.closing, Some(Closing::Pending));
        assert_eq!(found(&scene).await, [0, 0]);
        scene.at("2026-04-07 10:00");
        assert_eq!(scene.page("2026-03").await.facts.closing, Some(Closing::Overdue { days: 1 }));
        assert_eq!(found(&scene).await, [1, 0]);
        closed(&scene, "2026-04-08 10:00").await;
        assert_eq!(scene.page("2026-03").await.facts.closing, Some(Closing::Late { days: 2 }));
        assert_eq!(found(&scene).await, [0, 1]);
    })
    .await;
}

#[tokio::test]
async fn a_result_that_comes_by_its_deadline_is_in_time() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.planned("2026-03").await;
        closed(&scene, "2026-04-03 17:59").await;
        scene.at("2026-04-20 10:00");
        assert_eq!(scene.page("2026-03").await.facts.closing, Some(Closing::InTime));
        assert_eq!(found(&scene).await, [0, 0]);
    })
    .await;
}

#[tokio::test]
async fn a_month_without_a_plan_or_an_excused_one_has_nothing_to_close() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-04-07 10:00");
        assert_eq!(scene.page("2026-03").await.facts.closing, None);
        assert_eq!(found(&scene).await, [0, 0]);
        scene.planned("2026-03").await;
        assert_eq!(found(&scene).await, [1, 0]);
        let new = NewException {
            whom: Whom::These(vec![scene.organisation]),
            periods: Periods::Months(vec![at("2026-03")]),
            relief: Relief::Excuse,
            reason: "场地维修".to_owned(),
            proof: String::new(),
        };
        give(&scene.store, &scene.approver(), &new, once()).await.unwrap();
        assert_eq!(scene.page("2026-03").await.facts.closing, None);
        assert_eq!(found(&scene).await, [0, 0]);
    })
    .await;
}
