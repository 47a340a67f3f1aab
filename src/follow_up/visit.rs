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

/// Help that a visit found to be needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpNeeded {
    pub what: String,
    /// Who answers for it, by name.
    pub owner: String,
    pub due: NaiveDate,
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

impl Visit {
    /// The help that is needed; it has an owner and a day.
    pub fn help_needed(&self) -> Option<HelpNeeded> {
        let answer = |field: Field| self.answers.get(&field);
        match (answer(Field::Help), answer(Field::HelpOwner), answer(Field::HelpDue)) {
            (Some(Answer::Words(what)), Some(Answer::Words(owner)), Some(Answer::Day(due))) => {
                Some(HelpNeeded { what: what.clone(), owner: owner.clone(), due: *due })
            }
            _ => None,
        }
    }
}
