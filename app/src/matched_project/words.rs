//! The words of matched projects (项目对接).

use hatchboard::matched_project::{Field, State};

use crate::Language;

words! {
    title: "项目对接" | "Projects";
    subtitle: "为机构对接的项目：跟谁合作、多少钱、进展到哪一步。未成的不计数。" | "Projects found for organisations: with whom, for how much, and how far. What fell through does not count.";
    caption: "对接项目一览" | "Matched projects";
    new: "登记对接" | "Enter a match";
    one: "对接项目" | "Matched project";
    search: "查项目、合作方、机构名称或拼音首字母" | "Find a project, a partner, an organisation or initials";
    state: "进展" | "State";
    all_states: "全部进展" | "All states";
    year: "年度" | "Year";
    all_years: "全部年度" | "All years";
    shown: "范围" | "Shown";
    none: "还没有对接项目" | "No matched projects yet";
    none_hint: "机构与合作方达成对接后在这里登记。" | "Enter one when an organisation and a partner have agreed.";
    none_reader: "运营方登记后会出现在这里。" | "What the operator enters appears here.";
    no_match: "没有符合条件的项目" | "No project matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    organisation: "机构" | "Organisation";
    name: "项目名称" | "Project";
    partner: "合作方" | "Partner";
    amount: "金额（元）" | "Amount (yuan)";
    amount_hint: "可写 1.2万；没有资金填 0。目标和考核按项目数算。" | "0 where no money changes hands. Targets and scores count projects.";
    matched_on: "对接日期" | "Matched on";
    note: "说明" | "Note";
    note_hint: "未成的要写明原因。" | "What fell through needs a reason.";
    reason: "原因" | "Reason";
    save: "保存" | "Save";
    matched: "已对接" | "matched";
    under_way: "实施中" | "under way";
    done: "已完成" | "done";
    fell_through: "未成" | "fell through";
    entered_by(by, at): "{by} {at} 登记" | "entered by {by} at {at}";
}

pub(crate) fn state_name(language: Language, state: State) -> &'static str {
    match state {
        State::Matched => matched(language),
        State::UnderWay => under_way(language),
        State::Done => done(language),
        State::FellThrough => fell_through(language),
    }
}

pub(super) fn field(language: Language, field: Field) -> (&'static str, &'static str) {
    let words = match field {
        Field::Organisation => organisation,
        Field::Name => name,
        Field::Partner => partner,
        Field::Amount => amount,
        Field::MatchedOn => matched_on,
        Field::State => state,
        Field::Words => note,
        Field::Reason => reason,
    };
    (field.code(), words(language))
}
