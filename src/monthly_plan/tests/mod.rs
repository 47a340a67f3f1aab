//! The rules of monthly plans: tables of cases, and what holds for every plan.

mod closing;
mod item_state;
mod planning;
mod standing;
mod timely;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Draft, DraftItem, Item};
use crate::period::Month;

fn april() -> Month {
    Month::new(2026, 4).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A row as somebody types it.
fn typed(what: &str, quantity: &str, due_on: &str) -> DraftItem {
    DraftItem {
        what: what.to_owned(),
        quantity: quantity.to_owned(),
        unit: "场".to_owned(),
        responsible: "周敏".to_owned(),
        due_on: due_on.to_owned(),
        ..DraftItem::default()
    }
}

/// Ids by their number.
fn counted() -> impl FnMut() -> Uuid {
    let mut next = 0;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

fn draft(items: Vec<DraftItem>) -> Draft {
    Draft { items }.with_ids(counted())
}

fn item(number: u128, quantity: u32) -> Item {
    Item {
        id: Uuid::from_u128(number),
        what: format!("事项 {number}"),
        quantity,
        unit: "场".to_owned(),
        responsible: "周敏".to_owned(),
        due_on: day("2026-04-20"),
        recurring: false,
        carried_from: None,
        serves: None,
    }
}
