//! The words of the first screens.

words! {
    title(week): "{week} · 今天要办" | "{week} · To do today";
    title_auditor(name): "{name} · 概览" | "{name} · Overview";
    title_admin: "系统管理" | "Installation";
    due_today: "待办" | "To do";
    all_done_hint: "有人提交、求助或到期时，会出现在这里。" | "What is submitted, asked for or falls due appears here.";

    silent: "家机构上周缺报" | "organisations silent last week";
    silent_twice(count): "其中 {count} 家连续两周没报" | "{count} of them for two weeks running";
    oldest(waiting): "最早的{waiting}" | "the oldest {waiting}";
    due_and_left(due, left): "{due} 截止，{left}" | "due {due}, {left}";
    instructions_late: "项交办逾期" | "instructions overdue";
    coverage(week): "{week}按时率" | "on time, {week}";
    waits_for_operator: "份周报等运营方审" | "reports wait for the operator";
    help_needed: "家求助" | "ask for help";
    accounts_in_use: "个账号在用" | "accounts in use";
    silent_none: "上周都报了" | "everybody filed last week";
    to_review: "份周报待审" | "reports to review";
    none_waits: "没有在等的" | "none is waiting";
    own_report: "待写的基地汇报" | "The base's reports to write";
    own_report_due: "份基地汇报要写" | "base reports to write";
    own_report_none: "基地汇报已交" | "the base's reports are filed";
    instructions_due: "项交办未办结" | "instructions open";
    instructions_overdue(count): "{count} 项已逾期" | "{count} overdue";
    instructions_answered: "项交办已答复，待确认" | "answered instructions to close";
    proposals: "项提议等民政局" | "proposals wait for the bureau";
    letters_to_answer: "封机构来信待答复" | "letters to answer";
    services_to_accept: "件求助待受理" | "requests to accept";
    services_overdue(count): "{count} 件办理逾期" | "{count} overdue";
    targets_to_decide: "项年度目标和填报待核定" | "targets and entries to decide";
    targets_returned: "份年度目标被退回" | "annual targets returned";
    follow_ups_due: "次回访待做" | "follow-ups to make";
    follow_ups_overdue(count): "其中 {count} 次已逾期" | "{count} overdue";
    follow_ups_commented: "份回访记录机构有意见" | "records of visits that the organisation disagrees with";
    follow_ups: "出壳回头看" | "Follow-ups";
    assessments: "季度考核" | "Assessments";
    assessments_hint: "各季评分表、分差、异议与锁定" | "Each quarter's sheets, differences, objections and seals";
    follow_ups_hint: "出壳机构的回访、结果和存活情况" | "visits of the hatched, what was found, how many live on";
    letters: "机构来信" | "Letters";
    letters_hint: "机构直接写给民政局的信和答复" | "What organisations write to the bureau, and its answers";
    plans_to_decide: "份月计划待审批" | "plans to decide on";
    all_proposals(count): "全部 {count} 项提议" | "All {count} proposals";
    proposals_decide: "项提议待决定" | "proposals to decide";
    proposal_of(name, stage): "提议：{name} → {stage}" | "Proposal: {name} → {stage}";
    base_report_to_read: "份基地汇报待审" | "base reports to read";
    coverage_of(filed, asked): "应报 {asked} 家，已报 {filed} 家；迟报计半" | "{filed} of {asked} filed; late ones count half";

    attention: "需要关注" | "Who needs attention";
    attention_none: "没有机构需要特别关注" | "Nobody needs attention";
    attention_none_hint: "近几周该报的都报了。" | "Everybody has filed what was asked in the last weeks.";
    whole_matrix: "看全部机构" | "All organisations";
    waiting_for_bureau: "等民政局的事项" | "What waits for the bureau";
    waiting_for_bureau_none: "没有在等民政局的事项" | "Nothing waits for the bureau";
    waits(length): "已等 {length}" | "waiting for {length}";
    base_report_of(week): "基地周汇报 · {week}" | "The base's report · {week}";
    instruction_of(title): "交办：{title}" | "Instruction: {title}";
    at_a_glance: "上季一览" | "Last quarter at a glance";
    write_own: "写基地汇报" | "Write the base's report";
    give_instruction: "交办一件事" | "Give an instruction";

    records: "记录" | "Records";
    organisations: "机构档案" | "Organisations";
    organisations_hint: "一社一档：身份、阶段、人员与附件" | "identity, stages, people and papers of each";
    risks_hint: "谁连续迟报、得分大降、逾期未改" | "who is late again and again, fell in points, or has something overdue";
    reports: "周汇报" | "Weekly reports";
    reports_hint: "逐周报到情况与每一份汇报" | "who reported when, and every report";
    base_reports: "基地周汇报" | "The base's reports";
    base_reports_hint: "运营方向民政局的汇报" | "what the operator reports to the bureau";
    instructions: "交办事项" | "Instructions";
    instructions_hint: "民政局交办与办理情况" | "what the bureau asked for and what came of it";
    exceptions: "免报与延期" | "Excuses and extensions";
    exceptions_hint: "谁、何时、为什么" | "who, when and why";
    audit_log: "审计日志" | "Audit log";
    audit_log_hint: "每一次写入，按哈希链相连" | "every write, in a chain of hashes";

    accounts_disabled(count): "{count} 个已停用" | "{count} disabled";
    chains: "审计链" | "Audit chains";
    installation: "系统" | "Installation";
    events(count): "{count} 条" | "{count} events";
    check: "现在核对" | "Check now";
    check_hint: "逐条核对哈希，记录多时要几秒钟。" | "Checks every hash; that takes some seconds where there are many.";
    whole(count): "完整，共 {count} 条" | "whole, {count} events";
    broken(seq): "从第 {seq} 条起对不上，请立即查明" | "broken from event {seq} on: find out why at once";
    bases: "个基地" | "bases";
    calendar_fine: "日历齐全" | "the calendar is complete";
    calendar_years_missing: "个年份未载入" | "years not loaded";
}
