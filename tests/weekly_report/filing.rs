//! A filing that was answered with success is there, once.

use chrono::TimeDelta;
use futures_util::future::join_all;
use hatchboard::{
    access::Scope,
    store::{Intent, StoreError},
    weekly_report::{
        Draft, DraftActivity, Field, Problem, State, Timeliness,
        entity::{activity, weekly_report, weekly_report_event, weekly_report_version},
        store::{
            EventKind, Sending, Sent, Subject, WeeklyReportError,
            draft::open,
            filing::{confirm, receipt, submit, withdraw},
            read,
        },
    },
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    Scene, at, filed, nothing, once, report,
    support::{self, on_every_database, system},
};

fn sending(typed: Draft) -> Sending {
    Sending { typed, seen: 0, on_device_at: None }
}

#[tokio::test]
async fn the_same_form_fifty_times_at_once_makes_one_filing() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let one = || {
            let (store, subject) = (scene.store.clone(), scene.subject());
            async move {
                let intent = Intent::new("weekly_report.submit", "key", &report("义诊"));
                submit(&store, &subject, at("2026-W10"), sending(report("义诊")), intent).await
            }
        };
        let sent = join_all((0..50).map(|_| tokio::spawn(one()))).await;
        let receipts: Vec<_> = sent.into_iter().map(|sent| sent.unwrap().unwrap()).collect();
        assert!(receipts.iter().all(|sent| *sent == receipts[0] && matches!(sent, Sent::Filed(_))));
        let db = scene.store.read();
        assert_eq!(weekly_report::Entity::find().count(db).await.unwrap(), 1);
        assert_eq!(weekly_report_version::Entity::find().count(db).await.unwrap(), 1);
        assert_eq!(weekly_report_event::Entity::find().count(db).await.unwrap(), 1);
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn the_same_key_with_another_body_is_refused() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let intent = |body: &Draft| Intent::new("weekly_report.submit", "key", body);
        let (subject, week) = (scene.subject(), at("2026-W10"));
        submit(&scene.store, &subject, week, sending(report("义诊")), intent(&report("义诊"))).await.unwrap();
        let other = report("培训");
        let sent = submit(&scene.store, &subject, week, sending(other.clone()), intent(&other)).await;
        assert!(matches!(sent, Err(WeeklyReportError::Store(StoreError::KeyReused))));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_accepted_is_kept_and_can_be_sent_again_with_the_same_key() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (subject, week) = (scene.subject(), at("2026-W10"));
        let wrong = Draft { attendances: "很多".to_owned(), ..report("义诊") };
        let intent = || Intent::new("weekly_report.submit", "key", &"the form");
        let sent = submit(&scene.store, &subject, week, sending(wrong.clone()), intent()).await;
        let Err(WeeklyReportError::Invalid(problems)) = sent else { panic!("{sent:?}") };
        let fields: Vec<_> = problems.iter().map(|Problem { field, .. }| *field).collect();
        assert_eq!(fields, [Field::Attendances.into()]);
        let opened = open(&scene.store, &subject, week).await.unwrap();
        assert_eq!((opened.draft, opened.draft_version, opened.facts.versions), (wrong, 1, 0));
        let right = Sending { typed: report("义诊"), seen: 1, on_device_at: None };
        assert!(matches!(submit(&scene.store, &subject, week, right, intent()).await, Ok(Sent::Filed(_))));
    })
    .await;
}

#[tokio::test]
async fn a_minute_after_the_deadline_is_late_and_the_deadline_itself_is_not() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-03-06 17:59");
        assert_eq!(scene.file("2026-W10", report("义诊")).await.unwrap().timeliness, Timeliness::OnTime);
        scene.at("2026-03-13 18:01");
        let late = scene.file("2026-W11", report("义诊")).await.unwrap();
        assert!(matches!(late.timeliness, Timeliness::Late { minutes: 1..=2 }), "{late:?}");
        // After the quarter's cut-off it is kept, but counts no more.
        scene.at("2026-04-20 10:00");
        scene.file("2026-W12", report("义诊")).await.unwrap();
        let reader = scene.member().as_reader();
        let weeks = read::weeks(&scene.store, &reader, Some(at("2026-W12")), 3).await.unwrap();
        let counts: Vec<bool> = weeks.iter().map(|facts| facts.judgement.counts).collect();
        assert_eq!(counts, [false, true, true]);
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn receipts_are_numbered_within_the_week_and_keep_their_number() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let other = crate::reporting(&scene.store, &scene.base, "启明", "2026-W02", None).await;
        let first = scene.file("2026-W10", report("义诊")).await.unwrap();
        let other = Subject::from(&system().member(scene.base.id, other));
        let second = filed(&scene.store, &other, "2026-W10", nothing()).await.unwrap();
        let base = filed(&scene.store, &Subject::from(&scene.manager()), "2026-W10", report("督导")).await.unwrap();
        let numbers = [&first, &second, &base].map(|receipt| receipt.number.running());
        assert_eq!(numbers, [1, 2, 3]);
        assert!(first.number.to_string().starts_with("ZZ-2026W10-0001-"));
        withdraw(&scene.store, &scene.subject(), at("2026-W10"), 2, once()).await.unwrap();
        assert_eq!(receipt(&scene.store, &scene.subject(), at("2026-W10")).await.unwrap(), None);
        let again = scene.file("2026-W10", report("义诊一场")).await.unwrap();
        assert_eq!((again.number, again.version), (first.number, 2));
    })
    .await;
}

