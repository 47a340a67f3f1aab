//! Who is told what, and when: a pure function of what is owed, the people, what was told already, and the time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Channel, Kind, Matter, Owed, Party, Schedule, Settings, Step, Steps};
use crate::calendar::{Calendar, instant};

/// What a base's reminders go by.
#[derive(Debug, Clone)]
pub struct Rules<'a> {
    pub calendar: &'a Calendar,
    pub zone: Tz,
    pub steps: Steps,
    /// What the base does not remind of. What the bureau itself has to do is told in spite of it.
    pub off: BTreeSet<Kind>,
    /// What the installation has been told how to use.
    pub channels: &'a [Channel],
}

/// Somebody who can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub account: Uuid,
    pub name: String,
    pub parties: Vec<Party>,
    pub settings: Settings,
}

/// One thing in a digest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Line {
    pub owed: Owed,
    pub step: Step,
    /// As what the person is told: it says where the link leads.
    pub told_as: Party,
    /// How many working days late it is at an escalation; of older lines nobody noted it.
    #[serde(default)]
    pub late: Option<u32>,
}

/// Everything that a person is told on a day by one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// Not before.
    pub at: DateTime<Utc>,
    pub person: Uuid,
    pub channel: Channel,
    /// The day in the base's zone.
    pub day: NaiveDate,
    /// What is due first comes first.
    pub lines: Vec<Line>,
}

/// What makes one telling the same as another: it happens once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Told {
    pub person: Uuid,
    pub channel: Channel,
    pub matter: Matter,
    pub step: Step,
    /// The day that the step is counted from: a new deadline begins anew. Of what was asked for by hand, the day of that.
    pub counted_from: NaiveDate,
}

/// What was told before.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// Each with the day on which it was.
    pub told: BTreeMap<Told, NaiveDate>,
    /// The days on which somebody had their digest.
    pub digests: BTreeSet<(Uuid, Channel, NaiveDate)>,
}

impl Rules<'_> {
    fn tell(&self, kind: Kind) -> bool {
        kind.is_of_bureau() || !self.off.contains(&kind)
    }
}

impl Line {
    /// What must not happen twice.
    pub fn told(&self, person: Uuid, channel: Channel, day: NaiveDate, zone: Tz) -> Told {
        let counted_from = if self.step == Step::Asked { day } else { self.owed.due_on(zone) };
        Told { person, channel, matter: self.owed.matter(), step: self.step, counted_from }
    }
}

