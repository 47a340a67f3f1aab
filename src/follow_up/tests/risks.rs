use super::day;
use crate::{
    assessment::Band,
    follow_up::{Looked, QuarterResult, Risk, Signal, Signs, risks},
    period::Quarter,
    points::Points,
};

const TODAY: &str = "2026-08-03";

/// A quarter of 2026, published on the 20th of the month after it.
fn result(quarter: u32, band: Band) -> QuarterResult {
    let total = Points::whole(if band == Band::Fail { 52 } else { 71 });
    let published_on = day(&format!("2026-{:02}-20", quarter * 3 + 1));
    QuarterResult { quarter: Quarter::new(2026, quarter).unwrap(), total, band, published_on }
}

fn visit(signal: Option<Signal>, visited_on: Option<&str>) -> Looked {
    Looked { signal, visited_on: visited_on.map(day) }
}

fn found(bands: &[Band], silent_since: Option<&str>, visits: &[Looked]) -> Vec<Signal> {
    let results: Vec<_> = (1..).zip(bands).map(|(quarter, band)| result(quarter, *band)).collect();
    let signs = Signs { results: &results, silent_since: silent_since.map(day), visits };
    risks(signs, day(TODAY)).into_iter().map(Risk::signal).collect()
}

#[test]
fn the_last_two_published_quarters_are_fails() {
    use Band::{Fail, Good, Pass};
    let table: [(&[Band], bool); 7] = [
        (&[], false),
        (&[Fail], false),
        (&[Fail, Fail], true),
        (&[Fail, Pass], false),
        (&[Pass, Fail], false),
        (&[Fail, Fail, Good], false),
        (&[Good, Fail, Fail], true),
    ];
    for (bands, shows) in table {
        assert_eq!(found(bands, None, &[]) == [Signal::TwoFails], shows, "{bands:?}");
    }
}

#[test]
fn a_signal_asks_for_nothing_once_somebody_goes_or_has_gone_since() {
    use Signal::{AbnormalList, Silence, TwoFails};
    // The second fail was published on 20 July, the last sign of life was on 30 March.
    let both: &[Signal] = &[TwoFails, Silence];
    let table: [(Looked, &[Signal]); 10] = [
        (visit(None, None), both),
        (visit(Some(AbnormalList), None), both),
        (visit(Some(TwoFails), None), &[Silence]),
        (visit(Some(Silence), None), &[TwoFails]),
        (visit(Some(TwoFails), Some("2026-07-20")), &[]),
        (visit(Some(TwoFails), Some("2026-07-19")), &[TwoFails]),
        (visit(Some(Silence), Some("2026-03-30")), both),
        (visit(Some(Silence), Some("2026-03-31")), &[TwoFails]),
        (visit(None, Some("2026-05-01")), &[TwoFails]),
        (visit(None, Some("2026-01-15")), both),
    ];
    for (visit, left) in table {
        assert_eq!(found(&[Band::Fail, Band::Fail], Some("2026-03-30"), &[visit]), left, "{visit:?}");
    }
}

#[test]
fn a_signal_tells_its_reason_in_numbers() {
    let results = [result(1, Band::Fail), result(2, Band::Fail)];
    let signs = Signs { results: &results, silent_since: Some(day("2026-03-30")), visits: &[] };
    let [before, last] = results;
    let told = [Risk::TwoFails { before, last }, Risk::Silence { since: day("2026-03-30"), days: 126 }];
    assert_eq!(risks(signs, day(TODAY)), told);
}
