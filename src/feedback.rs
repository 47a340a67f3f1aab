//! What was said lately to an organisation: about its weeks, about its plans, and at visits.
//!
//! Nothing of it is kept here: the words stand with the week, the plan or the visit that they are about, and its staff read
//! them there as well.

use std::cmp::Reverse;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, JoinType, Query},
};

use crate::{
    access::{Role, SubjectReader},
    coaching::entity as visit,
    monthly_plan::entity::monthly_plan as plan,
    period::{Month, Week},
    store::{Store, StoreError},
    weekly_report::{
        entity::{weekly_report, weekly_report_event},
        store::EventKind,
    },
};

/// Some words, and what they are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub about: About,
    pub at: DateTime<Utc>,
    /// By name.
    pub by: String,
    /// As what, where that is kept.
    pub role: Option<Role>,
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// With what was done to the week's report when it was said.
    Week(Week, EventKind),
    /// Why a month's plan came back.
    Plan(Month),
    /// What was agreed on at a coaching visit, or what was looked at where nothing was; the day of the visit.
    Visit(NaiveDate),
}

impl Said {
    /// The week that went back to its author with these words.
    pub fn week_sent_back(&self) -> Option<Week> {
        match self.about {
            About::Week(week, EventKind::Returned | EventKind::Reopened) => Some(week),
            About::Week(..) | About::Plan(_) | About::Visit(_) => None,
        }
    }
}

/// The last words that others have said, the newest first: three statements. `most`: so many at the most.
pub async fn lately(store: &Store, reader: &SubjectReader, most: u64) -> Result<Vec<Said>, StoreError> {
    let db = store.read();
    let mut said = of_weeks(db, reader, most).await?;
    said.extend(of_plans(db, reader, most).await?);
    said.extend(of_visits(db, reader, most).await?);
    said.sort_by_key(|one| Reverse(one.at));
    said.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    Ok(said)
}

#[derive(Debug, FromQueryResult)]
struct OfWeek {
    week: String,
    kind: String,
    at: DateTime<Utc>,
    by: String,
    by_role: String,
    words: String,
}

async fn of_weeks(db: &impl ConnectionTrait, reader: &SubjectReader, most: u64) -> Result<Vec<Said>, StoreError> {
    use weekly_report::{Column as R, Entity as Reports};
    use weekly_report_event::{Column as E, Entity as Events};
    let query = Query::select()
        .column((Reports, R::Week))
        .columns([E::Kind, E::At, E::By, E::ByRole, E::Words].map(|column| (Events, column)))
        .from(Events)
        .join(JoinType::InnerJoin, Reports, Expr::col((Reports, R::Id)).equals((Events, E::ReportId)))
        .and_where(Expr::col((Reports, R::BaseId)).eq(reader.base()))
        .and_where(Expr::col((Reports, R::SubjectId)).eq(reader.subject()))
        .and_where(Expr::col((Events, E::BaseId)).eq(reader.base()))
        .and_where(Expr::col((Events, E::ByRole)).ne(Role::Organisation.code()))
        .and_where(Expr::col((Events, E::Words)).ne(""))
        .order_by((Events, E::At), Order::Desc)
        .order_by((Events, E::Id), Order::Desc)
        .limit(most)
        .to_owned();
    let rows = OfWeek::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    let read = |row: OfWeek| {
        let unreadable = |what: &str| StoreError::Unreadable(format!("{what} of an event of {}", row.week));
        let week = row.week.parse().map_err(|_| unreadable("week"))?;
        let kind = EventKind::from_code(&row.kind).ok_or_else(|| unreadable("kind"))?;
        let role = row.by_role.parse().map_err(|_| unreadable("role"))?;
        Ok(Said { about: About::Week(week, kind), at: row.at, by: row.by, role: Some(role), words: row.words })
    };
    rows.into_iter().map(read).collect()
}

async fn of_plans(db: &impl ConnectionTrait, reader: &SubjectReader, most: u64) -> Result<Vec<Said>, StoreError> {
    use plan::Column;
    let rows: Vec<(String, DateTime<Utc>, Option<String>, String)> = plan::Entity::find()
        .select_only()
        .columns([Column::Month, Column::DecidedAt, Column::DecidedBy, Column::ReturnedFor])
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::SubjectId.eq(reader.subject()))
        .filter(Column::ReturnedFor.ne(""))
        .filter(Column::DecidedAt.is_not_null())
        .order_by_desc(Column::DecidedAt)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let read = |(month, at, by, words): (String, DateTime<Utc>, Option<String>, String)| {
        let month = month.parse().map_err(|_| StoreError::Unreadable(format!("month {month} of a plan")))?;
        Ok(Said { about: About::Plan(month), at, by: by.unwrap_or_default(), role: None, words })
    };
    rows.into_iter().map(read).collect()
}

async fn of_visits(db: &impl ConnectionTrait, reader: &SubjectReader, most: u64) -> Result<Vec<Said>, StoreError> {
    use visit::Column;
    let rows: Vec<(NaiveDate, String, String, String, DateTime<Utc>)> = visit::Entity::find()
        .select_only()
        .columns([Column::VisitedOn, Column::Visitor, Column::LookedAt, Column::Agreed, Column::EnteredAt])
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::OrganisationId.eq(reader.subject()))
        .filter(Column::StruckAt.is_null())
        .order_by_desc(Column::EnteredAt)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let read = |(on, by, looked_at, agreed, at): (NaiveDate, String, String, String, DateTime<Utc>)| {
        let words = if agreed.is_empty() { looked_at } else { agreed };
        Said { about: About::Visit(on), at, by, role: None, words }
    };
    Ok(rows.into_iter().map(read).filter(|said| !said.words.is_empty()).collect())
}
