//! Requests by state: how many there are in each, and the first of them.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ExprTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, SelectStatement},
};

use super::super::{State, entity::service_request::Column};
use super::{
    RequestFilter, RequestRow, ServiceError,
    read::{in_sight, named, read, selected, waiting_first},
};
use crate::{access::Scope, store::Store};

/// What stands in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardColumn {
    pub state: State,
    /// All that there are.
    pub total: u64,
    /// The first of them, in the order of the list.
    pub cards: Vec<RequestRow>,
}

/// The states that have a column: what came to nothing has none.
const COLUMNS: [State; 4] = [State::Asked, State::UnderWay, State::Done, State::Rated];

/// What a filter leaves, by state, with at most so many cards in each column: as many statements as a list has.
pub async fn board(
    store: &Store,
    scope: Scope,
    filter: &RequestFilter,
    cards: u64,
) -> Result<Vec<BoardColumn>, ServiceError> {
    let db = store.read();
    let (query, today) = selected(db, scope, filter, store.now()).await?;
    let totals: Vec<(String, i64)> = query
        .clone()
        .select_only()
        .column(Column::State)
        .expr(Expr::col(Column::Id).count())
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let totals: HashMap<String, u64> =
        totals.into_iter().map(|(state, total)| (state, u64::try_from(total).unwrap_or(0))).collect();
    let first = |state: State| -> SelectStatement {
        let of_state = waiting_first(query.clone().filter(Column::State.eq(state.code())));
        of_state.select_only().column(Column::Id).limit(cards).into_query()
    };
    let shown = COLUMNS.into_iter().fold(Condition::any(), |any, state| any.add(Column::Id.in_subquery(first(state))));
    let rows = waiting_first(in_sight(scope).filter(shown)).all(db).await?;
    let named = named(db, scope.base(), &rows).await?;
    let mut by_state: HashMap<State, Vec<RequestRow>> = HashMap::new();
    for row in rows {
        let row = read(row, &named, today)?;
        by_state.entry(row.state).or_default().push(row);
    }
    let column = |state: State| BoardColumn {
        state,
        total: totals.get(state.code()).copied().unwrap_or_default(),
        cards: by_state.remove(&state).unwrap_or_default(),
    };
    Ok(COLUMNS.into_iter().map(column).collect())
}
