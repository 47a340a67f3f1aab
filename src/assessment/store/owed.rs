//! Who owes what on sheets, for reminders: their points, a check, an answer to an objection.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::super::{
    Decider, Deed, Occasion, State, Timetable,
    entity::{assessment, assessment_line, assessment_round},
};
use super::{decider::Deciding, hand::deeds};
use crate::{
    base::settings::store::{Settings, of_base},
    store::StoreError,
    weekly_report::store::SubjectName,
};

/// A sheet that waits for its next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwedSheet {
    pub subject: SubjectName,
    pub occasion: Occasion,
    pub state: State,
    pub timetable: Timetable,
}

/// A sheet that waits for an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ObjectedSheet {
    pub subject: SubjectName,
    pub occasion: Occasion,
    pub due_at: DateTime<Utc>,
    pub decider: Decider,
    /// Which parts people have taken in it.
    pub before: Vec<Deed>,
}

/// Every sheet of a base that is not published yet, with the deadlines of its steps: two statements.
pub(crate) async fn owed(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<OwedSheet>, StoreError> {
    use assessment::Column as Of;
    let rounds = assessment_round::Entity::find().filter(assessment_round::Column::BaseId.eq(base)).all(db).await?;
    let rounds: HashMap<Uuid, assessment_round::Model> = rounds.into_iter().map(|round| (round.id, round)).collect();
    let sheets: Vec<(Uuid, Uuid, bool, String, String)> = assessment::Entity::find()
        .select_only()
        .columns([Of::RoundId, Of::SubjectId, Of::OfBase, Of::SubjectName, Of::State])
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.is_in(State::ALL.iter().filter(|state| !state.is_public()).map(|state| state.code())))
        .filter(Of::Rated.eq(true))
        .into_tuple()
        .all(db)
        .await?;
    let mut owed = Vec::with_capacity(sheets.len());
    for (round, id, of_base, name, state) in sheets {
        let Some(round) = rounds.get(&round) else { continue };
        let state: State = state.parse().map_err(unreadable)?;
        let (occasion, timetable) = (round.read_occasion()?, round.read_timetable(of_base)?);
        let subject = SubjectName { id, of_base, name };
        owed.push(OwedSheet { subject, occasion, state, timetable });
    }
    Ok(owed)
}

/// A sheet and its subject, the round that it is of, and by when the first of its objections is to be decided on.
type Objected = (Uuid, Uuid, bool, String, String, Option<DateTime<Utc>>);

/// Every sheet of a base with an objection that nobody has decided on, by the one that is due first, with who decides on
/// it. One statement where there is none, five at the most.
pub(crate) async fn objected(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<ObjectedSheet>, StoreError> {
    use assessment::Column as Of;
    use assessment_line::Column as Line;
    let to_sheet = assessment_line::Entity::belongs_to(assessment::Entity).from(Line::AssessmentId).to(Of::Id);
    let sheets: Vec<Objected> = assessment_line::Entity::find()
        .select_only()
        .columns([Of::Id, Of::SubjectId, Of::OfBase, Of::SubjectName, Of::Quarter])
        .column_as(Line::DecideBy.min(), "first")
        .join(JoinType::InnerJoin, to_sheet.into())
        .filter(Line::BaseId.eq(base))
        .filter(Line::ObjectedAt.is_not_null())
        .filter(Line::DecidedAt.is_null())
        .group_by(Of::Id)
        .group_by(Of::SubjectId)
        .group_by(Of::OfBase)
        .group_by(Of::SubjectName)
        .group_by(Of::Quarter)
        .into_tuple()
        .all(db)
        .await?;
    if sheets.is_empty() {
        return Ok(Vec::new());
    }
    let of_the_base = sheets.iter().any(|(_, _, of_base, ..)| *of_base);
    let settings = if of_the_base { of_base(db, base).await? } else { Settings::default() };
    let ids: Vec<Uuid> = sheets.iter().map(|(sheet, ..)| *sheet).collect();
    let mut taken: HashMap<Uuid, Vec<Deed>> = HashMap::new();
    for (sheet, deed) in deeds(db, base, &ids).await? {
        taken.entry(sheet).or_default().push(deed);
    }
    let mut owed = Vec::with_capacity(sheets.len());
    for (sheet, id, of_base, name, occasion, decide_by) in sheets {
        let Some(due_at) = decide_by else { continue };
        let before = taken.remove(&sheet).unwrap_or_default();
        let decider = Deciding::of(of_base, &settings, &before).decider;
        let subject = SubjectName { id, of_base, name };
        let occasion = occasion.parse().map_err(unreadable)?;
        owed.push(ObjectedSheet { subject, occasion, due_at, decider, before });
    }
    Ok(owed)
}

fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(error.to_string())
}
