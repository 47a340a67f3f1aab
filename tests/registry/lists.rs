use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use hatchboard::{
    export::{Cell, Column, Sheet},
    incubation::{Mode, Phase, Stage},
    organisation::{
        Kind, Standing,
        store::{Filter, Sort, SortBy, all, import_registry, page},
    },
};
use rust_xlsxwriter::Workbook;

use crate::{
    incubated, profile, register,
    support::{base, on_every_database, system},
};

fn search(text: &str) -> Filter {
    Filter { search: text.to_owned(), ..Filter::default() }
}

#[tokio::test]
async fn an_organisation_is_found_by_name_code_initials_and_every_filter() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let reader = system().reader(base.id);
        let first = incubated(&store, &base, 1).await;
        let mut filed = profile(2);
        (filed.name, filed.code, filed.kind, filed.standing) =
            ("炎陵县100%_知行促进会".into(), String::new(), "community".into(), "filed".into());
        filed.strengths = "助学".into();
        let second = register(&store, &base, filed, None).await;
        let names = [
            (search("号互助"), vec![first]),
            (search("52430200mj"), vec![first]),
            (search("ｄｙｈ"), vec![]),
            (search("hhzzx"), vec![first]),
            (search("ylx"), vec![second]),
            (search("100%_"), vec![second]),
            (search("100_%"), vec![]),
            (search("  "), vec![first, second]),
            (Filter { kind: Some(Kind::Community), ..Filter::default() }, vec![second]),
            (Filter { standing: Some(Standing::Registered), ..Filter::default() }, vec![first]),
            (Filter { stage: Some(Stage::Incubating), ..Filter::default() }, vec![first]),
            (Filter { phase: Some(Phase::Incubating), ..Filter::default() }, vec![first]),
            (Filter { phase: Some(Phase::Exited), ..Filter::default() }, vec![]),
            (Filter { mode: Some(Mode::OutOfShell), ..Filter::default() }, vec![]),
            (Filter { district: "天元区".into(), ..Filter::default() }, vec![second]),
            (Filter { strength: "助老".into(), ..Filter::default() }, vec![first]),
        ];
        for (filter, mut expected) in names {
            let found = page(&store, &reader, &filter, Sort::default(), 1, 50).await.unwrap();
            let mut ids: Vec<_> = found.rows.iter().map(|row| row.id).collect();
            ids.sort();
            expected.sort();
            assert_eq!(ids, expected, "{filter:?}");
            assert_eq!(found.total, expected.len() as u64);
            assert_eq!(found.districts, ["天元区", "芦淞区"].map(str::to_owned).to_vec());
            assert_eq!(found.strengths.len(), 3);
            let exported = all(&store, &reader, &filter, Sort::default()).await.unwrap();
            assert_eq!(exported, found.rows);
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_shows_nothing_of_another_base() {
    on_every_database(|store| async move {
        let (ours, theirs) = (base(&store, "a").await, base(&store, "b").await);
        incubated(&store, &theirs, 1).await;
        let found = page(&store, &system().reader(ours.id), &Filter::default(), Sort::default(), 1, 50).await.unwrap();
        assert_eq!((found.total, found.rows.len(), found.districts.len()), (0, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last_and_the_order_can_be_turned() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let reader = system().reader(base.id);
        for number in 1..=5 {
            incubated(&store, &base, number).await;
        }
        let sort = Sort { by: SortBy::Code, descending: true };
        let last = page(&store, &reader, &Filter::default(), sort, 9, 2).await.unwrap();
        assert_eq!((last.page, last.total, last.rows.len()), (3, 5, 1));
        assert_eq!(last.rows[0].name, "第1号互助中心");
    })
    .await;
}

/// A register of so many organisations, as a workbook.
fn register_of(organisations: usize) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in (0..).zip(["机构名称", "统一社会信用代码", "区县", "专长", "入驻日期"])
    {
        sheet.write_string(0, column, heading).unwrap();
    }
    for number in 0..organisations {
        let (row, of) = (u32::try_from(number).unwrap() + 1, profile(number));
        for (column, text) in (0..).zip([of.name, of.code, of.district, of.strengths, "2025-08-01".to_owned()]) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[tokio::test]
async fn a_list_costs_the_same_statements_at_15_and_at_1500_organisations() {
    on_every_database(|store| async move {
        let mut counted = Vec::new();
        for organisations in [15, 1_500] {
            let base = base(&store, &format!("of-{organisations}")).await;
            let manager = system().manager(base.id);
            let report = import_registry(&store, &manager, register_of(organisations), false).await.unwrap();
            assert_eq!(report.accepted, organisations);
            let reader = system().reader(base.id);
            let filter = Filter { strength: "助老".into(), ..search("中心") };
            let (found, of_page) = store.count_statements(page(&store, &reader, &filter, Sort::default(), 1, 50)).await;
            assert_eq!(found.unwrap().total, organisations as u64);
            let (rows, of_all) = store.count_statements(all(&store, &reader, &filter, Sort::default())).await;
            assert_eq!(rows.unwrap().len(), organisations);
            counted.push((of_page, of_all));
        }
        assert_eq!(counted, [(6, 3), (6, 3)]);
    })
    .await;
}

#[test]
fn an_exported_list_reads_back_typed_and_without_formulas() {
    let column = |heading: &str| Column { id: heading.to_owned(), heading: heading.to_owned(), width: 20 };
    let sheet = Sheet {
        name: "机构档案".into(),
        made: "=cmd|'/c calc'!A1".into(),
        columns: vec![column("机构名称"), column("入驻日期"), column("数")],
        rows: vec![vec![Cell::from("+1"), Cell::Day(crate::day("2025-08-01")), Cell::Whole(7)], vec![Cell::Empty]],
    };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(sheet.to_workbook().unwrap())).unwrap();
    assert!(workbook.worksheet_formula("机构档案").unwrap().is_empty());
    let range = workbook.worksheet_range("机构档案").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&Data::String("机构名称".into())));
    assert_eq!(range.get_value((2, 0)), Some(&Data::String("+1".into())));
    let Some(Data::DateTime(date)) = range.get_value((2, 1)) else { panic!("a date is a date: {range:?}") };
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    assert_eq!((year, month, day), (2025, 8, 1));
    assert!(matches!(range.get_value((2, 2)), Some(Data::Float(7.0) | Data::Int(7))));
}
