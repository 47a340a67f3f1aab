use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Field, Visit};

/// What was typed of a visit, kept before anything is judged: text by field, blanks left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Draft(BTreeMap<Field, String>);

impl Draft {
    /// Characters that a draft keeps of a field; a visit takes fewer. What lies between is kept and shown as a fault.
    pub const KEPT: usize = 5_000;

    /// Of a form that names its fields; what no visit has is left out.
    pub fn of(typed: impl IntoIterator<Item = (String, String)>) -> Self {
        let known = typed.into_iter().filter_map(|(name, text)| {
            let field = Field::from_code(&name).filter(|field| field.is_of_visit())?;
            let text: String = text.chars().take(Self::KEPT).collect();
            (!text.trim().is_empty()).then_some((field, text))
        });
        Self(known.collect())
    }

    /// What stands in a field; empty where nothing does.
    pub fn text(&self, field: Field) -> &str {
        self.0.get(&field).map_or("", String::as_str)
    }

    /// What stands in some fields alone.
    #[must_use]
    pub fn only(&self, of: impl Fn(Field) -> bool) -> Self {
        Self(self.0.iter().filter(|(field, _)| of(**field)).map(|(field, text)| (*field, text.clone())).collect())
    }

    /// What stands here, and what stands in another one where this one is blank.
    #[must_use]
    pub(super) fn over(&self, other: &Self) -> Self {
        let mut both = other.0.clone();
        both.extend(self.0.clone());
        Self(both)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A visit as it would be typed, to be corrected; judged again it is the same visit.
impl From<&Visit> for Draft {
    fn from(visit: &Visit) -> Self {
        let mut visitors = visit.visitors.iter().cloned();
        let head = [
            (Field::On, visit.on.to_string()),
            (Field::Method, visit.method.code().to_owned()),
            (Field::Visitor, visitors.next().unwrap_or_default()),
            (Field::SecondVisitor, visitors.next().unwrap_or_default()),
            (Field::Outcome, visit.outcome.code().to_owned()),
            (Field::Summary, visit.summary.clone()),
        ];
        let answers = visit.answers.iter().map(|(field, answer)| (*field, answer.typed()));
        Self(head.into_iter().chain(answers).filter(|(_, text)| !text.is_empty()).collect())
    }
}

impl Answer {
    /// As it would be typed.
    fn typed(&self) -> String {
        match self {
            Self::Words(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Money(cents) => format!("{}.{:02}", cents / 100, cents % 100),
            Self::Day(day) => day.to_string(),
            Self::Grade(grade) => grade.code().to_owned(),
        }
    }
}
