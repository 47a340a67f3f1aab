//! Workbooks made from a seed: other headings, order, titles, forms of dates, kinds of cells, slips.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hatchboard::incubation::Mode;
use hatchboard::organisation::{
    CodeFault, CreditCode, DateFault, Fault, Field, Grade, Kind, Profile, Standing,
    import::{Column, Known, Outcome, Reason, accepted_names, judge, read},
};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::{day, of_field, today};

/// A generator of numbers that a seed repeats (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.roll() % bound as u64).unwrap()
    }

    fn number(&mut self, bound: u32) -> u32 {
        u32::try_from(self.roll() % u64::from(bound)).unwrap()
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.roll() % 100 < percent
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// What is written into one cell.
#[derive(Clone)]
enum Written {
    Text(String),
    Number(f64),
    Day(NaiveDate),
}

/// One generated row, with what must come of it.
struct Generated {
    cells: BTreeMap<Column, Written>,
    profile: Profile,
    admitted_on: Option<NaiveDate>,
    mode: Option<Mode>,
    refusal: Option<Reason>,
}

fn full_width(text: &str) -> String {
    text.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect()
}

fn serial(day_written: NaiveDate) -> f64 {
    f64::from(i32::try_from((day_written - day(1899, 12, 30)).num_days()).unwrap())
}

fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let tens = match number / 10 {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", DIGITS[tens as usize]),
    };
    format!("{tens}{}", DIGITS[(number % 10) as usize])
}

fn written_day(dice: &mut Dice, written: NaiveDate) -> Written {
    let (y, m, d) = (written.format("%Y").to_string(), written.format("%-m"), written.format("%-d"));
    Written::Text(match dice.below(11) {
        0 | 1 => return Written::Day(written),
        2 => return Written::Number(serial(written)),
        3 => return Written::Number(written.format("%Y%m%d").to_string().parse().unwrap()),
        4 => format!("{y}年{m}月{d}日"),
        5 => format!("{y}.{m}.{d}"),
        6 => format!("{y}/{m}/{d}"),
        7 => written.format("%Y-%m-%d 00:00:00").to_string(),
        8 => full_width(&written.format("%Y-%m-%d").to_string()),
        9 => {
            let year: String =
                y.chars().map(|c| "〇一二三四五六七八九".chars().nth(c as usize - 48).unwrap()).collect();
            let (month, day) = (written.format("%m").to_string(), written.format("%d").to_string());
            format!("{year}年{}月{}日", chinese(month.parse().unwrap()), chinese(day.parse().unwrap()))
        }
        _ => written.format("%Y%m%d").to_string(),
    })
}

