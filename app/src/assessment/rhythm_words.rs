//! The words of a quarter's rhythm (节奏情况).

words! {
    title: "节奏情况" | "Rhythm of the quarter";
    at_cut_off(at): "按 {at} 数据截止时的记录统计；只作参考，不另计分。" | "As the records stood at the cut-off, {at}; for reference, beside the formulas.";
    at_now(at): "按现在（{at}）的记录统计，数据截止后以截止时为准；只作参考，不另计分。" | "As the records stand now, {at}; after the cut-off, as they stood at it. For reference, beside the formulas.";
    reports: "机构周汇报" | "Organisations' weekly reports";
    own_reports: "基地周汇报" | "The base's weekly reports";
    reviews(days): "运营方审核机构周汇报（{days} 个工作日内）" | "The operator's reviews of them, within {days} working days";
    plans(month): "{month}机构计划" | "Organisations' plans, {month}";
    own_plan(month): "{month}基地计划" | "The base's plan, {month}";
    handed_in: "机构季度自评" | "Organisations' own points";
    scored: "运营方季度评分" | "The operator's points";
    follow_ups: "回头看" | "Follow-ups";
    asked(count): "应办 {count}" | "{count} due";
    on_time(count): "按时 {count}" | "{count} on time";
    late(count): "迟办 {count}" | "{count} late";
    missing(count): "逾期未办 {count}" | "{count} overdue";
    open(count): "未到期 {count}" | "{count} not due yet";
    excused(count): "免报 {count}" | "{count} excused";
    approved(count): "已批准 {count}" | "{count} approved";
    closed(count): "结果按时办结 {count}" | "{count} results closed in time";
    closed_late(count): "结果迟办结 {count}" | "{count} results closed late";
    not_closed(count): "结果逾期未办结 {count}" | "{count} results overdue";
}
