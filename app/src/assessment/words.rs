//! The words of quarterly assessments (季度考核).

use hatchboard::assessment::{Band, CorrectionState, Kind, Measured, Occasion, State, Step};

use crate::Language;

words! {
    title: "季度考核" | "Assessments";
    title_of_quarter(quarter): "{quarter} 季度考核" | "Assessment {quarter}";
    of_year(year): "{year} 年度" | "year {year}";
    at_a_glance: "季度一览" | "At a glance";
    exit_review: "出壳评估" | "Exit review";
    exit_reviews: "出壳评估" | "Exit reviews";
    exit_review_open: "开启出壳评估" | "Open the exit review";
    exit_review_consequence: "按现行出壳评估表开启：机构自评、基地评分、民政核定；核定的得分用于出壳审批，75 分及以上才能出壳。" | "By the card in force: own score, the operator's, the bureau's check. Its points go to the proposal to hatch, which needs 75.";
    exit_review_stands(state): "出壳评估{state}" | "Exit review: {state}";
    exit_review_points(points): "出壳评估得分 {points}" | "Exit review: {points} points";
    title_of_year(year): "{year} 年度考核" | "Annual assessment {year}";
    subtitle: "每季一轮：自评、基地评分、民政核定、公布、异议、锁定。" | "One round a quarter: own score, the operator's, the bureau's check, publication, objections, seal.";
    rounds: "各季考核" | "Rounds";
    rounds_caption: "各季考核一览" | "Assessment rounds";
    ours_subtitle: "每个季度的评分、理由，以及可以提出异议的期限。" | "Each quarter's score with its reasons, and until when you can object.";
    no_rounds: "还没有开启过考核" | "No round has been opened yet";
    no_rounds_hint: "季度结束后，由运营方或民政局开启，系统按孵化记录列出机构并带出规则得分。" | "Once a quarter is over, the operator or the bureau opens it: organisations are listed from the incubation records, and rules are computed.";
    no_sheets_ours: "还没有季度考核" | "No assessment yet";
    no_sheets_ours_hint: "季度结束后基地开启考核，您就可以在这里自评。" | "Once the base has opened a quarter's round, you score yourselves here.";
    open_round: "开启考核" | "Open the round";
    open_consequence: "将按孵化记录列出本季度的机构，确定各步期限和所用评分表版本，开启后不能撤销。" | "Organisations are listed from the incubation records; deadlines and versions of scorecards are settled. It cannot be taken back.";
    quarter: "季度或年度" | "Quarter or year";
    opened: "开启" | "Opened";
    opened_by: "开启人" | "Opened by";
    rated: "计分" | "Rated";
    by_at(by, at): "{by} {at}" | "{by}, {at}";
    sheets: "评分表" | "Sheets";
    sealed: "已锁定" | "Sealed";
    sealed_of(sealed, rated): "{sealed} / {rated}" | "{sealed} of {rated}";
    not_rated_count(count): "{count} 家不计分（应报周数不足 6 周）" | "{count} not rated (fewer than six weeks expected)";

    late: "考核开启后补录的机构" | "Recorded after the opening";
    late_hint: "本季度已在孵，入壳记录在考核开启后才补录，所以没有评分表。公布前可以加入，截止后加入的按截止时的记录计。" | "They were here in the quarter, and that was recorded after the round had been opened: so they have no sheet. Until anything is published they can be added; after the cut-off, by the records as of then.";
    late_row: "补录，尚无评分表" | "recorded later, no sheet yet";
    late_closed: "已有评分表公布，不能再加入。" | "Sheets are published: nobody is added any more.";
    late_year: "本年度的年度考核已开启，名单中没有这家机构，不能再加入。" | "The year's round has been opened without this organisation: it is not added to a quarter of that year any more.";
    late_organisation: "机构" | "Organisation";
    add_late: "加入本次考核" | "Add to the round";

    sheets_caption(quarter): "{quarter} 评分表" | "Sheets of {quarter}";
    subject: "对象" | "Subject";
    scorecard: "评分表" | "Scorecard";
    card_of(name, version): "{name}，第 {version} 版" | "{name}, version {version}";
    state: "状态" | "State";
    total: "总分" | "Total";
    went_said(list): "历季得分：{list}" | "Points by quarter: {list}";
    band: "等次" | "Band";
    difference: "分差" | "Difference";
    difference_hint: "各方给分差距之和，先看差距大的。" | "How far the parties lie apart over all lines: look at the biggest first.";
    waits: "等谁" | "Waits for";
    waits_subject(length): "等自评，{length}" | "for the subject, {length}";
    waits_operator(length): "等运营方，{length}" | "for the operator, {length}";
    waits_bureau(length): "等民政局，{length}" | "for the bureau, {length}";
    waits_window(until): "公示期至 {until}" | "window until {until}";
    overdue: "已逾期" | "overdue";
    sampled: "抽查" | "sampled";
    objected(count): "{count} 项异议待答复" | "{count} objections open";
    search: "查名称或信用代码" | "Find a name or code";
    all_states: "全部状态" | "All states";
    all_kinds: "全部类型" | "All kinds";
    all_bands: "全部等次" | "All bands";
    all_totals: "全部分数" | "All totals";
    between_totals(from, to): "{from}–{to} 分" | "{from} to {to}";
    order: "排序" | "Order";
    order_name: "按名称" | "By name";
    order_difference: "分差大的在前" | "Biggest difference first";
    order_total: "总分高的在前" | "Highest total first";
    order_waiting: "等得久的在前" | "Longest wait first";
    show: "只看" | "Only";
    only_sampled: "抽查的" | "Sampled";
    only_objected: "有异议的" | "With objections";
    everything: "全部" | "All";
    no_match: "没有符合条件的评分表" | "No sheet matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    not_rated: "不计分" | "not rated";
    not_rated_year: "本年度计分的季度不足两个，不作年度评定。" | "Fewer than two quarters of the year were rated, so there is no annual result.";
    no_quarters: "本年度还没有已公布的季度总分" | "No quarter of the year has been published yet";
    not_rated_why(weeks): "本季度应报 {weeks} 周，不足 6 周，不计分。" | "{weeks} weeks were expected in the quarter: fewer than six, so it is not rated.";
    select(name): "选择 {name}" | "Select {name}";
    choose: "选择" | "Select";

    deadlines: "期限" | "Deadlines";
    deadline_facts: "事实截止" | "Facts cut off";
    deadline_own: "自评" | "Own score";
    deadline_score: "评分" | "Score";
    deadline_check: "核定" | "Check";
    of_organisations: "机构" | "Organisations";
    of_base: "基地" | "Base";
    facts_provisional(until): "规则得分是暂定的，{until} 截止后冻结。" | "What rules find is provisional until {until}, then frozen.";
    facts_frozen(at): "规则所依事实已于 {at} 冻结。" | "The facts that rules go by were frozen at {at}.";

    confirm_selected: "核定所选" | "Confirm selected";
    confirm_hint: "只核定已评分、各项有分、且不是您本人评分或所属单位的评分表，基地的还要已写明参考数据的使用情况；其他保持原样。" | "Those that are scored and complete, and that you neither scored nor belong to, are confirmed, the base's once it says how the reference data were used; the others stay.";
    publish_all(count): "公布已核定的 {count} 份" | "Publish the {count} confirmed";
    publish_one: "公布" | "Publish";
    publish_consequence: "公布后对象看到全部给分和理由，五个工作日内可以逐项提出异议。" | "Subjects then see all points with their reasons, and can object to single lines for five working days.";
    seal_due: "锁定到期的评分表" | "Seal what is due";
    seal_consequence: "公示期已过、没有未答复异议的评分表将锁定，之后不能更改。系统每小时也会自动锁定。" | "Sheets whose window is over and that have no open objection are sealed and change no more. The program does the same every hour.";
    draw: "抽查" | "Sample";
    draw_hint: "按种子抽取，任何人用同一种子都能抽出同样的评分表。" | "Drawn by a seed: whoever takes the same seed draws the same sheets.";
    seed: "种子" | "Seed";
    seed_value(seed): "种子：{seed}" | "Seed: {seed}";
    number: "份数" | "How many";
    number_hint: "抽出这么多份，逐份细看。" | "So many are drawn, to be looked at closely.";

    indicator: "指标" | "Indicator";
    max: "分值" | "Points";
    own: "自评" | "Own";
    operator: "基地评分" | "Operator";
    bureau: "民政核定" | "Bureau";
    counts: "计分" | "Counts";
    before: "上期" | "Before";
    by_rule: "系统计算" | "by rule";
    not_applicable: "不适用" | "does not apply";
    left_out: "评分表规定这一项不适用于该对象的登记状态或孵化方式，不计分。" | "By the scorecard this does not apply to its standing or mode, and counts nothing.";
    note: "理由" | "Note";
    evidence: "佐证" | "Evidence";
    evidence_needed(what): "需要：{what}" | "Needed: {what}";
    points_of(indicator): "{indicator}：分数" | "{indicator}: points";
    note_of(indicator): "{indicator}：理由" | "{indicator}: note";
    evidence_of(indicator): "{indicator}：佐证" | "{indicator}: evidence";
    sent_back_for(reason): "退回：{reason}" | "Sent back: {reason}";
    article(article): "依据：{article}" | "By: {article}";
    working(formula): "算式：{formula}" | "Working: {formula}";
    records: "看记录" | "Records";
    records_of(what): "看记录：{what}" | "Records: {what}";
    instructions: "交办" | "instructions";
    rectifications: "整改" | "rectifications";
    override_hint: "系统得分，改动要写理由。" | "Computed: a change needs a reason.";
    sections: "各部分" | "Sections";
    section: "部分" | "Section";
    by_records: "记录显示" | "What the records show";
    working_head: "算式" | "Working";
    indicator_code: "指标代码" | "Code of the indicator";
    sheet_caption(name, quarter): "{name} {quarter} 评分表" | "{name}: sheet of {quarter}";

    sum: "合计" | "Sum";
    sum_working(points, of, scaled, bonus, deductions, total): "{points} ÷ {of} × 100 = {scaled}，加分 {bonus}，减分 {deductions}，总分 {total}" | "{points} ÷ {of} × 100 = {scaled}, bonus {bonus}, deductions {deductions}: {total}";
    rescaled(of): "有指标不适用，按 {of} 分折算为百分制。" | "Not all lines apply: {of} points are rescaled to a hundred.";
    lines_open(count): "还有 {count} 项没有分，总分是暂定的。" | "{count} lines have no points yet: the total is provisional.";
    nothing_applies: "没有适用的指标，不能评分。" | "No line applies: there is no assessment.";
    before_total(points): "上期 {points}" | "{points} the time before";
    bonus: "加分" | "Bonus";
    bonus_hint(cap): "加到总分上，最多 {cap} 分，写明理由和依据；清空即取消。" | "Added to the total, {cap} at the most, with the reason; blank takes it away.";
    veto: "一票否决" | "Veto";
    veto_hint: "分数保留，等次定为不合格；写明事实和依据。" | "The number stays, the band becomes fail. Say what happened and what shows it.";
    veto_file: "依据附件" | "A file that shows it";
    veto_file_hint: "可不填。照片、PDF、Excel 或 Word，一个，不超过 10 MB；与这次决定一起保留，锁定时写入它的名称、大小和 SHA-256。" | "May stay empty. One photo, PDF, Excel or Word file of at most 10 MB. It is kept with this decision; name, size and SHA-256 are sealed.";
    veto_none: "无（撤销否决）" | "None (lift it)";
    veto_of(name, note): "一票否决：{name}。{note}" | "Veto: {name}. {note}";
    bonus_of(points, note): "加分 {points}：{note}" | "Bonus {points}: {note}";

    keep: "保存" | "Save";
    hand_in_own: "提交自评" | "Hand in";
    hand_in_score: "提交评分" | "Hand in the score";
    hand_in_check: "核定" | "Confirm";
    your_turn_own: "请逐项自评，写明理由和佐证；自评供核对，不直接计入得分。可以分次保存。" | "Score each line, with notes and evidence. Others score with yours beside them; it does not count by itself. You can save in between.";
    your_turn_score: "请逐项评分；民政局没有另给分的，以此为准。系统得分只在有理由时改动。可以分次保存。" | "Score each line; it counts where the bureau gives no other points. Change what is computed only with a reason. You can save in between.";
    your_turn_check: "逐项核对，以您给的分为准；与基地评分不同的写明理由，留空即同意。" | "Check each line: the points that you give count. Where you differ, say why; blank means that you agree.";
    skip_note: "上一步已逾期，您可以直接评分，评分表会注明。" | "The step before is overdue: you can go on without it, and the sheet will say so.";
    may_not: "您属于评分对象（本期曾属于也算），或已在这份评分表承担其他环节，不能评分。" | "You belong to the subject, or did so in the time that is judged, or have taken another part in this sheet.";
    not_yet(until): "等待上一步，{until} 后可以直接评分。" | "It waits for the step before; after {until} you can go on without it.";

    send_back: "退回重评" | "Send back";
    send_back_why(indicator): "{indicator}：退回理由" | "{indicator}: why it is sent back";
    send_back_hint: "对要重评的指标写明理由，至少一项。" | "Say why for each line that is to be scored again, one at least.";
    reference: "参考数据" | "Reference data";
    reference_hint: "回头看结果、免报和延期等只作参考，不自动计分；写明是否使用、怎样使用。" | "Follow-ups, excuses and extensions stand beside the sheet and are in no formula: say whether and how they were used.";
    reference_note: "使用情况" | "How they were used";
    reference_follow_ups(due, on_time, late, missed): "本季度到期回头看 {due} 次：按期 {on_time}，迟 {late}，未访 {missed}" | "{due} follow-ups fell due: {on_time} on time, {late} late, {missed} missed";
    reference_exceptions: "免报、延期、销号清单" | "Excuses, extensions, closures";
    no_exceptions: "本季度没有免报、延期和销号。" | "Nothing was excused, extended or closed in this quarter.";
    newest_exceptions(most): "只列最近 {most} 条。" | "These are the newest {most}.";
    all_exceptions: "本季度全部免报和延期" | "All excuses and extensions of the quarter";
    all_closures: "全部已销号整改" | "All closed rectifications";
    grant_kind: "类型" | "Kind";
    grant_period: "所属期" | "For";
    granted_by: "批准人" | "Approved by";
    granted_at: "批准时间" | "When";
    excuse: "免报" | "Excuse";
    extension: "延期" | "Extension";
    extended_until(at): "延期至 {at}" | "extended until {at}";
    closure: "整改销号" | "Rectification closed";
    more_time: "整改延期" | "More time to repair";
    withdrawal: "撤销整改" | "Rectification withdrawn";
    due_on(day): "{day} 到期" | "due {day}";
    revoked: "已撤销" | "taken back";
    reference_targets(on_plan, of): "{of} 项年度目标中，{on_plan} 项达到本季度进度" | "{on_plan} of {of} annual targets on plan for the quarter";
    reference_targets_none: "年度目标还没有批准" | "No annual targets stand approved";
    reference_coaching: "孵化指导和督导记录" | "Coaching visits";
    reference_surveys: "满意度调查结果" | "What came of the surveys";
    reference_outcomes: "回访结果" | "What the visits found";
    reference_outcome(outcome, count): "{outcome} {count}" | "{outcome} {count}";
    reference_extra: "本季度另有增加的回访" | "Extra visits of the quarter";
    reference_extra_visit(name, visit, outcome): "{name} {visit}：{outcome}" | "{name} {visit}: {outcome}";

    objections: "异议" | "Objections";
    object: "提出异议" | "Object";
    object_hint(until): "可在 {until} 前逐项提出，写明理由和佐证，每项一次。" | "Until {until}, once for each line, with the reason and what shows it.";
    object_line: "指标" | "Line";
    object_words: "理由和佐证" | "Reason and evidence";
    objection_by(by, at): "{by} 于 {at} 提出" | "{by}, {at}";
    decide_until(at): "应于 {at} 前答复" | "to be answered by {at}";
    decide: "答复异议" | "Decide";
    decide_uphold: "成立，改分" | "Uphold with new points";
    decide_reject: "不成立" | "Reject";
    new_points: "新分数" | "New points";
    new_points_hint: "异议成立时填，取代这一项的得分。" | "Where it is upheld: takes the place of the line's points.";
    reason: "理由" | "Reason";
    decision_by(by, at): "{by} 于 {at} 答复" | "{by} decided, {at}";
    files: "佐证文件" | "Evidence as files";
    files_hint_own: "照片、扫描件或文档，附在所选指标下；提交自评后不能再增减。请先保存上面填写的内容。" | "Photos, scans or documents behind the line you choose; once you have handed in, none is added or taken away. Save what you typed above first.";
    files_hint_others: "评分依据：照片、扫描件或文档，附在所选指标下；您这一步提交后不能再增减，评分表公布前被考核单位看不到。请先保存上面填写的内容。" | "What your points rest on: photos, scans or documents behind the line you choose; once you have handed in, none is added or taken away, and the subject sees them when the sheet is published. Save what you typed above first.";
    file_hint: "照片、PDF、xlsx 或 docx，每个不超过 10 MB，每项最多 9 个。" | "Photos, PDF, xlsx or docx; 10 MB each and nine for a line at the most.";
    choose_file: "选择文件" | "Choose a file";
    add_file: "添加文件" | "Add the file";
    remove_file(name): "删除 {name}" | "Remove {name}";
    problem_line: "请选择指标。" | "Choose a line.";
    problem_file: "请选择文件。" | "Choose a file.";
    reports_drawn: "抽查周汇报" | "Weekly reports looked at closely";
    no_reports_drawn: "还没有抽查本季度的周汇报。" | "No weekly report of this quarter has been drawn.";
    draw_reports: "抽查周汇报" | "Draw reports";
    draw_again: "重新抽取" | "Draw again";
    draw_reports_hint: "从本季度已报的周汇报中按种子抽取：编号接在种子后取 SHA-256，小的在前，任何人用同一种子都能抽出同样的汇报。登记第一条结果后不能重抽；基地评分表公布前，机构和运营方看不到抽中了哪些。" | "Drawn by a seed from the reports filed for the quarter: lowest SHA-256 of seed and id first, so that whoever takes the same seed draws the same. After the first finding nothing is drawn again; organisations and operator learn of it once the base's sheet is published.";
    drawn_how(seed, among, by, at): "种子：{seed}；从已报 {among} 份中抽取，{by}，{at}" | "Seed: {seed}; from {among} filed, by {by}, {at}";
    looked_at(looked_at, drawn, with_problems): "已核查 {looked_at} / {drawn} 份，{with_problems} 份有问题" | "{looked_at} of {drawn} looked at, {with_problems} with problems";
    drawn_report: "周汇报" | "Report";
    finding: "核查结果" | "Finding";
    not_looked_at: "待核查" | "to be looked at";
    in_order: "属实" | "in order";
    with_problem: "有问题" | "with a problem";
    record_finding: "登记结果" | "Record the finding";
    change_finding: "更改结果" | "Change the finding";
    finding_words: "说明" | "What was found";
    finding_hint: "有问题的必须写明问题和依据。" | "Needed for a problem: what is wrong, and what shows it.";
    was_drawn(seed, found): "这份周汇报被抽查（种子：{seed}）：{found}" | "This report was drawn to be looked at closely (seed {seed}): {found}";
    problem_reference: "请写明参考数据是否使用、怎样使用。" | "Say whether the reference data were used, and how.";
    problem_reference_changed: "刚才另有人改过这段说明，请核对后再存，就以您的为准。" | "Somebody else has changed these words; check, and save again: then yours count.";
    problem_sample_in_use: "已登记过核查结果，不能重新抽取。" | "A finding has been recorded: nothing is drawn again.";
    decided_by_superior(name): "由上级负责人 {name} 答复。" | "Decided by the superior, {name}.";
    decided_by_deputy(name): "上级负责人参与了这份评分表或已离任，由代理人 {name} 答复。" | "The superior took a part in this sheet or has left: the deputy, {name}, decides.";
    decided_by_any: "基地设置里没有指定上级负责人：由没有参与评分和核定的民政局人员答复。" | "No superior is named in the base's settings: any officer who neither scored nor confirmed the sheet decides.";
    decided_by_nobody: "基地设置里指定的人都参与了这份评分表或已离任，没有人能答复。" | "Those named in the base's settings took a part in this sheet or have left: nobody can decide.";
    name_somebody: "到基地设置中指定" | "Name somebody in the settings";
    upheld: "成立" | "upheld";
    rejected: "不成立" | "rejected";
    pending: "待答复" | "open";

    later: "截止后的新事实" | "Facts since the cut-off";
    later_hint: "冻结后补报的记录不会自动计分；先看差异，再写明理由计入。" | "What was recorded after the cut-off counts only once it is taken in, with a reason: look at the difference first.";
    later_compare: "看现在的记录会改变什么" | "See what today's records would change";
    later_none: "与冻结时相比没有差异。" | "Nothing differs from what was frozen.";
    later_rated: "按现在的记录，该机构应报周数已够，将列入考核。" | "By the records of now enough weeks were expected: the subject is rated.";
    later_unrated: "按现在的记录，该机构应报周数不足，将不列入考核。" | "By the records of now too few weeks were expected: the subject is not rated.";
    recompute: "按新事实重新计算" | "Compute again by them";
    difference_caption: "改动前后" | "Before and after";
    before_change: "改动前" | "Before";
    after_change: "改动后" | "After";

    corrections: "更正" | "Corrections";
    corrections_hint: "锁定后的评分表只能更正：写明理由，经未参与此表的另一位同志同意，锁定为新版本，原版本保留。" | "After the seal a sheet is only corrected: with a reason and the approval of somebody who took no part in it. It is sealed as a new version, and the one before stays.";
    ask_correction: "申请更正" | "Ask for a correction";
    ask_correction_hint: "只填要更正的指标，其他留空；同意之前评分表不变。" | "Fill in only what is to be corrected. The sheet stays as it is until it is approved.";
    new_points_of(indicator, now, max): "{indicator}：新分数（现 {now}，满分 {max}）" | "{indicator}: new points (now {now} of {max})";
    veto_same: "不改动" | "Leave as it is";
    veto_lift: "撤销否决" | "Lift the veto";
    correction_by_facts: "按截止后的新事实更正" | "By facts since the cut-off";
    correction_by_another: "等待未参与此表的另一位同志答复。" | "It waits for somebody who took no part in this sheet.";
    answer_correction: "答复更正申请" | "Answer";
    answer_consequence: "同意后评分表立即锁定为新版本。" | "Approved, the sheet is sealed as a new version at once.";
    answer_words: "意见（不同意时必填）" | "Words (needed for a refusal)";
    approve_correction: "同意更正" | "Approve";
    refuse_correction: "不同意" | "Refuse";
    withdraw_correction: "撤回申请" | "Withdraw";
    withdraw_consequence: "评分表保持原样。" | "The sheet stays as it is.";
    correction_asked: "待答复" | "waits";
    correction_approved: "已更正" | "approved";
    correction_refused: "不同意" | "refused";
    correction_withdrawn: "已撤回" | "withdrawn";
    version(number): "第 {number} 版" | "Version {number}";
    version_before(number): "看更正前的第 {number} 版" | "Version {number}, as it was sealed";
    version_replaced(number): "这一版已更正，现行的是第 {number} 版。" | "This version was corrected: version {number} stands.";
    version_current: "看现行版本" | "The version that stands";
    deductions: "减分" | "Deductions";
    sealed_text: "下载锁定的原文（JSON）" | "The sealed text (JSON)";
    sealed_text_hint: "锁定码是这份原文的 SHA-256，任何人都可以核对。" | "The seal is this text's SHA-256: anybody can compute it again.";
    corrected_since(count): "锁定后有 {count} 份机构评分表更正过，请核对是否影响本表。" | "{count} sheets of organisations were corrected after this one was sealed: check whether it rests on them.";
    problem_changes_nothing: "没有改变任何分数，请填写要更正的内容。" | "It changes nothing: say what is to be corrected.";
    problem_one_waits: "已有一份更正申请待答复，请先答复或撤回。" | "A correction waits already: it is answered or withdrawn first.";
    problem_records_changed: "记录刚才又有变动，请重新看差异再提交。" | "The records have changed meanwhile: look at the difference again.";

    history: "过程" | "History";
    program: "系统" | "the program";
    history_skipped: "上一步缺，直接进行" | "without the step before";
    seal: "锁定码 SHA-256" | "Seal (SHA-256)";

    state_open: "待自评" | "own score due";
    state_self_scored: "已自评" | "self-scored";
    state_scored: "已评分" | "scored";
    state_sent_back: "已退回" | "sent back";
    state_confirmed: "已核定" | "confirmed";
    state_published: "已公布" | "published";
    state_sealed: "已锁定" | "sealed";
    band_excellent: "优秀" | "excellent";
    band_good: "良好" | "good";
    band_pass: "合格" | "pass";
    band_fail: "不合格" | "fail";
    kind_organisation: "登记机构" | "registered";
    kind_community: "备案社区组织" | "community, filed";
    kind_base: "基地" | "base";
    kind_exit_review: "出壳评估" | "exit review";
    kind_annual: "年度考核" | "annual";

    step_opened: "开启" | "opened";
    step_added: "补录加入" | "added, recorded later";
    step_self_scored: "提交自评" | "own score handed in";
    step_wrote: "开始给分" | "began to give points";
    step_scored: "提交评分" | "score handed in";
    step_sent_back: "退回" | "sent back";
    step_confirmed: "核定" | "confirmed";
    step_rewarded: "加分" | "bonus given";
    step_vetoed: "一票否决" | "veto given";
    step_veto_lifted: "撤销否决" | "veto lifted";
    step_published: "公布" | "published";
    step_objected: "提出异议" | "objection made";
    step_upheld: "异议成立" | "objection upheld";
    step_rejected: "异议不成立" | "objection rejected";
    step_froze: "冻结事实" | "facts frozen";
    step_recomputed: "重新计算" | "computed again";
    step_sampled: "抽中" | "sampled";
    step_sealed: "锁定" | "sealed";
    step_correction_asked: "申请更正" | "correction asked for";
    step_correction_refused: "不同意更正" | "correction refused";
    step_correction_withdrawn: "撤回更正申请" | "correction withdrawn";
    step_corrected: "更正并锁定新版本" | "corrected and sealed again";

    weeks(expected, on_time, late, missing): "应报 {expected} 周：按时 {on_time}，迟报 {late}（计一半），缺报 {missing}" | "{expected} weeks expected: {on_time} on time, {late} late (half), {missing} missing";
    plan_months(months): "各月完成率：{months}" | "Completion by month: {months}";
    month_done(month, rate): "{month} {rate}" | "{month} {rate}";
    month_without(month): "{month} 无计划" | "{month} no plan";
    measured(what, actual, planned): "{what} {actual} / 计划 {planned}" | "{what} {actual} of {planned} planned";
    not_planned(what, actual): "{what} {actual}，没有计划" | "{what} {actual}, nothing planned";
    attended(attended, invited): "应邀 {invited} 次，到场 {attended} 次" | "{attended} of {invited} sessions attended";
    on_time_of(on_time, due): "到期 {due} 件，按期 {on_time} 件" | "{on_time} of {due} on time";
    nothing_due: "本季度没有应做的事" | "nothing was due";
    not_begun: "没有制定计划或目标，按 0 分计" | "no plan or target was made: 0 points";
    measured_sessions: "场次" | "sessions";
    measured_attendances: "人次" | "attendances";
    measured_admitted: "入壳" | "admitted";
    measured_hatched: "出壳" | "hatched";
    measured_trainings: "培训场次" | "trainings";
    measured_training_attendances: "培训人次" | "training attendances";
    measured_matched_projects: "对接项目" | "matched projects";
    measured_funds_received: "到位资金（元）" | "funds received (yuan)";

    problem_no_points(indicator): "{indicator}：分数请写成 4.5 这样的数字，最多两位小数。" | "{indicator}: write the points as a number such as 4.5, with two decimals at the most.";
    problem_too_many(indicator, max): "{indicator}：最多 {max} 分。" | "{indicator}: {max} points at the most.";
    problem_reason(indicator, from): "{indicator}：与 {from} 不同，请写明理由。" | "{indicator}: the points differ from {from}; say why.";
    problem_computed(indicator): "{indicator}：由系统计算，不能自评。" | "{indicator}: the program computes it.";
    problem_left_out(indicator): "{indicator}：不适用于这个对象，不评分。" | "{indicator}: it does not apply to this subject.";
    problem_too_long(indicator, limit): "{indicator}：最多 {limit} 字。" | "{indicator}: {limit} characters at the most.";
    problem_changed(indicator): "{indicator}：别人刚改过，请对照现在的内容再保存；您写的还在。" | "{indicator}: somebody has just changed it. Compare and save again; what you wrote is still here.";
    problem_lacks(indicator): "{indicator}：还没有分，补上后才能提交。" | "{indicator}: has no points yet; give some before you hand in.";
    rest_kept: "其余各项已保存。" | "The other lines are saved.";
    problem_words: "请写明理由。" | "Please say why.";
    problem_long(limit): "最多 {limit} 字。" | "{limit} characters at the most.";
    problem_points: "分数不对：请写数字，不超过上限。" | "The points cannot be accepted: a number, not above the limit.";
    problem_quarter: "季度还没有结束。" | "The quarter is not over.";
    problem_has_sheet: "这家机构已有评分表。" | "It has its sheet already.";
    problem_opened: "这个季度已经开启过了。" | "This quarter has been opened already.";
    problem_number: "请写 0 到 500 的整数。" | "Write a whole number from 0 to 500.";
    problem_window: "异议期已过。" | "The window for objections is over.";
    problem_line_taken: "这一项已经提过异议。" | "This line has an objection already.";
    problem_part: "您属于评分对象（本期曾属于也算），或已在这份评分表承担其他环节，不能再做这一步。" | "You belong to the subject, or did so in the time that is judged, or have taken another part in this sheet: this step is not yours.";

    problem_decider(name): "对基地评分表的异议由 {name} 答复。" | "Objections to the base's sheet are decided by {name}.";
    problem_no_decider: "基地设置里指定的人都不能答复这份评分表的异议，请民政局另行指定。" | "Nobody named in the base's settings can decide on this sheet: the bureau has to name somebody else.";

    todo_own(quarter): "{quarter} 考核待自评" | "{quarter}: score yourselves";
    todo_own_note(until): "{until} 前提交" | "by {until}";
    todo_published(quarter): "{quarter} 考核已公布" | "{quarter}: the assessment is published";
    todo_published_note(until): "{until} 前可提出异议" | "you can object until {until}";
    card_score: "份评分表待评分" | "sheets to score";
    card_check: "份评分表待核定" | "sheets to check";
    card_publish: "份评分表待公布" | "sheets to publish";
    card_decide: "项异议待答复" | "objections to decide";
    card_base: "基地季评待自评" | "the base's own score is due";
}

