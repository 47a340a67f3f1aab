//! The rules of matched projects.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Field, MatchedProject, ProjectText, State};

fn today() -> NaiveDate {
    "2026-04-09".parse().unwrap()
}

fn text() -> ProjectText {
    ProjectText {
        organisation: Uuid::from_u128(1).to_string(),
        name: "为老助餐".into(),
        partner: "泰山路街道".into(),
        amount: "5万".into(),
        matched_on: "2026-04-09".into(),
        state: "matched".into(),
        words: String::new(),
    }
}

fn fields(typed: &ProjectText) -> Vec<Field> {
    let judged = MatchedProject::judge(typed, today());
    judged.err().unwrap_or_default().into_iter().map(|problem| problem.field).collect()
}

#[test]
fn a_match_says_what_with_whom_for_how_much_and_since_when() {
    let read = MatchedProject::judge(&text(), today()).unwrap();
    assert_eq!((read.amount, read.state), (5_000_000, State::Matched));
    let none = ProjectText { amount: "0".into(), ..text() };
    assert_eq!(MatchedProject::judge(&none, today()).unwrap().amount, 0, "some projects bring no money");
    let expected = [Field::Organisation, Field::Name, Field::Partner, Field::Amount, Field::MatchedOn, Field::State];
    assert_eq!(fields(&ProjectText::default()), expected);
    assert_eq!(fields(&ProjectText { matched_on: "2026-04-10".into(), ..text() }), [Field::MatchedOn]);
}

#[test]
fn what_fell_through_says_why_and_counts_no_more() {
    let fell = ProjectText { state: "fell_through".into(), ..text() };
    assert_eq!(fields(&fell), [Field::Words]);
    let told = ProjectText { words: "街道预算取消".into(), ..fell };
    assert!(!MatchedProject::judge(&told, today()).unwrap().state.counts());
    let counting: Vec<_> = State::ALL.iter().filter(|state| state.counts()).collect();
    assert_eq!(counting, [&State::Matched, &State::UnderWay, &State::Done]);
}

proptest! {
    #[test]
    fn an_amount_is_never_negative(typed in "-?[0-9]{0,7}(\\.[0-9]{0,3})?万?") {
        if let Ok(read) = MatchedProject::judge(&ProjectText { amount: typed, ..text() }, today()) {
            prop_assert!(read.amount >= 0);
        }
    }
}
