//! How satisfied they are who were asked, survey by survey, as a year's target counts it.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{
    super::{
        Question, State,
        entity::{survey, survey_group},
        is_shown,
    },
    read,
};
use crate::{
    base,
    period::{Quarter, Year},
    store::StoreError,
    weekly_report::store::AsAt,
};

/// What a survey that is over came to, of the groups whose results are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Satisfied {
    pub survey: Uuid,
    /// The quarter that was asked about.
    pub quarter: Quarter,
    /// The day on which it ended; the quarter's last day where it ended later.
    pub on: NaiveDate,
    /// Who gave four or five overall.
    pub good: u32,
    /// Who answered.
    pub answers: u32,
}

/// The surveys of a year's quarters that were over at an instant, of which results are shown: three statements.
pub(crate) async fn satisfied(
    db: &impl ConnectionTrait,
    base: Uuid,
    year: Year,
    as_at: &AsAt,
) -> Result<Vec<Satisfied>, StoreError> {
    let of = base::store::by_id(db, base).await?;
    let of = of.ok_or_else(|| StoreError::Unreadable(format!("base {base}")))?;
    let surveys = survey::Entity::find()
        .filter(survey::Column::BaseId.eq(base))
        .filter(survey::Column::Quarter.between(format!("{year}-Q1"), format!("{year}-Q4")))
        .order_by_asc(survey::Column::Quarter)
        .all(db)
        .await?;
    let groups = survey_group::Entity::find()
        .filter(survey_group::Column::BaseId.eq(base))
        .filter(survey_group::Column::SurveyId.is_in(surveys.iter().map(|survey| survey.id)))
        .all(db)
        .await?;
    let mut of_survey: HashMap<Uuid, Vec<&survey_group::Model>> = HashMap::new();
    for group in &groups {
        of_survey.entry(group.survey_id).or_default().push(group);
    }
    let today = of.day(as_at.at());
    let mut found = Vec::with_capacity(surveys.len());
    for row in &surveys {
        let closed_at = row.closed_at.filter(|closed| as_at.had(*closed));
        let state = State::of(closed_at.is_some(), row.closes_on, today);
        let (mut good, mut all) = (0_u32, 0_u32);
        for group in of_survey.get(&row.id).into_iter().flatten() {
            if is_shown(state, read::counted(group)) {
                let (satisfied, answers) = read::tally(group)?.satisfied(Question::Overall);
                (good, all) = (good.saturating_add(satisfied), all.saturating_add(answers));
            }
        }
        if all > 0 {
            let quarter = read::quarter(row)?;
            let ended = closed_at.map_or(row.closes_on, |closed| of.day(closed));
            let on = ended.min(quarter.last_day());
            found.push(Satisfied { survey: row.id, quarter, on, good, answers: all });
        }
    }
    Ok(found)
}
