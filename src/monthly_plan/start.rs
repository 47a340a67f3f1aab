//! How a month's plan begins: with what recurs, and with what the month before left unfinished.

use chrono::{Datelike, NaiveDate};

use super::{Draft, DraftItem, Item, ItemResult, Outcome};
use crate::period::Month;

/// A new plan out of the month before: its recurring items, and what was carried over of the others.
pub fn start(month: Month, before: &[Item], results: &[ItemResult]) -> Draft {
    let recurring = before.iter().filter(|item| item.recurring).map(|item| DraftItem {
        id: String::new(),
        due_on: day_in(month, item.due_on.day()).to_string(),
        carried_from: String::new(),
        ..DraftItem::from(item)
    });
    Draft { items: recurring.chain(carried(month, before, results)).collect() }
}

/// The rest of what was carried over out of a month, as items of `month` that are linked to the old ones.
pub fn carried(month: Month, before: &[Item], results: &[ItemResult]) -> Vec<DraftItem> {
    let rest = |item: &Item| {
        let result = results.iter().find(|result| result.item == item.id && result.outcome == Outcome::CarriedOver)?;
        Some(DraftItem {
            id: String::new(),
            quantity: item.quantity.saturating_sub(result.done).max(1).to_string(),
            due_on: day_in(month, item.due_on.day()).to_string(),
            recurring: String::new(),
            carried_from: item.id.to_string(),
            ..DraftItem::from(item)
        })
    };
    before.iter().filter_map(rest).collect()
}

/// A day of a month by its number; the last one where the month is shorter.
pub fn day_in(month: Month, day: u32) -> NaiveDate {
    month.first_day().with_day(day).unwrap_or_else(|| month.last_day())
}
