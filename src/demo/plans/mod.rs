//! The monthly plans of the demo: made, approved, ticked off by the weekly reports, closed, carried over.

mod result;
mod row;

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, Datelike, Days, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed},
    dice::Dice,
    season::Season,
    work::{Event, Field},
};
use crate::{
    access::Actor,
    audit::Deed,
    calendar::Filing,
    incubation::Span,
    monthly_plan::{
        Draft, DraftItem, Item, State,
        entity::{monthly_plan, monthly_plan_version},
        is_expected, judge,
    },
    period::{Month, Week},
    store::to_json,
    weekly_report::{ActivityKind, Report, Rework, Reworked},
};

/// How the running month's plan of one of the fifteen stands, so that each state can be seen, whatever the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    Usual,
    /// Submitted yesterday, and nobody has decided on it.
    Waiting,
    /// Returned yesterday.
    Returned,
    Missing,
    /// Approved, and being changed.
    Changing,
}

/// One subject's plans, month after month.
#[derive(Debug)]
pub(super) struct Planner {
    subject: Uuid,
    of_base: bool,
    field: &'static Field,
    author: Arc<Actor>,
    approver: Arc<Actor>,
    dice: Dice,
    course: Course,
    /// An item of the month that was closed last is to be dropped, and nobody has said yet whether it may.
    leaves_one: bool,
    current: Option<Plan>,
}

#[derive(Debug)]
struct Plan {
    month: Month,
    row: monthly_plan::Model,
    items: Vec<Item>,
    versions: Vec<monthly_plan_version::Model>,
    told: BTreeMap<Uuid, u32>,
}

impl Planner {
    /// Of an organisation, by its place among the members.
    pub(super) fn of_organisation(
        seed: u64,
        number: usize,
        subject: Uuid,
        field: &'static Field,
        [author, approver]: [Arc<Actor>; 2],
    ) -> Self {
        let course = match number {
            3 => Course::Waiting,
            6 => Course::Returned,
            9 => Course::Missing,
            12 => Course::Changing,
            _ => Course::Usual,
        };
        let dice = Dice::of(seed, "plan", number);
        let leaves_one = [13, 14].contains(&number);
        Self { subject, of_base: false, field, author, approver, dice, course, leaves_one, current: None }
    }

    /// Of the base itself.
    pub(super) fn of_base(
        seed: u64,
        subject: Uuid,
        field: &'static Field,
        [author, approver]: [Arc<Actor>; 2],
    ) -> Self {
        let (dice, course) = (Dice::of(seed, "base plan", 0), Course::Usual);
        Self { subject, of_base: true, field, author, approver, dice, course, leaves_one: false, current: None }
    }

    /// Comes to a week: where it begins another month, the one before is closed and the new one planned.
    pub(super) fn come_to(&mut self, book: &mut Book, season: &Season, spans: &[Span], week: Week) {
        let month = week.month();
        if self.current.as_ref().is_some_and(|plan| plan.month == month) {
            return;
        }
        let rest = self.close(book, season);
        if self.of_base || is_expected(spans, month) {
            self.plan(book, season, month, rest);
        }
    }

    /// Ticks off what a report tells of the month's items.
    pub(super) fn tick(&mut self, week: Week, report: &mut Report) {
        let Some(plan) = self.current.as_mut().filter(|plan| plan.month == week.month() && plan.row.standing.is_some())
        else {
            return;
        };
        for item in &plan.items {
            let told = plan.told.entry(item.id).or_default();
            let left = item.quantity.saturating_sub(*told);
            if left > 0 && self.dice.chance(46) {
                let done = self.dice.between(1, left.div_ceil(2));
                *told += done;
                report.progress.insert(item.id, done);
            }
        }
    }

    /// The last month stays as it stands.
    pub(super) fn end(&mut self, book: &mut Book) {
        if let Some(mut plan) = self.current.take() {
            book.plans.push(plan.row);
            book.plan_versions.append(&mut plan.versions);
        }
    }

    fn plan(&mut self, book: &mut Book, season: &Season, month: Month, rest: Option<(DateTime<Utc>, Vec<DraftItem>)>) {
        let running = month == Week::of(season.on).month();
        let course = if running { self.course } else { Course::Usual };
        if course == Course::Missing || self.dice.chance(4) && !self.of_base && !running {
            return;
        }
        let filing = if self.of_base { Filing::BaseMonthlyPlan } else { Filing::MonthlyPlan };
        let due = crate::calendar::due_by(filing.default_rule(), month.into(), &season.calendar, season.zone).at();
        let due = due.unwrap_or(season.now);
        let late = self.dice.chance(8);
        let usual = if late {
            due + TimeDelta::minutes(self.dice.between(20, 1_500).into())
        } else {
            due - TimeDelta::minutes(self.dice.between(40, 4_000).into())
        };
        let yesterday = season.now - TimeDelta::minutes(self.dice.between(500, 900).into());
        let at = if matches!(course, Course::Waiting | Course::Returned) { yesterday } else { usual };
        if at >= season.now {
            return;
        }
        let draft = Draft { items: self.items(season, month) };
        let mut mint = self.dice.clone();
        let draft = draft.with_ids(|| mint.id(at));
        let Ok(items) = judge(&draft, month) else { return };
        let id = mint.id(at);
        self.dice = mint;
        let mut plan = Plan {
            month,
            row: self.row(book.base, season, id, month, at, due, &draft),
            versions: vec![self.version(book.base, id, 1, &items, at)],
            told: BTreeMap::new(),
            items,
        };
        note(book, at, &self.author.clone(), Deed::MonthlyPlanSubmitted, id, month);
        self.decide(book, season, &mut plan, course, at);
        if let Some((closed_at, rest)) = rest.filter(|(_, rest)| plan.row.standing.is_some() && !rest.is_empty()) {
            let rest = Draft { items: rest }.with_ids(|| self.dice.id(closed_at));
            if let Ok(more) = judge(&rest, month) {
                plan.items.extend(more);
                let version = self.version(book.base, id, 2, &plan.items, closed_at);
                plan.versions.push(monthly_plan_version::Model { approved_at: Some(closed_at), ..version });
                plan.row.versions = 2;
                plan.row.standing = Some(2);
                plan.row.draft = to_json(&Draft::from(plan.items.as_slice()));
                plan.row.draft_version += 1;
            }
        }
        self.current = Some(plan);
    }

