use serde::{Deserialize, Serialize};

use super::Field;

/// Every field of an organisation as typed, from a form or from a row of a workbook. An empty text is an empty field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileText {
    /// 名称
    pub name: String,
    /// 统一社会信用代码
    pub code: String,
    /// A code of [`Kind`](super::Kind) or one of its usual words.
    pub kind: String,
    /// A code of [`Standing`](super::Standing) or one of its usual words.
    pub standing: String,
    /// 区县
    pub district: String,
    /// 登记管理机关
    pub registrar: String,
    /// 业务主管单位
    pub sponsor: String,
    /// 法定代表人
    pub legal_person: String,
    /// 联系人
    pub contact_name: String,
    /// 联系电话
    pub contact_phone: String,
    /// 住所
    pub address: String,
    /// A date in any form that [`date_text::read`](super::date_text::read) knows.
    pub founded_on: String,
    /// 业务范围
    pub scope: String,
    /// A code of [`Grade`](super::Grade) or one of its usual words.
    pub grade: String,
    /// 专长, separated by `、`, commas, semicolons or line breaks.
    pub strengths: String,
}

impl ProfileText {
    /// The text of one field.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Name => &self.name,
            Field::Code => &self.code,
            Field::Kind => &self.kind,
            Field::Standing => &self.standing,
            Field::District => &self.district,
            Field::Registrar => &self.registrar,
            Field::Sponsor => &self.sponsor,
            Field::LegalPerson => &self.legal_person,
            Field::ContactName => &self.contact_name,
            Field::ContactPhone => &self.contact_phone,
            Field::Address => &self.address,
            Field::FoundedOn => &self.founded_on,
            Field::Scope => &self.scope,
            Field::Grade => &self.grade,
            Field::Strengths => &self.strengths,
        }
    }

    /// The place of one field's text.
    pub fn get_mut(&mut self, field: Field) -> &mut String {
        match field {
            Field::Name => &mut self.name,
            Field::Code => &mut self.code,
            Field::Kind => &mut self.kind,
            Field::Standing => &mut self.standing,
            Field::District => &mut self.district,
            Field::Registrar => &mut self.registrar,
            Field::Sponsor => &mut self.sponsor,
            Field::LegalPerson => &mut self.legal_person,
            Field::ContactName => &mut self.contact_name,
            Field::ContactPhone => &mut self.contact_phone,
            Field::Address => &mut self.address,
            Field::FoundedOn => &mut self.founded_on,
            Field::Scope => &mut self.scope,
            Field::Grade => &mut self.grade,
            Field::Strengths => &mut self.strengths,
        }
    }
}
