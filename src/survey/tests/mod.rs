//! The rules of surveys: tables of cases, and what holds whatever is answered.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{
    Answer, AnswerText, FEWEST, Fault, Field, Group, LONGEST_WORDS, Opening, OpeningText, OtherField, Problem,
    Question, State, Tally, is_shown,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed(group: Group, points: &str) -> AnswerText {
    let points = Question::of(group).iter().map(|question| (question.code().to_owned(), points.to_owned())).collect();
    AnswerText { points, words: String::new() }
}

fn fields(problems: Vec<Problem>) -> Vec<Field> {
    problems.into_iter().map(|problem| problem.field).collect()
}

#[test]
fn every_question_of_a_group_is_answered_by_one_to_five() {
    for &group in Group::ALL {
        for (points, good) in [("1", true), (" 5 ", true), ("0", false), ("6", false), ("", false), ("好", false)] {
            assert_eq!(Answer::judge(group, &typed(group, points)).is_ok(), good, "{group} {points}");
        }
        let none = fields(Answer::judge(group, &AnswerText::default()).unwrap_err());
        let all: Vec<Field> = Question::of(group).iter().map(|question| Field::Question(*question)).collect();
        assert_eq!(none, all);
        assert!(Question::of(group).contains(&Question::Overall), "{group}: groups can be compared");
    }
}

#[test]
fn what_another_group_is_asked_is_passed_over() {
    let mut text = typed(Group::Communities, "4");
    text.points.insert(Question::Premises.code().to_owned(), "1".to_owned());
    let answer = Answer::judge(Group::Communities, &text).unwrap();
    assert!(answer.points.iter().all(|(question, points)| *question != Question::Premises && *points == 4));
}

#[test]
fn words_are_welcome_and_bounded() {
    let of_length = |length| AnswerText { words: "字".repeat(length), ..typed(Group::Communities, "3") };
    assert!(Answer::judge(Group::Communities, &of_length(LONGEST_WORDS)).is_ok());
    let problems = Answer::judge(Group::Communities, &of_length(LONGEST_WORDS + 1)).unwrap_err();
    assert_eq!(fields(problems), [Field::Other(OtherField::Words)]);
}

#[test]
fn a_survey_is_about_a_quarter_that_has_begun_and_ends_within_sixty_days() {
    let today = day("2026-04-09");
    let judge = |quarter: &str, closes_on: &str| {
        Opening::judge(&OpeningText { quarter: quarter.into(), closes_on: closes_on.into() }, today)
    };
    let within = Fault::NotWithin { first: today, last: day("2026-06-08") };
    for (quarter, closes_on, expected) in [
        ("2026-Q1", "2026-04-24", None),
        ("2026-Q2", "2026-04-09", None),
        ("2026-Q1", "2026-06-08", None),
        ("2026-Q3", "2026-04-24", Some((OtherField::Quarter, Fault::NotBegun))),
        ("2026-Q1", "2026-04-08", Some((OtherField::ClosesOn, within))),
        ("2026-Q1", "2026-06-09", Some((OtherField::ClosesOn, within))),
    ] {
        let expected = expected.map(|(field, fault)| vec![Problem { field: Field::Other(field), fault }]);
        assert_eq!(judge(quarter, closes_on).err(), expected, "{quarter} {closes_on}");
    }
    let both = [Field::Other(OtherField::Quarter), Field::Other(OtherField::ClosesOn)];
    assert_eq!(fields(judge("", "").unwrap_err()), both);
}

#[test]
fn a_survey_is_over_after_its_day_or_when_it_is_closed() {
    let closes_on = day("2026-04-24");
    for (closed, today, expected) in
        [(false, "2026-04-24", State::Open), (false, "2026-04-25", State::Over), (true, "2026-04-10", State::Over)]
    {
        assert_eq!(State::of(closed, closes_on, day(today)), expected, "{closed} {today}");
    }
}

#[test]
fn results_are_shown_of_five_answers_and_once_nobody_can_answer_any_more() {
    for (state, answers, expected) in [
        (State::Open, 5, false),
        (State::Open, 100, false),
        (State::Over, 0, false),
        (State::Over, FEWEST - 1, false),
        (State::Over, FEWEST, true),
    ] {
        assert_eq!(is_shown(state, answers), expected, "{state} {answers}");
    }
}

#[test]
fn averages_are_rounded_half_up() {
    let of = |given: &[u8]| {
        let mut tally = Tally::default();
        for &points in given {
            tally.add(&Answer { points: vec![(Question::Overall, points)], words: String::new() });
        }
        tally.average(Question::Overall)
    };
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[1]), Some(100));
    assert_eq!(of(&[5, 5, 4]), Some(467));
    // 4.125
    assert_eq!(of(&[4, 4, 4, 4, 4, 4, 4, 5]), Some(413));
}

proptest! {
    /// In whatever order answers come, their sums are the same, and survive being kept.
    #[test]
    fn sums_do_not_depend_on_order(given in prop::collection::vec(1_u8..=5, 0..40)) {
        let sum = |given: &mut dyn Iterator<Item = &u8>| {
            let mut tally = Tally::default();
            for &points in given {
                tally.add(&Answer { points: vec![(Question::Fair, points)], words: String::new() });
            }
            tally
        };
        let (forth, back) = (sum(&mut given.iter()), sum(&mut given.iter().rev()));
        prop_assert_eq!(&forth, &back);
        let counted: BTreeMap<u8, u32> = given.iter().fold(BTreeMap::new(), |mut counted, points| {
            *counted.entry(*points).or_default() += 1;
            counted
        });
        let counts = forth.counts(Question::Fair);
        for points in 1..=5_u8 {
            prop_assert_eq!(counts[usize::from(points) - 1], counted.get(&points).copied().unwrap_or_default());
        }
        let kept = serde_json::to_string(&forth).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Tally>(&kept).unwrap(), &forth);
        if let Some(average) = forth.average(Question::Fair) {
            prop_assert!((100..=500).contains(&average));
        }
    }
}

#[test]
fn satisfied_is_who_gives_four_or_five() {
    for (given, expected) in
        [(&[][..], (0, 0)), (&[1, 2, 3][..], (0, 3)), (&[3, 4, 5][..], (2, 3)), (&[5, 5][..], (2, 2))]
    {
        let mut tally = Tally::default();
        for &points in given {
            tally.add(&Answer { points: vec![(Question::Overall, points), (Question::Fair, 5)], words: String::new() });
        }
        assert_eq!(tally.satisfied(Question::Overall), expected, "{given:?}");
    }
}
