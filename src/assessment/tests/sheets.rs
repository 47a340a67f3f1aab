use super::{given, lines, points};
use crate::{
    assessment::{Column, Facts, GivenFault, Line, Scorecard, Scoring, Sheet, State, exit_review, organisation},
    incubation::Mode,
    organisation::Standing,
    points::Points,
};

fn sheet(card: Scorecard) -> Sheet {
    Sheet { lines: lines(&card), card, bonus: points("2"), late_repairs: 0, veto: Some("illegality".to_owned()) }
}

fn with(mut sheet: Sheet, code: &str, change: impl Fn(&mut Line)) -> Sheet {
    change(sheet.lines.iter_mut().find(|line| line.indicator.code == code).unwrap());
    sheet
}

#[test]
fn a_column_lacks_the_lines_by_judgement_that_it_has_not_filled() {
    let empty = sheet(organisation());
    let judged = empty.lines.iter().filter(|line| line.indicator.scoring == Scoring::Judgement).count();
    for column in [Column::Own, Column::Operator, Column::Bureau] {
        assert_eq!(empty.lacks(column).len(), judged);
    }
    let scored = with(empty, "rules", |line| line.operator = Some(given("3", "")));
    assert!(scored.lacks(Column::Own).contains(&"rules"));
    assert!(!scored.lacks(Column::Operator).contains(&"rules"));
    assert!(!scored.lacks(Column::Bureau).contains(&"rules"), "what the operator has given stands");
}

#[test]
fn what_is_not_for_a_subject_stays_on_its_sheet_and_counts_nothing() {
    let mut card = exit_review();
    card.sections[0].indicators[0].applies_to.modes = vec![Mode::InShell];
    assert_eq!(card.for_subject(Standing::Registered, Some(Mode::InShell)), card);
    assert!(!serde_json::to_string(&card).unwrap().contains("left_out"), "a card is written as before");
    let theirs = card.for_subject(Standing::Registered, Some(Mode::OutOfShell));
    let mut sheet = sheet(theirs);
    assert_eq!(sheet.lacks(Column::Operator), ["team", "finance", "projects"]);
    let line = sheet.line("structure").unwrap().clone();
    assert!(
        !line.applies() && [Column::Own, Column::Operator, Column::Bureau].map(|by| line.is_given_by(by)) == [false; 3]
    );
    for refused in [line.clone().with_own(given("5", "")), line.with_bureau(given("5", "有"))] {
        assert_eq!(refused.unwrap_err(), GivenFault::LeftOut);
    }
    for line in &mut sheet.lines {
        line.operator = Some(given("20", ""));
    }
    let sum = sheet.sum().unwrap();
    assert_eq!((sum.points, sum.of, sum.scaled), (points("60"), points("75"), points("80")));
    assert_eq!((sum.rescaled_from(), sum.open), (Some(points("75")), 0));
    let kept: Sheet = serde_json::from_str(&serde_json::to_string(&sheet).unwrap()).unwrap();
    assert_eq!(kept, sheet);
}

#[test]
fn a_subject_sees_what_others_gave_once_it_is_published() {
    let all = with(sheet(organisation()), "rules", |line| {
        (line.own, line.operator, line.bureau) =
            (Some(given("5", "")), Some(given("3", "")), Some(given("2", "少一章")));
    });
    for &state in State::ALL {
        let seen = all.clone().seen_by_subject(state);
        if matches!(state, State::Published | State::Sealed) {
            assert_eq!(seen, all, "{state}");
        } else {
            let line = seen.line("rules").unwrap();
            assert_eq!((&line.own, &line.operator, &line.bureau), (&Some(given("5", "")), &None, &None), "{state}");
            assert_eq!((seen.bonus, seen.veto), (Points::ZERO, None), "{state}");
        }
    }
}

#[test]
fn how_far_parties_lie_apart_is_summed_over_the_lines_that_apply() {
    let apart = with(sheet(organisation()), "rules", |line| {
        (line.own, line.operator) = (Some(given("5", "")), Some(given("3.5", "")));
    });
    let apart = with(apart, "files", |line| {
        (line.own, line.operator, line.bureau) =
            (Some(given("4", "")), Some(given("4", "")), Some(given("3", "缺目录")));
    });
    assert_eq!(apart.difference(), points("2.5"));
    // A line by rule without anything due is not looked at.
    let apart = with(apart, "weekly_on_time", |line| {
        (line.finding, line.bureau) = (Some(Facts::NothingDue.finding()), Some(given("5", "")));
    });
    assert_eq!(apart.difference(), points("2.5"));
}

#[test]
fn a_party_s_total_is_of_a_hundred_and_there_is_none_while_it_has_left_a_line_open() {
    let mut judged = sheet(organisation());
    assert_eq!(judged.total_of(Column::Own), None, "nobody has given points");
    for line in judged.lines.iter_mut().filter(|line| line.indicator.scoring == Scoring::Judgement) {
        let max = line.indicator.max;
        (line.own, line.operator) = (Some(given(&max.to_string(), "")), Some(given("0", "")));
    }
    // What the rules have not found does not apply, and neither bonus nor veto is a party's.
    assert_eq!(judged.total_of(Column::Own), Some(Points::HUNDRED));
    assert_eq!(judged.total_of(Column::Operator), Some(Points::ZERO));
    assert_eq!(judged.total_of(Column::Bureau), Some(Points::ZERO), "the bureau agrees where it gives none");
    let checked = with(judged, "rules", |line| line.bureau = Some(given("5", "齐全")));
    assert!(checked.total_of(Column::Bureau) > checked.total_of(Column::Operator));
    let on_time = Facts::Weeks { expected: 12, on_time: 12, late: 0, missing: 0 };
    let counted = with(checked, "weekly_on_time", |line| line.finding = Some(on_time.finding()));
    assert_eq!(counted.total_of(Column::Own), Some(Points::HUNDRED), "what a rule finds is every party's");
    assert!(counted.total_of(Column::Operator) > Some(Points::ZERO));
    let open = with(counted, "files", |line| line.own = None);
    assert_eq!(open.total_of(Column::Own), None);
}
