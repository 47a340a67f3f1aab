//! The words of what was said to an organisation lately.

words! {
    title: "收到的反馈" | "What was said to you";
    of_week(week, what): "{week} 周汇报 · {what}" | "{week}, report: {what}";
    of_plan(month): "{month}计划 · 退回" | "Plan of {month}: returned";
    of_visit(day): "{day} 督导" | "Coaching visit of {day}";
    way_of(way, title): "{way}：{title}" | "{way}: {title}";
    to_week: "看这一周" | "See the week";
    to_plan: "看计划" | "See the plan";
    to_visits: "看督导记录" | "See the visits";
}
