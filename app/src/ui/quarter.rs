//! A list that is narrowed to what belongs to a quarter, so that a number of its assessment opens into its records.

use chrono::NaiveDate;
use hatchboard::period::{Quarter, Week};
use leptos::prelude::*;

use super::{field::Options, language, list_query::ListQuery, table::FilterSelect, words};

/// So many quarters are offered, the running one among them.
const OFFERED: usize = 8;

/// The quarter that a list is narrowed to.
pub fn quarter(query: &ListQuery) -> Option<Quarter> {
    query.get("quarter").and_then(|quarter| quarter.parse().ok())
}

/// The weeks of the quarter that a link names, as far as they have begun: the last one, and how many.
pub fn weeks(query: &ListQuery, running: Week) -> Option<(Week, u32)> {
    let weeks: Vec<Week> = quarter(query)?.weeks().filter(|week| *week <= running).collect();
    Some((*weeks.last()?, u32::try_from(weeks.len()).ok()?))
}

/// The filter: one of the last two years, or the one that the link names.
#[component]
pub fn FilterQuarter(
    /// Of the running page unless given.
    #[prop(optional)]
    query: Option<ListQuery>,
    today: NaiveDate,
) -> AnyView {
    let language = language();
    let query = query.unwrap_or_else(ListQuery::current);
    let last = std::iter::successors(Some(Quarter::of(today)), |quarter| Some(quarter.previous())).take(OFFERED);
    let mut offered: Vec<Quarter> = last.chain(quarter(&query)).collect();
    offered.sort_unstable_by(|one, other| other.cmp(one));
    offered.dedup();
    let options: Options = offered.into_iter().map(|quarter| (quarter.to_string(), quarter.to_string())).collect();
    view! {
        <FilterSelect
            query=query
            name="quarter"
            label=words::quarter(language)
            options=options
            all=words::every_quarter(language)
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_running_quarter_the_weeks_that_have_begun_are_shown() {
        let query = ListQuery::from(vec![("quarter".to_owned(), "2026-Q2".to_owned())]);
        let week = |text: &str| text.parse::<Week>().unwrap();
        for (running, expected) in
            [("2026-W13", None), ("2026-W14", Some((week("2026-W14"), 1))), ("2026-W30", Some((week("2026-W26"), 13)))]
        {
            assert_eq!(weeks(&query, week(running)), expected, "{running}");
        }
        assert_eq!(weeks(&ListQuery::default(), week("2026-W30")), None);
    }
}
