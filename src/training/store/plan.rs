//! Planning sessions, and saying what became of them.

use std::collections::BTreeSet;

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::{
    Action, Field, Invited, Refusal, State, Training, TrainingText,
    entity::{training, training_invitation},
};
use super::{
    TrainingError,
    count::{Inviting, Session},
};
use crate::{
    access::Manager,
    audit::Deed,
    base,
    evidence::store::{self as evidence, Owner, Prepared},
    incubation::Stage,
    organisation::entity::organisation,
    record::{
        Reading,
        store::{Seen, id},
    },
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version, hex},
};

/// Stages in which an organisation takes part in what the base offers.
const TAKING_PART: [Stage; 3] = [Stage::Incubating, Stage::Rectifying, Stage::ExitReview];

/// Plans a session; its id.
pub async fn make(
    store: &Store,
    manager: &Manager,
    typed: &TrainingText,
    intent: Intent,
) -> Result<Uuid, TrainingError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(id(&done)?),
    };
    let judged = judge(&tx, manager.base(), typed).await?;
    let row = training::Model {
        id: Uuid::now_v7(),
        base_id: manager.base(),
        title: String::new(),
        topic: String::new(),
        teacher: String::new(),
        held_on: judged.held_on,
        begins_at: 0,
        minutes: 0,
        place: String::new(),
        material: String::new(),
        state: State::Planned.code().to_owned(),
        reason: String::new(),
        token: hex(&rand::random::<[u8; 16]>()),
        entered_at: tx.now(),
        entered_by: manager.actor().name.clone(),
        row_version: 1,
    };
    let row = filled(row, &judged);
    let invited = invite(&tx, &row, judged).await?;
    let number = invited.len();
    training::Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    tx.insert_all(invited).await?;
    tx.audit(row.base_id, manager.actor(), Deed::TrainingPlanned, &row.id.to_string(), &told(&row, number));
    Ok(id(&tx.commit(row.id.to_string()).await?)?)
}

/// Plans a session anew.
pub async fn change(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    typed: &TrainingText,
    intent: Intent,
) -> Result<(), TrainingError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen.id).await?;
    if read_state(&row)? != State::Planned {
        return Err(Refusal::NotPlanned.into());
    }
    expect_version(row.row_version, seen.row_version)?;
    let judged = judge(&tx, row.base_id, typed).await?;
    tx.was(row.base_id, &Session::from(&row));
    tx.was(row.base_id, &inviting(&tx, &row).await?);
    let row = filled(training::Model { row_version: row.row_version + 1, ..row }, &judged);
    let invited = invite(&tx, &row, judged).await?;
    let number = invited.len();
    training_invitation::Entity::delete_many()
        .filter(training_invitation::Column::BaseId.eq(row.base_id))
        .filter(training_invitation::Column::TrainingId.eq(row.id))
        .exec(tx.db())
        .await?;
    tx.insert_all(invited).await?;
    tx.audit(row.base_id, manager.actor(), Deed::TrainingChanged, &row.id.to_string(), &told(&row, number));
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Says that it took place, cancels it, or opens it again; the last two with a reason.
pub async fn step(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    action: Action,
    reason: &str,
    intent: Intent,
) -> Result<(), TrainingError> {
    let mut reading = Reading::begin();
    let reason = reading.words(Field::Reason, reason, action.needs_reason());
    let reason = reading.end(reason).map_err(TrainingError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen.id).await?;
    let state = read_state(&row)?.next(action, row.held_on, today(&tx, row.base_id).await?)?;
    expect_version(row.row_version, seen.row_version)?;
    let deed = match action {
        Action::Hold => Deed::TrainingHeld,
        Action::Cancel => Deed::TrainingCancelled,
        Action::Reopen => Deed::TrainingReopened,
    };
    let detail = json!({ "title": row.title, "held_on": row.held_on, "reason": reason });
    tx.was(row.base_id, &Session::from(&row));
    tx.audit(row.base_id, manager.actor(), deed, &row.id.to_string(), &detail);
    let row = training::Model { state: state.code().to_owned(), reason, row_version: row.row_version + 1, ..row };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Keeps a file with a session, whatever became of it.
pub async fn add_file(
    store: &Store,
    manager: &Manager,
    session: Uuid,
    file: &Prepared,
    intent: Intent,
) -> Result<(), TrainingError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), session).await?;
    let owner = Owner { base: row.base_id, subject: row.base_id, kind: evidence::TRAINING, id: row.id };
    evidence::put_on_record(&tx, owner, manager.actor(), file).await?;
    tx.commit("").await?;
    Ok(())
}

