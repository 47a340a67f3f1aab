//! The days of a base's own, and what they may be.

use super::{CHEN, LIN, OURS, ZHOU, ZONE, at, people, report, rules, told};
use crate::{
    calendar::Calendar,
    reminder::{
        History, Kind, Line, Owed, Party, Rules, Schedule, Step, Steps, StepsFault, StepsField, StepsProblem,
        StepsText, digests,
    },
};

fn text([before, after, operator, bureau]: [&str; 4]) -> StepsText {
    let [before, after, operator, bureau] = [before, after, operator, bureau].map(str::to_owned);
    StepsText { before, after, operator, bureau }
}

#[test]
fn each_step_lies_in_its_bounds_and_later_than_the_one_before() {
    use StepsFault::{NoNumber, NotLater};
    use StepsField::{After, Before, Bureau, Operator};
    let out = |least, most| StepsFault::OutOfBounds { least, most };
    for (typed, wrong) in [
        (["1", "1", "2", "5"], vec![]),
        (["5", "8", "9", "10"], vec![]),
        ([" ２ ", "1", "3", "4"], vec![]),
        (["0", "1", "2", "5"], vec![(Before, out(1, 5))]),
        (["6", "0", "2", "11"], vec![(Before, out(1, 5)), (After, out(1, 8)), (Bureau, out(3, 10))]),
        (["1", "-1", "1", "5"], vec![(After, out(1, 8)), (Operator, out(2, 9))]),
        (["", "one", "2.5", "5"], vec![(Before, NoNumber), (After, NoNumber), (Operator, NoNumber)]),
        (["1", "2", "2", "5"], vec![(Operator, NotLater)]),
        (["1", "1", "5", "5"], vec![(Bureau, NotLater)]),
        (["1", "3", "3", "3"], vec![(Operator, NotLater)]),
    ] {
        let found = text(typed).judge().err().unwrap_or_default();
        let wrong: Vec<_> = wrong.into_iter().map(|(field, fault)| StepsProblem { field, fault }).collect();
        assert_eq!(found, wrong, "{typed:?}");
    }
    assert_eq!(StepsText::from(Steps::default()).judge(), Ok(Steps::default()), "what holds may be settled");
}

#[test]
fn a_base_tells_on_the_days_that_it_settled() {
    let calendar = Calendar::shipped();
    let steps = Steps { before: 3, after: 2, operator: 4, bureau: 8 };
    let rules = Rules { steps, ..rules(&calendar) };
    let visit = Owed { kind: Kind::FollowUp, ..report(OURS) };
    // Due on Friday, 10 April; the 6th is a day off.
    for (owed, now, expected) in [
        (report(OURS), "2026-04-03 09:00", vec![]),
        (report(OURS), "2026-04-07 09:00", vec![(LIN, Step::Before)]),
        (report(OURS), "2026-04-13 09:00", vec![(LIN, Step::Due)]),
        (report(OURS), "2026-04-14 09:00", vec![(LIN, Step::After)]),
        (report(OURS), "2026-04-16 09:00", vec![(LIN, Step::After), (ZHOU, Step::Operator)]),
        (report(OURS), "2026-04-22 09:00", vec![(LIN, Step::After), (ZHOU, Step::Operator), (CHEN, Step::Bureau)]),
        (visit.clone(), "2026-04-03 09:00", vec![(ZHOU, Step::Ahead)]),
        (visit, "2026-04-07 09:00", vec![(ZHOU, Step::Before)]),
    ] {
        let found = digests(&rules, &[owed], &people(), &History::default(), (at(now), at(now)));
        assert_eq!(told(&found), expected, "{now}");
        for line in found.iter().flat_map(|digest| &digest.lines) {
            let escalates = matches!(line.step, Step::Operator | Step::Bureau);
            // 4 working days on the 16th, 8 on the 22nd, to whomever it is told then.
            let late = if now.starts_with("2026-04-22") { 8 } else { 4 };
            assert_eq!(line.late, escalates.then_some(late), "{now}");
        }
    }
}

#[test]
fn an_escalation_says_how_late_a_thing_is() {
    let calendar = Calendar::shipped();
    let schedule = Schedule::of(&report(OURS), Steps::default(), &calendar, ZONE);
    for (day, days) in [("2026-04-14", 2), ("2026-04-15", 3), ("2026-04-17", 5), ("2026-04-19", 5), ("2026-04-22", 8)] {
        let day = day.parse().unwrap();
        let late = Step::ALL.iter().filter_map(|step| Some((*step, schedule.late(*step, day, &calendar)?)));
        assert_eq!(late.collect::<Vec<_>>(), [(Step::Operator, days), (Step::Bureau, days)], "{day}");
    }
    let told_as = Party::Operator;
    let line = Line { owed: report(OURS), step: Step::Operator, told_as, late: Some(3) };
    let mut kept = serde_json::to_value(&line).unwrap();
    assert_eq!(serde_json::from_value::<Line>(kept.clone()).unwrap(), line);
    kept.as_object_mut().unwrap().remove("late");
    assert_eq!(serde_json::from_value::<Line>(kept).unwrap().late, None, "as older ones were written");
}

#[test]
fn a_visit_is_told_of_three_days_ahead_or_earlier() {
    for (before, expected) in [(1, 3), (3, 3), (5, 5)] {
        assert_eq!(Steps { before, ..Steps::default() }.before_visit(), (10, expected));
    }
}
