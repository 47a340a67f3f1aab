use super::text::key;
use crate::code::coded;

coded! {
    /// The assessed grade (评估等级) of the Measures for the Assessment of Social Organisations
    /// (社会组织评估管理办法): 1A, the lowest, to 5A.
    pub enum Grade {
        /// 1A
        A1 = "1a",
        /// 2A
        A2 = "2a",
        /// 3A
        A3 = "3a",
        /// 4A
        A4 = "4a",
        /// 5A
        A5 = "5a",
    }
}

impl Grade {
    /// The number of As, 1 to 5.
    pub const fn number(self) -> u8 {
        match self {
            Self::A1 => 1,
            Self::A2 => 2,
            Self::A3 => 3,
            Self::A4 => 4,
            Self::A5 => 5,
        }
    }

    /// The grade that a form or a workbook names: `4A`, `4a级`, `AAAA`, `四A级`.
    pub fn from_words(words: &str) -> Option<Self> {
        let words = key(words);
        let words = words.strip_suffix("等级").or_else(|| words.strip_suffix('级')).unwrap_or(&words);
        Some(match words {
            "1a" | "a" | "一a" => Self::A1,
            "2a" | "aa" | "二a" => Self::A2,
            "3a" | "aaa" | "三a" => Self::A3,
            "4a" | "aaaa" | "四a" => Self::A4,
            "5a" | "aaaaa" | "五a" => Self::A5,
            _ => return None,
        })
    }
}
