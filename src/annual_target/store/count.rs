//! What the records say, and the entries beside it.

use std::collections::{BTreeSet, HashMap};

use chrono::{Datelike, NaiveDate};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{Actual, CountingRule, EntryState, Target, entity::target_entry};
use super::{enter::read_state, record_count};
use crate::{period::Year, store::StoreError, weekly_report::store::AsAt};

/// What a rule counts, and what opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    Organisation(Uuid),
    Training(Uuid),
    CoachingVisit(Uuid),
    /// A week's report, of an organisation or of the base.
    Report(Uuid),
    ServiceRequest(Uuid),
    MatchedProject(Uuid),
    Fund(Uuid),
    /// The visits of an organisation.
    FollowUps(Uuid),
    /// The bureau's, whose results the operator does not see.
    Survey(Uuid),
}

/// A record that a rule counts, once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub rule: CountingRule,
    /// The day on which it counts.
    pub on: NaiveDate,
    /// How much it adds, in the measure's unit; of a rate, all its shares together.
    pub amount: i64,
    /// Of a rate, how many shares it has; 1 of everything else.
    pub of: u32,
    pub source: Source,
    /// What it is called; an organisation's name where it counts for one.
    pub name: String,
}

impl Counted {
    /// Of a rate the mean of its shares, rounded half up; the amount of everything else.
    pub fn mean(&self) -> i64 {
        let of = i64::from(self.of.max(1));
        (2 * self.amount + of).div_euclid(2 * of)
    }
}

/// What is known of a base's year.
pub(super) struct Known {
    /// By their days.
    pub(super) counted: Vec<Counted>,
    /// By their days, then as they came.
    pub(super) entries: Vec<target_entry::Model>,
}

impl Known {
    /// As it stood at an instant: up to three statements for each rule that these targets are counted by, and one for the
    /// entries; of an instant that has passed up to five for each rule.
    pub(super) async fn of(
        db: &impl ConnectionTrait,
        base: Uuid,
        year: Year,
        targets: &[Target],
        as_at: &AsAt,
    ) -> Result<Self, StoreError> {
        let rules: BTreeSet<CountingRule> = targets.iter().map(|target| target.rule).collect();
        let mut entries = target_entry::Entity::find()
            .filter(target_entry::Column::BaseId.eq(base))
            .filter(target_entry::Column::Year.eq(year.to_string()))
            .order_by_asc(target_entry::Column::OnDay)
            .order_by_asc(target_entry::Column::EnteredAt)
            .order_by_asc(target_entry::Column::Id)
            .all(db)
            .await?;
        // What is decided on is final, so nothing else of an entry has changed since.
        entries.retain(|entry| entry.decided_at.is_none_or(|decided| as_at.had(decided)));
        Ok(Self { counted: record_count::all(db, base, year, &rules, as_at).await?, entries })
    }

    /// What each target has reached, and how many of its entries wait.
    pub(super) fn by_target(&self, targets: &[Target]) -> Result<HashMap<String, (Actual, u32)>, StoreError> {
        let mut reached: HashMap<String, (Actual, u32)> = HashMap::with_capacity(targets.len());
        for target in targets {
            let (actual, pending) = reached.entry(target.code.clone()).or_default();
            let records = || self.counted.iter().filter(|record| record.rule == target.rule);
            if target.rule.is_rate() {
                let share = |record: &Counted| (quarter(record.on), record.amount, i64::from(record.of));
                *actual = Actual::of_shares(records().map(share));
            } else {
                for record in records() {
                    actual.add(target.measure, quarter(record.on), record.amount);
                }
            }
            if !target.rule.takes_entries() {
                continue;
            }
            let told = *actual;
            for entry in self.entries.iter().filter(|entry| entry.target == target.code) {
                match read_state(entry)? {
                    // What records tell of a quarter takes the place of what was entered.
                    EntryState::Approved if told.knows(quarter(entry.on_day)) => {}
                    EntryState::Approved => actual.add(target.measure, quarter(entry.on_day), entry.amount),
                    EntryState::Pending => *pending += 1,
                    EntryState::Refused | EntryState::Withdrawn => {}
                }
            }
        }
        Ok(reached)
    }
}

/// 1 to 4. An activity counts by its own day (domain: *Calendar*).
pub(super) fn quarter(day: NaiveDate) -> u32 {
    day.month0() / 3 + 1
}
