use super::*;
use crate::organisation::{Fault, Problem};

const CODE: &str = "52430200MJ68291Q2Q";
const ID: Uuid = Uuid::from_u128(7);

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
}

fn row(number: u32, fields: &[(Field, &str)]) -> ImportRow {
    let mut row = ImportRow { row: number, sheet: "花名册".into(), ..ImportRow::default() };
    for (field, text) in fields {
        *row.text.get_mut(*field) = (*text).to_owned();
    }
    row
}

fn filed(number: u32, name: &str) -> ImportRow {
    row(number, &[(Field::Name, name), (Field::Kind, "社区社会组织"), (Field::Standing, "备案")])
}

fn known(fields: &[(Field, &str)]) -> Known {
    let profile = judge_profile(&row(0, fields).text, today()).unwrap();
    Known::from_iter([(ID, profile)])
}

fn change_of(judged: &JudgedRow) -> &Change {
    match &judged.outcome {
        Outcome::Accepted(accepted) => &accepted.change,
        Outcome::Rejected(reasons) => panic!("refused: {reasons:?}"),
    }
}

fn reasons_of(judged: &JudgedRow) -> &[Reason] {
    match &judged.outcome {
        Outcome::Accepted(accepted) => panic!("accepted: {accepted:?}"),
        Outcome::Rejected(reasons) => reasons,
    }
}

#[test]
fn a_known_code_updates_and_an_empty_cell_erases_nothing() {
    let known =
        known(&[(Field::Name, "和风中心"), (Field::Code, CODE), (Field::Address, "泰山路21号"), (Field::Grade, "3A")]);
    let rows = [row(2, &[(Field::Name, "和风调解中心"), (Field::Code, CODE), (Field::Grade, "4A")])];
    let judged = judge(&rows, &known, today());
    let difference = |field, before: &str, after: &str| FieldDifference {
        field,
        before: before.to_owned(),
        after: after.to_owned(),
    };
    let differences = vec![difference(Field::Name, "和风中心", "和风调解中心"), difference(Field::Grade, "3a", "4a")];
    assert_eq!(change_of(&judged[0]), &Change::Updates { organisation: ID, differences });
    let Outcome::Accepted(accepted) = &judged[0].outcome else { panic!() };
    assert_eq!(accepted.profile.address, "泰山路21号");
}

#[test]
fn importing_what_is_known_changes_nothing() {
    let fields = [(Field::Name, "和风中心"), (Field::Code, CODE), (Field::FoundedOn, "2022-08-15")];
    let judged = judge(&[row(2, &fields)], &known(&fields), today());
    assert_eq!(change_of(&judged[0]), &Change::Unchanged { organisation: ID });
}

#[test]
fn a_filed_organisation_is_known_by_its_name_and_may_be_registered_since() {
    let known = known(&[(Field::Name, "知行（社区）促进会"), (Field::Kind, "社区社会组织"), (Field::Standing, "备案")]);
    let again = judge(&[filed(2, "知行(社区) 促进会")], &known, today());
    assert!(matches!(change_of(&again[0]), Change::Updates { differences, .. } if differences.len() == 1));

    let registered = [row(2, &[(Field::Name, "知行（社区）促进会"), (Field::Code, "51430225MJ32774P4F")])];
    let judged = judge(&registered, &known, today());
    let Change::Updates { differences, .. } = change_of(&judged[0]) else { panic!() };
    let fields: Vec<Field> = differences.iter().map(|difference| difference.field).collect();
    assert_eq!(fields, [Field::Code, Field::Standing]);
}

