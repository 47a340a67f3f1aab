//! The sheets of a round, and those of one subject.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order as SortOrder, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
    sea_query::{Expr, NullOrdering},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::{Band, Kind, Occasion, State, entity::assessment};
use super::{
    AssessmentError,
    published::{public, withheld},
};
use crate::{
    access::{BaseReader, Scope, SubjectReader},
    points::Points,
    store::{Page, Paging, Store, StoreError, containing},
};

/// A sheet in a list. Of what is withheld from its subject until the publication, there is nothing for those who belong to
/// it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    pub id: Uuid,
    pub subject: Uuid,
    pub of_base: bool,
    pub name: String,
    pub code: Option<String>,
    pub occasion: Occasion,
    pub kind: Kind,
    pub rated: bool,
    pub expected_weeks: i32,
    pub state: State,
    pub since: DateTime<Utc>,
    pub total: Option<Points>,
    pub band: Option<Band>,
    /// `None` where the subject is not rated.
    pub difference: Option<Points>,
    pub sampled: bool,
    pub open_objections: i32,
}

/// In which order sheets stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    #[default]
    Name,
    /// The biggest first.
    Difference,
    /// The best first.
    Total,
    /// The longest first.
    Waiting,
}

/// What a list shows; every sheet of the round by default.
#[derive(Debug, Clone, Default)]
pub struct SheetFilter {
    pub state: Option<State>,
    pub kind: Option<Kind>,
    pub band: Option<Band>,
    /// Only organisations whose total lies in these ten points, as [`Spread::tens`](super::super::Spread::tens) counts
    /// them.
    pub tens: Option<u8>,
    /// Only what was drawn.
    pub sampled: bool,
    /// Only what has an open objection.
    pub objected: bool,
    /// Part of a name or code.
    pub search: String,
    pub order: Order,
}

/// Organisations whose total lies in ten points, the hundred among the last ones.
fn in_tens(tens: u8) -> Condition {
    use assessment::Column as Of;
    let from = i32::from(tens) * 1_000;
    let below = (tens < 9).then(|| Of::Total.lt(from + 1_000));
    let rated = Condition::all().add(Of::OfBase.eq(false)).add(Of::Rated.eq(true));
    rated.add(Of::Total.gte(from)).add_option(below)
}

/// The sheets of a quarter or a year.
pub async fn list(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
    filter: &SheetFilter,
    paging: Paging,
) -> Result<Page<SheetRow>, AssessmentError> {
    use assessment::Column as Of;
    let (db, scope) = (store.read(), Scope::from(reader));
    let search = filter.search.trim();
    let called =
        Condition::any().add(Of::SubjectName.like(containing(search))).add(Of::SubjectCode.like(containing(search)));
    // Nor does a filter or an order tell what one's own sheets do not show yet: the base's, or an organisation's.
    let tells = filter.band.is_some() || filter.tens.is_some() || filter.sampled;
    let seen = match scope.own_subjects() {
        Some(own) if own.is_empty() => None,
        Some(own) => Some(Condition::any().add(Of::SubjectId.is_not_in(own)).add(Of::State.is_in(public()))),
        None => Some(Condition::any().add(Of::State.is_in(public()))),
    };
    let query = assessment::Entity::find().filter(
        Condition::all()
            .add(Of::BaseId.eq(reader.base()))
            .add(Of::Quarter.eq(occasion.to_string()))
            .add_option(filter.state.map(|state| Of::State.eq(state.code())))
            .add_option(filter.kind.map(|kind| Of::Kind.eq(kind.code())))
            .add_option(filter.band.map(|band| Of::Band.eq(band.code())))
            .add_option(filter.tens.map(in_tens))
            .add_option(filter.sampled.then(|| Of::Sampled.eq(true)))
            .add_option(seen.clone().filter(|_| tells))
            .add_option(filter.objected.then(|| Of::OpenObjections.gt(0)))
            .add_option((!search.is_empty()).then_some(called)),
    );
    let total = query.clone().count(db).await?;
    // The base first, then those that are rated.
    let query = query.order_by_desc(Of::OfBase).order_by_desc(Of::Rated);
    let query = match filter.order {
        Order::Name => query,
        Order::Difference => biggest_first(query, Of::Difference, seen),
        Order::Total => biggest_first(query, Of::Total, seen),
        Order::Waiting => query.order_by_asc(Of::Since),
    };
    let rows = query
        .order_by_asc(Of::SubjectName)
        .order_by_asc(Of::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    Ok(Page { rows: rows.into_iter().map(|row| read(row, scope)).collect::<Result<_, _>>()?, total })
}

/// By points, as far as they are seen; those that are not come last.
fn biggest_first(
    query: Select<assessment::Entity>,
    points: assessment::Column,
    seen: Option<Condition>,
) -> Select<assessment::Entity> {
    let known = match seen {
        Some(seen) => Expr::expr(Expr::case(seen, Expr::col(points))),
        None => Expr::col(points),
    };
    query.order_by_with_nulls(known, SortOrder::Desc, NullOrdering::Last)
}

/// A subject's sheets, the newest first.
pub async fn of_subject(store: &Store, reader: &SubjectReader) -> Result<Vec<SheetRow>, AssessmentError> {
    use assessment::Column as Of;
    let rows = assessment::Entity::find()
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::SubjectId.eq(reader.subject()))
        .order_by_desc(Of::Quarter)
        .all(store.read())
        .await?;
    let scope = Scope::from(reader);
    rows.into_iter().map(|row| Ok(read(row, scope)?)).collect()
}

pub(super) fn read(row: assessment::Model, scope: Scope) -> Result<SheetRow, StoreError> {
    let state = row.read_state()?;
    let hidden = withheld(scope, row.subject_id, state);
    let told = row.rated && !hidden;
    Ok(SheetRow {
        id: row.id,
        subject: row.subject_id,
        of_base: row.of_base,
        code: row.subject_code.clone(),
        occasion: row.read_occasion()?,
        kind: row.read_kind()?,
        rated: row.rated,
        expected_weeks: row.expected_weeks,
        state,
        since: row.since,
        total: row.total.filter(|_| told).map(Points::hundredths),
        band: row.read_band()?.filter(|_| told),
        difference: told.then(|| Points::hundredths(row.difference)),
        sampled: row.sampled && !hidden,
        open_objections: row.open_objections,
        name: row.subject_name,
    })
}

/// A line of `assessment list`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Listed {
    /// The sheet's.
    pub id: Uuid,
    /// An organisation's id, or the base's own.
    pub subject_id: Uuid,
    /// Its credit code, or its name where it has none.
    pub subject: String,
    pub name: String,
    /// The quarter, or the year; `exit-` and the incubation's id for an exit review.
    #[schema(value_type = String, example = "2026-Q1")]
    pub quarter: Occasion,
    /// A state's code, or `not_rated`.
    pub state: String,
    /// Points with two decimals; none where it is not rated, or is withheld from its subject until the publication.
    #[schema(value_type = Option<String>, example = "88.50")]
    pub total: Option<Points>,
    /// The band's code, as far as the points are told.
    #[schema(value_type = Option<String>)]
    pub band: Option<Band>,
}

impl From<SheetRow> for Listed {
    fn from(row: SheetRow) -> Self {
        Self {
            id: row.id,
            subject_id: row.subject,
            subject: row.code.unwrap_or_else(|| row.name.clone()),
            name: row.name,
            quarter: row.occasion,
            state: if row.rated { row.state.code().to_owned() } else { "not_rated".to_owned() },
            total: row.total,
            band: row.band,
        }
    }
}
