//! An organisation between its profile and its rows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    organisation::{
        Grade, Kind, Profile, Standing,
        entity::{organisation, organisation_strength},
        pinyin_initials,
    },
    store::{StoreError, WriteTx},
};

fn unreadable(field: &str, text: &str) -> StoreError {
    StoreError::Unreadable(format!("organisation.{field} `{text}`"))
}

/// The profile that a row and its strengths hold.
pub(super) fn profile_of(row: &organisation::Model, strengths: Vec<String>) -> Result<Profile, StoreError> {
    Ok(Profile {
        name: row.name.clone(),
        code: row.code.as_deref().map(|code| code.parse().map_err(|_| unreadable("code", code))).transpose()?,
        kind: Kind::from_code(&row.kind).ok_or_else(|| unreadable("kind", &row.kind))?,
        standing: Standing::from_code(&row.standing).ok_or_else(|| unreadable("standing", &row.standing))?,
        district: row.district.clone(),
        registrar: row.registrar.clone(),
        sponsor: row.sponsor.clone(),
        legal_person: row.legal_person.clone(),
        contact_name: row.contact_name.clone(),
        contact_phone: row.contact_phone.clone(),
        address: row.address.clone(),
        founded_on: row.founded_on,
        scope: row.scope.clone(),
        grade: row
            .grade
            .as_deref()
            .map(|grade| Grade::from_code(grade).ok_or_else(|| unreadable("grade", grade)))
            .transpose()?,
        strengths,
    })
}

/// A row with everything that a profile says; what incubations and filings say is left out.
pub(super) fn written(profile: &Profile, at: DateTime<Utc>) -> organisation::ActiveModel {
    organisation::ActiveModel {
        name: Set(profile.name.clone()),
        initials: Set(pinyin_initials(&profile.name)),
        code: Set(profile.code.map(|code| code.to_string())),
        kind: Set(profile.kind.code().to_owned()),
        standing: Set(profile.standing.code().to_owned()),
        district: Set(profile.district.clone()),
        registrar: Set(profile.registrar.clone()),
        sponsor: Set(profile.sponsor.clone()),
        legal_person: Set(profile.legal_person.clone()),
        contact_name: Set(profile.contact_name.clone()),
        contact_phone: Set(profile.contact_phone.clone()),
        address: Set(profile.address.clone()),
        founded_on: Set(profile.founded_on),
        scope: Set(profile.scope.clone()),
        grade: Set(profile.grade.map(|grade| grade.code().to_owned())),
        updated_at: Set(at),
        ..Default::default()
    }
}

/// The row of an organisation that was not known before and has no incubation yet.
pub(super) fn new_row(id: Uuid, base: Uuid, profile: &Profile, at: DateTime<Utc>) -> organisation::ActiveModel {
    organisation::ActiveModel {
        id: Set(id),
        base_id: Set(base),
        stage: Set(String::new()),
        mode: Set(None),
        admitted_on: Set(None),
        left_on: Set(None),
        last_report_week: Set(None),
        created_at: Set(at),
        row_version: Set(1),
        ..written(profile, at)
    }
}

pub(super) fn strength_rows(
    base: Uuid,
    organisation: Uuid,
    tags: &[String],
) -> Vec<organisation_strength::ActiveModel> {
    tags.iter()
        .map(|tag| organisation_strength::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(base),
            organisation_id: Set(organisation),
            tag: Set(tag.clone()),
        })
        .collect()
}

/// Replaces the strengths of one organisation.
pub(super) async fn replace_strengths(
    tx: &WriteTx,
    base: Uuid,
    organisation: Uuid,
    tags: &[String],
) -> Result<(), StoreError> {
    organisation_strength::Entity::delete_many()
        .filter(organisation_strength::Column::BaseId.eq(base))
        .filter(organisation_strength::Column::OrganisationId.eq(organisation))
        .exec(tx.db())
        .await?;
    tx.insert_all(strength_rows(base, organisation, tags)).await
}

/// The strengths of these organisations of a base, or of all of them, in the order in which they were given.
pub(super) async fn strengths(
    db: &impl ConnectionTrait,
    base: Uuid,
    of: Option<&[Uuid]>,
) -> Result<BTreeMap<Uuid, Vec<String>>, StoreError> {
    let mut query = organisation_strength::Entity::find().filter(organisation_strength::Column::BaseId.eq(base));
    if let Some(organisations) = of {
        query = query.filter(organisation_strength::Column::OrganisationId.is_in(organisations.iter().copied()));
    }
    let mut by_organisation: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for row in query.order_by_asc(organisation_strength::Column::Id).all(db).await? {
        by_organisation.entry(row.organisation_id).or_default().push(row.tag);
    }
    Ok(by_organisation)
}
