//! The matrix, and what it costs.

use chrono::TimeDelta;
use hatchboard::{
    base::Base,
    incubation::entity::reporting_span,
    organisation::entity::organisation,
    store::{Begun, Paging, Store},
    weekly_report::{
        Cell, Draft, Rate, State,
        entity::weekly_report,
        store::{
            Subject,
            counters::rebuild_counters,
            listing::page_of_week,
            matrix::{Matrix, MatrixFilter, MatrixSort, Shown, matrix},
            queue::{Waits, Whose, base_counts, waiting, waits},
        },
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::{
    Scene, at, filed, local_time, nothing, once, report, reporting,
    support::{self, on_every_database, system},
};

async fn shown(store: &Store, base: &Base, filter: &MatrixFilter) -> Matrix {
    matrix(store, &system().reader(base.id), filter, Paging::default()).await.unwrap()
}

#[tokio::test]
async fn cells_rates_and_the_summary_say_the_same() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let base = scene.base.id;
        let quiet = reporting(&scene.store, &scene.base, "安静", "2026-W02", None).await;
        let left = reporting(&scene.store, &scene.base, "出壳", "2026-W02", Some("2026-W07")).await;
        scene.at("2026-03-06 17:00");
        scene.file("2026-W10", report("义诊")).await.unwrap();
        filed(&scene.store, &Subject::from(&system().member(base, quiet)), "2026-W10", nothing()).await.unwrap();
        filed(&scene.store, &Subject::from(&system().member(base, left)), "2026-W07", report("义诊")).await.unwrap();
        scene.at("2026-03-07 09:00");
        let shown = shown(&scene.store, &scene.base, &MatrixFilter::default()).await;
        assert_eq!((shown.weeks.len(), shown.last_due), (12, Some(at("2026-W10"))));
        let cells: Vec<&Cell> = shown.page.rows.iter().map(|row| &row.cells[11].cell).collect();
        assert!(cells.contains(&&Cell::OnTime) && cells.contains(&&Cell::OnTimeNothing), "{cells:?}");
        for (place, week) in shown.summary.iter().enumerate() {
            let of_cells: Rate = shown.page.rows.iter().map(|row| &row.cells[place].cell).collect();
            assert_eq!(week.rate, of_cells, "{}", week.week);
            let missing = shown.page.rows.iter().filter(|row| row.cells[place].cell == Cell::Missing).count();
            assert_eq!(usize::try_from(week.missing).unwrap(), missing, "{}", week.week);
        }
        let of_quarter = |quarter: &str| MatrixFilter { quarter: quarter.parse().ok(), ..MatrixFilter::default() };
        let begun = self::shown(&scene.store, &scene.base, &of_quarter("2026-Q1")).await;
        assert_eq!((begun.weeks[0], begun.weeks.len()), (at("2026-W01"), 10), "those that have begun");
        let over = self::shown(&scene.store, &scene.base, &of_quarter("2025-Q4")).await;
        assert_eq!((over.weeks[0], over.weeks.len()), (at("2025-W40"), 13));
        let of_month = MatrixFilter { month: "2026-02".parse().ok(), ..MatrixFilter::default() };
        let of_month = self::shown(&scene.store, &scene.base, &of_month).await;
        assert_eq!((of_month.weeks[0], of_month.weeks.len()), (at("2026-W06"), 4));
        let ahead = self::shown(&scene.store, &scene.base, &of_quarter("2026-Q2")).await;
        assert_eq!(ahead.weeks, shown.weeks, "of which none has begun");
        // 2026-W07 is late by three weeks, 2026-W08 asks for nothing.
        assert_eq!((shown.summary[8].late, shown.summary[9].expected), (1, 0));
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn an_overdue_return_turns_late_in_the_summary_too() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.file("2026-W10", report("义诊")).await.unwrap();
        let reviewer = hatchboard::weekly_report::store::Reviewer::from(&scene.manager());
        let seen = scene.oldest(Whose::Organisations).await;
        hatchboard::weekly_report::store::review::send_back(&scene.store, &reviewer, seen, "请补照片", once())
            .await
            .unwrap();
        scene.at("2026-03-10 09:00");
        let shown = shown(&scene.store, &scene.base, &MatrixFilter::default()).await;
        assert!(matches!(shown.page.rows[0].cells[10].cell, Cell::Late { counts: true, .. }));
        assert_eq!((shown.summary[10].on_time, shown.summary[10].late), (0, 1));
        scene.counters_hold().await;
    })
    .await;
}

