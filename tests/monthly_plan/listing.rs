//! The items of a month, whole and in pages.

use hatchboard::{
    monthly_plan::{
        Draft,
        store::{SaidWith, Saved, change, listing::items, open, page_of_items, submit},
    },
    store::Paging,
    weekly_report::store::Subject,
};

use crate::{
    Scene, at, item, once,
    support::{on_every_database, system},
};

/// The base's own plan of March, submitted.
async fn of_base(scene: &Scene, whats: &[&str]) {
    let subject = Subject::from(&system().manager(scene.base.id));
    let reader = system().reader(scene.base.id).of(scene.base.id);
    let seen = open(&scene.store, &reader, at("2026-03")).await.unwrap().draft_version;
    let planned = Draft { items: whats.iter().map(|what| item(what, "1", "2026-03")).collect() };
    let with = SaidWith { why: "", source: "" };
    let saved = submit(&scene.store, &subject, at("2026-03"), planned, seen, with, once()).await.unwrap();
    assert!(matches!(saved, Saved::Kept { .. }));
}

/// What a month's pages of a size hold, one after the other.
async fn in_pages(scene: &Scene, size: u64) -> Vec<String> {
    let reader = system().reader(scene.base.id);
    let whole = items(&scene.store, &reader, at("2026-03"), at("2026-03")).await.unwrap();
    let mut found = Vec::new();
    for page in 1..=whole.len() as u64 {
        let listed = page_of_items(&scene.store, &reader, at("2026-03"), Paging::new(page, size)).await.unwrap();
        assert_eq!(listed.total, whole.len() as u64);
        assert!(listed.rows.len() as u64 <= size);
        found.extend(listed.rows);
    }
    assert_eq!(found, whole, "in pages of {size}");
    found.into_iter().map(|line| line.what).collect()
}

#[tokio::test]
async fn the_pages_of_a_month_hold_its_items_in_their_order_and_none_twice() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.planned("2026-03").await;
        of_base(&scene, &["例会", "走访", "路演"]).await;
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        for size in 1..=6 {
            assert_eq!(in_pages(&scene, size).await.len(), 5);
        }
        change(&scene.store, &scene.subject(), at("2026-03"), page.facts.row_version, once()).await.unwrap();
        let mut draft = scene.page("2026-03").await.draft.items;
        draft.push(item("募捐", "1", "2026-03"));
        scene.submit("2026-03", draft, "街道增加了一场").await.unwrap();
        assert!(!in_pages(&scene, 2).await.contains(&"募捐".to_owned()), "what was approved counts meanwhile");
        scene.at("2026-03-09 09:00");
        assert!(in_pages(&scene, 2).await.contains(&"募捐".to_owned()), "nobody decided on the change in time");
    })
    .await;
}

#[tokio::test]
async fn a_month_without_plans_has_one_page_and_nothing_on_it() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let reader = system().reader(scene.base.id);
        for paging in [Paging::default(), Paging::new(u64::MAX, 200)] {
            let listed = page_of_items(&scene.store, &reader, at("2026-03"), paging).await.unwrap();
            assert_eq!((listed.rows, listed.total), (Vec::new(), 0));
        }
    })
    .await;
}

#[tokio::test]
async fn a_page_of_items_costs_the_same_statements_wherever_it_lies() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.planned("2026-03").await;
        of_base(&scene, &["例会", "走访", "路演"]).await;
        let reader = system().reader(scene.base.id);
        let cost = async |paging| {
            let asked = page_of_items(&scene.store, &reader, at("2026-03"), paging);
            scene.store.count_statements(asked).await.1
        };
        let whole = cost(Paging::default()).await;
        assert!(whole <= 7, "{whole} statements");
        assert!(cost(Paging::new(2, 2)).await <= whole);
    })
    .await;
}
