//! What is read of a subject's weeks, and what the base's own report begins with.

use hatchboard::{
    access::Scope,
    incubation::Mode,
    organisation::Standing,
    store::{Intent, Paging},
    weekly_report::{
        Cadence, Cell, Draft, DraftActivity, Expectation, State, Why,
        store::{
            WeeklyReportError, base_report,
            cadence::{NewCadence, list, settle},
            counters::{Differs, rebuild_counters},
            listing,
            queue::subject_counts,
            read,
        },
    },
};
use sea_orm::{ActiveValue::Set, EntityTrait};

use crate::{
    Scene, at, nothing, once, report, reporting,
    support::{on_every_database, system},
};

fn listed(on: &str) -> DraftActivity {
    DraftActivity {
        what: "义诊".to_owned(),
        on: on.to_owned(),
        attendances: "30".to_owned(),
        ..DraftActivity::default()
    }
}

#[tokio::test]
async fn a_line_of_the_list_has_expectation_state_timeliness_and_times() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-03-06 17:00");
        scene.file("2026-W10", nothing()).await.unwrap();
        let reader = system().reader(scene.base.id);
        let lines = listing::weeks(&scene.store, &reader, at("2026-W08"), at("2026-W10")).await.unwrap();
        assert_eq!(lines.len(), 6);
        let json: Vec<_> = lines[3..].iter().map(|line| serde_json::to_value(line).unwrap()).collect();
        assert_eq!((&json[0]["expectation"], &json[0]["due"]), (&"no_working_day".into(), &serde_json::Value::Null));
        assert_eq!((&json[1]["state"], &json[1]["timeliness"]), (&"none".into(), &"missing".into()));
        assert_eq!((&json[2]["timeliness"], &json[2]["content"]), (&"on_time".into(), &"nothing_to_report".into()));
        assert_eq!(json[2]["due"], "2026-03-06T18:00:00+08:00");
        assert!(json[2]["filed"].as_str().unwrap().starts_with("2026-03-06T17:00:00"));
        assert_eq!((lines[0].kind, lines[0].subject.as_str()), ("base", scene.base.name.as_str()));
        assert_eq!(json[2]["activities"], serde_json::json!([]));
        let activities = vec![listed("2026-03-05"), listed("2026-02-27")];
        scene.file("2026-W09", Draft { activities, ..report("义诊") }).await.unwrap();
        let lines = listing::weeks(&scene.store, &reader, at("2026-W09"), at("2026-W09")).await.unwrap();
        let json = serde_json::to_value(&lines[1]).unwrap();
        let one = |on: &str| serde_json::json!({ "on": on, "attendances": 30 });
        assert_eq!(json["activities"], serde_json::json!([one("2026-02-27"), one("2026-03-05")]));
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_a_week_hold_its_lines_in_their_order_and_none_twice() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        for name in ["新来", "同名", "同名"] {
            reporting(&scene.store, &scene.base, name, "2026-W09", None).await;
        }
        scene.at("2026-03-06 17:00");
        let activities = vec![listed("2026-03-05"), listed("2026-03-04")];
        scene.file("2026-W10", Draft { activities, ..report("义诊") }).await.unwrap();
        let reader = system().reader(scene.base.id);
        let whole = listing::weeks(&scene.store, &reader, at("2026-W10"), at("2026-W10")).await.unwrap();
        assert_eq!((whole.len(), whole[0].kind), (5, "base"));
        assert!(whole.iter().any(|line| !line.activities.is_empty()));
        for size in 1..=6 {
            let mut found = Vec::new();
            for page in 1..=5 {
                let paging = Paging::new(page, size);
                let listed = listing::page_of_week(&scene.store, &reader, at("2026-W10"), paging).await.unwrap();
                assert_eq!(listed.total, 5);
                assert!(listed.rows.len() as u64 <= size);
                found.extend(listed.rows);
            }
            assert_eq!(found, whole, "in pages of {size}");
        }
        let beyond = Paging::new(u64::MAX, 200);
        let listed = listing::page_of_week(&scene.store, &reader, at("2026-W10"), beyond).await.unwrap();
        assert_eq!((listed.rows, listed.total), (Vec::new(), 5));
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_a_subject_hold_its_weeks_in_their_order_and_cost_the_same() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-03-06 17:00");
        let activities = vec![listed("2026-03-05"), listed("2026-03-04")];
        scene.file("2026-W10", Draft { activities, ..report("义诊") }).await.unwrap();
        let (from, to) = (at("2026-W06"), at("2026-W10"));
        let reader = scene.member().as_reader();
        let of_base = listing::weeks(&scene.store, &system().reader(scene.base.id), from, to).await.unwrap();
        let whole: Vec<_> = of_base.into_iter().filter(|line| line.subject_id == reader.subject()).collect();
        assert!(whole.len() == 5 && whole.iter().any(|line| !line.activities.is_empty()));
        let part = async |page, size| {
            let paging = Paging::new(page, size);
            let asked = listing::page_of_subject(&scene.store, &reader, from, to, paging);
            let (listed, cost) = scene.store.count_statements(asked).await;
            (listed.unwrap(), cost)
        };
        for size in 1..=6 {
            let mut found = Vec::new();
            for page in 1..=whole.len() as u64 {
                let (listed, cost) = part(page, size).await;
                assert!(listed.total == 5 && listed.rows.len() as u64 <= size && cost <= 7, "{cost} statements");
                found.extend(listed.rows);
            }
            assert_eq!(found, whole, "in pages of {size}");
        }
        let (beyond, _) = part(u64::MAX, 200).await;
        assert_eq!((beyond.rows, beyond.total), (Vec::new(), 5));
    })
    .await;
}

