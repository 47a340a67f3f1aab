//! The words of printed documents, as an office writes them.

use hatchboard::assessment::Occasion;

use crate::Language;

words! {
    print: "打印" | "Print";
    print_hint: "也可以用浏览器的打印（Ctrl+P）打印，或另存为 PDF。" | "Your browser's own print (Ctrl+P) prints it, too, or saves it as a PDF.";
    bar: "打印页操作" | "This document";
    back: "返回" | "Back";
    docx: "下载 Word 文档" | "As a Word document";
    made(by, at): "打印人：{by}　打印时间：{at}" | "Printed by {by} at {at}";
    number_blank(year): "〔{year}〕　　　号" | "No. ______ of {year}";
    blank_day: "　　　　年　　月　　日" | "Date: ________________";
    seal: "（盖章）" | " (seal)";
    addressee(name): "{name}：" | "To {name}:";
    between: "；" | "; ";
    between_names: "、" | ", ";

    quarter_of(year, number): "{year}年第{number}季度" | "quarter {number} of {year}";
    year_of(year): "{year}年度" | "year {year}";

    summary(period): "{period}考核汇总表" | "Summary of the assessment: {period}";
    print_summary: "打印汇总表" | "Print the summary";
    place: "序号" | "No.";
    subject: "考核对象" | "Subject";
    kind: "类别" | "Kind";
    own_total: "自评" | "Own";
    operator_total: "基地评分" | "Operator";
    bureau_total: "民政核定" | "Bureau";
    extras: "加减分" | "Bonus and deductions";
    total: "总分" | "Total";
    band: "等次" | "Band";
    state: "状态" | "State";
    remark: "备注" | "Remarks";
    vetoed: "一票否决" | "veto";
    corrected(version): "更正后第 {version} 版" | "corrected, version {version}";
    of_base: "孵化基地" | "The base";
    of_organisations: "入壳机构（按总分排列）" | "Organisations, the highest total first";
    not_rated: "不计分的机构" | "Not rated";
    too_few_weeks(weeks): "应报 {weeks} 周" | "{weeks} weeks expected";
    too_few_quarters: "计分季度不足两个" | "fewer than two rated quarters";
    counted(rated, excellent, good, pass, fail): "共考核机构 {rated} 家：优秀 {excellent} 家，良好 {good} 家，合格 {pass} 家，不合格 {fail} 家。" | "{rated} organisations were rated: {excellent} excellent, {good} good, {pass} pass, {fail} fail.";
    counted_open(open): "另有 {open} 家总分未定。" | "The totals of {open} more are not known yet.";
    silent(count): "本季度没有报送周汇报的机构（{count} 家）" | "Organisations that filed no weekly report in the quarter ({count})";
    silent_none: "本季度没有全季未报送周汇报的机构。" | "Every organisation of which reports were expected filed at least one.";
    code: "统一社会信用代码" | "Credit code";
    totals_hint: "自评、基地评分、民政核定按百分制折算，不含加减分；还没有给全分的一方空着。总分以民政核定和异议、更正结果为准。" | "Own, operator's and bureau's points are rescaled to a hundred, without bonus and deductions; whoever has left a line open has none. The total goes by the bureau's, and by objections and corrections.";
    made_out_by: "制表人（签字）" | "Made out by (signature)";
    head_of_operator: "运营方负责人（签字、盖章）" | "Head of the operator (signature, seal)";
    head_of_bureau: "民政局负责人（签字、盖章）" | "Head of the bureau (signature, seal)";

    sheet(period): "{period}考核评分表" | "Assessment sheet: {period}";
    print_sheet: "打印评分表" | "Print the sheet";
    card: "评分表版本" | "Scorecard";
    sheet_version: "本表版次" | "Version of this sheet";
    version(number): "第 {number} 版" | "Version {number}";
    sealed_at: "锁定时间" | "Sealed at";
    not_sealed: "未锁定，分数还可能变动" | "Not sealed: points may still change";
    indicator: "指标" | "Indicator";
    max: "分值" | "Of";
    counts: "计分" | "Counts";
    grounds: "依据和理由" | "Grounds and reasons";
    applies_not: "不适用" | "does not apply";
    note_own(note): "自评：{note}" | "Own: {note}";
    note_operator(note): "基地：{note}" | "Operator: {note}";
    note_bureau(note): "民政：{note}" | "Bureau: {note}";
    note_upheld(points, note): "异议成立，改为 {points}：{note}" | "Objection upheld, now {points}: {note}";
    note_corrected(points, note): "更正为 {points}：{note}" | "Corrected to {points}: {note}";
    result: "考核结果" | "Result";
    provisional: "还有指标没有分，结果未定。" | "Lines are open: there is no result yet.";
    subject_signs: "被考核单位（签字、盖章）" | "The subject (signature, seal)";
    operator_signs: "基地评分人（签字、盖章）" | "Scored for the base by (signature, seal)";
    bureau_signs: "民政局核定人（签字、盖章）" | "Checked for the bureau by (signature, seal)";
    seal_code(code): "锁定码（SHA-256）：{code}" | "Seal (SHA-256): {code}";
    seal_none: "锁定码：待锁定后生成。" | "Seal: none before the sheet is sealed.";

    letter_result(period): "关于{period}考核结果的通报" | "Result of the assessment: {period}";
    print_result: "打印考核通报" | "Print the letter of the result";
    result_words(card, version, period, total, band): "依据《{card}》（第 {version} 版），经自评、基地评分和民政局核定，你单位{period}考核总分为 {total} 分，等次为{band}。各部分得分如下：" | "By the scorecard {card} (version {version}), after your own score, the operator's score and the bureau's check, your total for {period} is {total}, which is {band}. The parts are:";
    result_table(period): "{period}各部分得分" | "Points by part: {period}";
    part: "考核内容" | "Part";
    points: "得分" | "Points";
    result_before(points): "上期考核总分为 {points} 分。" | "The total of the time before was {points}.";
    result_veto(name): "因“{name}”，按规定等次定为不合格。" | "Because of “{name}” the band is fail, as the rules have it.";
    result_window(until): "对考核结果有异议的，请在 {until} 前通过系统逐项提出，并写明理由和佐证。各项指标得分及理由见本单位评分表。" | "If you do not agree, object to single lines in the system by {until}, with your reason and what shows it. Points and reasons of every line stand in your sheet.";
    result_sealed(at, code): "本结果已于 {at} 锁定，锁定码为 {code}。" | "The result was sealed at {at}; its seal is {code}.";
    result_follow: "请对照失分指标查找原因，在下期工作中改进。" | "Please look at the lines where points were lost, and do better next time.";

    letter_objections(period): "关于{period}考核异议的答复" | "Answer to objections: {period}";
    print_objections: "打印异议答复书" | "Print the answer to objections";
    objections_words(period, count): "你单位对{period}考核结果提出的异议收悉。经核查，现就其中 {count} 项答复如下：" | "We have your objections to the assessment of {period}. Having looked into them, we answer {count} of them as follows:";
    objections_table: "异议及答复" | "Objections and answers";
    objection: "异议内容" | "Objection";
    answer: "答复" | "Answer";
    upheld(before, now): "成立，由 {before} 分改为 {now} 分" | "Upheld: {before} becomes {now}";
    rejected(points): "不成立，维持 {points} 分" | "Not upheld: {points} stays";
    reasons: "理由" | "Reasons";
    objections_open(count): "其余 {count} 项正在核查，另行答复。" | "{count} more are being looked into and will be answered apart.";
    objections_total(total, band): "答复后，你单位考核总分为 {total} 分，等次为{band}。" | "With these answers your total is {total}, which is {band}.";
    objections_last: "本答复为最终答复，评分表在异议期满、全部异议答复后锁定。" | "This answer is final; the sheet is sealed once the window is over and every objection is answered.";

    letter_rectification: "责令整改通知书" | "Notice of rectification";
    print_rectification: "打印整改通知书" | "Print the notice";
    rectification_words(source): "在{source}中，发现你单位存在以下问题：" | "The following was found wrong with you ({source}):";
    rectification_due(due, owner): "请于 {due} 前完成整改。整改责任人：{owner}。" | "Please put it right by {due}. Who answers for it: {owner}.";
    rectification_report(party): "整改完成后，请在系统中报告整改情况并附凭据，由{party}核实后销号。" | "Once it is done, say so in the system with what shows it; {party} looks at it and closes the matter.";
    rectification_late: "逾期未整改的，按规定在考核中减分；未销号的，不得出壳。" | "What is not put right in time takes points away in the assessment; while it is not closed there is no hatching.";
    rectification_table: "整改办理情况" | "What was done since";
    step: "事项" | "Step";
    by: "办理人" | "By";
    at: "时间" | "When";
    what_was_said: "内容" | "What was said";
    reported: "报告整改" | "repair reported";
    sent_back: "退回继续整改" | "sent back";
    closed: "销号" | "closed";
    extended: "延长期限" | "given more time";
    withdrawn: "撤销整改" | "withdrawn";
    party_operator: "运营方" | "the operator";
    party_bureau: "民政局" | "the bureau";

    admission_form: "社会组织入壳审批表" | "Approval of an admission";
    hatching_form: "社会组织出壳审批表" | "Approval of a hatching";
    exit_form: "社会组织退出审批表" | "Approval of an exit";
    print_approval: "打印审批表" | "Print the approval form";
    applied_for: "拟办事项" | "What is asked for";
    organisation_opinion: "申请单位意见" | "The organisation";
    operator_opinion: "运营方意见" | "The operator";
    bureau_opinion: "民政局审批意见" | "The bureau";
    signs_organisation: "负责人（签字、盖章）" | "Head (signature, seal)";
    signs_operator: "经办人（签字、盖章）" | "By (signature, seal)";
    signs_bureau: "审批人（签字、盖章）" | "Approved by (signature, seal)";
    agreed: "同意。" | "Approved.";
    declined: "不同意。" | "Not approved.";
    with_reason(word, reason): "{word}{reason}" | "{word} {reason}";
    stands: "办理状态" | "State";

    follow_up_record(age): "出壳回头看记录表（{age}）" | "Record of a follow-up ({age})";
    follow_up_extra: "出壳回头看记录表（专项）" | "Record of a follow-up (extra)";
    follow_up_extra_short: "专项" | "extra";
    print_follow_up: "打印记录表" | "Print the record";
    hatched_on: "出壳日期" | "Hatched on";
    visitor_signs: "回访人（签字）" | "Visited by (signature)";
    visited_signs: "被访单位（签字、盖章）" | "The organisation (signature, seal)";
    organisation_word: "机构意见" | "The organisation's word";
    organisation_waits: "等待机构确认" | "waits for the organisation";
    organisation_confirmed(by, at): "{by} 于 {at} 确认" | "confirmed by {by} at {at}";
    organisation_comment(by, at, words): "{by} 于 {at} 提出意见：{words}" | "comment of {by} at {at}: {words}";
    filed(by, at): "{by} 于 {at} 提交" | "filed by {by} at {at}";

    plan_title(month): "{month}工作计划表" | "Plan of {month}";
    print_plan: "打印计划表" | "Print the plan";
    plan_subject: "制定单位" | "Whose plan";
    plan_submitted: "提交" | "Submitted";
    plan_decided: "审批" | "Decided";
    plan_made_by: "制定单位负责人（签字、盖章）" | "Made by (signature, seal)";
    plan_approved_by: "审批单位负责人（签字、盖章）" | "Approved by (signature, seal)";

    report_title(week): "{week}汇报表" | "Weekly report: {week}";
    print_report: "打印汇报表" | "Print the report";
    report_subject: "填报单位" | "Whose report";
    report_filed_again(number): "第 {number} 次提交" | "Filed again (version {number})";
    report_confirmed: "代填，机构已确认" | "on behalf, confirmed";
    report_review: "审阅" | "Review";
    report_result: "审阅结果" | "Result";
    report_unreviewed: "尚未审阅" | "not reviewed yet";
    report_reviewer: "审阅人（签字）" | "Reviewed by (signature)";

    year_report(year): "{year}年度工作报告" | "Annual report {year}";
    print_year: "打印年度报告" | "Print the annual report";
    year_in_short(year, came, hatched, exited): "{year}年入壳 {came} 家，出壳 {hatched} 家，退出 {exited} 家。" | "In {year}, {came} organisations were admitted, {hatched} hatched and {exited} exited.";
    year_stands(day): "第五、六部分为截至 {day} 的情况。" | "Parts 5 and 6 tell how things stood on {day}.";
    year_sessions: "培训场次" | "Trainings";
    year_attendances: "培训人次" | "Attendances";
    year_pledged: "承诺资金" | "Funds pledged";
    year_received: "到位资金" | "Funds received";
    year_targets: "一、年度目标完成情况" | "1. Annual targets";
    year_came: "二、入壳机构" | "2. Admissions";
    year_hatched: "三、出壳机构" | "3. Hatchings";
    year_exited: "四、退出机构" | "4. Exits";
    year_leavers: "五、历年离壳机构现状" | "5. All who have left, and how they stand";
    year_survival: "六、出壳机构存续率" | "6. Survival of the hatched";
    year_of_hatching: "出壳年度" | "Hatched in";
    year_hatched_count: "出壳数" | "Hatched";
    year_all: "合计" | "All";
    organisation: "机构名称" | "Organisation";

    dossier: "社会组织孵化档案" | "Dossier of an organisation";
    dossier_note: "一社一档。电话号码已遮盖。" | "One organisation, one file. Telephone numbers are masked.";
    print_dossier: "打印档案" | "Print the dossier";
    part_identity: "一、基本信息" | "1. Identity";
    part_people: "二、人员" | "2. People";
    part_stages: "三、孵化经过" | "3. Stages";
    part_results: "四、考核结果" | "4. Results of assessments";
    part_plans: "五、月计划完成情况" | "5. Completion of monthly plans";
    part_visits: "六、出壳回头看" | "6. Follow-ups";
    part_papers: "七、证照与材料" | "7. Papers";
    none: "无。" | "None.";
    position: "职务" | "Position";
    phone: "电话" | "Telephone";
    name: "姓名" | "Name";
    day: "日期" | "Day";
    decided_by: "决定人" | "Decided by";
    period: "考核期" | "Period";
    month: "月份" | "Month";
    items: "项目" | "Items";
    done: "完成" | "Done";
    completion: "完成率" | "Completion";
    due: "应访日期" | "Due";
    visited: "回访日期" | "Visited";
    outcome: "结果" | "Outcome";
    paper: "材料" | "Paper";
    added: "上传" | "Added";
    keeper_signs: "档案管理人（签字）" | "Kept by (signature)";
}

/// A period as prose names it.
pub(super) fn period_name(language: Language, occasion: Occasion) -> String {
    match occasion {
        Occasion::Quarter(quarter) => {
            let number = quarter.quarter();
            let chinese = ["一", "二", "三", "四"].into_iter().nth(number as usize - 1);
            let said = chinese.filter(|_| language == Language::Chinese);
            quarter_of(language, quarter.year(), said.map_or_else(|| number.to_string(), str::to_owned))
        }
        Occasion::Year(year) => year_of(language, year.year()),
        Occasion::ExitReview(_) => crate::assessment::words::exit_review(language).to_owned(),
    }
}
