#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use chrono_tz::{America::New_York, Asia::Shanghai, Pacific::Apia};
use proptest::prelude::*;

use super::{
    Calendar, DayKind, Deadline, Due, DueRow, Filing, Rule, RuleDay, YearOfDays, due, due_by, nth_working_day_after,
    plus_working_days_at, rejudge,
};
use crate::period::{Period, Week};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The line for a filing and a period in Shanghai, by the years that ship.
fn line(filing: Filing, period: &str) -> String {
    let period: Period = period.parse().unwrap();
    let due = due(filing, period, &Calendar::shipped(), Shanghai).unwrap();
    serde_json::to_string(&DueRow::new(period, due, Shanghai)).unwrap()
}

/// Asserts `due`, then `!` where it is provisional; `-` where nothing is asked for.
fn assert_due(filing: Filing, table: &[(&str, &str)]) {
    for (period, expected) in table {
        let (due, provisional) = match expected.strip_suffix('!') {
            Some(due) => (due, r#","provisional":true"#),
            None => (*expected, ""),
        };
        let due = if due == "-" { "null".to_owned() } else { format!(r#""{due}+08:00""#) };
        let expected = format!(r#"{{"period":"{period}","due":{due}{provisional}}}"#);
        assert_eq!(line(filing, period), expected, "{filing} {period}");
    }
}

#[test]
fn an_organisations_weekly_report_is_due_on_the_last_working_day_of_the_week() {
    assert_due(
        Filing::WeeklyReport,
        &[
            ("2024-W01", "2024-01-05T18:00:00"),
            ("2020-W01", "2020-01-03T18:00:00"), // its Monday lies in 2019, which nobody had to look at
            ("2020-W05", "-"),                   // the extended Spring Festival
            ("2026-W01", "2026-01-04T18:00:00"), // a working Sunday
            ("2026-W07", "2026-02-14T18:00:00"), // a working Saturday
            ("2026-W08", "-"),                   // 16–22 February: no working day
            ("2026-W09", "2026-02-28T18:00:00"), // 28 February: a working Saturday
            ("2026-W38", "2026-09-20T18:00:00"), // 14–20 September: a working Sunday
            ("2026-W40", "2026-09-30T18:00:00"), // cut short by the National Day
            ("2026-W52", "2026-12-25T18:00:00"),
            ("2026-W53", "2027-01-01T18:00:00!"), // its Sunday is 3 January 2027
            ("2027-W10", "2027-03-12T18:00:00!"),
            ("2019-W52", "2019-12-27T18:00:00!"),
        ],
    );
}

#[test]
fn the_bases_weekly_report_is_due_at_noon_of_the_next_working_day() {
    assert_due(
        Filing::BaseWeeklyReport,
        &[
            ("2024-W01", "2024-01-08T12:00:00"),
            ("2026-W07", "2026-02-24T12:00:00"), // after the Spring Festival
            ("2026-W08", "-"),                   // nothing is asked of the organisations, nor of the base
            ("2026-W09", "2026-03-02T12:00:00"),
            ("2026-W38", "2026-09-21T12:00:00"),
            ("2026-W40", "2026-10-08T12:00:00"),
            ("2026-W52", "2026-12-28T12:00:00"),
            ("2026-W53", "2027-01-04T12:00:00!"),
        ],
    );
}

#[test]
fn plans_are_due_before_their_month() {
    assert_due(
        Filing::MonthlyPlan,
        &[
            ("2026-01", "2025-12-26T18:00:00"),
            ("2026-03", "2026-02-25T18:00:00"), // three working days before Saturday 28 February: 27, 26, 25
            ("2026-10", "2026-09-24T18:00:00"),
            ("2027-01", "2026-12-28T18:00:00"), // rests on December 2026 alone
            ("2020-01", "2019-12-26T18:00:00!"),
            ("2027-02", "2027-01-26T18:00:00!"),
        ],
    );
    assert_due(
        Filing::BaseMonthlyPlan,
        &[
            ("2026-03", "2026-02-28T18:00:00"), // a working Saturday
            ("2026-10", "2026-09-30T18:00:00"),
            ("2027-01", "2026-12-31T18:00:00"),
            ("2027-02", "2027-01-29T18:00:00!"),
        ],
    );
}

#[test]
fn a_months_result_is_due_on_the_third_working_day_after() {
    assert_due(
        Filing::MonthlyResult,
        &[
            ("2025-12", "2026-01-06T18:00:00"), // Sunday the 4th is the first working day
            ("2026-01", "2026-02-04T18:00:00"),
            ("2026-02", "2026-03-04T18:00:00"),
            ("2026-09", "2026-10-10T18:00:00"), // 8, 9 and the working Saturday
            ("2026-12", "2027-01-05T18:00:00!"),
            ("2019-12", "2020-01-06T18:00:00"), // rests on January 2020 alone
        ],
    );
}

#[test]
fn scores_are_due_five_ten_and_fifteen_working_days_after_the_quarter() {
    assert_due(
        Filing::SelfScore,
        &[
            ("2025-Q4", "2026-01-08T18:00:00"),
            ("2026-Q1", "2026-04-08T18:00:00"),
            ("2026-Q3", "2026-10-13T18:00:00"), // October's fifth working day
            ("2026-Q4", "2027-01-07T18:00:00!"),
        ],
    );
    assert_due(Filing::OperatorScore, &[("2026-Q3", "2026-10-20T18:00:00"), ("2026-Q4", "2027-01-14T18:00:00!")]);
    assert_due(Filing::BureauCheck, &[("2026-Q3", "2026-10-27T18:00:00"), ("2026-Q4", "2027-01-21T18:00:00!")]);
}

#[test]
fn a_filing_is_made_for_its_own_kind_of_period() {
    for filing in Filing::ALL {
        for period in ["2026-W10", "2026-03", "2026-Q1"] {
            let period: Period = period.parse().unwrap();
            let asked = due(filing, period, &Calendar::shipped(), Shanghai);
            assert_eq!(asked.is_ok(), period.span() == filing.span(), "{filing} {period}");
        }
    }
}

#[test]
fn a_filing_is_read_back_from_its_name() {
    for filing in Filing::ALL {
        assert_eq!(filing.to_string().parse(), Ok(filing));
        assert_eq!(serde_json::to_value(filing).unwrap(), filing.name());
    }
    assert!("weekly_report".parse::<Filing>().is_err());
}

#[test]
fn a_return_gives_two_working_days_after_its_day_in_the_zone() {
    let calendar = Calendar::shipped();
    for (returned, expected) in [
        ("2026-03-02T01:00:00Z", "2026-03-04T10:00:00Z"),
        ("2026-03-02T15:59:59Z", "2026-03-04T10:00:00Z"), // 23:59:59 in Shanghai
        ("2026-03-02T16:00:00Z", "2026-03-05T10:00:00Z"), // midnight: the next day
        ("2026-02-13T09:00:00Z", "2026-02-24T10:00:00Z"), // over the Spring Festival, Saturday 14 counts
    ] {
        let deadline = plus_working_days_at(at(returned), 2, &calendar, Shanghai);
        assert_eq!(deadline, Deadline { at: at(expected), provisional: false }, "{returned}");
    }
    assert!(plus_working_days_at(at("2026-12-30T01:00:00Z"), 2, &calendar, Shanghai).provisional);
    assert!(!plus_working_days_at(at("2026-12-29T01:00:00Z"), 2, &calendar, Shanghai).provisional);
}

#[test]
fn a_deadline_stands_in_the_bases_own_zone() {
    let week: Period = "2026-W10".parse().unwrap();
    let due = due(Filing::WeeklyReport, week, &Calendar::shipped(), New_York).unwrap();
    let row = serde_json::to_value(DueRow::new(week, due, New_York)).unwrap();
    assert_eq!(row["due"], "2026-03-06T18:00:00-05:00");
}

#[test]
fn a_time_that_the_clocks_skip_or_repeat_still_has_an_instant() {
    let on_sunday = |sunday: &str, time: &str| {
        let rule = Rule { day: RuleDay::AfterPeriod { nth: 0 }, time: time.parse::<NaiveTime>().unwrap() };
        let week = Week::of(sunday.parse().unwrap());
        due_by(rule, week.into(), &Calendar::shipped(), New_York).at().unwrap()
    };
    assert_eq!(on_sunday("2026-03-08", "02:30:00"), at("2026-03-08T07:00:00Z")); // 03:00, the next that exists
    assert_eq!(on_sunday("2026-11-01", "01:30:00"), at("2026-11-01T06:30:00Z")); // the later of two
    let skipped: NaiveDate = "2011-12-30".parse().unwrap(); // Samoa went from the 29th to the 31st
    let deadline = nth_working_day_after(skipped, 0, &Calendar::default(), Apia);
    assert_eq!(deadline.at, at("2011-12-30T10:00:00Z"));
}

#[test]
fn loading_a_year_moves_what_lies_ahead_and_is_not_filed() {
    let provisional = |text: &str| Due::At(Deadline { at: at(text), provisional: true });
    let firm = |text: &str| Due::At(Deadline { at: at(text), provisional: false });
    let not_asked = |provisional| Due::NotAsked { provisional };
    let (early, mid, late) = ("2027-02-05T10:00:00Z", "2027-02-10T10:00:00Z", "2027-02-12T10:00:00Z");
    for (old, new, filed, expected, fact) in [
        (provisional(mid), firm(late), false, firm(late), "later, ahead"),
        (provisional(late), firm(mid), false, firm(mid), "earlier, still ahead"),
        (provisional(late), firm(early), false, firm(late), "nobody is made late after the fact"),
        (provisional(early), firm("2027-02-04T10:00:00Z"), false, firm(early), "nor later than late"),
        (provisional(early), firm(late), false, firm(late), "a missing filing gets the time that it was due"),
        (provisional(early), not_asked(false), false, not_asked(false), "a missing filing is no longer asked for"),
        (not_asked(true), firm(late), false, firm(late), "asked for, with time left"),
        (not_asked(true), firm(early), false, not_asked(false), "never asked for when it is too late"),
        (provisional(late), firm(mid), true, provisional(late), "filed: frozen"),
        (provisional(early), not_asked(false), true, provisional(early), "filed: frozen, even where not asked"),
        (not_asked(true), firm(late), true, not_asked(true), "filed without being asked: frozen"),
    ] {
        assert_eq!(rejudge(old, new, at("2027-02-08T00:00:00Z"), filed), expected, "{fact}");
    }
}

#[test]
fn loading_2027_settles_the_week_that_crosses_into_it() {
    let week: Period = "2026-W53".parse().unwrap();
    let notice = "2027-01-01,holiday,元旦\n2027-01-02,holiday,元旦\n2027-01-03,holiday,元旦";
    let loaded = Calendar::shipped().with_year(YearOfDays::parse(2027, "a notice", notice).unwrap());
    let due = due(Filing::WeeklyReport, week, &loaded, Shanghai).unwrap();
    assert_eq!(due, Due::At(Deadline { at: at("2026-12-31T10:00:00Z"), provisional: false }));
}

/// Any day of 2018 to 2028: before, within and after the years that are loaded.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..4018).prop_map(|n| "2018-01-01".parse::<NaiveDate>().unwrap() + Days::new(n))
}

fn any_filing() -> impl Strategy<Value = Filing> {
    prop::sample::select(Filing::ALL.to_vec())
}

proptest! {
    #[test]
    fn a_later_period_is_due_later(day in any_day(), filing in any_filing()) {
        let calendar = Calendar::shipped();
        let asked = |period| due(filing, period, &calendar, Shanghai).unwrap();
        let period = filing.span().of(day);
        if let (Some(this), Some(next)) = (asked(period).at(), asked(period.next()).at()) {
            prop_assert!(this < next);
        }
    }

    #[test]
    fn a_deadline_falls_on_a_working_day_at_noon_or_six(day in any_day(), filing in any_filing()) {
        let calendar = Calendar::shipped();
        if let Some(at) = due(filing, filing.span().of(day), &calendar, Shanghai).unwrap().at() {
            let local = at.with_timezone(&Shanghai).naive_local();
            prop_assert!(calendar.is_working_day(local.date()));
            prop_assert_eq!(local.time(), filing.default_rule().time);
        }
    }

    #[test]
    fn the_base_reports_after_its_organisations_or_not_at_all(day in any_day()) {
        let calendar = Calendar::shipped();
        let asked = |filing| due(filing, Week::of(day).into(), &calendar, Shanghai).unwrap().at();
        let (organisation, base) = (asked(Filing::WeeklyReport), asked(Filing::BaseWeeklyReport));
        prop_assert_eq!(organisation.is_some(), base.is_some());
        prop_assert!(organisation <= base);
    }

    /// The promise behind `provisional`: an answer without it is the same whatever the unknown years bring.
    #[test]
    fn a_firm_answer_withstands_every_notice_to_come(
        day in any_day(),
        filing in any_filing(),
        off in prop::collection::btree_set(0_u64..360, 1..120),
    ) {
        let calendar = Calendar::shipped();
        let period = filing.span().of(day);
        let before = due(filing, period, &calendar, Shanghai).unwrap();
        let mut later = calendar;
        for year in [2017, 2018, 2019, 2027, 2028, 2029] {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days = off.iter().map(|n| (first + Days::new(*n), DayKind::Holiday("假".into())));
            later.insert(YearOfDays::new(year, "a notice", days).unwrap());
        }
        let after = due(filing, period, &later, Shanghai).unwrap();
        prop_assert!(before.is_provisional() || before == after);
        prop_assert!(!after.is_provisional());
    }
}
