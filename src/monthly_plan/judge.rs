//! The rule of the plan's form: a draft is a plan, or these are its problems, all of them at once.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Draft, DraftItem, Item, ItemField};
use crate::{period::Month, typed, typed::read_count, typed::read_day};

/// Where in the form something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// The list as a whole.
    Items,
    /// A field of a row, counted from 0.
    Item(usize, ItemField),
}

/// What is wrong there; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// As for any field of text, number or day.
    Typed(typed::Fault),
    /// A plan needs at least one item.
    NoItem,
    /// A quantity of 0 plans nothing.
    Zero,
    /// A day of another month.
    NotInMonth { first: NaiveDate, last: NaiveDate },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub place: Place,
    pub fault: Fault,
}

/// Makes the items of a month's plan of a draft whose rows have ids ([`Draft::with_ids`]). Everything of an item
/// is required but that it recurs.
///
/// # Errors
/// Every [`Problem`], in the order of the form.
pub fn judge(draft: &Draft, month: Month) -> Result<Vec<Item>, Vec<Problem>> {
    let mut problems = Vec::new();
    let found = draft.items.len();
    if found == 0 {
        problems.push(Problem { place: Place::Items, fault: Fault::NoItem });
    }
    if found > Item::MOST {
        let fault = Fault::Typed(typed::Fault::TooMany { limit: Item::MOST, found });
        problems.push(Problem { place: Place::Items, fault });
    }
    let rows = draft.items.iter().enumerate();
    let items: Vec<Item> = rows.filter_map(|(row, typed)| Judged { row, typed, month }.judge(&mut problems)).collect();
    if problems.is_empty() { Ok(items) } else { Err(problems) }
}

struct Judged<'d> {
    row: usize,
    typed: &'d DraftItem,
    month: Month,
}

impl Judged<'_> {
    fn judge(&self, problems: &mut Vec<Problem>) -> Option<Item> {
        let what = self.text(ItemField::What, Item::LONGEST_WHAT, problems);
        let quantity = self.read(ItemField::Quantity, problems, quantity);
        let unit = self.text(ItemField::Unit, Item::LONGEST_UNIT, problems);
        let responsible = self.text(ItemField::Responsible, Item::LONGEST_NAME, problems);
        let due_on = self.read(ItemField::DueOn, problems, |text| self.due_on(text));
        Some(Item {
            id: id(&self.typed.id)?,
            what: what?,
            quantity: quantity?,
            unit: unit?,
            responsible: responsible?,
            due_on: due_on?,
            recurring: !self.typed.recurring.is_empty(),
            carried_from: id(&self.typed.carried_from),
            serves: Some(self.typed.serves.trim()).filter(|code| is_code(code)).map(str::to_owned),
        })
    }

    fn read<T>(
        &self,
        field: ItemField,
        problems: &mut Vec<Problem>,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let place = Place::Item(self.row, field);
        read(self.typed.text(field)).map_err(|fault| problems.push(Problem { place, fault })).ok()
    }

    fn text(&self, field: ItemField, limit: usize, problems: &mut Vec<Problem>) -> Option<String> {
        self.read(field, problems, |text| {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            typed::bounded(text, limit, true).map_err(Fault::Typed)
        })
    }

    fn due_on(&self, text: &str) -> Result<NaiveDate, Fault> {
        let (first, last) = (self.month.first_day(), self.month.last_day());
        // A day without a year is the month's own.
        let day = read_day(text, last + Days::new(1)).map_err(Fault::Typed)?;
        if (first..=last).contains(&day) { Ok(day) } else { Err(Fault::NotInMonth { first, last }) }
    }
}

fn quantity(text: &str) -> Result<u32, Fault> {
    match read_count(text, Item::MAX_QUANTITY).map_err(Fault::Typed)? {
        0 => Err(Fault::Zero),
        quantity => Ok(quantity),
    }
}

/// Whether a text can be the code of a target; what is none serves none.
fn is_code(text: &str) -> bool {
    (1..=Item::LONGEST_CODE).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b))
}

fn id(text: &str) -> Option<Uuid> {
    text.parse().ok()
}
