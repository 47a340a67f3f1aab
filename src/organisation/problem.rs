//! What can be wrong with an organisation's text, field by field. Words for pages are made from these elsewhere.

use serde::{Deserialize, Serialize};

use super::{CodeFault, DateFault, Kind};
use crate::code::coded;

coded! {
    /// A field of an organisation's profile.
    pub enum Field {
        /// 名称
        Name = "name",
        /// 统一社会信用代码
        Code = "code",
        /// 组织类型
        Kind = "kind",
        /// 登记/备案
        Standing = "standing",
        /// 区县
        District = "district",
        /// 登记管理机关
        Registrar = "registrar",
        /// 业务主管单位
        Sponsor = "sponsor",
        /// 法定代表人, or the person in charge of one that is not a legal person.
        LegalPerson = "legal_person",
        /// 联系人
        ContactName = "contact_name",
        /// 联系电话
        ContactPhone = "contact_phone",
        /// 住所
        Address = "address",
        /// 成立登记日期
        FoundedOn = "founded_on",
        /// 业务范围
        Scope = "scope",
        /// 评估等级
        Grade = "grade",
        /// 专长
        Strengths = "strengths",
    }
}

/// What is wrong with one text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The field must be filled.
    #[error("is required")]
    Required,
    /// The text has more characters than the field holds.
    #[error("has more than {most} characters")]
    TooLong {
        /// In characters.
        most: usize,
    },
    /// A list has more entries than the field holds.
    #[error("has more than {most} entries")]
    TooMany {
        /// In entries.
        most: usize,
    },
    /// The text is none of the words that the field knows.
    #[error("is not a word that the field knows")]
    UnknownWord,
    /// The text is no unified social credit code.
    #[error(transparent)]
    Code(CodeFault),
    /// 登记 gives a code; only filed and unregistered organisations may have none.
    #[error("a registered organisation needs a code")]
    CodeNeeded,
    /// A foundation is registered as one and cannot be a 社区社会组织.
    #[error("a foundation is never a community organisation")]
    FoundationIsNeverCommunity,
    /// The text is no date.
    #[error(transparent)]
    Date(DateFault),
    /// The day lies ahead.
    #[error("the date lies in the future")]
    InFuture,
    /// The text has no telephone number's shape.
    #[error("is not a telephone number")]
    NotAPhone,
}

/// One fault of one field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("{}", told(*field, fault))]
pub struct Problem {
    /// Where.
    pub field: Field,
    /// What.
    pub fault: Fault,
}

/// Faults that name their field themselves stand alone; the others follow the field's code.
fn told(field: Field, fault: &Fault) -> String {
    match fault {
        Fault::Code(_) | Fault::CodeNeeded | Fault::FoundationIsNeverCommunity | Fault::Date(_) | Fault::InFuture => {
            fault.to_string()
        }
        _ => format!("{field} {fault}"),
    }
}

/// What deserves a second look, and does not stop a filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// The registration class in the code (51, 52, 53) names another kind than the one given.
    #[error("the code was given to a {of_code}, the kind says {given}")]
    ClassDisagrees {
        /// The kind that the code's class names.
        of_code: Kind,
        /// The kind that the profile names.
        given: Kind,
    },
}
