//! The words of coaching visits (孵化指导、督导).

use hatchboard::coaching::{Field, Method};

use crate::Language;

words! {
    title: "指导督导" | "Coaching";
    subtitle: "对机构的孵化指导和督导：看了什么、商定了什么、下一步何时做。" | "Visits to organisations: what was looked at, what was agreed, and what comes next by when.";
    caption: "指导督导记录" | "Coaching visits";
    new: "登记督导" | "Enter a visit";
    one: "督导记录" | "Visit";
    search: "查内容、督导人、机构名称或拼音首字母" | "Find words, a visitor, an organisation or initials";
    method: "方式" | "How";
    all_methods: "全部方式" | "All ways";
    year: "年度" | "Year";
    all_years: "全部年度" | "All years";
    shown: "范围" | "Shown";
    none: "还没有督导记录" | "No visits yet";
    none_hint: "上门、电话或线上指导后在这里登记，一次一条。" | "Enter one after each visit, call or meeting.";
    none_reader: "运营方登记后会出现在这里。" | "What the operator enters appears here.";
    no_match: "没有符合条件的记录" | "No visit matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    organisation: "机构" | "Organisation";
    visited_on: "日期" | "Day";
    visitor: "督导人" | "Visitor";
    looked_at: "看了什么" | "What was looked at";
    agreed: "商定事项" | "What was agreed";
    next_step: "下一步" | "Next step";
    next_by: "完成期限" | "By";
    next_hint: "没有就留空；填了期限要写做什么。" | "Blank where there is none; a day needs a step.";
    reason: "原因" | "Reason";
    save: "保存" | "Save";
    on_site: "上门" | "on site";
    phone: "电话" | "by phone";
    online: "线上" | "online";
    entered_by(by, at): "{by} {at} 登记" | "entered by {by} at {at}";
    entered: "登记" | "Entered";
}

pub(crate) fn method_name(language: Language, method: Method) -> &'static str {
    match method {
        Method::OnSite => on_site(language),
        Method::Phone => phone(language),
        Method::Online => online(language),
    }
}

pub(super) fn field(language: Language, field: Field) -> (&'static str, &'static str) {
    let words = match field {
        Field::Organisation => organisation,
        Field::VisitedOn => visited_on,
        Field::Visitor => visitor,
        Field::Method => method,
        Field::LookedAt => looked_at,
        Field::Agreed => agreed,
        Field::NextStep => next_step,
        Field::NextBy => next_by,
        Field::Reason => reason,
    };
    (field.code(), words(language))
}
