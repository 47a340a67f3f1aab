//! A list that is narrowed to what belongs to a month, so that a number of the month opens into its records.

use hatchboard::period::Month;
use leptos::prelude::*;

use super::{language, list_query::ListQuery, table::FilterSelect, time, words};

/// The month that a list is narrowed to.
pub fn month(query: &ListQuery) -> Option<Month> {
    query.get("month").and_then(|month| month.parse().ok())
}

/// The filter; it is offered where a link has narrowed the list to a month.
#[component]
pub fn FilterMonth() -> AnyView {
    let language = language();
    let Some(month) = month(&ListQuery::current()) else { return ().into_any() };
    let options = vec![(month.to_string(), time::month(language, month))];
    view! {
        <FilterSelect
            name="month"
            label=words::month(language)
            options=options
            all=words::every_month(language)
        />
    }
    .into_any()
}
