use chrono::{DateTime, Days, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

use crate::{
    calendar::{Calendar, Due, Filing, due, nth_working_day_after, plus_working_days_at},
    period::Week,
};

/// The weeks of the demo, up to its day. What would happen after `now` has not happened.
#[derive(Debug)]
pub(super) struct Season {
    pub on: NaiveDate,
    /// The first instant of `on`: nothing of the demo lies ahead of whoever loads it on that day.
    pub now: DateTime<Utc>,
    pub zone: Tz,
    pub calendar: Calendar,
    pub weeks: Vec<AskedWeek>,
    /// The latest week that was due before now, and the one before it.
    pub last_due: [Option<Week>; 2],
    /// The same for the base's own reports.
    pub last_base_due: [Option<Week>; 2],
}

/// A week and its deadlines; none where it has no working day.
#[derive(Debug, Clone, Copy)]
pub(super) struct AskedWeek {
    pub week: Week,
    pub due_at: Option<DateTime<Utc>>,
    pub base_due_at: Option<DateTime<Utc>>,
    /// When the facts of its quarter are cut off, the organisations' and the base's.
    pub cut_off: DateTime<Utc>,
    pub base_cut_off: DateTime<Utc>,
}

impl Season {
    pub(super) fn new(on: NaiveDate, weeks: u32, calendar: Calendar, zone: Tz) -> Self {
        let last = Week::of(on);
        let asked = |week: Week| {
            let due_at = |filing| due(filing, week.into(), &calendar, zone).ok().and_then(Due::at);
            let cut_off = |days| nth_working_day_after(week.quarter().last_day(), days, &calendar, zone).at;
            AskedWeek {
                week,
                due_at: due_at(Filing::WeeklyReport),
                base_due_at: due_at(Filing::BaseWeeklyReport),
                cut_off: cut_off(4),
                base_cut_off: cut_off(16),
            }
        };
        let weeks: Vec<AskedWeek> = last.plus(1 - i64::from(weeks)).through(last).map(asked).collect();
        let now = instant(on, 0, zone);
        let last_two = |due_at: fn(&AskedWeek) -> Option<DateTime<Utc>>| {
            let passed = |asked: &&AskedWeek| due_at(asked).is_some_and(|due| due < now);
            let mut due = weeks.iter().rev().filter(passed).map(|asked| asked.week);
            [due.next(), due.next()]
        };
        let (last_due, last_base_due) = (last_two(|asked| asked.due_at), last_two(|asked| asked.base_due_at));
        Self { on, now, zone, calendar, weeks, last_due, last_base_due }
    }

    /// A time of day in the base's zone, as minutes after midnight.
    pub(super) fn at(&self, day: NaiveDate, minute: u32) -> DateTime<Utc> {
        instant(day, minute, self.zone)
    }

    /// The day of an instant in the base's zone.
    pub(super) fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The day, or the next one that is worked.
    pub(super) fn worked(&self, day: NaiveDate) -> NaiveDate {
        day.iter_days().take(30).find(|day| self.calendar.is_working_day(*day)).unwrap_or(day)
    }

    /// 18:00, so many working days after something happened.
    pub(super) fn working_days_after(&self, happened: DateTime<Utc>, days: u32) -> DateTime<Utc> {
        plus_working_days_at(happened, days, &self.calendar, self.zone).at
    }

    /// A day so many weeks before the demo's week, counted from Monday (0).
    pub(super) fn weeks_ago(&self, weeks: u32, weekday: u64) -> NaiveDate {
        Week::of(self.on).plus(-i64::from(weeks)).monday() + Days::new(weekday)
    }
}

fn instant(day: NaiveDate, minute: u32, zone: Tz) -> DateTime<Utc> {
    let time = day.and_hms_opt(minute / 60 % 24, minute % 60, 0).unwrap_or_default();
    zone.from_local_datetime(&time).earliest().map_or_else(|| time.and_utc(), |at| at.to_utc())
}
