//! Questionnaires: asked for by the operator, answered by whoever holds the link, put into the record of the visit.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    FollowUpError, Which,
    draft::{Held, hold, hold_or_begin},
};
use crate::{
    access::{Manager, System},
    audit::Deed,
    base,
    follow_up::{
        Answered, Draft, Shut, State,
        entity::{
            follow_up,
            follow_up_questionnaire::{ActiveModel, Column, Entity, Model},
        },
        open_on, open_until,
    },
    organisation::entity::organisation,
    store::{Begun, Intent, Store, StoreError, hex, read_json, to_json},
};

/// A questionnaire as the operator sees it beside the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire {
    pub token: String,
    pub made_at: DateTime<Utc>,
    pub made_by: String,
    /// The last day on which it can be answered.
    pub until: NaiveDate,
    /// When and what was answered.
    pub answered: Option<(DateTime<Utc>, Answered)>,
    /// When it was put into the record.
    pub taken_at: Option<DateTime<Utc>>,
}

/// What whoever holds the link is shown: who asks whom, and nothing that has been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionnaireSheet {
    pub base: String,
    pub organisation: String,
    pub until: NaiveDate,
    pub open: Result<(), Shut>,
}

/// The operator asks an organisation by a link, for a visit that is open; asking again makes another link, and the one
/// before opens nothing any more.
///
/// # Errors
/// [`FollowUpError::Shut`] once it has been answered.
pub async fn ask(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    which: Which,
    intent: Intent,
) -> Result<(), FollowUpError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let Held { row, today, .. } = hold_or_begin(&tx, manager.base(), manager.actor(), organisation, which).await?;
    let before = of_visit(tx.db(), row.base_id, row.id).await?;
    if before.as_ref().is_some_and(|before| before.answered_at.is_some()) {
        return Err(FollowUpError::Shut(Shut::Answered));
    }
    let made = ActiveModel {
        id: Set(before.as_ref().map_or_else(Uuid::now_v7, |before| before.id)),
        base_id: Set(row.base_id),
        follow_up_id: Set(row.id),
        token: Set(hex(&rand::random::<[u8; 16]>())),
        made_at: Set(tx.now()),
        made_by: Set(manager.actor().name.clone()),
        until: Set(open_until(today)),
        answered_at: Set(None),
        answered_by: Set(String::new()),
        answers: Set(String::new()),
        taken_at: Set(None),
    };
    if before.is_some() {
        Entity::update(made).exec(tx.db()).await?;
    } else {
        Entity::insert(made).exec_without_returning(tx.db()).await?;
    }
    let detail = json!({ "until": open_until(today) });
    tx.audit(row.base_id, manager.actor(), Deed::FollowUpQuestionnaireMade, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// The questionnaire of a link: four statements.
///
/// # Errors
/// [`FollowUpError::NotFound`] for an unknown link.
pub async fn questionnaire(store: &Store, token: &str) -> Result<QuestionnaireSheet, FollowUpError> {
    let db = store.read();
    let asked = by_token(db, token).await?;
    let visit = follow_up::Entity::find_by_id(asked.follow_up_id).one(db).await?.ok_or(FollowUpError::NotFound)?;
    let base = base::store::by_id(db, asked.base_id).await?.ok_or(FollowUpError::NotFound)?;
    let organisation = organisation::Entity::find_by_id(visit.organisation_id).one(db).await?;
    let open = open_on(base.day(store.now()), asked.until, asked.answered_at.is_some(), is_filed(&visit)?);
    Ok(QuestionnaireSheet {
        base: base.name,
        organisation: organisation.ok_or(FollowUpError::NotFound)?.name,
        until: asked.until,
        open,
    })
}

/// Whoever holds the link answers, once.
///
/// # Errors
/// [`FollowUpError::NotFound`] for an unknown link; [`FollowUpError::Shut`]; [`FollowUpError::Invalid`].
pub async fn answer_by_link(
    store: &Store,
    token: &str,
    by: &str,
    typed: &Draft,
    intent: Intent,
) -> Result<(), FollowUpError> {
    let asked = by_token(store.read(), token).await?;
    let system = System::named("answer to a questionnaire");
    let Begun::Fresh(tx) = store.begin(system.actor(), intent).await? else { return Ok(()) };
    // The visit first, as everywhere.
    let visit = tx.lock::<follow_up::Entity>(asked.follow_up_id).await?.ok_or(FollowUpError::NotFound)?;
    let asked = tx.lock::<Entity>(asked.id).await?.filter(|asked| asked.token == token);
    let asked = asked.ok_or(FollowUpError::NotFound)?;
    let base = base::store::by_id(tx.db(), asked.base_id).await?.ok_or(FollowUpError::NotFound)?;
    let today = base.day(tx.now());
    open_on(today, asked.until, asked.answered_at.is_some(), is_filed(&visit)?).map_err(FollowUpError::Shut)?;
    let Answered { by, answers } = Answered::judge(by, typed, today).map_err(FollowUpError::Invalid)?;
    let (base, id) = (asked.base_id, visit.id);
    let mut asked = asked.into_active_model();
    (asked.answered_at, asked.answered_by) = (Set(Some(tx.now())), Set(by.clone()));
    asked.answers = Set(to_json(&answers));
    asked.update(tx.db()).await?;
    tx.audit(base, system.actor(), Deed::FollowUpQuestionnaireAnswered, &id.to_string(), &json!({ "by": by }));
    tx.commit("").await?;
    Ok(())
}

/// The operator puts the answers into the draft of the visit, where it is blank ([`Draft::filled`]).
pub async fn take_answers(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    id: Uuid,
    intent: Intent,
) -> Result<(), FollowUpError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let Held { row, .. } = hold(&tx, manager.base(), organisation, id).await?;
    let state = row.read_state()?;
    if state != State::Open {
        return Err(FollowUpError::NotOpen(state));
    }
    let asked = of_visit(tx.db(), row.base_id, row.id).await?.ok_or(FollowUpError::NotFound)?;
    let (_, answered) = asked.read_answered()?.ok_or(FollowUpError::NotFound)?;
    let draft = row.read_draft()?.filled(&answered.answers);
    let mut asked = asked.into_active_model();
    asked.taken_at = Set(Some(tx.now()));
    asked.update(tx.db()).await?;
    tx.audit(row.base_id, manager.actor(), Deed::FollowUpQuestionnaireTaken, &row.id.to_string(), &json!({}));
    let version = row.draft_version + 1;
    let mut row = row.into_active_model();
    (row.draft, row.draft_version) = (Set(to_json(&draft)), Set(version));
    (row.draft_saved_at, row.draft_saved_by) = (Set(tx.now()), Set(manager.actor().name.clone()));
    row.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// The questionnaire of a visit: one statement.
pub(super) async fn beside(
    db: &impl ConnectionTrait,
    base: Uuid,
    visit: Uuid,
) -> Result<Option<Questionnaire>, StoreError> {
    let Some(asked) = of_visit(db, base, visit).await? else { return Ok(None) };
    Ok(Some(Questionnaire {
        answered: asked.read_answered()?,
        token: asked.token,
        made_at: asked.made_at,
        made_by: asked.made_by,
        until: asked.until,
        taken_at: asked.taken_at,
    }))
}

async fn of_visit(db: &impl ConnectionTrait, base: Uuid, visit: Uuid) -> Result<Option<Model>, StoreError> {
    let of_visit = Entity::find().filter(Column::BaseId.eq(base)).filter(Column::FollowUpId.eq(visit));
    Ok(of_visit.one(db).await?)
}

async fn by_token(db: &impl ConnectionTrait, token: &str) -> Result<Model, FollowUpError> {
    Entity::find().filter(Column::Token.eq(token)).one(db).await?.ok_or(FollowUpError::NotFound)
}

fn is_filed(visit: &follow_up::Model) -> Result<bool, StoreError> {
    Ok(visit.read_state()? != State::Open)
}

impl Model {
    fn read_answered(&self) -> Result<Option<(DateTime<Utc>, Answered)>, StoreError> {
        let Some(at) = self.answered_at else { return Ok(None) };
        let answers = read_json(&self.answers, "follow_up_questionnaire.answers")?;
        Ok(Some((at, Answered { by: self.answered_by.clone(), answers })))
    }
}
