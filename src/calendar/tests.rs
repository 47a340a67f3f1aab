#![allow(clippy::unwrap_used)]

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;

use super::{Calendar, CalendarError, Change, DayKind, LineProblem, TextError, YearOfDays};
use crate::period::{Month, Week};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn holiday(name: &str) -> DayKind {
    DayKind::Holiday(name.to_owned())
}

/// Any day of 2018 to 2028: before, within and after the years that are loaded.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..4018).prop_map(|n| day("2018-01-01") + Days::new(n))
}

#[test]
fn the_notices_of_2020_to_2026_ship_with_their_numbers() {
    let calendar = Calendar::shipped();
    let shipped: Vec<_> = calendar
        .years()
        .map(|year| {
            let shifted = year.days().values().filter(|kind| **kind == DayKind::ShiftedWorkday).count();
            (year.year(), year.days().len() - shifted, shifted)
        })
        .collect();
    // Days off and shifted working days of each year, summed from the spans that the notices state.
    let stated =
        [(2020, 30, 6), (2021, 31, 7), (2022, 32, 7), (2023, 26, 7), (2024, 28, 8), (2025, 28, 5), (2026, 33, 6)];
    assert_eq!(shipped, stated);
    assert!(calendar.years().all(|year| year.source().starts_with("国办发明电〔")));
    assert!(calendar.has_year(2020) && calendar.has_year(2026) && !calendar.has_year(2019) && !calendar.has_year(2027));
}

#[test]
fn a_working_day_follows_the_notice() {
    let calendar = Calendar::shipped();
    for (text, works) in [
        ("2020-01-31", false), // the extended Spring Festival
        ("2020-02-01", false), // worked by the first notice, off by the second
        ("2020-02-03", true),
        ("2020-06-28", true), // a Sunday
        ("2022-12-31", false),
        ("2024-02-09", true), // the eve of the festival, only recommended to be off
        ("2024-04-07", true), // a Sunday
        ("2025-10-08", false),
        ("2026-01-02", false),
        ("2026-01-04", true),
        ("2026-02-14", true),
        ("2026-02-16", false),
        ("2026-02-24", true),
        ("2026-02-28", true),
        ("2026-05-09", true),
        ("2026-09-20", true),
        ("2026-10-10", true),
        ("2026-10-11", false),
        ("2027-01-01", true), // never a guess of holidays
        ("2027-01-02", false),
    ] {
        assert_eq!(calendar.is_working_day(day(text)), works, "{text}");
    }
    assert_eq!(calendar.kind_of(day("2026-02-17")), Some(&holiday("春节")));
    assert_eq!(calendar.kind_of(day("2026-02-24")), None);
}

#[test]
fn the_week_of_16_february_2026_has_no_working_day() {
    let week: Week = "2026-W08".parse().unwrap();
    assert_eq!(week.monday(), day("2026-02-16"));
    assert_eq!(Calendar::shipped().last_working_day(week.monday()..=week.sunday()), None);
}

#[test]
fn shifted_weekends_count_in_2026() {
    let calendar = Calendar::shipped();
    let february = Month::new(2026, 2).unwrap();
    assert_eq!(calendar.last_working_day(february.first_day()..=february.last_day()), Some(day("2026-02-28")));
    assert_eq!(calendar.add_working_days(day("2025-12-31"), 1), day("2026-01-04"));
    assert_eq!(calendar.last_working_day(day("2026-09-14")..=day("2026-09-20")), Some(day("2026-09-20")));
    assert_eq!(calendar.add_working_days(day("2026-09-30"), 5), day("2026-10-13"));
}

#[test]
fn an_answer_is_provisional_once_a_day_of_an_unknown_year_was_looked_at() {
    let calendar = Calendar::shipped();
    let mut within = calendar.inquire();
    assert_eq!(within.last_working_day(day("2026-12-01")..=day("2026-12-31")), Some(day("2026-12-31")));
    assert!(!within.is_provisional());
    assert_eq!(within.add_working_days(day("2026-12-31"), 1), day("2027-01-01"));
    assert!(within.is_provisional());

    let mut zero = calendar.inquire();
    assert_eq!(zero.add_working_days(day("2031-05-04"), 0), day("2031-05-04"));
    assert!(!zero.is_provisional());
}

#[test]
fn a_year_that_is_loaded_replaces_its_older_version() {
    let year = |text: &str| YearOfDays::parse(2027, "a notice", text).unwrap();
    let mut calendar = Calendar::shipped().with_year(year("2027-01-01,holiday,元旦"));
    assert!(!calendar.is_working_day(day("2027-01-01")));
    let replaced = calendar.insert(year("2027-01-04,holiday,元旦"));
    assert_eq!(replaced, Some(year("2027-01-01,holiday,元旦")));
    assert!(calendar.is_working_day(day("2027-01-01")) && !calendar.is_working_day(day("2027-01-04")));
}

