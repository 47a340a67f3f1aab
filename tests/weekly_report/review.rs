//! Between author and reviewer.

use hatchboard::{
    access::{Role, Scope},
    account::{self, AccountName, Browser, NewAccount, Password, PersonName, Place, SessionLimits, sign_in::Attempt},
    feedback::{About, lately},
    store::{Intent, StoreError},
    weekly_report::{
        Cell, Field, State, Timeliness,
        entity::weekly_report_event,
        store::{
            EventKind, Reviewer, Speaker, Subject, WeeklyReportError,
            draft::open,
            queue::{Whose, base_counts, neighbours},
            read,
            review::{Outcome, Seen, Terms, accept, accept_all, comment, end_reopening, reopen, send_back},
        },
    },
};

use sea_orm::{ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::{
    Scene, at, filed, local_time, once, report, reporting,
    support::{self, on_every_database, system},
};

fn operator(scene: &Scene) -> Reviewer {
    Reviewer::from(&scene.manager())
}

#[tokio::test]
async fn a_return_sets_a_deadline_of_two_working_days_and_missing_it_is_late() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-03-05 10:00");
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let seen = scene.oldest(Whose::Organisations).await;
        let empty = send_back(&scene.store, &operator(&scene), seen, " ", once()).await;
        assert!(matches!(empty, Err(WeeklyReportError::ReasonMissing)));
        let due = send_back(&scene.store, &operator(&scene), seen, "人次与照片不符", once()).await.unwrap();
        // Thursday, then over the weekend to Monday.
        assert_eq!(due, local_time("2026-03-09 18:00"));
        let opened = open(&scene.store, &scene.subject(), at("2026-W10")).await.unwrap();
        let returned = opened.returned.unwrap();
        assert_eq!((returned.reason.as_str(), returned.due_at), ("人次与照片不符", due));
        assert_eq!((opened.facts.state, opened.facts.cell), (Some(State::Returned), Cell::OnTime));
        scene.counters_hold().await;
        scene.at("2026-03-09 18:05");
        let counts = base_counts(&scene.store, &system().reader(scene.base.id)).await.unwrap();
        assert_eq!((counts.returned, counts.returned_overdue), (1, 1));
        let again = scene.file("2026-W10", report("义诊,40 人次")).await.unwrap();
        assert!(matches!(again.timeliness, Timeliness::Late { minutes: 5..=6 }), "{again:?}");
        scene.counters_hold().await;
        let page = read::report(&scene.store, Scope::from(&scene.member()), again.report).await.unwrap();
        assert_eq!((page.versions.len(), page.returned), (2, None));
        let compared = read::compare(&scene.store, Scope::from(&scene.manager()), again.report, 1, 2).await.unwrap();
        assert_eq!(compared.changes.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_report_is_accepted_as_it_was_seen_or_not_at_all() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let seen = scene.oldest(Whose::Organisations).await;
        let stale = Seen { row_version: seen.row_version - 1, ..seen };
        let accepted = accept(&scene.store, &operator(&scene), stale, once()).await;
        assert!(matches!(accepted, Err(WeeklyReportError::Store(StoreError::Stale))));
        accept(&scene.store, &operator(&scene), seen, once()).await.unwrap();
        // What the reviewer saw has been accepted since: it is not what stands there now.
        let again = accept(&scene.store, &operator(&scene), seen, once()).await;
        assert!(matches!(again, Err(WeeklyReportError::Store(StoreError::Stale))));
        let seen = Seen { row_version: seen.row_version + 1, ..seen };
        let again = accept(&scene.store, &operator(&scene), seen, once()).await;
        assert!(matches!(again, Err(WeeklyReportError::Step(_))));
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn the_operator_reviews_organisations_and_the_bureau_the_base() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.file("2026-W10", report("义诊")).await.unwrap();
        filed(&scene.store, &Subject::from(&scene.manager()), "2026-W10", report("督导")).await.unwrap();
        let (organisations, base) = (scene.oldest(Whose::Organisations).await, scene.oldest(Whose::Base).await);
        let bureau = Reviewer::from(&scene.bureau());
        for (reviewer, others) in [(&bureau, organisations), (&operator(&scene), base)] {
            let accepted = accept(&scene.store, reviewer, others, once()).await;
            assert!(matches!(accepted, Err(WeeklyReportError::NotFound)));
        }
        accept(&scene.store, &bureau, base, once()).await.unwrap();
        accept(&scene.store, &operator(&scene), organisations, once()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nobody_reviews_a_subject_that_they_belong_to() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let name = AccountName::parse("zhangsan").unwrap();
        let password = "我家的猫不吃鱼只吃草";
        let new = NewAccount {
            password: Some(Password::judge(password, &name).unwrap()),
            display_name: PersonName::parse("张三").unwrap(),
            admin: false,
            name,
        };
        let id = account::command::add(&scene.store, &system(), new).await.unwrap().id;
        let (base, organisation) = (scene.base.id, scene.organisation);
        for place in [Place::Base { base, role: Role::Manager }, Place::Organisation { base, organisation }] {
            account::membership::grant(&scene.store, &system().admin(), id, place, once()).await.unwrap();
        }
        let limits = SessionLimits { idle: chrono::TimeDelta::hours(12), absolute: chrono::TimeDelta::days(30) };
        let browser = Browser { address: "192.0.2.7".to_owned(), device: "Firefox".to_owned() };
        let attempt = Attempt { name: "zhangsan".to_owned(), password: password.to_owned(), browser, replaces: None };
        let session = account::sign_in::sign_in(&scene.store, limits, attempt).await.unwrap();
        let asker = account::session::find(&scene.store, limits, session.token.reveal()).await.unwrap().unwrap();
        let reviewer = Reviewer::from(&asker.manager(base).unwrap());
        let seen = scene.oldest(Whose::Organisations).await;
        let accepted = accept(&scene.store, &reviewer, seen, once()).await;
        assert!(matches!(accepted, Err(WeeklyReportError::OwnSubject)));
    })
    .await;
}

