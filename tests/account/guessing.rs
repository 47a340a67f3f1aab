use std::time::Instant;

use chrono::TimeDelta;
use futures_util::future::join_all;
use hatchboard::{account::AccountError, store::Store};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::{
    cast::{PASSWORD, person, sign_in, try_from},
    support::{beginning, on_every_database},
};

/// How many of the guesses were looked at, rather than turned away.
fn looked_at<T>(outcomes: &[Result<T, AccountError>]) -> usize {
    outcomes.iter().filter(|outcome| !matches!(outcome, Err(AccountError::TooManyAttempts { .. }))).count()
}

/// Its clock stands still: a slow machine is no longer wait between two guesses.
fn all_at_once(store: &Store) -> Store {
    store.standing_at(beginning())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_guesses_are_throttled_to_a_handful() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let mut looked = 0;
        for guess in 0..1000 {
            let store = store.standing_at(beginning() + TimeDelta::milliseconds(100 * guess));
            let outcome =
                try_from(&store, "fang", &format!("guess {guess}"), &format!("198.51.100.{}", guess % 250)).await;
            looked += looked_at(&[outcome]);
        }
        // 100 seconds: three at once, then after 0, 1, 2, 4 … 64 seconds.
        assert!((4..=11).contains(&looked), "{looked} were looked at");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_made_at_once_are_counted_one_by_one() {
    on_every_database(|store| async move {
        let store = all_at_once(&store);
        person(&store, "fang").await;
        let guesses = (0..50).map(|n| {
            let store = store.clone();
            async move { try_from(&store, "fang", "not the password", &format!("198.51.100.{n}")).await }
        });
        let outcomes = join_all(guesses).await;
        assert_eq!(looked_at(&outcomes), 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_cannot_try_one_password_on_everybody() {
    on_every_database(|store| async move {
        let store = all_at_once(&store);
        let mut outcomes = Vec::new();
        for n in 0..60 {
            outcomes.push(try_from(&store, &format!("person{n}"), "a common password", "198.51.100.9").await);
        }
        let looked = looked_at(&outcomes);
        assert!((31..=33).contains(&looked), "{looked} were looked at");
        // Another address is not slowed down by it.
        person(&store, "fang").await;
        sign_in(&store, "fang").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_of_ipv6_is_one_address() {
    on_every_database(|store| async move {
        let store = all_at_once(&store);
        let mut outcomes = Vec::new();
        for n in 0..60 {
            let address = format!("2001:db8:1:2::{n:x}");
            outcomes.push(try_from(&store, &format!("person{n}"), "a common password", &address).await);
        }
        let looked = looked_at(&outcomes);
        assert!((31..=33).contains(&looked), "{looked} were looked at");
        // Another network is not slowed down by it.
        person(&store, "fang").await;
        try_from(&store, "fang", PASSWORD, "2001:db8:1:3::1").await.expect("a sign-in");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_ends_and_a_right_password_forgets_the_wrong_ones() {
    on_every_database(|store| async move {
        let store = all_at_once(&store);
        person(&store, "fang").await;
        for _ in 0..4 {
            let wrong = try_from(&store, "fang", "not the password", "192.0.2.7").await;
            assert!(matches!(wrong, Err(AccountError::WrongSignIn)), "{wrong:?}");
        }
        let early = try_from(&store, "fang", PASSWORD, "192.0.2.7").await;
        assert!(matches!(early, Err(AccountError::TooManyAttempts { seconds: 1 })), "{early:?}");
        let store = store.standing_at(beginning() + TimeDelta::seconds(1));
        sign_in(&store, "fang").await;
        for _ in 0..3 {
            let wrong = try_from(&store, "fang", "not the password", "192.0.2.7").await;
            assert!(matches!(wrong, Err(AccountError::WrongSignIn)), "{wrong:?}");
        }
        sign_in(&store, "fang").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_who_guess_do_not_lock_out_whoever_signs_in_from_a_known_address() {
    on_every_database(|store| async move {
        let store = all_at_once(&store);
        person(&store, "fang").await;
        sign_in(&store, "fang").await;
        for n in 0..20 {
            let _ = try_from(&store, "fang", "not the password", &format!("198.51.100.{n}")).await;
        }
        let elsewhere = try_from(&store, "fang", PASSWORD, "203.0.113.5").await;
        assert!(matches!(elsewhere, Err(AccountError::TooManyAttempts { .. })));
        sign_in(&store, "fang").await;
        // Guessing from the known address is slowed down all the same.
        let mut outcomes = Vec::new();
        for _ in 0..20 {
            outcomes.push(try_from(&store, "fang", "not the password", "192.0.2.7").await);
        }
        assert_eq!(looked_at(&outcomes), 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_name_is_answered_like_a_wrong_password() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let time = async |name: &str, address: &str| {
            let began = Instant::now();
            let outcome = try_from(&store, name, "not the password", address).await;
            assert!(matches!(outcome, Err(AccountError::WrongSignIn)), "{outcome:?}");
            began.elapsed().as_secs_f64()
        };
        // The first of all also makes what unknown names are compared with.
        time("nobody", "192.0.2.1").await;
        let (known, unknown) = (time("fang", "192.0.2.2").await, time("nobody else", "192.0.2.3").await);
        assert!(unknown > known / 4.0, "hashing is the greater part of both: {known} s, {unknown} s");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_sign_ins_are_on_the_record_without_what_was_typed() {
    on_every_database(|store| async move {
        use hatchboard::audit::entity::audit_event::{Column, Entity};
        let store = all_at_once(&store);
        person(&store, "fang").await;
        for _ in 0..20 {
            let _ = try_from(&store, "fang", "not the password", "192.0.2.9").await;
            let _ = try_from(&store, "typed my secret here", "not the password", "192.0.2.9").await;
        }
        let events = Entity::find().filter(Column::Action.eq("session.sign_in_refused"));
        let count = events.clone().count(store.read()).await.expect("a count");
        assert_eq!(count, 8, "those that were looked at, four for each name");
        for event in events.all(store.read()).await.expect("events") {
            let text = format!("{} {}", event.subject, event.detail);
            assert!(!text.contains("secret") && !text.contains("not the password"), "{text}");
            assert!(text.contains("192.0.2.9"));
        }
    })
    .await;
}
