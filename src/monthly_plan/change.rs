use uuid::Uuid;

use super::{DraftItem, Item, ItemField};

/// What one version of a plan says otherwise than the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemChange {
    Added(Item),
    Removed(Item),
    Changed { item: Uuid, what: String, fields: Vec<FieldChange> },
}

/// One field of an item, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    pub field: ItemField,
    pub old: String,
    pub new: String,
}

/// What changed between two versions: items in the order of the new one, then those that it lacks.
pub fn differences(old: &[Item], new: &[Item]) -> Vec<ItemChange> {
    let before = |item: &Item| old.iter().find(|one| one.id == item.id);
    let of_new = new.iter().filter_map(|item| match before(item) {
        None => Some(ItemChange::Added(item.clone())),
        Some(before) => changed(before, item),
    });
    let gone = old.iter().filter(|item| !new.iter().any(|one| one.id == item.id));
    of_new.chain(gone.cloned().map(ItemChange::Removed)).collect()
}

fn changed(old: &Item, new: &Item) -> Option<ItemChange> {
    let (before, after) = (DraftItem::from(old), DraftItem::from(new));
    let differ = |field: &&ItemField| before.text(**field) != after.text(**field);
    let fields: Vec<_> = ItemField::ALL
        .iter()
        .filter(differ)
        .map(|field| FieldChange {
            field: *field,
            old: before.text(*field).to_owned(),
            new: after.text(*field).to_owned(),
        })
        .collect();
    (!fields.is_empty()).then(|| ItemChange::Changed { item: new.id, what: new.what.clone(), fields })
}
