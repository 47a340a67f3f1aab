use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Field, Outcome};
use crate::{code::coded, organisation::Grade};

coded! {
    /// How an organisation was visited.
    pub enum Method {
        /// 实地走访: by two.
        OnSite = "on_site",
        /// 电话.
        Phone = "phone",
        /// 问卷.
        Questionnaire = "questionnaire",
    }
}

/// What stands in a field of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Words(String),
    Count(u32),
    /// Cents.
    Money(i64),
    Day(NaiveDate),
    Grade(Grade),
}

/// A visit that has been filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub on: NaiveDate,
    pub method: Method,
    /// One or two, two on site.
    pub visitors: Vec<String>,
    pub outcome: Outcome,
    /// What was found, in a few sentences.
    pub summary: String,
    /// What is known; the rest of the checklist was left blank.
    pub answers: BTreeMap<Field, Answer>,
}