#[tokio::test]
async fn a_withdrawal_takes_everything_back_and_does_not_move_the_deadline() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let activities =
            vec![DraftActivity { what: "义诊".to_owned(), on: "2026-03-02".to_owned(), ..DraftActivity::default() }];
        scene.file("2026-W10", Draft { activities, ..report("义诊") }).await.unwrap();
        let db = scene.store.read();
        assert_eq!(activity::Entity::find().count(db).await.unwrap(), 1);
        withdraw(&scene.store, &scene.subject(), at("2026-W10"), 2, once()).await.unwrap();
        assert_eq!(activity::Entity::find().count(db).await.unwrap(), 0);
        scene.counters_hold().await;
        let again = withdraw(&scene.store, &scene.subject(), at("2026-W10"), 3, once()).await;
        assert!(matches!(again, Err(WeeklyReportError::Step(_))));
        scene.at("2026-03-06 18:10");
        let late = scene.file("2026-W10", report("义诊")).await.unwrap();
        assert!(matches!(late.timeliness, Timeliness::Late { .. }), "{late:?}");
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn what_was_filed_on_behalf_is_marked_and_confirmed_once() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let subject = Subject::on_behalf(&scene.store, &scene.manager(), scene.organisation).await.unwrap();
        let filed = filed(&scene.store, &subject, "2026-W10", report("义诊")).await.unwrap();
        assert!(filed.on_behalf);
        let mine = read::my_week(&scene.store, &scene.member().as_reader()).await.unwrap();
        assert_eq!(mine.to_confirm, [at("2026-W10")]);
        confirm(&scene.store, &scene.member(), at("2026-W10"), once()).await.unwrap();
        assert!(confirm(&scene.store, &scene.member(), at("2026-W10"), once()).await.is_err());
        let page = read::report(&scene.store, Scope::from(&scene.member()), filed.report).await.unwrap();
        let events: Vec<_> = page.events.iter().map(|event| event.kind).collect();
        assert_eq!(events, [EventKind::Submitted, EventKind::Confirmed]);
        assert!(page.facts.on_behalf_confirmed);
    })
    .await;
}

#[tokio::test]
async fn records_of_another_base_or_organisation_are_never_found() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let filed = scene.file("2026-W10", report("义诊")).await.unwrap();
        let foreign = support::base(&scene.store, "xiangtan").await;
        let sibling = crate::reporting(&scene.store, &scene.base, "启明", "2026-W02", None).await;
        let sibling = system().member(scene.base.id, sibling);
        for scope in [Scope::from(&system().reader(foreign.id)), Scope::from(&sibling)] {
            let found = read::report(&scene.store, scope, filed.report).await;
            assert!(matches!(found, Err(WeeklyReportError::NotFound)), "{scope:?}");
        }
        let on_behalf = Subject::on_behalf(&scene.store, &system().manager(foreign.id), scene.organisation).await;
        assert!(matches!(on_behalf, Err(WeeklyReportError::NotFound)));
        // A proof for another base with this organisation's id leads nowhere either.
        let forged = Subject::from(&system().member(foreign.id, scene.organisation));
        assert!(matches!(open(&scene.store, &forged, at("2026-W10")).await, Err(WeeklyReportError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn what_was_finished_without_a_connection_keeps_the_devices_time_beside_the_servers() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-03-06 18:30");
        let on_device_at = Some(scene.store.now() - TimeDelta::hours(1));
        let sending = Sending { typed: report("义诊"), seen: 0, on_device_at };
        let sent = submit(&scene.store, &scene.subject(), at("2026-W10"), sending, once()).await.unwrap();
        let Sent::Filed(receipt) = sent else { panic!("{sent:?}") };
        assert!(matches!(receipt.timeliness, Timeliness::Late { .. }));
        let row = weekly_report::Entity::find().one(scene.store.read()).await.unwrap().unwrap();
        assert_eq!((row.on_device_at, row.device_counts), (on_device_at, false));
        assert_eq!(row.state, State::Submitted.code());
    })
    .await;
}
