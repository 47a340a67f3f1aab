#![allow(clippy::unwrap_used)]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;

use super::{Month, Period, Quarter, Span, Stretch, Week, Year};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Any day from 2000 to 2199 whose week lies in these years too.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (3_u64..73_040).prop_map(|n| day("2000-01-01") + Days::new(n))
}

#[test]
fn a_week_belongs_to_the_month_and_quarter_of_its_thursday() {
    for (week, monday, sunday, month, quarter) in [
        ("2020-W53", "2020-12-28", "2021-01-03", "2020-12", "2020-Q4"),
        ("2021-W01", "2021-01-04", "2021-01-10", "2021-01", "2021-Q1"),
        ("2020-W01", "2019-12-30", "2020-01-05", "2020-01", "2020-Q1"),
        ("2025-W01", "2024-12-30", "2025-01-05", "2025-01", "2025-Q1"),
        ("2026-W01", "2025-12-29", "2026-01-04", "2026-01", "2026-Q1"),
        ("2026-W14", "2026-03-30", "2026-04-05", "2026-04", "2026-Q2"),
        ("2026-W27", "2026-06-29", "2026-07-05", "2026-07", "2026-Q3"),
        ("2026-W40", "2026-09-28", "2026-10-04", "2026-10", "2026-Q4"),
        ("2025-W27", "2025-06-30", "2025-07-06", "2025-07", "2025-Q3"),
        ("2024-W09", "2024-02-26", "2024-03-03", "2024-02", "2024-Q1"),
        ("2026-W53", "2026-12-28", "2027-01-03", "2026-12", "2026-Q4"),
    ] {
        let read: Week = week.parse().unwrap();
        assert_eq!((read.monday(), read.sunday()), (day(monday), day(sunday)), "{week}");
        assert_eq!((read.month().to_string(), read.quarter().to_string()), (month.into(), quarter.into()), "{week}");
    }
}

#[test]
fn only_long_years_have_a_week_53() {
    let long: Vec<i32> = (2000..=2040).filter(|year| Week::new(*year, 53).is_some()).collect();
    assert_eq!(long, [2004, 2009, 2015, 2020, 2026, 2032, 2037]);
}

#[test]
fn a_text_that_names_no_period_is_refused() {
    for text in [
        "2025-W53",
        "2026-W00",
        "2026-W54",
        "2026-W1",
        "2026-W001",
        "2026-w07",
        "2026W07",
        "2026-Q0",
        "2026-Q5",
        "2026-Q01",
        "2026-00",
        "2026-13",
        "2026-4",
        "26-04",
        "1999-12",
        "2200-01",
        "+026-01",
        "2026-+1",
        "",
        "2026-",
        " 2026-01",
        "2026-01-01",
        "２０２６-01",
        "2026",
    ] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
    for text in ["26", "1999", "2200", "+206", "2026-01"] {
        assert!(text.parse::<Year>().is_err(), "{text}");
    }
}

#[test]
fn periods_travel_as_their_text() {
    for text in ["2026-W53", "2026-04", "2026-Q1"] {
        let period: Period = serde_json::from_value(text.into()).unwrap();
        assert_eq!(serde_json::to_value(period).unwrap(), text);
    }
    assert!(serde_json::from_value::<Week>("2025-W53".into()).is_err());
    assert!(serde_json::from_value::<Month>(202_604.into()).is_err());
    assert_eq!(serde_json::to_value(Year::new(2026).unwrap()).unwrap(), "2026");
}

#[test]
fn no_week_runs_backwards() {
    let week = Week::new(2026, 2).unwrap();
    assert_eq!(week.through(week).count(), 1);
    assert_eq!(week.through(week.previous()).count(), 0);
    assert_eq!(week.weeks_until(week.plus(-3)), -3);
}

#[test]
fn a_quarter_has_twelve_to_fourteen_weeks() {
    for (quarter, weeks, first, last) in [
        ("2021-Q1", 12, "2021-W01", "2021-W12"),
        ("2026-Q1", 13, "2026-W01", "2026-W13"),
        ("2026-Q4", 14, "2026-W40", "2026-W53"),
        ("2026-Q3", 13, "2026-W27", "2026-W39"),
    ] {
        let all: Vec<Week> = quarter.parse::<Quarter>().unwrap().weeks().collect();
        assert_eq!(all.len(), weeks, "{quarter}");
        assert_eq!((all[0].to_string(), all[weeks - 1].to_string()), (first.into(), last.into()), "{quarter}");
    }
}

