//! Plans with their items and what is told of them.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::{
    Completion, Item, ItemResult,
    entity::{
        monthly_plan::{Column, Entity, Model},
        monthly_plan_version, plan_progress,
    },
};
use super::record::Since;
use crate::{
    period::Month,
    store::{StoreError, read_json},
    weekly_report::store::as_at::{AsAt, Stood},
};

/// A plan with its items and what is told of them.
pub(super) struct Kept {
    pub row: Model,
    pub items: Vec<Item>,
    pub results: Vec<ItemResult>,
    /// By item, the sums of the month's reports.
    pub told: BTreeMap<Uuid, u32>,
}

impl Kept {
    /// Whether a version stands approved.
    pub(super) fn stands(&self) -> bool {
        self.row.standing.is_some()
    }

    /// By the result, or by the weekly reports until then.
    pub(super) fn completion(&self) -> Completion {
        Completion::of_plan(&self.items, &self.results, &self.told)
    }
}

/// The plans of some subjects in some months, as they stand in the tables.
pub(super) struct Found {
    rows: Vec<Model>,
    versions: Vec<monthly_plan_version::Model>,
    told: Vec<Told>,
}

/// What one report tells of one item.
struct Told {
    report: Uuid,
    subject: Uuid,
    month: String,
    item: Uuid,
    quantity: u32,
}

impl Found {
    /// Three statements.
    pub(super) async fn read(
        db: &impl ConnectionTrait,
        base: Uuid,
        subjects: &[Uuid],
        months: &[Month],
    ) -> Result<Self, StoreError> {
        let months: Vec<String> = months.iter().map(ToString::to_string).collect();
        let rows = Entity::find()
            .filter(Column::BaseId.eq(base))
            .filter(Column::SubjectId.is_in(subjects.iter().copied()))
            .filter(Column::Month.is_in(months.iter().cloned()))
            .all(db)
            .await?;
        let versions = monthly_plan_version::Entity::find()
            .filter(monthly_plan_version::Column::BaseId.eq(base))
            .filter(monthly_plan_version::Column::PlanId.is_in(rows.iter().map(|row| row.id)))
            .all(db)
            .await?;
        let told = plan_progress::Entity::find()
            .filter(plan_progress::Column::BaseId.eq(base))
            .filter(plan_progress::Column::SubjectId.is_in(subjects.iter().copied()))
            .filter(plan_progress::Column::Month.is_in(months))
            .all(db)
            .await?;
        Ok(Self { rows, versions, told: told.into_iter().map(Told::from).collect() })
    }

    /// As they count now.
    pub(super) fn now(mut self, now: DateTime<Utc>) -> Result<HashMap<(Uuid, Month), Kept>, StoreError> {
        self.rows = self.rows.into_iter().map(|row| row.settled(now)).collect::<Result<_, _>>()?;
        self.kept()
    }

    /// As they counted at an instant: by the version that stood, by a result that had been entered, and by what the weekly
    /// reports told.
    pub(super) fn stood(mut self, as_at: &AsAt) -> Result<HashMap<(Uuid, Month), Kept>, StoreError> {
        if !as_at.is_past() {
            return self.now(as_at.at());
        }
        let mut since = Since::new();
        for version in &self.versions {
            if let Some(at) = version.approved_at {
                since.entry(version.plan_id).or_default().push((version.number, at));
            }
        }
        let stood = |row: Model| row.stood(&since, as_at.at());
        self.rows = self.rows.into_iter().map(stood).collect::<Result<_, _>>()?;
        self.told.retain(|told| !as_at.has_changed(told.report));
        self.told.extend(as_at.changed().flat_map(|(report, stood)| Told::of(report, stood)));
        self.kept()
    }

    fn kept(self) -> Result<HashMap<(Uuid, Month), Kept>, StoreError> {
        let shown = |row: &Model| row.standing.unwrap_or(row.versions);
        let mut items: HashMap<(Uuid, i32), String> =
            self.versions.into_iter().map(|version| ((version.plan_id, version.number), version.items)).collect();
        let mut by_plan: HashMap<(Uuid, String), BTreeMap<Uuid, u32>> = HashMap::new();
        for told in self.told {
            let sum = by_plan.entry((told.subject, told.month)).or_default().entry(told.item).or_default();
            *sum = sum.saturating_add(told.quantity);
        }
        let mut kept = HashMap::with_capacity(self.rows.len());
        for row in self.rows {
            let items = items.remove(&(row.id, shown(&row)));
            let items = items.map_or_else(|| Ok(Vec::new()), |items| read_json(&items, "plan items"))?;
            let told = by_plan.remove(&(row.subject_id, row.month.clone())).unwrap_or_default();
            let results = row.read_result()?;
            kept.insert((row.subject_id, row.read_month()?), Kept { row, items, results, told });
        }
        Ok(kept)
    }
}

impl From<plan_progress::Model> for Told {
    fn from(row: plan_progress::Model) -> Self {
        Self {
            report: row.report_id,
            subject: row.subject_id,
            month: row.month,
            item: row.item_id,
            quantity: u32::try_from(row.quantity).unwrap_or(0),
        }
    }
}

impl Told {
    /// What a report told as it stood.
    fn of(report: Uuid, stood: &Stood) -> impl Iterator<Item = Self> {
        let month = stood.week.month().to_string();
        let told = stood.report.iter().flat_map(|told| &told.progress);
        told.map(move |(item, quantity)| Self {
            report,
            subject: stood.subject,
            month: month.clone(),
            item: *item,
            quantity: *quantity,
        })
    }
}
