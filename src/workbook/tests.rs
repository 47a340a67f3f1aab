use super::*;

#[test]
fn a_quarter_that_has_begun_is_asked_for() {
    let today = "2026-04-09".parse().unwrap();
    let quarter = |text: &str| text.parse::<Quarter>().unwrap();
    let cases = [
        ("2026-Q1", Ok(quarter("2026-Q1"))),
        (" 2026-Q2 ", Ok(quarter("2026-Q2"))),
        ("2026-Q3", Err(Fault::NotBegun)),
        ("", Err(Fault::Missing)),
        ("2026-Q5", Err(Fault::Unknown)),
    ];
    for (typed, expected) in cases {
        assert_eq!(read_quarter(typed, today), expected, "{typed}");
    }
}

#[test]
fn every_sum_looks_at_a_column_that_its_sheet_has() {
    for sum in Sum::all() {
        assert!(sum.sheet().column(sum.heading()).is_some(), "{sum:?}");
    }
}