#[tokio::test]
async fn several_are_accepted_at_once_each_for_itself() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let mut seen = Vec::new();
        for week in ["2026-W09", "2026-W10"] {
            let filed = scene.file(week, report("义诊")).await.unwrap();
            seen.push(Seen { report: filed.report, row_version: 2 });
        }
        let stale = Seen { row_version: 1, ..seen[1] };
        let intent = || Intent::new("weekly_report.accept_all", "key", &"the form");
        let accepted = accept_all(&scene.store, &operator(&scene), &[seen[0], stale], intent()).await.unwrap();
        let outcome = |report| accepted.iter().find(|one| one.report == report).unwrap().outcome;
        assert_eq!(outcome(seen[0].report), Outcome::Accepted);
        assert_eq!(outcome(seen[1].report), Outcome::Stale);
        let again = accept_all(&scene.store, &operator(&scene), &[seen[0], stale], intent()).await.unwrap();
        assert_eq!(again, accepted);
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn none_of_several_is_accepted_where_one_is_not_the_reviewers() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let ours = scene.file("2026-W10", report("义诊")).await.unwrap();
        let elsewhere = support::base(&scene.store, "liling").await;
        let foreign = reporting(&scene.store, &elsewhere, "外地", "2026-W02", None).await;
        let subject = Subject::from(&system().member(elsewhere.id, foreign));
        let theirs = filed(&scene.store, &subject, "2026-W10", report("义诊")).await.unwrap();
        let seen = [ours.report, theirs.report].map(|report| Seen { report, row_version: 2 });
        let accepted = accept_all(&scene.store, &operator(&scene), &seen, once()).await;
        assert!(matches!(accepted, Err(WeeklyReportError::NotFound)));
        assert_eq!(scene.oldest(Whose::Organisations).await.report, ours.report);
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn an_accepted_report_is_reopened_for_some_fields_until_an_end() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let seen = scene.oldest(Whose::Organisations).await;
        accept(&scene.store, &operator(&scene), seen, once()).await.unwrap();
        let accepted = Seen { row_version: seen.row_version + 1, ..seen };
        let until = local_time("2026-03-04 18:00");
        let terms = Terms { reason: "人次有误".to_owned(), scope: vec![Field::Attendances], until };
        reopen(&scene.store, &operator(&scene), accepted, terms, once()).await.unwrap();
        scene.counters_hold().await;
        let beyond = scene.file("2026-W10", report("别的")).await;
        assert!(matches!(beyond, Err(WeeklyReportError::OutOfReopening(_))), "{beyond:?}");
        let mut within = report("义诊");
        within.attendances = "61".to_owned();
        scene.at("2026-03-04 18:01");
        assert!(matches!(scene.file("2026-W10", within).await, Err(WeeklyReportError::OutOfReopening(_))));
        let open = Seen { row_version: accepted.row_version + 1, ..seen };
        end_reopening(&scene.store, &operator(&scene), open, once()).await.unwrap();
        let page = read::report(&scene.store, Scope::from(&scene.member()), seen.report).await.unwrap();
        assert_eq!((page.facts.state, page.facts.cell), (Some(State::Accepted), Cell::OnTime));
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn the_bureau_comments_on_everything_and_an_organisation_on_its_own() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let filed = scene.file("2026-W10", report("义诊")).await.unwrap();
        let bureau = Speaker::from(&scene.bureau().as_overseer());
        comment(&scene.store, &bureau, filed.report, "很好", once()).await.unwrap();
        let sibling = reporting(&scene.store, &scene.base, "启明", "2026-W02", None).await;
        let sibling = Speaker::from(&system().member(scene.base.id, sibling));
        let heard = comment(&scene.store, &sibling, filed.report, "你好", once()).await;
        assert!(matches!(heard, Err(WeeklyReportError::NotFound)));
        let page = read::report(&scene.store, Scope::from(&scene.member()), filed.report).await.unwrap();
        let said = page.events.last().unwrap();
        assert_eq!((said.kind, said.words.as_str(), page.facts.row_version), (EventKind::Commented, "很好", 2));
    })
    .await;
}

