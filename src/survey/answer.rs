//! Who is asked what, and what is answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Fault, Field, OtherField, Problem};
use crate::{code::coded, typed};

/// The longest words, in characters.
pub const LONGEST_WORDS: usize = 500;

coded! {
    /// Who is asked.
    pub enum Group {
        /// 社会组织
        Organisations = "organisations",
        /// 社区（村）
        Communities = "communities",
    }
}

coded! {
    /// What is asked, each to be answered by one to five.
    pub enum Question {
        /// 服务是否有用
        Useful = "useful",
        /// 求助是否及时得到回应
        Prompt = "prompt",
        /// 分配场地、资金和机会是否公平公开
        Fair = "fair",
        /// 场地和设施
        Premises = "premises",
        /// 孵化的组织在社区是否起作用
        Felt = "felt",
        /// 总体满意度
        Overall = "overall",
    }
}

impl Question {
    /// What a group is asked, in the order of the form.
    pub const fn of(group: Group) -> &'static [Self] {
        match group {
            Group::Organisations => &[Self::Useful, Self::Prompt, Self::Fair, Self::Premises, Self::Overall],
            Group::Communities => &[Self::Felt, Self::Prompt, Self::Fair, Self::Overall],
        }
    }
}

/// An answer as typed: by question, and in words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerText {
    pub points: BTreeMap<String, String>,
    pub words: String,
}

/// An answer to every question of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// One to five, in the order of [`Question::of`].
    pub points: Vec<(Question, u8)>,
    /// May be empty.
    pub words: String,
}

impl Answer {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(group: Group, typed: &AnswerText) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut points = Vec::new();
        for &question in Question::of(group) {
            let chosen = typed.points.get(question.code()).map(|text| text.trim()).unwrap_or_default();
            match chosen.parse() {
                Ok(given @ 1..=5) => points.push((question, given)),
                _ => problems.push(Problem {
                    field: Field::Question(question),
                    fault: Fault::Typed(typed::Fault::UnknownChoice),
                }),
            }
        }
        let words = typed.words.trim().to_owned();
        let found = words.chars().count();
        if found > LONGEST_WORDS {
            let fault = Fault::Typed(typed::Fault::TooLong { limit: LONGEST_WORDS, found });
            problems.push(Problem { field: Field::Other(OtherField::Words), fault });
        }
        if problems.is_empty() { Ok(Self { points, words }) } else { Err(problems) }
    }
}
