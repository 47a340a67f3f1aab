use std::collections::BTreeMap;

use chrono::TimeDelta;
use hatchboard::{
    access::Role,
    account::{Browser, SessionLimits, sign_in::Attempt},
    audit::{self, entity::audit_head},
    demo::{DemoError, Wanted},
    store::Store,
    weekly_report::store::counters::rebuild_counters,
};
use sea_orm::{DbBackend, EntityTrait};

use crate::{
    load, rows, small,
    support::{on_every_database, pass},
};

/// Every row of every table, but for what is drawn at random.
async fn rows(store: &Store) -> BTreeMap<String, Vec<String>> {
    rows::but_for(store, &["password_hash"]).await
}

#[tokio::test]
async fn the_same_seed_and_day_make_the_same_rows_at_whatever_time_it_is() {
    let first = tokio::sync::Mutex::new(BTreeMap::new());
    for hours in [0, 5] {
        on_every_database(async |store| {
            pass(&store, TimeDelta::hours(hours));
            load(&store, small()).await.expect("a demo");
            let now = rows(&store).await;
            let filled = now.values().filter(|rows| !rows.is_empty()).count();
            assert!(filled >= 18, "{filled} tables are filled");
            let mut first = first.lock().await;
            let before = first.entry(store.backend() == DbBackend::Postgres).or_insert_with(|| now.clone());
            for (table, rows) in &now {
                assert_eq!(&before[table], rows, "{table}");
            }
        })
        .await;
    }
}

#[tokio::test]
async fn another_seed_makes_another_demo_and_other_passwords_come_each_time() {
    let told = tokio::sync::Mutex::new(Vec::new());
    for seed in [1, 2] {
        on_every_database(async |store| {
            let loaded = load(&store, Wanted { seed, ..small() }).await.expect("a demo");
            told.lock().await.push((rows(&store).await.remove("weekly_report"), loaded.sign_ins[0].password.clone()));
        })
        .await;
    }
    let told = told.into_inner();
    let (first, last) = (&told[0], &told[told.len() - 1]);
    assert_ne!(first.0, last.0);
    assert_ne!(first.1, last.1);
}

#[tokio::test]
async fn it_is_loaded_once_and_a_refused_one_leaves_nothing() {
    on_every_database(async |store| {
        load(&store, small()).await.expect("a demo");
        let before = rows(&store).await;
        for again in [small(), Wanted { seed: 2, ..small() }] {
            assert!(matches!(load(&store, again).await, Err(DemoError::AlreadyThere)));
        }
        assert_eq!(rows(&store).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_demo_too_small_or_too_large_is_refused() {
    on_every_database(async |store| {
        for organisations in [17, 10_819] {
            let outcome = load(&store, Wanted { organisations, ..small() }).await;
            assert!(matches!(outcome, Err(DemoError::Organisations)), "{organisations}");
        }
        for weeks in [11, 521] {
            assert!(matches!(load(&store, Wanted { weeks, ..small() }).await, Err(DemoError::Weeks)), "{weeks}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_account_signs_in_and_has_its_role() {
    on_every_database(async |store| {
        store.clock().set("2026-04-09T02:00:00Z".parse().expect("a time"));
        let loaded = load(&store, small()).await.expect("a demo");
        let mut roles: Vec<Role> = loaded.sign_ins.iter().map(|one| one.role).collect();
        roles.dedup();
        assert_eq!(roles, [Role::Organisation, Role::Manager, Role::Bureau, Role::Auditor, Role::Admin]);
        let organisations: Vec<usize> = loaded.sign_ins.iter().map(|one| one.organisations.len()).collect();
        assert_eq!(organisations, [1, 2, 0, 0, 0, 0, 0]);
        for one in loaded.sign_ins {
            let attempt = Attempt {
                name: one.account.clone(),
                password: one.password,
                browser: Browser { address: "192.0.2.1".to_owned(), device: "test".to_owned() },
                replaces: None,
            };
            let limits = SessionLimits::default();
            let signed_in = hatchboard::account::sign_in::sign_in(&store, limits, attempt).await.expect(&one.account);
            let asker =
                hatchboard::account::session::find(&store, limits, signed_in.token.reveal()).await.expect("a session");
            let asker = asker.expect("a standing session");
            assert_eq!(asker.is_admin(), one.role == Role::Admin);
            assert!(asker.memberships().iter().all(|membership| membership.role == one.role));
            let places = match one.role {
                Role::Admin => 0,
                Role::Organisation => one.organisations.len(),
                _ => 1,
            };
            assert_eq!(asker.memberships().len(), places, "{}", one.account);
        }
    })
    .await;
}

#[tokio::test]
async fn its_audit_chains_hold() {
    on_every_database(async |store| {
        load(&store, small()).await.expect("a demo");
        let heads = audit_head::Entity::find().all(store.read()).await.expect("a query");
        assert_eq!(heads.len(), 2);
        for head in heads {
            let verified = audit::verify(&store, &head.chain).await.expect("a query").expect("an unbroken chain");
            assert!(verified.events > 5, "{}", head.chain);
        }
    })
    .await;
}

#[tokio::test]
async fn its_counters_are_those_that_a_rebuild_counts() {
    on_every_database(async |store| {
        let wanted = Wanted { organisations: 60, weeks: 60, ..small() };
        let reports = load(&store, wanted).await.expect("a demo").reports;
        assert!(reports > 1_500, "{reports} reports");
        assert_eq!(rebuild_counters(&store, true).await.expect("a rebuild"), []);
    })
    .await;
}

/// Many organisations come in a few batches more, not in statements of their own.
#[tokio::test]
async fn a_large_demo_takes_hardly_more_statements_than_a_small_one() {
    let few = tokio::sync::Mutex::new(BTreeMap::new());
    for organisations in [60, 200] {
        on_every_database(async |store| {
            let wanted = Wanted { organisations, weeks: 20, ..small() };
            let (loaded, statements) = store.count_statements(load(&store, wanted)).await;
            let reports = loaded.expect("a demo").reports;
            assert!(reports > 12 * organisations, "{reports} reports");
            let mut few = few.lock().await;
            let before = *few.entry(store.backend() == DbBackend::Postgres).or_insert(statements);
            assert!(statements < 200, "{statements} statements");
            assert!(statements < before + 20, "{statements} statements, and {before} for sixty organisations");
        })
        .await;
    }
}