#[test]
fn a_year_at_fault_is_not_loaded() {
    let new_year = (day("2027-01-01"), holiday("元旦"));
    let with = |second| YearOfDays::new(2027, "a notice", [new_year.clone(), second]).unwrap_err();
    let friday = day("2027-01-08");
    assert_eq!(with(new_year.clone()), CalendarError::NamedTwice(new_year.0));
    assert_eq!(with((friday, DayKind::ShiftedWorkday)), CalendarError::WorkdayNotOnWeekend(friday));
    assert_eq!(
        with((day("2026-12-31"), holiday("元旦"))),
        CalendarError::OtherYear { day: day("2026-12-31"), year: 2027 }
    );
    for name in ["", " 元旦", "元,旦", "元，旦", "元\n旦", &"旦".repeat(41)] {
        assert_eq!(with((friday, holiday(name))), CalendarError::UnfitName(friday), "{name:?}");
    }
    assert_eq!(YearOfDays::new(2027, "  ", [new_year.clone()]), Err(CalendarError::NoSource));
    assert_eq!(YearOfDays::new(1999, "a notice", []), Err(CalendarError::YearOutOfBounds(1999)));
    let sunday = (day("2027-01-03"), DayKind::ShiftedWorkday);
    assert_eq!(YearOfDays::new(2027, "a notice", [sunday]), Err(CalendarError::NoHoliday(2027)));
}

#[test]
fn a_text_is_read_as_people_write_it() {
    let text = "\u{feff}# 2027 年\r\n\r\n2027-01-01,holiday,元旦\r\n2027/1/2，放假，元旦\r\n 2027-1-3\t上班\t \r\n";
    let year = YearOfDays::parse(2027, " 国办发明电 ", text).unwrap();
    assert_eq!(year.source(), "国办发明电");
    assert_eq!(year.to_text(), "2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n2027-01-03,workday\n");
}

#[test]
fn every_line_at_fault_is_named() {
    let text = "2027-01-01,holiday,元旦\n2027-02-30,holiday,春节\n\n2027-01-01,workday\n2027-01-02,off\n\
        2027-01-01,holiday,元旦\n2027-01-03,workday,元旦\n2027-05-01,holiday\n2028-01-01,holiday,元旦";
    let Err(TextError::Lines(faults)) = YearOfDays::parse(2027, "a notice", text) else { panic!("it was read") };
    let new_year = day("2027-01-01");
    let expected = [
        (2, LineProblem::NoDate("2027-02-30".into())),
        (4, LineProblem::Day(CalendarError::WorkdayNotOnWeekend(new_year))),
        (5, LineProblem::NoKind("off".into())),
        (6, LineProblem::Again { day: new_year, first: 1 }),
        (7, LineProblem::TooMuch("元旦".into())),
        (8, LineProblem::Day(CalendarError::UnfitName(day("2027-05-01")))),
        (9, LineProblem::Day(CalendarError::OtherYear { day: day("2028-01-01"), year: 2027 })),
    ];
    assert_eq!(faults.iter().map(|fault| (fault.line, fault.problem.clone())).collect::<Vec<_>>(), expected);
    assert_eq!(faults[0].to_string(), "line 2: `2027-02-30` is no date such as 2026-01-31");
    let empty = YearOfDays::parse(2027, "a notice", "# nothing\n");
    assert_eq!(empty, Err(TextError::Year(CalendarError::NoHoliday(2027))));
}

#[test]
fn a_correction_is_shown_day_by_day() {
    let year = |text| YearOfDays::parse(2027, "a notice", text).unwrap();
    let older = year("2027-01-01,holiday,元旦\n2027-01-03,workday\n2027-05-01,holiday,劳动节");
    let newer = year("2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n2027-01-03,holiday,元旦");
    let expected = [
        Change::Added { day: day("2027-01-02"), is: holiday("元旦") },
        Change::Changed { day: day("2027-01-03"), was: DayKind::ShiftedWorkday, is: holiday("元旦") },
        Change::Removed { day: day("2027-05-01"), was: holiday("劳动节") },
    ];
    assert_eq!(older.changes_to(&newer), expected);
    assert_eq!(newer.changes_to(&newer), []);
}

