//! What pages show of one organisation's visits.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    FollowUpError, Line, Which,
    known::{Known, unreadable},
    questionnaire::{Questionnaire, beside},
};
use crate::{
    access::{Role, SubjectReader},
    evidence::{Attachment, store::of_visits},
    follow_up::{
        Draft, Means, Reached, State, Visit,
        entity::{
            follow_up::{Column, Entity, Model},
            follow_up_attempt,
        },
    },
    organisation::entity::organisation,
    store::{Store, StoreError},
};

/// A visit that has been filed, and the organisation's word on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    pub visit: Visit,
    pub filed_at: DateTime<Utc>,
    pub filed_by: String,
    pub answered: Option<(DateTime<Utc>, String)>,
    /// What the organisation does not agree with; empty otherwise.
    pub comment: String,
    pub photos: Vec<Attachment>,
}

/// One attempt to reach the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptRow {
    pub on: NaiveDate,
    pub means: Means,
    pub reached: Reached,
    pub note: String,
    pub made_by: String,
}

/// The line of visits of one organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationVisits {
    pub name: String,
    /// Days of its hatchings, the newest last; none where it has not hatched.
    pub hatched_on: Vec<NaiveDate>,
    /// Its visits by their days, with what was filed.
    pub visits: Vec<(Line, Option<Filed>)>,
    /// Since when it has been silent, where that is a signal of risk.
    pub silent_since: Option<NaiveDate>,
}

/// One visit, for whoever plans and writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitPage {
    pub line: Line,
    pub draft: Draft,
    /// 0 where nothing has been written.
    pub draft_version: i32,
    pub saved: Option<(DateTime<Utc>, String)>,
    pub taken_back_for: String,
    pub filed: Option<Filed>,
    pub photos: Vec<Attachment>,
    /// Of the organisation, for whatever visit, the newest first.
    pub attempts: Vec<AttemptRow>,
    pub silent_since: Option<NaiveDate>,
    pub questionnaire: Option<Questionnaire>,
}

/// The visits of one organisation. Its own staff sees what was filed and what lies ahead, and no attempts.
pub async fn of_organisation(store: &Store, reader: &SubjectReader) -> Result<OrganisationVisits, FollowUpError> {
    let Read { name, known, rows, attempts, photos } = Read::of(store, reader).await?;
    let today = known.today(store.now());
    let mut visits = Vec::new();
    for line in known.lines(today)? {
        let row = line.record.as_ref().and_then(|record| rows.iter().find(|row| row.id == record.id));
        let filed = row.map(|row| filed(row, &photos)).transpose()?.flatten();
        visits.push((line, filed));
    }
    visits.sort_by_key(|(line, _)| line.what.on());
    let of_base = reader.role() != Role::Organisation;
    Ok(OrganisationVisits {
        name,
        hatched_on: known.hatched.iter().map(|hatched| hatched.hatching.hatched_on).collect(),
        visits,
        silent_since: known
            .newest()
            .ok()
            .filter(|_| of_base)
            .and_then(|one| known.silence(one, &tried(&attempts), today)),
    })
}

/// One visit of an organisation, for a reader of its base.
pub async fn open(store: &Store, reader: &SubjectReader, which: Which) -> Result<VisitPage, FollowUpError> {
    let Read { known, rows, attempts, photos, .. } = Read::of(store, reader).await?;
    let newest = known.newest()?;
    let today = known.today(store.now());
    let lines = known.lines(today)?;
    let of_newest = |line: &Line| line.hatched_on == newest.hatching.hatched_on;
    let named = |line: &Line| match (which, &line.what) {
        (Which::Age(age), super::What::Scheduled(due)) => due.age == age && of_newest(line),
        (Which::Age(_), super::What::Extra { .. }) => false,
        (Which::Kept(id), _) => line.record.as_ref().is_some_and(|record| record.id == id),
    };
    let line = lines.into_iter().find(named).ok_or(FollowUpError::NotFound)?;
    let row = line.record.as_ref().and_then(|record| rows.iter().find(|row| row.id == record.id));
    let written = row.filter(|row| row.draft_version > 0);
    let questionnaire = match row {
        Some(row) => beside(store.read(), reader.base(), row.id).await?,
        None => None,
    };
    Ok(VisitPage {
        questionnaire,
        draft: written.map(Model::read_draft).transpose()?.unwrap_or_default(),
        draft_version: row.map_or(0, |row| row.draft_version),
        saved: written.map(|row| (row.draft_saved_at, row.draft_saved_by.clone())),
        taken_back_for: row.map(|row| row.taken_back_for.clone()).unwrap_or_default(),
        filed: row.map(|row| filed(row, &photos)).transpose()?.flatten(),
        photos: row.map(|row| photos_of(row, &photos)).unwrap_or_default(),
        silent_since: known.silence(newest, &tried(&attempts), today),
        attempts: attempts.into_iter().rev().collect(),
        line,
    })
}

