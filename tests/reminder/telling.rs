//! What is told, to whom, and that it is told once.

use hatchboard::{
    instruction::store::{NewInstruction, give},
    reminder::{
        Channel, DeliveryState, Kind, SettingsText, Step,
        entity::reminder_told,
        store::{
            Ran, ReminderError, claim, deliveries, failed, leaving, preview, read, read_all, rules, sent, settle,
            settle_rules,
        },
    },
    store::{Begun, Paging, StoreError},
};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait};
use uuid::Uuid;

use crate::{
    BOTH, PROGRAM, Scene, once,
    support::{on_every_database, system},
};

#[tokio::test]
async fn each_step_is_told_once_until_the_report_arrives() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let first = scene.run(PROGRAM).await;
        assert!(first.lines > 0);
        assert_eq!(scene.run(PROGRAM).await, Ran::default(), "a second run has nothing to tell");
        scene.at("2026-04-10 07:00");
        assert_eq!(scene.run(PROGRAM).await, Ran::default(), "the hours are quiet");
        scene.at("2026-04-10 08:00");
        scene.run(PROGRAM).await;
        assert_eq!(scene.steps("lin").await, [Step::Before, Step::Due]);
        scene.at("2026-04-14 09:00");
        scene.run(PROGRAM).await;
        assert_eq!(scene.steps("zhou").await, [Step::Operator]);
        scene.file().await;
        scene.at("2026-04-17 09:00");
        scene.run(PROGRAM).await;
        assert!(scene.steps("chen").await.is_empty(), "it has arrived");
        assert_eq!(scene.steps("lin").await, [Step::Before, Step::Due, Step::After]);
    })
    .await;
}

#[tokio::test]
async fn runs_at_once_send_once() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let ran = futures_util::future::join_all((0..4).map(|_| scene.run(PROGRAM))).await;
        assert_eq!(ran.iter().filter(|ran| ran.digests > 0).count(), 1, "{ran:?}");
        let told = reminder_told::Entity::find().count(scene.store.read()).await.unwrap();
        assert_eq!(told, ran.iter().map(|ran| ran.lines as u64).sum::<u64>());
    })
    .await;
}

#[tokio::test]
async fn the_same_step_cannot_be_written_twice() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.run(PROGRAM).await;
        let row = reminder_told::Entity::find().one(scene.store.read()).await.unwrap().unwrap();
        let Begun::Fresh(tx) = scene.store.begin(system().actor(), once()).await.unwrap() else { panic!("it is new") };
        let again = reminder_told::ActiveModel { id: Set(Uuid::now_v7()), ..row.into() };
        assert!(matches!(tx.insert_all(vec![again]).await, Err(StoreError::Database(_))));
    })
    .await;
}

#[tokio::test]
async fn a_notice_is_counted_until_it_is_read_and_is_nobody_elses() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.run(PROGRAM).await;
        let lin = scene.asker("lin").await;
        assert_eq!(lin.unread(), 1);
        let notice = scene.notices(&lin).await.remove(0);
        assert_eq!((notice.base_slug.as_str(), notice.read_at), ("zhuzhou", None));
        let chen = scene.asker("chen").await;
        let refused = read(&scene.store, &chen, notice.id).await;
        assert!(matches!(refused, Err(ReminderError::NotFound)), "{refused:?}");
        read(&scene.store, &lin, notice.id).await.unwrap();
        read(&scene.store, &lin, notice.id).await.unwrap();
        assert_eq!(scene.asker("lin").await.unread(), 0);
        scene.at("2026-04-10 08:00");
        scene.run(PROGRAM).await;
        let notices = scene.notices(&lin).await;
        assert_eq!(notices.iter().map(|one| one.read_at.is_none()).collect::<Vec<_>>(), [true, false], "unread first");
        read_all(&scene.store, &lin).await.unwrap();
        assert_eq!(scene.asker("lin").await.unread(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_instruction_is_told_to_the_operator_and_back_to_the_bureau_where_nobody_answers() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let new = NewInstruction {
            title: "消防检查".to_owned(),
            words: "逐间检查并报告".to_owned(),
            owner: "周敏".to_owned(),
            due_on: "2026-04-13".parse().unwrap(),
        };
        give(&scene.store, &system().bureau(scene.base.id), &new, once()).await.unwrap();
        for (at, name, step) in [
            ("2026-04-10 09:00", "zhou", Step::Before),
            ("2026-04-13 09:00", "zhou", Step::Due),
            ("2026-04-20 09:00", "chen", Step::Bureau),
        ] {
            scene.at(at);
            scene.run(PROGRAM).await;
            let newest = scene.notices(&scene.asker(name).await).await.remove(0);
            let told = newest.lines.iter().any(|line| line.owed.kind == Kind::Instruction && line.step == step);
            assert!(told, "{at}: {:?}", newest.lines);
        }
    })
    .await;
}

