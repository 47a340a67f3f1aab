//! Opening and ending a survey.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        Group, Opening, OpeningText, State, Tally,
        entity::{survey, survey_group},
    },
    SurveyError, read,
};
use crate::{
    access::BureauOfficer,
    audit::Deed,
    base,
    store::{Begun, Intent, Store, StoreError, expect_version, hex},
};

/// A survey as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    pub survey: Uuid,
    pub row_version: i32,
}

/// What a survey begins with.
pub(crate) struct NewSurvey {
    pub id: Uuid,
    pub base: Uuid,
    pub opening: Opening,
    pub at: DateTime<Utc>,
    pub by: String,
}

/// The bureau opens the survey of a quarter, with a link for each group; its id.
///
/// # Errors
/// [`SurveyError::Invalid`], [`SurveyError::QuarterTaken`].
pub async fn open(
    store: &Store,
    officer: &BureauOfficer,
    typed: &OpeningText,
    intent: Intent,
) -> Result<Uuid, SurveyError> {
    let base = base::store::by_id(store.read(), officer.base()).await?.ok_or(SurveyError::NotFound)?;
    let tx = match store.begin(officer.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let opening = Opening::judge(typed, base.day(tx.now())).map_err(SurveyError::Invalid)?;
    let quarter = opening.quarter.to_string();
    let of_quarter = survey::Entity::find()
        .filter(survey::Column::BaseId.eq(officer.base()))
        .filter(survey::Column::Quarter.eq(&quarter));
    if of_quarter.count(tx.db()).await? > 0 {
        return Err(SurveyError::QuarterTaken);
    }
    let (id_of_it, by) = (Uuid::now_v7(), officer.actor().name.clone());
    let new = NewSurvey { id: id_of_it, base: officer.base(), opening, at: tx.now(), by };
    let (row, groups) = rows(new, &mut |_| (Uuid::now_v7(), hex(&rand::random::<[u8; 16]>())));
    survey::Entity::insert(row.into_active_model()).exec_without_returning(tx.db()).await?;
    tx.insert_all(groups.into_iter().map(survey_group::ActiveModel::from).collect()).await?;
    let detail = json!({ "quarter": quarter, "closes_on": opening.closes_on });
    tx.audit(officer.base(), officer.actor(), Deed::SurveyOpened, &id_of_it.to_string(), &detail);
    id(&tx.commit(id_of_it.to_string()).await?)
}

/// The rows of a survey that nobody has answered yet. `draw` gives each group its id and the secret of its link.
pub(crate) fn rows(
    new: NewSurvey,
    draw: &mut dyn FnMut(Group) -> (Uuid, String),
) -> (survey::Model, Vec<survey_group::Model>) {
    let group = |&asked: &Group| {
        let (id, token) = draw(asked);
        survey_group::Model {
            id,
            base_id: new.base,
            survey_id: new.id,
            asked: asked.code().to_owned(),
            token,
            answers: 0,
            tally: read::kept(&Tally::default()),
        }
    };
    let groups = Group::ALL.iter().map(group).collect();
    let survey = survey::Model {
        id: new.id,
        base_id: new.base,
        quarter: new.opening.quarter.to_string(),
        closes_on: new.opening.closes_on,
        opened_at: new.at,
        opened_by: new.by,
        closed_at: None,
        closed_by: None,
        row_version: 1,
    };
    (survey, groups)
}

/// The bureau ends a survey before its day.
///
/// # Errors
/// [`SurveyError::NotFound`], [`SurveyError::Over`].
pub async fn close(store: &Store, officer: &BureauOfficer, seen: Seen, intent: Intent) -> Result<(), SurveyError> {
    let base = base::store::by_id(store.read(), officer.base()).await?.ok_or(SurveyError::NotFound)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let row = tx.lock::<survey::Entity>(seen.survey).await?;
    let row = row.filter(|row| row.base_id == officer.base()).ok_or(SurveyError::NotFound)?;
    expect_version(row.row_version, seen.row_version)?;
    if State::of(row.closed_at.is_some(), row.closes_on, base.day(tx.now())) == State::Over {
        return Err(SurveyError::Over);
    }
    let id = row.id.to_string();
    let row = survey::Model {
        closed_at: Some(tx.now()),
        closed_by: Some(officer.actor().name.clone()),
        row_version: row.row_version + 1,
        ..row
    };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.audit(officer.base(), officer.actor(), Deed::SurveyClosed, &id, &json!({}));
    tx.commit("").await?;
    Ok(())
}

fn id(outcome: &str) -> Result<Uuid, SurveyError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("survey {outcome}")))?)
}
