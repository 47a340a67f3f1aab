use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use crate::code::coded;

coded! {
    /// A field of the report's form, by its name there.
    pub enum Field {
        Done = "done",
        ActivitiesCount = "activities_count",
        Attendances = "attendances",
        HelpKind = "help_kind",
        Help = "help",
        NothingToReport = "nothing_to_report",
        NothingConfirmed = "nothing_confirmed",
        Staff = "staff",
        Volunteers = "volunteers",
        FundsLinked = "funds_linked",
        Income = "income",
        Spending = "spending",
        Problems = "problems",
        NextWeek = "next_week",
        /// The list of single activities.
        Activities = "activities",
        /// 月计划进度: what was done of each item of the month's plan.
        Progress = "progress",
    }
}

coded! {
    /// A field of one activity in the list.
    pub enum ActivityField {
        What = "what",
        Kind = "kind",
        On = "on",
        Place = "place",
        Attendances = "attendances",
        Beneficiaries = "beneficiaries",
    }
}

/// Where in the form something stands: `done`, `activities.2.on` for the third row's date, or `progress.` and the id
/// of an item of the month's plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldPath {
    Of(Field),
    /// Rows count from 0.
    Activity(usize, ActivityField),
    Progress(Uuid),
}

/// A text that names no field of the form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no field of a weekly report")]
pub struct NoSuchField(pub String);

impl FieldPath {
    /// The field itself, or the list for what stands in one.
    pub const fn field(self) -> Field {
        match self {
            Self::Of(field) => field,
            Self::Activity(..) => Field::Activities,
            Self::Progress(_) => Field::Progress,
        }
    }
}

impl From<Field> for FieldPath {
    fn from(field: Field) -> Self {
        Self::Of(field)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Of(field) => field.fmt(f),
            Self::Activity(row, field) => write!(f, "{}.{row}.{field}", Field::Activities),
            Self::Progress(item) => write!(f, "{}.{item}", Field::Progress),
        }
    }
}

impl FromStr for FieldPath {
    type Err = NoSuchField;
    fn from_str(text: &str) -> Result<Self, NoSuchField> {
        let of_activity = || {
            let (row, field) = text.strip_prefix(Field::Activities.code())?.strip_prefix('.')?.split_once('.')?;
            let row = row.bytes().all(|byte| byte.is_ascii_digit()).then(|| row.parse().ok())??;
            Some(Self::Activity(row, ActivityField::from_code(field)?))
        };
        let of_progress = || {
            let item = text.strip_prefix(Field::Progress.code())?.strip_prefix('.')?;
            item.parse().ok().map(Self::Progress)
        };
        let found = Field::from_code(text).map(Self::Of).or_else(of_activity).or_else(of_progress);
        found.ok_or_else(|| NoSuchField(text.to_owned()))
    }
}

impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FieldPath {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
