//! The items of a month, whole and in pages, and those of all plans that stand.

use hatchboard::{
    monthly_plan::{
        Draft, DraftItem, ItemState,
        store::{
            ItemFilter, SaidWith, Saved, change, listing::items, open, page_of_items, page_of_own_items,
            standing_items, submit,
        },
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
async fn the_pages_of_a_subject_hold_its_items_month_by_month_and_nobody_else_s() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.planned("2026-03").await;
        of_base(&scene, &["例会", "走访", "路演"]).await;
        scene.submit("2026-04", vec![item("募捐", "1", "2026-04")], "").await.unwrap();
        let (from, to) = (at("2026-03"), at("2026-04"));
        let base = system().reader(scene.base.id);
        for (subject, count) in [(scene.subject().id(), 3), (scene.base.id, 3)] {
            let reader = base.of(subject);
            let of_base = items(&scene.store, &base, from, to).await.unwrap();
            let whole: Vec<_> = of_base.into_iter().filter(|line| line.subject_id == subject).collect();
            assert_eq!(whole.len(), count);
            for size in 1..=4 {
                let mut found = Vec::new();
                for page in 1..=count as u64 {
                    let asked = page_of_own_items(&scene.store, &reader, from, to, Paging::new(page, size));
                    let (listed, cost) = scene.store.count_statements(asked).await;
                    let listed = listed.unwrap();
                    assert!(listed.total == count as u64 && cost <= 7, "{cost} statements");
                    found.extend(listed.rows);
                }
                assert_eq!(found, whole, "in pages of {size}");
            }
        }
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

/// What stands of March on the day that it is.
async fn standing(scene: &Scene, filter: &ItemFilter) -> Vec<String> {
    let reader = system().reader(scene.base.id);
    let today = scene.base.day(scene.store.now());
    let found = standing_items(&scene.store, &reader, at("2026-03"), filter, today).await.unwrap();
    found.into_iter().map(|one| one.item.what).collect()
}

#[tokio::test]
async fn the_items_of_everybody_are_those_of_the_plans_that_stand() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let all = ItemFilter::default();
        let page = scene.planned("2026-03").await;
        of_base(&scene, &["例会"]).await;
        scene.submit("2026-04", vec![item("路演", "1", "2026-04")], "").await.unwrap();
        assert_eq!(standing(&scene, &all).await, ["义诊", "培训"], "the base's own waits for its approver");
        change(&scene.store, &scene.subject(), at("2026-03"), page.facts.row_version, once()).await.unwrap();
        let mut draft = scene.page("2026-03").await.draft.items;
        let earlier = DraftItem { due_on: "2026-03-05".to_owned(), ..item("募捐", "1", "2026-03") };
        draft.push(DraftItem { responsible: "林静".to_owned(), ..earlier });
        scene.submit("2026-03", draft, "街道增加了一场").await.unwrap();
        assert_eq!(standing(&scene, &all).await, ["义诊", "培训"], "what was approved stands meanwhile");
        // Nobody decided in time; what is to be done first comes first, and of a day the base's own.
        scene.at("2026-03-09 09:00");
        assert_eq!(standing(&scene, &all).await, ["募捐", "例会", "义诊", "培训"]);
    })
    .await;
}

#[tokio::test]
async fn the_items_of_everybody_are_found_by_whose_they_are_how_they_stand_and_who_is_responsible() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let early = DraftItem { due_on: "2026-03-05".to_owned(), ..item("募捐", "1", "2026-03") };
        let early = DraftItem { responsible: "林静".to_owned(), ..early };
        scene.submit("2026-03", vec![early, item("义诊", "4", "2026-03")], "").await.unwrap();
        of_base(&scene, &["例会"]).await;
        scene.at("2026-03-09 09:00");
        let found = async |filter: ItemFilter| standing(&scene, &filter).await;
        let called = |search: &str| ItemFilter { search: search.to_owned(), ..ItemFilter::default() };
        assert_eq!(found(called(" 春晖")).await, ["募捐", "义诊"]);
        assert_eq!(found(called(&scene.base.name)).await, ["例会"]);
        assert!(found(called("没有这家")).await.is_empty());
        let state = |state| ItemFilter { state: Some(state), ..ItemFilter::default() };
        assert_eq!(found(state(ItemState::Overdue)).await, ["募捐"]);
        assert_eq!(found(state(ItemState::NotBegun)).await, ["例会", "义诊"]);
        assert!(found(state(ItemState::CarriedOver)).await.is_empty());
        let by = ItemFilter { responsible: "静".to_owned(), ..ItemFilter::default() };
        assert_eq!(found(by).await, ["募捐"]);
        let on = |day: &str| ItemFilter { due_on: Some(day.parse().unwrap()), ..ItemFilter::default() };
        assert_eq!(found(on("2026-03-20")).await, ["例会", "义诊"]);
        assert!(found(on("2026-03-21")).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_items_of_everybody_cost_two_statements() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.planned("2026-03").await;
        of_base(&scene, &["例会", "走访", "路演"]).await;
        scene.at("2026-03-09 09:00");
        let all = ItemFilter::default();
        let (found, statements) = scene.store.count_statements(standing(&scene, &all)).await;
        assert_eq!((found.len(), statements), (5, 2));
    })
    .await;
}
