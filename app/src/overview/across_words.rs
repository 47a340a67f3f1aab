//! The words of what a bureau sees across its bases.

words! {
    title: "各基地一览" | "All bases at a glance";
    subtitle(quarter): "您主管的每个基地一行，数字都能点开。周报取 {quarter}，得分取各基地最近公布的一季，与上一季相比。" | "A line for each base that you supervise; numbers open into their records. Weekly reports are those of {quarter}, scores those of each base's last published quarter, beside the one before.";
    subtitle_of(quarter): "您主管的每个基地一行，数字都能点开。周报和得分都取 {quarter}，与上一季相比，没有公布的得分是暂定的；在报、逾期和等待是现在的。" | "A line for each base that you supervise; numbers open into their records. Weekly reports and scores are those of {quarter}, beside the quarter before, and provisional until they are published. Who reports, what is overdue and what waits is of today.";
    last_published: "最近公布" | "Last published";
    base: "基地" | "Base";
    coverage: "在报/在册" | "Reporting / all";
    reporting: "在报" | "Reporting";
    organisations: "在册" | "All";
    reports_of: "周报季度" | "Reports of";
    scores_of: "得分季度" | "Scores of";
    on_time: "周报按时率" | "Reports on time";
    mean: "机构平均分" | "Mean of organisations";
    passed: "合格率" | "Passed";
    own: "基地得分" | "The base's own";
    targets: "目标不落后" | "Targets on course";
    targets_all: "全部目标" | "All targets";
    overdue: "回访逾期" | "Follow-ups overdue";
    waits: "等谁" | "Waits for whom";
    waits_none: "无待办事项" | "nothing";
    number_of(who): "{who}：件数" | "{who}: how many";
    oldest_of(who): "{who}：最久工作日" | "{who}: longest, in working days";
}
