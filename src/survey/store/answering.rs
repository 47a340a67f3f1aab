//! Answering by a group's link. Nothing is kept of the one who answers.

use chrono::NaiveDate;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        Answer, AnswerText, Group, State,
        entity::{survey, survey_group, survey_words},
    },
    SurveyError, read,
};
use crate::{
    access::{Actor, Role},
    audit::Deed,
    base::{self, Base},
    period::Quarter,
    store::{Begun, Intent, Store},
};

/// As many answers as one group can give, lest a link that has leaked fill the base. Nobody is counted by their address,
/// which would say who they are.
const MOST: i32 = 10_000;

/// What the link of a group asks.
#[derive(Debug, Clone)]
pub struct Asked {
    pub base_name: String,
    pub bureau_name: String,
    pub quarter: Quarter,
    pub group: Group,
    pub closes_on: NaiveDate,
    pub state: State,
}

/// The survey that the link of this token leads to.
///
/// # Errors
/// [`SurveyError::NotFound`].
pub async fn asked(store: &Store, token: &str) -> Result<Asked, SurveyError> {
    let (base, survey, group) = behind(store, token).await?;
    Ok(Asked {
        group: read::group(&group)?,
        quarter: read::quarter(&survey)?,
        state: State::of(survey.closed_at.is_some(), survey.closes_on, base.day(store.now())),
        closes_on: survey.closes_on,
        base_name: base.name,
        bureau_name: base.bureau_name,
    })
}

/// Adds somebody's answer to the sums of their group. The same form, sent twice, is one answer; `key` is the form's.
///
/// What is remembered of the form, lest it count twice, says nothing of what was in it.
///
/// # Errors
/// [`SurveyError::NotFound`], [`SurveyError::Invalid`], [`SurveyError::Over`] also where the group has given its most.
pub async fn answer(store: &Store, token: &str, typed: &AnswerText, key: String) -> Result<(), SurveyError> {
    let (base, survey, found) = behind(store, token).await?;
    let answer = Answer::judge(read::group(&found)?, typed).map_err(SurveyError::Invalid)?;
    let nobody = Actor { name: "anonymous".to_owned(), account: None, role: Role::System };
    let intent = Intent::new("survey.answer", key, &found.id);
    let Begun::Fresh(tx) = store.begin(&nobody, intent).await? else { return Ok(()) };
    let row = tx.lock::<survey_group::Entity>(found.id).await?.ok_or(SurveyError::NotFound)?;
    // As it stands now: the bureau may have ended it while somebody thought.
    let survey = survey::Entity::find_by_id(survey.id).one(tx.db()).await?.ok_or(SurveyError::NotFound)?;
    let state = State::of(survey.closed_at.is_some(), survey.closes_on, base.day(tx.now()));
    if state == State::Over || row.answers >= MOST {
        return Err(SurveyError::Over);
    }
    let mut tally = read::tally(&row)?;
    tally.add(&answer);
    if !answer.words.is_empty() {
        let words = survey_words::ActiveModel {
            id: Set(Uuid::new_v4()),
            base_id: Set(row.base_id),
            group_id: Set(row.id),
            words: Set(answer.words),
        };
        survey_words::Entity::insert(words).exec_without_returning(tx.db()).await?;
    }
    let row = survey_group::Model { answers: row.answers + 1, tally: read::kept(&tally), ..row };
    tx.audit(row.base_id, &nobody, Deed::SurveyAnswered, &survey.id.to_string(), &json!({ "asked": row.asked }));
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

async fn behind(store: &Store, token: &str) -> Result<(Base, survey::Model, survey_group::Model), SurveyError> {
    let db = store.read();
    let by_token = survey_group::Entity::find().filter(survey_group::Column::Token.eq(token));
    let group = by_token.one(db).await?.ok_or(SurveyError::NotFound)?;
    let survey = survey::Entity::find_by_id(group.survey_id).filter(survey::Column::BaseId.eq(group.base_id));
    let survey = survey.one(db).await?.ok_or(SurveyError::NotFound)?;
    let base = base::store::by_id(db, group.base_id).await?.ok_or(SurveyError::NotFound)?;
    Ok((base, survey, group))
}
