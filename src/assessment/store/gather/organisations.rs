//! What organisations are judged by.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    super::super::{Facts, Measure, Measured, PlanMonth, Rule, Scorecard},
    ByIndicator, When, by_indicator,
};
use crate::{
    monthly_plan::{
        Item,
        store::quarter::{PlannedMonth, months_of},
    },
    store::{Store, StoreError},
    training::store::attendance_of,
    weekly_report::store::{
        quarter::{QuarterWeeks, activities_of, weeks_of},
        reporter::Reporter,
    },
};

/// The facts of all organisations of a base.
pub(in super::super) struct OfOrganisations {
    weeks: HashMap<Uuid, QuarterWeeks>,
    months: HashMap<Uuid, Vec<PlannedMonth>>,
    activities: HashMap<Uuid, (i64, i64)>,
    attended: HashMap<Uuid, (u32, u32)>,
}

/// Nine statements, and three more of an instant that has passed.
pub(in super::super) async fn of_organisations(
    store: &Store,
    when: When<'_>,
    reporters: &[Reporter],
) -> Result<OfOrganisations, StoreError> {
    let (db, When { base, quarter, rhythm, as_at }) = (store.read(), when);
    Ok(OfOrganisations {
        weeks: weeks_of(db, rhythm, base, reporters, quarter, as_at).await?,
        months: months_of(db, base, reporters, quarter, as_at).await?,
        activities: activities_of(db, base, quarter, as_at).await?,
        attended: attendance_of(db, base, quarter.first_day(), quarter.last_day(), as_at).await?,
    })
}

impl OfOrganisations {
    /// Weeks that asked for a report.
    pub(in super::super) fn expected_weeks(&self, subject: Uuid) -> u32 {
        self.weeks.get(&subject).map_or(0, |weeks| weeks.expected)
    }

    /// The facts of one organisation's card.
    pub(in super::super) fn facts(&self, subject: Uuid, card: &Scorecard) -> ByIndicator {
        by_indicator(card, |rule| match rule {
            Rule::WeeklyOnTime => weeks(self.weeks.get(&subject).copied().unwrap_or_default()),
            Rule::PlanCompletion => plans(self.months.get(&subject).map_or(&[], Vec::as_slice)),
            Rule::ActivitiesAgainstPlan => self.activities(subject),
            Rule::TrainingAttendance => match self.attended.get(&subject) {
                Some(&(attended, invited)) => Facts::Attended { attended, invited },
                None => Facts::NothingDue,
            },
            // A card of an organisation has no other rule.
            _ => Facts::NothingDue,
        })
    }

    fn activities(&self, subject: Uuid) -> Facts {
        let months = self.months.get(&subject).map_or(&[][..], Vec::as_slice);
        if months.is_empty() {
            return Facts::NothingDue;
        }
        let (sessions, attendances) = self.activities.get(&subject).copied().unwrap_or_default();
        let items = || months.iter().filter_map(|month| month.items.as_ref()).flatten();
        let planned = |what: Measured| {
            let of = |item: &&Item| Measured::of_unit(&item.unit) == Some(what);
            items().filter(of).map(|item| i64::from(item.quantity)).sum()
        };
        let measure = |what, actual| Measure { what, actual, planned: planned(what) };
        let measures = vec![measure(Measured::Sessions, sessions), measure(Measured::Attendances, attendances)];
        Facts::Measures { measures }
    }
}

pub(super) fn weeks(weeks: QuarterWeeks) -> Facts {
    let QuarterWeeks { expected, on_time, late, missing, .. } = weeks;
    if expected == 0 { Facts::NothingDue } else { Facts::Weeks { expected, on_time, late, missing } }
}

/// A month whose plan has no item left that counts says nothing.
pub(super) fn plans(months: &[PlannedMonth]) -> Facts {
    let asked = months.iter().filter_map(|month| {
        let basis_points = match (&month.items, month.completion.basis_points()) {
            (None, _) => 0,
            (Some(_), done) => u32::from(done?),
        };
        let (planned, items) = (month.items.is_some(), month.completion.items.clone());
        Some(PlanMonth { month: month.month, planned, basis_points, items })
    });
    let months: Vec<PlanMonth> = asked.collect();
    if months.is_empty() { Facts::NothingDue } else { Facts::Plans { months } }
}
