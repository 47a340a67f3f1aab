//! Giving a rectification.

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    Finding, FindingText, FoundIn, Matter, Party, State,
    entity::{ActiveModel, Entity},
};
use super::RectificationError;
use crate::{
    access::{Overseer, Role},
    assessment::entity::assessment,
    audit::Deed,
    base,
    coaching::entity as coaching,
    follow_up::entity::follow_up,
    organisation::entity::organisation,
    store::{Begun, Intent, Store, StoreError, WriteTx},
    weekly_report::entity::weekly_report,
};

/// Whom it concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The base itself.
    Base,
    Organisation(Uuid),
}

/// As which party an overseer acts.
pub(super) fn party(overseer: &Overseer) -> Party {
    if overseer.role() == Role::Bureau { Party::Bureau } else { Party::Operator }
}

/// A fault was found; the rectification's id. `found_in`: the subject's record that it was found in.
///
/// # Errors
/// [`RectificationError::Invalid`]; [`RectificationError::Step`] where it is not for the overseer to give.
pub async fn give(
    store: &Store,
    overseer: &Overseer,
    subject: Subject,
    found_in: Option<FoundIn>,
    typed: &FindingText,
    intent: Intent,
) -> Result<Uuid, RectificationError> {
    let (base, actor) = (overseer.base(), overseer.actor());
    let matter = Matter::given(subject == Subject::Base, party(overseer))?;
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return id(&done),
    };
    let today = base::store::by_id(tx.db(), base).await?.ok_or(RectificationError::NotFound)?.day(tx.now());
    let subject = match subject {
        Subject::Base => base,
        Subject::Organisation(organisation) => organisation,
    };
    check(&tx, base, subject, found_in).await?;
    let Finding { source, words, owner, due_on } = Finding::judge(typed, today).map_err(RectificationError::Invalid)?;
    let (report, quarter, visit, coaching) = match found_in {
        None => (None, None, None, None),
        Some(FoundIn::Report(id)) => (Some(id), None, None, None),
        Some(FoundIn::Sheet(quarter)) => (None, Some(quarter.to_string()), None, None),
        Some(FoundIn::Visit(id)) => (None, None, Some(id), None),
        Some(FoundIn::Coaching(id)) => (None, None, None, Some(id)),
    };
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base),
        subject_id: Set(subject),
        of_base: Set(matter.of_base),
        given_as: Set(matter.given_by.code().to_owned()),
        source: Set(source.code().to_owned()),
        report_id: Set(report),
        quarter: Set(quarter),
        follow_up_id: Set(visit),
        coaching_visit_id: Set(coaching),
        words: Set(words),
        owner: Set(owner),
        due_on: Set(due_on),
        first_due_on: Set(None),
        extended_for: Set(String::new()),
        extended_at: Set(None),
        extended_by: Set(None),
        state: Set(State::Open.code().to_owned()),
        given_by: Set(actor.name.clone()),
        given_at: Set(tx.now()),
        repair: Set(String::new()),
        reported_on: Set(None),
        reported_at: Set(None),
        reported_by: Set(None),
        sent_back_for: Set(String::new()),
        remark: Set(String::new()),
        closed_at: Set(None),
        closed_by: Set(None),
        withdrawn_for: Set(String::new()),
        withdrawn_at: Set(None),
        withdrawn_by: Set(None),
        since: Set(tx.now()),
        row_version: Set(1),
    };
    let row = Entity::insert(row).exec_with_returning(tx.db()).await?;
    let detail = json!({
        "subject": row.subject_id, "source": row.source, "found_in": found_in,
        "words": row.words, "owner": row.owner, "due": row.due_on,
    });
    tx.audit(base, actor, Deed::RectificationGiven, &row.id.to_string(), &detail);
    id(&tx.commit(row.id.to_string()).await?)
}

/// The subject is of the base, and the record that it was found in is the subject's.
async fn check(tx: &WriteTx, base: Uuid, subject: Uuid, found_in: Option<FoundIn>) -> Result<(), RectificationError> {
    if subject != base {
        let there = organisation::Entity::find_by_id(subject)
            .filter(organisation::Column::BaseId.eq(base))
            .count(tx.db())
            .await?;
        if there == 0 {
            return Err(RectificationError::NotFound);
        }
    }
    let theirs = match found_in {
        None => return Ok(()),
        Some(FoundIn::Report(id)) => {
            weekly_report::Entity::find_by_id(id)
                .filter(weekly_report::Column::BaseId.eq(base))
                .filter(weekly_report::Column::SubjectId.eq(subject))
                .count(tx.db())
                .await?
        }
        Some(FoundIn::Sheet(quarter)) => {
            assessment::Entity::find()
                .filter(assessment::Column::BaseId.eq(base))
                .filter(assessment::Column::SubjectId.eq(subject))
                .filter(assessment::Column::Quarter.eq(quarter.to_string()))
                .count(tx.db())
                .await?
        }
        Some(FoundIn::Visit(id)) => {
            follow_up::Entity::find_by_id(id)
                .filter(follow_up::Column::BaseId.eq(base))
                .filter(follow_up::Column::OrganisationId.eq(subject))
                .count(tx.db())
                .await?
        }
        Some(FoundIn::Coaching(id)) => {
            coaching::Entity::find_by_id(id)
                .filter(coaching::Column::BaseId.eq(base))
                .filter(coaching::Column::OrganisationId.eq(subject))
                .filter(coaching::Column::StruckAt.is_null())
                .count(tx.db())
                .await?
        }
    };
    if theirs == 0 { Err(RectificationError::NotFound) } else { Ok(()) }
}

fn id(outcome: &str) -> Result<Uuid, RectificationError> {
    Ok(outcome.parse().map_err(|_| StoreError::Unreadable(format!("rectification {outcome}")))?)
}
