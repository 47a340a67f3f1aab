//! The words of funds linked (资金链接).

use hatchboard::funding::{Field, store::FundFilter};

use crate::Language;

words! {
    title: "资金链接" | "Funds";
    subtitle: "谁承诺给谁多少、到位了多少；承诺与到位分开统计。" | "Who pledged how much for whom, and what was received; both are counted apart.";
    caption: "链接资金一览" | "Funds linked";
    new: "登记资金" | "Enter a pledge";
    edit: "更正" | "Correct";
    one: "承诺" | "The pledge";
    search: "查出资方、佐证、机构名称或拼音首字母" | "Find a funder, evidence, an organisation or initials";
    year: "承诺年度" | "Year of the pledge";
    all_years: "全部年度" | "All years";
    received_in: "到位时间" | "Received in";
    any_time: "不限时间" | "Any time";
    shown: "范围" | "Shown";
    sums(within, pledged, received): "{within}：承诺 {pledged}，到位 {received}" | "{within}: {pledged} pledged, {received} received";
    sum_received(within, received): "{within}：到位 {received}" | "{within}: {received} received";
    none: "还没有链接的资金" | "No funds yet";
    none_hint: "出资方承诺后在这里登记，到账后逐笔登记到位。" | "Enter what a funder pledges, and each payment as it comes.";
    none_reader: "运营方登记后会出现在这里。" | "What the operator enters appears here.";
    no_match: "没有符合条件的资金" | "No fund matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    source: "出资方" | "Funder";
    organisation: "受助机构" | "For";
    for_base: "基地" | "the base";
    for_base_choice: "基地（不指定机构）" | "The base";
    pledged: "承诺金额（元）" | "Pledged (yuan)";
    pledged_hint: "可写 1.2万。计入承诺目标，不算到位。" | "Such as 12,000. It counts as pledged, not as received.";
    pledged_on: "承诺日期" | "Pledged on";
    received: "到位金额（元）" | "Received (yuan)";
    received_hint: "可写 1.2万。计入到位目标和基地季度考核。" | "Such as 12,000. It counts for the year's target and the base's quarter.";
    received_within: "期内到位（元）" | "Received in that time (yuan)";
    received_on: "到位日期" | "Received on";
    last_on: "最近到位" | "Last received on";
    evidence: "佐证" | "Evidence";
    evidence_hint: "协议、凭证的名称或编号。" | "The agreement's or receipt's name or number.";
    evidence_file: "佐证附件" | "The evidence as a file";
    evidence_file_hint: "可不填。照片、PDF、Excel 或 Word，一个，不超过 10 MB；保存后一起保留，不能撤下。" | "May stay empty. One photo, PDF, Excel or Word file of at most 10 MB. It is kept, and cannot be taken away.";
    outstanding: "未到位" | "Still to come";
    reason: "原因" | "Reason";
    save: "保存" | "Save";
    payments: "到位记录" | "Received";
    no_payments: "还没有到位" | "Nothing received yet";
    receive: "登记到位" | "Enter a payment";
    entered_by(by, at): "{by} {at} 登记" | "entered by {by} at {at}";
    entered: "登记" | "Entered";
    struck_payment(why): "已作废：{why}" | "struck out: {why}";
}

/// What is told of what came of a pledge: all of it, or that of the time that a list is narrowed to.
pub(super) fn received_of(language: Language, filter: &FundFilter) -> &'static str {
    if filter.received.is_some() { received_within(language) } else { received(language) }
}

pub(super) fn field(language: Language, field: Field) -> (&'static str, &'static str) {
    let words = match field {
        Field::Source => source,
        Field::Organisation => organisation,
        Field::Pledged => pledged,
        Field::PledgedOn => pledged_on,
        Field::Received => received,
        Field::ReceivedOn => received_on,
        Field::Evidence => evidence,
        Field::Reason => reason,
    };
    (field.code(), words(language))
}
