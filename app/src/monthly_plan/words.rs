//! The words of monthly plans (月计划).

use hatchboard::monthly_plan::{ItemField, ItemState, Outcome, Progress, Release, State};

use crate::Language;

words! {
    plans: "月计划" | "Monthly plans";
    plan_of(month): "{month}计划" | "Plan of {month}";
    our_plans_subtitle: "每月做什么、做多少、谁负责、何时完成；周汇报里填进度，月末办结。" | "What is to be done each month, how much, by whom and when. Weekly reports tell the progress; the month is closed at its end.";
    plans_subtitle: "各机构当月计划：谁交了、谁待审批、完成了多少。" | "The organisations' plans of a month: who has planned, what waits, how much is done.";
    base_plan: "基地月计划" | "The base's plan";
    caption(month): "{month}计划" | "Plans of {month}";
    month: "月份" | "Month";
    earlier_month: "上一月" | "Earlier";
    earlier_year: "上一年" | "The year before";
    later_year: "下一年" | "The year after";
    later_month: "下一月" | "Later";
    organisation: "机构" | "Organisation";
    state: "状态" | "State";
    due: "上报截止" | "Due";
    result_due: "办结截止" | "Result due";
    closing: "办结是否按时" | "Closed in time";
    to_be_closed: "待办结" | "to be closed";
    closed_in_time: "按时办结" | "closed in time";
    closed_late(days): "逾期 {days} 个工作日办结" | "closed late by {days} working days";
    overdue_to_close(days): "逾期 {days} 个工作日未办结" | "overdue to close by {days} working days";
    only_closed_late: "只看逾期办结的" | "Only what was closed late";
    only_overdue: "只看逾期未办结的" | "Only what is overdue to close";
    timely: "是否按时" | "Timeliness";
    items: "事项" | "Items";
    items_done(done, all): "{all} 项，完成 {done} 项" | "{done} of {all} done";
    completion: "完成率" | "Completion";
    completed: "12 个月计划完成率" | "Completion, twelve months";
    completed_said(list): "各月机构计划完成率：{list}" | "Completion of the organisations' plans by month: {list}";
    lately: "月计划完成情况" | "How much was done of the plans";
    lately_hint: "只算已办结的计划。" | "Of plans whose result is closed.";
    completed_month: "月份" | "Month";
    completed_plans: "已办结的机构计划" | "Closed plans of organisations";
    completed_rate: "机构完成率" | "Organisations";
    completed_own: "基地完成率" | "The base's own";
    completion_note: "每项按完成数量计，最多记 100%；各项平均。撤销的事项经审批同意后不计。" | "Each item counts by how much of it is done, 100 % at the most; the rate is their mean. A dropped item counts no more once its approver agrees.";
    search: "查机构名称或拼音首字母" | "Find a name or initials";
    all_states: "全部状态" | "All states";
    shown: "范围" | "Shown";
    everybody: "全部机构" | "Everybody";
    only_to_decide: "只看待审批的" | "Only what waits for approval";
    waiting_all: "各月待审批" | "All that waits";
    waiting_all_subtitle: "所有月份里等审批的计划和要撤销的事项，等得最久的在前。" | "Plans and items to be dropped of every month that wait for a decision, the longest first.";
    none_waits: "没有待审批的计划" | "Nothing waits";
    none_waits_hint: "提交审批的计划和申请撤销的事项会出现在这里。" | "Plans that are submitted, and items to be dropped, appear here.";
    waits_for: "等什么" | "For what";
    waited: "已等" | "Waited";
    decide_by(time): "审批，{time} 前" | "a decision, by {time}";
    releases(items): "撤销 {items} 项" | "{items} items to be dropped";
    none_of_month: "这个月没有应报计划的机构" | "No organisation is asked for a plan in this month";
    none_of_month_hint: "孵化中的机构从入壳后第一个整月起报计划。" | "An organisation plans from its first full month on.";
    no_match: "没有符合条件的计划" | "No plan matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";

    not_begun: "未填" | "not begun";
    draft: "草稿" | "draft";
    submitted: "待审批" | "waits for approval";
    returned: "已退回" | "returned";
    approved: "已批准" | "approved";
    approved_by_lapse: "逾期未审，视为批准" | "approved by lapse of time";
    closed: "已办结" | "closed";
    changing: "变更中" | "being changed";
    not_asked: "不需报" | "not asked";

    excused: "免报" | "excused";
    excused_by(by): "{by} 准予免报，这个月不计入计划完成率" | "Excused by {by}; the month does not count in the completion of plans";
    excuse_or_extend: "免报或延期" | "Excuse or extend";
    ask_exception: "申请免报或延期" | "Ask to be excused, or for more time";
    ask_exception_hint: "写明理由和凭据。机构的申请由运营方决定，基地的由民政局决定；准予的都列在例外清单里。" | "Say why, and what shows it. The operator decides on organisations', the bureau on the base's; whatever is granted stands in the list of exceptions.";
    ask_now: "提交申请" | "Ask";
    ask_excuse: "免报" | "to be excused";
    ask_extension(until): "延期至 {until}" | "until {until}";
    asked_by(by, at): "{by} {at} 申请" | "asked for by {by} at {at}";
    asked_at: "申请时间" | "Asked at";
    asked_of_operator: "申请等运营方决定" | "The request waits for the operator";
    asked_of_bureau: "申请等民政局决定" | "The request waits for the bureau";
    request_granted: "申请已同意" | "The request was granted";
    request_declined: "申请未同意" | "The request was declined";
    decided_by(by, at): "{by} {at} 决定" | "decided by {by} at {at}";
    proof_is(proof): "凭据：{proof}" | "What shows it: {proof}";
    grant_request: "同意申请" | "Grant it";
    decline_request: "不同意申请" | "Decline it";
    decline_request_hint: "写明理由，对方会看到。" | "Say why; they will see it.";
    requests: "申请免报或延期" | "Asked to be excused, or for more time";

    on_time: "按时" | "on time";
    late(length): "迟 {length}" | "{length} late";
    missing: "缺报" | "missing";
    pending: "待报" | "pending";

    what: "事项" | "What";
    quantity: "数量" | "Quantity";
    quantity_hint: "完成率就是完成数 ÷ 这个数，季度考核用。" | "Completion is what is done over this; the quarter's assessment uses it.";
    unit: "单位" | "Unit";
    unit_example: "场、人次、份…" | "sessions, people, copies…";
    unit_hint: "以“场、场次、次”或“人次、人”为单位的，计入季度考核的服务场次与人次。" | "Sessions (times, events, activities) and people (attendances, participants) count for the quarter's line of services.";
    responsible: "责任人" | "Responsible";
    due_on: "完成日期" | "By";
    recurring: "每月都做，下月自动带出" | "Every month: offered again in the next plan";
    recurring_short: "每月" | "monthly";
    serves: "服务于年度目标" | "Annual target it serves";
    serves_none: "不对应年度目标" | "None";
    origin: "来源" | "Comes from";
    serving(target): "服务于：{target}" | "serves: {target}";
    item_number(number): "第 {number} 项" | "Item {number}";
    add_item: "加一项" | "Add an item";
    remove_item: "删除这一项" | "Remove this item";
    save: "存草稿" | "Save draft";
    submit: "提交审批" | "Submit for approval";
    why: "变更理由" | "Reason of the change";
    why_hint: "批准后的计划改动须说明理由，批准前原计划继续有效。" | "A change of an approved plan needs a reason; what was approved stands until the change is.";
    editor_title: "填写计划" | "Write the plan";
    change_title: "变更计划" | "Change the plan";
    editor_hint: "写清做什么、做多少、谁负责、哪天完成。周汇报会列出这些事项，勾填进度即可。" | "Say what, how much, who and by when. The weekly report lists these items, so that progress is told there.";
    begun_from_before: "已带出每月都做的和上月结转的事项，请核对。" | "What recurs and what was carried over stands here already; please check.";
    saved_by(at, by): "{by} {at} 存过" | "saved by {by} at {at}";
    carried_from(month, planned): "结转自{month}（原计划 {planned}）" | "carried over from {month} ({planned} planned)";
    stale_title(by): "你填写时，{by} 存过更新的内容" | "{by} saved something newer while you were writing";
    stale_hint: "下面是你填的，还没有存。对照对方的内容改好后再存，就以你的为准。" | "Below is what you typed; it is not saved yet. Compare, and save again: then yours counts.";
    theirs: "对方存的内容" | "What they saved";

    withdraw: "撤回" | "Withdraw";
    withdraw_consequence: "撤回后可以修改，改好要再提交。" | "You can change it then, and have to submit it again.";
    change: "变更计划" | "Change the plan";
    change_consequence: "打开修改；原计划在变更批准前继续有效。" | "Opens the plan for a change; what was approved stands until the change is approved.";
    discard: "放弃变更" | "Give the change up";
    discard_consequence: "改动不再保留，原批准的计划继续有效。" | "The change is lost; the approved plan goes on standing.";

    on_behalf: "代填" | "File on behalf";
    on_behalf_notice(name): "你在代“{name}”填报。提交后标明代填，由该机构确认。" | "You are filing on behalf of {name}. It will be marked as such and confirmed by them.";
    on_behalf_open: "运营方代填，待机构确认" | "filed on behalf by the operator, not yet confirmed";
    on_behalf_confirmed: "运营方代填，机构已确认" | "filed on behalf by the operator, confirmed";
    submitted_how: "填报方式" | "How it was filed";
    source: "代填依据" | "Where the words come from";
    source_hint: "例如：4 月 8 日电话，联系人李强口述；或机构发来的纸质计划。" | "Such as: by telephone on 8 April, from their contact Li Qiang; or the plan that they sent on paper.";
    source_missing: "请写明内容从哪里来。" | "Say where the words come from.";
    source_is(source): "代填依据：{source}" | "Where the words come from: {source}";
    behalf_source(source): "运营方代填，依据：{source}" | "Filed on behalf by the operator, from: {source}";
    confirm: "确认代填内容" | "Confirm what was filed";
    confirm_consequence: "确认后，这份代填的计划视为本机构的计划。有误请撤回修改，或申请变更。" | "Once confirmed it stands as your own plan. If something is wrong, withdraw or change it.";
    to_confirm(month): "{month}计划由运营方代填，请核对确认" | "The plan of {month} was filed on your behalf: please check and confirm";

    approve: "批准" | "Approve";
    send_back: "退回" | "Return";
    reason: "理由" | "Reason";
    send_back_hint: "写明要改什么；对方两个工作日内再交。" | "Say what has to change; it is due again within two working days.";
    waits_for_operator(left): "等运营方审批，{left}；到期未审视为批准" | "waits for the operator, {left}; not decided on by then it counts as approved";
    waits_for_bureau(left): "等民政局审批，{left}；到期未审视为批准" | "waits for the bureau, {left}; not decided on by then it counts as approved";
    returned_for: "退回理由" | "Returned because";
    decision_title: "审批" | "Decide";
    release_title: "撤销事项待审批" | "Items to be dropped";
    release_hint: "同意后该事项不计入完成率；不同意则按未完成计。" | "If you agree, the item counts no more; otherwise it counts as unfinished.";
    grant: "同意撤销" | "Agree";
    refuse: "不同意" | "Refuse";

    view_list: "列表" | "List";
    view_board: "看板" | "Board";
    view_calendar: "日历" | "Calendar";
    views: "查看方式" | "Views";
    items_title: "计划事项" | "Planned items";
    items_of(month): "{month}计划事项" | "Planned items of {month}";
    items_of_subtitle: "各机构和基地自己已批准的计划里，哪天要完成什么、谁负责。" | "What is to be done by which day and by whom, in the approved plans of the organisations and of the base.";
    month_items: "当月事项" | "Items of the month";
    all_days: "全部日期" | "All days";
    no_items_of: "这个月还没有批准的计划" | "No plan of this month is approved yet";
    no_items_of_hint: "计划批准后，里面的事项会出现在这里。" | "The items of a plan appear here once it is approved.";
    no_item_matches: "没有符合条件的事项" | "No item matches";
    more_of_day(items): "+{items} 项" | "+{items} more";
    progress: "进度" | "Progress";
    planned: "计划" | "Planned";
    told: "周汇报" | "Told";
    done: "完成" | "Done";
    no_items: "还没有提交过计划" | "No plan has been submitted yet";
    not_begun_yet: "未开始" | "not begun";
    under_way: "进行中" | "under way";
    overdue: "已逾期" | "overdue";
    finished: "已完成" | "done";
    board_empty: "无" | "none";
    weekday(day): "周{day}" | "{day}";
    weekdays: "一,二,三,四,五,六,日" | "Mon,Tue,Wed,Thu,Fri,Sat,Sun";
    week_told(week, quantity, unit): "{week}：{quantity} {unit}" | "{week}: {quantity} {unit}";
    nothing_told: "周汇报还没有填进度" | "no report has told of it";

    result_title: "办结本月" | "Close the month";
    result_hint: "完成数量已按周汇报合计；不符请改正并说明。未完成的选结转下月或撤销。本月完成率按这里的数算。" | "The quantities are the sums of the weekly reports; correct them with a reason. What is unfinished is carried over or dropped. The month's completion is counted from these.";
    close: "办结" | "Close the month";
    reported(quantity, unit): "周汇报合计 {quantity} {unit}，计划" | "{quantity} {unit} told, of";
    done_quantity: "实际完成" | "Done";
    if_unfinished: "未完成时" | "If unfinished";
    carry_over: "结转下月" | "Carry over to the next month";
    drop: "撤销" | "Drop";
    reason_if: "说明" | "Reason";
    reason_if_hint: "改数量或撤销时要写。" | "Needed where the number is corrected or the item dropped.";
    closed_on(at, by): "{by} {at} 办结" | "closed by {by} at {at}";
    outcome_done: "已完成" | "done";
    outcome_carried: "结转下月" | "carried over";
    outcome_dropped: "撤销" | "dropped";
    release_asked: "撤销待审批" | "to be dropped, waits";
    release_granted: "撤销已同意" | "dropped";
    release_refused: "撤销未同意" | "not to be dropped";

    history: "版本" | "Versions";
    version(number): "第 {number} 版" | "Version {number}";
    version_stands(number): "第 {number} 版 · 现行" | "Version {number} · in force";
    submitted_by(by, at): "{by} {at} 提交" | "submitted by {by} at {at}";
    added(what): "新增：{what}" | "added: {what}";
    removed(what): "去掉：{what}" | "removed: {what}";
    changed(what, field, old, new): "{what}：{field} {old} → {new}" | "{what}: {field} {old} → {new}";
    no_changes: "内容没有变化" | "nothing changed";
    carried_in: "上月结转" | "carried over from the month before";
    recurring_yes: "每月" | "monthly";
    recurring_no: "单次" | "once";

    say(field, what): "{field}：{what}" | "{field}: {what}";
    say_item(number, field, what): "第 {number} 项{field}：{what}" | "Item {number}, {field}: {what}";
    required: "请填写。" | "Please fill this in.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    too_many(limit, found): "最多 {limit} 项，现在 {found} 项，请合并一些。" | "{limit} items at the most; there are {found}. Please combine some.";
    too_large(limit): "不能超过 {limit}。" | "This cannot be more than {limit}.";
    whole_number: "请填整数。" | "Please give a whole number.";
    not_a_date: "看不懂这个日期，请写成 2026-04-09。" | "This is no date; write it as 2026-04-09.";
    no_item: "至少要有一项。" | "At least one item is needed.";
    zero: "至少为 1。" | "At least 1.";
    not_in_month(first, last): "要在 {first} 到 {last} 之间。" | "Between {first} and {last}.";
    not_chosen: "还没完成：请选结转下月或撤销。" | "Unfinished: choose to carry it over or to drop it.";
    corrected_without_reason(reported): "与周汇报合计（{reported}）不符，请写明原因。" | "Not what the reports add up to ({reported}): please say why.";
    dropped_without_reason: "撤销要写明理由。" | "Say why it is dropped.";
    reason_missing: "请写明理由。" | "Please give a reason.";

    to_plan(month): "{month}计划待填" | "Plan of {month} to write";
    to_plan_returned(month): "{month}计划被退回" | "Plan of {month} was returned";
    to_close(month): "{month}计划待办结" | "{month} to close";
    by(at, left): "{at} 截止，{left}" | "due {at}, {left}";
}

