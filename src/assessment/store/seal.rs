//! Sealing: once the window is over and no objection is open, nothing changes any more.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, By, State, Step,
    entity::{assessment, assessment_step},
};
use super::{
    AssessmentError,
    document::Document,
    evidence::{self, DocumentFile, StepFile},
    objection::seals,
    record::{Kept, put, step, with_lines},
    report_sample::{self, SealedSample},
    sealed,
};
use crate::{
    access::System,
    audit::Deed,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

/// Seals every published sheet of a base whose window is over and that has no open objection; how many. One statement
/// where none is due.
pub async fn seal_due(store: &Store, base: Uuid) -> Result<usize, AssessmentError> {
    use assessment::Column;
    let due = || {
        assessment::Entity::find()
            .filter(Column::BaseId.eq(base))
            .filter(Column::State.eq(State::Published.code()))
            .filter(Column::OpenObjections.eq(0))
            .filter(Column::ObjectionsUntil.lt(store.now()))
    };
    if due().count(store.read()).await? == 0 {
        return Ok(0);
    }
    let system = System::named("the window for objections is over");
    let intent = Intent::new("assessment.seal", format!("{base} {}", store.now()), &());
    let Begun::Fresh(tx) = store.begin(system.actor(), intent).await? else { return Ok(0) };
    let rows = due().order_by_asc(Column::Id).lock_exclusive().all(tx.db()).await?;
    let held = with_lines(tx.db(), base, rows).await?;
    let mut behind = Behind::of(&tx, base, &held).await?;
    let (mut sealed, mut steps) = (Vec::new(), Vec::new());
    for kept in held.into_iter().filter(|kept| seals(kept, tx.now())) {
        let after = State::Published.next(Action::Seal, By::Program, false)?;
        let kept = kept.moved(&tx, after).summed()?;
        let row = sealed_row(&tx, kept, &mut behind)?;
        steps.push(step(&tx, &row, system.actor(), Step::Sealed, &row.seal));
        let detail = json!({ "subject": row.subject_id, "quarter": row.quarter, "seal": row.seal, "total": row.total });
        tx.audit(base, system.actor(), Deed::AssessmentSealed, &row.id.to_string(), &detail);
        sealed.push(row);
    }
    let number = sealed.len();
    if number == 0 {
        return Ok(0);
    }
    put(&tx, sealed).await?;
    tx.insert_all(steps).await?;
    tx.commit("").await?;
    Ok(number)
}

/// What is sealed with sheets beside their lines: what was done, the files, and of the base's own which reports were
/// drawn.
pub(super) struct Behind {
    history: HashMap<Uuid, Vec<assessment_step::Model>>,
    files: HashMap<Uuid, Vec<(String, DocumentFile)>>,
    /// What came with vetoes, by the step.
    vetoes: HashMap<Uuid, Vec<StepFile>>,
    /// By quarter.
    samples: HashMap<String, SealedSample>,
}

impl Behind {
    /// Of some sheets of a base: five statements at the most.
    pub(super) async fn of(tx: &WriteTx, base: Uuid, sheets: &[Kept]) -> Result<Self, StoreError> {
        let ids = || sheets.iter().map(|kept| kept.row.id);
        let own = sheets.iter().filter(|kept| kept.row.of_base).map(|kept| kept.row.quarter.clone());
        Ok(Self {
            history: history(tx.db(), base, ids()).await?,
            files: evidence::to_seal(tx.db(), base, ids()).await?,
            vetoes: evidence::vetoes_to_seal(tx.db(), base, ids()).await?,
            samples: report_sample::to_seal(tx.db(), base, own).await?,
        })
    }
}

/// A sheet's row with its canonical text and the seal of it.
pub(super) fn sealed_row(tx: &WriteTx, kept: Kept, behind: &mut Behind) -> Result<assessment::Model, StoreError> {
    let sample = if kept.row.of_base { behind.samples.remove(&kept.row.quarter) } else { None };
    let sheet = kept.sheet()?;
    let document = Document::of(&kept.row, &sheet, &kept.row.read_facts()?)?
        .with_files(behind.files.remove(&kept.row.id).unwrap_or_default())
        .with_sample(sample);
    let history = behind.history.remove(&kept.row.id).unwrap_or_default();
    let (text, seal) = sealed::seal((&kept, &sheet), &document, &history, &behind.vetoes)?;
    let mut row = kept.row;
    (row.document, row.seal, row.sealed_at) = (text, seal, Some(tx.now()));
    Ok(row)
}

/// What was done with some sheets, oldest first.
pub(super) async fn history(
    db: &impl ConnectionTrait,
    base: Uuid,
    sheets: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<assessment_step::Model>>, StoreError> {
    use assessment_step::Column as Of;
    let steps = assessment_step::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::AssessmentId.is_in(sheets))
        .order_by_asc(Of::At)
        .order_by_asc(Of::Id)
        .all(db)
        .await?;
    let mut by_sheet: HashMap<Uuid, Vec<assessment_step::Model>> = HashMap::new();
    for step in steps {
        by_sheet.entry(step.assessment_id).or_default().push(step);
    }
    Ok(by_sheet)
}
