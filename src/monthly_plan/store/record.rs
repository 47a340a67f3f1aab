//! The plan's row, read as what it means.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr,
};
use uuid::Uuid;

use super::super::{
    Closing, Completion, Draft, Item, ItemResult, Standing, State,
    entity::{
        monthly_plan::{Column, Entity, Model},
        monthly_plan_version,
    },
};
use super::{MonthlyPlanError, planned};
use crate::{
    calendar::{self, Filing as Filed, nth_working_day_after},
    period::Month,
    store::{StoreError, WriteTx, read_json, to_json},
    weekly_report::{
        Filing, Judgement, Rework, Reworked,
        store::{Rhythm, month_exception::GivenForMonth},
    },
};

/// Since when versions of plans stood, with their numbers, by plan.
pub(super) type Since = HashMap<Uuid, Vec<(i32, DateTime<Utc>)>>;

/// What is known of one subject's month, whatever has been written of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFacts {
    pub month: Month,
    /// Whether a plan is asked for.
    pub expected: bool,
    /// Why none is asked for though the subject is there, and who said so.
    pub excused: Option<(String, String)>,
    /// `None` where nobody has begun.
    pub state: Option<State>,
    /// It counts as approved since nobody decided on it in time.
    pub by_lapse: bool,
    /// By when the plan is due, or due again.
    pub due_at: Option<DateTime<Utc>>,
    pub judgement: Judgement,
    /// By when its approver has to decide.
    pub decide_by: Option<DateTime<Utc>>,
    /// By when the month's result is due.
    pub result_due_at: Option<DateTime<Utc>>,
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether it was closed in time; `None` where no plan stands, or none was asked for.
    pub closing: Option<Closing>,
    /// Of the result, in hundredths of a percent, once the month is closed; `None` too where no item counts.
    pub completion: Option<u16>,
    pub versions: u32,
    /// An approved version stands, whatever is written now.
    pub stands: bool,
    /// Items to be dropped that wait for the approver's word.
    pub releases_asked: u32,
    /// The operator submitted the newest version on the organisation's behalf.
    pub on_behalf: bool,
    /// The organisation has confirmed that.
    pub on_behalf_confirmed: bool,
    pub row_version: i32,
}

impl PlanFacts {
    /// Whether it waits for its author: it is asked for and not submitted, or it came back.
    pub fn waits_for_its_author(&self) -> bool {
        let unwritten = self.state.is_none() || self.state == Some(State::Draft) && !self.stands;
        self.expected && unwritten || self.state == Some(State::Returned)
    }

    /// Of a subject whose plan of the month is `row`.
    pub(super) fn of(
        rhythm: &Rhythm,
        of_base: bool,
        month: Month,
        expected: bool,
        given: Option<&GivenForMonth>,
        row: Option<&Model>,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let due_at = planned::due_at(rhythm, of_base, month, given);
        let excused = given.and_then(|given| given.excuse.clone()).filter(|_| expected);
        let expected = expected && excused.is_none();
        let result_due_at = result_due(rhythm, month);
        let Some(row) = row else {
            return Ok(Self {
                month,
                expected,
                excused,
                state: None,
                by_lapse: false,
                due_at,
                judgement: Judgement::of(None, due_at.unwrap_or(now), None, now),
                decide_by: None,
                result_due_at,
                closed_at: None,
                closing: None,
                completion: None,
                versions: 0,
                stands: false,
                releases_asked: 0,
                on_behalf: false,
                on_behalf_confirmed: false,
                row_version: 0,
            });
        };
        let standing = row.standing_at(now)?;
        let filing = row.filing()?;
        let stands = row.standing.is_some() || standing.by_lapse;
        let to_close = stands && given.is_none_or(|given| given.excuse.is_none());
        let closing = |due_at| Closing::of(due_at, row.closed_at, now, rhythm.calendar(), rhythm.zone());
        let back_due_at =
            filing.as_ref().and_then(|filing| filing.reworked.last()).filter(|_| standing.state.is_open());
        Ok(Self {
            month,
            expected,
            excused,
            state: Some(standing.state),
            by_lapse: standing.by_lapse || row.decided_by.is_none() && row.standing.is_some(),
            due_at: back_due_at.map(|back| back.due_at).or(row.due_at).or(due_at),
            judgement: Judgement::of(filing.as_ref(), due_at.unwrap_or(now), None, now),
            decide_by: row.decide_by.filter(|_| standing.state == State::Submitted),
            result_due_at,
            closed_at: row.closed_at,
            closing: result_due_at.filter(|_| to_close).map(closing),
            completion: row.closed_at.and_then(|_| row.published()),
            versions: u32::try_from(row.versions).unwrap_or(0),
            stands,
            releases_asked: u32::try_from(row.releases_asked).unwrap_or(0),
            on_behalf: row.on_behalf,
            on_behalf_confirmed: row.on_behalf_confirmed_at.is_some(),
            row_version: row.row_version,
        })
    }
}

