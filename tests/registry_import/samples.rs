use std::{collections::BTreeMap, io::Cursor};

use calamine::{Data, Reader, Xlsx};
use hatchboard::incubation::Mode;
use hatchboard::organisation::{
    CodeFault, DateFault, Fault, Field,
    import::{Change, Known, Outcome, Reason, judge, read, refused_workbook, why},
};
use rust_xlsxwriter::Workbook;

use crate::{CLEAN, day, of_field, reasons, today};

const MESSY: &[u8] = include_bytes!("../data/registry/messy.xlsx");
const EXPECTED: &str = include_str!("../data/registry/messy-expected.csv");

#[test]
fn the_clean_register_is_taken_in_whole() {
    let rows = read(CLEAN).unwrap();
    let judged = judge(&rows, &Known::default(), today());
    assert_eq!(judged.len(), 15);
    for judged in &judged {
        let Outcome::Accepted(accepted) = &judged.outcome else { panic!("{judged:?}") };
        assert_eq!(accepted.change, Change::New);
        assert!(judged.warnings.is_empty() && accepted.admitted_on.is_some() && accepted.mode.is_some(), "{judged:?}");
    }
    let Outcome::Accepted(first) = &judged[0].outcome else { panic!() };
    assert_eq!(first.profile.founded_on, Some(day(2022, 8, 15)));
    assert_eq!(first.mode, Some(Mode::InShell));
}

#[test]
fn a_second_import_of_the_same_register_changes_nothing() {
    let rows = read(CLEAN).unwrap();
    let known: Known = judge(&rows, &Known::default(), today())
        .into_iter()
        .zip(1..)
        .filter_map(|(judged, id)| match judged.outcome {
            Outcome::Accepted(accepted) => Some((uuid::Uuid::from_u128(id), accepted.profile)),
            Outcome::Rejected(_) => None,
        })
        .collect();
    for judged in judge(&rows, &known, today()) {
        assert!(matches!(&judged.outcome, Outcome::Accepted(a) if matches!(a.change, Change::Unchanged { .. })));
    }
    for judged in judge(&read(MESSY).unwrap(), &known, today()) {
        match &judged.outcome {
            Outcome::Accepted(accepted) if judged.row == 10 => {
                assert!(matches!(accepted.change, Change::Updates { .. }), "filed here, registered there: {judged:?}");
                assert!(accepted.profile.code.is_some(), "the known code is kept");
            }
            Outcome::Accepted(accepted) => {
                assert!(matches!(accepted.change, Change::Unchanged { .. }), "other spelling, same facts: {judged:?}");
            }
            Outcome::Rejected(_) => assert!([8, 11, 12, 15].contains(&judged.row)),
        }
    }
}

#[test]
fn each_row_of_the_messy_register_has_its_expected_outcome() {
    let judged = judge(&read(MESSY).unwrap(), &Known::default(), today());
    let lines: Vec<Vec<&str>> = EXPECTED.lines().skip(1).map(|line| line.splitn(4, ',').collect()).collect();
    assert_eq!(judged.len(), lines.len());
    for (judged, line) in judged.iter().zip(lines) {
        assert_eq!(judged.row.to_string(), line[0]);
        assert_eq!(judged.name, line[1].trim());
        assert_eq!(reasons(judged).is_empty(), line[2] == "accepted", "{judged:?}");
        if line[2] == "rejected" {
            assert_eq!(reasons(judged).iter().map(why).collect::<Vec<_>>(), [line[3]]);
        }
    }
    let by_row: BTreeMap<u32, &[Reason]> = judged.iter().map(|judged| (judged.row, reasons(judged))).collect();
    assert_eq!(by_row[&8], [of_field(Field::Code, Fault::Code(CodeFault::WrongCheckCharacter))]);
    assert_eq!(by_row[&11], [of_field(Field::Code, Fault::CodeNeeded)]);
    assert_eq!(by_row[&12], [of_field(Field::FoundedOn, Fault::Date(DateFault::NoSuchDate))]);
    assert_eq!(by_row[&15], [Reason::CodeTwice { sheet: "附件1".to_owned(), row: 14 }]);
}

#[test]
fn refused_rows_go_back_with_their_reason_and_can_be_read_again() {
    let rows = read(MESSY).unwrap();
    let judged = judge(&rows, &Known::default(), today());
    let workbook = refused_workbook(&rows, &judged, "退回原因", why).unwrap();

    let mut sheets: Xlsx<_> = Xlsx::new(Cursor::new(workbook.clone())).unwrap();
    let sheet = sheets.worksheet_range("附件1").unwrap();
    assert_eq!(sheet.get_value((0, 0)), Some(&Data::String("退回原因".into())));
    assert_eq!(sheet.get_value((1, 0)), Some(&Data::String("check character of the code is wrong".into())));
    assert!(sheet.used_cells().all(|(_, _, cell)| matches!(cell, Data::String(_))));

    let again = read(&workbook).unwrap();
    let refused: Vec<_> = rows.iter().zip(&judged).filter(|(_, judged)| !reasons(judged).is_empty()).collect();
    assert_eq!(again.len(), refused.len());
    for (again, (row, _)) in again.iter().zip(refused) {
        assert_eq!(again.text, row.text);
    }
}

#[test]
fn a_cell_that_begins_like_a_formula_goes_back_as_text() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let dangerous = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1"];
    for (column, heading) in ["机构名称", "信用代码", "专长"].into_iter().enumerate() {
        sheet.write_string(0, u16::try_from(column).unwrap(), heading).unwrap();
    }
    for (row, text) in (1..).zip(dangerous) {
        sheet.write_string(row, 0, text).unwrap();
        sheet.write_string(row, 1, "=cmd|'/c calc'!A1").unwrap();
        sheet.write_string(row, 2, text).unwrap();
    }
    let rows = read(&workbook.save_to_buffer().unwrap()).unwrap();
    let judged = judge(&rows, &Known::default(), today());
    let back = refused_workbook(&rows, &judged, "=reason", |_| "=reason".to_owned()).unwrap();
    let mut sheets: Xlsx<_> = Xlsx::new(Cursor::new(&back)).unwrap();
    let range = sheets.worksheet_range("Sheet1").unwrap();
    assert_eq!(range.height(), 1 + dangerous.len());
    assert!(range.used_cells().all(|(_, _, cell)| matches!(cell, Data::String(_))));
    assert!(sheets.worksheet_formula("Sheet1").unwrap().is_empty());
}