proptest! {
    #[test]
    fn every_period_is_read_back_from_its_text(day in any_day()) {
        for span in [Span::Week, Span::Month, Span::Quarter] {
            let period = span.of(day);
            prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
            prop_assert_eq!(period.span(), span);
        }
        let year = Year::of(day);
        prop_assert_eq!(year.to_string().parse::<Year>().unwrap(), year);
    }

    #[test]
    fn a_day_lies_in_exactly_one_period_of_each_kind(day in any_day()) {
        for span in [Span::Week, Span::Month, Span::Quarter] {
            let period = span.of(day);
            prop_assert!((period.first_day()..=period.last_day()).contains(&day));
            prop_assert_eq!(period.next().first_day(), period.last_day() + Days::new(1));
        }
    }

    #[test]
    fn next_and_previous_undo_each_other(day in any_day()) {
        let (week, month, quarter, year) = (Week::of(day), Month::of(day), Quarter::of(day), Year::of(day));
        prop_assert_eq!(week.next().previous(), week);
        prop_assert_eq!(month.next().previous(), month);
        prop_assert_eq!(quarter.next().previous(), quarter);
        prop_assert_eq!(year.next().previous(), year);
        prop_assert!(week < week.next() && month < month.next() && quarter < quarter.next() && year < year.next());
    }

    #[test]
    fn a_week_is_monday_to_sunday_and_lies_mostly_in_its_month(day in any_day()) {
        let week = Week::of(day);
        let days: Vec<NaiveDate> = week.days().collect();
        prop_assert_eq!(days.len(), 7);
        prop_assert_eq!((days[0].weekday(), days[6]), (Weekday::Mon, week.sunday()));
        prop_assert!(days.iter().filter(|day| Month::of(**day) == week.month()).count() >= 4);
        prop_assert_eq!(week.month().quarter(), week.quarter());
        prop_assert_eq!(week.year(), days[3].year());
        prop_assert_eq!(Week::new(week.year(), week.number()), Some(week));
    }

    #[test]
    fn every_week_counts_in_exactly_one_month_and_quarter(day in any_day()) {
        let week = Week::of(day);
        for month in [week.month().previous(), week.month(), week.month().next()] {
            prop_assert_eq!(month.weeks().any(|other| other == week), month == week.month());
        }
        for quarter in [week.quarter().previous(), week.quarter(), week.quarter().next()] {
            prop_assert_eq!(quarter.weeks().any(|other| other == week), quarter == week.quarter());
        }
    }

    #[test]
    fn a_quarter_counts_the_weeks_of_its_months(day in any_day()) {
        let quarter = Quarter::of(day);
        let by_month: Vec<Week> = quarter.months().flat_map(Month::weeks).collect();
        prop_assert_eq!(by_month, quarter.weeks().collect::<Vec<_>>());
        prop_assert!((12..=14).contains(&quarter.weeks().count()));
        let year = Year::of(day);
        prop_assert_eq!(year.quarters().flat_map(Quarter::months).collect::<Vec<_>>(), year.months().collect::<Vec<_>>());
        prop_assert_eq!(year.last_day(), year.next().first_day() - Days::new(1));
    }

    #[test]
    fn weeks_are_counted_as_they_are_stepped(day in any_day(), weeks in -500_i64..500) {
        let week = Week::of(day);
        prop_assert_eq!(week.weeks_until(week.plus(weeks)), weeks);
        let steps = usize::try_from(weeks + 1).unwrap_or(0);
        prop_assert_eq!(week.through(week.plus(weeks)).count(), steps);
    }
}

#[test]
fn a_stretch_has_the_weeks_of_its_thursdays() {
    for (stretch, first, last, number) in [
        ("2026-W07", "2026-W07", "2026-W07", 1),
        ("2026-04", "2026-W14", "2026-W18", 5),
        ("2026-Q1", "2026-W01", "2026-W13", 13),
        ("2026", "2026-W01", "2026-W53", 53),
    ] {
        let weeks: Vec<String> = stretch.parse::<Stretch>().unwrap().weeks().map(|week| week.to_string()).collect();
        let ends = (weeks.first().map(String::as_str), weeks.last().map(String::as_str));
        assert_eq!((ends, weeks.len()), ((Some(first), Some(last)), number), "{stretch}");
    }
}

proptest! {
    #[test]
    fn stretches_of_a_kind_follow_each_other_day_by_day(day in any_day()) {
        let around = Stretch::around(day);
        for (index, stretch) in around.into_iter().enumerate() {
            prop_assert!(stretch.contains(day));
            prop_assert_eq!(stretch.next().previous(), stretch);
            prop_assert_eq!(stretch.previous().last_day() + Days::new(1), stretch.first_day());
            prop_assert_eq!(stretch.last_day() + Days::new(1), stretch.next().first_day());
            prop_assert_eq!(stretch.to_string().parse::<Stretch>().unwrap(), stretch);
            let alike: Vec<usize> = (0..4).filter(|other| stretch.is_like(around[*other])).collect();
            prop_assert_eq!(alike, [index]);
            prop_assert!(stretch.is_running(day) && !stretch.previous().is_running(day));
            // Every week belongs to one stretch of a kind.
            let (last, next) = (stretch.weeks().next_back().unwrap(), stretch.next().weeks().next().unwrap());
            prop_assert_eq!(last.next(), next);
        }
    }
}
