//! What pages show of incubations.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::record::stage_of;
use crate::{
    access::{BaseReader, SubjectReader},
    incubation::{
        Action, Mode, ProposalState, Stage, Term,
        entity::{incubation, stage_change},
    },
    organisation::entity::organisation,
    store::{Page, Paging, Store, StoreError},
};

/// One incubation with its steps, the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncubationRow {
    pub id: Uuid,
    pub mode: Mode,
    pub stage: Stage,
    pub admitted_on: NaiveDate,
    /// The last day of the agreed term.
    pub term_ends_on: Option<NaiveDate>,
    pub left_on: Option<NaiveDate>,
    pub row_version: i32,
    /// Every step, what was declined and withdrawn included.
    pub changes: Vec<ChangeRow>,
}

impl IncubationRow {
    /// The proposal that waits for the bureau.
    pub fn open_proposal(&self) -> Option<&ChangeRow> {
        self.changes.iter().find(|change| change.state == ProposalState::Proposed)
    }

    /// Whether it has come to its end, by hatching or by leaving.
    pub fn is_over(&self) -> bool {
        self.left_on.is_some()
    }
}

/// One step, proposed or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeRow {
    pub id: Uuid,
    /// `None` for the beginning.
    pub action: Option<Action>,
    pub from: Option<Stage>,
    pub to: Stage,
    pub effective_on: NaiveDate,
    pub reason: String,
    /// Hundredths of a point.
    pub exit_review: Option<i32>,
    pub project: String,
    pub state: ProposalState,
    pub proposed_at: DateTime<Utc>,
    pub proposed_by: String,
    pub decided_at: Option<DateTime<Utc>>,
    pub decided_by: Option<String>,
    pub decision_reason: String,
    pub row_version: i32,
}

/// A proposal that waits for the bureau.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenProposal {
    pub organisation: Uuid,
    pub name: String,
    pub change: ChangeRow,
}

/// The incubations of one organisation, the newest first; two statements.
pub async fn of_organisation(store: &Store, reader: &SubjectReader) -> Result<Vec<IncubationRow>, StoreError> {
    read(store.read(), reader.base(), reader.subject()).await
}

async fn read(db: &impl ConnectionTrait, base: Uuid, organisation: Uuid) -> Result<Vec<IncubationRow>, StoreError> {
    let rows = incubation::Entity::find()
        .filter(incubation::Column::BaseId.eq(base))
        .filter(incubation::Column::OrganisationId.eq(organisation))
        .order_by_desc(incubation::Column::Id)
        .all(db)
        .await?;
    // What is proposed has no number yet and is the newest; the steps that were not taken stand where they
    // were decided on.
    let changes = stage_change::Entity::find()
        .filter(stage_change::Column::BaseId.eq(base))
        .filter(stage_change::Column::OrganisationId.eq(organisation))
        .order_by_desc(stage_change::Column::ProposedAt)
        .order_by_desc(stage_change::Column::Seq)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let term = u8::try_from(row.term_months).ok().and_then(|months| Term::new(months).ok()).unwrap_or_default();
            Ok(IncubationRow {
                id: row.id,
                mode: Mode::from_code(&row.mode)
                    .ok_or_else(|| StoreError::Unreadable(format!("incubation.mode `{}`", row.mode)))?,
                stage: stage_of(&row.stage)?,
                admitted_on: row.admitted_on,
                term_ends_on: term.last_day(row.admitted_on),
                left_on: row.left_on,
                row_version: row.row_version,
                changes: changes
                    .iter()
                    .filter(|change| change.incubation_id == row.id)
                    .map(change_row)
                    .collect::<Result<_, _>>()?,
            })
        })
        .collect()
}

/// What waits for the bureau, the longest wait first; one statement.
pub async fn open_proposals(
    store: &Store,
    reader: &BaseReader,
    paging: Paging,
) -> Result<Page<OpenProposal>, StoreError> {
    let open = open(reader);
    let total = open.clone().count(store.read()).await?;
    let rows = open
        .find_also_related(organisation::Entity)
        .order_by_asc(stage_change::Column::ProposedAt)
        .order_by_asc(stage_change::Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(store.read())
        .await?;
    let proposal = |(row, organisation): (stage_change::Model, Option<organisation::Model>)| {
        Ok(OpenProposal {
            organisation: row.organisation_id,
            name: organisation.map(|organisation| organisation.name).unwrap_or_default(),
            change: change_row(&row)?,
        })
    };
    Ok(Page { rows: rows.into_iter().map(proposal).collect::<Result<_, StoreError>>()?, total })
}

/// How many proposals wait for the bureau.
pub async fn count_open_proposals(store: &Store, reader: &BaseReader) -> Result<u64, StoreError> {
    Ok(open(reader).count(store.read()).await?)
}

fn open(reader: &BaseReader) -> Select<stage_change::Entity> {
    stage_change::Entity::find()
        .filter(stage_change::Column::BaseId.eq(reader.base()))
        .filter(stage_change::Column::State.eq(ProposalState::Proposed.code()))
}

fn change_row(row: &stage_change::Model) -> Result<ChangeRow, StoreError> {
    Ok(ChangeRow {
        id: row.id,
        action: row.action.as_deref().and_then(Action::from_code),
        from: row.from_stage.as_deref().map(stage_of).transpose()?,
        to: stage_of(&row.to_stage)?,
        effective_on: row.effective_on,
        reason: row.reason.clone(),
        exit_review: row.exit_review,
        project: row.project.clone(),
        state: ProposalState::from_code(&row.state)
            .ok_or_else(|| StoreError::Unreadable(format!("stage_change.state `{}`", row.state)))?,
        proposed_at: row.proposed_at,
        proposed_by: row.proposed_by.clone(),
        decided_at: row.decided_at,
        decided_by: row.decided_by.clone(),
        decision_reason: row.decision_reason.clone(),
        row_version: row.row_version,
    })
}