pub(crate) fn state_name(language: Language, state: State) -> &'static str {
    let words = match state {
        State::Open => state_open,
        State::SelfScored => state_self_scored,
        State::Scored => state_scored,
        State::SentBack => state_sent_back,
        State::Confirmed => state_confirmed,
        State::Published => state_published,
        State::Sealed => state_sealed,
    };
    words(language)
}

pub(crate) fn band_name(language: Language, band: Band) -> &'static str {
    let words = match band {
        Band::Excellent => band_excellent,
        Band::Good => band_good,
        Band::Pass => band_pass,
        Band::Fail => band_fail,
    };
    words(language)
}

pub(crate) fn kind_name(language: Language, kind: Kind) -> &'static str {
    let words = match kind {
        Kind::Organisation => kind_organisation,
        Kind::Community => kind_community,
        Kind::Base => kind_base,
        Kind::ExitReview => kind_exit_review,
        Kind::Annual => kind_annual,
    };
    words(language)
}

pub(super) fn step_name(language: Language, step: Step) -> &'static str {
    let words = match step {
        Step::Opened => step_opened,
        Step::Added => step_added,
        Step::SelfScored => step_self_scored,
        Step::Wrote => step_wrote,
        Step::Scored => step_scored,
        Step::SentBack => step_sent_back,
        Step::Confirmed => step_confirmed,
        Step::Rewarded => step_rewarded,
        Step::Vetoed => step_vetoed,
        Step::VetoLifted => step_veto_lifted,
        Step::Published => step_published,
        Step::Objected => step_objected,
        Step::Upheld => step_upheld,
        Step::Rejected => step_rejected,
        Step::Froze => step_froze,
        Step::Recomputed => step_recomputed,
        Step::Sampled => step_sampled,
        Step::Sealed => step_sealed,
        Step::CorrectionAsked => step_correction_asked,
        Step::CorrectionRefused => step_correction_refused,
        Step::CorrectionWithdrawn => step_correction_withdrawn,
        Step::Corrected => step_corrected,
    };
    words(language)
}

