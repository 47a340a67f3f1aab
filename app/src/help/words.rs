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
    keys_hint: "审阅周汇报时可用；正在输入文字时不起作用。" | "While reviewing weekly reports; they rest while you are typing.";
    data: "导出与程序读取" | "Files and programs";
    exports: "导出" | "Exports";
    exports_mean: "列表都能按当前的筛选导出：Excel 给人看；旁边的菜单里有 CSV 和 JSON，给程序用。一个季度的全部记录可以生成一个 Excel 文件。" | "Lists go out as they are filtered: to Excel, and by the menu beside it to CSV and JSON for programs. All records of a quarter can be made into one Excel file.";
    prints: "打印" | "On paper";
    prints_mean: "要签字盖章、要发出的文书，从对应的页面打印成 A4；通报、答复和整改通知还可以下载 Word 文档。" | "What is signed or sent is printed on A4 from its own page; results, answers to objections and notices of rectification are Word documents, too.";
    programs: "程序令牌" | "Tokens of programs";
    programs_mean: "让程序以您的身份读取数据：只能读，不能改；最长一年，随时可以撤销。" | "A program reads in your name and changes nothing, for a year at the most; you can revoke its token at any time.";
    to_tokens: "我的程序令牌" | "My tokens";
    terms: "名词" | "Words of the field";

    our_reports: "每周报一次，填三栏就能交。边写边存，断网、关页都不丢；没有事项也要报一份“本周无事项”。" | "File once a week; three fields are enough. What you type saves itself and survives a lost network or a closed page. A quiet week is filed too, as nothing to report.";
    our_plans: "写下当月要做的事、数量、负责人和时限。批准后在周汇报里报进度，月底的完成情况由此算出，您再核对。确有原因的，可以在计划页申请免报或延期。" | "Write what the month is for: how much, who, by when. Once approved you tell progress in the weekly reports; the month's result is counted from them, and you check it. With good reason you can ask there to be excused, or for more time.";
    our_assessments: "先自评、附佐证。结果公布后，每一项都写明怎么算、少了多少、怎样补回；不同意的可以逐项提出异议。" | "Score yourselves first, with evidence. Once published, each line says how it came about and what would regain lost points; object line by line where you disagree.";
    our_services: "缺政策、资源、项目、培训时在这里提出，看得到谁在办、到哪一步、什么时候办结，办完可以评分。" | "Ask for advice, resources, projects or training; see who does it, how far it is and by when, and rate it once it is done.";
    our_records: "参加过的培训、接受过的指导、对接的项目和资金，都在这里，有误可请运营方更正。" | "Trainings attended, coaching received, projects and funds: all stand here. Ask the operator to correct what is wrong.";
    our_rectifications: "要整改的问题、时限和责任人。改好后附上佐证提交，由运营方销号；未销号的不能出壳。" | "What has to be repaired, by whom and by when. Send proof of the repair; the operator closes it. No hatching while one is open.";
    our_letters: "投诉、建议和咨询可以直接写给民政局；运营方看不到，也不知道您写过。" | "Complaints, suggestions and questions go to the bureau directly; the operator neither sees them nor learns of them.";
    our_file: "机构的基本信息、人员和孵化阶段。联系人变了请及时改。" | "Your organisation's details, people and stages. Keep the contacts up to date.";

    desk: "今天要办的都在这里，每一行点进去就能办。页首还有“谁在等谁”“孵化进程”“本季一览”（也可按周、月、年看）；哪些机构有风险、为什么、怎么办，评分表、计划、目标和求助的进展，也列在这里。" | "What has to be done today; each line leads to where it is done. Above: who waits for whom, how many stand where, and this quarter at a glance (a week, month or year in the same way); below: who is at risk, why and what to do, and how sheets, plans, targets and help stand.";
    reviews: "逐份审阅机构的周汇报：接受，或写明理由退回。可以成批接受，也可以用键盘。" | "Read the organisations' reports one by one: accept, or return with a reason. Several at once, or by keyboard.";
    reports: "机构 × 周的一览：谁按时、谁迟报、谁缺报。可以筛选、导出，点进任意一格。" | "Organisations by weeks: who is on time, late or missing. Filter, export, open any cell.";
    base_reports: "基地自己每周向民政局的汇报，先由机构的周汇报汇总而成，再由您修改。" | "The base's own week for the bureau; it begins as a summary of what the organisations filed.";
    plans: "审批机构的月计划，提交基地的月计划，月初核定上月结果；未完成的结转或说明理由后取消。机构申请免报、延期的，在计划页答复。" | "Approve the organisations' plans, submit the base's own, settle last month's results; what is unfinished is carried over or dropped with a reason. Who asks to be excused or for more time is answered on the plan's page.";
    targets: "年度目标分解到季度和责任人。系统能数的自动计数，其余凭佐证登记，由民政局审批后计入。" | "The year's targets by quarter and owner. What can be counted is; the rest is entered with evidence and counts once the bureau approves.";
    assessments: "开一轮考核、给机构评分、基地自评。规则项由系统算好并列出算式，要改须写明理由。年度考核和出壳评估也在这里。" | "Open a round, score the organisations, score the base itself. Lines by rule come with their working; an override needs a reason. The year and exit reviews are here as well.";
    services: "受理机构的求助，定责任人和时限，办结时写明结果；周汇报里的求助，在那一页转成服务事项。" | "Take up what organisations ask for, settle owner and day, close it with a result. Help that a weekly report asks for is made a request from its page.";
    records: "登记培训、督导、对接的项目和资金；目标和考核都从这里取数。培训可用二维码签到。" | "Enter trainings, coaching, projects and funds; targets and assessments count them. A QR code signs people in.";
    follow_ups: "出壳机构到期该回访的、逾期的；可先发问卷，回访后由机构确认。" | "Who has to be visited after hatching, due and overdue; send a questionnaire first if you like. The organisation confirms the visit.";
    organisations: "一社一档：登记机构，查看它的全部记录；入壳、出壳等阶段变更也在档案里提议。" | "One file per organisation: add it, see all its records; admission, hatching and other steps are proposed there.";
    instructions_to_us: "民政局交办的事：按时限办理、答复，由民政局办结。" | "What the bureau asks of the base: do it, answer in time, and the bureau closes it.";
    rectifications: "交给机构整改的问题，收到佐证后销号；民政局交基地整改的也在这里。" | "Faults that organisations have to repair; close them on proof. Those of the base itself stand here too.";
    exceptions: "免报和延期，可以成批给，都要写理由；民政局在基地的评分表旁看得到。" | "Excuses and extensions, for many at once, each with a reason; the bureau sees them beside the base's sheet.";
    reminders: "未来一天谁会收到什么、发出了哪些、哪些没有发成；也在这里决定本基地提醒哪些事项、什么时候提醒。" | "Who will be told what within a day, what was told and what failed; what the base reminds of, and when, is settled here too.";
    people: "邀请各机构的填报人员，发链接或二维码；人员离开时及时停用。本方同事的账号由系统管理员邀请。" | "Invite the organisations' staff by link or QR code; end their access when they leave. Your own colleagues are invited by the administrator.";
    import: "读入现有的花名册：先逐行看结果，再确认写入。" | "Read the register that you have: see what becomes of each row, then confirm.";

    scorecards: "现行评分表的指标、分值和算法；由民政局或系统管理员修订。" | "The scorecards in force: each line, its points and how it is counted. The bureau or the administrator writes the next version.";
    settings_to_read: "对基地评分的异议由谁答复；由民政局指定。" | "Who decides on objections to the base's sheet; the bureau names them.";

    bureau_desk: "等您办的事项，已等多久；也列出本局自己拖了多久。页首有“谁在等谁”“风险提示”和“上季一览”（也可按周、月、年看）；管几个基地的，还有“各基地一览”。" | "What waits for you and since when, the bureau's own waiting included. Above: who waits for whom, who is at risk, the last quarter at a glance (a week, month or year in the same way), and, for several bases, all of them side by side.";
    bureau_reports: "听基地每周汇报：接受、退回，或就此交办。" | "Hear the base each week: accept, return, or give an instruction.";
    bureau_plans: "审批基地的月计划；各机构的计划由运营方审批，您可以查阅。" | "Decide on the base's own plan; those of the organisations are decided by the operator, for you to read.";
    bureau_assessments: "核对机构评分，差异大的排在前面，可抽查、可成批确认；给基地评分；公布、异议、锁定都在这里。锁定后确有错误，须两人经手更正。" | "Check the organisations' sheets, the biggest differences first; sample, confirm one or many; score the base; publication, objections and seal. After the seal a mistake is corrected by two people.";
    bureau_scorecards: "按本市办法写下一版评分表：看清与现行版本的差别，写明理由后发布。" | "Write the scorecards' next version by your city's own rules; see what it changes, and publish it with a reason.";
    bureau_targets: "审批年度目标及其调整，看每季完成了多少、照此进度年底会到多少。" | "Approve the year's targets and their changes; see plan against actual and the forecast.";
    proposals: "运营方提议的入壳、出壳、延期和退出，由您确认或不同意。" | "Admission, hatching, extension and exit, proposed by the operator, for you to confirm or decline.";
    instructions: "交办、督办：写明责任人和时限，收到办理情况后办结或退回。" | "Give an instruction with owner and deadline; close it or send it back once it is answered.";
    bureau_rectifications: "交给基地整改的问题，收到佐证后由您销号；运营方交给机构的也看得到。" | "Faults that the base has to repair, for you to close on proof; those of the organisations can be read as well.";
    bureau_exceptions: "运营方给出的免报和延期，供抽查；各类机构多久报一次周汇报，也在这里定。" | "What the operator has excused or extended, for you to sample; how often which organisations report is settled here, too.";
    letters: "机构直接写给民政局的信，在这里答复；运营方看不到。" | "What organisations write to you directly, for you to answer; the operator sees none of it.";
    surveys: "每季度发起一次不记名调查，把链接发给机构和社区；结束后满五份才显示结果。" | "Once a quarter an anonymous survey, by a link for organisations and one for communities; results show once it is over, from five answers on.";
    bureau_follow_ups: "出壳机构的回访和存续情况，作为评价基地工作的参考。" | "Visits and survival of the hatched, as reference data for the base's own assessment.";
    organisations_to_read: "一社一档：基本信息、人员、阶段、汇报、考核。" | "One file per organisation: details, people, stages, reports, scores.";
    services_to_read: "机构求助的事项：谁在办、到哪一步、什么时候办结；由运营方办理。" | "What organisations have asked for: who does it, how far it is and by when; the operator sees to it.";
    records_to_read: "运营方登记的培训、督导、对接的项目和资金；目标和考核都从这里取数。" | "Trainings, coaching, projects and funds that the operator has entered; targets and assessments count them.";
    reminders_to_read: "未来一天谁会收到什么、发出了哪些、哪些没有发成；提醒哪些事项、什么时候提醒由运营方决定。" | "Who will be told what within a day, what was told and what failed; the operator settles what the base reminds of, and when.";
    settings: "指定谁来决定对基地评分的异议。" | "Name who decides on objections to the base's sheet.";

    audit_overview: "全部记录只读可查，审计日志的链是否完整一眼可见。" | "Every record, read only; whether the audit log's chain is whole.";
    audit_assessments: "评分表、各方分数、依据、异议和锁定的原文；锁定码可自行复算。" | "Sheets, each party's points, evidence, objections and the sealed text; anyone can compute the seal again.";
    audit_log: "谁在什么时候做了什么，前后相扣，改不了也删不掉。" | "Who did what and when, each entry chained to the one before.";

    accounts: "建立、停用账号，发邀请和重置密码的链接。" | "Create and disable accounts; links to invite people and to reset passwords.";
    bases: "新建基地；维护各基地的评分表，有版本、有理由，不参与打分。" | "Found a base; keep the scorecards of each, in versions and with reasons, and score nothing.";
    calendar: "每年国务院放假通知公布后，录入下一年的节假日和调休；未录入的年份，截止时间只是暂定。" | "Enter the next year's holidays and working weekends once the State Council has published them; until then deadlines of that year are provisional.";

    // What pictures show, and of which pages they are.
    page_our_week: "手机上填一周的汇报" | "A week on a phone";
    shows_our_week: "手机上的周汇报：上面是截止时间和剩余时间，下面依次填做了什么、活动场数和人次。" | "A weekly report on a phone: when it is due and how long that is, then fields for what was done, activities and attendances.";
    page_our_plan: "一个月的计划" | "The plan of a month";
    shows_our_plan: "一个月的计划页：计划的状态和期限，下面是列出的事项。" | "The page of a month: where its plan stands and by when what is due, and below it the items.";
    shows_our_scores: "本机构各季的评分表，下面列出最近一季哪些项失了分、为什么、怎样补回。" | "Your sheets by quarter, and below them where the last one lost points, why, and what would regain them.";
    shows_desk: "运营方的今日待办：缺报、待审、待批、求助、回访各有多少，每个数字都能点开。" | "The operator's first screen: how many are silent, wait for review or approval, ask for help or have to be visited; each number opens.";
    page_review: "审阅一份周汇报" | "A report under review";
    shows_review: "审阅一份周汇报：一边是机构写的内容，一边是接受或退回。" | "A weekly report under review: what the organisation wrote on one side, accepting or returning it on the other.";
    shows_matrix: "机构和周次排成一张表，每一格用颜色和符号标明按时、迟报、缺报或免报。" | "Organisations by weeks; each cell tells by colour and sign whether the report was on time, late, missing or excused.";
    page_sheets: "一个季度的评分表" | "A quarter's sheets";
    shows_sheets: "一个季度的评分表清单：每家机构到了哪一步、总分、等次和三方分差。" | "The list of a quarter's sheets: for each organisation where it stands, its total, its band, and how far the parties are apart.";
    page_glance: "季度一览" | "The quarter at a glance";
    shows_glance: "季度一览：平均分、合格率、基地得分和按时率，下面是等次和得分的分布图。" | "The quarter at a glance: mean, how many passed, the base's own points and reports on time; below, charts of bands and totals.";
    page_to_check: "待核定的评分表" | "Sheets to check";
    shows_to_check: "评分表清单按分差从大到小排列，可以勾选多份一起核定。" | "Sheets with the widest differences first, and boxes to confirm several at once.";
    page_check: "核定一份评分表" | "A sheet under check";
    shows_check: "核定一份评分表：每项指标并列自评和运营方的分数，旁边填民政局的分数和理由。" | "A sheet under check: for each indicator the organisation's own points and the operator's, beside fields for the bureau's points and reason.";
    shows_overview: "审计的概览：审计日志有多少条、可当场核对，下面是各类记录的入口。" | "The auditor's overview: how long the audit log is, a button that checks it, and below it the way to every kind of record.";
    shows_log: "审计日志：每行写明时间、谁、做了什么、哪条记录；上面可以筛选，也可以核验整条日志。" | "The audit log: when, who, what and which record in each line; above it filters, and a button that verifies the whole log.";
    shows_accounts: "账号清单：姓名、账号、在哪里担任什么角色、是否停用；右上角是邀请按钮。" | "The list of accounts: person, name, what they are and where, whether in use; at the upper right the button to invite somebody.";
    page_scorecard: "修改评分表" | "Writing a scorecard";
    shows_scorecard: "修改评分表：一个部分的指标逐项列出，各有满分、计分方式和佐证材料。" | "A scorecard being written: the indicators of a section one by one, each with its points, how it is scored, and its evidence.";

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