fn organisation(dice: &mut Dice, number: u32) -> Generated {
    let (class, kind, words) = dice.pick(&[
        ("51", Kind::Association, "社会团体"),
        ("52", Kind::SocialService, "民非"),
        ("52", Kind::SocialService, "社会服务机构"),
        ("53", Kind::Foundation, "基金会"),
    ]);
    let standing = dice.pick(&[Standing::Registered, Standing::Registered, Standing::Filed, Standing::Unregistered]);
    let code = CreditCode::from_parts(&format!("{class}4302{:02}", dice.number(100)), &format!("MJ{number:05}A"));
    let code = (standing == Standing::Registered).then(|| code.unwrap());
    let phone = format!("1{:010}", 3_000_000_000 + u64::from(dice.number(2_000_000_000)));
    let founded_on = day(1950 + i32::try_from(dice.number(75)).unwrap(), 1 + dice.number(12), 1 + dice.number(28));
    let founded_on = founded_on.max(day(1955, 1, 1));
    let grade = dice.pick(&[None, Some((Grade::A3, "3A")), Some((Grade::A4, "AAAA")), Some((Grade::A5, "５Ａ级"))]);
    let profile = Profile {
        name: format!(
            "{}第{number}{}",
            dice.pick(&["株洲市", "醴陵市", "攸县（网岭）"]),
            dice.pick(&["协会", "服务中心"])
        ),
        code,
        kind,
        standing,
        district: dice.pick(&["", "天元区", "渌口区"]).to_owned(),
        registrar: dice.pick(&["", "株洲市民政局"]).to_owned(),
        sponsor: dice.pick(&["", "团市委", "直接登记"]).to_owned(),
        legal_person: dice.pick(&["", "张三", "欧阳小红"]).to_owned(),
        contact_name: dice.pick(&["", "李四"]).to_owned(),
        contact_phone: phone.clone(),
        address: dice.pick(&["", "泰山路21号", "新华东路152号3楼"]).to_owned(),
        founded_on: Some(founded_on),
        scope: dice.pick(&["", "助残；为老服务", "社区治理，调解"]).to_owned(),
        grade: grade.map(|(grade, _)| grade),
        strengths: if dice.chance(50) { vec!["调解".to_owned(), "心理疏导".to_owned()] } else { Vec::new() },
    };
    let admitted_on = dice.chance(70).then(|| founded_on + chrono::Days::new(30));
    let mode = dice.chance(70).then(|| dice.pick(&[Mode::InShell, Mode::OutOfShell]));

    let mut cells = BTreeMap::new();
    let mut put = |column, text: String| {
        if !text.is_empty() {
            cells.insert(column, Written::Text(text));
        }
    };
    put(
        Column::Profile(Field::Name),
        dice.pick(&["", " ", "　"]).to_owned() + &profile.name + dice.pick(&["", " ", "\n"]),
    );
    let code_text = code.map(|code| code.to_string()).unwrap_or_default();
    let code_text = match dice.below(4) {
        0 => full_width(&code_text),
        1 => code_text.to_lowercase(),
        2 if !code_text.is_empty() => format!(" {} {}", &code_text[..8], &code_text[8..]),
        _ => code_text,
    };
    put(Column::Profile(Field::Code), code_text);
    put(Column::Profile(Field::Kind), words.to_owned());
    let standing_words = match standing {
        Standing::Registered => dice.pick(&["登记", "已登记"]),
        Standing::Filed => dice.pick(&["备案", "已备案"]),
        Standing::Unregistered => "拟登记",
    };
    put(Column::Profile(Field::Standing), standing_words.to_owned());
    for (field, text) in [
        (Field::District, &profile.district),
        (Field::Registrar, &profile.registrar),
        (Field::Sponsor, &profile.sponsor),
        (Field::ContactName, &profile.contact_name),
        (Field::Address, &profile.address),
        (Field::Scope, &profile.scope),
    ] {
        let or_nothing = if text.is_empty() { dice.pick(&["", "/", "无"]) } else { text };
        put(Column::Profile(field), or_nothing.to_owned());
    }
    put(Column::Profile(Field::LegalPerson), profile.legal_person.replace("张三", "张　三"));
    put(Column::Profile(Field::Grade), grade.map_or("", |(_, words)| words).to_owned());
    put(Column::Profile(Field::Strengths), profile.strengths.join(dice.pick(&["、", "，", ";", "\n"])));
    put(Column::Mode, mode.map_or("", |mode| if mode == Mode::InShell { "壳内" } else { "壳外" }).to_owned());
    cells.insert(
        Column::Profile(Field::ContactPhone),
        match dice.below(3) {
            0 => Written::Number(phone.parse().unwrap()),
            1 => Written::Text(format!("{}-{}-{}", &phone[..3], &phone[3..7], &phone[7..])),
            _ => Written::Text(phone),
        },
    );
    cells.insert(Column::Profile(Field::FoundedOn), written_day(dice, founded_on));
    if let Some(admitted_on) = admitted_on {
        cells.insert(Column::AdmittedOn, written_day(dice, admitted_on));
    }
    Generated { cells, profile, admitted_on, mode, refusal: None }
}

/// Makes one thing of a row wrong. `above` is a right row above with its number.
fn spoil(dice: &mut Dice, row: &mut Generated, above: Option<(&Profile, u32)>) {
    let text = |text: &str| Written::Text(text.to_owned());
    let (column, cell, fault) = match dice.below(9) {
        0 => (Field::Kind, text("公司"), Fault::UnknownWord),
        1 => (Field::FoundedOn, text("2019年2月29日"), Fault::Date(DateFault::NoSuchDate)),
        2 => (Field::FoundedOn, text("2019.6"), Fault::Date(DateFault::DayMissing)),
        3 => (Field::FoundedOn, Written::Day(day(2026, 1, 6)), Fault::InFuture),
        4 => (Field::ContactPhone, Written::Number(28_223_344.0), Fault::NotAPhone),
        5 => {
            row.cells.insert(Column::Profile(Field::Standing), text("登记"));
            (Field::Code, text("/"), Fault::CodeNeeded)
        }
        6 => (Field::Code, text("52430200MJ68291Q2R"), Fault::Code(CodeFault::WrongCheckCharacter)),
        7 => (Field::Code, Written::Number(524_302_000_000_682_912.0), Fault::Code(CodeFault::KeptAsNumber)),
        _ => {
            let Some((above, number)) = above else { return };
            let sheet = "花名册".to_owned();
            let (field, again, reason) = match above.code {
                Some(code) => (Field::Code, code.to_string(), Reason::CodeTwice { sheet, row: number }),
                None => (Field::Name, above.name.clone(), Reason::NameTwice { sheet, row: number }),
            };
            row.cells.insert(Column::Profile(field), Written::Text(again));
            row.refusal = Some(reason);
            return;
        }
    };
    row.cells.insert(Column::Profile(column), cell);
    row.refusal = Some(of_field(column, fault));
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Written) {
    let date = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    match cell {
        Written::Text(text) => sheet.write_string(row, column, text),
        Written::Number(number) => sheet.write_number(row, column, *number),
        Written::Day(day) => sheet.write_number_with_format(row, column, serial(*day), &date),
    }
    .unwrap();
}