/// The round of a quarter or a year.
pub(super) fn title_of(language: Language, occasion: Occasion) -> String {
    match occasion {
        Occasion::Quarter(quarter) => title_of_quarter(language, quarter),
        Occasion::Year(year) => title_of_year(language, year),
        Occasion::ExitReview(_) => exit_review(language).to_owned(),
    }
}

/// The same within a line.
pub(crate) fn occasion_name(language: Language, occasion: Occasion) -> String {
    match occasion {
        Occasion::Quarter(quarter) => quarter.to_string(),
        Occasion::Year(year) => of_year(language, year),
        Occasion::ExitReview(_) => exit_review(language).to_owned(),
    }
}

pub(super) fn correction_state(language: Language, state: CorrectionState) -> &'static str {
    let words = match state {
        CorrectionState::Asked => correction_asked,
        CorrectionState::Approved => correction_approved,
        CorrectionState::Refused => correction_refused,
        CorrectionState::Withdrawn => correction_withdrawn,
    };
    words(language)
}

pub(super) fn measured_name(language: Language, what: Measured) -> &'static str {
    let words = match what {
        Measured::Sessions => measured_sessions,
        Measured::Attendances => measured_attendances,
        Measured::Admitted => measured_admitted,
        Measured::Hatched => measured_hatched,
        Measured::Trainings => measured_trainings,
        Measured::TrainingAttendances => measured_training_attendances,
        Measured::MatchedProjects => measured_matched_projects,
        Measured::FundsReceived => measured_funds_received,
    };
    words(language)
}
