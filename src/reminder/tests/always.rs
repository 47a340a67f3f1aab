//! What holds whatever is owed, whoever there is, and whenever the runs come.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::{BASE, OURS, THEIRS, ZONE, at, people, report, run};
use crate::reminder::{History, Kind, Owed, Person, Quiet, Settings};

/// A thing that is owed, and after how many hours of the story it arrives.
fn things() -> impl Strategy<Value = Vec<(Owed, i64)>> {
    let one = (0..Kind::ALL.len(), 0usize..3, 0i64..20, 0i64..600).prop_map(|(kind, subject, days, hours)| {
        let (kind, subject) = (Kind::ALL[kind], [OURS, THEIRS, BASE][subject]);
        let due_at = at("2026-04-06 18:00") + TimeDelta::days(days);
        (Owed { kind, due_at, record: format!("{days}"), ..report(subject) }, hours)
    });
    prop::collection::vec(one, 0..6).prop_map(|mut things| {
        things.sort_by_key(|(owed, _)| owed.matter());
        things.dedup_by_key(|(owed, _)| owed.matter());
        things
    })
}

fn persons() -> impl Strategy<Value = Vec<Person>> {
    let settings =
        (0u32..24, 0u32..24, prop::collection::btree_set(0..Kind::ALL.len(), 0..5)).prop_map(|(from, until, out)| {
            let hour = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
            let opted_out = out.into_iter().map(|kind| Kind::ALL[kind]).collect();
            Settings { quiet: Quiet { from: hour(from), until: hour(until) }, opted_out, ..Settings::default() }
        });
    prop::collection::vec(settings, 4).prop_map(|settings| {
        people().into_iter().zip(settings).map(|(person, settings)| Person { settings, ..person }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_is_told_twice_nor_after_it_arrived_nor_in_quiet_hours(
        things in things(), persons in persons(), pauses in prop::collection::vec(1i64..30, 1..40),
    ) {
        let (begin, mut history) = (at("2026-04-01 00:00"), History::default());
        let mut hours = 0;
        for pause in pauses {
            hours += pause;
            let now = begin + TimeDelta::hours(hours);
            let owed: Vec<Owed> =
                things.iter().filter(|(_, arrives)| *arrives > hours).map(|(owed, _)| owed.clone()).collect();
            // `run` itself holds that no step and no day's digest comes a second time.
            for digest in run(&owed, &persons, &mut history, now) {
                let settings = &persons.iter().find(|person| person.account == digest.person).unwrap().settings;
                prop_assert!(!settings.quiet.contains(now.with_timezone(&ZONE).time()));
                for line in &digest.lines {
                    prop_assert!(owed.contains(&line.owed), "told of what has arrived");
                    prop_assert!(line.step.is_obligatory() || !settings.opted_out.contains(&line.owed.kind));
                    prop_assert_eq!(line.owed.told_at(line.step), Some(line.told_as));
                }
            }
        }
    }

    #[test]
    fn the_order_of_what_is_owed_and_of_people_does_not_matter(
        things in things(), persons in persons(), hours in 0i64..900,
    ) {
        let now = at("2026-04-01 00:00") + TimeDelta::hours(hours);
        let owed: Vec<Owed> = things.into_iter().map(|(owed, _)| owed).collect();
        let found = run(&owed, &persons, &mut History::default(), now);
        let turned = |mut list: Vec<Owed>| { list.reverse(); list };
        let turned_people: Vec<Person> = persons.into_iter().rev().collect();
        prop_assert_eq!(found, run(&turned(owed), &turned_people, &mut History::default(), now));
    }
}
