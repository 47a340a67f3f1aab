use super::text::key;
use crate::code::coded;

coded! {
    /// How an organisation stands with the civil-affairs bureau (domain: *Terms*).
    pub enum Standing {
        /// 登记: a legal person with a unified social credit code.
        Registered = "registered",
        /// 备案: filed with the street or township; may have no code.
        Filed = "filed",
        /// 拟登记: not yet registered; may have no code.
        Unregistered = "unregistered",
    }
}

impl Standing {
    /// The standing that a form or a workbook names: its code, or one of the usual Chinese words.
    pub fn from_words(words: &str) -> Option<Self> {
        Some(match key(words).as_str() {
            "registered" | "登记" | "已登记" | "登记注册" | "注册" | "已注册" | "正式登记" | "直接登记" => {
                Self::Registered
            }
            "filed" | "备案" | "已备案" | "备案管理" | "街道备案" | "社区备案" => Self::Filed,
            "unregistered" | "拟登记" | "未登记" | "拟注册" | "未注册" | "筹备" | "筹备中" | "拟成立" => {
                Self::Unregistered
            }
            _ => return None,
        })
    }
}
