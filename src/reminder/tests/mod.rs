mod always;
mod robots;
mod settings;
#[cfg(feature = "store")]
mod signatures;
mod steps;
mod table;
mod turns;
mod visits;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::{Channel, Digest, History, Kind, Owed, Party, Person, Rules, Settings, Step, Steps, digests};
use crate::calendar::Calendar;

const ZONE: Tz = chrono_tz::Asia::Shanghai;
const OURS: Uuid = Uuid::from_u128(1);
const THEIRS: Uuid = Uuid::from_u128(2);
const BASE: Uuid = Uuid::from_u128(9);
const LIN: Uuid = Uuid::from_u128(11);
const SU: Uuid = Uuid::from_u128(12);
const ZHOU: Uuid = Uuid::from_u128(13);
const CHEN: Uuid = Uuid::from_u128(14);

/// Such as `2026-04-09 10:00`, in the base.
fn at(local: &str) -> DateTime<Utc> {
    format!("{}:00+08:00", local.replace(' ', "T")).parse().unwrap()
}

/// Due on Friday, 10 April 2026, at six.
fn report(subject: Uuid) -> Owed {
    Owed {
        due_at: at("2026-04-10 18:00"),
        kind: Kind::WeeklyReport,
        name: "春晖".to_owned(),
        subject,
        of_base: subject == BASE,
        record: "2026-W15".to_owned(),
        assigned: None,
        barred: Vec::new(),
    }
}

fn person(account: Uuid, party: Party) -> Person {
    Person { account, name: String::new(), parties: vec![party], settings: Settings::default() }
}

/// Staff of two organisations, the operator's Zhou, the bureau's Chen.
fn people() -> Vec<Person> {
    vec![
        person(LIN, Party::Organisation(OURS)),
        person(SU, Party::Organisation(THEIRS)),
        person(ZHOU, Party::Operator),
        person(CHEN, Party::Bureau),
    ]
}

fn rules(calendar: &Calendar) -> Rules<'_> {
    let off = std::collections::BTreeSet::new();
    Rules { calendar, zone: ZONE, steps: Steps::default(), off, channels: &[Channel::Program] }
}

/// Who is told at which step.
fn told(found: &[Digest]) -> Vec<(Uuid, Step)> {
    found.iter().flat_map(|digest| digest.lines.iter().map(|line| (digest.person, line.step))).collect()
}

/// A run, and what is known after it.
fn run(owed: &[Owed], people: &[Person], history: &mut History, now: DateTime<Utc>) -> Vec<Digest> {
    let calendar = Calendar::shipped();
    let found = digests(&rules(&calendar), owed, people, history, (now, now));
    for digest in &found {
        assert!(history.digests.insert((digest.person, digest.channel, digest.day)), "a second digest of a day");
        for line in &digest.lines {
            let told = line.told(digest.person, digest.channel, digest.day, ZONE);
            assert!(history.told.insert(told, digest.day).is_none(), "told twice: {line:?}");
        }
    }
    found
}
