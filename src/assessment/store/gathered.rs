//! The facts of a round's sheets at an instant, and sheets with them.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::super::{
    Occasion,
    entity::{assessment, assessment_round},
    is_rated,
};
use super::{
    AssessmentError,
    gather::{ByIndicator, OfOrganisations, OfYear, When, of_base, of_organisations, of_year},
    record::{Kept, with_lines},
};
use crate::{
    access::BaseReader,
    rectification::store::late_within,
    store::{Store, StoreError, WriteTx, to_json},
    weekly_report::store::{Rhythm, as_at::AsAt, reporter::Reporter},
};

/// What the records say of a round's subjects at an instant.
pub(super) enum Gathered {
    Organisations(OfOrganisations),
    Base(ByIndicator),
    /// Of everybody.
    Year(OfYear),
    /// An exit review has no rules.
    Nothing,
}

impl Gathered {
    pub(super) async fn of(
        store: &Store,
        reader: &BaseReader,
        round: &assessment_round::Model,
        of_the_base: bool,
        only: Option<Uuid>,
        as_at: &AsAt,
    ) -> Result<Self, AssessmentError> {
        let (db, base) = (store.read(), round.base_id);
        let quarter = match round.read_occasion()? {
            Occasion::Quarter(quarter) => quarter,
            Occasion::Year(year) => return Ok(Self::Year(of_year(db, base, year, only, as_at).await?)),
            Occasion::ExitReview(_) => return Ok(Self::Nothing),
        };
        let rhythm = Rhythm::load(db, base).await?;
        let when = When { base, quarter, rhythm: &rhythm, as_at };
        if !of_the_base {
            let reporters = Reporter::stood(db, base, only, as_at).await?;
            return Ok(Self::Organisations(of_organisations(store, when, &reporters).await?));
        }
        let of = assessment::Entity::find()
            .filter(assessment::Column::BaseId.eq(base))
            .filter(assessment::Column::RoundId.eq(round.id))
            .filter(assessment::Column::OfBase.eq(true));
        let card = of.one(db).await?.ok_or(AssessmentError::NotFound)?.read_card()?;
        Ok(Self::Base(of_base(store, reader, when, &card, &round.read_timetable(false)?).await?))
    }

    pub(super) fn facts(&self, row: &assessment::Model) -> Result<ByIndicator, StoreError> {
        Ok(match self {
            Self::Organisations(known) => known.facts(row.subject_id, &row.read_card()?),
            Self::Base(facts) => facts.clone(),
            Self::Year(known) => known.facts(row.subject_id, &row.read_card()?),
            Self::Nothing => ByIndicator::new(),
        })
    }

    /// The round's sheets that are not sealed, held, with these facts of an instant.
    pub(super) async fn of_sheets(
        &self,
        tx: &WriteTx,
        round: &assessment_round::Model,
        of_the_base: bool,
        as_at: &AsAt,
    ) -> Result<Vec<assessment::Model>, StoreError> {
        use assessment::Column;
        let rows = assessment::Entity::find()
            .filter(Column::BaseId.eq(round.base_id))
            .filter(Column::RoundId.eq(round.id))
            .filter(Column::OfBase.eq(of_the_base))
            .filter(Column::SealedAt.is_null())
            .lock_exclusive()
            .all(tx.db())
            .await?;
        let kept = with_lines(tx.db(), round.base_id, rows).await?;
        let late = late_repairs(tx.db(), round.base_id, round.read_occasion()?, as_at).await?;
        let renewed = |kept: Kept| {
            let late_repairs = late.get(&kept.row.subject_id).copied().unwrap_or_default();
            Ok(self.renewed(kept, late_repairs)?.row)
        };
        kept.into_iter().map(renewed).collect()
    }

    /// A sheet with these facts.
    pub(super) fn renewed(&self, mut kept: Kept, late_repairs: u32) -> Result<Kept, StoreError> {
        kept.row.late_repairs = i32::try_from(late_repairs).unwrap_or(i32::MAX);
        kept.row.facts = to_json(&self.facts(&kept.row)?);
        let standing = match self {
            Self::Organisations(known) => {
                let weeks = known.expected_weeks(kept.row.subject_id);
                Some((weeks, is_rated(weeks)))
            }
            Self::Base(_) | Self::Nothing => None,
            Self::Year(known) => Some(known.standing(kept.row.subject_id)),
        };
        if let Some((weeks, rated)) = standing {
            kept.row.expected_weeks = i32::try_from(weeks).unwrap_or(i32::MAX);
            kept.row.rated = rated;
        }
        kept.summed()
    }
}

/// By subject, how many rectifications were not closed in time, as it stood at an instant. Of a year its quarters have told
/// it, and who is reviewed has none open.
pub(super) async fn late_repairs(
    db: &impl ConnectionTrait,
    base: Uuid,
    occasion: Occasion,
    as_at: &AsAt,
) -> Result<HashMap<Uuid, u32>, StoreError> {
    match occasion {
        Occasion::Quarter(quarter) => late_within(db, base, quarter.first_day()..=quarter.last_day(), as_at).await,
        Occasion::Year(_) | Occasion::ExitReview(_) => Ok(HashMap::new()),
    }
}
