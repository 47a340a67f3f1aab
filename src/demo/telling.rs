//! What a week's report says, put together from prepared words.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use super::{
    dice::Dice,
    season::AskedWeek,
    work::{self, Field},
};
use crate::{
    period::Month,
    weekly_report::{Activity, Content, Help, Report},
};

/// Lasting numbers of an organisation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Size {
    pub staff: u32,
    pub volunteers: u32,
    /// The month of the last report: the first of each month asks for money.
    pub told_in: Option<Month>,
}

/// A report on a week, told on `day`, which is in the week or after it.
pub(super) fn report(dice: &mut Dice, field: &Field, size: Size, asked: &AskedWeek, day: NaiveDate) -> Report {
    let activities = activities(dice, field, asked, day);
    let attendances: u32 = activities.iter().filter_map(|activity| activity.attendances).sum();
    let count = u32::try_from(activities.len()).unwrap_or(0);
    // Many tell the three required facts and nothing else.
    let short = dice.chance(35);
    let cents = |dice: &mut Dice, most: u32| Some(i64::from(dice.between(0, most)) * 10_000);
    let money = size.told_in != Some(asked.week.month()) && !short;
    Report {
        content: Content::Report,
        done: done(dice, field, &activities),
        activities_count: count,
        attendances,
        help: help(dice),
        activities: if short { Vec::new() } else { activities },
        staff: (!short).then_some(size.staff),
        volunteers: (!short).then_some(size.volunteers),
        funds_linked_cents: if money && dice.chance(40) { cents(dice, 300) } else { None },
        income_cents: if money { cents(dice, 500) } else { None },
        spending_cents: if money { cents(dice, 450) } else { None },
        problems: if dice.chance(25) { (*dice.pick(field.problems)).to_owned() } else { String::new() },
        next_week: if short { String::new() } else { (*dice.pick(field.next)).to_owned() },
        progress: BTreeMap::new(),
    }
}

/// "Nothing to report", as a confirmed choice.
pub(super) fn nothing(dice: &mut Dice) -> Report {
    Report {
        content: Content::NothingToReport,
        done: (*dice.pick(work::NOTHING)).to_owned(),
        activities_count: 0,
        attendances: 0,
        help: Help::NotNeeded,
        activities: Vec::new(),
        staff: None,
        volunteers: None,
        funds_linked_cents: None,
        income_cents: None,
        spending_cents: None,
        problems: String::new(),
        next_week: String::new(),
        progress: BTreeMap::new(),
    }
}

/// The same report once more, after it came back: more is said, and said better.
pub(super) fn mended(dice: &mut Dice, field: &Field, report: &Report) -> Report {
    let mut mended = report.clone();
    mended.done.push_str(dice.pick(field.done));
    if mended.next_week.is_empty() {
        (*dice.pick(field.next)).clone_into(&mut mended.next_week);
    }
    mended
}

fn activities(dice: &mut Dice, field: &Field, asked: &AskedWeek, day: NaiveDate) -> Vec<Activity> {
    let held = dice.weighed(&[(22, 0), (46, 1), (24, 2), (8, 3)]);
    let last = asked.week.sunday().min(day);
    let days = u32::try_from((last - asked.week.monday()).num_days()).unwrap_or(0);
    let mut activities: Vec<Activity> = (0..held)
        .map(|_| {
            let event = dice.pick(field.events);
            let attendances = dice.between(event.attendances.0, event.attendances.1);
            let beneficiaries = attendances * dice.between(55, 95) / 100;
            Activity {
                what: event.what.to_owned(),
                kind: Some(event.kind),
                on: asked.week.monday() + Days::new(dice.between(0, days).into()),
                place: event.place.to_owned(),
                attendances: Some(attendances),
                beneficiaries: dice.chance(60).then_some(beneficiaries),
            }
        })
        .collect();
    activities.sort_by_key(|activity| activity.on);
    activities
}

fn done(dice: &mut Dice, field: &Field, activities: &[Activity]) -> String {
    use std::fmt::Write;
    let mut told = (*dice.pick(field.done)).to_owned();
    for activity in activities {
        let (month, day) = (activity.on.month(), activity.on.day());
        let people = activity.attendances.unwrap_or(0);
        let (place, what) = (&activity.place, &activity.what);
        let _ = write!(told, "{month}月{day}日在{place}举办“{what}”，{people} 人次参加。");
    }
    if dice.chance(30) {
        told.push_str(dice.pick(work::OFFICE));
    }
    told
}

fn help(dice: &mut Dice) -> Help {
    if dice.chance(78) {
        return Help::NotNeeded;
    }
    let (kind, words) = dice.pick(work::HELP);
    Help::Wanted { kind: *kind, what: (*dice.pick(words)).to_owned() }
}
