use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ActivityField, Field, FieldPath};

/// A report as it was typed: text in every field, kept before anything is judged.
///
/// A checkbox holds any text but the empty one when it is ticked. `help_kind` holds a
/// [`HelpKind`](super::HelpKind)'s code, `none` for "no help needed", or nothing while nobody has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub done: String,
    pub activities_count: String,
    pub attendances: String,
    pub help_kind: String,
    pub help: String,
    pub nothing_to_report: String,
    pub nothing_confirmed: String,
    pub activities: Vec<DraftActivity>,
    pub staff: String,
    pub volunteers: String,
    /// 元.
    pub funds_linked: String,
    /// 元.
    pub income: String,
    /// 元.
    pub spending: String,
    pub problems: String,
    pub next_week: String,
    /// What was done of each item of the month's plan, by the item's id; blank ones are left out.
    pub progress: BTreeMap<Uuid, String>,
}

/// One row of the list of activities, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftActivity {
    pub what: String,
    /// An [`ActivityKind`](super::ActivityKind)'s code, or nothing.
    pub kind: String,
    pub on: String,
    pub place: String,
    pub attendances: String,
    pub beneficiaries: String,
}

/// A row beyond [`Draft::ROWS_KEPT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a draft keeps {} rows of activities, not row {row}", Draft::ROWS_KEPT)]
pub struct NoSuchRow {
    /// Counts from 0.
    pub row: usize,
}

impl Draft {
    /// Rows that a draft keeps; a report may have fewer ([`Report::MOST_ACTIVITIES`](super::Report::MOST_ACTIVITIES)). What
    /// lies between is kept and shown as a fault.
    pub const ROWS_KEPT: usize = 200;

    /// Puts what was typed where it belongs, and makes the rows up to it. Text for the list as a whole has
    /// no place and is dropped.
    ///
    /// # Errors
    /// [`NoSuchRow`].
    pub fn set(&mut self, path: FieldPath, typed: String) -> Result<(), NoSuchRow> {
        match path {
            FieldPath::Of(field) => {
                if let Some(text) = self.text_mut(field) {
                    *text = typed;
                }
            }
            FieldPath::Activity(row, _) if row >= Self::ROWS_KEPT => return Err(NoSuchRow { row }),
            FieldPath::Activity(row, field) => {
                if self.activities.len() <= row {
                    self.activities.resize_with(row + 1, DraftActivity::default);
                }
                *self.activities[row].text_mut(field) = typed;
            }
            FieldPath::Progress(item) if typed.trim().is_empty() => {
                self.progress.remove(&item);
            }
            FieldPath::Progress(item) => {
                self.progress.insert(item, typed);
            }
        }
        Ok(())
    }

    /// What stands at `path`; empty for a row that is not there and for the list as a whole.
    pub fn get(&self, path: FieldPath) -> &str {
        match path {
            FieldPath::Of(field) => self.text(field).unwrap_or_default(),
            FieldPath::Activity(row, field) => self.activities.get(row).map_or("", |activity| activity.text(field)),
            FieldPath::Progress(item) => self.progress.get(&item).map_or("", String::as_str),
        }
    }

    /// Whether nothing has been typed anywhere.
    pub fn is_blank(&self) -> bool {
        let texts = Field::ALL.iter().filter_map(|field| self.text(*field));
        texts.into_iter().all(|text| text.trim().is_empty())
            && self.activities.iter().all(DraftActivity::is_blank)
            && self.progress.is_empty()
    }

    /// A field's text; `None` for the lists.
    pub(super) fn text(&self, field: Field) -> Option<&str> {
        Some(match field {
            Field::Done => &self.done,
            Field::ActivitiesCount => &self.activities_count,
            Field::Attendances => &self.attendances,
            Field::HelpKind => &self.help_kind,
            Field::Help => &self.help,
            Field::NothingToReport => &self.nothing_to_report,
            Field::NothingConfirmed => &self.nothing_confirmed,
            Field::Staff => &self.staff,
            Field::Volunteers => &self.volunteers,
            Field::FundsLinked => &self.funds_linked,
            Field::Income => &self.income,
            Field::Spending => &self.spending,
            Field::Problems => &self.problems,
            Field::NextWeek => &self.next_week,
            Field::Activities | Field::Progress => return None,
        })
    }

    pub(super) fn text_mut(&mut self, field: Field) -> Option<&mut String> {
        Some(match field {
            Field::Done => &mut self.done,
            Field::ActivitiesCount => &mut self.activities_count,
            Field::Attendances => &mut self.attendances,
            Field::HelpKind => &mut self.help_kind,
            Field::Help => &mut self.help,
            Field::NothingToReport => &mut self.nothing_to_report,
            Field::NothingConfirmed => &mut self.nothing_confirmed,
            Field::Staff => &mut self.staff,
            Field::Volunteers => &mut self.volunteers,
            Field::FundsLinked => &mut self.funds_linked,
            Field::Income => &mut self.income,
            Field::Spending => &mut self.spending,
            Field::Problems => &mut self.problems,
            Field::NextWeek => &mut self.next_week,
            Field::Activities | Field::Progress => return None,
        })
    }
}

impl DraftActivity {
    /// Whether nothing has been typed in the row; such a row is no activity.
    pub fn is_blank(&self) -> bool {
        ActivityField::ALL.iter().all(|field| self.text(*field).trim().is_empty())
    }

    /// What stands in one field of the row.
    pub fn text(&self, field: ActivityField) -> &str {
        match field {
            ActivityField::What => &self.what,
            ActivityField::Kind => &self.kind,
            ActivityField::On => &self.on,
            ActivityField::Place => &self.place,
            ActivityField::Attendances => &self.attendances,
            ActivityField::Beneficiaries => &self.beneficiaries,
        }
    }

    pub(super) fn text_mut(&mut self, field: ActivityField) -> &mut String {
        match field {
            ActivityField::What => &mut self.what,
            ActivityField::Kind => &mut self.kind,
            ActivityField::On => &mut self.on,
            ActivityField::Place => &mut self.place,
            ActivityField::Attendances => &mut self.attendances,
            ActivityField::Beneficiaries => &mut self.beneficiaries,
        }
    }
}
