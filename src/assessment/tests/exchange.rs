//! Scorecards as files.

use rust_xlsxwriter::{Workbook, Worksheet};

use crate::{
    assessment::{
        Applicability, CardText, Kind, Rule, Scorecard,
        exchange::{CardFileRefusal, Headings, MOST_BYTES, RuleRow, read, to_json_file, to_workbook},
        organisation, read_card, shipped,
    },
    incubation::Mode,
    organisation::{
        Standing,
        import::{Found, ImportRefusal},
    },
};

fn rules(kind: Kind) -> Vec<RuleRow> {
    let row = |rule: &Rule| RuleRow {
        rule: *rule, name: format!("={rule}"), formula: "满分 × 按时 ÷ 应报".to_owned()
    };
    kind.rules().iter().map(row).collect()
}

fn workbook(kind: Kind, card: &CardText, headings: Headings) -> Vec<u8> {
    to_workbook(kind, card, headings, &rules(kind)).unwrap()
}

/// One that uses everything that a card can say.
fn rich() -> Scorecard {
    let mut card = organisation();
    card.name = "=机构评分表".to_owned();
    let one = &mut card.sections[1].indicators[0];
    one.name = "+制度, 、；".to_owned();
    one.article = "运营管理办法 第十二条".to_owned();
    one.applies_to = Applicability { standings: vec![Standing::Registered], modes: vec![Mode::InShell] };
    card.sections[1].indicators[1].applies_to.standings = vec![Standing::Unregistered];
    card.vetoes.truncate(2);
    card
}

#[test]
fn a_card_goes_into_a_workbook_and_back() {
    for headings in [Headings::Chinese, Headings::English] {
        for card in Kind::ALL.iter().copied().map(shipped).chain([rich()]) {
            let file = workbook(card.kind, &CardText::from(&card), headings);
            assert!(file.len() < MOST_BYTES);
            let text = read(card.kind, &file).unwrap();
            assert_eq!(read_card(card.kind, &text), Ok(card));
        }
    }
}

#[test]
fn a_card_goes_into_json_and_back() {
    for card in Kind::ALL.iter().copied().map(shipped).chain([rich()]) {
        let file = [b"\xEF\xBB\xBF".as_slice(), &to_json_file(&card)].concat();
        assert_eq!(read(card.kind, &file), Ok(CardText::from(&card)));
    }
}

#[test]
fn what_is_no_number_yet_stays_as_it_was_typed() {
    let mut text = CardText::from(&organisation());
    text.sections[0].indicators[0].max = "五分".to_owned();
    text.head.bonus_cap = "待定".to_owned();
    let found = read(Kind::Organisation, &workbook(Kind::Organisation, &text, Headings::Chinese)).unwrap();
    assert_eq!(found.sections[0].indicators[0].max, "五分");
    assert_eq!(found.head.bonus_cap, "待定");
}

#[test]
fn a_card_of_another_kind_is_refused() {
    let base = shipped(Kind::Base);
    for file in [to_json_file(&base), workbook(Kind::Base, &CardText::from(&base), Headings::English)] {
        assert_eq!(read(Kind::Organisation, &file), Err(CardFileRefusal::OtherKind(Kind::Base)));
    }
}

#[test]
fn json_that_is_no_card_is_refused_with_the_place() {
    let text = String::from_utf8(to_json_file(&organisation())).unwrap();
    let place = |text: &str| match read(Kind::Organisation, text.as_bytes()) {
        Err(CardFileRefusal::NotACard { line, why, .. }) => (line, why),
        other => panic!("{other:?}"),
    };
    let broken = text.replacen("\"5.00\"", "\"5.001\"", 1);
    let line = broken.lines().position(|line| line.contains("5.001")).unwrap() + 1;
    assert_eq!(place(&broken), (line, "`5.001` is no number of points with at most two decimals".to_owned()));
    assert_eq!(place("{\"kind\": \"organisation\"}").1, "missing field `name`");
    assert_eq!(place("{").0, 1);
}

#[test]
fn what_is_neither_is_refused() {
    let of = |bytes: &[u8]| read(Kind::Organisation, bytes).unwrap_err();
    let nothing = |found| CardFileRefusal::Workbook(ImportRefusal::NotAWorkbook(found));
    assert_eq!(of(b""), nothing(Found::Nothing));
    assert_eq!(of(b"%PDF-1.7"), nothing(Found::Pdf));
    assert_eq!(of("指标,满分".as_bytes()), nothing(Found::Text));
    assert_eq!(of(&vec![b'{'; MOST_BYTES + 1]), CardFileRefusal::TooLarge);
}

fn made(write: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    write(workbook.add_worksheet());
    workbook.save_to_buffer().unwrap()
}

fn line(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in (0..).zip(cells) {
        if !cell.is_empty() {
            sheet.write_string(row, column, *cell).unwrap();
        }
    }
}

#[test]
fn a_workbook_made_by_hand_needs_three_columns() {
    let file = made(|sheet| {
        line(sheet, 0, &["株洲市机构评分表（征求意见稿）"]);
        line(sheet, 2, &["指 标", "部分", "满分", "登记状态"]);
        line(sheet, 3, &["制度", "治理", "40", "已登记/拟登记"]);
        line(sheet, 4, &["档案", "", "60"]);
        line(sheet, 6, &["", "合计", "100"]);
    });
    let card = read(Kind::Organisation, &file).unwrap();
    assert_eq!(card.sections.len(), 1);
    let names: Vec<_> = card.sections[0].indicators.iter().map(|one| (one.name.as_str(), one.max.as_str())).collect();
    assert_eq!((card.sections[0].name.as_str(), names), ("治理", vec![("制度", "40"), ("档案", "60")]));
    assert!(card.sections[0].indicators[0].is_for_standing(Standing::Unregistered));
    assert_eq!(card.sections[0].indicators[0].scoring, "judgement");
    let without = made(|sheet| line(sheet, 0, &["指标", "满分"]));
    assert_eq!(read(Kind::Organisation, &without), Err(CardFileRefusal::NoIndicators));
    let unknown = made(|sheet| {
        line(sheet, 0, &["部分", "指标", "满分", "孵化方式"]);
        line(sheet, 1, &["治理", "制度", "100", "壳内、云端"]);
    });
    let refusal = CardFileRefusal::UnknownWords { row: 2, words: "云端".to_owned() };
    assert_eq!(read(Kind::Organisation, &unknown), Err(refusal));
}
