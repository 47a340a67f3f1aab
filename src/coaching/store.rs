//! Keeping coaching visits: the operator enters and changes them, the organisation reads its own.

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Field, Method, Visit, VisitText,
    entity::{Column, Entity, Model},
};
use crate::{
    access::{Manager, Scope},
    audit::Deed,
    organisation::store::called,
    period::{Month, Year},
    record::{
        Reading,
        store::{RecordError, Seen, Struck, id, of_base, today},
    },
    store::{Begun, Former, Intent, Page, Paging, Store, StoreError, WriteTx, containing, expect_version},
    weekly_report::store::{AsAt, reporter::names},
};

pub type VisitError = RecordError<Field>;

/// A visit as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: Uuid,
    pub visit: Visit,
    /// The organisation's.
    pub name: String,
    pub entered: (DateTime<Utc>, String),
    pub struck: Option<Struck>,
    pub row_version: i32,
}

/// What a list shows; everything but what is struck out by default.
#[derive(Debug, Clone, Default)]
pub struct VisitFilter {
    pub method: Option<Method>,
    pub year: Option<Year>,
    pub month: Option<Month>,
    pub struck: bool,
    /// Part of its words, of the visitor's name, or of the organisation's name or initials.
    pub search: String,
}

/// Enters a visit; its id.
pub async fn enter(store: &Store, manager: &Manager, typed: &VisitText, intent: Intent) -> Result<Uuid, VisitError> {
    let tx = match store.begin(manager.actor(), intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(id(&done)?),
    };
    let visit = judge(&tx, manager.base(), typed).await?;
    let row = Model {
        id: Uuid::now_v7(),
        base_id: manager.base(),
        organisation_id: visit.organisation,
        visited_on: visit.visited_on,
        visitor: String::new(),
        method: String::new(),
        looked_at: String::new(),
        agreed: String::new(),
        next_step: String::new(),
        next_by: None,
        entered_at: tx.now(),
        entered_by: manager.actor().name.clone(),
        struck_at: None,
        struck_by: None,
        struck_for: String::new(),
        row_version: 1,
    };
    let row = filled(row, visit);
    tx.audit(row.base_id, manager.actor(), Deed::CoachingVisitEntered, &row.id.to_string(), &told(&row));
    let entered = row.id.to_string();
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    Ok(id(&tx.commit(entered).await?)?)
}

/// Puts a visit right.
pub async fn change(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    typed: &VisitText,
    intent: Intent,
) -> Result<(), VisitError> {
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen).await?;
    let visit = judge(&tx, row.base_id, typed).await?;
    let before = told(&row);
    tx.was(row.base_id, &Counted::from(&row));
    let row = filled(Model { row_version: row.row_version + 1, ..row }, visit);
    let detail = json!({ "before": before, "after": told(&row) });
    tx.audit(row.base_id, manager.actor(), Deed::CoachingVisitChanged, &row.id.to_string(), &detail);
    row.into_active_model().reset_all().update(tx.db()).await?;
    tx.commit("").await?;
    Ok(())
}

