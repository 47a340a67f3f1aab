//! What the columns and rows of a workbook are called.

use crate::{
    assessment::CardField,
    incubation::Mode,
    organisation::{Standing, text::key},
};

/// In which language a workbook is written; it is read in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    Chinese,
    English,
}

/// A column of the sheet of indicators.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    Section,
    Code,
    Name,
    Max,
    Scoring,
    Evidence,
    Article,
    Standings,
    Modes,
}

/// A row of the sheet of conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Condition {
    Kind,
    Field(CardField),
    Veto,
}

impl Headings {
    pub(super) fn of(self, [chinese, english]: [&'static str; 2]) -> &'static str {
        match self {
            Self::Chinese => chinese,
            Self::English => english,
        }
    }

    pub(super) fn standing(self, standing: Standing) -> &'static str {
        let chinese = match standing {
            Standing::Registered => "登记",
            Standing::Filed => "备案",
            Standing::Unregistered => "拟登记",
        };
        self.of([chinese, standing.code()])
    }

    pub(super) fn mode(self, mode: Mode) -> &'static str {
        let chinese = match mode {
            Mode::InShell => "壳内",
            Mode::OutOfShell => "壳外",
        };
        self.of([chinese, mode.code()])
    }
}

/// The last line of the sheet of indicators.
pub(super) const TOTAL: [&str; 2] = ["合计", "Total"];

impl Heading {
    pub(super) const ALL: [Self; 9] = [
        Self::Section,
        Self::Code,
        Self::Name,
        Self::Max,
        Self::Scoring,
        Self::Evidence,
        Self::Article,
        Self::Standings,
        Self::Modes,
    ];

    pub(super) const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Section => ["部分", "Section"],
            Self::Code => ["代码", "Code"],
            Self::Name => ["指标", "Indicator"],
            Self::Max => ["满分", "Points"],
            Self::Scoring => ["规则代码", "Rule"],
            Self::Evidence => ["佐证材料", "Evidence"],
            Self::Article => ["依据条款", "Article"],
            Self::Standings => ["登记状态", "Standing"],
            Self::Modes => ["孵化方式", "Mode"],
        }
    }

    /// The column that a heading names.
    pub(super) fn named(words: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|heading| is_called(heading.names(), words))
    }
}

impl Condition {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let fields = CardField::ALL.iter().copied().map(Self::Field);
        std::iter::once(Self::Kind).chain(fields).chain([Self::Veto])
    }

    pub(super) const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Kind => ["评分表类别", "For"],
            Self::Field(CardField::Name) => ["评分表名称", "Name"],
            Self::Field(CardField::BonusCap) => ["加分上限", "Bonus at most"],
            Self::Field(CardField::DeductionCap) => ["扣分上限", "Deductions at most"],
            Self::Field(CardField::PerRectification) => ["每项逾期整改扣分", "Each late rectification"],
            Self::Field(CardField::Excellent) => ["优秀不低于", "Excellent from"],
            Self::Field(CardField::Good) => ["良好不低于", "Good from"],
            Self::Field(CardField::Pass) => ["合格不低于", "Pass from"],
            Self::Veto => ["一票否决", "Veto"],
        }
    }

    /// The condition that the first cell of a row names.
    pub(super) fn named(words: &str) -> Option<Self> {
        Self::all().find(|condition| is_called(condition.names(), words))
    }
}

pub(super) fn is_called(names: [&str; 2], words: &str) -> bool {
    names.into_iter().any(|name| key(name) == key(words))
}