impl PlanFacts {
    /// Whether the organisation has still to confirm what was submitted on its behalf.
    pub fn is_unconfirmed(&self) -> bool {
        self.on_behalf && !self.on_behalf_confirmed && self.state.is_some_and(|state| !state.is_open())
    }
}

impl Model {
    pub(super) fn read_state(&self) -> Result<State, StoreError> {
        self.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
    }

    /// The rate that was published when the month was closed. Before rates were kept exact, the points were the sum of
    /// items that had been rounded one by one.
    fn published(&self) -> Option<u16> {
        let items = i64::from(self.items);
        (2 * self.points + items).checked_div(2 * items).and_then(|points| u16::try_from(points).ok())
    }

    pub(super) fn read_month(&self) -> Result<Month, StoreError> {
        self.month.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
    }

    pub(super) fn read_draft(&self) -> Result<Draft, StoreError> {
        read_json(&self.draft, "plan draft")
    }

    pub(super) fn read_result(&self) -> Result<Vec<ItemResult>, StoreError> {
        self.result.as_deref().map_or_else(|| Ok(Vec::new()), |text| read_json(text, "plan result"))
    }

    pub(super) fn reworked(&self) -> Result<Vec<Reworked>, StoreError> {
        read_json(&self.reworked, "reworked")
    }

    pub(super) fn standing_at(&self, now: DateTime<Utc>) -> Result<Standing, StoreError> {
        Ok(Standing::at(self.read_state()?, self.decide_by, now))
    }

    /// As it counts at `now`: what nobody decided on in time is approved.
    pub(super) fn settled(self, now: DateTime<Utc>) -> Result<Self, StoreError> {
        if !self.standing_at(now)?.by_lapse {
            return Ok(self);
        }
        Ok(Self {
            state: State::Approved.code().to_owned(),
            standing: Some(self.versions),
            decided_at: self.decide_by,
            decided_by: None,
            ..self
        })
    }

    /// As far as rates go by it, as it counted at an instant that has passed: what had been approved before, and the
    /// result if the month was closed by then.
    pub(super) fn stood(self, since: &Since, at: DateTime<Utc>) -> Result<Self, StoreError> {
        let standing = if self.standing_at(at)?.by_lapse {
            Some(self.versions)
        } else {
            let versions = since.get(&self.id).into_iter().flatten();
            versions.filter(|(_, since)| *since < at).map(|(number, _)| *number).max()
        };
        let closed_at = self.closed_at.filter(|closed| *closed <= at);
        let results: Vec<ItemResult> = self.read_result()?.into_iter().map(|result| result.stood(at)).collect();
        let result = closed_at.map(|_| to_json(&results));
        Ok(Self { standing, result, closed_at, ..self })
    }

    /// What was submitted, as the rule of timeliness takes it; `None` before the first time.
    pub(super) fn filing(&self) -> Result<Option<Filing>, StoreError> {
        let (Some(due_at), Some(submitted_at)) = (self.due_at, self.first_submitted_at) else { return Ok(None) };
        Ok(Some(Filing { reworked: self.reworked()?, ..Filing::first(due_at, submitted_at, None) }))
    }

