//! `hatchboard calendar due`: deadlines on the command line.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use serde_json::{Value, json};
use support::{folder, hatchboard, run, text};

fn due(filing: &str, from: &str, to: &str) -> Value {
    let folder = folder();
    let output = run(&mut hatchboard(&folder, &["calendar", "due", filing, "--from", from, "--to", to, "--json"]));
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "asking makes no database");
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

#[test]
fn weeks_are_due_on_their_last_working_day() {
    let expected = json!([
        { "period": "2024-W01", "due": "2024-01-05T18:00:00+08:00" },
        { "period": "2024-W02", "due": "2024-01-12T18:00:00+08:00" },
    ]);
    assert_eq!(due("weekly-report", "2024-W01", "2024-W02"), expected);
}

#[test]
fn the_week_of_the_spring_festival_asks_for_nothing() {
    let expected = json!([
        { "period": "2026-W07", "due": "2026-02-14T18:00:00+08:00" },
        { "period": "2026-W08", "due": null },
        { "period": "2026-W09", "due": "2026-02-28T18:00:00+08:00" },
    ]);
    assert_eq!(due("weekly-report", "2026-W07", "2026-W09"), expected);
}

#[test]
fn a_deadline_in_a_year_without_a_notice_is_provisional() {
    let expected = json!([{ "period": "2031-W10", "due": "2031-03-07T18:00:00+08:00", "provisional": true }]);
    assert_eq!(due("weekly-report", "2031-W10", "2031-W10"), expected);
}

#[test]
fn months_and_quarters_have_their_own_filings() {
    assert_eq!(due("base-monthly-plan", "2026-03", "2026-03")[0]["due"], "2026-02-28T18:00:00+08:00");
    assert_eq!(due("self-score", "2026-Q3", "2026-Q3")[0]["due"], "2026-10-13T18:00:00+08:00");
    assert_eq!(due("bureau-check", "2024-Q1", "2026-Q4").as_array().map(Vec::len), Some(12));
}

#[test]
fn a_period_of_the_wrong_kind_is_refused() {
    let table = [
        ("weekly-report", "2026-01", "2026-W03"),
        ("weekly-report", "2026-W03", "2026-03"),
        ("self-score", "2026-Q2", "2026-Q1"),
    ];
    for (filing, from, to) in table {
        let output = run(&mut hatchboard(&folder(), &["calendar", "due", filing, "--from", from, "--to", to]));
        assert_eq!(output.status.code(), Some(2), "{filing} {from} {to}");
        assert!(output.stdout.is_empty());
    }
}
