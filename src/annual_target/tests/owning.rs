use super::{draft, typed};
use crate::{
    annual_target::{Actual, DraftTarget, Measure, PersonLine, Progress, Target, judge, people},
    period::Year,
};

/// A target of so many, by these people.
fn owned(code: &str, annual: &str, owner: &str, helpers: &str) -> Target {
    let row = DraftTarget { owner: owner.to_owned(), helpers: helpers.to_owned(), ..typed(code, annual, [""; 4]) };
    judge(&draft(vec![row])).unwrap().remove(0)
}

fn reached(target: &Target, amount: i64) -> Progress {
    let mut actual = Actual::default();
    if amount > 0 {
        actual.add(Measure::Count, 1, amount);
    }
    Progress::on(target, &actual, Year::new(2026).unwrap(), "2026-07-02".parse().unwrap())
}

#[test]
fn helpers_are_told_apart_however_they_were_typed() {
    for (typed, expected) in [
        ("", &[][..]),
        ("陈浩", &["陈浩"][..]),
        ("陈浩、林静，何清", &["陈浩", "林静", "何清"][..]),
        ("Wang Li, 陈浩；；林静/", &["Wang Li", "陈浩", "林静"][..]),
    ] {
        let target = owned("hatched", "8", "周敏", typed);
        assert_eq!(target.helper_names().collect::<Vec<_>>(), expected, "{typed}");
        assert!(target.is_of("周敏") && expected.iter().all(|name| target.is_of(name)), "{typed}");
        assert!(!target.is_of("周") && !target.is_of(""), "{typed}");
    }
}

#[test]
fn each_person_has_what_they_own_and_what_they_help_with() {
    let hatched = owned("hatched", "8", "周敏", "陈浩、周敏、陈浩");
    let admitted = owned("admitted", "12", "周敏", "");
    let rate = owned("satisfaction", "90", "林静", "周敏");
    let lines = [(&hatched, reached(&hatched, 4)), (&admitted, reached(&admitted, 1)), (&rate, reached(&rate, 0))];
    let found = people(lines.iter().map(|(target, progress)| (*target, progress)));
    let line = |name: &str, [owns, on_course, behind, helps]: [u32; 4]| PersonLine {
        name: name.to_owned(),
        owns,
        on_course,
        behind,
        helps,
    };
    let expected = [
        line("周敏", [2, 1, 1, 1]),
        // A rate that nobody has told is neither on course nor behind.
        line("林静", [1, 0, 0, 0]),
        line("陈浩", [0, 0, 0, 1]),
    ];
    assert_eq!(found, expected);
}
