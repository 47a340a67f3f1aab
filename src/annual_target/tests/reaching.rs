use chrono::NaiveDate;
use proptest::prelude::*;

use super::{draft, typed};
use crate::{
    annual_target::{Actual, Measure, Progress, Target, forecast, judge},
    period::Year,
};

fn target(code: &str, annual: &str, quarters: [&str; 4]) -> Target {
    judge(&draft(vec![typed(code, annual, quarters)])).unwrap().remove(0)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn year() -> Year {
    Year::new(2026).unwrap()
}

/// A share by itself.
fn one((quarter, share): (u32, i64)) -> (u32, i64, i64) {
    (quarter, share, 1)
}

#[test]
fn counts_add_up_and_of_a_rate_the_newest_stands() {
    let mut counted = Actual::default();
    for (quarter, amount) in [(1, 2), (1, 1), (3, 4)] {
        counted.add(Measure::Count, quarter, amount);
    }
    assert_eq!(counted.quarters, [Some(3), None, Some(4), None]);
    assert_eq!((counted.by(Measure::Count, 2), counted.total(Measure::Count)), (Some(3), Some(7)));
    let mut rate = Actual::default();
    for (quarter, amount) in [(1, 9_000), (1, 8_800), (2, 9_100)] {
        rate.add(Measure::Rate, quarter, amount);
    }
    assert_eq!(rate.quarters, [Some(8_800), Some(9_100), None, None]);
    assert_eq!((rate.by(Measure::Rate, 1), rate.total(Measure::Rate)), (Some(8_800), Some(9_100)));
    assert_eq!(Actual::default().total(Measure::Count), None, "nothing is known is not nothing");
}

#[test]
fn a_rate_that_records_tell_is_the_mean_of_each_quarter() {
    let shares = [(1, 10_000), (1, 0), (1, 10_000), (3, 0), (4, 10_000), (5, 0), (0, 0)];
    let found = Actual::of_shares(shares.into_iter().map(one));
    assert_eq!(found.quarters, [Some(6_667), None, Some(0), Some(10_000)], "two of three, half up");
    assert_eq!(found.by(Measure::Rate, 2), Some(6_667), "where nothing fell due, nothing is added");
}

#[test]
fn the_year_of_a_rate_that_records_tell_is_that_of_all_its_records() {
    const KEPT: i64 = 10_000;
    type Case = (&'static [(u32, i64)], [Option<i64>; 4]);
    let cases: [Case; 7] = [
        (&[], [None; 4]),
        (&[(1, 0), (1, 0), (2, KEPT)], [Some(0), Some(3_333), Some(3_333), Some(3_333)]),
        (&[(2, KEPT)], [None, Some(KEPT), Some(KEPT), Some(KEPT)]),
        (&[(1, KEPT), (1, KEPT), (1, KEPT), (4, 0)], [Some(KEPT), Some(KEPT), Some(KEPT), Some(7_500)]),
        (&[(4, 0), (1, KEPT)], [Some(KEPT), Some(KEPT), Some(KEPT), Some(5_000)]),
        (&[(1, KEPT), (2, KEPT), (3, 0)], [Some(KEPT), Some(KEPT), Some(6_667), Some(6_667)]),
        (&[(1, 0), (5, KEPT)], [Some(0); 4]),
    ];
    for (shares, by) in cases {
        let found = Actual::of_shares(shares.iter().copied().map(one));
        assert_eq!([1, 2, 3, 4].map(|quarter| found.by(Measure::Rate, quarter)), by, "{shares:?}");
        assert_eq!(found.total(Measure::Rate), by[3], "{shares:?}");
    }
    let target = target("follow_ups_on_time", "100", [""; 4]);
    let found = Actual::of_shares([(1, 0), (1, 0), (2, KEPT)].into_iter().map(one));
    let progress = Progress::on(&target, &found, year(), day("2026-05-31"));
    assert_eq!((progress.actual, progress.achieved, progress.is_behind(&target)), (3_333, 3_333, true));
}

#[test]
fn shares_weigh_by_their_number_and_what_was_entered_stands_until_records_tell() {
    let mut found = Actual::of_shares([(2, 60_000, 8), (3, 20_000, 2)].into_iter());
    assert_eq!(found.quarters, [None, Some(7_500), Some(10_000), None]);
    assert_eq!((found.by(Measure::Rate, 2), found.total(Measure::Rate)), (Some(7_500), Some(8_000)));
    assert_eq!([1, 2, 5, 0].map(|quarter| found.knows(quarter)), [false, true, false, false]);
    found.add(Measure::Rate, 1, 9_300);
    assert_eq!(found.by(Measure::Rate, 1), Some(9_300), "nobody was asked by then");
    assert_eq!(found.total(Measure::Rate), Some(8_000), "records take the place of what was entered");
}

#[test]
fn what_belongs_to_no_quarter_counts_nowhere() {
    let mut actual = Actual::default();
    for quarter in [0, 5, u32::MAX] {
        actual.add(Measure::Count, quarter, 1);
    }
    assert_eq!(actual, Actual::default());
}

#[test]
fn a_target_stands_against_its_quarter_and_leads_somewhere_at_its_pace() {
    let target = target("hatched", "8", ["1", "1", "2", "4"]);
    let mut actual = Actual::default();
    actual.add(Measure::Count, 1, 2);
    actual.add(Measure::Count, 2, 1);
    let on = |text| Progress::on(&target, &actual, year(), day(text));
    let found = on("2026-05-31");
    assert_eq!((found.actual, found.planned, found.achieved), (3, 2, 3_750));
    assert_eq!(found.forecast, Some(7), "3 in 150 days: 7.3");
    assert!(found.is_behind(&target));
    assert!(!on("2026-04-20").is_behind(&target), "3 in 109 days: 10.0");
    let over = on("2027-02-01");
    assert_eq!((over.planned, over.forecast), (8, Some(3)), "after the year, what was reached");
    assert_eq!(on("2025-12-01").forecast, None, "before it nothing is known");
}

#[test]
fn a_rate_has_no_pace() {
    let target = target("satisfaction", "90", [""; 4]);
    let mut actual = Actual::default();
    actual.add(Measure::Rate, 1, 8_900);
    let found = Progress::on(&target, &actual, year(), day("2026-05-31"));
    assert_eq!((found.planned, found.achieved, found.forecast), (9_000, 9_889, None));
    assert!(found.is_behind(&target));
}

#[test]
fn a_rate_that_nobody_has_told_is_not_behind() {
    let target = target("satisfaction", "90", [""; 4]);
    let found = Progress::on(&target, &Actual::default(), year(), day("2026-05-31"));
    assert_eq!((found.is_known, found.is_behind(&target)), (false, false));
}

proptest! {
    #[test]
    fn a_forecast_is_never_below_what_was_reached_and_more_reached_forecasts_no_less(
        reached in 0_i64..1_000_000_000, more in 0_i64..1_000, passed in 1_u64..=365,
    ) {
        let today = year().first_day() + chrono::Days::new(passed);
        let found = forecast(reached, year(), today).unwrap();
        prop_assert!(found >= reached);
        prop_assert!(forecast(reached + more, year(), today).unwrap() >= found);
    }
}