async fn judge(tx: &WriteTx, base: Uuid, typed: &TrainingText) -> Result<Training, TrainingError> {
    Training::judge(typed, today(tx, base).await?).map_err(TrainingError::Invalid)
}

fn filled(row: training::Model, judged: &Training) -> training::Model {
    training::Model {
        title: judged.title.clone(),
        topic: judged.topic.code().to_owned(),
        teacher: judged.teacher.clone(),
        held_on: judged.held_on,
        begins_at: judged.begins_at.into(),
        minutes: judged.minutes.into(),
        place: judged.place.clone(),
        material: judged.material.clone(),
        ..row
    }
}

/// The rows of those who are invited; [`TrainingError::NotFound`] where one is no organisation of the base.
async fn invite(
    tx: &WriteTx,
    row: &training::Model,
    judged: Training,
) -> Result<Vec<training_invitation::ActiveModel>, TrainingError> {
    let organisations = match judged.invited {
        Invited::All => taking_part(tx.db(), row.base_id).await?,
        Invited::These(chosen) => {
            let of_base: BTreeSet<Uuid> =
                ids(tx.db(), row.base_id, organisation::Column::Id.is_in(chosen.clone())).await?.into_iter().collect();
            if chosen.iter().any(|id| !of_base.contains(id)) {
                return Err(TrainingError::NotFound);
            }
            chosen
        }
    };
    let invitation = |organisation, outside| training_invitation::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(row.base_id),
        training_id: Set(row.id),
        organisation_id: Set(organisation),
        outside: Set(outside),
    };
    let of_base = organisations.into_iter().map(|id| invitation(Some(id), None));
    Ok(of_base.chain(judged.outsiders.into_iter().map(|name| invitation(None, Some(name)))).collect())
}

/// Whom of the base a session invites.
async fn inviting(tx: &WriteTx, row: &training::Model) -> Result<Inviting, StoreError> {
    use training_invitation::Column as To;
    let organisations = training_invitation::Entity::find()
        .select_only()
        .column(To::OrganisationId)
        .filter(To::BaseId.eq(row.base_id))
        .filter(To::TrainingId.eq(row.id))
        .filter(To::OrganisationId.is_not_null())
        .into_tuple()
        .all(tx.db())
        .await?;
    Ok(Inviting { training: row.id, organisations })
}

async fn taking_part(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Uuid>, StoreError> {
    ids(db, base, organisation::Column::Stage.is_in(TAKING_PART.map(Stage::code))).await
}

async fn ids(
    db: &impl ConnectionTrait,
    base: Uuid,
    those: sea_orm::sea_query::SimpleExpr,
) -> Result<Vec<Uuid>, StoreError> {
    let found = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::Id)
        .filter(organisation::Column::BaseId.eq(base))
        .filter(those)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found)
}

/// The session, held until the end of the write.
pub(super) async fn hold(tx: &WriteTx, base: Uuid, training: Uuid) -> Result<training::Model, TrainingError> {
    let row = tx.lock::<training::Entity>(training).await?;
    row.filter(|row| row.base_id == base).ok_or(TrainingError::NotFound)
}

pub(super) async fn today(tx: &WriteTx, base: Uuid) -> Result<chrono::NaiveDate, TrainingError> {
    Ok(base::store::by_id(tx.db(), base).await?.ok_or(TrainingError::NotFound)?.day(tx.now()))
}

pub(super) fn read_state(row: &training::Model) -> Result<State, StoreError> {
    row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

fn told(row: &training::Model, invited: usize) -> Value {
    json!({
        "title": row.title,
        "teacher": row.teacher,
        "held_on": row.held_on,
        "begins_at": row.begins_at,
        "minutes": row.minutes,
        "place": row.place,
        "invited": invited,
    })
}
