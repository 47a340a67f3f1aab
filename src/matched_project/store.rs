//! Keeping matched projects: the operator enters and changes them, the organisation reads its own.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Field, MatchedProject, ProjectText, State,
    entity::{Column, Entity, Model},
};
use crate::{
    access::{Manager, Scope},
    audit::Deed,
    organisation::store::called,
    period::Year,
    record::{
        Reading,
        store::{RecordError, Seen, Struck, id, of_base, today},
    },
    store::{Begun, Former, Intent, Page, Paging, Store, StoreError, WriteTx, containing, expect_version},
    weekly_report::store::{AsAt, reporter::names},
};

pub type ProjectError = RecordError<Field>;

/// A match as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: Uuid,
    pub project: MatchedProject,
    /// The organisation's.
    pub name: String,
    pub entered: (DateTime<Utc>, String),
    pub struck: Option<Struck>,
    pub row_version: i32,
}

/// What a list shows; everything but what is struck out by default.
#[derive(Debug, Clone, Default)]
pub struct ProjectFilter {
    pub state: Option<State>,
    pub year: Option<Year>,
    pub struck: bool,
    /// Part of its name, its words or its partner's name, or of the organisation's name or initials.
    pub search: String,
}

/// Enters a match; its id.
pub async fn enter(
    store: &Store,
    manager: &Manager,
    typed: &ProjectText,
    intent: Intent,
) -> Result<Uuid, ProjectError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(id(&done)?),
    };
    let project = judge(&tx, manager.base(), typed).await?;
    let row = Model {
        id: Uuid::now_v7(),
        base_id: manager.base(),
        organisation_id: project.organisation,
        name: String::new(),
        partner: String::new(),
        amount: 0,
        matched_on: project.matched_on,
        state: String::new(),
        words: String::new(),
        entered_at: tx.now(),
        entered_by: manager.actor().name.clone(),
        struck_at: None,
        struck_by: None,
        struck_for: String::new(),
        row_version: 1,
    };
    let row = filled(row, project);
    tx.audit(row.base_id, manager.actor(), Deed::MatchedProjectEntered, &row.id.to_string(), &told(&row));
    let entered = row.id.to_string();
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    Ok(id(&tx.commit(entered).await?)?)
}

/// Puts a match right, or says what has become of it.
pub async fn change(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    typed: &ProjectText,
    intent: Intent,
) -> Result<(), ProjectError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen).await?;
    let project = judge(&tx, row.base_id, typed).await?;
    let before = told(&row);
    tx.was(row.base_id, &Counted::from(&row));
    let row = filled(Model { row_version: row.row_version + 1, ..row }, project);
    let detail = json!({ "before": before, "after": told(&row) });
    tx.audit(row.base_id, manager.actor(), Deed::MatchedProjectChanged, &row.id.to_string(), &detail);
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Strikes a match out that was entered wrongly, with a reason: it stays, and counts nowhere.
pub async fn strike(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    reason: &str,
    intent: Intent,
) -> Result<(), ProjectError> {
    let reason = Reading::reason(Field::Reason, reason).map_err(RecordError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen).await?;
    let detail = json!({ "before": told(&row), "reason": reason });
    tx.audit(row.base_id, manager.actor(), Deed::MatchedProjectStruck, &row.id.to_string(), &detail);
    tx.was(row.base_id, &Counted::from(&row));
    let row = Model {
        struck_at: Some(tx.now()),
        struck_by: Some(manager.actor().name.clone()),
        struck_for: reason,
        row_version: row.row_version + 1,
        ..row
    };
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// The matches in sight, the latest first: three statements.
pub async fn list(
    store: &Store,
    scope: Scope,
    filter: &ProjectFilter,
    paging: Paging,
) -> Result<Page<Kept>, ProjectError> {
    let db = store.read();
    let query = in_sight(scope).filter(narrowed(scope.base(), filter));
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(Column::MatchedOn)
        .order_by_desc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    Ok(Page { rows: kept(db, scope.base(), rows).await?, total })
}

/// One match in sight: two statements.
pub async fn one(store: &Store, scope: Scope, id: Uuid) -> Result<Kept, ProjectError> {
    let row = in_sight(scope).filter(Column::Id.eq(id)).all(store.read()).await?;
    kept(store.read(), scope.base(), row).await?.pop().ok_or(RecordError::NotFound)
}

fn in_sight(scope: Scope) -> sea_orm::Select<Entity> {
    let of_base = Entity::find().filter(Column::BaseId.eq(scope.base()));
    match scope.subject() {
        Some(organisation) => of_base.filter(Column::OrganisationId.eq(organisation)),
        None => of_base,
    }
}

fn narrowed(base: Uuid, filter: &ProjectFilter) -> Condition {
    let search = filter.search.trim();
    let searched = || {
        let columns = [Column::Name, Column::Partner, Column::Words];
        let any = Condition::any().add(Column::OrganisationId.in_subquery(called(base, search)));
        columns.into_iter().fold(any, |any, column| any.add(column.like(containing(search))))
    };
    let struck = if filter.struck { Column::StruckAt.is_not_null() } else { Column::StruckAt.is_null() };
    Condition::all()
        .add(struck)
        .add_option(filter.state.map(|state| Column::State.eq(state.code())))
        .add_option(filter.year.map(|year| Column::MatchedOn.between(year.first_day(), year.last_day())))
        .add_option((!search.is_empty()).then(searched))
}

async fn kept(db: &impl ConnectionTrait, base: Uuid, rows: Vec<Model>) -> Result<Vec<Kept>, StoreError> {
    let named = names(db, base, rows.iter().map(|row| row.organisation_id)).await?;
    let read = |row: Model| {
        Ok(Kept {
            id: row.id,
            name: named.get(&row.organisation_id).map(|found| found.name.clone()).unwrap_or_default(),
            project: MatchedProject {
                organisation: row.organisation_id,
                name: row.name,
                partner: row.partner,
                amount: row.amount,
                matched_on: row.matched_on,
                state: row.state.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
                words: row.words,
            },
            entered: (row.entered_at, row.entered_by),
            struck: Struck::of(row.struck_at, row.struck_by, row.struck_for),
            row_version: row.row_version,
        })
    };
    rows.into_iter().map(read).collect()
}

/// A match, as far as it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub(crate) struct Counted {
    pub id: Uuid,
    pub name: String,
    pub matched_on: NaiveDate,
    state: String,
    entered_at: DateTime<Utc>,
    struck_at: Option<DateTime<Utc>>,
}

