//! Writing an organisation's profile.

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, SqlErr};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::record;
use crate::{
    access::Manager,
    audit::Deed,
    incubation::{Entry, store::Entered},
    organisation::{Field, OrganisationError, Profile, ProfileText, entity::organisation, mask_phone, profile::judge},
    store::{Begun, Intent, Store, WriteTx, expect_version},
    weekly_report::store::reporter::There,
};

/// A new file, with the incubation that it begins with, if it has one already.
#[derive(Debug, Clone)]
pub struct NewOrganisation {
    pub profile: ProfileText,
    pub incubation: Option<Entry>,
    /// Why the incubation is entered, such as the number of its agreement.
    pub reason: String,
}

/// Registers an organisation; the outcome is its id. `today` is the base's day.
pub async fn create(
    store: &Store,
    manager: &Manager,
    new: NewOrganisation,
    today: NaiveDate,
    intent: Intent,
) -> Result<String, OrganisationError> {
    let profile = judge(&new.profile, today).map_err(OrganisationError::Invalid)?;
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let (base, id) = (manager.base(), Uuid::now_v7());
    one_of_its_kind(&tx, base, id, &profile).await?;
    let row = record::new_row(id, base, &profile, tx.now());
    let entered = new
        .incubation
        .map(|entry| Entered::new(base, id, &entry, manager.actor(), tx.now(), &new.reason))
        .transpose()?;
    let row = match &entered {
        Some(entered) => entered.repeat_on(row),
        None => row,
    };
    organisation::Entity::insert(row).exec_without_returning(tx.db()).await.map_err(taken)?;
    tx.insert_all(record::strength_rows(base, id, &profile.strengths)).await?;
    if let Some(entered) = entered {
        tx.insert_all(vec![entered.incubation]).await?;
        tx.insert_all(entered.changes).await?;
        tx.insert_all(entered.spans).await?;
    }
    let detail =
        json!({ "profile": without_phone(&profile), "admitted_on": new.incubation.map(|entry| entry.admitted_on) });
    tx.audit(base, manager.actor(), Deed::OrganisationRegistered, &id.to_string(), &detail);
    Ok(tx.commit(id.to_string()).await?)
}

/// Saves an organisation's profile. `seen` is the row version that the form was filled from; a telephone
/// number that comes back masked stays what it is.
pub async fn edit(
    store: &Store,
    manager: &Manager,
    organisation: Uuid,
    seen: i32,
    mut text: ProfileText,
    today: NaiveDate,
    intent: Intent,
) -> Result<String, OrganisationError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return Ok(outcome),
    };
    let base = manager.base();
    let row = held(&tx, base, organisation, seen).await?;
    keep_masked(&mut text.contact_phone, &row.contact_phone);
    let profile = judge(&text, today).map_err(OrganisationError::Invalid)?;
    one_of_its_kind(&tx, base, organisation, &profile).await?;
    let strengths = record::strengths(tx.db(), base, Some(&[organisation])).await?;
    let before = record::profile_of(&row, strengths.into_values().next().unwrap_or_default())?;
    let changed = Changed::between(&before, &profile);
    if before.standing != profile.standing {
        There::was(&tx, &row).await?;
    }
    let new = organisation::ActiveModel {
        id: Set(organisation),
        row_version: Set(row.row_version + 1),
        ..record::written(&profile, tx.now())
    };
    organisation::Entity::update(new).exec(tx.db()).await.map_err(taken)?;
    record::replace_strengths(&tx, base, organisation, &profile.strengths).await?;
    tx.audit(base, manager.actor(), Deed::OrganisationEdited, &organisation.to_string(), &changed);
    Ok(tx.commit(organisation.to_string()).await?)
}

/// An organisation of the base, held, if it still is what the caller has seen.
pub(super) async fn held(
    tx: &WriteTx,
    base: Uuid,
    organisation: Uuid,
    seen: i32,
) -> Result<organisation::Model, OrganisationError> {
    let row = tx
        .lock::<organisation::Entity>(organisation)
        .await?
        .filter(|row| row.base_id == base)
        .ok_or(OrganisationError::NotFound)?;
    expect_version(row.row_version, seen)?;
    Ok(row)
}

/// A number that was shown masked and sent back untouched is the known one.
pub(super) fn keep_masked(typed: &mut String, known: &str) {
    if !known.is_empty() && typed.trim() == mask_phone(known) {
        known.clone_into(typed);
    }
}

/// No other organisation of the base has this code, nor this name where no code tells the two apart.
async fn one_of_its_kind(tx: &WriteTx, base: Uuid, id: Uuid, profile: &Profile) -> Result<(), OrganisationError> {
    use organisation::Column;
    let others = || organisation::Entity::find().filter(Column::BaseId.eq(base)).filter(Column::Id.ne(id));
    if let Some(code) = profile.code {
        if others().filter(Column::Code.eq(code.as_str())).count(tx.db()).await? > 0 {
            return Err(OrganisationError::CodeTaken);
        }
        return Ok(());
    }
    let namesakes = others().filter(Column::Name.eq(profile.name.as_str())).filter(Column::Code.is_null());
    if namesakes.count(tx.db()).await? > 0 { Err(OrganisationError::NameTaken) } else { Ok(()) }
}

/// Two writes at once: the database lets only one of them take a code.
fn taken(error: sea_orm::DbErr) -> OrganisationError {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => OrganisationError::CodeTaken,
        _ => error.into(),
    }
}

/// What an edit changed, for the audit log; numbers stand there masked.
#[derive(Debug, Serialize)]
pub(super) struct Changed {
    fields: Vec<ChangedField>,
}

#[derive(Debug, Serialize)]
struct ChangedField {
    field: Field,
    before: String,
    after: String,
}

impl Changed {
    pub(super) fn between(before: &Profile, after: &Profile) -> Self {
        let (before, after) = (before.to_text(), after.to_text());
        let shown = |field: Field, text: &str| match field {
            Field::ContactPhone if !text.is_empty() => mask_phone(text),
            _ => text.to_owned(),
        };
        let fields = Field::ALL
            .iter()
            .filter(|&&field| before.get(field) != after.get(field))
            .map(|&field| ChangedField {
                field,
                before: shown(field, before.get(field)),
                after: shown(field, after.get(field)),
            })
            .collect();
        Self { fields }
    }
}

pub(super) fn without_phone(profile: &Profile) -> ProfileText {
    let mut text = profile.to_text();
    if !text.contact_phone.is_empty() {
        text.contact_phone = mask_phone(&text.contact_phone);
    }
    text
}