#[tokio::test]
async fn the_operator_reminds_the_silent_once_a_day() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        assert_eq!(scene.remind_now().await.lines, 0, "nothing is overdue");
        scene.at("2026-04-11 12:00");
        assert_eq!(scene.remind_now().await, Ran { digests: 1, lines: 1 });
        assert_eq!(scene.remind_now().await, Ran::default());
        scene.at("2026-04-12 12:00");
        scene.file().await;
        assert_eq!(scene.remind_now().await.lines, 0, "it has arrived");
        assert_eq!(scene.steps("lin").await, [Step::Asked]);
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_for_at_night_waits_for_the_morning_and_stops_when_the_report_arrives() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-04-11 23:00");
        assert_eq!(scene.remind_now().await.digests, 1);
        assert!(scene.steps("lin").await.is_empty());
        assert!(claim(&scene.store).await.unwrap().is_empty(), "nothing goes at night");
        scene.at("2026-04-12 08:00");
        claim(&scene.store).await.unwrap();
        assert_eq!(scene.steps("lin").await, [Step::Asked]);
        scene.at("2026-04-12 23:00");
        assert_eq!(scene.remind_now().await.digests, 1);
        scene.file().await;
        scene.at("2026-04-13 09:00");
        claim(&scene.store).await.unwrap();
        assert_eq!(scene.steps("lin").await, [Step::Asked], "the second one has been stopped");
        let stopped = Some(DeliveryState::Stopped);
        let reader = system().reader(scene.base.id);
        assert_eq!(deliveries(&scene.store, &reader, stopped, Paging::default()).await.unwrap().total, 1);
    })
    .await;
}

#[tokio::test]
async fn mail_goes_to_whoever_wants_it_and_is_tried_five_times() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let lin = scene.asker("lin").await;
        let kinds = Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect();
        let mail = "lin@chunhui.example.cn".to_owned();
        let typed = SettingsText { mail, by_mail: true, kinds, ..SettingsText::default() };
        settle(&scene.store, &lin, &typed, once()).await.unwrap();
        settle(&scene.store, &lin, &typed, once()).await.unwrap();
        scene.run(BOTH).await;
        let out = claim(&scene.store).await.unwrap();
        assert_eq!(out.len(), 1);
        assert_eq!((out[0].channel, out[0].settings.mail.as_str()), (Channel::Mail, "lin@chunhui.example.cn"));
        assert!(claim(&scene.store).await.unwrap().is_empty(), "who has claimed it sends it");
        failed(&scene.store, &out[0], "the server does not answer").await.unwrap();
        for (attempt, at) in
            [(2, "2026-04-09 11:00"), (3, "2026-04-09 12:00"), (4, "2026-04-09 15:00"), (5, "2026-04-10 07:00")]
        {
            scene.at(at);
            let again = claim(&scene.store).await.unwrap();
            assert_eq!(again.iter().map(|one| one.attempts).collect::<Vec<_>>(), [attempt]);
            failed(&scene.store, &again[0], "the server does not answer").await.unwrap();
        }
        scene.at("2026-04-12 12:00");
        assert!(claim(&scene.store).await.unwrap().is_empty(), "it has been given up");
        let reader = system().reader(scene.base.id);
        let log = deliveries(&scene.store, &reader, Some(DeliveryState::Failed), Paging::default()).await.unwrap();
        assert_eq!((log.total, log.rows[0].last_error.as_str()), (1, "the server does not answer"));
        scene.at("2026-04-13 09:00");
        scene.run(BOTH).await;
        let out = claim(&scene.store).await.unwrap();
        sent(&scene.store, &out[0]).await.unwrap();
        let log = deliveries(&scene.store, &reader, Some(DeliveryState::Sent), Paging::default()).await.unwrap();
        assert!(log.rows.iter().any(|row| row.channel == Channel::Mail && row.sent_at.is_some()));
    })
    .await;
}

