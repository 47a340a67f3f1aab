//! How much was done of the plans of some months, as their results were closed.

use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QuerySelect, sea_query::Expr};

use super::super::entity::monthly_plan::{Column, Entity};
use crate::{
    access::BaseReader,
    period::Month,
    store::{Store, StoreError},
};

/// What the closed plans of a month came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthDone {
    pub month: Month,
    /// Plans of organisations that are closed.
    pub plans: u32,
    /// The mean over all their items that count, in hundredths of a percent; `None` where there are none.
    pub rate: Option<u16>,
    /// The same of the base's own plan.
    pub own: Option<u16>,
}

#[derive(Debug, FromQueryResult)]
struct Closed {
    month: String,
    of_base: bool,
    plans: i64,
    items: i64,
    points: i64,
}

impl Closed {
    fn rate(&self) -> Option<u16> {
        let rate = (2 * self.points + self.items).checked_div(2 * self.items)?;
        u16::try_from(rate).ok()
    }
}

/// Some months in a row, the last one at the end: one statement.
pub async fn completed(
    store: &Store,
    reader: &BaseReader,
    last: Month,
    months: usize,
) -> Result<Vec<MonthDone>, StoreError> {
    let mut wanted: Vec<Month> =
        std::iter::successors(Some(last), |month| Some(month.previous())).take(months).collect();
    wanted.reverse();
    let rows: Vec<Closed> = Entity::find()
        .select_only()
        .columns([Column::Month, Column::OfBase])
        .expr_as(Expr::col(Column::Id).count(), "plans")
        .expr_as(Expr::col(Column::Items).sum().cast_as("int8"), "items")
        .expr_as(Expr::col(Column::Points).sum().cast_as("int8"), "points")
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::Month.is_in(wanted.iter().map(ToString::to_string)))
        .filter(Column::ClosedAt.is_not_null())
        .group_by(Column::Month)
        .group_by(Column::OfBase)
        .into_model()
        .all(store.read())
        .await?;
    let done = |month: Month| {
        let name = month.to_string();
        let of = |of_base: bool| rows.iter().find(|row| row.month == name && row.of_base == of_base);
        MonthDone {
            month,
            plans: of(false).map_or(0, |row| u32::try_from(row.plans).unwrap_or(u32::MAX)),
            rate: of(false).and_then(Closed::rate),
            own: of(true).and_then(Closed::rate),
        }
    };
    Ok(wanted.into_iter().map(done).collect())
}
