//! The words of annual targets (年度目标任务).

use hatchboard::annual_target::{CountingRule, EntryField, EntryState, Evidence, Measure, TargetField};

use crate::Language;

words! {
    title_of(year): "{year}年年度目标任务" | "Annual targets of {year}";
    subtitle: "一年要做到什么、分到各季度、谁负责；实际数由系统按记录计数，或凭佐证填报、经民政局核实。" | "What is to be reached in a year, divided into quarters, each with an owner. The numbers are counted from records, or entered with evidence that the bureau has approved.";
    year_before: "上一年" | "The year before";
    year_after: "下一年" | "The year after";
    caption(year): "{year}年目标任务完成情况" | "Targets of {year}, plan against actual";
    target: "目标" | "Target";
    annual: "年度计划" | "Planned";
    annual_hint: "完成率和预计全年都与它对照。" | "What is reached and forecast is set against it.";
    first_quarter: "一季度" | "Q1";
    second_quarter: "二季度" | "Q2";
    third_quarter: "三季度" | "Q3";
    fourth_quarter: "四季度" | "Q4";
    of_plan(actual, plan): "{actual} / {plan}" | "{actual} / {plan}";
    plan: "计划" | "Planned";
    reached: "实际" | "Reached";
    by_quarter: "分季度" | "By quarter";
    so_far: "累计 / 计划" | "So far / planned";
    actual: "累计实际" | "Reached";
    achieved: "完成" | "Achieved";
    forecast: "预计全年" | "Forecast";
    forecast_hint: "按今天的进度推算：累计 ÷ 已过天数 × 全年天数。" | "At today's pace: reached ÷ days passed × days of the year.";
    owner: "责任人" | "Owner";
    helpers: "协办" | "Helpers";
    owner_or_helper: "责任人或协办" | "Owner or helper";
    helped_by: "协办：" | "with ";
    people_title: "各人的目标" | "By person";
    people_hint: "点姓名只看这个人负责和协办的目标。还没有结果的比率，不算按进度，也不算偏慢。" | "A name leads to the targets that somebody owns or helps with. A rate that nobody has told yet is neither on course nor behind.";
    person: "姓名" | "Person";
    owns: "负责" | "Owns";
    on_course: "按进度" | "On course";
    those_behind: "偏慢" | "Behind";
    helps: "协办" | "Helps with";
    part: "哪种身份" | "In which part";
    either_part: "负责和协办" | "Either";
    every_owner: "全部人员" | "Everybody";
    behind: "偏慢" | "behind";
    number_behind(year, count): "{year}年年度目标：{count} 项偏慢" | "Annual targets of {year}: {count} behind";
    none_behind: "按今天的进度，没有偏慢的目标。" | "At today's pace no target is behind.";
    none_stand: "这一年还没有批准的目标。" | "No targets stand for this year.";
    all_targets(count): "全部 {count} 项" | "All {count}";
    pace(reached, forecast, plan): "累计 {reached}，预计全年 {forecast}，计划 {plan}" | "{reached} so far, {forecast} forecast, {plan} planned";
    pace_unknown(reached, plan): "现在 {reached}，计划 {plan}" | "{reached} now, {plan} planned";
    pending(entries): "{entries} 项待核实" | "{entries} to approve";
    bar(name, share): "{name}：完成 {share}" | "{name}: {share} achieved";
    none_yet: "这一年还没有目标任务" | "This year has no targets yet";
    none_manager: "从标准目录或去年的目标开始，改好后报民政局批准。" | "Begin with the standard catalogue or last year's targets, and submit them to the bureau.";
    none_reader: "运营方提交后会出现在这里。" | "What the operator submits appears here.";
    none_of_owner: "没有这个人负责或协办的目标" | "Nobody of this name owns a target or helps with one";
    none_of_owner_hint: "换一个人，或看全部。" | "Choose somebody else, or see all.";
    begin_catalogue: "用标准目录开始" | "Begin with the catalogue";
    begin_last_year: "照去年的目标开始" | "Begin with last year's";
    edit: "填写目标" | "Write the targets";
    edit_change: "修改目标" | "Change the targets";

    state: "状态" | "State";
    not_begun: "未填" | "not begun";
    draft: "草稿" | "draft";
    submitted: "待批准" | "waits for the bureau";
    returned: "已退回" | "returned";
    approved: "已批准" | "approved";
    changing: "变更中" | "being changed";
    submitted_by(by, at): "{by} {at} 提交" | "submitted by {by} at {at}";
    decided_by(by, at): "{by} {at} 处理" | "decided by {by} at {at}";
    returned_for: "退回理由" | "Returned because";
    waits_for_bureau: "等民政局批准" | "It waits for the bureau";
    old_stands: "变更批准前，下面的目标继续有效。" | "Until the change is approved, the targets below go on standing.";

    withdraw: "撤回" | "Withdraw";
    withdraw_consequence: "撤回后可以修改，改好要再提交。" | "You can change them then, and have to submit them again.";
    change: "变更目标" | "Change the targets";
    change_consequence: "打开修改；原目标在变更批准前继续有效。变更要写明理由。" | "Opens the targets for a change, which needs a reason; what was approved stands until the change is.";
    discard: "放弃变更" | "Give the change up";
    discard_consequence: "改动不再保留，原批准的目标继续有效。" | "The change is lost; the approved targets go on standing.";
    decision_title: "审批目标" | "Decide on the targets";
    approve: "批准" | "Approve";
    send_back: "退回" | "Return";
    send_back_hint: "写明要改什么。" | "Say what has to change.";
    reason: "理由" | "Reason";
    history: "版本" | "Versions";
    version(number): "第 {number} 版" | "Version {number}";
    version_stands(number): "第 {number} 版 · 现行" | "Version {number} · in force";
    added(what): "新增：{what}" | "added: {what}";
    removed(what): "去掉：{what}" | "removed: {what}";
    changed(what, field, old, new): "{what}：{field} {old} → {new}" | "{what}: {field} {old} → {new}";
    no_changes: "内容没有变化" | "nothing changed";
    blank: "（空）" | "(blank)";

    editor_hint: "每项写全年数和责任人；四个季度留空就平均分，填了就要等于全年数；每季按累计到当季的数对照。不做的项删除即可。" | "Give each its number for the year and its owner. Quarters that are left blank are divided evenly; otherwise they add up to the year. Each quarter is held against the sum up to it. Remove what is not pursued.";
    name: "目标名称" | "Name";
    unit: "单位" | "Unit";
    measure: "数的是什么" | "What is counted";
    measure_count: "件数、人次等个数" | "Pieces, such as cases or people";
    measure_money: "金额" | "Money";
    measure_rate: "比率" | "A rate";
    annual_count(unit): "全年（{unit}）" | "Of the year ({unit})";
    annual_money: "全年（元，可写 100万）" | "Of the year (yuan)";
    annual_rate: "不低于（%）" | "At least (%)";
    evidence: "佐证" | "Evidence";
    rule: "怎样计数" | "How it is counted";
    own_target: "自定目标" | "A target of our own";
    add_own: "加一项自定目标" | "Add a target";
    remove_target: "删除这一项" | "Remove this target";
    save: "存草稿" | "Save draft";
    submit: "提交批准" | "Submit to the bureau";
    why: "变更理由" | "Reason of the change";
    why_hint: "批准后的目标改动须说明理由。" | "A change of what was approved needs a reason.";
    saved_by(at, by): "{by} {at} 存过" | "saved by {by} at {at}";
    stale(by, at): "你填写时，{by} 在 {at} 存过更新的内容。下面是你填的，还没有存；先另开一页对照，再存就以你的为准。" | "While you were writing, {by} saved something newer at {at}. Below is what you typed, not saved yet: compare in another page, and save again so that yours counts.";

    rule_admitted: "按签订入壳协议之日计入壳（壳内）的机构，一家一次。" | "Organisations admitted into the shell, by the day of the signed agreement, each once.";
    rule_out_of_shell: "按签订协议之日计壳外孵化的机构，一家一次。" | "Organisations incubated out of the shell, by the day of the signed agreement, each once.";
    rule_hatched: "按民政局确认的出壳之日计，一次孵化至多一次；退出不算。" | "By the day of hatching that the bureau confirmed, at most once an incubation; an exit is none.";
    rule_trainings: "按举办之日计已举办的培训，取消的不算。" | "Trainings that took place, by their day; cancelled ones do not count.";
    rule_attendances: "按举办之日计签到人次，一人一场一次；划去的不算。" | "Attendances by the training's day, each person once a session; who was taken off does not count.";
    rule_trained: "参加过培训的机构，一年一家一次，计入首次参加之日；基地内外都算。" | "Organisations that came to a training, each once a year on the day of its first; of the base and of outside.";
    rule_people: "参加过培训的人，一年一人一次，计入首次参加之日；同一机构的同名人员算一人。" | "People who came to a training, each once a year on the day of their first; the same name of one organisation is one person.";
    rule_follow_ups: "窗口期（前后 30 天）内完成的回头看 ÷ 窗口期在本季度结束的回头看；窗口期未满、尚未回访的暂不计。累计数是全年到现在的全部到期回访一起算的。" | "Follow-ups made within their window of 30 days either side ÷ those whose window closed in the quarter; one that still has time does not count yet. The year is the share of all of them so far.";
    rule_survey: "民政局组织的季度调查里“总体满意度”打 4 分、5 分的占比，计入所调查的季度；结束以后、满五份的一组才计。累计按全年全部答卷一起算。没有调查结果的季度可凭佐证填报，由民政局核实。" | "Of the answers to the bureau's quarterly survey, the share that gives 4 or 5 overall, in the quarter asked about; once it is over, of groups with five answers or more. The year is the share of all its answers. A quarter without a result may be entered with evidence.";
    rule_coaching: "按指导、督导之日计登记的记录，一次一条。" | "Coaching visits by their day.";
    rule_activities: "已采纳的周汇报里逐项填写的活动，按活动当天计，一项一次；机构的和基地自己的都算。联合举办的由主办方填写，才只计一次。" | "Activities that accepted weekly reports list one by one, each by its own day; of organisations and of the base itself. A joint activity counts once where its host alone lists it.";
    rule_activity_attendances: "已采纳的周汇报里逐项活动填写的人次，按活动当天计；联合举办的由主办方填写。" | "The attendances that accepted weekly reports tell of each activity, by its own day; of a joint one its host tells them.";
    rule_requests: "按办结之日计办结的服务事项，不分类型；撤回、不予受理和未办结的不算。" | "Service requests of every kind, by the day on which they were done; withdrawn, declined and open ones do not count.";
    rule_advice: "办结的政策咨询服务事项，计入办结之日。" | "Service requests for policy advice, by the day on which they were done.";
    rule_resources: "办结的资源链接服务事项，计入办结之日。" | "Service requests for resource linking, by the day on which they were done.";
    rule_matching: "办结的项目对接服务事项，计入办结之日。" | "Service requests for project matching, by the day on which they were done.";
    rule_training_requests: "办结的能力培训服务事项，计入办结之日。" | "Service requests for training, by the day on which they were done.";
    rule_custody: "办结的财务托管服务事项，计入办结之日。" | "Service requests for financial custody, by the day on which they were done.";
    rule_coaching_requests: "办结的孵化指导服务事项，计入办结之日。" | "Service requests for coaching, by the day on which they were done.";
    rule_other_requests: "办结的其他服务事项，计入办结之日。" | "Service requests for something else, by the day on which they were done.";
    rule_matched: "按对接之日计；未成的不算。" | "By the day of the match; what fell through does not count.";
    rule_pledged: "按承诺之日计承诺金额；到位另计。" | "What was pledged, by the day of the pledge; what was received is counted apart.";
    rule_received: "按到位之日计到位金额，不论何时承诺。" | "What was received, by its day, whenever it was pledged.";
    record: "记录" | "Record";
    survey_of(quarter): "{quarter} 调查的满意度" | "Survey of {quarter}";
    of_answers(share, answers, good): "{share}（{answers} 份中 {good} 份）" | "{share} ({good} of {answers} answers)";
    adds: "计入" | "Counts";
    rule_entered: "由运营方凭佐证填报，民政局核实后计入。" | "Entered by the operator with evidence; counts once the bureau has approved it.";
    rule_entered_rate: "由运营方凭佐证填报，民政局核实后计入；以最近一次的数为准。" | "Entered by the operator with evidence; of what the bureau has approved, the newest stands.";
    evidence_record: "系统记录" | "the record itself";
    evidence_certificate: "证书或批文" | "certificate";
    evidence_sign_in: "签到表" | "sign-in sheet";
    evidence_agreement: "协议或合同" | "agreement";
    evidence_receipt: "到账凭证" | "receipt";
    evidence_ledger: "台账" | "ledger";
    evidence_survey: "调查结果" | "survey";

    behind_number: "计入的记录" | "Counted records";
    behind_number_hint: "累计数就是下面这些记录。" | "These are the records that the number counts.";
    behind_rate_hint: "累计数是下面这些记录合起来的占比：一次回访按期计 100%、未按期计 0%，一次调查按答卷份数计。" | "The number is the share over all of these records: a visit is 100% where it was in time and 0% where it was not, a survey weighs by its answers.";
    nothing_counted: "今年还没有计入的记录" | "No record counts yet this year";
    nothing_counted_hint: "记录办结、登记或确认后会自动计入。" | "A record counts by itself once it is entered, done or confirmed.";
    planned_for_it: "月计划里为它安排的事项" | "What monthly plans plan for it";
    item: "事项" | "Item";
    month: "月份" | "Month";
    whose: "谁的计划" | "Whose plan";
    on: "日期" | "Day";
    amount: "数量" | "Amount";
    amount_hint: "民政局核实后计入累计实际。" | "Adds to what is reached once the bureau has approved it.";
    rate_hint: "民政局核实后，以最近一次为准。" | "Of what the bureau has approved, the newest stands.";
    amount_money: "金额（元）" | "Amount (yuan)";
    amount_rate: "比率（%）" | "Rate (%)";
    what: "内容" | "What";
    what_hint: "一句话：做了什么。" | "In one sentence: what was done.";
    evidence_hint: "文件名、台账编号或链接，核实时要能找到。" | "A file's name, a number in a ledger or a link, so that it can be found.";
    evidence_file: "佐证附件" | "The evidence as a file";
    evidence_file_hint: "可不填。照片、PDF、Excel 或 Word，一个，不超过 10 MB；填报后与这一笔一起保留，不能更换。" | "May stay empty. One photo, PDF, Excel or Word file of at most 10 MB. It is kept with the entry and cannot be exchanged.";
    entries: "填报的数" | "Entries";
    no_entries: "还没有填报" | "No entries yet";
    no_entries_hint: "填报后由民政局核实，核实了才计入。" | "What is entered counts once the bureau has approved it.";
    enter_title: "填报" | "Enter";
    enter: "填报，报民政局核实" | "Enter for the bureau";
    entered_by(by, at): "{by} {at} 填报" | "entered by {by} at {at}";
    entered_name: "填报人" | "Entered by";
    entered_time: "填报时间" | "Entered at";
    entry_decided_name: "核实人" | "Decided by";
    entry_decided_time: "核实时间" | "Decided at";
    entry_decided_by(by, at): "{by} {at} 核实" | "decided by {by} at {at}";
    entry_pending: "待核实" | "to approve";
    entry_approved: "已核实" | "approved";
    entry_refused: "不予认定" | "refused";
    entry_withdrawn: "已撤回" | "withdrawn";
    entry_approve: "核实" | "Approve";
    entry_refuse: "不予认定" | "Refuse";
    entry_refuse_hint: "写明理由，运营方会看到。" | "Say why; the operator sees it.";
    entry_withdraw: "撤回填报" | "Withdraw the entry";
    entry_withdraw_consequence: "撤回后不再核实，也不计入。" | "It will not be looked at any more, and does not count.";
    working(actual, days, all, forecast): "{actual} ÷ {days} 天 × {all} 天 ≈ {forecast}" | "{actual} ÷ {days} days × {all} days ≈ {forecast}";

    say(field, what): "{field}：{what}" | "{field}: {what}";
    say_target(name, field, what): "{name} {field}：{what}" | "{name}, {field}: {what}";
    row(number): "第 {number} 项" | "Row {number}";
    required: "请填写。" | "Please fill this in.";
    choose: "请选择。" | "Please choose.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    too_many(limit, found): "最多 {limit} 项，现在 {found} 项。" | "{limit} at the most; there are {found}.";
    too_large(limit): "不能超过 {limit}。" | "This cannot be more than {limit}.";
    not_a_number: "请填数字。" | "Please give a number.";
    not_a_date: "看不懂这个日期，请写成 2026-04-09。" | "This is no date; write it as 2026-04-09.";
    no_target: "至少要有一项目标。" | "At least one target is needed.";
    zero: "至少为 1；不做的目标请删除。" | "At least 1; remove a target that is not pursued.";
    zero_entry: "至少为 1。" | "At least 1.";
    does_not_add_up(annual, quarters): "四个季度加起来是 {quarters}，全年是 {annual}，请改成一致，或把季度留空。" | "The quarters add up to {quarters}, the year is {annual}: make them agree, or leave the quarters blank.";
    counts_pieces: "这种计数方式按件数、人次计：请把“数的是什么”改为个数，或换一种计数方式。" | "This counts pieces: count pieces here, or have it counted otherwise.";
    counts_money: "这种计数方式按金额计：请把“数的是什么”改为金额，或换一种计数方式。" | "This counts money: count money here, or have it counted otherwise.";
    counts_share: "这种计数方式得出比率：请把“数的是什么”改为比率，或换一种计数方式。" | "This makes a rate: have a rate here, or have it counted otherwise.";
    named_twice: "和上面某一项重名了。" | "An earlier target has the same name.";
    not_in_year(first, last): "要在 {first} 到 {last} 之间。" | "Between {first} and {last}.";
    reason_missing: "请写明理由。" | "Please give a reason.";
}

