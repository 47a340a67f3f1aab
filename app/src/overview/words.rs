//! The words of a quarter at a glance.

words! {
    assessments: "季度考核" | "Assessments";
    title(quarter): "{quarter} 季度一览" | "{quarter} at a glance";
    subtitle(before): "与 {before} 相比；每个数字都能点开看记录，本页可直接打印。" | "Beside {before}. Every number opens into its records; the page prints as it is.";
    sheets: "评分表" | "The sheets";
    switch: "切换季度" | "Quarter";
    figures: "本季要点" | "The quarter in figures";

    mean: "平均分" | "mean of the organisations";
    mean_note(rated): "{rated} 家有分" | "{rated} with points";
    passed: "合格率" | "passed";
    own: "基地得分" | "the base's own points";
    own_none: "还没有分" | "no points yet";
    weekly: "周汇报按时率" | "weekly reports on time";
    visits: "回访按时" | "follow-ups on time";
    visits_note(missed): "{missed} 次没做" | "{missed} not made";
    visits_none: "本季没有到期的回访" | "none was due";
    up(difference): "比上季高 {difference}" | "{difference} above the quarter before";
    down(difference): "比上季低 {difference}" | "{difference} below the quarter before";
    level: "与上季持平" | "as in the quarter before";

    bands: "等次分布" | "Bands";
    bands_before: "上一季度" | "The quarter before";
    no_points: "还没有得分。" | "No points yet.";
    totals: "得分分布" | "How the totals lie";
    totals_said(list): "各分数段的机构数：{list}" | "Organisations by total: {list}";
    ten(from, to, count): "{from}–{to} 分 {count} 家" | "{from}–{to}: {count}";
    states: "评分表进度" | "Where the sheets stand";
    not_opened: "本季度考核还没有开启。" | "The quarter's assessment has not been opened.";
    not_rated(count): "另有 {count} 家不足 6 周，不参加考核" | "{count} more with fewer than six weeks are not rated";

    of_base: "基地历季得分" | "The base's own points over time";
    of_base_said(list): "基地各季得分：{list}" | "The base's points by quarter: {list}";
    of_base_none: "基地还没有得过分。" | "The base has no points yet.";

    moves: "升降最大" | "Who moved the furthest";
    moves_none: "没有机构连续两季有分。" | "Nobody was rated in both quarters and moved.";
    name: "机构" | "Organisation";
    before: "上季" | "Before";
    now: "本季" | "Now";
    change: "升降" | "Change";
    apart: "三方分差最大" | "Where the parties lie apart";
    apart_none: "各方评分一致。" | "The parties agree.";
    difference: "分差" | "Apart by";
    state: "状态" | "State";

    filed: "每周报到" | "Week by week";
    filed_weeks: "各周明细" | "The weeks in numbers";
    percentage_points(number): "{number} 个百分点" | "{number} percentage points";
    filed_said(list): "各周按时率：{list}" | "On time by week: {list}";
    filed_none: "这个季度还没有开始。" | "The quarter has not begun.";
    week: "周" | "Week";
    asked: "应报" | "Asked";
    on_time: "按时" | "On time";
    late: "迟报" | "Late";
    missing: "缺报" | "Missing";
    rate: "按时率" | "Rate";
    silent: "本季一份未报" | "Who has filed nothing";
    silent_none: "应报的机构都报过。" | "Everybody who was asked has filed something.";
    matrix: "看报到矩阵" | "The matrix";

    targets: "年度目标" | "Targets of the year";
    targets_none: "这一年没有批准的目标。" | "No targets stand for this year.";
    follow_ups: "出壳回头看" | "Follow-ups of the hatched";
    made_on_time: "按时" | "on time";
    made_late: "迟做" | "late";
    missed: "没做" | "not made";
    open: "还有时间" | "still time";
    survival_said(list): "出壳机构至今存活：{list}" | "Of the hatched, living on to date: {list}";
    survival: "看存活曲线" | "How many live on";
}
