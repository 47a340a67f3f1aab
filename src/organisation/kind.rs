use super::text::key;
use crate::code::coded;

coded! {
    /// What an organisation is (domain: *Terms*).
    pub enum Kind {
        /// 社会团体
        Association = "association",
        /// 社会服务机构, in older papers 民办非企业单位 or 民非.
        SocialService = "social_service",
        /// 基金会
        Foundation = "foundation",
        /// 社区社会组织
        Community = "community",
    }
}

impl Kind {
    /// The kind that a form or a workbook names: its code, or one of the usual Chinese words.
    pub fn from_words(words: &str) -> Option<Self> {
        Some(match key(words).as_str() {
            "association" | "社会团体" | "社团" | "社会团体法人" | "社团法人" => Self::Association,
            "social_service"
            | "社会服务机构"
            | "民办非企业单位"
            | "民办非企业"
            | "民非"
            | "民非企业"
            | "民非单位"
            | "社服机构"
            | "民办非企业单位(社会服务机构)"
            | "社会服务机构(民办非企业单位)" => Self::SocialService,
            "foundation" | "基金会" | "基金会法人" => Self::Foundation,
            "community" | "社区社会组织" | "社区组织" | "社区类社会组织" => Self::Community,
            _ => return None,
        })
    }
}