impl From<&Model> for Counted {
    fn from(row: &Model) -> Self {
        Self {
            id: row.id,
            name: row.name.clone(),
            matched_on: row.matched_on,
            state: row.state.clone(),
            entered_at: row.entered_at,
            struck_at: row.struck_at,
        }
    }
}

impl Former for Counted {
    const KIND: &'static str = "matched_project";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.entered_at)
    }
}

impl Counted {
    /// What was struck out does not count, nor what fell through.
    fn counts(&self) -> bool {
        self.struck_at.is_none() && State::from_code(&self.state).is_some_and(State::counts)
    }
}

/// The matches of a base within some days that count, as they stood at an instant, by their days. One statement, and one
/// more of an instant that has passed.
pub(crate) async fn counted(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    as_at: &AsAt,
) -> Result<Vec<Counted>, StoreError> {
    let kept: Vec<Counted> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::MatchedOn, Column::State, Column::EnteredAt, Column::StruckAt])
        .filter(Column::BaseId.eq(base))
        .filter(Column::MatchedOn.between(from, to))
        .into_model()
        .all(db)
        .await?;
    let mut matches = as_at.stood(db, base, kept).await?;
    matches.retain(|one| one.counts() && (from..=to).contains(&one.matched_on));
    matches.sort_by_key(|one| (one.matched_on, one.id));
    Ok(matches)
}

/// How many were matched within some days, both of them included; what fell through is not counted. One statement.
pub async fn count(db: &impl ConnectionTrait, base: Uuid, from: NaiveDate, to: NaiveDate) -> Result<u32, StoreError> {
    let matches = counted(db, base, from, to, &AsAt::kept()).await?;
    Ok(u32::try_from(matches.len()).unwrap_or(u32::MAX))
}

async fn judge(tx: &WriteTx, base: Uuid, typed: &ProjectText) -> Result<MatchedProject, ProjectError> {
    let today = today(tx.db(), base, tx.now()).await?;
    let project = MatchedProject::judge(typed, today).map_err(RecordError::Invalid)?;
    of_base(tx.db(), base, project.organisation).await?;
    Ok(project)
}

/// The match, held, as it was seen, where it stands.
async fn hold(tx: &WriteTx, base: Uuid, seen: Seen) -> Result<Model, ProjectError> {
    let row = tx.lock::<Entity>(seen.id).await?.filter(|row| row.base_id == base).ok_or(RecordError::NotFound)?;
    if row.struck_at.is_some() {
        return Err(RecordError::Struck);
    }
    expect_version(row.row_version, seen.row_version)?;
    Ok(row)
}

fn filled(row: Model, project: MatchedProject) -> Model {
    Model {
        organisation_id: project.organisation,
        name: project.name,
        partner: project.partner,
        amount: project.amount,
        matched_on: project.matched_on,
        state: project.state.code().to_owned(),
        words: project.words,
        ..row
    }
}

fn told(row: &Model) -> Value {
    json!({
        "organisation": row.organisation_id,
        "name": row.name,
        "partner": row.partner,
        "amount": row.amount,
        "matched_on": row.matched_on,
        "state": row.state,
        "words": row.words,
    })
}
