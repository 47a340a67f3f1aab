//! What is judged: sheets, what is objected to of them, and who shall move on to another stage.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Counted, Found, OfSubject, What, each, read, wait};
use crate::{
    assessment::entity::{assessment, assessment_line},
    incubation::{ProposalState, entity::stage_change},
    store::StoreError,
};

pub(super) async fn sheets(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use assessment::Column as Of;
    let rows: Vec<OfSubject> = assessment::Entity::find()
        .select_only()
        .columns([Of::BaseId, Of::State, Of::OfBase])
        .column_as(Of::Id.count(), "number")
        .column_as(Of::Since.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::Rated.eq(true))
        .filter(Of::SealedAt.is_null())
        .group_by(Of::BaseId)
        .group_by(Of::State)
        .group_by(Of::OfBase)
        .into_model()
        .all(db)
        .await?;
    let told = |row: OfSubject| {
        let what = What::of_sheet(read(&row.state)?, row.of_base);
        Ok(what.map(|what| wait(row.base_id, what, row.number, row.oldest)))
    };
    rows.into_iter().filter_map(|row| told(row).transpose()).collect()
}

pub(super) async fn objections(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use assessment_line::Column as Of;
    let found: Vec<Counted> = assessment_line::Entity::find()
        .select_only()
        .column(Of::BaseId)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::ObjectedAt.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::ObjectedAt.is_not_null())
        .filter(Of::DecidedAt.is_null())
        .group_by(Of::BaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(each(found, What::Objection).collect())
}

pub(super) async fn proposals(db: &impl ConnectionTrait, bases: &[Uuid]) -> Result<Vec<Found>, StoreError> {
    use stage_change::Column as Of;
    let found: Vec<Counted> = stage_change::Entity::find()
        .select_only()
        .column(Of::BaseId)
        .column_as(Of::Id.count(), "number")
        .column_as(Of::ProposedAt.min(), "oldest")
        .filter(Of::BaseId.is_in(bases.iter().copied()))
        .filter(Of::State.eq(ProposalState::Proposed.code()))
        .group_by(Of::BaseId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(each(found, What::Proposal).collect())
}
