//! Which headings of a register are understood, and as what.

use std::{collections::HashMap, sync::LazyLock};

use crate::organisation::{Field, text::key};

/// What a column of a register holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// A field of the organisation's profile.
    Profile(Field),
    /// 入驻日期: the day on which it was taken into the base.
    AdmittedOn,
    /// 孵化方式: 壳内 or 壳外.
    Mode,
}

/// The published list: every column with the headings that name it, the preferred one first.
///
/// A heading is compared without white space and line breaks, in half width and lower case, without a leading `*`, and,
/// if it is not on the list as it stands, without a remark in brackets at its end. Any other heading is ignored.
pub fn accepted_names() -> &'static [(Column, &'static [&'static str])] {
    ACCEPTED
}

/// The column that a heading names, if it is on the list.
pub fn column_of(heading: &str) -> Option<Column> {
    let heading = key(heading);
    let heading = heading.trim_matches(['*', ':']);
    BY_KEY.get(heading).copied().or_else(|| {
        let (before, _) = heading.strip_suffix(')')?.split_once('(')?;
        BY_KEY.get(before).copied()
    })
}

static BY_KEY: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    ACCEPTED.iter().flat_map(|(column, names)| names.iter().map(|name| (key(name), *column))).collect()
});

const ACCEPTED: &[(Column, &[&str])] = &[
    (
        Column::Profile(Field::Name),
        &[
            "机构名称",
            "社会组织名称",
            "单位名称",
            "组织名称",
            "名称",
            "机构全称",
            "社会组织全称",
            "单位全称",
            "全称",
            "入驻机构",
            "入驻机构名称",
            "name",
        ],
    ),
    (
        Column::Profile(Field::Code),
        &["统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "统一代码", "机构信用代码", "code"],
    ),
    (
        Column::Profile(Field::Kind),
        &[
            "组织类型",
            "类型",
            "机构类型",
            "机构类别",
            "组织类别",
            "类别",
            "社会组织类型",
            "社会组织类别",
            "单位类型",
            "kind",
        ],
    ),
    (
        Column::Profile(Field::Standing),
        &[
            "登记/备案",
            "登记或备案",
            "登记备案",
            "登记、备案",
            "登记状态",
            "登记情况",
            "登记备案状态",
            "登记备案情况",
            "登记/备案状态",
            "登记/备案情况",
            "standing",
        ],
    ),
    (
        Column::Profile(Field::District),
        &[
            "区县",
            "所属区县",
            "区域",
            "所属区域",
            "县市区",
            "所属县市区",
            "县(市、区)",
            "县(市区)",
            "所在区县",
            "所在区域",
            "属地",
            "district",
        ],
    ),
    (
        Column::Profile(Field::Registrar),
        &["登记管理机关", "登记机关", "登记(备案)机关", "登记备案机关", "登记/备案机关", "发证机关", "registrar"],
    ),
    (
        Column::Profile(Field::Sponsor),
        &["业务主管单位", "主管单位", "业务主管部门", "主管部门", "业务指导单位", "sponsor"],
    ),
    (
        Column::Profile(Field::LegalPerson),
        &[
            "法定代表人",
            "法人代表",
            "法人",
            "法人(负责人)",
            "法定代表人(负责人)",
            "法人/负责人",
            "法定代表人/负责人",
            "负责人",
            "法定代表人姓名",
            "负责人姓名",
            "legal_person",
        ],
    ),
    (Column::Profile(Field::ContactName), &["联系人", "联系人姓名", "联络人", "联络员", "contact_name"]),
    (
        Column::Profile(Field::ContactPhone),
        &[
            "联系电话",
            "联系方式",
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "电话号码",
            "联系手机",
            "联系人电话",
            "联系人手机",
            "contact_phone",
        ],
    ),
    (
        Column::Profile(Field::Address),
        &["住所", "地址", "办公地址", "办公地点", "注册地址", "登记住所", "详细地址", "联系地址", "address"],
    ),
    (
        Column::Profile(Field::FoundedOn),
        &[
            "成立登记日期",
            "成立登记时间",
            "成立时间",
            "成立日期",
            "登记日期",
            "登记时间",
            "注册时间",
            "注册日期",
            "备案日期",
            "备案时间",
            "成立(备案)时间",
            "founded_on",
        ],
    ),
    (
        Column::Profile(Field::Scope),
        &["业务范围", "服务领域", "业务领域", "服务范围", "主要业务", "主要业务范围", "scope"],
    ),
    (Column::Profile(Field::Grade), &["评估等级", "等级", "评估等次", "社会组织评估等级", "社会组织等级", "grade"]),
    (
        Column::Profile(Field::Strengths),
        &["专长", "特长", "优势", "专长和优势", "专长与优势", "专长优势", "特色", "strengths"],
    ),
    (Column::AdmittedOn, &["入驻日期", "入驻时间", "入壳日期", "入壳时间", "入孵时间", "入孵日期", "admitted_on"]),
    (Column::Mode, &["孵化方式", "入驻方式", "孵化模式", "孵化类型", "入孵方式", "mode"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_names_two_columns_and_each_names_its_own() {
        let mut published = 0;
        for (column, names) in accepted_names() {
            for name in *names {
                assert_eq!(column_of(name), Some(*column), "{name}");
                published += 1;
            }
        }
        assert_eq!(BY_KEY.len(), published);
        for &field in Field::ALL {
            assert_eq!(column_of(field.code()), Some(Column::Profile(field)));
        }
    }

    #[test]
    fn width_breaks_and_remarks_do_not_matter() {
        for (heading, column) in [
            ("统一社会\n信用代码", Some(Column::Profile(Field::Code))),
            ("法人（负责人）", Some(Column::Profile(Field::LegalPerson))),
            ("＊ 机构 名称", Some(Column::Profile(Field::Name))),
            ("成立时间（年月日）", Some(Column::Profile(Field::FoundedOn))),
            ("登记／备案", Some(Column::Profile(Field::Standing))),
            ("序号", None),
            ("备注", None),
            ("", None),
        ] {
            assert_eq!(column_of(heading), column, "{heading}");
        }
    }
}
