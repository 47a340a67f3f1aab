//! Moving everything that is kept into another database, and having a database for oneself.

#[path = "support/cast.rs"]
mod cast;
#[path = "support/rows.rs"]
mod rows;
mod support;

use std::collections::{BTreeMap, BTreeSet};

use hatchboard::{
    audit,
    clock::Clock,
    demo::{self, Wanted},
    moving::{self, Movable, MoveError, Moved},
    store::{Store, entity::idempotency, returned},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DbBackend, EntityTrait, Statement};
use support::{TestStore, base, on_every_database, organisation, system};

async fn moved(from: &Store, to: &Store) -> Result<Moved, MoveError> {
    Movable::find(from).await?.move_to(to).await
}

async fn execute(store: &Store, statement: &str) {
    store.read().execute_unprepared(statement).await.expect("it is done");
}

/// A demo, somebody who is signed in, a form that came back, and more forms sent than are read at once.
async fn fill(store: &Store) {
    store.clock().set("2026-04-09T02:00:00Z".parse().expect("a time"));
    let on = "2026-04-09".parse().expect("a day");
    let small = Wanted { seed: 1, on, organisations: Wanted::FEWEST_ORGANISATIONS, weeks: Wanted::FEWEST_WEEKS };
    let loaded = demo::load(store, &system(), small).await.expect("a demo");
    let somebody = &loaded.sign_ins[0];
    cast::try_from(store, &somebody.account, &somebody.password, "192.0.2.7").await.expect("a sign-in");
    let form = returned::Returned { fields: "{}".to_owned(), problems: "[]".to_owned() };
    returned::keep(store, "test.form", None, form).await.expect("it is kept");
    let sent = (0..450).map(|number| idempotency::ActiveModel {
        actor: Set(format!("account {}", number % 3)),
        operation: Set(format!("test.{}", number % 5)),
        key: Set(number.to_string()),
        body_hash: Set(String::new()),
        outcome: Set("它的结果".to_owned()),
        at: Set(store.now()),
    });
    idempotency::Entity::insert_many(sent).exec_without_returning(store.read()).await.expect("they are kept");
}

/// There and back: what is kept in between goes by the rows' own values, so that the beginning and the end, which are of
/// one kind, can be compared as their database tells them.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_moved_there_and_back_is_the_same_to_the_last_byte() {
    on_every_database(async |store| {
        fill(&store).await;
        let (before, heads) = (rows::of(&store).await, audit::checkpoints(&store).await.expect("an answer"));
        let there = TestStore::beside(&store).await;
        let back = TestStore::beside(&there).await;

        let moved_there = moved(&store, &there).await.expect("a move");
        let told: BTreeMap<String, usize> = moved_there
            .tables
            .iter()
            .map(|one| (one.table.to_owned(), usize::try_from(one.rows).expect("few rows")))
            .collect();
        let kept: BTreeMap<String, usize> = before.iter().map(|(table, rows)| (table.clone(), rows.len())).collect();
        assert_eq!(told, kept);
        assert_eq!(moved_there.audit, heads);

        assert_eq!(moved(&there, &back).await.expect("a move"), moved_there);
        assert_eq!(store.backend(), back.backend());
        for (table, rows) in rows::of(&back).await {
            assert_eq!(before[&table], rows, "{table}");
        }
        assert_eq!(rows::of(&store).await, before, "what was moved stays as it is");
        there.throw_away().await;
        back.throw_away().await;
    })
    .await;
}