/// The quarter of a place in a division, counted from 0.
pub(super) fn quarter_name(language: Language, place: usize) -> &'static str {
    TargetField::QUARTERS.get(place).map_or("", |field| field_name(language, *field))
}

pub(super) fn field_name(language: Language, field: TargetField) -> &'static str {
    match field {
        TargetField::Name => name(language),
        TargetField::Unit => unit(language),
        TargetField::Measure => measure(language),
        TargetField::Annual => annual(language),
        TargetField::First => first_quarter(language),
        TargetField::Second => second_quarter(language),
        TargetField::Third => third_quarter(language),
        TargetField::Fourth => fourth_quarter(language),
        TargetField::Owner => owner(language),
        TargetField::Helpers => helpers(language),
        TargetField::Evidence => evidence(language),
        TargetField::Rule => rule(language),
    }
}

pub(super) fn measure_name(language: Language, measure: Measure) -> &'static str {
    match measure {
        Measure::Count => measure_count(language),
        Measure::Money => measure_money(language),
        Measure::Rate => measure_rate(language),
    }
}

pub(super) fn evidence_name(language: Language, evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Record => evidence_record(language),
        Evidence::Certificate => evidence_certificate(language),
        Evidence::SignIn => evidence_sign_in(language),
        Evidence::Agreement => evidence_agreement(language),
        Evidence::Receipt => evidence_receipt(language),
        Evidence::Ledger => evidence_ledger(language),
        Evidence::Survey => evidence_survey(language),
    }
}

