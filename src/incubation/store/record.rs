//! What follows from the steps that have happened.

use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    incubation::{
        Action, IncubationError, Presence, ProposalState, Stage, StageChange, Timeline,
        entity::{incubation, reporting_span, stage_change},
    },
    organisation::entity::organisation,
    store::{StoreError, WriteTx},
    weekly_report::store::{counters::Standing, reporter::There},
};

pub(super) fn stage_of(code: &str) -> Result<Stage, StoreError> {
    Stage::from_code(code).ok_or_else(|| StoreError::Unreadable(format!("stage `{code}`")))
}

pub(super) fn action_of(row: &stage_change::Model) -> Result<Action, StoreError> {
    let code = row.action.as_deref().unwrap_or_default();
    Action::from_code(code).ok_or_else(|| StoreError::Unreadable(format!("stage_change.action `{code}`")))
}

/// The steps of an incubation that have happened, in order.
pub(super) async fn happened(
    db: &impl ConnectionTrait,
    base: Uuid,
    organisation: Uuid,
) -> Result<BTreeMap<Uuid, Vec<StageChange>>, StoreError> {
    let rows = stage_change::Entity::find()
        .filter(stage_change::Column::BaseId.eq(base))
        .filter(stage_change::Column::OrganisationId.eq(organisation))
        .filter(stage_change::Column::State.eq(ProposalState::Confirmed.code()))
        .order_by_asc(stage_change::Column::Seq)
        .all(db)
        .await?;
    let mut by_incubation: BTreeMap<Uuid, Vec<StageChange>> = BTreeMap::new();
    for row in rows {
        let change = StageChange {
            from: row.from_stage.as_deref().map(stage_of).transpose()?,
            to: stage_of(&row.to_stage)?,
            on: row.effective_on,
        };
        by_incubation.entry(row.incubation_id).or_default().push(change);
    }
    Ok(by_incubation)
}

pub(super) fn span_rows(base: Uuid, organisation: Uuid, timeline: &Timeline) -> Vec<reporting_span::ActiveModel> {
    timeline
        .spans()
        .into_iter()
        .map(|span| reporting_span::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(base),
            organisation_id: Set(organisation),
            first_week: Set(span.first.to_string()),
            last_week: Set(span.last.map(|week| week.to_string())),
        })
        .collect()
}

/// The day on which an incubation's reporting ended for good.
pub(super) fn left_on(changes: &[StageChange]) -> Option<chrono::NaiveDate> {
    let left = |change: &&StageChange| Presence::from(change.to) == Presence::Left;
    changes.iter().rev().take_while(left).last().map(|change| change.on)
}

/// Rewrites the reporting weeks of an organisation, its newest incubation's columns, and their repetition on
/// the organisation, from the steps that have happened.
pub(super) async fn rewrite(tx: &WriteTx, base: Uuid, organisation: Uuid) -> Result<(), IncubationError> {
    let counted = Standing::hold(tx, base, organisation).await?;
    if let Some(row) = tx.lock::<organisation::Entity>(organisation).await? {
        There::was(tx, &row).await?;
    }
    let happened = happened(tx.db(), base, organisation).await?;
    let timeline = Timeline::of(happened.values().map(Vec::as_slice))?;
    reporting_span::Entity::delete_many()
        .filter(reporting_span::Column::BaseId.eq(base))
        .filter(reporting_span::Column::OrganisationId.eq(organisation))
        .exec(tx.db())
        .await?;
    tx.insert_all(span_rows(base, organisation, &timeline)).await?;

    // Ids are in the order of time.
    let newest = incubation::Entity::find()
        .filter(incubation::Column::BaseId.eq(base))
        .filter(incubation::Column::OrganisationId.eq(organisation))
        .order_by_desc(incubation::Column::Id)
        .one(tx.db())
        .await?
        .ok_or(IncubationError::NotFound)?;
    let changes = happened.get(&newest.id).map_or(&[][..], Vec::as_slice);
    let stage = changes.last().map_or(newest.stage.clone(), |change| change.to.code().to_owned());
    let left_on = left_on(changes);
    let row = incubation::ActiveModel {
        id: Set(newest.id),
        stage: Set(stage.clone()),
        left_on: Set(left_on),
        row_version: Set(newest.row_version + 1),
        ..Default::default()
    };
    incubation::Entity::update(row).exec(tx.db()).await?;
    let row = organisation::ActiveModel {
        id: Set(organisation),
        stage: Set(stage),
        mode: Set(Some(newest.mode)),
        admitted_on: Set(Some(newest.admitted_on)),
        left_on: Set(left_on),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    organisation::Entity::update(row).exec(tx.db()).await?;
    counted.settle(tx).await?;
    Ok(())
}
