//! Two replicas do not do the same timed work at once.

use chrono::TimeDelta;
use hatchboard::reminder::store::lease::{release, take};

use crate::support::{on_every_database, pass};

const LENGTH: TimeDelta = TimeDelta::minutes(5);

#[tokio::test]
async fn one_of_two_holds_a_lease_until_it_ends_or_is_given_back() {
    on_every_database(|store| async move {
        let taken = async |holder: &str| take(&store, "reminders", holder, LENGTH).await.unwrap();
        assert!(taken("a").await);
        assert!(!taken("b").await, "it is held");
        assert!(taken("a").await, "its holder renews it");
        assert!(take(&store, "sweep", "b", LENGTH).await.unwrap(), "another work has another lease");
        pass(&store, LENGTH);
        assert!(taken("b").await, "what has ended is taken over");
        assert!(!taken("a").await);
        release(&store, "reminders", "a").await.unwrap();
        assert!(!taken("a").await, "nobody gives back what another holds");
        release(&store, "reminders", "b").await.unwrap();
        assert!(taken("a").await);
    })
    .await;
}

#[tokio::test]
async fn of_many_at_once_one_takes_it() {
    on_every_database(|store| async move {
        let holders: Vec<String> = (0..8).map(|n| format!("replica {n}")).collect();
        let all = holders.iter().map(|holder| take(&store, "reminders", holder, LENGTH));
        let taken = futures_util::future::join_all(all).await;
        assert_eq!(taken.into_iter().filter(|taken| *taken.as_ref().unwrap()).count(), 1);
    })
    .await;
}
