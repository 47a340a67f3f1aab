//! Two versions of a report beside each other, and two people's changes to one draft brought together.
//!
//! Rows of activities have no name of their own. They are merged row by row only where both sides left the
//! rows of the base in their places; once a row was removed or moved, the list is one field, so that no row
//! is ever mixed with another or lost unseen.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ActivityField, Draft, DraftActivity, Field, FieldPath};

/// One field that differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub path: FieldPath,
    pub old: String,
    pub new: String,
}

/// What one version holds: a field's text, or the list of activities as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Text(String),
    Rows(Vec<DraftActivity>),
}

/// A field that both sides changed, each in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldConflict {
    pub path: FieldPath,
    pub base: Value,
    pub mine: Value,
    pub theirs: Value,
}

/// Two people's changes brought together. Where they conflict, `draft` holds mine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    pub draft: Draft,
    pub conflicts: Vec<FieldConflict>,
}

/// The fields that differ, in the order of the form. A row that one version lacks is blank there; rows are
/// compared by their place. Of filed versions the drafts are compared: `Draft::from(&report)`.
pub fn differences(old: &Draft, new: &Draft) -> Vec<Change> {
    let rows = old.activities.len().max(new.activities.len());
    let of_row = |row| ActivityField::ALL.iter().map(move |field| FieldPath::Activity(row, *field));
    let fields = Field::ALL.iter().map(|field| FieldPath::Of(*field));
    fields
        .chain((0..rows).flat_map(of_row))
        .chain(items([old, new]))
        .filter(|path| old.get(*path) != new.get(*path))
        .map(|path| Change { path, old: old.get(path).to_owned(), new: new.get(path).to_owned() })
        .collect()
}

/// The fields that both sides changed, each in another way: [`merge`].
pub fn conflicts(base: &Draft, mine: &Draft, theirs: &Draft) -> Vec<FieldConflict> {
    merge(base, mine, theirs).conflicts
}

/// Brings together what two sides made of the same base. What only one side changed is taken; what both
/// changed alike is taken once; rows that both appended are all kept.
pub fn merge(base: &Draft, mine: &Draft, theirs: &Draft) -> Merged {
    let [base, mine, theirs] = [base, mine, theirs].map(without_trailing_blanks);
    let mut merged = Merged { draft: mine.clone(), conflicts: Vec::new() };
    let in_place = [&mine, &theirs].iter().all(|side| rows_in_place(&base.activities, &side.activities));
    let rows = if in_place { base.activities.len() } else { 0 };
    let of_row = |row| ActivityField::ALL.iter().map(move |field| FieldPath::Activity(row, *field));
    let fields = Field::ALL.iter().map(|field| FieldPath::Of(*field));
    for path in fields.chain((0..rows).flat_map(of_row)).chain(items([&base, &mine, &theirs])) {
        merged.field(path, &base, &mine, &theirs);
    }
    if in_place {
        let appended = theirs.activities[rows..].iter().filter(|row| !mine.activities[rows..].contains(row));
        merged.draft.activities.extend(appended.cloned());
    } else {
        merged.list(&base, &mine, &theirs);
    }
    merged
}

/// The items of the plan that any of these drafts tells of, each once.
fn items<const N: usize>(drafts: [&Draft; N]) -> impl Iterator<Item = FieldPath> + use<N> {
    let items: BTreeSet<Uuid> = drafts.iter().flat_map(|draft| draft.progress.keys().copied()).collect();
    items.into_iter().map(FieldPath::Progress)
}

impl Merged {
    fn field(&mut self, path: FieldPath, base: &Draft, mine: &Draft, theirs: &Draft) {
        let [base, mine, theirs] = [base, mine, theirs].map(|draft| draft.get(path));
        if theirs == base || theirs == mine {
            return;
        }
        if mine == base {
            // Every path here is a field or a row of `mine`, which `set` always takes.
            let taken = self.draft.set(path, theirs.to_owned());
            debug_assert!(taken.is_ok());
        } else {
            let [base, mine, theirs] = [base, mine, theirs].map(|text| Value::Text(text.to_owned()));
            self.conflicts.push(FieldConflict { path, base, mine, theirs });
        }
    }

    fn list(&mut self, base: &Draft, mine: &Draft, theirs: &Draft) {
        let [base, mine, theirs] = [base, mine, theirs].map(|draft| &draft.activities);
        if theirs == base || theirs == mine {
            return;
        }
        if mine == base {
            self.draft.activities.clone_from(theirs);
        } else {
            let [base, mine, theirs] = [base, mine, theirs].map(|rows| Value::Rows(rows.clone()));
            self.conflicts.push(FieldConflict { path: Field::Activities.into(), base, mine, theirs });
        }
    }
}

/// Whether no row of the base is gone, blanked, or stands at another place than it did.
fn rows_in_place(base: &[DraftActivity], side: &[DraftActivity]) -> bool {
    let known: BTreeSet<_> = base.iter().map(texts).collect();
    let moved = |(at, row)| base.get(at) != Some(row) && known.contains(&texts(row));
    side.len() >= base.len()
        && !side.iter().enumerate().any(moved)
        && base.iter().zip(side).all(|(before, row)| !before.is_blank() && !row.is_blank())
}

/// Forms end in blank rows; what two people type there are two activities, not one.
fn without_trailing_blanks(draft: &Draft) -> Draft {
    let filled = draft.activities.iter().rposition(|row| !row.is_blank()).map_or(0, |last| last + 1);
    Draft { activities: draft.activities[..filled].to_vec(), ..draft.clone() }
}

fn texts(row: &DraftActivity) -> [&str; 6] {
    [&row.what, &row.kind, &row.on, &row.place, &row.attendances, &row.beneficiaries].map(String::as_str)
}
