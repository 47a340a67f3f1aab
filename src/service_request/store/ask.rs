//! Asking for help.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Asking, AskingText, State,
    entity::service_request::{ActiveModel, Entity},
};
use super::{ServiceError, Source};
use crate::{
    access::{Actor, Manager, Member},
    audit::Deed,
    evidence::store::{self as evidence, Owner, Prepared},
    organisation::entity::organisation,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

/// For whom it is asked, and out of which record.
#[derive(Clone, Copy)]
struct Whose {
    base: Uuid,
    organisation: Uuid,
    on_behalf: bool,
    source: Option<Source>,
}

/// An organisation asks for help; the request's id.
///
/// # Errors
/// [`ServiceError::Invalid`].
pub async fn ask(
    store: &Store,
    member: &Member,
    typed: &AskingText,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<Uuid, ServiceError> {
    let whose = Whose { base: member.base(), organisation: member.organisation(), on_behalf: false, source: None };
    keep(store, member.actor(), whose, (typed, file), intent).await
}

/// The operator asks for an organisation's sake, such as out of its weekly report or of a visit; the request's
/// id.
///
/// # Errors
/// [`ServiceError::Invalid`]; [`ServiceError::AskedBefore`] where the record has led to a request already.
pub async fn ask_for(
    store: &Store,
    manager: &Manager,
    (organisation, source): (Uuid, Option<Source>),
    typed: &AskingText,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<Uuid, ServiceError> {
    let whose = Whose { base: manager.base(), organisation, on_behalf: true, source };
    keep(store, manager.actor(), whose, (typed, file), intent).await
}

async fn keep(
    store: &Store,
    actor: &Actor,
    whose: Whose,
    (typed, file): (&AskingText, Option<&Prepared>),
    intent: Intent,
) -> Result<Uuid, ServiceError> {
    let Asking { kind, words } = Asking::judge(typed).map_err(ServiceError::Invalid)?;
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    check(&tx, whose).await?;
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(whose.base),
        organisation_id: Set(whose.organisation),
        report_id: Set(whose.source.and_then(Source::report)),
        follow_up_id: Set(whose.source.and_then(Source::visit)),
        kind: Set(kind.code().to_owned()),
        words: Set(words),
        state: Set(State::Asked.code().to_owned()),
        asked_at: Set(tx.now()),
        asked_by: Set(actor.name.clone()),
        on_behalf: Set(whose.on_behalf),
        owner: Set(String::new()),
        due_on: Set(None),
        done_on: Set(None),
        done_by: Set(None),
        result: Set(String::new()),
        rating: Set(None),
        rating_words: Set(String::new()),
        reopened: Set(false),
        since: Set(tx.now()),
        row_version: Set(1),
    };
    let row = Entity::insert(row).exec_with_returning(tx.db()).await?;
    let (report, visit) = (row.report_id, row.follow_up_id);
    let detail = json!({ "organisation": row.organisation_id, "kind": row.kind, "report": report, "visit": visit });
    if let Some(file) = file {
        let owner = Owner { base: row.base_id, subject: row.organisation_id, kind: evidence::SERVICE, id: row.id };
        evidence::put_on_record(&tx, owner, actor, file).await?;
    }
    tx.audit(row.base_id, actor, Deed::ServiceAskedFor, &row.id.to_string(), &detail);
    id(&tx.commit(row.id.to_string()).await?)
}

/// The organisation is of the base, and what it is asked out of is the organisation's and has led to no request.
async fn check(tx: &WriteTx, whose: Whose) -> Result<(), ServiceError> {
    let there = organisation::Entity::find_by_id(whose.organisation)
        .filter(organisation::Column::BaseId.eq(whose.base))
        .count(tx.db())
        .await?;
    if there == 0 {
        return Err(ServiceError::NotFound);
    }
    match whose.source {
        Some(source) => source.check(tx.db(), whose.base, whose.organisation).await,
        None => Ok(()),
    }
}

fn id(outcome: &str) -> Result<Uuid, ServiceError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("service request {outcome}")))?)
}