#[tokio::test]
async fn a_first_screen_says_what_is_due_and_what_is_behind() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let other = reporting(&scene.store, &scene.base, "新来", "2026-W09", None).await;
        let mine = read::my_week(&scene.store, &system().member(scene.base.id, other).as_reader()).await.unwrap();
        assert_eq!((mine.current.week, &mine.current.cell), (at("2026-W10"), &Cell::Pending));
        let behind: Vec<_> = mine.behind.iter().map(|facts| facts.week).collect();
        assert_eq!(behind, [at("2026-W09")]);
        let counts = subject_counts(&scene.store, &system().member(scene.base.id, other).as_reader()).await.unwrap();
        assert_eq!((counts.to_do, counts.returned), (2, 0));
        // The base's own weeks are read in the same way.
        let base = read::my_week(&scene.store, &system().reader(scene.base.id).of(scene.base.id)).await.unwrap();
        assert!(base.subject.of_base && base.current.due_at > mine.current.due_at);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_seen_by_its_authors_alone() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let week = at("2026-W10");
        hatchboard::weekly_report::store::draft::save(&scene.store, &scene.subject(), week, &report("机密"), 0)
            .await
            .unwrap();
        let id = read::report_of(&scene.store, &scene.member().as_reader(), week).await.unwrap().unwrap();
        let page = read::report(&scene.store, Scope::from(&scene.manager()), id).await.unwrap();
        assert_eq!((page.facts.state, page.versions.len(), page.events.len()), (Some(State::Draft), 0, 0));
        let reader = system().reader(scene.base.id);
        let filed = async || listing::filed(&scene.store, Scope::from(&reader), scene.base.zone, id).await;
        let listed = async || listing::weeks(&scene.store, &reader, week, week).await.unwrap().swap_remove(1).id;
        assert!(matches!(filed().await, Err(WeeklyReportError::NotFound)));
        assert_eq!(listed().await, None);
        scene.at("2026-03-06 17:00");
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let found = filed().await.unwrap();
        assert_eq!((found.newest.report.done.as_str(), found.newest.number), ("义诊", 1));
        assert!(found.line.id == Some(id) && listed().await == Some(id) && found.receipt.is_some());
        let own = Scope::from(&scene.member().as_reader());
        assert_eq!(listing::filed(&scene.store, own, scene.base.zone, id).await.unwrap(), found);
        let other = reporting(&scene.store, &scene.base, "新来", "2026-W09", None).await;
        let of_other = Scope::from(&reader.of(other));
        let hidden = listing::filed(&scene.store, of_other, scene.base.zone, id).await;
        assert!(matches!(hidden, Err(WeeklyReportError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn the_bases_report_begins_with_what_organisations_filed() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        reporting(&scene.store, &scene.base, "安静", "2026-W02", None).await;
        let asking = Draft { help_kind: "training".to_owned(), help: "财务培训".to_owned(), ..report("义诊") };
        scene.file("2026-W09", asking).await.unwrap();
        let reader = system().reader(scene.base.id);
        let summary = base_report::summary(&scene.store, &reader, at("2026-W09")).await.unwrap();
        assert_eq!((summary.organisations, summary.late, summary.missing), (2, 1, 1));
        assert_eq!((summary.attendances, summary.silent.as_slice()), (60, &["安静".to_owned()][..]));
        assert_eq!(summary.help_needed[0].what, "财务培训");
    })
    .await;
}

