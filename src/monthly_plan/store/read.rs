//! One plan as its page shows it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{
    Completion, Draft, Item, ItemResult, State,
    entity::{monthly_plan::Model, monthly_plan_version},
    is_expected,
};
use super::{MonthlyPlanError, PlanFacts, draft, progress, record};
use crate::{
    access::SubjectReader,
    annual_target::{self, Target},
    period::{Month, Week, Year},
    store::{Store, StoreError, read_json},
    weekly_report::store::{Rhythm, SubjectName, month_exception::of_months, reporter::Reporter},
};

/// A subject's plan of a month with everything that happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPage {
    /// `None` where nobody has begun.
    pub id: Option<Uuid>,
    pub subject: SubjectName,
    pub facts: PlanFacts,
    /// What stands approved; before that, what was submitted last.
    pub items: Vec<Item>,
    /// What the weekly reports tell of an item, by its id.
    pub told: BTreeMap<Uuid, Vec<Told>>,
    /// Empty until the month is closed.
    pub results: Vec<ItemResult>,
    /// By the result, or by the weekly reports until then.
    pub completion: Completion,
    /// What is being written: what was saved, or how a plan that nobody has begun begins.
    pub draft: Draft,
    pub draft_version: i32,
    /// `None` until something has been saved.
    pub saved: Option<(DateTime<Utc>, String)>,
    pub returned_for: String,
    pub submitted: Option<(DateTime<Utc>, String)>,
    pub decided: Option<(DateTime<Utc>, String)>,
    pub closed_by: Option<String>,
    /// Oldest first.
    pub versions: Vec<PlanVersion>,
    /// The month's last week has begun, so its result can be told.
    pub can_close: bool,
    /// The plan can be written: the subject is there in the month, and it does not lie too far ahead.
    pub can_begin: bool,
    /// Where an item that was carried over comes from, by the old item's id.
    pub origins: BTreeMap<Uuid, Origin>,
    /// The targets of the month's year that items can serve: those that stand approved.
    pub targets: Vec<Target>,
}

/// What one weekly report tells of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    pub week: Week,
    pub quantity: u32,
}

/// The item of an earlier month that another one goes on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub month: Month,
    pub planned: u32,
}

/// A plan as it was submitted once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanVersion {
    pub number: u32,
    pub items: Vec<Item>,
    pub why: String,
    pub submitted_at: DateTime<Utc>,
    pub submitted_by: String,
    /// Where the operator had the words from, where it submitted them on the organisation's behalf; empty otherwise.
    pub source: String,
    /// It is the one that stands approved.
    pub stands: bool,
}

