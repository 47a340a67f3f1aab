//! Two versions beside each other, two people in one draft.

use proptest::prelude::*;

use super::{activity, draft};
use crate::weekly_report::{Change, Draft, DraftActivity, Field, FieldConflict, Value, conflicts, differences, merge};

fn rows(names: &[&str]) -> Draft {
    Draft { activities: names.iter().map(|name| activity(name, "2026-04-08")).collect(), ..draft() }
}

fn names(draft: &Draft) -> Vec<&str> {
    draft.activities.iter().map(|row| row.what.as_str()).collect()
}

#[test]
fn differences_name_each_field_with_both_versions() {
    let new = Draft { attendances: "61".to_owned(), activities: rows(&["义诊"]).activities, ..draft() };
    let change = |path: &str, old: &str, new: &str| Change {
        path: path.parse().unwrap(),
        old: old.to_owned(),
        new: new.to_owned(),
    };
    let expected = [
        change("attendances", "60", "61"),
        change("activities.0.what", "", "义诊"),
        change("activities.0.on", "", "2026-04-08"),
    ];
    assert_eq!(differences(&draft(), &new), expected);
}

#[test]
fn what_only_one_side_changed_is_taken() {
    let mine = Draft { done: "我写的".to_owned(), ..draft() };
    let theirs = Draft { attendances: "61".to_owned(), ..draft() };
    let merged = merge(&draft(), &mine, &theirs);
    assert!(merged.conflicts.is_empty());
    assert_eq!(merged.draft, Draft { attendances: "61".to_owned(), ..mine });
}

#[test]
fn what_both_changed_differently_is_shown_with_both() {
    let mine = Draft { done: "我写的".to_owned(), ..draft() };
    let theirs = Draft { done: "他写的".to_owned(), ..draft() };
    let text = |text: &str| Value::Text(text.to_owned());
    let expected = FieldConflict {
        path: Field::Done.into(),
        base: text(&draft().done),
        mine: text("我写的"),
        theirs: text("他写的"),
    };
    assert_eq!(conflicts(&draft(), &mine, &theirs), [expected]);
    assert_eq!(merge(&draft(), &mine, &theirs).draft, mine);
    assert_eq!(conflicts(&draft(), &mine, &mine), []);
}

#[test]
fn rows_that_both_appended_are_all_kept() {
    let merged = merge(&rows(&["甲"]), &rows(&["甲", "乙"]), &rows(&["甲", "丙"]));
    assert!(merged.conflicts.is_empty());
    assert_eq!(names(&merged.draft), ["甲", "乙", "丙"]);
}

#[test]
fn two_activities_typed_into_the_same_blank_row_are_two() {
    let blank = Draft { activities: vec![DraftActivity::default()], ..draft() };
    let merged = merge(&blank, &rows(&["甲"]), &rows(&["乙"]));
    assert!(merged.conflicts.is_empty());
    assert_eq!(names(&merged.draft), ["甲", "乙"]);
}

#[test]
fn two_fields_of_one_row_merge_and_one_field_conflicts() {
    let base = rows(&["甲", "乙"]);
    let mut mine = base.clone();
    let mut theirs = base.clone();
    mine.activities[1].place = "社区".to_owned();
    theirs.activities[1].attendances = "20".to_owned();
    let merged = merge(&base, &mine, &theirs);
    assert!(merged.conflicts.is_empty());
    let row = &merged.draft.activities[1];
    assert_eq!((row.place.as_str(), row.attendances.as_str()), ("社区", "20"));
    theirs.activities[1].place = "广场".to_owned();
    assert_eq!(conflicts(&base, &mine, &theirs)[0].path.to_string(), "activities.1.place");
}

#[test]
fn a_removed_row_is_never_mixed_with_a_changed_one() {
    let base = rows(&["甲", "乙"]);
    for mine in [rows(&["乙"]), rows(&["乙", "丙"]), rows(&["乙", "甲"])] {
        assert_eq!(merge(&base, &mine, &base).draft, mine);
        assert_eq!(merge(&base, &base, &mine).draft, mine);
        let theirs = rows(&["甲", "乙改"]);
        let found = conflicts(&base, &mine, &theirs);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].path, Field::Activities.into());
        assert_eq!(found[0].theirs, Value::Rows(theirs.activities));
    }
}

fn side() -> impl Strategy<Value = Draft> {
    let word = || prop::sample::select(vec!["", "甲", "乙", "丙"]);
    let row = (word(), word()).prop_map(|(what, place)| DraftActivity {
        what: what.to_owned(),
        place: place.to_owned(),
        ..DraftActivity::default()
    });
    (word(), word(), prop::collection::vec(row, 0..4)).prop_map(|(done, problems, mut activities)| {
        while activities.last().is_some_and(DraftActivity::is_blank) {
            activities.pop();
        }
        Draft { done: done.to_owned(), problems: problems.to_owned(), activities, ..Draft::default() }
    })
}

proptest! {
    #[test]
    fn who_changed_nothing_takes_what_the_other_wrote(base in side(), other in side()) {
        for merged in [merge(&base, &base, &other), merge(&base, &other, &base)] {
            prop_assert!(merged.conflicts.is_empty());
            prop_assert_eq!(&merged.draft, &other);
        }
    }

    #[test]
    fn nothing_newly_typed_in_a_row_is_lost_unseen(base in side(), mine in side(), theirs in side()) {
        let merged = merge(&base, &mine, &theirs);
        if merged.conflicts.iter().all(|conflict| conflict.path.field() != Field::Activities) {
            for text in [|row: &DraftActivity| row.what.clone(), |row: &DraftActivity| row.place.clone()] {
                let texts = |draft: &Draft| draft.activities.iter().map(text).collect::<Vec<_>>();
                let new = [&mine, &theirs].into_iter().flat_map(texts).filter(|new| !texts(&base).contains(new));
                for new in new.filter(|new| !new.is_empty()) {
                    prop_assert!(texts(&merged.draft).contains(&new), "{} in {:?}", new, merged.draft.activities);
                }
            }
        }
    }

    #[test]
    fn both_sides_conflict_in_the_same_fields(base in side(), mine in side(), theirs in side()) {
        let paths = |found: Vec<FieldConflict>| found.into_iter().map(|conflict| conflict.path).collect::<Vec<_>>();
        prop_assert_eq!(paths(conflicts(&base, &mine, &theirs)), paths(conflicts(&base, &theirs, &mine)));
    }
}
