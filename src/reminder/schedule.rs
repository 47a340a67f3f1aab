use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Kind, Owed, Step, Steps};
use crate::calendar::Calendar;

/// The days of the steps for one thing that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    ahead: Option<NaiveDate>,
    before: NaiveDate,
    due: NaiveDate,
    after: NaiveDate,
    operator: NaiveDate,
    bureau: NaiveDate,
    /// From this day on nobody is told any more: it has become a matter for people.
    end: NaiveDate,
}

impl Schedule {
    /// By the steps of a base.
    pub fn of(owed: &Owed, steps: Steps, calendar: &Calendar, zone: Tz) -> Self {
        let due = owed.due_on(zone);
        let earlier = |days| calendar.subtract_working_days(due, days);
        let later = |days| calendar.add_working_days(due, days);
        let (ahead, before) = if owed.kind == Kind::FollowUp {
            let (ahead, before) = steps.before_visit();
            (Some(ahead), before)
        } else {
            (None, steps.before)
        };
        Self {
            ahead: ahead.map(earlier),
            before: earlier(before),
            due,
            after: later(steps.after),
            operator: later(steps.operator),
            bureau: later(steps.bureau),
            end: later(Steps::END),
        }
    }

    /// The steps whose day has come on a day. Of those for whoever files only the newest: a day late, nobody is told
    /// that it is due tomorrow.
    pub fn steps_on(&self, day: NaiveDate) -> Vec<Step> {
        if day >= self.end {
            return Vec::new();
        }
        let filers = [(self.after, Step::After), (self.due, Step::Due), (self.before, Step::Before)];
        let ahead = self.ahead.map(|on| (on, Step::Ahead));
        let newest = filers.into_iter().chain(ahead).find(|(on, _)| *on <= day);
        let others = [(self.operator, Step::Operator), (self.bureau, Step::Bureau)];
        let others = others.into_iter().filter(|(on, _)| *on <= day);
        newest.into_iter().chain(others).map(|(_, step)| step).collect()
    }

    /// How many working days late a thing is on the day on which an escalation tells of it, which may be later than the
    /// step's own day; `None` of the other steps.
    pub fn late(&self, step: Step, day: NaiveDate, calendar: &Calendar) -> Option<u32> {
        matches!(step, Step::Operator | Step::Bureau).then(|| calendar.working_days_between(self.due, day))
    }
}