/// A subject's plan of a month, in a fixed number of statements.
pub async fn open(store: &Store, reader: &SubjectReader, month: Month) -> Result<PlanPage, MonthlyPlanError> {
    let (db, now) = (store.read(), store.now());
    let (base, subject) = (reader.base(), reader.subject());
    let rhythm = Rhythm::load(db, base).await?;
    let reporter = Reporter::find(db, base, subject).await?.ok_or(MonthlyPlanError::NotFound)?;
    let expected = reporter.name.of_base || is_expected(reporter.spans(), month);
    let row = record::find(db, base, subject, month).await?.map(|row| row.settled(now)).transpose()?;
    let given = of_months(db, base, &[subject], &[month]).await?;
    let given = given.get(&(subject, month));
    let facts = PlanFacts::of(&rhythm, reporter.name.of_base, month, expected, given, row.as_ref(), now)?;
    let may_begin = draft::may_begin(db, &rhythm, base, subject, month, now).await;
    let can_begin = match may_begin {
        Ok(()) => true,
        Err(MonthlyPlanError::NotAsked | MonthlyPlanError::NotYet) => false,
        Err(error) => return Err(error),
    };
    let before = before(db, base, subject, month, now).await?;
    let origins = before.iter().map(|item| (item.id, Origin { month: month.previous(), planned: item.quantity }));
    let origins = origins.collect();
    let targets = annual_target::store::standing(db, base, Year::of(month.first_day())).await?;
    let last_week = month.weeks().next_back();
    let can_close = facts.state == Some(State::Approved) && last_week.is_some_and(|last| rhythm.week(now) >= last);
    let Some(row) = row else {
        return Ok(PlanPage {
            id: None,
            subject: reporter.name,
            facts,
            items: Vec::new(),
            told: BTreeMap::new(),
            results: Vec::new(),
            completion: Completion::default(),
            draft: draft::beginning(db, base, subject, month, now).await?,
            draft_version: 0,
            saved: None,
            returned_for: String::new(),
            submitted: None,
            decided: None,
            closed_by: None,
            versions: Vec::new(),
            can_close,
            can_begin,
            origins,
            targets,
        });
    };
    let versions = versions(db, &row).await?;
    let shown = row.standing.or(Some(row.versions));
    let number = shown.and_then(|number| u32::try_from(number).ok()).unwrap_or(0);
    let items = versions.iter().find(|version| version.number == number);
    let items = items.map(|version| version.items.clone()).unwrap_or_default();
    let told = progress::told_of(db, base, subject, month).await?;
    let results = row.read_result()?;
    let saved = row.draft_version > 0;
    Ok(PlanPage {
        id: Some(row.id),
        subject: reporter.name,
        facts,
        completion: Completion::of_plan(&items, &results, &progress::sums(&told)),
        items,
        told: by_item(&told)?,
        results,
        draft: if saved { row.read_draft()? } else { draft::beginning(db, base, subject, month, now).await? },
        draft_version: row.draft_version,
        saved: saved.then(|| (row.draft_saved_at, row.draft_saved_by.clone())),
        submitted: row.submitted_at.zip(row.submitted_by.clone()),
        decided: row.decided_at.zip(row.decided_by.clone()),
        returned_for: row.returned_for,
        closed_by: row.closed_by,
        versions,
        can_close,
        can_begin,
        origins,
        targets,
    })
}

/// The items of the month before, which later ones may go on with.
async fn before(
    db: &impl ConnectionTrait,
    base: Uuid,
    subject: Uuid,
    month: Month,
    now: DateTime<Utc>,
) -> Result<Vec<Item>, StoreError> {
    let Some(row) = record::find(db, base, subject, month.previous()).await? else { return Ok(Vec::new()) };
    let row = row.settled(now)?;
    record::items(db, &row, row.standing).await
}

async fn versions(db: &impl ConnectionTrait, plan: &Model) -> Result<Vec<PlanVersion>, StoreError> {
    let rows = monthly_plan_version::Entity::find()
        .filter(monthly_plan_version::Column::BaseId.eq(plan.base_id))
        .filter(monthly_plan_version::Column::PlanId.eq(plan.id))
        .order_by_asc(monthly_plan_version::Column::Number)
        .all(db)
        .await?;
    let read = |row: monthly_plan_version::Model| {
        Ok(PlanVersion {
            number: u32::try_from(row.number).unwrap_or(0),
            items: read_json(&row.items, "plan items")?,
            why: row.why,
            submitted_at: row.submitted_at,
            submitted_by: row.submitted_by,
            source: row.source,
            stands: plan.standing == Some(row.number),
        })
    };
    rows.into_iter().map(read).collect()
}

fn by_item(told: &[super::super::entity::plan_progress::Model]) -> Result<BTreeMap<Uuid, Vec<Told>>, StoreError> {
    let mut by_item: BTreeMap<Uuid, Vec<Told>> = BTreeMap::new();
    for row in told {
        let week = row.week.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?;
        let quantity = u32::try_from(row.quantity).unwrap_or(0);
        by_item.entry(row.item_id).or_default().push(Told { week, quantity });
    }
    Ok(by_item)
}