#[tokio::test]
async fn silent_are_those_whose_last_due_week_is_missing() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        for name in ["安静", "沉默"] {
            reporting(&scene.store, &scene.base, name, "2026-W02", None).await;
        }
        reporting(&scene.store, &scene.base, "出壳", "2026-W02", Some("2026-W05")).await;
        scene.file("2026-W09", report("义诊")).await.unwrap();
        let silent = MatrixFilter { shown: Shown::Silent, ..MatrixFilter::default() };
        let found = shown(&scene.store, &scene.base, &silent).await;
        let names: Vec<&str> = found.page.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!((names.len(), found.page.total), (2, 2), "{names:?}");
        assert!(!names.contains(&"春晖") && !names.contains(&"出壳"), "{names:?}");
        let counts = base_counts(&scene.store, &system().reader(scene.base.id)).await.unwrap();
        assert_eq!((counts.missing_last_due, counts.silent), (2, 2));
        let search = MatrixFilter { search: "沉".to_owned(), sort: MatrixSort::LastReport, ..MatrixFilter::default() };
        assert_eq!(shown(&scene.store, &scene.base, &search).await.page.total, 1);
    })
    .await;
}

#[tokio::test]
async fn asking_for_help_are_those_whose_filed_report_of_two_weeks_says_so() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        for name in ["安静", "沉默"] {
            reporting(&scene.store, &scene.base, name, "2026-W02", None).await;
        }
        let help = |what: &str| Draft { help_kind: "training".to_owned(), help: what.to_owned(), ..report("义诊") };
        scene.file("2026-W09", help("会计培训")).await.unwrap();
        let reader = system().reader(scene.base.id);
        let asking = MatrixFilter { shown: Shown::AskingForHelp, ..MatrixFilter::default() };
        let found = shown(&scene.store, &scene.base, &asking).await;
        assert_eq!((found.page.total, found.page.rows[0].name.as_str()), (1, "春晖"));
        assert_eq!(base_counts(&scene.store, &reader).await.unwrap().help_wanted, 1);
        assert_eq!(waits(&scene.store, &reader).await.unwrap(), Waits { of_organisations: 1, of_base: 0 });
        scene.at("2026-03-16 09:00");
        assert_eq!(shown(&scene.store, &scene.base, &asking).await.page.total, 0, "two weeks later it is history");
    })
    .await;
}

#[tokio::test]
async fn a_page_costs_the_same_statements_at_15_and_at_1500_organisations() {
    on_every_database(|store| async move {
        let mut costs = Vec::new();
        for (slug, organisations) in [("small", 15), ("large", 1_500)] {
            let base = support::base(&store, slug).await;
            fill(&store, &base, organisations).await;
            let reader = system().reader(base.id);
            let (page, of_matrix) = store.count_statements(shown(&store, &base, &MatrixFilter::default())).await;
            assert_eq!(page.page.total, organisations as u64);
            let (_, of_counts) = store.count_statements(base_counts(&store, &reader)).await;
            let (_, of_queue) =
                store.count_statements(waiting(&store, &reader, Whose::Organisations, Paging::default())).await;
            let of_week = page_of_week(&store, &reader, at("2026-W10"), Paging::default());
            let (listed, of_list) = store.count_statements(of_week).await;
            assert_eq!(listed.unwrap().total, organisations as u64 + 1);
            costs.push((of_matrix, of_counts, of_queue, of_list));
        }
        assert_eq!(costs[0], costs[1]);
        assert!(costs[0].0 <= 9, "{costs:?}");
        assert!(costs[0].1 <= 10, "{costs:?}");
        assert!(costs[0].2 <= 6, "{costs:?}");
    })
    .await;
}

