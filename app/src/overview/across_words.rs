//! The words of what a bureau sees across its bases.

words! {
    title: "各基地一览" | "All bases at a glance";
    subtitle: "您主管的每个基地一行；数字都能点开，季度数据取最近公布的一季，与上一季相比。" | "A line for each base that you supervise. Numbers open into their records; scores are of the last published quarter, beside the one before.";
    base: "基地" | "Base";
    coverage: "在报/在册" | "Reporting / all";
    on_time: "上季周报按时率" | "On time last quarter";
    mean: "机构平均分" | "Mean of organisations";
    passed: "合格率" | "Passed";
    own: "基地得分" | "The base's own";
    targets: "目标不落后" | "Targets on course";
    overdue: "回访逾期" | "Follow-ups overdue";
    waits: "等民政局" | "Waits for the bureau";
    waits_none: "没有" | "nothing";
    waits_number(count): "{count} 项" | "{count}";
    waits_oldest(count, waiting): "{count} 项，最久的{waiting}" | "{count}, the oldest {waiting}";
}
