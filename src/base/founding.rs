//! What a new base is founded with, as typed.

use serde::{Deserialize, Serialize};

use crate::organisation::text::{half_width, normalise};

/// A base as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FoundingText {
    /// 1 to 30 lower-case letters, digits and hyphens, beginning with a letter: its name in links.
    pub slug: String,
    pub name: String,
    /// 2 to 6 capital letters: what its receipt numbers begin with.
    pub short_code: String,
    pub operator_name: String,
    pub bureau_name: String,
}

impl FoundingText {
    /// The text in its one form.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    pub fn judge(&self) -> Result<Self, Vec<FoundingProblem>> {
        let judged = Self {
            slug: half_width(self.slug.trim()),
            name: normalise(&self.name),
            short_code: half_width(self.short_code.trim()).to_ascii_uppercase(),
            operator_name: normalise(&self.operator_name),
            bureau_name: normalise(&self.bureau_name),
        };
        let of_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let slug_fits = (1..=30).contains(&judged.slug.len())
            && judged.slug.starts_with(|c: char| c.is_ascii_lowercase())
            && judged.slug.chars().all(of_slug);
        let short_code_fits =
            (2..=6).contains(&judged.short_code.len()) && judged.short_code.bytes().all(|b| b.is_ascii_uppercase());
        let named = |text: &str| (1..=100).contains(&text.chars().count());
        let problems: Vec<FoundingProblem> = [
            (FoundingField::Slug, slug_fits, FoundingFault::Slug),
            (FoundingField::Name, named(&judged.name), FoundingFault::Name),
            (FoundingField::ShortCode, short_code_fits, FoundingFault::ShortCode),
            (FoundingField::OperatorName, named(&judged.operator_name), FoundingFault::Name),
            (FoundingField::BureauName, named(&judged.bureau_name), FoundingFault::Name),
        ]
        .into_iter()
        .filter(|(_, fits, _)| !fits)
        .map(|(field, _, fault)| FoundingProblem { field, fault })
        .collect();
        if problems.is_empty() { Ok(judged) } else { Err(problems) }
    }
}

/// A field of a founding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoundingField {
    Slug,
    Name,
    ShortCode,
    OperatorName,
    BureauName,
}

impl FoundingField {
    /// As forms name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Slug => "slug",
            Self::Name => "name",
            Self::ShortCode => "short_code",
            Self::OperatorName => "operator_name",
            Self::BureauName => "bureau_name",
        }
    }
}

/// What is wrong with a field of a founding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FoundingFault {
    #[error("is not 1 to 30 lower-case letters, digits and hyphens that begin with a letter")]
    Slug,
    #[error("is not 2 to 6 letters")]
    ShortCode,
    #[error("is not 1 to 100 characters")]
    Name,
    /// Another base has it.
    #[error("is taken")]
    Taken,
}

/// One fault of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} {fault}", field.code())]
pub struct FoundingProblem {
    pub field: FoundingField,
    pub fault: FoundingFault,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_needs_a_name_for_links_and_one_for_receipts() {
        let right = FoundingText {
            slug: "zhuzhou".into(),
            name: "株洲市社会组织孵化基地".into(),
            short_code: "zz".into(),
            operator_name: "运营中心".into(),
            bureau_name: "株洲市民政局".into(),
        };
        assert_eq!(right.judge().unwrap().short_code, "ZZ");
        let wrong = FoundingText { slug: "株洲".into(), short_code: "Z1".into(), ..right };
        let fields: Vec<FoundingField> = wrong.judge().unwrap_err().iter().map(|problem| problem.field).collect();
        assert_eq!(fields, [FoundingField::Slug, FoundingField::ShortCode]);
    }
}
