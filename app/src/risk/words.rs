//! The words of risks (风险提示).

use hatchboard::{monthly_plan::State, risk::Kind};

use crate::Language;

words! {
    title: "风险提示" | "Who is at risk";
    subtitle(at_risk, reporting): "在报到的 {reporting} 家机构中，{at_risk} 家有风险提示，重的在前；问题解决后提示自动消失。" | "{at_risk} of the {reporting} organisations that report, the heaviest first. A mark goes once what it tells of is settled.";
    caption: "有风险提示的机构" | "Organisations at risk";
    quarters: "近几季得分" | "Last quarters";
    quarters_said(list): "各季得分：{list}" | "Points by quarter: {list}";
    quarters_none: "还没有公布过得分" | "Nothing published yet";
    organisation: "机构" | "Organisation";
    why: "为什么、怎么办" | "Why, and what to do";
    kind: "类型" | "What";
    all_kinds: "全部类型" | "Everything";
    kind_count(kind, count): "{kind}（{count} 家）" | "{kind} ({count})";
    search: "查机构名称或拼音首字母" | "Find a name or initials";
    none: "没有风险提示" | "Nobody is at risk";
    none_hint: "连续迟报缺报、得分大降、连续不合格、计划未批、整改或求助逾期的机构会出现在这里。" | "Here stand organisations that are late again and again, fell in points, failed twice, have no plan, or have something overdue.";
    no_match: "没有符合条件的机构" | "No organisation matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    all(count): "全部 {count} 家" | "All {count}";

    failing: "连续不合格" | "failing";
    reports: "连续迟报缺报" | "reports late or missing";
    falling: "得分大降" | "fell in points";
    rectification: "整改逾期" | "rectification overdue";
    plan: "计划未批" | "no plan";
    service: "求助逾期" | "request overdue";

    why_failing(quarters, quarter, total): "连续 {quarters} 次不合格，最近一次 {quarter} 得 {total} 分" | "{quarters} fails in a row, the last in {quarter} with {total} points";
    why_reports(within, weeks, missing, first, last): "近 {within} 周里连续 {weeks} 次没有按时报（{first} 至 {last}），其中 {missing} 次没报" | "within {within} weeks, {weeks} reports in a row not in time ({first} to {last}), {missing} of them missing";
    why_falling(quarter, total, band, before, total_before, band_before): "{quarter} 得 {total} 分（{band}），{before} 得 {total_before} 分（{band_before}）" | "{total} points in {quarter} ({band}), after {total_before} in {before} ({band_before})";
    fell_by(why, points): "{why}，降 {points} 分" | "{why}: {points} less";
    why_rectification(count, due, length): "{count} 项整改逾期，最早的 {due} 到期，已过 {length}" | "{count} overdue, the oldest since {due}, for {length}";
    why_plan(month, due, state): "{month}没有批准的计划，{due} 应交，现在{state}" | "no approved plan for {month}, which was due {due}; {state}";
    why_service(count, due, length): "{count} 件求助办理逾期，最早的 {due} 应办结，已过 {length}" | "{count} overdue, the oldest since {due}, for {length}";
    plan_none: "还没有写" | "nobody has begun";
    plan_draft: "还是草稿" | "it is a draft";
    plan_submitted: "等运营方审批" | "it waits for the operator";
    plan_returned: "退回后没有再交" | "it was returned";

    do_reports: "看各周报到，联系机构" | "See the weeks, and remind them";
    do_sheet: "看评分表的失分项" | "See where the sheet lost points";
    do_rectification: "看这项整改" | "Open the rectification";
    do_plan: "看计划，催交" | "Open the plan, and remind them";
    do_decide: "审批计划" | "Decide on the plan";
    do_service: "看这件求助" | "Open the request";
    what_to_do: "怎么办" | "What to do";
    reason: "说明" | "Why";
}

pub(super) fn kind_name(language: Language, kind: Kind) -> &'static str {
    let words = match kind {
        Kind::Failing => failing,
        Kind::Reports => reports,
        Kind::Falling => falling,
        Kind::Rectification => rectification,
        Kind::Plan => plan,
        Kind::Service => service,
    };
    words(language)
}

/// Where a plan stands of which nothing is approved.
pub(super) fn plan_state(language: Language, state: Option<State>) -> &'static str {
    match state {
        None => plan_none(language),
        Some(State::Draft) => plan_draft(language),
        Some(State::Returned) => plan_returned(language),
        Some(State::Submitted | State::Approved | State::Closed) => plan_submitted(language),
    }
}