/// A workbook and its rows about organisations, each with its number.
fn generate(dice: &mut Dice) -> (Vec<u8>, Vec<(u32, Generated)>) {
    let mut workbook = Workbook::new();
    if dice.chance(30) {
        workbook.add_worksheet().set_name("说明").unwrap().write_string(0, 0, "本表由运营方按季更新").unwrap();
    }
    let sheet = workbook.add_worksheet().set_name("花名册").unwrap();
    let mut line = 0;
    for _ in 0..dice.below(5) {
        sheet
            .write_string(line, 0, dice.pick(&["社会组织孵化基地入驻机构花名册", "填报单位：运营方", "名称", ""]))
            .unwrap();
        line += 1;
    }
    let mut columns: Vec<Option<(Column, &str)>> =
        accepted_names().iter().map(|(column, names)| Some((*column, dice.pick(names)))).collect();
    columns.extend([None, None]);
    dice.shuffle(&mut columns);
    for (at, column) in (0..).zip(&columns) {
        let heading = column.map_or("备注", |(_, name)| name);
        let heading = match dice.below(4) {
            0 => heading.chars().flat_map(|c| [c, ' ']).collect(),
            1 => heading.replace('(', "（").replace(')', "）").replace('/', "／"),
            2 => {
                format!("*{}\n{}", &heading[..heading.ceil_char_boundary(4)], &heading[heading.ceil_char_boundary(4)..])
            }
            _ => heading.to_owned(),
        };
        sheet.write_string(line, at, heading).unwrap();
    }
    line += 1;
    let mut expected: Vec<(u32, Generated)> = Vec::new();
    for number in 0..=dice.number(12) {
        line += u32::from(dice.chance(15));
        let mut row = organisation(dice, number);
        if dice.chance(35) {
            let right = expected.iter().rfind(|(_, row)| row.refusal.is_none());
            spoil(dice, &mut row, right.map(|(line, row)| (&row.profile, *line)));
        }
        for (at, column) in (0..).zip(&columns) {
            match column {
                Some((column, _)) => row.cells.get(column).into_iter().for_each(|cell| write(sheet, line, at, cell)),
                None => write(sheet, line, at, &Written::Number(f64::from(number))),
            }
        }
        line += 1;
        expected.push((line, row));
    }
    if dice.chance(50) {
        let at = columns.iter().position(|c| c.is_some_and(|(c, _)| c == Column::Profile(Field::Name))).unwrap();
        sheet.write_string(line, u16::try_from(at).unwrap(), dice.pick(&["合计", "总 计", "小计：12家"])).unwrap();
        sheet.write_number(line, u16::try_from(columns.len()).unwrap(), 12).unwrap();
    }
    if dice.chance(50) {
        let notes = workbook.add_worksheet().set_name("统计").unwrap();
        notes.write_string(0, 0, "区县").unwrap().write_string(0, 1, "数量").unwrap();
    }
    (workbook.save_to_buffer().unwrap(), expected)
}

#[test]
fn generated_registers_yield_exactly_their_organisations_and_refusals() {
    let (mut taken, mut refused) = (0, 0);
    for seed in 0..300 {
        let (workbook, expected) = generate(&mut Dice(seed));
        let judged = judge(&read(&workbook).unwrap(), &Known::default(), today());
        let rows: Vec<u32> = judged.iter().map(|judged| judged.row).collect();
        assert_eq!(rows, expected.iter().map(|(row, _)| *row).collect::<Vec<_>>(), "seed {seed}");
        for (judged, (_, generated)) in judged.iter().zip(expected) {
            match (&judged.outcome, generated.refusal) {
                (Outcome::Accepted(accepted), None) => {
                    assert_eq!(accepted.profile, generated.profile, "seed {seed}");
                    assert_eq!((accepted.admitted_on, accepted.mode), (generated.admitted_on, generated.mode));
                    assert_eq!(judged.name, generated.profile.name);
                    taken += 1;
                }
                (Outcome::Rejected(reasons), Some(refusal)) => {
                    assert_eq!(reasons, &[refusal], "seed {seed}");
                    refused += 1;
                }
                (outcome, refusal) => panic!("seed {seed}, row {}: {outcome:?} instead of {refusal:?}", judged.row),
            }
        }
    }
    assert!(taken > 500 && refused > 100, "{taken} taken in, {refused} refused");
}
