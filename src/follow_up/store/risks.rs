//! The signals of risk that the records of a base's hatched show.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{
    FollowUpError,
    hatchings::Hatched,
    known::{Known, unreadable},
};
use crate::{
    assessment::store::results_of,
    follow_up::{QuarterResult, Reached, Risk, Signs, entity::follow_up_attempt, risks},
    store::StoreError,
};

/// A signal of risk of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskRow {
    pub organisation: Uuid,
    pub name: String,
    pub risk: Risk,
}

#[derive(Debug, FromQueryResult)]
struct Tried {
    organisation_id: Uuid,
    on_day: NaiveDate,
    reached: String,
}

impl Known {
    /// The signals of all that is still followed, by their hatchings: two statements.
    pub(super) async fn risks(
        &self,
        db: &impl ConnectionTrait,
        today: NaiveDate,
    ) -> Result<Vec<RiskRow>, FollowUpError> {
        let followed = |one: &&Hatched| one.newest && one.hatching.ended_on.is_none_or(|ended_on| ended_on > today);
        let hatched: Vec<&Hatched> = self.hatched.iter().filter(followed).collect();
        let organisations: Vec<Uuid> = hatched.iter().map(|one| one.organisation).collect();
        let published = results_of(db, self.base.id, &organisations).await?;
        let tried = tried(db, self.base.id).await?;
        let mut found = Vec::new();
        for one in hatched {
            let results = published.get(&one.organisation).map(Vec::as_slice).unwrap_or_default();
            let results: Vec<QuarterResult> = results
                .iter()
                .map(|result| QuarterResult {
                    quarter: result.quarter,
                    total: result.total,
                    band: result.band,
                    published_on: self.base.day(result.at),
                })
                .collect();
            let tried = tried.get(&one.organisation).map(Vec::as_slice).unwrap_or_default();
            let visits = self.looked(one.organisation)?;
            let silent_since = self.silence(one, tried, today);
            let signs = Signs { results: &results, silent_since, visits: &visits };
            let row = |risk| RiskRow { organisation: one.organisation, name: one.name.clone(), risk };
            found.extend(risks(signs, today).into_iter().map(row));
        }
        Ok(found)
    }
}

/// The attempts to reach the organisations of a base: one statement.
async fn tried(db: &impl ConnectionTrait, base: Uuid) -> Result<HashMap<Uuid, Vec<(NaiveDate, Reached)>>, StoreError> {
    use follow_up_attempt::Column as Of;
    let rows: Vec<Tried> = follow_up_attempt::Entity::find()
        .select_only()
        .columns([Of::OrganisationId, Of::OnDay, Of::Reached])
        .filter(Of::BaseId.eq(base))
        .into_model()
        .all(db)
        .await?;
    let mut tried: HashMap<Uuid, Vec<(NaiveDate, Reached)>> = HashMap::new();
    for row in rows {
        tried.entry(row.organisation_id).or_default().push((row.on_day, row.reached.parse().map_err(unreadable)?));
    }
    Ok(tried)
}