/// A column that no entity names would stay behind, and a sequence would begin anew.
#[tokio::test]
async fn every_table_is_moved_with_every_column_and_nothing_counts_by_itself() {
    const SEQUENCES: &str =
        "SELECT count(*) AS number FROM information_schema.sequences WHERE sequence_schema = current_schema()";
    let ours: BTreeMap<String, BTreeSet<String>> = moving::tables()
        .into_iter()
        .map(|(table, columns)| (table.to_owned(), columns.into_iter().map(str::to_owned).collect()))
        .collect();
    assert_eq!(ours.len(), moving::tables().len(), "no table stands there twice");
    on_every_database(async |store| {
        assert_eq!(rows::columns(&store).await, ours);
        let mut tables = store.tables().await.expect("an answer");
        tables.sort();
        assert!(tables.iter().eq(ours.keys()), "{tables:?}");
        if store.backend() == DbBackend::Postgres {
            let answer = store.read().query_one_raw(Statement::from_string(DbBackend::Postgres, SEQUENCES)).await;
            let number = answer.expect("a query").expect("a row").try_get::<i64>("", "number");
            assert_eq!(number.expect("a number"), 0);
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_moved_is_refused_with_what_to_do_and_nothing_is_written() {
    const WRONG_COUNTER: &str =
        "INSERT INTO week_count SELECT id, id, '2026-W02', 0, 1, 0, 0, 0, 0, 0, 0, 0, 0 FROM base";
    const SOMETHING: &str = "INSERT INTO job_lease VALUES ('sweep', 'somebody', '2026-03-02 01:00:00+00:00')";
    // What was done to the one database and to the other, and what is said.
    let table = [
        ("DELETE FROM seaql_migrations", "", "`hatchboard migrate`"),
        ("UPDATE audit_head SET hash = 'another'", "", "breaks at event"),
        (WRONG_COUNTER, "", "`hatchboard rebuild counters`"),
        ("", "CREATE TABLE strange (id INTEGER)", "is not empty"),
        ("", SOMETHING, "is not empty"),
    ];
    for (to_the_one, to_the_other, said) in table {
        on_every_database(async |store| {
            base(&store, "here").await;
            let there = TestStore::beside(&store).await;
            there.migrate().await.expect("the database migrates");
            for (database, statement) in [(&store, to_the_one), (&*there, to_the_other)] {
                if !statement.is_empty() {
                    execute(database, statement).await;
                }
            }
            let before = rows::of(&there).await;
            let refused = moved(&store, &there).await.expect_err("it is refused").to_string();
            assert!(refused.contains(said), "{refused}");
            assert_eq!(rows::of(&there).await, before, "{said}");
            there.throw_away().await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_database_without_anything_in_it_is_none_to_move() {
    on_every_database(async |store| {
        let nothing = TestStore::beside(&store).await;
        assert!(matches!(moved(&nothing, &store).await, Err(MoveError::Nothing)));
        nothing.throw_away().await;
    })
    .await;
}

#[tokio::test]
async fn a_move_that_breaks_off_leaves_no_row_and_can_be_begun_again() {
    on_every_database(async |store| {
        let base = base(&store, "here").await;
        for name in ["晨曦社工", "暖阳养老"] {
            organisation(&store, &base, name).await;
        }
        let there = TestStore::beside(&store).await;
        there.migrate().await.expect("the database migrates");
        // Of two organisations it takes one.
        execute(&there, "CREATE UNIQUE INDEX too_narrow ON organisation (base_id)").await;
        assert!(matches!(moved(&store, &there).await, Err(MoveError::Store(_))));
        assert!(rows::of(&there).await.values().all(Vec::is_empty));

        execute(&there, "DROP INDEX too_narrow").await;
        moved(&store, &there).await.expect("a move");
        assert_eq!(rows::of(&there).await["organisation"].len(), 2);
        there.throw_away().await;
    })
    .await;
}

#[tokio::test]
async fn a_database_is_had_alone_once_everybody_else_has_left() {
    on_every_database(async |store| {
        base(&store, "here").await;
        let alone = async || Store::connect_alone(store.address(), Clock::system()).await.expect("an answer");
        assert!(alone().await.is_none(), "we have it open");
        store.clone().close().await.expect("the store closes");
        let ours = alone().await.expect("nobody else is there");
        assert!(Movable::find(&ours).await.is_ok());
        assert!(alone().await.is_none(), "another has it alone");
        ours.close().await.expect("the store closes");
    })
    .await;
}
