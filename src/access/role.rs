use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a person is to a base, an organisation or the installation (product: *People*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 机构: staff of an organisation; sees and touches nothing but its own.
    Organisation,
    /// 运营方: the operator's team of a base.
    Manager,
    /// 民政局: reads every record of the base, alters no organisation's filing.
    Bureau,
    /// 审计: reads every record of the base and its audit log, changes nothing.
    Auditor,
    /// 系统管理员: runs the installation, scores nothing.
    Admin,
    /// The program itself: a job or a command with a name.
    System,
}

impl Role {
    /// The roles that a membership of a base can carry.
    pub const OF_BASE: [Self; 3] = [Self::Manager, Self::Bureau, Self::Auditor];

    /// As it is stored and named in links.
    pub fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Manager => "manager",
            Self::Bureau => "bureau",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
            Self::System => "system",
        }
    }
}

/// A text that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no role")]
pub struct NoSuchRole(pub String);

impl FromStr for Role {
    type Err = NoSuchRole;
    fn from_str(code: &str) -> Result<Self, NoSuchRole> {
        [Self::Organisation, Self::Manager, Self::Bureau, Self::Auditor, Self::Admin, Self::System]
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or_else(|| NoSuchRole(code.to_owned()))
    }
}
