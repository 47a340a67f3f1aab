//! What the base's own report begins with.

use std::collections::HashMap;

use sea_orm::{
    ConnectionTrait, ExprTrait, FromQueryResult,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::super::{
    OrganisationWeek, Report, State, Summary,
    entity::{weekly_report, weekly_report_version},
};
use super::{
    Rhythm, WeeklyReportError,
    record::{Book, Of},
    reporter::Reporter,
};
use crate::{
    access::BaseReader,
    period::Week,
    store::{Store, StoreError, read_json},
};

/// The week of all organisations.
pub async fn summary(store: &Store, reader: &BaseReader, week: Week) -> Result<Summary, WeeklyReportError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let organisations = Reporter::organisations(db, base).await?;
    let book = Book::read(db, base, Of::Organisations, week, week).await?;
    let mut reports = filed(db, base, week).await?;
    let mut weeks = Vec::with_capacity(organisations.len());
    for reporter in organisations {
        let cell = book.facts(&rhythm, &reporter, week, now)?.cell;
        let report = reports.remove(&reporter.name.id);
        weeks.push(OrganisationWeek { organisation: reporter.name.id, name: reporter.name.name, cell, report });
    }
    Ok(Summary::of(week, &weeks))
}

#[derive(Debug, FromQueryResult)]
struct Filed {
    subject_id: Uuid,
    content: String,
}

/// What stands as filed by organisations for a week.
async fn filed(db: &impl ConnectionTrait, base: Uuid, week: Week) -> Result<HashMap<Uuid, Report>, StoreError> {
    use weekly_report::{Column as R, Entity as Reports};
    use weekly_report_version::{Column as V, Entity as Versions};
    let newest = Expr::col((Versions, V::ReportId))
        .equals((Reports, R::Id))
        .and(Expr::col((Versions, V::Number)).equals((Reports, R::Versions)))
        .and(Expr::col((Versions, V::BaseId)).eq(base));
    let query = Query::select()
        .column((Reports, R::SubjectId))
        .column((Versions, V::Content))
        .from(Reports)
        .join(JoinType::InnerJoin, Versions, newest)
        .and_where(Expr::col((Reports, R::BaseId)).eq(base))
        .and_where(Expr::col((Reports, R::OfBase)).eq(false))
        .and_where(Expr::col((Reports, R::Week)).eq(week.to_string()))
        .and_where(Expr::col((Reports, R::State)).is_in([State::Submitted.code(), State::Accepted.code()]))
        .to_owned();
    let rows: Vec<Filed> = Filed::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    rows.into_iter().map(|row| Ok((row.subject_id, read_json(&row.content, "report")?))).collect()
}