pub(crate) fn state_name(language: Language, state: Option<State>) -> &'static str {
    match state {
        None => not_begun(language),
        Some(State::Draft) => draft(language),
        Some(State::Submitted) => submitted(language),
        Some(State::Returned) => returned(language),
        Some(State::Approved) => approved(language),
        Some(State::Closed) => closed(language),
    }
}

pub(super) fn field_name(language: Language, field: ItemField) -> &'static str {
    match field {
        ItemField::What => what(language),
        ItemField::Quantity => quantity(language),
        ItemField::Unit => unit(language),
        ItemField::Responsible => responsible(language),
        ItemField::DueOn => due_on(language),
        ItemField::Recurring => recurring_short(language),
        ItemField::Serves => serves(language),
    }
}

pub(crate) fn progress_name(language: Language, progress: Progress) -> &'static str {
    match progress {
        Progress::NotBegun => not_begun_yet(language),
        Progress::UnderWay => under_way(language),
        Progress::Overdue => overdue(language),
        Progress::Done => finished(language),
    }
}

pub(super) fn item_state_name(language: Language, state: ItemState) -> &'static str {
    match state {
        ItemState::NotBegun => not_begun_yet(language),
        ItemState::UnderWay => under_way(language),
        ItemState::Overdue => overdue(language),
        ItemState::Done => finished(language),
        ItemState::CarriedOver => outcome_carried(language),
        ItemState::Dropped => outcome_dropped(language),
    }
}

pub(crate) fn outcome_name(language: Language, outcome: Outcome, release: Option<Release>) -> &'static str {
    match (outcome, release) {
        (Outcome::Done, _) => outcome_done(language),
        (Outcome::CarriedOver, _) => outcome_carried(language),
        (Outcome::Dropped, None) => outcome_dropped(language),
        (Outcome::Dropped, Some(Release::Asked)) => release_asked(language),
        (Outcome::Dropped, Some(Release::Granted)) => release_granted(language),
        (Outcome::Dropped, Some(Release::Refused)) => release_refused(language),
    }
}