#[tokio::test]
async fn a_cadence_is_settled_for_weeks_ahead_only() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let standing = Standing::Registered;
        let every_two = Cadence::every(2, at("2026-W12")).unwrap();
        let new = |from: &str| NewCadence { standing, mode: None::<Mode>, from: at(from), cadence: every_two };
        let now = settle(&scene.store, &scene.bureau(), new("2026-W10"), once()).await;
        assert!(matches!(now, Err(WeeklyReportError::EndNotAhead)));
        for key in ["first", "second"] {
            let intent = Intent::new("reporting_cadence.settle", key, &"the form");
            settle(&scene.store, &scene.bureau(), new("2026-W11"), intent).await.unwrap();
        }
        assert_eq!(list(&scene.store, &system().reader(scene.base.id)).await.unwrap().len(), 1);
        scene.at("2026-03-30 09:00");
        let weeks = read::weeks(&scene.store, &scene.member().as_reader(), None, 5).await.unwrap();
        let asked: Vec<bool> =
            weeks.iter().map(|facts| matches!(facts.expectation, Expectation::Expected { .. })).collect();
        assert_eq!(asked, [true, false, true, false, true]);
        assert_eq!(weeks[1].expectation, Expectation::NotExpected(Why::Cadence));
        let reader = system().reader(scene.base.id);
        let filter = hatchboard::weekly_report::store::matrix::MatrixFilter::default();
        let paging = hatchboard::store::Paging::default();
        let shown = hatchboard::weekly_report::store::matrix::matrix(&scene.store, &reader, &filter, paging).await;
        let expected: Vec<u32> = shown.unwrap().summary[7..].iter().map(|week| week.expected).collect();
        assert_eq!(expected, [1, 0, 1, 0, 1]);
    })
    .await;
}

#[tokio::test]
async fn counters_that_went_wrong_are_found_and_put_right() {
    on_every_database(|store| async move {
        use hatchboard::weekly_report::entity::week_count;
        let scene = Scene::set(store).await;
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let kept = week_count::Entity::find().one(scene.store.read()).await.unwrap().unwrap();
        let tx = scene.store.begin_unrecorded(system().actor(), "test").await.unwrap();
        let wrong = week_count::ActiveModel { id: Set(kept.id), on_time: Set(7), ..Default::default() };
        week_count::Entity::update(wrong).exec(tx.db()).await.unwrap();
        tx.commit_unrecorded().await.unwrap();
        let found = rebuild_counters(&scene.store, true).await.unwrap();
        let expected = Differs { base: scene.base.id, week: "2026-W10".to_owned(), counters: vec![("on_time", 7, 1)] };
        assert_eq!(found, [expected]);
        assert_eq!(rebuild_counters(&scene.store, false).await.unwrap().len(), 1);
        scene.counters_hold().await;
        assert_eq!(week_count::Entity::find().one(scene.store.read()).await.unwrap().unwrap(), kept);
    })
    .await;
}
