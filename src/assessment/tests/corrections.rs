use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::{
    assessment::{
        Answer, Changes, CorrectionRefusal, CorrectionState, Difference, Facts, Given, GivenFault, Line, Sheet, State,
        may_correct, organisation,
    },
    points::Points,
};

/// Every line by judgement at its half, no facts.
fn sheet() -> Sheet {
    let card = organisation();
    let half = |line: Line| {
        let points = line.indicator.max.part(1, 2);
        Line { operator: Some(Given { points, note: String::new() }), ..line }
    };
    let lines = card.indicators().map(|indicator| half(Line::of(indicator))).collect();
    Sheet { card, lines, bonus: Points::ZERO, late_repairs: 0, veto: None }
}

fn new_points(code: &str, points: Points) -> Changes {
    Changes { lines: BTreeMap::from([(code.to_owned(), points)]), ..Changes::default() }
}

#[test]
fn a_correction_is_asked_for_of_a_sealed_sheet_one_at_a_time_and_changes_something() {
    let difference = Difference::between(&sheet(), &new_points("rules", Points::ZERO).on(sheet(), "缺页").unwrap());
    for &state in State::ALL {
        let expected = if state == State::Sealed { Ok(()) } else { Err(CorrectionRefusal::NotSealed) };
        assert_eq!(may_correct(state, false, &difference), expected, "{state}");
    }
    assert_eq!(may_correct(State::Sealed, true, &difference), Err(CorrectionRefusal::OneWaits));
    let none = Difference::between(&sheet(), &sheet());
    assert_eq!(may_correct(State::Sealed, false, &none), Err(CorrectionRefusal::ChangesNothing));
}

#[test]
fn a_correction_is_answered_once_and_withdrawn_by_whoever_asked() {
    use CorrectionState::{Approved, Asked, Refused, Withdrawn};
    assert_eq!(Asked.after(Answer::Approve, false), Ok(Approved));
    assert_eq!(Asked.after(Answer::Refuse, false), Ok(Refused));
    assert_eq!(Asked.after(Answer::Withdraw, true), Ok(Withdrawn));
    assert_eq!(Asked.after(Answer::Withdraw, false), Err(CorrectionRefusal::NotTheirs));
    for answered in [Approved, Refused, Withdrawn] {
        for answer in [Answer::Approve, Answer::Refuse, Answer::Withdraw] {
            assert_eq!(answered.after(answer, true), Err(CorrectionRefusal::NotOpen));
        }
    }
}

#[test]
fn corrected_points_are_the_last_word_and_need_a_reason() {
    let upheld = sheet().lines[0].clone();
    let code = upheld.indicator.code.clone();
    let after = new_points(&code, Points::ZERO).on(sheet(), "缺页").unwrap();
    assert_eq!(after.line(&code).unwrap().points().unwrap_or_default(), Points::ZERO);
    let wordless = new_points(&code, Points::ZERO).on(sheet(), " ");
    assert!(matches!(wordless, Err((at, GivenFault::ReasonMissing { .. })) if at == code));
    let too_many = new_points(&code, Points::HUNDRED).on(sheet(), "多给");
    assert!(matches!(too_many, Err((at, GivenFault::TooMany { .. })) if at == code));
}

#[test]
fn a_veto_is_given_and_lifted_and_the_number_stays() {
    let veto = |code: &str| Changes { veto: Some(code.to_owned()), ..Changes::default() };
    let given = veto("illegality").on(sheet(), "判决").unwrap();
    let difference = Difference::between(&sheet(), &given);
    assert_eq!((difference.lines.len(), difference.before.total), (0, difference.after.total));
    assert!(!difference.is_none());
    assert_eq!(veto("").on(given, "撤销判决").unwrap(), sheet());
}

#[test]
fn facts_replace_all_that_were_frozen() {
    let facts = |on_time| {
        let weeks = Facts::Weeks { expected: 12, on_time, late: 0, missing: 12 - on_time };
        BTreeMap::from([("weekly_on_time".to_owned(), weeks)])
    };
    let clear = |mut sheet: Sheet| {
        sheet.lines.iter_mut().for_each(|line| line.operator = None);
        sheet
    };
    let before = clear(sheet()).by_facts(&facts(3));
    let changes = Changes { facts: Some(facts(6)), late_repairs: Some(1), ..Changes::default() };
    let after = changes.on(before.clone(), "补报").unwrap();
    assert_eq!(after.late_repairs, 1);
    let difference = Difference::between(&before, &after);
    assert_eq!(difference.lines.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["weekly_on_time"]);
    let line = &difference.lines[0];
    assert_eq!(line.after.unwrap().as_hundredths(), 2 * line.before.unwrap().as_hundredths());
}

proptest! {
    #[test]
    fn a_difference_tells_every_line_that_changed_and_no_other(which in 0_usize..8, hundredths in 0_i32..=300) {
        let before = sheet();
        let judged: Vec<&Line> = before.lines.iter().filter(|line| line.applies()).collect();
        let line = judged[which % judged.len()];
        let points = Points::hundredths(hundredths.min(line.indicator.max.as_hundredths()));
        let after = new_points(&line.indicator.code, points).on(before.clone(), "核对").unwrap();
        let difference = Difference::between(&before, &after);
        let changed = line.points() != Some(points);
        prop_assert_eq!(difference.lines.len(), usize::from(changed));
        prop_assert_eq!(difference.is_none(), !changed);
        prop_assert_eq!(difference.after.total, after.sum().ok().filter(|sum| sum.open == 0).map(|sum| sum.total));
    }
}
