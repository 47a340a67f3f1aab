//! Who came: signed in on the spot, entered from a list, taken off again.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use serde_json::json;
use uuid::Uuid;

use super::super::{
    AttendField, Closed, ListText, Listed, Party, SignIn, SignInText, State,
    entity::{training, training_attendance, training_invitation},
    signing_in,
};
use super::{
    TrainingError,
    count::Listing,
    plan::{hold, read_state, today},
};
use crate::{
    access::{Actor, Manager, System},
    audit::Deed,
    organisation::entity::organisation,
    record::{Fault, Problem, Reading},
    store::{Begun, Intent, Store, WriteTx},
    typed,
};

/// As many as one session can have, lest a link that has leaked fill the base.
const MOST: u64 = 1_000;

/// How signing in ended well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedIn {
    Now,
    /// The same name of the same organisation stood on the list.
    Before,
}

/// Somebody signs in on the spot, by the session's link: no account is needed, the day has to be the session's.
///
/// # Errors
/// [`TrainingError::NotFound`] for an unknown link, [`TrainingError::Closed`], [`TrainingError::Attendance`],
/// [`TrainingError::TakenOff`], [`TrainingError::Full`].
pub async fn sign_in(
    store: &Store,
    token: &str,
    typed: &SignInText,
    intent: Intent,
) -> Result<SignedIn, TrainingError> {
    let found = training::Entity::find().filter(training::Column::Token.eq(token)).one(store.read()).await?;
    let training = found.ok_or(TrainingError::NotFound)?;
    let system = System::named("sign-in at a training");
    let Begun::Fresh(tx) = store.begin(system.actor(), intent).await? else { return Ok(SignedIn::Now) };
    let row = hold(&tx, training.base_id, training.id).await?;
    signing_in(read_state(&row)?, row.held_on, today(&tx, row.base_id).await?)?;
    let SignIn { party, person, phone } = SignIn::judge(typed).map_err(TrainingError::Attendance)?;
    let party = party_of(&tx, &row, party, true).await?;
    let before = of_party(&tx, &row, &party).await?;
    if let Some(one) = before.iter().find(|one| one.person == person) {
        return if one.struck_at.is_some() { Err(TrainingError::TakenOff) } else { Ok(SignedIn::Before) };
    }
    room_for(&tx, &row, 1).await?;
    let detail = json!({ "organisation": party_text(&party), "person": person });
    let new = New { by: system.actor(), by_link: true, phone, reason: String::new() };
    training_attendance::Entity::insert(new.row(&tx, &row, &party, person)).exec_without_returning(tx.db()).await?;
    tx.audit(row.base_id, system.actor(), Deed::TrainingSignedIn, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(SignedIn::Now)
}

/// The operator enters those of one organisation who came; how many of them were not on the list. After the day, and
/// for a name that was taken off, a reason is needed, and stands on the record.
pub async fn enter(
    store: &Store,
    manager: &Manager,
    training: Uuid,
    typed: &ListText,
    intent: Intent,
) -> Result<u32, TrainingError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(done.parse().unwrap_or(0)),
    };
    let row = hold(&tx, manager.base(), training).await?;
    let today = today(&tx, row.base_id).await?;
    match read_state(&row)? {
        State::Cancelled => return Err(Closed::Cancelled.into()),
        _ if today < row.held_on => return Err(Closed::NotYet.into()),
        _ => {}
    }
    let Listed { party, names, reason } =
        Listed::judge(typed, today > row.held_on).map_err(TrainingError::Attendance)?;
    let party = party_of(&tx, &row, party, false).await?;
    let before = of_party(&tx, &row, &party).await?;
    let known = |name: &String| before.iter().find(|one| one.person == *name);
    let back: Vec<_> = names.iter().filter_map(known).filter(|one| one.struck_at.is_some()).cloned().collect();
    if !back.is_empty() && reason.is_empty() {
        return Err(wrong(AttendField::Reason, typed::Fault::Required));
    }
    let fresh: Vec<String> = names.iter().filter(|name| known(name).is_none()).cloned().collect();
    let entered = u32::try_from(fresh.len() + back.len()).unwrap_or(u32::MAX);
    if entered == 0 {
        return Ok(0);
    }
    room_for(&tx, &row, fresh.len()).await?;
    let detail = json!({ "organisation": party_text(&party), "people": names, "reason": reason });
    let new = New { by: manager.actor(), by_link: false, phone: String::new(), reason };
    put_back(&tx, &new, &back).await?;
    tx.insert_all(fresh.into_iter().map(|name| new.row(&tx, &row, &party, name)).collect()).await?;
    tx.audit(row.base_id, manager.actor(), Deed::TrainingListed, &row.id.to_string(), &detail);
    tx.commit(entered.to_string()).await?;
    Ok(entered)
}

