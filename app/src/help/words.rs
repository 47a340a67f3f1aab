//! The words of the guide.

words! {
    title: "使用帮助" | "Help";
    subtitle: "您在这里做什么、在哪里做、用到的词是什么意思。" | "What you do here, where you do it, and what the words mean.";
    as_role(role, place): "{role} · {place}" | "{role} · {place}";
    first_title: "先做这三件事" | "Three things to do first";
    first_all: "全部说明" | "The whole guide";
    first_away: "知道了，不再显示" | "Got it: do not show this again";
    first_again: "首页“先做这三件事”的提示关掉以后，可以在这里重新显示：" | "Once “Three things to do first” is put away on a first screen, it can be shown again here:";
    first_our_file: "核对机构信息和联系人" | "See that your details and contacts are right";
    first_our_report: "报一次周汇报，填三栏就能交" | "File a week: three fields are enough";
    first_our_score: "看看季度考核的评分表" | "Look at how the quarter is scored";
    first_register: "核对机构名册，缺的登记上" | "Check the register, and enter who is missing";
    first_invite: "邀请各机构的填报人员" | "Invite the organisations' staff";
    first_year: "写好全年目标，报民政局批准" | "Write the year's targets for the bureau to approve";
    first_decider: "指定谁来决定对基地评分的异议" | "Name who decides on objections to the base's sheet";
    first_cards: "看看评分表，按本市办法修改" | "Read the scorecards, and make them your city's own";
    first_targets: "审批基地的年度目标" | "Decide on the base's targets of the year";
    first_record: "看一家机构的完整档案" | "Read one organisation's whole file";
    first_sheet: "核对一张评分表和它的锁定码" | "Check a sheet and its seal";
    first_log: "查看审计日志" | "Read the audit log";
    first_base: "建立基地" | "Found a base";
    first_accounts: "邀请民政局、运营方和审计人员" | "Invite the bureau, the operator and auditors";
    first_calendar: "录入节假日和调休" | "Enter holidays and working weekends";
    keys: "键盘" | "Keyboard";
    find_key: "在基地或机构的任何一页查找自己看得到的内容：人员、周汇报、考核评分表等。Mac 上是 ⌘K。" | "On every page of a base or an organisation: find what you may see, such as a person, a weekly report or a sheet. On a Mac, ⌘K.";
    keys_hint: "审阅周汇报时可用；正在输入文字时不起作用。" | "While reviewing weekly reports; they rest while you are typing.";
    data: "导出与程序读取" | "Files and programs";
    exports: "导出" | "Exports";
    exports_mean: "列表都能按当前的筛选导出：Excel 给人看；旁边的菜单里有 CSV 和 JSON，给程序用。" | "Lists go out as they are filtered: to Excel, and by the menu beside it to CSV and JSON for programs.";
    programs: "程序令牌" | "Tokens of programs";
    programs_mean: "让程序以您的身份读取数据：只能读，不能改；最长一年，随时可以撤销。" | "A program reads in your name and changes nothing, for a year at the most; you can revoke its token at any time.";
    to_tokens: "我的程序令牌" | "My tokens";
    terms: "名词" | "Words of the field";

    our_reports: "每周报一次，填三栏就能交。边写边存，断网、关页都不丢；没有事项也要报一份“本周无事项”。" | "File once a week; three fields are enough. What you type saves itself and survives a lost network or a closed page. A quiet week is filed too, as nothing to report.";
    our_plans: "写下当月要做的事、数量、负责人和时限。批准后在周汇报里报进度，月底的完成情况由此算出，您再核对。" | "Write what the month is for: how much, who, by when. Once approved you tell progress in the weekly reports; the month's result is counted from them, and you check it.";
    our_assessments: "先自评、附佐证。结果公布后，每一项都写明怎么算、少了多少；不同意的可以逐项提出异议。" | "Score yourselves first, with evidence. Once published, each line says how it came about; object line by line where you disagree.";
    our_services: "缺政策、资源、项目、培训时在这里提出，看得到谁在办、到哪一步、什么时候办结，办完可以评分。" | "Ask for advice, resources, projects or training; see who does it, how far it is and by when, and rate it once it is done.";
    our_records: "参加过的培训、接受过的指导、对接的项目和资金，都在这里，有误可请运营方更正。" | "Trainings attended, coaching received, projects and funds: all stand here. Ask the operator to correct what is wrong.";
    our_rectifications: "要整改的问题、时限和责任人。改好后附上佐证提交，由运营方销号；未销号的不能出壳。" | "What has to be repaired, by whom and by when. Send proof of the repair; the operator closes it. No hatching while one is open.";
    our_file: "机构的基本信息、人员和孵化阶段。联系人变了请及时改。" | "Your organisation's details, people and stages. Keep the contacts up to date.";

    desk: "今天要办的都在这里，每一行点进去就能办。" | "What has to be done today; each line leads to where it is done.";
    reviews: "逐份审阅机构的周汇报：接受，或写明理由退回。可以成批接受，也可以用键盘。" | "Read the organisations' reports one by one: accept, or return with a reason. Several at once, or by keyboard.";
    reports: "机构 × 周的一览：谁按时、谁迟报、谁缺报。可以筛选、导出，点进任意一格。" | "Organisations by weeks: who is on time, late or missing. Filter, export, open any cell.";
    base_reports: "基地自己每周向民政局的汇报，先由机构的周汇报汇总而成，再由您修改。" | "The base's own week for the bureau; it begins as a summary of what the organisations filed.";
    plans: "审批机构的月计划，提交基地的月计划，月初核定上月结果；未完成的结转或说明理由后取消。" | "Approve the organisations' plans, submit the base's own, settle last month's results; what is unfinished is carried over or dropped with a reason.";
    targets: "年度目标分解到季度和责任人。系统能数的自动计数，其余凭佐证登记，由民政局审批后计入。" | "The year's targets by quarter and owner. What can be counted is; the rest is entered with evidence and counts once the bureau approves.";
    assessments: "开一轮考核、给机构评分、基地自评。规则项由系统算好并列出算式，要改须写明理由。" | "Open a round, score the organisations, score the base itself. Lines by rule come with their working; an override needs a reason.";
    services: "受理机构的求助，定责任人和时限，办结时写明结果。" | "Take up what organisations ask for, settle owner and day, close it with a result.";
    records: "登记培训、督导、对接的项目和资金；目标和考核都从这里取数。培训可用二维码签到。" | "Enter trainings, coaching, projects and funds; targets and assessments count them. A QR code signs people in.";
    follow_ups: "出壳机构到期该回访的、逾期的；可先发问卷，回访后由机构确认。" | "Who has to be visited after hatching, due and overdue; send a questionnaire first if you like. The organisation confirms the visit.";
    rectifications: "交给机构整改的问题，收到佐证后销号；民政局交基地整改的也在这里。" | "Faults that organisations have to repair; close them on proof. Those of the base itself stand here too.";
    exceptions: "免报和延期，可以成批给，都要写理由；民政局在基地的评分表旁看得到。" | "Excuses and extensions, for many at once, each with a reason; the bureau sees them beside the base's sheet.";
    reminders: "未来一天谁会收到什么、发出了哪些、哪些没有发成；也在这里决定本基地提醒哪些事项。" | "Who will be told what within a day, what was told and what failed; what the base reminds of is settled here too.";
    people: "邀请机构人员和同事登录，发链接或二维码；人员离开时及时停用。" | "Invite staff and colleagues by link or QR code; end their access when they leave.";

    bureau_desk: "等您办的事项，已等多久；也列出本局自己拖了多久。" | "What waits for you and since when, the bureau's own waiting included.";
    bureau_reports: "听基地每周汇报：接受、退回，或就此交办。" | "Hear the base each week: accept, return, or give an instruction.";
    bureau_assessments: "核对机构评分，差异大的排在前面，可抽查、可成批确认；给基地评分；公布、异议、锁定都在这里。" | "Check the organisations' sheets, the biggest differences first; sample, confirm one or many; score the base; publication, objections and seal.";
    bureau_targets: "审批年度目标及其调整，看每季完成了多少、照此进度年底会到多少。" | "Approve the year's targets and their changes; see plan against actual and the forecast.";
    proposals: "运营方提议的入壳、出壳、延期和退出，由您确认或不同意。" | "Admission, hatching, extension and exit, proposed by the operator, for you to confirm or decline.";
    instructions: "交办、督办：写明责任人和时限，收到办理情况后办结或退回。" | "Give an instruction with owner and deadline; close it or send it back once it is answered.";
    bureau_follow_ups: "出壳机构的回访和存续情况，作为评价基地工作的参考。" | "Visits and survival of the hatched, as reference data for the base's own assessment.";
    settings: "指定谁来决定对基地评分的异议。" | "Name who decides on objections to the base's sheet.";

    audit_overview: "全部记录只读可查，审计日志的链是否完整一眼可见。" | "Every record, read only; whether the audit log's chain is whole.";
    audit_organisations: "一社一档：基本信息、人员、阶段、汇报、考核。" | "One file per organisation: details, people, stages, reports, scores.";
    audit_assessments: "评分表、各方分数、依据、异议和锁定的原文；锁定码可自行复算。" | "Sheets, each party's points, evidence, objections and the sealed text; anyone can compute the seal again.";
    audit_log: "谁在什么时候做了什么，前后相扣，改不了也删不掉。" | "Who did what and when, each entry chained to the one before.";

    accounts: "建立、停用账号，发邀请和重设密码的链接。" | "Create and disable accounts; links to invite people and to reset passwords.";
    bases: "新建基地；维护各基地的评分表，有版本、有理由，不参与打分。" | "Found a base; keep the scorecards of each, in versions and with reasons, and score nothing.";
    calendar: "每年国务院放假通知公布后，录入下一年的节假日和调休；未录入的年份，截止时间只是暂定。" | "Enter the next year's holidays and working weekends once the State Council has published them; until then deadlines of that year are provisional.";

    told: "提醒" | "Reminders";
    bell: "我的提醒" | "My notices";
    bell_means: "铃铛旁的数字是未读的提醒：临近到期、今天到期和已逾期的事项，点进去就能办。提交以后不再提醒。" | "The number beside the bell counts what you have not read: what is nearly due, due today or overdue, each a tap from done. What has arrived is told no more.";
    own_reminders: "提醒设置" | "How you are reminded";
    own_reminders_mean: "选择哪些事项提前提醒、什么时段免打扰、是否发邮件或发到工作群。到期当天的提醒和逾期升级的通知始终会发出。" | "What you want to know ahead, your quiet hours, and whether by mail or to a group, too. What is due today and what escalates is always told.";

    term_rhythms: "周周听汇报、月月有计划、季季有考核" | "Three rhythms";
    term_rhythms_means: "基地和机构每周汇报、每月计划、每季考核；周汇报推进计划，两者又成为季度得分的依据。" | "A report each week, a plan each month, an assessment each quarter; reports feed the plan, both feed the score.";
    term_hatching: "入壳、出壳" | "Admission and hatching";
    term_hatching_means: "进入基地孵化，和孵化期满、评估合格后独立运作。均由运营方提议、民政局确认。" | "Entering the base, and standing alone after a passed exit review; proposed by the operator, confirmed by the bureau.";
    term_shell: "壳内、壳外" | "In-shell and out-of-shell";
    term_shell_means: "壳内在基地办公，壳外在自己的场地，同样接受孵化。" | "Nurtured with a desk in the base, or in premises of one's own.";
    term_follow_up: "出壳回头看" | "Follow-up";
    term_follow_up_means: "出壳后按期回访，看机构是否还在、怎么样，作为评价基地工作的参考。" | "Visits at fixed ages after hatching: whether and how the organisation lives, as reference data on the base's work.";
    term_rectification: "整改、销号" | "Rectification";
    term_rectification_means: "限期改正的问题，凭佐证办结。" | "A fault to be repaired by a day, closed on proof.";
    term_instruction: "交办、督办" | "Instruction";
    term_instruction_means: "民政局交给基地的事，有责任人和时限。" | "What the bureau asks of the base, with owner and deadline.";
    term_expected: "应报" | "Expected";
    term_expected_means: "按入壳时间、报送频次和日历算出的应报周次；免报和停报的不算在内。" | "The weeks for which a report is asked, by admission, cadence and calendar; excused and suspended weeks are none of them.";
    term_rate: "按时率" | "On-time rate";
    term_rate_means: "按时算一份，迟报算半份，缺报不算，除以应报份数。" | "On time counts one, late a half, missing nothing, over what was expected.";
    term_attendances: "人次、人数" | "Attendances and people";
    term_attendances_means: "同一人来三次是三人次、一个人，两者分开数。" | "Somebody who comes three times is three attendances and one person; the two are counted apart.";
    term_objection: "异议" | "Objection";
    term_objection_means: "公示期内对某一项得分提出，由没有打分、也没有确认过的人决定。" | "Against one published line, within its window; decided by somebody who neither scored nor confirmed it.";
    term_seal: "锁定" | "Seal";
    term_seal_means: "公示期满、没有未决异议后锁定，附锁定码，此后不再改动；确有错误的另出更正版，旧版保留。" | "Once the window is over and nothing is open the sheet is locked with a code; a mistake is mended by a new version beside the old one.";
    term_sample: "抽查" | "Sampling";
    term_sample_means: "由记录在案的随机种子抽取，任何人都能复核抽到的是哪些。" | "Drawn by a recorded seed, so that anyone can draw the same again.";
}