pub(super) fn rule_words(language: Language, rule: CountingRule, measure: Measure) -> &'static str {
    match rule {
        CountingRule::Admitted => rule_admitted(language),
        CountingRule::AdmittedOutOfShell => rule_out_of_shell(language),
        CountingRule::Hatched => rule_hatched(language),
        CountingRule::TrainingsHeld => rule_trainings(language),
        CountingRule::TrainingAttendances => rule_attendances(language),
        CountingRule::OrganisationsTrained => rule_trained(language),
        CountingRule::PeopleTrained => rule_people(language),
        CountingRule::FollowUpsOnTime => rule_follow_ups(language),
        CountingRule::SurveySatisfaction => rule_survey(language),
        CountingRule::CoachingVisits => rule_coaching(language),
        CountingRule::ActivitiesHeld => rule_activities(language),
        CountingRule::ActivityAttendances => rule_activity_attendances(language),
        CountingRule::ServiceRequests => rule_requests(language),
        CountingRule::PolicyAdvice => rule_advice(language),
        CountingRule::ResourceLinking => rule_resources(language),
        CountingRule::ProjectMatching => rule_matching(language),
        CountingRule::TrainingRequests => rule_training_requests(language),
        CountingRule::FinancialCustody => rule_custody(language),
        CountingRule::CoachingRequests => rule_coaching_requests(language),
        CountingRule::OtherRequests => rule_other_requests(language),
        CountingRule::MatchedProjects => rule_matched(language),
        CountingRule::FundsPledged => rule_pledged(language),
        CountingRule::FundsReceived => rule_received(language),
        CountingRule::Entered if measure.adds_up() => rule_entered(language),
        CountingRule::Entered => rule_entered_rate(language),
    }
}

pub(super) fn entry_state(language: Language, state: EntryState) -> &'static str {
    match state {
        EntryState::Pending => entry_pending(language),
        EntryState::Approved => entry_approved(language),
        EntryState::Refused => entry_refused(language),
        EntryState::Withdrawn => entry_withdrawn(language),
    }
}

pub(super) fn entry_field(language: Language, field: EntryField) -> &'static str {
    match field {
        EntryField::On => on(language),
        EntryField::Amount => amount(language),
        EntryField::What => what(language),
        EntryField::Evidence => evidence(language),
    }
}