/// How many filed visits wait for the organisation's word; one statement.
pub async fn to_confirm(store: &Store, reader: &SubjectReader) -> Result<u64, FollowUpError> {
    let waiting = Entity::find()
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::OrganisationId.eq(reader.subject()))
        .filter(Column::State.eq(State::Filed.code()));
    Ok(waiting.count(store.read()).await?)
}

/// All that is kept of one organisation.
struct Read {
    name: String,
    known: Known,
    rows: Vec<Model>,
    /// By their days.
    attempts: Vec<AttemptRow>,
    /// Each with its visit.
    photos: Vec<(Uuid, Attachment)>,
}

impl Read {
    /// Seven statements.
    ///
    /// # Errors
    /// [`FollowUpError::NotFound`] where the base has no such organisation.
    async fn of(store: &Store, reader: &SubjectReader) -> Result<Self, FollowUpError> {
        let db = store.read();
        let organisation = organisation::Entity::find_by_id(reader.subject())
            .filter(organisation::Column::BaseId.eq(reader.base()))
            .one(db)
            .await?;
        let rows = Entity::find()
            .filter(Column::BaseId.eq(reader.base()))
            .filter(Column::OrganisationId.eq(reader.subject()))
            .all(db)
            .await?;
        let attempts = follow_up_attempt::Entity::find()
            .filter(follow_up_attempt::Column::BaseId.eq(reader.base()))
            .filter(follow_up_attempt::Column::OrganisationId.eq(reader.subject()))
            .order_by_asc(follow_up_attempt::Column::OnDay)
            .order_by_asc(follow_up_attempt::Column::Id)
            .all(db)
            .await?;
        Ok(Self {
            name: organisation.ok_or(FollowUpError::NotFound)?.name,
            known: Known::of(db, reader.base(), Some(reader.subject())).await?,
            photos: of_visits(db, reader.base(), reader.subject()).await?,
            rows,
            attempts: attempts.into_iter().map(attempt).collect::<Result<_, _>>()?,
        })
    }
}

fn attempt(row: follow_up_attempt::Model) -> Result<AttemptRow, StoreError> {
    Ok(AttemptRow {
        on: row.on_day,
        means: row.means.parse().map_err(unreadable)?,
        reached: row.reached.parse().map_err(unreadable)?,
        note: row.note,
        made_by: row.made_by,
    })
}

/// When somebody tried, and what came of it.
fn tried(attempts: &[AttemptRow]) -> Vec<(NaiveDate, Reached)> {
    attempts.iter().map(|attempt| (attempt.on, attempt.reached)).collect()
}

fn photos_of(row: &Model, photos: &[(Uuid, Attachment)]) -> Vec<Attachment> {
    photos.iter().filter(|(visit, _)| *visit == row.id).map(|(_, photo)| photo.clone()).collect()
}

fn filed(row: &Model, photos: &[(Uuid, Attachment)]) -> Result<Option<Filed>, StoreError> {
    let (Some(visit), Some(filed_at), Some(filed_by)) = (row.read_visit()?, row.filed_at, &row.filed_by) else {
        return Ok(None);
    };
    Ok(Some(Filed {
        visit,
        filed_at,
        filed_by: filed_by.clone(),
        answered: row.answered_at.zip(row.answered_by.clone()),
        comment: row.comment.clone(),
        photos: photos_of(row, photos),
    }))
}
