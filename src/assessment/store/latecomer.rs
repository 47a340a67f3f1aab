//! Organisations whose admission into a quarter was recorded after its round had been opened: they stand beside the round,
//! and are taken into it while nothing of it is published.

use std::collections::BTreeSet;

use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Occasion, State, Step,
    entity::{assessment, assessment_round},
};
use super::{
    AssessmentError,
    gather::When,
    record::{find_round, step},
    round::{freeze_due, lines_of, sheet},
    subject::{self, there},
};
use crate::{
    access::{BaseReader, Overseer},
    audit::Deed,
    period::Year,
    store::{Begun, Intent, Store, StoreError, WriteTx},
    weekly_report::store::{Rhythm, as_at::AsAt, reporter::Reporter},
};

/// An organisation that was there in a round's quarter and has no sheet in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Latecomer {
    pub id: Uuid,
    pub name: String,
}

/// Those of a round, by name: three statements. A year and an exit review have none, and cost none.
pub async fn latecomers(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
) -> Result<Vec<Latecomer>, AssessmentError> {
    use assessment::Column as Of;
    let (db, base) = (store.read(), reader.base());
    let Some(quarter) = occasion.quarter() else { return Ok(Vec::new()) };
    let have: Vec<Uuid> = assessment::Entity::find()
        .select_only()
        .column(Of::SubjectId)
        .filter(Of::BaseId.eq(base))
        .filter(Of::Quarter.eq(occasion.to_string()))
        .into_tuple()
        .all(db)
        .await?;
    let have: BTreeSet<Uuid> = have.into_iter().collect();
    let reporters = Reporter::organisations(db, base).await?.into_iter();
    let without = reporters.filter(|one| there(one, quarter) && !have.contains(&one.name.id));
    Ok(without.map(|one| Latecomer { id: one.name.id, name: one.name.name }).collect())
}

/// Takes one of them into the round, by the card that was in force when the round was opened, and by the facts as they
/// are, or as they stood at the cut-off once it has passed.
///
/// # Errors
/// [`AssessmentError::NotFound`] for whoever was not there in the quarter; [`AssessmentError::HasSheet`];
/// [`AssessmentError::RoundPublished`]; [`AssessmentError::YearOpened`].
pub async fn add_latecomer(
    store: &Store,
    overseer: &Overseer,
    occasion: Occasion,
    organisation: Uuid,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let base = overseer.base();
    freeze_due(store, base).await?;
    let quarter = occasion.quarter().ok_or(AssessmentError::NotFound)?;
    let round = find_round(store.read(), base, occasion).await?.ok_or(AssessmentError::NotFound)?;
    let rhythm = Rhythm::load(store.read(), base).await?;
    let as_at = match round.facts_at {
        Some(_) => AsAt::past(store.read(), base, round.read_timetable(false)?.facts, round.opened_at).await?,
        None => AsAt::now(store.now()),
    };
    let when = When { base, quarter, rhythm: &rhythm, as_at: &as_at };
    let subject = subject::of_latecomer(store, when, organisation, round.opened_at).await?;
    let Begun::Fresh(tx) = store.begin(overseer.actor(), intent).await? else { return Ok(()) };
    let held = tx.lock::<assessment_round::Entity>(round.id).await?.ok_or(AssessmentError::NotFound)?;
    if held.facts_at != round.facts_at {
        // Frozen meanwhile: these facts are not those of the cut-off.
        return Err(StoreError::Stale.into());
    }
    is_taken(&tx, &held, organisation).await?;
    is_of_year(&tx, base, Year::of(quarter.first_day()), organisation).await?;
    let row = sheet(&tx, &held, subject)?;
    let lines = lines_of(&row)?;
    let added = step(&tx, &row, overseer.actor(), Step::Added, "");
    let detail = json!({ "subject": row.subject_id, "quarter": row.quarter, "rated": row.rated });
    tx.audit(base, overseer.actor(), Deed::AssessmentSubjectAdded, &row.id.to_string(), &detail);
    tx.insert_all(vec![row.into_active_model().reset_all()]).await?;
    tx.insert_all(lines).await?;
    tx.insert_all(vec![added]).await?;
    tx.commit("").await?;
    Ok(())
}

/// Whether the quarter's year can count it: its round is not opened yet, or has a sheet of it.
async fn is_of_year(tx: &WriteTx, base: Uuid, year: Year, organisation: Uuid) -> Result<(), AssessmentError> {
    use assessment::Column as Of;
    let sheets: Vec<Uuid> = assessment::Entity::find()
        .select_only()
        .column(Of::SubjectId)
        .filter(Of::BaseId.eq(base))
        .filter(Of::Quarter.eq(Occasion::Year(year).to_string()))
        .into_tuple()
        .all(tx.db())
        .await?;
    if sheets.is_empty() || sheets.contains(&organisation) { Ok(()) } else { Err(AssessmentError::YearOpened) }
}

/// Whether a round still takes an organisation up; its sheets are held.
async fn is_taken(tx: &WriteTx, round: &assessment_round::Model, organisation: Uuid) -> Result<(), AssessmentError> {
    use assessment::Column as Of;
    let sheets: Vec<(Uuid, String)> = assessment::Entity::find()
        .select_only()
        .columns([Of::SubjectId, Of::State])
        .filter(Of::BaseId.eq(round.base_id))
        .filter(Of::RoundId.eq(round.id))
        .lock_exclusive()
        .into_tuple()
        .all(tx.db())
        .await?;
    let is_public = |state: &str| State::from_code(state).is_some_and(State::is_public);
    match () {
        () if sheets.iter().any(|(subject, _)| *subject == organisation) => Err(AssessmentError::HasSheet),
        () if sheets.iter().any(|(_, state)| is_public(state)) => Err(AssessmentError::RoundPublished),
        () => Ok(()),
    }
}
