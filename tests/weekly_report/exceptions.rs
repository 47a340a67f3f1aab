//! Excuses and extensions.

use hatchboard::{
    period::Period,
    store::{Intent, Paging},
    weekly_report::{
        Cell, Timeliness,
        store::{
            Reviewer, WeeklyReportError,
            exception::{Filter, Given, NewException, Periods, Relief, Whom, give, list, revoke},
            matrix::{MatrixFilter, matrix},
            read,
        },
    },
};

use crate::{
    Scene, at, local_time, once, report, reporting,
    support::{on_every_database, system},
};

fn new(whom: Whom, weeks: &[&str], relief: Relief) -> NewException {
    let periods = Periods::Weeks(weeks.iter().map(|week| at(week)).collect());
    NewException { whom, periods, relief, reason: "台风停工".to_owned(), proof: String::new() }
}

#[tokio::test]
async fn an_excuse_counts_in_neither_part_and_can_be_taken_back() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let operator = Reviewer::from(&scene.manager());
        let these = Whom::These(vec![scene.organisation]);
        // 2026-W08 has no working day, so there is nothing to be excused from.
        let new = new(these, &["2026-W07", "2026-W08", "2026-W09"], Relief::Excuse);
        let intent = || Intent::new("filing_exception.give", "key", &"the form");
        let given = give(&scene.store, &operator, &new, intent()).await.unwrap();
        assert_eq!(given, Given { given: 2, left_out: 1 });
        assert_eq!(give(&scene.store, &operator, &new, intent()).await.unwrap(), given);
        scene.counters_hold().await;
        let reader = system().reader(scene.base.id);
        let shown = matrix(&scene.store, &reader, &MatrixFilter::default(), Paging::default()).await.unwrap();
        assert!(matches!(shown.page.rows[0].cells[10].cell, Cell::Excused(_)));
        assert_eq!((shown.summary[10].expected, shown.summary[10].excused), (0, 1));
        let listed = list(&scene.store, &reader, &Filter::default(), Paging::default()).await.unwrap();
        assert_eq!(listed.total, 2);
        let exception = listed.rows.iter().find(|row| row.period == Period::from(at("2026-W09"))).unwrap();
        revoke(&scene.store, &operator, exception.id, "误给", once()).await.unwrap();
        assert!(revoke(&scene.store, &operator, exception.id, "误给", once()).await.is_err());
        scene.counters_hold().await;
        let weeks = read::weeks(&scene.store, &scene.member().as_reader(), None, 2).await.unwrap();
        assert_eq!(weeks[1].cell, Cell::Missing);
    })
    .await;
}

#[tokio::test]
async fn excusing_what_was_filed_takes_it_out_of_the_counters() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let operator = Reviewer::from(&scene.manager());
        give(&scene.store, &operator, &new(Whom::All, &["2026-W10"], Relief::Excuse), once()).await.unwrap();
        scene.counters_hold().await;
        let reader = system().reader(scene.base.id);
        let shown = matrix(&scene.store, &reader, &MatrixFilter::default(), Paging::default()).await.unwrap();
        let week = shown.summary.last().unwrap();
        assert_eq!((week.expected, week.on_time, week.excused, week.submitted), (0, 0, 1, 1));
    })
    .await;
}

#[tokio::test]
async fn an_extension_for_all_moves_what_has_not_been_filed() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let other = reporting(&scene.store, &scene.base, "启明", "2026-W02", None).await;
        let operator = Reviewer::from(&scene.manager());
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let until = local_time("2026-03-09 12:00");
        let extension = new(Whom::All, &["2026-W10"], Relief::Extension { until });
        let given = give(&scene.store, &operator, &extension, once()).await.unwrap();
        assert_eq!(given, Given { given: 1, left_out: 1 });
        scene.at("2026-03-09 11:00");
        let reader = system().reader(scene.base.id);
        let shown = matrix(&scene.store, &reader, &MatrixFilter::default(), Paging::default()).await.unwrap();
        let week = shown.summary.iter().find(|week| week.week == at("2026-W10")).unwrap();
        assert_eq!((week.on_time, week.pending, week.missing), (1, 1, 0));
        let subject = hatchboard::weekly_report::store::Subject::from(&system().member(scene.base.id, other));
        let filed = crate::filed(&scene.store, &subject, "2026-W10", report("培训")).await.unwrap();
        assert_eq!((filed.timeliness, filed.due_at), (Timeliness::OnTime, until));
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn the_bureau_excuses_the_base_and_nobody_else() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let bureau = Reviewer::from(&scene.bureau());
        let theirs = new(Whom::These(vec![scene.organisation]), &["2026-W10"], Relief::Excuse);
        let given = give(&scene.store, &bureau, &theirs, once()).await;
        assert!(matches!(given, Err(WeeklyReportError::NotFound)));
        let own = new(Whom::All, &["2026-W10"], Relief::Excuse);
        assert_eq!(give(&scene.store, &bureau, &own, once()).await.unwrap().given, 1);
        let foreign = crate::support::base(&scene.store, "xiangtan").await;
        let operator = Reviewer::from(&system().manager(foreign.id));
        let given = give(&scene.store, &operator, &theirs, once()).await;
        assert!(matches!(given, Err(WeeklyReportError::NotFound)));
    })
    .await;
}