    /// What the approver said, where that lies before the demo's now.
    fn decide(&mut self, book: &mut Book, season: &Season, plan: &mut Plan, course: Course, at: DateTime<Utc>) {
        let (approver, author) = (self.approver.clone(), self.author.clone());
        let row = &mut plan.row;
        match course {
            Course::Waiting => {}
            Course::Returned => {
                let returned_at = at + TimeDelta::minutes(200);
                let due_at = season.working_days_after(returned_at, 2);
                State::Returned.code().clone_into(&mut row.state);
                row.reworked = to_json(&[Reworked { why: Rework::Returned, due_at, submitted_at: None }]);
                row.decided_at = Some(returned_at);
                row.decided_by = Some(approver.name.clone());
                row.decide_by = None;
                "第一项没有写清责任人分工，请把场次和人次分开列。".clone_into(&mut row.returned_for);
                note(book, returned_at, &approver, Deed::MonthlyPlanReturned, plan.row.id, plan.month);
            }
            Course::Usual | Course::Missing | Course::Changing => {
                let day = season.worked(season.day(at) + Days::new(1));
                let approved_at = season.at(day, self.dice.between(9 * 60, 17 * 60));
                if approved_at >= season.now {
                    return;
                }
                State::Approved.code().clone_into(&mut row.state);
                row.standing = Some(1);
                row.decided_at = Some(approved_at);
                row.decided_by = Some(approver.name.clone());
                row.row_version += 1;
                for version in &mut plan.versions {
                    version.approved_at = Some(approved_at);
                }
                let (id, month) = (row.id, plan.month);
                note(book, approved_at, &approver, Deed::MonthlyPlanApproved, id, month);
                if course == Course::Changing {
                    State::Draft.code().clone_into(&mut plan.row.state);
                    plan.row.decide_by = None;
                    let changed_at = season.now - TimeDelta::minutes(700);
                    note(book, changed_at.max(approved_at), &author, Deed::MonthlyPlanChangeBegun, id, month);
                }
            }
        }
    }

    fn items(&mut self, season: &Season, month: Month) -> Vec<DraftItem> {
        let persons = ["周敏", "刘洋", "何静", "彭勇", "唐丽", "肖军"];
        let worked = |dice: &mut Dice| {
            let day = month.first_day() + Days::new(dice.between(6, month.last_day().day() - 1).into());
            season.worked(day).min(month.last_day()).to_string()
        };
        let events = self.field.events;
        let first = self.dice.between(0, u32::try_from(events.len()).unwrap_or(1) - 1) as usize;
        let mut items: Vec<DraftItem> = (0..self.dice.between(2, 3) as usize)
            .map(|number| DraftItem {
                what: events[(first + number) % events.len()].what.to_owned(),
                serves: self.serves(&events[(first + number) % events.len()]).to_owned(),
                quantity: self.dice.between(1, 4).to_string(),
                unit: "场".to_owned(),
                responsible: (*self.dice.pick(&persons)).to_owned(),
                due_on: worked(&mut self.dice),
                ..DraftItem::default()
            })
            .collect();
        let meeting = if self.of_base { "机构月度例会" } else { "理事会例会" };
        items.push(DraftItem {
            what: meeting.to_owned(),
            quantity: "1".to_owned(),
            // No session of a service: it does not count among them.
            unit: "项".to_owned(),
            responsible: self.author.name.clone(),
            due_on: worked(&mut self.dice),
            recurring: "on".to_owned(),
            ..DraftItem::default()
        });
        items
    }

    /// The annual target that one of the base's own events serves.
    fn serves(&self, event: &Event) -> &'static str {
        match event.kind {
            ActivityKind::Training if self.of_base => "trainings",
            ActivityKind::Meeting if self.of_base => "coaching",
            _ => "",
        }
    }
}

fn note(book: &mut Book, at: DateTime<Utc>, by: &Arc<Actor>, deed: Deed, plan: Uuid, month: Month) {
    let detail = Detail::Reason(month.to_string());
    book.deeds.push(PastDeed { at, by: by.clone(), deed, subject: plan, detail });
}