/// The digests whose time comes between two instants, both included: those of a run where both are the same, a preview
/// where the later one lies ahead. They come by time and person, whatever the order of what is passed in.
pub fn digests(
    rules: &Rules<'_>,
    owed: &[Owed],
    people: &[Person],
    history: &History,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Vec<Digest> {
    let asked_for = owed.iter().filter(|owed| rules.tell(owed.kind));
    let scheduled = asked_for.map(|owed| (owed, Schedule::of(owed, rules.steps, rules.calendar, rules.zone)));
    let mut by_party: BTreeMap<Party, Vec<(&Owed, Schedule)>> = BTreeMap::new();
    for (owed, schedule) in scheduled {
        let parties: BTreeSet<Party> = Step::ALL.iter().filter_map(|step| owed.told_at(*step)).collect();
        for party in parties {
            by_party.entry(party).or_default().push((owed, schedule));
        }
    }
    let mut told = history.told.clone();
    let mut found = Vec::new();
    let (first, last) = (day_of(from, rules.zone), day_of(until, rules.zone));
    for day in first.iter_days().take_while(|day| *day <= last) {
        for (person, channel) in ways(rules, people) {
            let begins = from.max(instant(day, NaiveTime::MIN, rules.zone));
            let at = person.settings.quiet.free_from(begins, rules.zone);
            let had = history.digests.contains(&(person.account, channel, day));
            if had || at > until || day_of(at, rules.zone) != day {
                continue;
            }
            let mut lines = Vec::new();
            for party in &person.parties {
                for (owed, schedule) in by_party.get(party).into_iter().flatten() {
                    for step in schedule.steps_on(day) {
                        let wanted = step.is_obligatory() || !person.settings.opted_out.contains(&owed.kind);
                        let theirs = owed.told_at(step) == Some(*party) && !owed.barred.contains(&person.account);
                        if !theirs || !wanted {
                            continue;
                        }
                        let late = schedule.late(step, day, rules.calendar);
                        let line = Line { owed: (*owed).clone(), step, told_as: *party, late };
                        let once = line.told(person.account, channel, day, rules.zone);
                        if let std::collections::btree_map::Entry::Vacant(first) = told.entry(once) {
                            first.insert(day);
                            lines.push(line);
                        }
                    }
                }
            }
            found.extend(digest(person, channel, day, at, lines));
        }
    }
    found.sort_by_key(|digest| (digest.at, digest.person, digest.channel));
    found
}

/// What organisations, or whoever is named for a thing, have let pass: of one kind, and of one week, month or occasion
/// where one is named.
pub fn overdue(owed: &[Owed], kind: Kind, record: Option<&str>, now: DateTime<Utc>) -> Vec<Owed> {
    let of_others = |owed: &&Owed| !owed.kind.is_of_bureau() && owed.filer() != Party::Operator;
    late(owed, (kind, record), now).filter(of_others).cloned().collect()
}

/// What the base itself has let pass, in the same way: all of the operator's team owe it, so that the bureau asks for it.
/// What the bureau owes the base is not of it.
pub fn overdue_of_base(owed: &[Owed], kind: Kind, record: Option<&str>, now: DateTime<Utc>) -> Vec<Owed> {
    late(owed, (kind, record), now).filter(|owed| owed.of_base && !owed.kind.is_of_bureau()).cloned().collect()
}

fn late<'a>(
    owed: &'a [Owed],
    (kind, record): (Kind, Option<&'a str>),
    now: DateTime<Utc>,
) -> impl Iterator<Item = &'a Owed> {
    let named = move |owed: &&Owed| record.is_none_or(|record| owed.record == record);
    owed.iter().filter(move |owed| owed.kind == kind && owed.due_at < now).filter(named)
}

/// What somebody asks for by hand, for whoever files it: at once, or at the end of their quiet hours. Who has been told of
/// a thing today is not told of it again.
pub fn asked(
    rules: &Rules<'_>,
    owed: &[Owed],
    people: &[Person],
    history: &History,
    now: DateTime<Utc>,
) -> Vec<Digest> {
    let day = day_of(now, rules.zone);
    let today: BTreeSet<(Uuid, Channel, &Matter)> = history
        .told
        .iter()
        .filter(|(_, on)| **on == day)
        .map(|(told, _)| (told.person, told.channel, &told.matter))
        .collect();
    let mut found = Vec::new();
    for (person, channel) in ways(rules, people) {
        let at = person.settings.quiet.free_from(now, rules.zone);
        let theirs = owed.iter().filter(|owed| person.parties.contains(&owed.filer()));
        let new = theirs.filter(|owed| !today.contains(&(person.account, channel, &owed.matter())));
        let lines: BTreeSet<Line> =
            new.map(|owed| Line { owed: owed.clone(), step: Step::Asked, told_as: owed.filer(), late: None }).collect();
        found.extend(digest(person, channel, day, at, lines.into_iter().collect()));
    }
    found.sort_by_key(|digest| (digest.at, digest.person, digest.channel));
    found
}

/// Every person by every channel that is there and that they use.
fn ways<'p>(rules: &Rules<'p>, people: &'p [Person]) -> impl Iterator<Item = (&'p Person, Channel)> {
    let channels = rules.channels;
    people.iter().flat_map(move |person| {
        channels.iter().filter(move |channel| person.settings.uses(**channel)).map(move |channel| (person, *channel))
    })
}

fn digest(
    person: &Person,
    channel: Channel,
    day: NaiveDate,
    at: DateTime<Utc>,
    mut lines: Vec<Line>,
) -> Option<Digest> {
    lines.sort();
    (!lines.is_empty()).then_some(Digest { at, person: person.account, channel, day, lines })
}

fn day_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}