#[tokio::test]
async fn an_organisation_is_told_what_others_said_lately_and_not_what_it_said_itself() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let report = scene.file("2026-W10", report("义诊")).await.unwrap().report;
        let bureau = Speaker::from(&scene.bureau().as_overseer());
        comment(&scene.store, &bureau, report, "很好", once()).await.unwrap();
        let tx = scene.store.begin_unrecorded(system().actor(), "test").await.unwrap();
        let own = weekly_report_event::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(scene.base.id),
            report_id: Set(report),
            kind: Set(EventKind::Commented.code().to_owned()),
            at: Set(local_time("2026-03-03 09:00")),
            by: Set("林".to_owned()),
            by_role: Set(Role::Organisation.code().to_owned()),
            words: Set("谢谢".to_owned()),
        };
        weekly_report_event::Entity::insert(own).exec_without_returning(tx.db()).await.unwrap();
        tx.commit_unrecorded().await.unwrap();
        scene.at("2026-03-03 10:00");
        let seen = scene.oldest(Whose::Organisations).await;
        send_back(&scene.store, &operator(&scene), seen, "请补照片", once()).await.unwrap();
        let reader = scene.member().as_reader();
        let said = lately(&scene.store, &reader, 5).await.unwrap();
        let told: Vec<(About, &str)> = said.iter().map(|one| (one.about, one.words.as_str())).collect();
        let week = |kind| About::Week(at("2026-W10"), kind);
        assert_eq!(told, [(week(EventKind::Returned), "请补照片"), (week(EventKind::Commented), "很好")]);
        assert_eq!(lately(&scene.store, &reader, 1).await.unwrap(), said[..1]);
        let sibling = reporting(&scene.store, &scene.base, "启明", "2026-W02", None).await;
        let sibling = system().member(scene.base.id, sibling).as_reader();
        assert!(lately(&scene.store, &sibling, 5).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_queue_is_walked_from_the_oldest_on() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let mut reports = Vec::new();
        for (week, time) in
            [("2026-W09", "2026-03-03 10:00"), ("2026-W10", "2026-03-04 10:00"), ("2026-W07", "2026-03-05 10:00")]
        {
            scene.at(time);
            reports.push(scene.file(week, report("义诊")).await.unwrap().report);
        }
        let reader = system().reader(scene.base.id);
        let middle = neighbours(&scene.store, &reader, reports[1]).await.unwrap();
        assert_eq!((middle.previous, middle.next), (Some(reports[0]), Some(reports[2])));
        assert_eq!((middle.position, middle.of), (2, 3));
        accept(&scene.store, &operator(&scene), Seen { report: reports[1], row_version: 2 }, once()).await.unwrap();
        let middle = neighbours(&scene.store, &reader, reports[1]).await.unwrap();
        assert_eq!((middle.previous, middle.next, middle.position), (Some(reports[0]), Some(reports[2]), 0));
        scene.at("2026-03-10 09:00");
        let counts = base_counts(&scene.store, &reader).await.unwrap();
        assert_eq!((counts.waiting, counts.oldest_waited), (2, Some(5)));
    })
    .await;
}
