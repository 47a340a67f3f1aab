//! The words of rectifications (整改/销号).

use hatchboard::rectification::{Field, Party, Source, State, Timely};

use crate::Language;

words! {
    title: "整改" | "Rectification";
    subtitle_base: "汇报、考核、走访中发现的问题：谁整改、何时改完、由谁销号。未销号的不能出壳，逾期未改的按规则扣分。" | "Faults found in reports, assessments and visits: who repairs them, by when, and who closes them. Open ones block hatching; late ones take points away.";
    subtitle_ours: "需要整改的问题。改完后写明做了什么，等待销号。" | "What has to be repaired. Say what you did when it is done; then it is closed.";
    caption: "整改一览" | "Rectifications";
    give: "提出整改" | "Give a rectification";
    give_here: "发起整改" | "Give a rectification";
    give_hint: "写清问题、责任人和期限；对方改完后报告，再由提出方销号。" | "Say what is wrong, who answers for it, and by when. It is closed after they have said what was repaired.";
    give_now: "提出" | "Give it";
    subject: "整改对象" | "Whom it concerns";
    the_base: "孵化基地" | "The base itself";
    source: "来源" | "Found in";
    source_report: "周汇报" | "weekly report";
    source_assessment: "考核" | "assessment";
    source_visit: "走访" | "visit";
    source_other: "其他" | "other";
    what: "问题" | "What is wrong";
    what_hint: "哪里不符合要求，改到什么程度算完成。" | "What is not as it should be, and when it counts as repaired.";
    owner: "责任人" | "Owner";
    owner_hint: "对方由谁负责整改。" | "Who on their side answers for it.";
    due: "整改期限" | "Due";
    due_hint: "过期才整改的，影响季度考核得分。" | "What is repaired later costs points in the quarter.";
    state: "状态" | "State";
    waits: "等谁" | "Waits for";
    all_states: "全部状态" | "All states";
    all_sources: "全部来源" | "Any source";
    all_dates: "不限期限" | "Any date";
    all_parties: "不限" | "Anybody";
    all_subjects: "全部对象" | "Anybody";
    only_base: "只看基地的" | "The base's own only";
    only_overdue: "只看逾期" | "Overdue only";
    search: "查问题、责任人、机构名称或拼音首字母" | "Find words, an owner, a name or initials";
    none: "还没有整改事项" | "No rectifications yet";
    none_base: "在汇报、考核、走访中发现问题，可以在这里提出整改。" | "What is found wrong in a report, an assessment or a visit is given here.";
    none_ours: "运营方或民政局提出整改后，会出现在这里。" | "What operator or bureau find wrong appears here.";
    no_match: "没有符合条件的整改" | "No rectification matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";

    state_open: "整改中" | "to repair";
    state_reported: "待销号" | "to close";
    state_closed: "已销号" | "closed";
    state_withdrawn: "已撤销" | "withdrawn";
    overdue: "已逾期" | "overdue";
    overdue_by(length): "逾期 {length}" | "{length} overdue";
    on_time: "按期" | "in time";
    late: "逾期整改" | "repaired late";
    waits_organisation(length): "等机构整改，{length}" | "waits for the organisation, {length}";
    waits_operator(length): "等运营方，{length}" | "waits for the operator, {length}";
    waits_bureau(length): "等民政局，{length}" | "waits for the bureau, {length}";

    details: "问题与要求" | "What is wrong";
    found_in: "发现于" | "Found in this record";
    found_report: "打开这份周汇报" | "Open the weekly report";
    found_sheet(quarter): "打开 {quarter} 考核表" | "Open the sheet of {quarter}";
    found_coaching: "打开这次督导记录" | "Open the coaching visit";
    found_visit: "打开这次回头看" | "Open the follow-up visit";
    in_time: "是否按期" | "In time?";
    closed: "销号时间" | "Closed at";
    closes: "由谁销号" | "Closed by";
    party_organisation: "机构" | "the organisation";
    party_operator: "运营方" | "the operator";
    party_bureau: "民政局" | "the bureau";
    history: "经过" | "What happened";
    given: "提出整改" | "Given";
    given_by(by, at): "{by} 于 {at} 提出" | "given by {by} at {at}";
    reported: "报告整改情况" | "Repair reported";
    reported_by(by, at): "{by} 于 {at} 报告" | "reported by {by} at {at}";
    sent_back: "退回继续整改" | "Sent back";
    closed_by(by, at): "{by} 于 {at} 销号" | "closed by {by} at {at}";

    report: "报告整改情况" | "Say what was repaired";
    report_words: "整改情况" | "What was repaired";
    report_hint: "做了什么、结果如何、有什么凭据（如照片、票据、文件名称）。" | "What was done, what came of it, and what shows it: photos, receipts, papers by name.";
    evidence_file: "整改佐证" | "A file that shows it";
    evidence_file_hint: "可不填。照片、PDF、Excel 或 Word，一个，不超过 10 MB；报告后与整改情况一起保留，不能撤下。" | "May stay empty. One photo, PDF, Excel or Word file of at most 10 MB. It is kept with the report and cannot be taken away.";
    report_now: "已改完，报告" | "It is repaired";
    close: "销号" | "Close";
    close_consequence: "销号后不能再改，整改情况和意见都保留。" | "It cannot be changed after that. What was said is kept.";
    remark: "销号意见" | "Remark";
    send_back: "退回继续整改" | "Send back";
    send_back_hint: "写明还差什么，期限不变。" | "Say what is still missing. Its day stays.";
    reason: "退回理由" | "Why";
    extend: "延长期限" | "Allow more time";
    extend_hint: "只改期限，其余不变；最初的期限一直可查。" | "The day alone changes. The first one stays visible.";
    new_due: "新的期限" | "New day";
    extend_reason: "延期理由" | "Why it gets more time";
    extended_by(by, at): "{by} 于 {at} 延长期限" | "given more time by {by} at {at}";
    first_due(day): "（原定 {day}）" | "(at first {day})";
    first_due_title: "原定期限" | "Due at first";
    withdraw: "撤销整改" | "Withdraw it";
    withdraw_hint: "提错了才撤销：不再要求整改，不扣分，不影响出壳。撤销后不能恢复，记录保留。" | "For what was given by mistake: nothing has to be repaired, no points are taken away, hatching is not blocked. It cannot be brought back; the record stays.";
    withdraw_reason: "撤销理由" | "Why it is withdrawn";
    withdrawn_by(by, at): "{by} 于 {at} 撤销" | "withdrawn by {by} at {at}";
    withdrawn_title: "撤销时间" | "Withdrawn at";

    say(field, what): "{field}：{what}" | "{field}: {what}";
    required: "请填写。" | "Please fill this in.";
    choose: "请选择。" | "Please choose.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    not_a_date: "看不懂这个日期，请写成 2026-04-09。" | "This is no date; write it as 2026-04-09.";
    in_the_past(today): "期限不能早于今天（{today}）。" | "It cannot be due before today ({today}).";
    not_later(day): "新的期限要晚于现在的期限（{day}）。" | "The new day has to be later than {day}.";
    words_field: "内容" | "Words";

    todo_overdue(count): "{count} 项整改已逾期" | "{count} rectifications overdue";
    todo_open(count): "{count} 项问题待整改" | "{count} faults to repair";
    todo_reported(count): "{count} 项整改等待销号" | "{count} rectifications wait to be closed";
}

