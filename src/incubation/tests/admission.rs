//! Term, extension and the gate to hatch.

use chrono::NaiveDate;

use crate::incubation::{Gate, GateFacts, Term, TermFault, Unmet};

#[test]
fn a_term_is_six_to_twenty_four_months_and_twelve_by_default() {
    assert_eq!(Term::default().months(), 12);
    for months in 0..=u8::MAX {
        assert_eq!(Term::new(months).is_ok(), (6..=24).contains(&months), "{months}");
    }
}

#[test]
fn a_term_is_extended_once_by_at_most_six_months() {
    let term = Term::default();
    assert_eq!(term.extended(0), Err(TermFault::ExtensionOutOfBounds { months: 0 }));
    assert_eq!(term.extended(7), Err(TermFault::ExtensionOutOfBounds { months: 7 }));
    assert_eq!(term.extended(6).unwrap().extended(1), Err(TermFault::AlreadyExtended { months: 6 }));
}

#[test]
fn a_term_ends_the_day_before_its_anniversary() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let cases = [("2026-01-01", 12, "2026-12-31"), ("2026-08-31", 6, "2027-02-27"), ("2027-08-31", 6, "2028-02-28")];
    for (first, months, last) in cases {
        assert_eq!(Term::new(months).unwrap().last_day(day(first)), Some(day(last)));
    }
    assert_eq!(Term::default().extended(6).unwrap().last_day(day("2026-01-01")), Some(day("2027-06-30")));
}

#[test]
fn a_term_outside_the_bounds_is_not_read_back() {
    let read = |text| serde_json::from_str::<Term>(text);
    assert_eq!(read(r#"{"months":12,"extension":3}"#).unwrap(), Term::default().extended(3).unwrap());
    assert!(read(r#"{"months":25}"#).is_err());
    assert!(read(r#"{"months":12,"extension":9}"#).is_err());
}

#[test]
fn the_gate_names_every_condition_that_is_not_met() {
    let gate = Gate::default();
    let ready = GateFacts {
        registered_or_filed: true,
        exit_review: Some(75_00),
        open_rectifications: 0,
        completed_projects: 1,
    };
    assert!(gate.unmet(&ready).is_empty());
    let below = GateFacts { exit_review: Some(74_99), ..ready };
    assert_eq!(gate.unmet(&below), [Unmet::ExitReviewBelow { points: 74_99, needed: 75_00 }]);
    let nothing =
        GateFacts { registered_or_filed: false, exit_review: None, open_rectifications: 2, completed_projects: 0 };
    assert_eq!(
        gate.unmet(&nothing),
        [
            Unmet::NotRegisteredOrFiled,
            Unmet::NoExitReview,
            Unmet::OpenRectifications { count: 2 },
            Unmet::TooFewProjects { completed: 0, needed: 1 },
        ]
    );
}
