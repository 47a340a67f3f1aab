//! What the operator links to a request: a policy that answers it, a resource or a project that helps.

use serde::{Deserialize, Serialize};

use super::{Fault, Field, LONGEST_WORDS, Problem, judge::text};
use crate::{code::coded, typed};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 100;

coded! {
    /// What is linked to a request.
    pub enum LinkKind {
        /// 政策.
        Policy = "policy",
        /// 资源.
        Resource = "resource",
        /// 项目.
        Project = "project",
    }
}

/// A link as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LinkText {
    pub kind: String,
    pub title: String,
    pub detail: String,
}

/// A link that can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    pub kind: LinkKind,
    pub title: String,
    /// Where to find it, or what it is about; may be empty.
    pub detail: String,
}

impl Linked {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &LinkText) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let kind = LinkKind::from_code(&typed.kind);
        if kind.is_none() {
            problems.push(Problem { field: Field::Kind, fault: Fault::Typed(typed::Fault::UnknownChoice) });
        }
        let title = text(Field::Title, &typed.title, LONGEST_TITLE, true, &mut problems);
        let detail = text(Field::Detail, &typed.detail, LONGEST_WORDS, false, &mut problems);
        match (kind, title, detail) {
            (Some(kind), Some(title), Some(detail)) => Ok(Self { kind, title, detail }),
            _ => Err(problems),
        }
    }
}
