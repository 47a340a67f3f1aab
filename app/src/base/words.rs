//! The words of this area.

words! {
    title: "基地" | "Bases";
    subtitle: "每个基地的机构、汇报和审计日志各自独立。" | "Each base keeps its own organisations, reports and audit log.";
    name: "基地名称" | "Name of the base";
    slug: "链接短名" | "Short name in links";
    slug_hint: "1 到 30 个小写字母、数字或短横，以字母开头，如 zhuzhou；以后不能更改。" | "1 to 30 lower-case letters, digits or hyphens, beginning with a letter, such as zhuzhou; it cannot be changed later.";
    short_code: "回执编号前缀" | "Receipt prefix";
    short_code_hint: "2 到 6 个字母，如 ZZ。" | "2 to 6 letters, such as ZZ.";
    operator: "运营方" | "Operator";
    bureau: "民政局" | "Bureau";
    scorecards: "评分表" | "Scorecards";
    write_scorecards: "查看和修改" | "Read and change";
    none: "还没有基地" | "No base yet";
    none_words: "在下面建立第一个基地，然后邀请它的运营方和民政局。" | "Found the first one below, then invite its operator and its bureau.";
    found: "建立基地" | "Found a base";
    demo: "演示" | "demo";
    wrong_slug: "链接短名只能用 1 到 30 个小写字母、数字或短横，并以字母开头。" | "The short name has 1 to 30 lower-case letters, digits or hyphens and begins with a letter.";
    wrong_short_code: "前缀是 2 到 6 个字母。" | "The prefix has 2 to 6 letters.";
    wrong_name: "请填写名称，最多 100 个字。" | "Enter a name of at most 100 characters.";
    calendar_missing(year): "{year} 年的工作日历还没有载入：相关截止时间按周一至周五暂定。" | "The calendar of {year} is not loaded: its deadlines are provisional, Monday to Friday.";
    taken: "已经有基地用了。" | "Another base has it already.";

    settings: "基地设置" | "Settings of the base";
    settings_subtitle: "由民政局设定，每次更改都记入审计日志。" | "The bureau settles them; every change stands in the audit log.";
    access_log: "身份与链接的变动" | "Changes of roles and links";
    deciders: "谁答复对基地评分表的异议" | "Who decides on objections to the base's sheet";
    deciders_hint: "机构评分表的异议由没有参与评分和核定的民政局人员答复；基地评分表的异议由这里指定的上级负责人答复。" | "Objections to an organisation's sheet are decided by any officer who took no part in it; those to the base's own sheet by the superior named here.";
    superior: "上级负责人" | "Superior";
    superior_hint: "不参与基地评分表的评分和核定。" | "Somebody who neither scores nor confirms the base's sheet.";
    deputy: "代理人" | "Deputy";
    deputy_hint: "上级负责人参与了评分或核定，或已离任时，由代理人答复。" | "Decides where the superior has scored or confirmed the sheet, or has left.";
    nobody: "未指定" | "nobody named";
    left: "已离任" | "has left";
    save_settings: "保存设置" | "Save the settings";
    no_officer: "请从民政局人员中选择。" | "Choose an officer of the bureau.";
    without_superior: "先指定上级负责人，再指定代理人。" | "Name a superior before a deputy.";
    same_person: "代理人不能是上级负责人本人。" | "The deputy cannot be the superior, too.";
}