/// Organisations that have all reported for twelve weeks, written in bulk.
async fn fill(store: &Store, base: &Base, organisations: usize) {
    let Begun::Fresh(tx) = store.begin(system().actor(), once()).await.unwrap() else {
        unreachable!("an intent of its own is fresh")
    };
    let ids: Vec<Uuid> = (0..organisations).map(|_| Uuid::now_v7()).collect();
    let text = || Set(String::new());
    let rows = ids.iter().enumerate().map(|(number, id)| organisation::ActiveModel {
        id: Set(*id),
        base_id: Set(base.id),
        name: Set(format!("第{number:04}号互助中心")),
        initials: text(),
        code: Set(None),
        kind: Set("association".to_owned()),
        standing: Set("registered".to_owned()),
        district: text(),
        registrar: text(),
        sponsor: text(),
        legal_person: text(),
        contact_name: text(),
        contact_phone: text(),
        address: text(),
        founded_on: Set(None),
        scope: text(),
        grade: Set(None),
        stage: Set("incubating".to_owned()),
        mode: Set(Some("in_shell".to_owned())),
        admitted_on: Set(None),
        left_on: Set(None),
        last_report_week: Set(Some("2026-W10".to_owned())),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        row_version: Set(1),
    });
    tx.insert_all(rows.collect()).await.unwrap();
    let spans = ids.iter().map(|id| reporting_span::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base.id),
        organisation_id: Set(*id),
        first_week: Set("2025-W40".to_owned()),
        last_week: Set(None),
    });
    tx.insert_all(spans.collect()).await.unwrap();
    let weeks: Vec<_> = at("2026-W10").plus(-11).through(at("2026-W10")).collect();
    let reports = ids.iter().flat_map(|id| weeks.iter().map(|week| filed_row(base.id, *id, &week.to_string())));
    tx.insert_all(reports.collect()).await.unwrap();
    tx.audit(
        base.id,
        system().actor(),
        hatchboard::audit::Deed::OrganisationRegistered,
        &base.id.to_string(),
        &organisations,
    );
    tx.commit("").await.unwrap();
    rebuild_counters(store, false).await.unwrap();
}

fn filed_row(base: Uuid, subject: Uuid, week: &str) -> weekly_report::ActiveModel {
    let due_at = local_time("2026-01-01 18:00") + TimeDelta::weeks(at("2026-W01").weeks_until(at(week)));
    weekly_report::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base),
        subject_id: Set(subject),
        of_base: Set(false),
        week: Set(week.to_owned()),
        state: Set(State::Submitted.code().to_owned()),
        draft: Set("{}".to_owned()),
        draft_saved_at: Set(due_at),
        draft_saved_by: Set("张三".to_owned()),
        draft_version: Set(1),
        nothing_to_report: Set(false),
        activities: Set(2),
        attendances: Set(60),
        help: Set(None),
        versions: Set(1),
        receipt: Set(None),
        due_at: Set(Some(due_at)),
        first_filed_at: Set(Some(due_at)),
        timeliness: Set(Some("on_time".to_owned())),
        late_minutes: Set(0),
        filed_at: Set(Some(due_at)),
        filed_by: Set(Some("张三".to_owned())),
        on_behalf: Set(false),
        on_behalf_confirmed_at: Set(None),
        return_due_at: Set(None),
        reviewed_at: Set(None),
        reviewed_by: Set(None),
        attachments: Set(0),
        on_device_at: Set(None),
        device_counts: Set(false),
        counts: Set(true),
        reworked: Set("[]".to_owned()),
        reopening: Set(None),
        row_version: Set(2),
    }
}