/// The operator takes somebody off the list who did not come; the row stays, with the reason.
pub async fn strike(
    store: &Store,
    manager: &Manager,
    training: Uuid,
    attendance: &str,
    reason: &str,
    intent: Intent,
) -> Result<(), TrainingError> {
    let mut reading = Reading::begin();
    let attendance: Option<Uuid> = reading.choice(AttendField::Attendance, attendance);
    let reason = reading.words(AttendField::Reason, reason, true);
    let (attendance, reason) = reading.end(attendance.zip(reason)).map_err(TrainingError::Attendance)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), training).await?;
    let found = tx.lock::<training_attendance::Entity>(attendance).await?;
    let standing = |one: &training_attendance::Model| {
        one.base_id == row.base_id && one.training_id == row.id && one.struck_at.is_none()
    };
    let one = found.filter(standing).ok_or(TrainingError::NotFound)?;
    let party = one.outside.clone().or_else(|| one.organisation_id.map(|id| id.to_string()));
    let detail = json!({ "organisation": party, "person": one.person, "reason": reason });
    tx.audit(row.base_id, manager.actor(), Deed::TrainingTakenOff, &row.id.to_string(), &detail);
    tx.was(row.base_id, &Listing::from(&one));
    let mut one = one.into_active_model();
    one.struck_at = Set(Some(tx.now()));
    one.struck_by = Set(Some(manager.actor().name.clone()));
    one.struck_for = Set(reason);
    one.update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// How rows come onto the list.
struct New<'a> {
    by: &'a Actor,
    by_link: bool,
    phone: String,
    reason: String,
}

impl New<'_> {
    fn row(
        &self,
        tx: &WriteTx,
        training: &training::Model,
        party: &Party,
        person: String,
    ) -> training_attendance::ActiveModel {
        let (organisation, outside) = columns(party);
        training_attendance::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(training.base_id),
            training_id: Set(training.id),
            organisation_id: Set(organisation),
            outside: Set(outside),
            person: Set(person),
            phone: Set(self.phone.clone()),
            by_link: Set(self.by_link),
            entered_at: Set(tx.now()),
            entered_by: Set(if self.by_link { String::new() } else { self.by.name.clone() }),
            entered_for: Set(self.reason.clone()),
            struck_at: Set(None),
            struck_by: Set(None),
            struck_for: Set(String::new()),
        }
    }
}

/// Those who were taken off by mistake stand on the list again, in one statement.
async fn put_back(tx: &WriteTx, new: &New<'_>, rows: &[training_attendance::Model]) -> Result<(), TrainingError> {
    if rows.is_empty() {
        return Ok(());
    }
    for row in rows {
        tx.was(row.base_id, &Listing::from(row));
    }
    let restored = training_attendance::ActiveModel {
        entered_at: Set(tx.now()),
        entered_by: Set(new.by.name.clone()),
        entered_for: Set(new.reason.clone()),
        by_link: Set(false),
        struck_at: Set(None),
        struck_by: Set(None),
        struck_for: Set(String::new()),
        ..Default::default()
    };
    training_attendance::Entity::update_many()
        .set(restored)
        .filter(training_attendance::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The party as it is kept: an organisation of the base is never kept by its name. On the spot, one chooses among
/// those who are invited.
async fn party_of(
    tx: &WriteTx,
    row: &training::Model,
    party: Party,
    on_the_spot: bool,
) -> Result<Party, TrainingError> {
    let of_base = organisation::Entity::find().filter(organisation::Column::BaseId.eq(row.base_id));
    match party {
        Party::Outside(name) => {
            let called = of_base.filter(organisation::Column::Name.eq(&name)).one(tx.db()).await?;
            Ok(called.map_or(Party::Outside(name), |found| Party::Organisation(found.id)))
        }
        Party::Organisation(id) => {
            let there = if on_the_spot {
                let invited = training_invitation::Entity::find()
                    .filter(training_invitation::Column::BaseId.eq(row.base_id))
                    .filter(training_invitation::Column::TrainingId.eq(row.id))
                    .filter(training_invitation::Column::OrganisationId.eq(id));
                invited.count(tx.db()).await?
            } else {
                of_base.filter(organisation::Column::Id.eq(id)).count(tx.db()).await?
            };
            match (there, on_the_spot) {
                (0, true) => Err(wrong(AttendField::Organisation, typed::Fault::UnknownChoice)),
                (0, false) => Err(TrainingError::NotFound),
                _ => Ok(Party::Organisation(id)),
            }
        }
    }
}

/// Everybody of a party who stands or stood on the list.
async fn of_party(
    tx: &WriteTx,
    row: &training::Model,
    party: &Party,
) -> Result<Vec<training_attendance::Model>, TrainingError> {
    use training_attendance::Column;
    let of_training = training_attendance::Entity::find()
        .filter(Column::BaseId.eq(row.base_id))
        .filter(Column::TrainingId.eq(row.id));
    let found = match party {
        Party::Organisation(id) => of_training.filter(Column::OrganisationId.eq(*id)),
        Party::Outside(name) => of_training.filter(Column::Outside.eq(name)),
    };
    Ok(found.all(tx.db()).await?)
}

async fn room_for(tx: &WriteTx, row: &training::Model, more: usize) -> Result<(), TrainingError> {
    let there = training_attendance::Entity::find()
        .filter(training_attendance::Column::BaseId.eq(row.base_id))
        .filter(training_attendance::Column::TrainingId.eq(row.id))
        .count(tx.db())
        .await?;
    if there + more as u64 > MOST { Err(TrainingError::Full) } else { Ok(()) }
}

fn columns(party: &Party) -> (Option<Uuid>, Option<String>) {
    match party {
        Party::Organisation(id) => (Some(*id), None),
        Party::Outside(name) => (None, Some(name.clone())),
    }
}

fn party_text(party: &Party) -> String {
    match party {
        Party::Organisation(id) => id.to_string(),
        Party::Outside(name) => name.clone(),
    }
}

fn wrong(field: AttendField, fault: typed::Fault) -> TrainingError {
    TrainingError::Attendance(vec![Problem { field, fault: Fault::Typed(fault) }])
}
