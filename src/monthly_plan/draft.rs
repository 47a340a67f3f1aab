use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Item, ItemField};

/// A plan as it was typed, kept before anything is judged.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub items: Vec<DraftItem>,
}

/// One row, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftItem {
    /// The item's id, once it has one.
    pub id: String,
    pub what: String,
    pub quantity: String,
    pub unit: String,
    pub responsible: String,
    pub due_on: String,
    /// Any text but the empty one where it is ticked.
    pub recurring: String,
    /// The id of the item that it goes on with.
    pub carried_from: String,
    /// The code of the annual target that it serves; empty for none.
    pub serves: String,
}

impl Draft {
    /// Rows that a draft keeps; a plan may have fewer ([`Item::MOST`]). What lies between is kept and shown as a
    /// fault.
    pub const ROWS_KEPT: usize = 100;

    /// Without blank rows, and with an id for each: `mint` makes one where it is missing or taken already.
    #[must_use]
    pub fn with_ids(self, mut mint: impl FnMut() -> Uuid) -> Self {
        let mut taken = Vec::with_capacity(self.items.len());
        let items = self.items.into_iter().filter(|item| !item.is_blank()).take(Self::ROWS_KEPT);
        let items = items.map(|item| {
            let id = item.id.parse().ok().filter(|id| !taken.contains(id)).unwrap_or_else(&mut mint);
            taken.push(id);
            DraftItem { id: id.to_string(), ..item }
        });
        Self { items: items.collect() }
    }
}

impl DraftItem {
    /// Whether nothing has been typed in the row; such a row is no item.
    pub fn is_blank(&self) -> bool {
        let typed = [&self.what, &self.quantity, &self.unit, &self.responsible, &self.due_on, &self.recurring];
        typed.iter().all(|text| text.trim().is_empty()) && self.carried_from.is_empty()
    }

    /// What stands in one field of the row.
    pub fn text(&self, field: ItemField) -> &str {
        match field {
            ItemField::What => &self.what,
            ItemField::Quantity => &self.quantity,
            ItemField::Unit => &self.unit,
            ItemField::Responsible => &self.responsible,
            ItemField::DueOn => &self.due_on,
            ItemField::Recurring => &self.recurring,
            ItemField::Serves => &self.serves,
        }
    }
}

/// A plan as it would be typed, to be changed; judged again it is the same plan.
impl From<&[Item]> for Draft {
    fn from(items: &[Item]) -> Self {
        Self { items: items.iter().map(DraftItem::from).collect() }
    }
}

impl From<&Item> for DraftItem {
    fn from(item: &Item) -> Self {
        Self {
            id: item.id.to_string(),
            what: item.what.clone(),
            quantity: item.quantity.to_string(),
            unit: item.unit.clone(),
            responsible: item.responsible.clone(),
            due_on: item.due_on.to_string(),
            recurring: if item.recurring { "on".to_owned() } else { String::new() },
            carried_from: item.carried_from.map(|id| id.to_string()).unwrap_or_default(),
            serves: item.serves.clone().unwrap_or_default(),
        }
    }
}
