use chrono::TimeDelta;
use hatchboard::{
    audit,
    organisation::{
        import::{Done, ImportRefusal, ImportReport, read},
        store::{
            Filter, ImportError, Sort, Stands, all, confirm, edit, import_registry, open, preview, profile,
            sweep_previews,
        },
    },
    store::{Store, StoreError},
};
use uuid::Uuid;

use crate::{
    once,
    support::{base, on_every_database, pass, system},
    today,
};

const CLEAN: &[u8] = include_bytes!("../data/registry/clean.xlsx");
const MESSY: &[u8] = include_bytes!("../data/registry/messy.xlsx");
const EXPECTED: &str = include_str!("../data/registry/messy-expected.csv");

async fn names(store: &Store, base: Uuid) -> Vec<String> {
    let rows = all(store, &system().reader(base), &Filter::default(), Sort::default()).await.unwrap();
    rows.into_iter().map(|row| row.name).collect()
}

fn outcomes(report: &ImportReport) -> Vec<(String, String)> {
    report.rows.iter().map(|row| (row.row.to_string(), row.outcome.clone())).collect()
}

fn expected() -> Vec<(String, String)> {
    let lines = EXPECTED.lines().skip(1).map(|line| line.splitn(4, ',').collect::<Vec<_>>());
    lines.map(|line| (line[0].to_owned(), line[2].to_owned())).collect()
}

#[tokio::test]
async fn the_messy_register_has_its_expected_outcome_before_and_after_the_clean_one() {
    on_every_database(|store| async move {
        let (fresh, used) = (base(&store, "fresh").await, base(&store, "used").await);
        import_registry(&store, &system().manager(used.id), CLEAN.to_vec(), false).await.unwrap();
        for base in [fresh, used] {
            let manager = system().manager(base.id);
            let dry = import_registry(&store, &manager, MESSY.to_vec(), true).await.unwrap();
            assert_eq!(outcomes(&dry), expected());
            assert_eq!((dry.accepted, dry.rejected), (12, 4));
            let report = import_registry(&store, &manager, MESSY.to_vec(), false).await.unwrap();
            assert_eq!(outcomes(&report), expected());
        }
    })
    .await;
}

