//! The words of this area.

words! {
    title: "查找" | "Find";
    subtitle: "机构、人员、周汇报、考核评分表。" | "Organisations, people, weekly reports, assessments.";
    words: "查什么" | "Find what";
    hint: "名称、代码、拼音首字母、姓名、周（2026-W15）、季度（2026-Q1）或回执号" | "A name, a code, initials, a week (2026-W15), a quarter (2026-Q1) or a receipt";
    go: "查找" | "Find";
    organisations: "机构" | "Organisations";
    people: "人员" | "People";
    reports: "周汇报" | "Weekly reports";
    sheets: "考核评分表" | "Assessments";
    of_base: "基地" | "The base";
    more: "还有更多，请写得更具体。" | "There are others. Be more specific.";
    all_organisations: "查看全部符合的机构" | "All organisations that fit";
    none: "没有找到" | "Nothing found";
    none_words: "换一个写法，或只写名称的一部分。" | "Try other words, or only a part of a name.";

    our_subtitle: "本机构的汇报、计划、考核、服务事项、整改、培训、回访和人员。" | "Your organisation's reports, plans, assessments, service requests, rectifications, trainings, visits and people.";
    our_hint: "写过的内容、姓名、周（2026-W15）、月（2026-04）、季度（2026-Q1）或回执号" | "Words that were written, a name, a week (2026-W15), a month (2026-04), a quarter (2026-Q1) or a receipt";
    plans: "月计划" | "Monthly plans";
    services: "服务事项" | "Service requests";
    rectifications: "整改" | "Rectifications";
    letters: "直通民政局" | "Letters to the bureau";
    trainings: "培训" | "Trainings";
    visits: "回访" | "Follow-up visits";
}