#[test]
fn one_organisation_stands_once_in_a_file() {
    let code = |number, name| row(number, &[(Field::Name, name), (Field::Code, CODE)]);
    let rows = [
        filed(2, "邻里互助队"),
        filed(3, "邻里 互助队"),
        code(4, "和风中心"),
        code(5, "别名中心"),
        filed(6, "和风中心"),
        row(7, &[(Field::Name, "和风中心"), (Field::Code, "51430225MJ32774P4F")]),
    ];
    let judged = judge(&rows, &Known::default(), today());
    let sheet = || "花名册".to_owned();
    assert_eq!(reasons_of(&judged[1]), [Reason::NameTwice { sheet: sheet(), row: 2 }]);
    assert_eq!(reasons_of(&judged[3]), [Reason::CodeTwice { sheet: sheet(), row: 4 }]);
    assert_eq!(reasons_of(&judged[4]), [Reason::NameTwice { sheet: sheet(), row: 4 }]);
    assert_eq!(change_of(&judged[5]), &Change::New, "two codes tell two of one name apart");
}

#[test]
fn a_refused_row_claims_nothing() {
    let mut wrong = filed(2, "邻里互助队");
    wrong.text.contact_phone = "12".into();
    let judged = judge(&[wrong, filed(3, "邻里互助队")], &Known::default(), today());
    assert_eq!(change_of(&judged[1]), &Change::New);
}

#[test]
fn a_row_without_a_code_is_about_the_only_one_of_its_name_whose_code_is_kept() {
    let code: CreditCode = CODE.parse().unwrap();
    let known = known(&[(Field::Name, "和风中心"), (Field::Code, CODE)]);
    let judged = judge(&[filed(2, "和风中心")], &known, today());
    assert!(matches!(change_of(&judged[0]), Change::Updates { organisation: ID, .. }));
    assert_eq!(judged[0].warnings[0], ImportWarning::CodeKept(code));
    let Outcome::Accepted(accepted) = &judged[0].outcome else { panic!() };
    assert_eq!(accepted.profile.code, Some(code));

    let mut registered = filed(2, "和风中心");
    registered.text.standing = "登记".into();
    let fault = Problem { field: Field::Code, fault: Fault::CodeNeeded };
    assert_eq!(reasons_of(&judge(&[registered], &known, today())[0]), [Reason::Profile(fault)]);
}

#[test]
fn a_name_that_is_known_twice_tells_nobody_apart() {
    let profile =
        |code: &str| judge_profile(&row(0, &[(Field::Name, "和风中心"), (Field::Code, code)]).text, today()).unwrap();
    let known = Known::from_iter([(ID, profile(CODE)), (Uuid::from_u128(8), profile("51430225MJ32774P4F"))]);
    let judged = judge(&[filed(2, "和风中心")], &known, today());
    assert_eq!(reasons_of(&judged[0]), [Reason::KnownMoreThanOnce]);
}

#[test]
fn a_namesake_with_another_code_is_another() {
    let known = known(&[(Field::Name, "和风中心"), (Field::Code, CODE)]);
    let other = [row(2, &[(Field::Name, "和风中心"), (Field::Code, "51430225MJ32774P4F")])];
    let judged = judge(&other, &known, today());
    assert_eq!(change_of(&judged[0]), &Change::New);
    assert_eq!(judged[0].warnings, [ImportWarning::NameKnownWithOtherCode(CODE.parse().unwrap())]);
}

#[test]
fn admission_and_mode_are_judged_beside_the_profile() {
    let mut right = filed(2, "邻里互助队");
    (right.admitted_on, right.mode) = ("2025年8月1日".into(), "壳外".into());
    let mut wrong = filed(3, "志愿服务队");
    (wrong.admitted_on, wrong.mode) = ("2025年8月".into(), "云端".into());
    let judged = judge(&[right, wrong], &Known::default(), today());
    let Outcome::Accepted(accepted) = &judged[0].outcome else { panic!() };
    assert_eq!(accepted.mode, Some(Mode::OutOfShell));
    assert_eq!(accepted.admitted_on, NaiveDate::from_ymd_opt(2025, 8, 1));
    let reasons = [Reason::AdmittedOn(crate::organisation::DateFault::DayMissing), Reason::UnknownMode];
    assert_eq!(reasons_of(&judged[1]), reasons);
}
