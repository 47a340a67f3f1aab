//! What the bureau sees of surveys: how many answered while they run, and what came of it afterwards.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    super::{
        Group, State, Tally,
        entity::{survey, survey_group, survey_words},
        is_shown,
    },
    SurveyError,
};
use crate::{
    access::Supervisor,
    base::{self, Base},
    period::Quarter,
    store::{Page, Paging, Store, StoreError},
};

/// A survey in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyRow {
    pub id: Uuid,
    pub quarter: Quarter,
    pub state: State,
    pub closes_on: NaiveDate,
    pub opened_at: DateTime<Utc>,
    pub opened_by: String,
    pub closed_at: Option<DateTime<Utc>>,
    /// In the order of [`Group::ALL`].
    pub answers: Vec<(Group, u32)>,
}

/// What came of a survey, without what was said in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyResult {
    pub row: SurveyRow,
    /// In the order of [`Group::ALL`]: how many answered, and their answers where they are shown.
    pub groups: Vec<(Group, u32, Option<Tally>)>,
}

/// What a group was asked by, and what it answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupResult {
    pub group: Group,
    pub token: String,
    pub answers: u32,
    /// `None` while it is not to be shown.
    pub result: Option<(Tally, Vec<String>)>,
}

/// One survey with what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyPage {
    pub row: SurveyRow,
    /// In the order of [`Group::ALL`].
    pub groups: Vec<GroupResult>,
    pub row_version: i32,
}

/// The surveys of a base, the latest quarter first.
pub async fn list(store: &Store, supervisor: &Supervisor, paging: Paging) -> Result<Page<SurveyRow>, SurveyError> {
    let found = results(store, supervisor, paging).await?;
    Ok(Page { rows: found.rows.into_iter().map(|found| found.row).collect(), total: found.total })
}

/// What came of the surveys of a base, in the same order.
pub async fn results(
    store: &Store,
    supervisor: &Supervisor,
    paging: Paging,
) -> Result<Page<SurveyResult>, SurveyError> {
    let db = store.read();
    let base = of(store, supervisor).await?;
    let query = survey::Entity::find().filter(survey::Column::BaseId.eq(base.id));
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(survey::Column::Quarter)
        .order_by_desc(survey::Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let groups = survey_group::Entity::find()
        .filter(survey_group::Column::BaseId.eq(base.id))
        .filter(survey_group::Column::SurveyId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    let mut of_survey: HashMap<Uuid, Vec<&survey_group::Model>> = HashMap::new();
    for group in &groups {
        of_survey.entry(group.survey_id).or_default().push(group);
    }
    let today = base.day(store.now());
    let result = |row: &survey::Model| -> Result<SurveyResult, StoreError> {
        let found = of_survey.get(&row.id).map_or(&[][..], Vec::as_slice);
        let row = read(row, found, today)?;
        let of_group = |group_row: &&survey_group::Model| -> Result<(Group, u32, Option<Tally>), StoreError> {
            let answers = counted(group_row);
            let shown = is_shown(row.state, answers).then(|| tally(group_row)).transpose()?;
            Ok((group(group_row)?, answers, shown))
        };
        let mut groups = found.iter().map(of_group).collect::<Result<Vec<_>, StoreError>>()?;
        groups.sort_by_key(|(group, ..)| *group);
        Ok(SurveyResult { row, groups })
    };
    let rows = rows.iter().map(result);
    Ok(Page { rows: rows.collect::<Result<_, _>>()?, total })
}

/// A survey of a base.
///
/// # Errors
/// [`SurveyError::NotFound`].
pub async fn one(store: &Store, supervisor: &Supervisor, id: Uuid) -> Result<SurveyPage, SurveyError> {
    let db = store.read();
    let base = of(store, supervisor).await?;
    let found = survey::Entity::find_by_id(id).filter(survey::Column::BaseId.eq(base.id));
    let found = found.one(db).await?.ok_or(SurveyError::NotFound)?;
    let groups = survey_group::Entity::find()
        .filter(survey_group::Column::BaseId.eq(base.id))
        .filter(survey_group::Column::SurveyId.eq(id))
        .all(db)
        .await?;
    let words = survey_words::Entity::find()
        .filter(survey_words::Column::BaseId.eq(base.id))
        .filter(survey_words::Column::GroupId.is_in(groups.iter().map(|group| group.id)))
        .order_by_asc(survey_words::Column::Id)
        .all(db)
        .await?;
    let row = read(&found, &groups.iter().collect::<Vec<_>>(), base.day(store.now()))?;
    let result = |row_of: &survey_group::Model| -> Result<GroupResult, StoreError> {
        let answers = counted(row_of);
        let said = || words.iter().filter(|words| words.group_id == row_of.id).map(|words| words.words.clone());
        let shown = is_shown(row.state, answers);
        let result = if shown { Some((tally(row_of)?, said().collect())) } else { None };
        Ok(GroupResult { group: group(row_of)?, token: row_of.token.clone(), answers, result })
    };
    let mut groups = groups.iter().map(result).collect::<Result<Vec<_>, _>>()?;
    groups.sort_by_key(|one| one.group);
    Ok(SurveyPage { row, groups, row_version: found.row_version })
}

async fn of(store: &Store, supervisor: &Supervisor) -> Result<Base, SurveyError> {
    base::store::by_id(store.read(), supervisor.base()).await?.ok_or(SurveyError::NotFound)
}

fn read(row: &survey::Model, groups: &[&survey_group::Model], today: NaiveDate) -> Result<SurveyRow, StoreError> {
    let answers = groups.iter().map(|found| Ok((group(found)?, counted(found))));
    let mut answers = answers.collect::<Result<Vec<_>, StoreError>>()?;
    answers.sort_by_key(|(group, _)| *group);
    Ok(SurveyRow {
        id: row.id,
        quarter: quarter(row)?,
        state: State::of(row.closed_at.is_some(), row.closes_on, today),
        closes_on: row.closes_on,
        opened_at: row.opened_at,
        opened_by: row.opened_by.clone(),
        closed_at: row.closed_at,
        answers,
    })
}

pub(super) fn counted(row: &survey_group::Model) -> u32 {
    u32::try_from(row.answers).unwrap_or_default()
}

pub(super) fn group(row: &survey_group::Model) -> Result<Group, StoreError> {
    row.asked.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

pub(super) fn quarter(row: &survey::Model) -> Result<Quarter, StoreError> {
    row.quarter.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

pub(super) fn tally(row: &survey_group::Model) -> Result<Tally, StoreError> {
    serde_json::from_str(&row.tally).map_err(|error| StoreError::Unreadable(format!("{error}")))
}

/// As it is kept.
pub(crate) fn kept(tally: &Tally) -> String {
    serde_json::to_string(tally).unwrap_or_default()
}
