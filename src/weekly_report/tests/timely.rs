//! Pending, on time, late, missing.

use proptest::prelude::*;

use chrono::TimeDelta;

use super::at;
use crate::weekly_report::{Extension, Filing, Judgement, Rework, Reworked, Timeliness, extended};

const DUE: &str = "2026-04-10 10:00";

fn filed(submitted: &str) -> Filing {
    Filing::first(at(DUE), at(submitted), None)
}

fn judged(filing: Option<&Filing>, now: &str) -> Timeliness {
    Judgement::of(filing, at(DUE), None, at(now)).timeliness
}

#[test]
fn nothing_filed_is_pending_until_the_deadline_and_missing_after_it() {
    assert_eq!(judged(None, DUE), Timeliness::Pending);
    assert_eq!(judged(None, "2026-04-10 10:01"), Timeliness::Missing);
}

#[test]
fn filed_at_the_deadline_is_on_time_and_a_begun_minute_is_late() {
    assert_eq!(judged(Some(&filed(DUE)), "2026-05-01 00:00"), Timeliness::OnTime);
    let second_late = Filing::first(at(DUE), at(DUE) + TimeDelta::seconds(1), None);
    assert_eq!(judged(Some(&second_late), "2026-05-01 00:00"), Timeliness::Late { minutes: 1 });
    assert_eq!(judged(Some(&filed("2026-04-10 11:30")), "2026-05-01 00:00"), Timeliness::Late { minutes: 90 });
}

#[test]
fn the_first_submission_freezes_the_deadline() {
    let filing = filed("2026-04-10 11:00");
    let moved = at("2026-04-12 10:00");
    let judgement = Judgement::of(Some(&filing), moved, None, at("2026-04-10 12:00"));
    assert_eq!(judgement.timeliness, Timeliness::Late { minutes: 60 });
}

#[test]
fn a_return_that_is_answered_in_time_costs_nothing() {
    let mut filing = filed("2026-04-09 09:00");
    let due_at = at("2026-04-14 10:00");
    filing.reworked = vec![Reworked { why: Rework::Returned, due_at, submitted_at: Some(due_at) }];
    assert_eq!(judged(Some(&filing), "2026-05-01 00:00"), Timeliness::OnTime);
}

#[test]
fn a_return_whose_deadline_is_missed_makes_the_filing_late() {
    let mut filing = filed("2026-04-09 09:00");
    let due_at = at("2026-04-14 10:00");
    filing.reworked = vec![Reworked { why: Rework::Returned, due_at, submitted_at: None }];
    assert_eq!(judged(Some(&filing), "2026-04-14 10:00"), Timeliness::OnTime);
    assert_eq!(judged(Some(&filing), "2026-04-14 10:30"), Timeliness::Late { minutes: 30 });
    filing.reworked[0].submitted_at = Some(at("2026-04-14 11:00"));
    assert_eq!(judged(Some(&filing), "2026-05-01 00:00"), Timeliness::Late { minutes: 60 });
}

#[test]
fn a_withdrawn_filing_is_pending_and_then_missing_until_it_is_filed_again() {
    let mut filing = filed("2026-04-09 09:00");
    let due_at = at("2026-04-14 10:00");
    filing.reworked = vec![Reworked { why: Rework::Withdrawn, due_at, submitted_at: None }];
    assert_eq!(judged(Some(&filing), "2026-04-14 09:00"), Timeliness::Pending);
    assert_eq!(judged(Some(&filing), "2026-04-14 10:01"), Timeliness::Missing);
    filing.reworked[0].submitted_at = Some(at("2026-04-14 10:05"));
    assert_eq!(judged(Some(&filing), "2026-05-01 00:00"), Timeliness::Late { minutes: 5 });
}

#[test]
fn a_late_filing_after_the_cut_off_is_kept_but_does_not_count() {
    let cut_off = Some(at("2026-04-20 10:00"));
    let counts = |filing: &Filing| Judgement::of(Some(filing), at(DUE), cut_off, at("2026-05-01 00:00")).counts;
    assert!(counts(&filed("2026-04-09 09:00")));
    assert!(counts(&filed("2026-04-20 10:00")));
    assert!(!counts(&filed("2026-04-20 10:01")));
}

#[test]
fn a_filing_that_an_extension_carries_past_the_cut_off_is_on_time_and_counts() {
    let due_at = extended(at(DUE), &[Extension { until: at("2026-04-22 10:00"), reason: "停电".to_owned() }]);
    let filing = Filing::first(due_at, at("2026-04-21 10:00"), None);
    let judgement = Judgement::of(Some(&filing), due_at, Some(at("2026-04-20 10:00")), at("2026-05-01 00:00"));
    assert_eq!(judgement, Judgement { timeliness: Timeliness::OnTime, counts: true });
}

#[test]
fn an_extension_never_brings_a_deadline_forward() {
    let extension = |until: &str| Extension { until: at(until), reason: "停电".to_owned() };
    assert_eq!(extended(at(DUE), &[]), at(DUE));
    assert_eq!(extended(at(DUE), &[extension("2026-04-09 10:00")]), at(DUE));
    let both = [extension("2026-04-12 10:00"), extension("2026-04-11 10:00")];
    assert_eq!(extended(at(DUE), &both), at("2026-04-12 10:00"));
}

#[test]
fn the_devices_time_counts_only_where_a_person_lets_it() {
    let mut filing = Filing::first(at(DUE), at("2026-04-11 08:00"), Some(at("2026-04-10 09:00")));
    assert_eq!(judged(Some(&filing), "2026-05-01 00:00"), Timeliness::Late { minutes: 22 * 60 });
    filing.device_counts = true;
    assert_eq!(judged(Some(&filing), "2026-05-01 00:00"), Timeliness::OnTime);
}

#[test]
fn a_device_whose_clock_is_ahead_gains_nothing_by_it() {
    let filing = Filing::first(at(DUE), at(DUE), Some(at("2026-04-12 00:00")));
    assert_eq!(filing.on_device_at, Some(at(DUE)));
}

proptest! {
    #[test]
    fn what_was_filed_is_never_missing_and_what_was_not_is_never_on_time(
        submitted in proptest::option::of(-20_000i64..20_000),
        now in 20_000i64..60_000,
    ) {
        let minutes = |n| at(DUE) + TimeDelta::minutes(n);
        let filing = submitted.map(|n| Filing::first(at(DUE), minutes(n), None));
        let judgement = Judgement::of(filing.as_ref(), at(DUE), None, minutes(now));
        match submitted {
            None => prop_assert_eq!(judgement.timeliness, Timeliness::Missing),
            Some(n) if n <= 0 => prop_assert_eq!(judgement.timeliness, Timeliness::OnTime),
            Some(n) => prop_assert_eq!(judgement.timeliness, Timeliness::Late { minutes: u32::try_from(n).unwrap() }),
        }
    }
}
