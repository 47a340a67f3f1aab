//! Whose own points are owed, for reminders.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::super::{
    Occasion, State,
    entity::{assessment, assessment_round},
};
use crate::{store::StoreError, weekly_report::store::SubjectName};

/// A sheet that waits for its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwedScore {
    pub subject: SubjectName,
    pub occasion: Occasion,
    pub due_at: DateTime<Utc>,
}

/// Every sheet of a base that waits for its subject's own points: two statements.
pub(crate) async fn owed(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<OwedScore>, StoreError> {
    use assessment::Column as Of;
    let rounds = assessment_round::Entity::find().filter(assessment_round::Column::BaseId.eq(base)).all(db).await?;
    let rounds: HashMap<Uuid, assessment_round::Model> = rounds.into_iter().map(|round| (round.id, round)).collect();
    let sheets: Vec<(Uuid, Uuid, bool, String)> = assessment::Entity::find()
        .select_only()
        .columns([Of::RoundId, Of::SubjectId, Of::OfBase, Of::SubjectName])
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.eq(State::Open.code()))
        .filter(Of::Rated.eq(true))
        .into_tuple()
        .all(db)
        .await?;
    let mut owed = Vec::with_capacity(sheets.len());
    for (round, id, of_base, name) in sheets {
        let Some(round) = rounds.get(&round) else { continue };
        let due_at = round.read_timetable(of_base)?.own;
        let subject = SubjectName { id, of_base, name };
        owed.push(OwedScore { subject, occasion: round.read_occasion()?, due_at });
    }
    Ok(owed)
}