/// Strikes a visit out that was entered wrongly, with a reason: it stays, and counts nowhere.
pub async fn strike(
    store: &Store,
    manager: &Manager,
    seen: Seen,
    reason: &str,
    intent: Intent,
) -> Result<(), VisitError> {
    let reason = Reading::reason(Field::Reason, reason).map_err(RecordError::Invalid)?;
    let Begun::Fresh(tx) = store.begin(manager.actor(), intent).await? else { return Ok(()) };
    let row = hold(&tx, manager.base(), seen).await?;
    let detail = json!({ "before": told(&row), "reason": reason });
    tx.audit(row.base_id, manager.actor(), Deed::CoachingVisitStruck, &row.id.to_string(), &detail);
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

/// The visits in sight, the latest first: three statements.
pub async fn list(store: &Store, scope: Scope, filter: &VisitFilter, paging: Paging) -> Result<Page<Kept>, VisitError> {
    let db = store.read();
    let query = in_sight(scope).filter(narrowed(scope.base(), filter));
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(Column::VisitedOn)
        .order_by_desc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    Ok(Page { rows: kept(db, scope.base(), rows).await?, total })
}

/// One visit in sight: two statements.
pub async fn one(store: &Store, scope: Scope, id: Uuid) -> Result<Kept, VisitError> {
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

fn narrowed(base: Uuid, filter: &VisitFilter) -> Condition {
    let search = filter.search.trim();
    let searched = || {
        let columns = [Column::Visitor, Column::LookedAt, Column::Agreed, Column::NextStep];
        let any = Condition::any().add(Column::OrganisationId.in_subquery(called(base, search)));
        columns.into_iter().fold(any, |any, column| any.add(column.like(containing(search))))
    };
    let struck = if filter.struck { Column::StruckAt.is_not_null() } else { Column::StruckAt.is_null() };
    Condition::all()
        .add(struck)
        .add_option(filter.method.map(|method| Column::Method.eq(method.code())))
        .add_option(filter.year.map(|year| Column::VisitedOn.between(year.first_day(), year.last_day())))
        .add_option(filter.month.map(|month| Column::VisitedOn.between(month.first_day(), month.last_day())))
        .add_option((!search.is_empty()).then(searched))
}

async fn kept(db: &impl ConnectionTrait, base: Uuid, rows: Vec<Model>) -> Result<Vec<Kept>, StoreError> {
    let named = names(db, base, rows.iter().map(|row| row.organisation_id)).await?;
    let read = |row: Model| {
        Ok(Kept {
            id: row.id,
            name: named.get(&row.organisation_id).map(|found| found.name.clone()).unwrap_or_default(),
            visit: Visit {
                organisation: row.organisation_id,
                visited_on: row.visited_on,
                visitor: row.visitor,
                method: row.method.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
                looked_at: row.looked_at,
                agreed: row.agreed,
                next_step: row.next_step,
                next_by: row.next_by,
            },
            entered: (row.entered_at, row.entered_by),
            struck: Struck::of(row.struck_at, row.struck_by, row.struck_for),
            row_version: row.row_version,
        })
    };
    rows.into_iter().map(read).collect()
}

/// A visit, as far as it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub(crate) struct Counted {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub visited_on: NaiveDate,
    entered_at: DateTime<Utc>,
    struck_at: Option<DateTime<Utc>>,
}

impl From<&Model> for Counted {
    fn from(row: &Model) -> Self {
        Self {
            id: row.id,
            organisation_id: row.organisation_id,
            visited_on: row.visited_on,
            entered_at: row.entered_at,
            struck_at: row.struck_at,
        }
    }
}

impl Former for Counted {
    const KIND: &'static str = "coaching_visit";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.entered_at)
    }
}

/// The visits of a base within some days that count, as they stood at an instant: by their days. One statement, and one
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
        .columns([Column::Id, Column::OrganisationId, Column::VisitedOn, Column::EnteredAt, Column::StruckAt])
        .filter(Column::BaseId.eq(base))
        .filter(Column::VisitedOn.between(from, to))
        .into_model()
        .all(db)
        .await?;
    let mut visits = as_at.stood(db, base, kept).await?;
    visits.retain(|visit| visit.struck_at.is_none() && (from..=to).contains(&visit.visited_on));
    visits.sort_by_key(|visit| (visit.visited_on, visit.id));
    Ok(visits)
}

/// How many visits of a base within some days count, and how many organisations were visited: one statement. Both days
/// belong to the dates.
pub async fn visited(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(u32, u32), StoreError> {
    let visits = counted(db, base, from, to, &AsAt::kept()).await?;
    let organisations: HashSet<Uuid> = visits.iter().map(|visit| visit.organisation_id).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok((number(visits.len()), number(organisations.len())))
}

async fn judge(tx: &WriteTx, base: Uuid, typed: &VisitText) -> Result<Visit, VisitError> {
    let visit = Visit::judge(typed, today(tx.db(), base, tx.now()).await?).map_err(RecordError::Invalid)?;
    of_base(tx.db(), base, visit.organisation).await?;
    Ok(visit)
}

/// The visit, held, as it was seen, where it stands.
async fn hold(tx: &WriteTx, base: Uuid, seen: Seen) -> Result<Model, VisitError> {
    let row = tx.lock::<Entity>(seen.id).await?.filter(|row| row.base_id == base).ok_or(RecordError::NotFound)?;
    if row.struck_at.is_some() {
        return Err(RecordError::Struck);
    }
    expect_version(row.row_version, seen.row_version)?;
    Ok(row)
}

fn filled(row: Model, visit: Visit) -> Model {
    Model {
        organisation_id: visit.organisation,
        visited_on: visit.visited_on,
        visitor: visit.visitor,
        method: visit.method.code().to_owned(),
        looked_at: visit.looked_at,
        agreed: visit.agreed,
        next_step: visit.next_step,
        next_by: visit.next_by,
        ..row
    }
}

fn told(row: &Model) -> Value {
    json!({
        "organisation": row.organisation_id,
        "visited_on": row.visited_on,
        "visitor": row.visitor,
        "method": row.method,
        "looked_at": row.looked_at,
        "agreed": row.agreed,
        "next_step": row.next_step,
        "next_by": row.next_by,
    })
}