#[tokio::test]
async fn what_was_leaving_when_the_program_ended_is_not_sent_twice_and_what_was_only_claimed_goes_later() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let lin = scene.asker("lin").await;
        let kinds = Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect();
        let mail = "lin@chunhui.example.cn".to_owned();
        let typed = SettingsText { mail, by_mail: true, kinds, ..SettingsText::default() };
        settle(&scene.store, &lin, &typed, once()).await.unwrap();
        scene.at("2026-04-09 10:00");
        scene.run(BOTH).await;
        let first = claim(&scene.store).await.unwrap();
        scene.at("2026-04-09 10:11");
        let again = claim(&scene.store).await.unwrap();
        assert_eq!(again.iter().map(|one| one.id).collect::<Vec<_>>(), [first[0].id], "nobody has begun to send it");

        assert!(leaving(&scene.store, &again[0]).await.unwrap());
        let reader = system().reader(scene.base.id);
        let unknown = async || {
            deliveries(&scene.store, &reader, Some(DeliveryState::Unknown), Paging::default()).await.unwrap().total
        };
        assert!(claim(&scene.store).await.unwrap().is_empty());
        assert_eq!(unknown().await, 0, "it is being sent");
        scene.at("2026-04-09 10:22");
        assert!(claim(&scene.store).await.unwrap().is_empty(), "it may have arrived");
        assert_eq!(unknown().await, 1);

        // The first one wakes up: it is another's by now.
        assert!(!leaving(&scene.store, &first[0]).await.unwrap());
        failed(&scene.store, &first[0], "too late").await.unwrap();
        assert_eq!(unknown().await, 1);
        sent(&scene.store, &again[0]).await.unwrap();
        assert_eq!(unknown().await, 0, "an answer that comes late tells");
        let log = deliveries(&scene.store, &reader, Some(DeliveryState::Sent), Paging::default()).await.unwrap();
        assert!(log.rows.iter().any(|row| row.channel == Channel::Mail && row.last_error.is_empty()));
    })
    .await;
}

#[tokio::test]
async fn a_base_need_not_remind_of_everything_and_a_preview_writes_nothing() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (manager, reader) = (system().manager(scene.base.id), system().reader(scene.base.id));
        let coming = async || {
            let preview = preview(&scene.store, &reader, PROGRAM).await.unwrap();
            let lines =
                preview.digests.iter().flat_map(|(name, digest)| digest.lines.iter().map(move |line| (name, line)));
            lines
                .filter(|(_, line)| line.owed.kind == Kind::WeeklyReport)
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        };
        let expected = coming().await;
        assert!(expected.contains(&"lin 女士".to_owned()), "{expected:?}");
        assert_eq!(coming().await, expected);
        let off = [Kind::WeeklyReport].into();
        settle_rules(&scene.store, &manager, &off, 0, once()).await.unwrap();
        let stale = settle_rules(&scene.store, &manager, &off, 0, once()).await;
        assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");
        assert_eq!(rules(&scene.store, &reader).await.unwrap().off, off);
        assert!(coming().await.is_empty());
        scene.run(PROGRAM).await;
        assert!(scene.steps("lin").await.is_empty());
    })
    .await;
}
