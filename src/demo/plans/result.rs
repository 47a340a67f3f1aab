//! How a month ends: what became of its items, and what the approver says of those that are dropped.

use chrono::{DateTime, Days, TimeDelta, Utc};

use super::super::{book::Book, season::Season};
use super::{Plan, Planner, note};
use crate::{
    audit::Deed,
    calendar::nth_working_day_after,
    monthly_plan::{Completion, DraftItem, ItemResult, Release, State, carried, judge_result, proposed},
    period::Week,
    store::to_json,
};

impl Planner {
    /// Closes the month that is over, where that lies before the demo's now; what it leaves is carried over.
    pub(super) fn close(&mut self, book: &mut Book, season: &Season) -> Option<(DateTime<Utc>, Vec<DraftItem>)> {
        let mut plan = self.current.take()?;
        let due = nth_working_day_after(plan.month.last_day(), 3, &season.calendar, season.zone).at;
        let at = due - TimeDelta::minutes(self.dice.between(30, 2_400).into());
        let mut rest = None;
        if plan.row.standing.is_some() && at < season.now {
            let leaves = self.leaves_one && plan.month.next() == Week::of(season.on).month();
            let mut typed = proposed(&plan.items, &plan.told);
            if (self.dice.chance(20) || leaves)
                && let Some(one) = typed.iter_mut().find(|one| one.outcome == "carried_over")
            {
                "dropped".clone_into(&mut one.outcome);
                "合作单位临时调整安排，本项不再开展。".clone_into(&mut one.reason);
            }
            let mut results = judge_result(&plan.items, &plan.told, &typed).unwrap_or_default();
            self.put_result(book, &mut plan, at, &results);
            if !leaves {
                self.answer(book, season, &mut plan, at, &mut results);
            }
            rest = Some((at, carried(plan.month.next(), &plan.items, &results)));
        }
        book.plans.push(plan.row);
        book.plan_versions.append(&mut plan.versions);
        rest
    }

    fn put_result(&self, book: &mut Book, plan: &mut Plan, at: DateTime<Utc>, results: &[ItemResult]) {
        State::Closed.code().clone_into(&mut plan.row.state);
        plan.row.closed_at = Some(at);
        plan.row.closed_by = Some(self.author.name.clone());
        keep(plan, results);
        note(book, at, &self.author, Deed::MonthlyPlanClosed, plan.row.id, plan.month);
    }

    /// The approver looks at what is to be dropped on one of the next working days, and mostly lets it go.
    fn answer(
        &self,
        book: &mut Book,
        season: &Season,
        plan: &mut Plan,
        closed_at: DateTime<Utc>,
        results: &mut [ItemResult],
    ) {
        let Some(asked) = results.iter_mut().find(|result| result.release == Some(Release::Asked)) else { return };
        // What is told after it does not depend on it.
        let mut dice = self.dice.clone();
        let day = season.worked(season.day(closed_at) + Days::new(dice.between(1, 3).into()));
        let answered_at = season.at(day, dice.between(9 * 60, 17 * 60));
        if answered_at >= season.now {
            return;
        }
        asked.release = Some(if dice.chance(80) { Release::Granted } else { Release::Refused });
        asked.answered_at = Some(answered_at);
        keep(plan, results);
        note(book, answered_at, &self.approver, Deed::MonthlyPlanItemReleased, plan.row.id, plan.month);
    }
}

/// The results as they stand now, with what is counted of them.
fn keep(plan: &mut Plan, results: &[ItemResult]) {
    let (items, points) = Completion::of_plan(&plan.items, results, &plan.told).kept();
    let asked = results.iter().filter(|result| result.release == Some(Release::Asked)).count();
    plan.row.result = Some(to_json(&results));
    plan.row.items = items;
    plan.row.points = points;
    plan.row.releases_asked = i32::try_from(asked).unwrap_or(0);
    plan.row.row_version += 1;
}
