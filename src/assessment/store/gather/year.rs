//! What a year's quarters came to.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    super::super::{FEWEST_QUARTERS, Facts, QuarterTotal, Rule, Scorecard, entity::assessment},
    super::came_to::CameTo,
    ByIndicator, by_indicator,
};
use crate::{period::Year, points::Points, store::StoreError, weekly_report::store::AsAt};

/// The year's sheets of every subject of a base.
#[derive(Debug, Default)]
pub(in super::super) struct OfYear(HashMap<Uuid, Quarters>);

#[derive(Debug, Default)]
struct Quarters {
    /// Of those that were published, oldest first.
    totals: Vec<QuarterTotal>,
    /// How many were rated, published or not.
    rated: usize,
    expected_weeks: u32,
}

/// As they stood at an instant: one statement, and one more of one that has passed. `only`: of one subject.
pub(in super::super) async fn of_year(
    db: &impl ConnectionTrait,
    base: Uuid,
    year: Year,
    only: Option<Uuid>,
    as_at: &AsAt,
) -> Result<OfYear, StoreError> {
    use assessment::Column as Of;
    let of = Condition::all()
        .add(Of::BaseId.eq(base))
        .add(Of::Quarter.is_in(year.quarters().map(|quarter| quarter.to_string())))
        .add_option(only.map(|subject| Of::SubjectId.eq(subject)));
    let rows = assessment::Entity::find().filter(of).order_by_asc(Of::Quarter).all(db).await?;
    let former = as_at.former::<CameTo>(db, base).await?;
    let mut found = OfYear::default();
    for mut row in rows {
        if let Some(was) = former.get(&row.id) {
            (row.rated, row.expected_weeks, row.total) = (was.rated, was.expected_weeks, was.total);
        }
        let quarters = found.0.entry(row.subject_id).or_default();
        quarters.expected_weeks += u32::try_from(row.expected_weeks).unwrap_or_default();
        quarters.rated += usize::from(row.rated);
        let total = row.total.filter(|_| row.rated).map(Points::hundredths);
        let quarter =
            row.read_occasion()?.quarter().filter(|_| row.published_at.is_some_and(|published| as_at.had(published)));
        quarters.totals.extend(quarter.zip(total).map(|(quarter, total)| QuarterTotal { quarter, total }));
    }
    Ok(found)
}

impl OfYear {
    /// Whether a subject had a sheet in one of the quarters.
    pub(in super::super) fn contains(&self, subject: Uuid) -> bool {
        self.0.contains_key(&subject)
    }

    /// Weeks that asked for a report, and whether enough of the quarters were rated.
    pub(in super::super) fn standing(&self, subject: Uuid) -> (u32, bool) {
        self.0.get(&subject).map_or((0, false), |found| (found.expected_weeks, found.rated >= FEWEST_QUARTERS))
    }

    pub(in super::super) fn facts(&self, subject: Uuid, card: &Scorecard) -> ByIndicator {
        let quarters = self.0.get(&subject).map(|found| found.totals.clone()).unwrap_or_default();
        by_indicator(card, |rule| match rule {
            Rule::QuartersMean => Facts::Quarters { quarters: quarters.clone() },
            // A card of a year has no other rule.
            _ => Facts::NothingDue,
        })
    }
}