    /// With a deadline for what went back to its author.
    pub(super) fn back(&self, why: Rework, due_at: DateTime<Utc>) -> Result<Vec<Reworked>, StoreError> {
        let mut reworked = self.reworked()?;
        reworked.push(Reworked { why, due_at, submitted_at: None });
        Ok(reworked)
    }
}

/// A row that is held, as it counts now. What nobody decided on in time keeps since when it stands.
pub(super) async fn settle(tx: &WriteTx, row: Model) -> Result<Model, StoreError> {
    if let Some(since) = row.decide_by
        && row.standing_at(tx.now())?.by_lapse
    {
        approved(tx, &row, since).await?;
    }
    row.settled(tx.now())
}

/// Keeps with a plan's newest version since when it stands.
pub(super) async fn approved(tx: &WriteTx, plan: &Model, since: DateTime<Utc>) -> Result<(), StoreError> {
    monthly_plan_version::Entity::update_many()
        .col_expr(monthly_plan_version::Column::ApprovedAt, Expr::value(since))
        .filter(monthly_plan_version::Column::BaseId.eq(plan.base_id))
        .filter(monthly_plan_version::Column::PlanId.eq(plan.id))
        .filter(monthly_plan_version::Column::Number.eq(plan.versions))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// When the plan of a month is due.
pub(super) fn plan_due(rhythm: &Rhythm, of_base: bool, month: Month) -> Option<DateTime<Utc>> {
    let filing = if of_base { Filed::BaseMonthlyPlan } else { Filed::MonthlyPlan };
    calendar::due_by(filing.default_rule(), month.into(), rhythm.calendar(), rhythm.zone()).at()
}

/// When the result of a month is due.
pub(super) fn result_due(rhythm: &Rhythm, month: Month) -> Option<DateTime<Utc>> {
    calendar::due_by(Filed::MonthlyResult.default_rule(), month.into(), rhythm.calendar(), rhythm.zone()).at()
}

/// The end of the third working day after the day of an instant (domain: *Monthly plans*).
pub(super) fn decide_by(rhythm: &Rhythm, at: DateTime<Utc>) -> DateTime<Utc> {
    nth_working_day_after(rhythm.day(at), 3, rhythm.calendar(), rhythm.zone()).at
}

/// A subject's plan of a month, as it stands in the table.
pub(super) async fn find(
    db: &impl ConnectionTrait,
    base: Uuid,
    subject: Uuid,
    month: Month,
) -> Result<Option<Model>, StoreError> {
    let plan = Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Month.eq(month.to_string()));
    Ok(plan.one(db).await?)
}

/// The items of one version of a plan; none where there is no such version.
pub(super) async fn items(
    db: &impl ConnectionTrait,
    plan: &Model,
    version: Option<i32>,
) -> Result<Vec<Item>, StoreError> {
    let Some(version) = version else { return Ok(Vec::new()) };
    let row = monthly_plan_version::Entity::find()
        .filter(monthly_plan_version::Column::BaseId.eq(plan.base_id))
        .filter(monthly_plan_version::Column::PlanId.eq(plan.id))
        .filter(monthly_plan_version::Column::Number.eq(version))
        .one(db)
        .await?;
    row.map_or_else(|| Ok(Vec::new()), |row| read_json(&row.items, "plan items"))
}

/// Writes the new state of a plan whose row is held.
pub(super) async fn put(tx: &WriteTx, row: Model) -> Result<(), MonthlyPlanError> {
    let row = Model { row_version: row.row_version + 1, ..row };
    row.into_active_model().reset_all().update(tx.db()).await?;
    Ok(())
}

/// The rate of a plan, and how many of its items wait to be released.
pub(super) fn counted(items: &[Item], results: &[ItemResult]) -> (i32, i64, i32) {
    let (count, points) = Completion::of_plan(items, results, &BTreeMap::new()).kept();
    let asked = results.iter().filter(|result| result.release == Some(super::super::Release::Asked)).count();
    let stored = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    (count, points, stored(asked))
}
