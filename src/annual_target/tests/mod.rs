//! The rules of annual targets: tables of cases, and what holds for every year.

mod entering;
mod owning;
mod planning;
mod reaching;

use uuid::Uuid;

use super::{Draft, DraftTarget};

/// Ids by their number.
fn counted() -> impl FnMut() -> Uuid {
    let mut next = 0;
    move || {
        next += 1;
        Uuid::from_u128(next)
    }
}

/// A row of the catalogue as somebody types it.
fn typed(code: &str, annual: &str, quarters: [&str; 4]) -> DraftTarget {
    let [first, second, third, fourth] = quarters.map(str::to_owned);
    DraftTarget {
        code: code.to_owned(),
        annual: annual.to_owned(),
        first,
        second,
        third,
        fourth,
        owner: "周敏".to_owned(),
        ..DraftTarget::default()
    }
}

fn draft(targets: Vec<DraftTarget>) -> Draft {
    Draft { targets }.with_codes(counted())
}