#[test]
fn a_stored_year_is_judged_when_it_is_read() {
    let year = Calendar::shipped().year(2026).unwrap().clone();
    let stored = serde_json::to_string(&year).unwrap();
    assert_eq!(serde_json::from_str::<YearOfDays>(&stored).unwrap(), year);
    let small =
        r#"{"year":2027,"source":"a notice","days":{"2027-01-01":{"holiday":"元旦"},"2027-01-03":"shifted-workday"}}"#;
    let read: YearOfDays = serde_json::from_str(small).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), small);
    assert!(serde_json::from_str::<YearOfDays>(&small.replace("01-03", "01-04")).is_err());
}

#[test]
fn a_year_is_missed_a_month_before_it_begins() {
    let table: [(&str, &[i32]); 4] =
        [("2026-11-30", &[]), ("2026-12-01", &[2027]), ("2027-06-01", &[2027]), ("2027-12-15", &[2027, 2028])];
    for (today, missed) in table {
        assert_eq!(Calendar::shipped().missed(day(today)), missed, "{today}");
    }
}

proptest! {
    #[test]
    fn the_last_working_day_is_a_working_day_of_the_week_and_none_follows(any in any_day()) {
        let calendar = Calendar::shipped();
        let week = Week::of(any);
        match calendar.last_working_day(week.monday()..=week.sunday()) {
            Some(last) => {
                prop_assert!(Week::of(last) == week && calendar.is_working_day(last));
                prop_assert!(week.days().filter(|day| *day > last).all(|day| !calendar.is_working_day(day)));
            }
            None => prop_assert!(week.days().all(|day| !calendar.is_working_day(day))),
        }
    }

    #[test]
    fn counting_undoes_adding(any in any_day(), n in 0_u32..60) {
        let calendar = Calendar::shipped();
        let later = calendar.add_working_days(any, n);
        prop_assert_eq!(calendar.working_days_between(any, later), n);
        prop_assert!(n == 0 || calendar.is_working_day(later));
        prop_assert_eq!(calendar.working_days_between(later, any), 0);
    }

    #[test]
    fn from_a_working_day_subtracting_undoes_adding(any in any_day(), n in 0_u32..60) {
        let calendar = Calendar::shipped();
        let start = calendar.add_working_days(any, 1);
        prop_assert_eq!(calendar.subtract_working_days(calendar.add_working_days(start, n), n), start);
        prop_assert_eq!(calendar.add_working_days(calendar.subtract_working_days(start, n), n), start);
    }

    #[test]
    fn an_answer_within_loaded_years_is_firm(any in any_day(), n in 1_u32..30) {
        let calendar = Calendar::shipped();
        let mut inquiry = calendar.inquire();
        let later = inquiry.add_working_days(any, n);
        let first = any + Days::new(1);
        let known = (first.year()..=later.year()).all(|year| calendar.has_year(year));
        prop_assert_eq!(inquiry.is_provisional(), !known);
    }

    #[test]
    fn an_unknown_year_has_monday_to_friday(any in any_day()) {
        let weekday = any.weekday().num_days_from_monday() < 5;
        prop_assert_eq!(Calendar::default().is_working_day(any), weekday);
    }

    #[test]
    fn a_year_is_read_back_from_its_text(
        named in prop::collection::btree_map(0_u64..365, "[a-z国庆节、]{1,40}", 1..60),
    ) {
        let first = day("2027-01-01");
        let days = named.into_iter().map(|(n, name)| (first + Days::new(n), DayKind::Holiday(name)));
        let year = YearOfDays::new(2027, "a notice", days).unwrap();
        prop_assert_eq!(YearOfDays::parse(2027, "a notice", &year.to_text()).unwrap(), year);
    }

    #[test]
    fn no_text_stops_the_program(text in "\\PC{0,80}|(2027-0[1-9]-[0-3][0-9],(holiday|workday),?[a-z]{0,3}\n?){0,6}") {
        let _ = YearOfDays::parse(2027, "a notice", &text);
    }

    #[test]
    fn changes_lead_from_one_version_to_the_other(
        older in prop::collection::btree_map(0_u64..40, "[ab]", 1..20),
        newer in prop::collection::btree_map(0_u64..40, "[ab]", 1..20),
    ) {
        let make = |named: std::collections::BTreeMap<u64, String>| {
            let days = named.into_iter().map(|(n, name)| (day("2027-01-01") + Days::new(n), DayKind::Holiday(name)));
            YearOfDays::new(2027, "a notice", days).unwrap()
        };
        let (older, newer) = (make(older), make(newer));
        let mut days = older.days().clone();
        for change in older.changes_to(&newer) {
            match change {
                Change::Added { day, is } => prop_assert_eq!(days.insert(day, is), None),
                Change::Removed { day, was } => prop_assert_eq!(days.remove(&day), Some(was)),
                Change::Changed { day, was, is } => prop_assert_eq!(days.insert(day, is), Some(was)),
            }
        }
        prop_assert_eq!(&days, newer.days());
    }
}
