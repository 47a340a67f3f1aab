//! How a workbook is asked for, made, taken back, and thrown away.

use chrono::TimeDelta;
use hatchboard::{
    access::Role,
    account::{self, Place},
    store::{Intent, Store},
    workbook::{
        Failure, Fault, KEPT_FOR, MOST_OPEN, State,
        entity::Entity,
        store::{LEASE, WorkbookError, ask, cancel, carry_out, file, mine, sweep, take_next},
    },
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    Scene, cast, codes, once,
    support::{on_every_database, pass, system},
};

/// How many files are kept of a base.
fn kept(scene: &Scene) -> usize {
    std::fs::read_dir(scene.folder.join(scene.base.id.to_string())).map_or(0, Iterator::count)
}

async fn jobs(store: &Store) -> u64 {
    Entity::find().count(store.read()).await.unwrap()
}

#[tokio::test]
async fn a_job_waits_is_made_and_is_for_whoever_asked() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (chen, zhang) = (scene.operator(), scene.bureau());
        let id = scene.asked(&chen).await.unwrap();
        assert_eq!(scene.job(&chen, id).await.state, State::Waiting);
        assert!(matches!(file(&scene.store, &scene.files, &chen, id).await, Err(WorkbookError::NotFound)));
        assert!(scene.run().await);
        assert!(!scene.run().await, "nothing waits any more");
        let job = scene.job(&chen, id).await;
        assert_eq!((job.state, job.rows_done), (State::Done, job.rows_all));
        assert!(job.rows_all > 0 && job.size > 0 && job.finished_at.is_some());
        assert_eq!((job.quarter.to_string().as_str(), job.asked_by.as_str()), ("2026-Q1", "chen 女士"));
        file(&scene.store, &scene.files, &chen, id).await.unwrap();

        assert_eq!(mine(&scene.store, &zhang).await.unwrap(), []);
        assert!(matches!(file(&scene.store, &scene.files, &zhang, id).await, Err(WorkbookError::NotFound)));
        let theirs = cancel(&scene.store, &zhang, id, once()).await;
        assert!(matches!(theirs, Err(WorkbookError::NotFound)));
        let over = cancel(&scene.store, &chen, id, once()).await;
        assert!(matches!(over, Err(WorkbookError::Over)), "it is made");
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_asked_for_is_refused_and_a_form_sent_twice_asks_once() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let chen = scene.operator();
        let asked = async |quarter: &str| ask(&scene.store, &chen, quarter, "en", once()).await;
        for (quarter, fault) in [("", Fault::Missing), ("spring", Fault::Unknown), ("2026-Q3", Fault::NotBegun)] {
            assert!(matches!(asked(quarter).await, Err(WorkbookError::Invalid(found)) if found == fault), "{quarter}");
        }
        let intent = Intent::new("workbook.ask", "a key", &"2026-Q1");
        let first = ask(&scene.store, &chen, "2026-Q1", "en", intent.clone()).await.unwrap();
        assert_eq!(ask(&scene.store, &chen, "2026-Q1", "en", intent).await.unwrap(), first);
        for _ in 1..MOST_OPEN {
            asked("2026-Q1").await.unwrap();
        }
        assert!(matches!(asked("2026-Q1").await, Err(WorkbookError::TooMany)));
        cancel(&scene.store, &chen, first, once()).await.unwrap();
        asked("2026-Q1").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn whoever_makes_what_was_cancelled_stops_and_keeps_nothing() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let chen = scene.operator();
        let id = scene.asked(&chen).await.unwrap();
        let taken = take_next(&scene.store, "one").await.unwrap().expect("it waits");
        assert_eq!(scene.job(&chen, id).await.state, State::Running);
        cancel(&scene.store, &chen, id, once()).await.unwrap();
        carry_out(&scene.store, &scene.files, taken, codes).await.unwrap();
        assert_eq!(scene.job(&chen, id).await.state, State::Cancelled);
        assert_eq!(kept(&scene), 0);
        assert!(take_next(&scene.store, "one").await.unwrap().is_none(), "nor is it taken up again");
    })
    .await;
}

#[tokio::test]
async fn a_job_belongs_to_one_until_its_lease_has_run_out() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let chen = scene.operator();
        let id = scene.asked(&chen).await.unwrap();
        let first = take_next(&scene.store, "one").await.unwrap().expect("it waits");
        assert!(take_next(&scene.store, "two").await.unwrap().is_none(), "another has it");
        pass(&scene.store, LEASE + TimeDelta::seconds(1));
        let second = take_next(&scene.store, "two").await.unwrap().expect("it was left");
        carry_out(&scene.store, &scene.files, first, codes).await.unwrap();
        assert_eq!(scene.job(&chen, id).await.state, State::Running, "it is no longer the first one's to end");
        assert_eq!(kept(&scene), 0);
        carry_out(&scene.store, &scene.files, second, codes).await.unwrap();
        assert_eq!(scene.job(&chen, id).await.state, State::Done);
        assert_eq!(kept(&scene), 1);
    })
    .await;
}

#[tokio::test]
async fn what_ends_the_program_again_and_again_is_given_up() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let chen = scene.operator();
        let id = scene.asked(&chen).await.unwrap();
        let mut takes = 0;
        while take_next(&scene.store, "one").await.unwrap().is_some() {
            takes += 1;
            pass(&scene.store, LEASE + TimeDelta::seconds(1));
        }
        let job = scene.job(&chen, id).await;
        assert_eq!((takes, job.state, job.failure), (5, State::Failed, Some(Failure::Broken)));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_made_for_whoever_lost_the_role() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let wang = cast::person(&scene.store, "wang").await;
        let held = cast::grant(&scene.store, wang, Place::Base { base: scene.base.id, role: Role::Auditor }).await;
        let reader = cast::signed_in(&scene.store, "wang").await.reader(scene.base.id).unwrap();
        let id = scene.asked(&reader).await.unwrap();
        account::membership::end_as_admin(&scene.store, &system().admin(), held, once()).await.unwrap();
        assert!(scene.run().await);
        let job = scene.job(&reader, id).await;
        assert_eq!((job.state, job.failure), (State::Failed, Some(Failure::RightGone)));
        assert_eq!(kept(&scene), 0);
    })
    .await;
}

#[tokio::test]
async fn a_week_later_job_and_file_are_gone() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let chen = scene.operator();
        scene.asked(&chen).await.unwrap();
        assert!(scene.run().await);
        pass(&scene.store, KEPT_FOR - TimeDelta::hours(1));
        sweep(&scene.store, &scene.files).await.unwrap();
        assert_eq!((jobs(&scene.store).await, kept(&scene)), (1, 1));
        pass(&scene.store, TimeDelta::hours(2));
        assert_eq!(mine(&scene.store, &chen).await.unwrap(), []);
        sweep(&scene.store, &scene.files).await.unwrap();
        assert_eq!((jobs(&scene.store).await, kept(&scene)), (0, 0));
    })
    .await;
}