#[tokio::test]
async fn a_dry_run_writes_nothing_and_the_same_register_twice_adds_nothing_twice() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        import_registry(&store, &manager, CLEAN.to_vec(), true).await.unwrap();
        assert!(names(&store, base.id).await.is_empty());
        import_registry(&store, &manager, CLEAN.to_vec(), false).await.unwrap();
        let first = all(&store, &system().reader(base.id), &Filter::default(), Sort::default()).await.unwrap();
        assert_eq!(first.len(), 15);
        assert!(first.iter().all(|row| row.stage.is_some() && row.admitted_on.is_some() && row.mode.is_some()));
        import_registry(&store, &manager, CLEAN.to_vec(), false).await.unwrap();
        let second = all(&store, &system().reader(base.id), &Filter::default(), Sort::default()).await.unwrap();
        assert_eq!(first, second);
        assert!(audit::verify(&store, &base.id.to_string()).await.unwrap().is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_preview_writes_no_organisation_and_its_confirmation_all_of_them_once() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        let id: Uuid = preview(&store, &manager, "花名册.xlsx", MESSY.to_vec(), once()).await.unwrap().parse().unwrap();
        assert!(names(&store, base.id).await.is_empty());
        let seen = open(&store, &manager, id).await.unwrap();
        let Stands::Previewed { judged, digest } = &seen.stands else { panic!("it waits") };
        assert_eq!(judged.len(), 16);
        assert_eq!(read(&seen.refused("原因", ToString::to_string).unwrap()).unwrap().len(), 4);

        confirm(&store, &manager, id, digest, once()).await.unwrap();
        assert_eq!(names(&store, base.id).await.len(), 12);
        let done = open(&store, &manager, id).await.unwrap();
        let Stands::Confirmed { rows, .. } = &done.stands else { panic!("it is confirmed") };
        assert_eq!(rows.iter().filter(|row| row.done == Done::Created).count(), 12);
        assert_eq!(read(&done.refused("原因", ToString::to_string).unwrap()).unwrap().len(), 4);
        assert!(matches!(confirm(&store, &manager, id, digest, once()).await, Err(ImportError::Settled)));

        let stranger = system().manager(crate::support::base(&store, "b").await.id);
        assert!(matches!(open(&store, &stranger, id).await, Err(ImportError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_preview_that_nobody_confirms_is_thrown_away_after_a_week_with_the_numbers_in_it() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        let look = async || -> Uuid {
            preview(&store, &manager, "花名册.xlsx", CLEAN.to_vec(), once()).await.unwrap().parse().unwrap()
        };
        let (left, confirmed) = (look().await, look().await);
        let Stands::Previewed { digest, .. } = open(&store, &manager, confirmed).await.unwrap().stands else {
            panic!("it waits")
        };
        confirm(&store, &manager, confirmed, &digest, once()).await.unwrap();
        pass(&store, TimeDelta::days(6));
        sweep_previews(&store).await.unwrap();
        assert!(open(&store, &manager, left).await.is_ok());
        pass(&store, TimeDelta::days(2));
        sweep_previews(&store).await.unwrap();
        assert!(matches!(open(&store, &manager, left).await, Err(ImportError::NotFound)));
        assert!(open(&store, &manager, confirmed).await.is_ok(), "what was done stays");
    })
    .await;
}

#[tokio::test]
async fn a_preview_of_a_register_that_has_changed_since_wants_another_look() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        import_registry(&store, &manager, CLEAN.to_vec(), false).await.unwrap();
        let id: Uuid = preview(&store, &manager, "花名册.xlsx", CLEAN.to_vec(), once()).await.unwrap().parse().unwrap();
        let Stands::Previewed { digest, .. } = open(&store, &manager, id).await.unwrap().stands else { panic!() };

        let rows = all(&store, &system().reader(base.id), &Filter::default(), Sort::default()).await.unwrap();
        let reader = system().reader(base.id).of(rows[0].id);
        let (before, version) = profile(&store, &reader).await.unwrap().unwrap();
        let mut text = before.to_text();
        text.address = "搬到别处".into();
        edit(&store, &manager, rows[0].id, version, text, today(), once()).await.unwrap();

        let stale = confirm(&store, &manager, id, &digest, once()).await;
        assert!(matches!(stale, Err(ImportError::Store(StoreError::Stale))), "{stale:?}");
        let Stands::Previewed { digest, .. } = open(&store, &manager, id).await.unwrap().stands else { panic!() };
        confirm(&store, &manager, id, &digest, once()).await.unwrap();
        let Stands::Confirmed { rows, .. } = open(&store, &manager, id).await.unwrap().stands else { panic!() };
        assert_eq!(rows.iter().filter(|row| row.done == Done::Updated).count(), 1);
        assert_eq!(rows.iter().filter(|row| row.done == Done::Unchanged).count(), 14);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_workbook_leaves_no_trace() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        let refused = preview(&store, &manager, "x.xlsx", b"name,code\n".to_vec(), once()).await;
        assert!(matches!(refused, Err(ImportError::Refused(ImportRefusal::NotAWorkbook(_)))));
    })
    .await;
}

#[tokio::test]
async fn a_preview_costs_the_same_statements_whatever_the_register() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        let id: Uuid = preview(&store, &manager, "a.xlsx", CLEAN.to_vec(), once()).await.unwrap().parse().unwrap();
        let (_, before) = store.count_statements(open(&store, &manager, id)).await;
        import_registry(&store, &manager, CLEAN.to_vec(), false).await.unwrap();
        let (_, after) = store.count_statements(open(&store, &manager, id)).await;
        assert_eq!((before, after), (4, 4));
    })
    .await;
}
