//! The rules of coaching visits.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Field, Method, Visit, VisitText};
use crate::{record::Fault, typed};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn text() -> VisitText {
    VisitText {
        organisation: Uuid::from_u128(1).to_string(),
        visited_on: "2026-04-08".into(),
        visitor: "周敏".into(),
        method: "on_site".into(),
        looked_at: "账目、会议记录".into(),
        agreed: "补齐理事会记录".into(),
        ..VisitText::default()
    }
}

fn fields(typed: &VisitText) -> Vec<Field> {
    let judged = Visit::judge(typed, day("2026-04-09"));
    judged.err().unwrap_or_default().into_iter().map(|problem| problem.field).collect()
}

#[test]
fn a_visit_says_who_when_how_and_what_was_agreed() {
    let visit = Visit::judge(&text(), day("2026-04-09")).unwrap();
    assert_eq!((visit.method, visit.next_by), (Method::OnSite, None));
    let expected =
        [Field::Organisation, Field::VisitedOn, Field::Visitor, Field::Method, Field::LookedAt, Field::Agreed];
    assert_eq!(fields(&VisitText::default()), expected);
}

#[test]
fn a_visit_lies_behind_and_its_next_step_ahead_of_it() {
    let tomorrow = VisitText { visited_on: "2026-04-10".into(), ..text() };
    assert_eq!(fields(&tomorrow), [Field::VisitedOn]);
    let dated = VisitText { next_by: "2026-04-07".into(), ..text() };
    assert_eq!(fields(&dated), [Field::NextStep, Field::NextBy], "a day of nothing, before the visit");
    let problems = Visit::judge(&dated, day("2026-04-09")).unwrap_err();
    assert_eq!(problems[1].fault, Fault::Typed(typed::Fault::TooEarly { earliest: day("2026-04-08") }));
    let whole = VisitText { next_by: "2026-04-08".into(), next_step: "交记录".into(), ..text() };
    assert_eq!(Visit::judge(&whole, day("2026-04-09")).unwrap().next_by, Some(day("2026-04-08")));
}

proptest! {
    #[test]
    fn whatever_is_typed_gives_a_visit_or_says_why_not(typed in "\\PC{0,40}", on in "\\PC{0,12}") {
        let visit = VisitText { visited_on: on, looked_at: typed.clone(), next_step: typed, ..text() };
        let judged = Visit::judge(&visit, day("2026-04-09"));
        prop_assert!(judged.as_ref().is_ok_and(|visit| visit.visited_on <= day("2026-04-09"))
            || judged.is_err_and(|problems| !problems.is_empty()));
    }
}