pub(super) fn state_name(language: Language, state: State) -> &'static str {
    match state {
        State::Open => state_open(language),
        State::Reported => state_reported(language),
        State::Closed => state_closed(language),
        State::Withdrawn => state_withdrawn(language),
    }
}

pub(crate) fn source_name(language: Language, source: Source) -> &'static str {
    match source {
        Source::Report => source_report(language),
        Source::Assessment => source_assessment(language),
        Source::Visit => source_visit(language),
        Source::Other => source_other(language),
    }
}

pub(super) fn party_name(language: Language, party: Party) -> &'static str {
    match party {
        Party::Organisation => party_organisation(language),
        Party::Operator => party_operator(language),
        Party::Bureau => party_bureau(language),
    }
}

pub(super) fn timely_name(language: Language, timely: Timely) -> Option<&'static str> {
    match timely {
        Timely::Pending | Timely::Withdrawn => None,
        Timely::Overdue => Some(overdue(language)),
        Timely::Awaiting | Timely::OnTime => Some(on_time(language)),
        Timely::Late => Some(late(language)),
    }
}

pub(super) fn field_name(language: Language, field: Field) -> &'static str {
    match field {
        Field::Subject => subject(language),
        Field::Source => source(language),
        Field::Words => words_field(language),
        Field::Owner => owner(language),
        Field::DueOn => due(language),
    }
}
