//! The words of a week, month, quarter or year at a glance.

words! {
    title(quarter): "{quarter} 季度一览" | "{quarter} at a glance";
    title_of(period): "{period} 一览" | "{period} at a glance";
    subtitle(before): "与 {before} 相比；每个数字都能点开看记录，本页可直接打印。" | "Compared with {before}. Every number opens into its records; the page prints as it is.";
    subtitle_running(before): "还没有结束，数字是暂定的；与 {before} 相比，每个数字都能点开看记录，本页可直接打印。" | "Not over yet: the numbers are provisional. Compared with {before}; every number opens into its records, and the page prints as it is.";
    sheets: "评分表" | "The sheets";
    base_report: "基地周汇报" | "The base's own report";
    plans: "本月计划" | "The month's plans";
    switch: "切换季度" | "Quarter";
    switch_week: "切换周" | "Week";
    switch_month: "切换月份" | "Month";
    switch_year: "切换年份" | "Year";
    figures: "本季要点" | "The quarter in figures";
    figures_week: "本周要点" | "The week in figures";
    figures_month: "本月要点" | "The month in figures";
    figures_year: "全年要点" | "The year in figures";

    mean: "平均分" | "mean of the organisations";
    mean_note(rated): "{rated} 家有分" | "{rated} with points";
    passed: "合格率" | "passed";
    own: "基地得分" | "the base's own points";
    own_none: "还没有分" | "no points yet";
    weekly: "周汇报按时率" | "weekly reports on time";
    visits: "回访按时" | "follow-ups on time";
    visits_note(missed): "{missed} 次没做" | "{missed} not made";
    visits_none: "本季没有到期的回访" | "none was due";
    week_before: "上周" | "in the week before";
    month_before: "上月" | "in the month before";
    quarter_before: "上季" | "in the quarter before";
    year_before: "上年" | "in the year before";
    higher(than, before, difference): "▲ 比{than}的 {before} 高 {difference}" | "▲ {difference} above {before} {than}";
    lower(than, before, difference): "▼ 比{than}的 {before} 低 {difference}" | "▼ {difference} below {before} {than}";
    more(than, before, difference): "▲ 比{than}的 {before} 多 {difference}" | "▲ {difference} more than {before} {than}";
    fewer(than, before, difference): "▼ 比{than}的 {before} 少 {difference}" | "▼ {difference} fewer than {before} {than}";
    level(than): "＝ 与{than}持平" | "= as {than}";

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
    apart_said(count): "{count} 份评分表上自评、运营方、民政局各自的总分；数字见下表。" | "What each party gives in all on {count} sheets; the numbers stand in the table below.";
    apart_said_of(name, list): "{name}：{list}" | "{name}: {list}";
    by_itself: "自评" | "Itself";
    by_operator: "运营方" | "Operator";
    by_bureau: "民政局" | "Bureau";
    difference: "分差" | "Apart by";

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
    lately: "近几周按时率" | "The last weeks";
    pending(count): "还有 {count} 份没到截止时间" | "{count} are not due yet";
    excused: "免报" | "excused";
    activities: "活动场次" | "activities";
    attendances: "活动人次" | "attendances";
    asking: "求助" | "asking for help";
    help: "谁在求助" | "Who asks for help";
    help_none: "这一周没有人求助。" | "Nobody asks for help this week.";
    help_of(kind, what): "{kind}：{what}" | "{kind}: {what}";

    completed: "月计划完成率" | "of the plans done";
    completed_own: "基地月计划完成率" | "of the base's own plan done";
    closed: "已办结的计划" | "plans closed";
    coaching: "督导次数" | "coaching visits";
    visited(count): "{count} 家机构" | "{count} organisations";
    sessions: "培训场次" | "trainings";
    trained: "培训人次" | "attendances at trainings";

    quarters: "各季对照" | "The quarters side by side";
    quarter: "季度" | "Quarter";
    rated: "有分机构" | "With points";
    weekly_reports: "周汇报按时率" | "Weekly reports on time";
    means: "各季平均分" | "The mean by quarter";
    means_said(list): "机构各季平均分：{list}" | "The organisations' mean by quarter: {list}";
    on_course: "目标不落后" | "targets on course";
    behind(count): "{count} 项落后" | "{count} behind";
    pledged: "资金承诺" | "pledged";
    received: "资金到位" | "received";
    lives: "出壳机构存活" | "How many of the hatched live on";
    survival_none(on): "截至 {on}，还没有机构出壳满半年。" | "As of {on}, nobody has been hatched for half a year.";

    targets: "年度目标" | "Targets of the year";
    targets_all: "看全部目标" | "All targets";
    targets_none: "这一年没有批准的目标。" | "No targets stand for this year.";
    follow_ups: "出壳回头看" | "Follow-ups of the hatched";
    made_on_time: "按时" | "on time";
    made_late: "迟做" | "late";
    missed: "没做" | "not made";
    open: "还有时间" | "still time";
    survival_said(on, list): "截至 {on}，出壳机构存活：{list}" | "Of the hatched, living on as of {on}: {list}";
    survival: "看存活曲线" | "How many live on";
}
