//! The audit chain, the idempotency records and the lock of migrations, on every database.

mod support;

use futures_util::future::join_all;
use hatchboard::{
    audit::{self, Deed, INSTALLATION, entity::audit_event},
    store::{Begun, Intent, Store, StoreError},
};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, Statement};
use support::{base, on_every_database, organisation, system};

async fn verify(store: &Store, chain: &str) -> Result<i64, i64> {
    audit::verify(store, chain).await.expect("an answer").map(|verified| verified.events).map_err(|broken| broken.seq)
}

/// Four events in the chain of a base.
async fn a_chain(store: &Store) -> String {
    let base = base(store, "here").await;
    for name in ["晨曦社工", "暖阳养老", "蒲公英助残", "荷塘书社"] {
        organisation(store, &base, name).await;
    }
    base.id.to_string()
}

/// What the database itself refuses, an intruder with its password can still do.
async fn break_in(store: &Store) {
    let statements: &[&str] = match store.backend() {
        DbBackend::Postgres => &["DROP TRIGGER audit_event_kept ON audit_event"],
        _ => &["DROP TRIGGER audit_event_not_changed", "DROP TRIGGER audit_event_not_deleted"],
    };
    for statement in statements {
        store.read().execute_unprepared(statement).await.expect("the trigger goes");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_that_nobody_touched_holds() {
    on_every_database(|store| async move {
        let chain = a_chain(&store).await;
        assert_eq!(verify(&store, &chain).await, Ok(4));
        assert_eq!(verify(&store, INSTALLATION).await, Ok(1));
        assert_eq!(verify(&store, "a chain that is not there").await, Ok(0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_to_change_or_delete_an_event() {
    on_every_database(|store| async move {
        let chain = a_chain(&store).await;
        for statement in ["UPDATE audit_event SET actor = 'somebody else'", "DELETE FROM audit_event"] {
            let refused = store.read().execute_unprepared(statement).await.expect_err("refused");
            assert!(refused.to_string().contains("audit events are kept as they are"), "{refused}");
        }
        assert_eq!(verify(&store, &chain).await, Ok(4));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_behind_the_programs_back_is_found() {
    let tampering = [
        ("a flipped letter", "UPDATE audit_event SET detail = '\"晨曦社Ⅰ\"' WHERE seq = 1 AND chain <> 'installation'"),
        ("another name", "UPDATE audit_event SET actor = 'nobody' WHERE seq = 2 AND chain <> 'installation'"),
        (
            "another time",
            "UPDATE audit_event SET at = '2026-03-02 01:00:00.001+00:00' WHERE seq = 3 AND chain <> 'installation'",
        ),
        ("a hole in the middle", "DELETE FROM audit_event WHERE seq = 2 AND chain <> 'installation'"),
        ("a lost end", "DELETE FROM audit_event WHERE seq = 4 AND chain <> 'installation'"),
        ("nothing left", "DELETE FROM audit_event WHERE chain <> 'installation'"),
        ("another order", "UPDATE audit_event SET seq = 9 - seq WHERE seq IN (4) AND chain <> 'installation'"),
        ("a forgotten head", "DELETE FROM audit_head WHERE chain <> 'installation'"),
    ];
    for (what, statement) in tampering {
        on_every_database(|store| async move {
            let chain = a_chain(&store).await;
            break_in(&store).await;
            store.read().execute_unprepared(statement).await.expect("the intruder succeeds");
            assert!(verify(&store, &chain).await.is_err(), "{what}");
            assert_eq!(verify(&store, INSTALLATION).await, Ok(1), "the other chain holds");
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn writes_at_once_stand_in_one_chain() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        join_all((0..40).map(|n| {
            let (store, base) = (store.clone(), base.clone());
            async move { organisation(&store, &base, &format!("机构{n}")).await }
        }))
        .await;
        assert_eq!(verify(&store, &base.id.to_string()).await, Ok(40));
    })
    .await;
}

async fn deed(store: &Store, body: &str) -> Result<String, StoreError> {
    let actor = system().actor().clone();
    match store.begin(&actor, Intent::new("test.deed", "the form's key", &body)).await? {
        Begun::Done(outcome) => Ok(outcome),
        Begun::Fresh(tx) => {
            tx.audit_installation(&actor, Deed::BaseFounded, "a record", &body);
            tx.commit(uuid::Uuid::now_v7().to_string()).await
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_fifty_times_at_once_does_one_deed() {
    on_every_database(|store| async move {
        let outcomes = join_all((0..50).map(|_| {
            let store = store.clone();
            async move { deed(&store, "the same words").await.expect("done, now or before") }
        }))
        .await;
        assert!(outcomes.windows(2).all(|pair| pair[0] == pair[1]), "everybody gets the first outcome");
        assert_eq!(audit_event::Entity::find().count(store.read()).await.expect("a count"), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn other_words_under_the_same_key_are_refused() {
    on_every_database(|store| async move {
        deed(&store, "some words").await.expect("done");
        assert!(matches!(deed(&store, "other words").await, Err(StoreError::KeyReused)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_that_is_dropped_leaves_nothing_and_uses_no_key() {
    on_every_database(|store| async move {
        let actor = system().actor().clone();
        let Ok(Begun::Fresh(tx)) = store.begin(&actor, Intent::new("test.deed", "the form's key", &"words")).await
        else {
            panic!("a fresh write")
        };
        tx.audit_installation(&actor, Deed::BaseFounded, "a record", &"words");
        drop(tx);
        assert_eq!(audit_event::Entity::find().count(store.read()).await.expect("a count"), 0);
        deed(&store, "other words").await.expect("the key is still free");
    })
    .await;
}

/// The next replica waits for it. Which connection of a pool takes it and which gives it back is chance, so often.
#[tokio::test(flavor = "multi_thread")]
async fn migrating_leaves_no_lock_behind() {
    const HELD: &str = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' \
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    on_every_database(|store| async move {
        if store.backend() != DbBackend::Postgres {
            return; // SQLite's file is one machine's.
        }
        for _ in 0..20 {
            store.migrate().await.expect("the database migrates");
            let held = store.read().query_one_raw(Statement::from_string(DbBackend::Postgres, HELD)).await;
            assert!(held.expect("an answer").is_none());
        }
    })
    .await;
}
