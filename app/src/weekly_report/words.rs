//! The words of the weekly report: its form, its receipt, and what an organisation sees of it.

use hatchboard::weekly_report::{ActivityField, ActivityKind, Content, Field, FieldPath, HelpKind, State};

use crate::Language;

words! {
    weekly_reports: "周汇报" | "Weekly reports";
    report_of(week): "{week} 周汇报" | "Report for {week}";

    field_done: "做了什么" | "What was done";
    field_done_hint: "几句话就行：做了哪些事、进展如何。" | "A few sentences: what you did and how far it has come.";
    field_activities_count: "活动场数" | "Activities";
    field_activities_count_hint: "计入全基地当周合计；季度考核按逐项填写的活动算。" | "Adds to the base's week; the quarter counts the activities that are listed one by one.";
    field_attendances: "人次" | "Attendances";
    field_attendances_hint: "同一个人来两次算两人次；没有就填 0。" | "One person who came twice counts as two; 0 if none.";
    of_base_hint: "供民政局了解，没有规则按它计分。" | "For the bureau to know; no rule scores it.";
    field_help_kind: "需要什么帮助" | "Help needed";
    field_help: "具体说说" | "What exactly";
    field_help_hint: "上面选了帮助就要填：什么事、什么时候要。" | "Where help is chosen above: what, and by when.";
    field_nothing_to_report: "本周没有可汇报的事项" | "Nothing to report this week";
    field_nothing_confirmed: "确认：本周没有开展活动，也没有其他进展" | "I confirm: no activities and nothing else to tell this week";
    field_activities: "逐项活动" | "Activities one by one";
    field_staff: "专职人员" | "Staff";
    field_volunteers: "志愿者" | "Volunteers";
    field_funds_linked: "链接资金" | "Funds linked";
    field_income: "本月收入" | "Income of the month";
    field_spending: "本月支出" | "Spending of the month";
    field_problems: "问题与困难" | "Problems";
    field_next_week: "下周打算" | "Next week";
    field_progress: "月计划进度" | "Progress on the month's plan";
    progress_hint: "本周每项完成了多少；没有进展就空着。月底的完成率由此算出。" | "How much of each was done this week; leave it blank if nothing. The month's completion is counted from it.";
    progress_of(planned, told): "计划 {planned}，此前已报 {told}" | "{planned} planned, {told} told before";
    progress_this_week: "本周完成" | "Done this week";
    progress_before: "此前已报" | "Told before";
    progress_planned: "计划" | "Planned";
    activity_what: "活动内容" | "What it was";
    activity_kind: "类型" | "Kind";
    activity_on: "日期" | "Date";
    activity_place: "地点" | "Place";
    activity_attendances: "人次" | "Attendances";
    activity_attendances_hint: "与月计划的人次对照，季度考核用。" | "Set against the plan's attendances in the quarter's assessment.";
    activity_beneficiaries: "受益人数" | "Beneficiaries";
    activity_beneficiaries_hint: "按人头算，不与人次相加，不计分。" | "People, not attendances; in no score.";
    activity_row(row): "第 {row} 项活动" | "Activity {row}";
    activity_field(row, field): "第 {row} 项活动：{field}" | "Activity {row}: {field}";

    unit_times: "场" | "activities";
    unit_attendances: "人次" | "attendances";
    unit_people: "人" | "people";
    unit_yuan: "元" | "yuan";

    help_none: "不需要" | "None";
    help_policy_advice: "政策咨询" | "Policy advice";
    help_resource_linking: "资源链接" | "Linking resources";
    help_project_matching: "项目对接" | "Matching with projects";
    help_training: "能力培训" | "Training";
    help_financial_custody: "财务托管" | "Financial custody";
    help_coaching: "孵化指导" | "Coaching";
    help_other: "其他" | "Something else";

    kind_service: "服务活动" | "Service";
    kind_training: "培训" | "Training";
    kind_meeting: "会议" | "Meeting";
    kind_volunteering: "志愿服务" | "Volunteering";
    kind_publicity: "宣传" | "Publicity";
    kind_fundraising: "筹资" | "Fundraising";
    kind_party_building: "党建" | "Party building";
    kind_other: "其他" | "Other";

    // How a week stands.
    sign_late: "迟" | "L";
    sign_missing: "缺" | "✕";
    sign_excused: "免" | "E";
    on_time: "按时" | "on time";
    on_time_nothing: "按时，本周无事项" | "on time, nothing to report";
    late: "迟报" | "late";
    late_by(length): "迟报 {length}" | "{length} late";
    late_not_counted: "在季度截止之后，不计分" | "after the quarter was cut off: not counted";
    late_beyond_cut_off(length): "迟报 {length}，在季度截止之后，不计分" | "{length} late, after the quarter was cut off: not counted";
    missing: "缺报" | "missing";
    pending: "待报" | "not due yet";
    excused: "免报（有理由）" | "excused, with a reason";
    excused_because(reason): "免报：{reason}" | "excused: {reason}";
    not_expected_at_all: "不需报" | "not expected";
    not_expected(why): "不需报：{why}" | "not expected: {why}";
    not_yet_admitted: "当周尚未入壳满一周" | "not yet in the base for the whole week";
    suspended: "暂停孵化期间" | "the incubation is suspended";
    left: "已出壳或退出" | "hatched or left";
    no_working_day: "当周没有工作日" | "the week has no working day";
    cadence: "按约定频次，当周不报" | "it reports less often";

    content_report: "有事项" | "A report";
    content_nothing: "无事项" | "Nothing to report";
    state_draft: "草稿" | "Draft";
    state_submitted: "已提交，待审" | "Submitted, waits for review";
    state_accepted: "已接受" | "Accepted";
    state_returned: "已退回" | "Returned";
    state_withdrawn: "已撤回" | "Withdrawn";

    fold_activities: "逐项填写活动" | "List activities one by one";
    fold_numbers: "人员与资金" | "People and money";
    fold_numbers_carried: "已带入上次填的数" | "taken over from last time";
    people_hint: "反映队伍规模，下次自动带出，不计分。" | "Shows how many you are; filled in by itself the next time, in no score.";
    funds_hint: "供审阅参考；目标和考核按登记的到账资金算。" | "For whoever reviews; targets and scores count payments that are recorded.";
    money_hint: "每月一次，供审阅了解收支，不计分。" | "Once a month, for whoever reviews; in no score.";
    fold_more: "问题与下周" | "Problems and next week";
    fold_nothing: "本周无事项？" | "Nothing to report?";
    fold_nothing_note: "勾选两项后直接提交" | "tick both, then submit";
    fold_files: "照片与文件" | "Photos and files";
    fold_count(n): "{n} 项" | "{n}";
    activities_hint(earliest): "日期从 {earliest} 起，写在上次汇报之后。联合举办的由主办方填写，只计一次。" | "Dated {earliest} or later: what came after the last report. A joint activity is listed by its host, so that it counts once.";
    add_row: "再加一项活动" | "Add one more activity";
    remove_row: "删去这一项" | "Remove this one";
    submit: "提交" | "Submit";
    submit_again: "再次提交" | "Submit again";
    save_draft: "存草稿" | "Save draft";
    server_time(time): "服务器时间 {time}" | "Server's time {time}";
    due(deadline): "截止 {deadline}" | "Due {deadline}";
    due_again(deadline): "重新提交截止 {deadline}" | "Submit again by {deadline}";
    no_deadline: "本周不需报，也可以提交。" | "No report is asked for this week; you may still file one.";
    draft_saved(time, by): "草稿已保存：{time}，{by}" | "Draft saved {time} by {by}";
    on_behalf_notice(name): "你在代“{name}”填报。提交后标明代填，由该机构确认。" | "You are filing on behalf of {name}. It will be marked as such and confirmed by them.";
    base_notice: "这是基地向民政局的周汇报。机构的数只在这里引用，不会重复计入统计。" | "This is the base's own report to the bureau. What it tells of organisations is never counted again.";

    files: "添加照片或文件" | "Add photos or files";
    files_hint: "JPEG、PNG、WebP、PDF、xlsx、docx，每个不超过 10 MB，最多 9 个。照片里的位置信息会去掉。" | "JPEG, PNG, WebP, PDF, xlsx or docx, 10 MB each, nine at the most. Places are taken out of photos.";
    upload: "上传" | "Upload";
    attachments: "附件" | "Attachments";
    remove_file: "删除" | "Remove";
    remove_file_named(name): "删除 {name}" | "Remove {name}";
    attachment_line(name, size): "{name}（{size}）" | "{name} ({size})";
    file_refused(name, why): "“{name}”没有收下：{why}" | "“{name}” was not taken: {why}";
    choose_files: "请先选择文件，再按“上传”。" | "Choose files first, then upload.";
    not_submitted_for_files: "还没有提交：有文件没有收下，见“照片与文件”。处理后请再次提交。" | "Not submitted: a file was not taken, see “Photos and files”. Then submit again.";
    others_kept: "填写的内容都已保存。" | "Everything you typed has been saved.";
    photos_follow: "审阅之前还可以补照片。" | "Photos may still follow until the review.";

    clash_title: "别人刚刚保存了更新的内容" | "Somebody has saved a newer version";
    clash_words(by): "{by} 的草稿更新。下面列出不同的地方，表单里是你的内容；核对后再保存或提交。" | "{by} has saved a newer draft. Where yours differs, both are below; the form holds yours. Compare, then save or submit.";
    mine: "我的" | "Mine";
    theirs: "对方的" | "Theirs";
    keep_mine: "用我的" | "Keep mine";
    take_theirs: "用对方的" | "Take theirs";
    blank: "（空）" | "(empty)";

    keeper_saving: "正在保存…" | "Saving…";
    keeper_waiting: "有未保存的内容" | "Not saved yet";
    keeper_saved(time): "已保存 {time}" | "saved {time}";
    keeper_away: "网络不通。写的内容都留在这台设备上，还没有发出，会自动重试。" | "No connection. What you type stays on this device and has not been sent; retrying.";
    keeper_not_submitted: "没有提交，请再点一次。" | "Not submitted: press the button again.";
    keeper_not_submitted_away: "没有提交，网络恢复后请再点一次。" | "Not submitted: press the button again once the network is back.";
    keeper_signed_out: "登录已过期。内容留在这台设备上，还没有发出。" | "Your session has ended. What you typed stays on this device and has not been sent.";
    keeper_sign_in: "在新页登录" | "Sign in in a new tab";
    keeper_restored: "已找回上次没有发出的内容。" | "What had not been sent last time is back.";
    keeper_merged(by): "已并入 {by} 刚写的内容。" | "What {by} has just written was brought in.";
    keeper_clash: "别人改了同一处，还没有提交：请先在下面逐项选择。" | "Somebody changed the same field, so nothing was submitted: choose below first.";
    keeper_refused(why): "没有保存：{why}" | "Not saved: {why}";
    keeper_clash_title: "同一处有两种写法" | "Two versions of the same field";
    keeper_sending: "正在提交…" | "Sending…";

    today_this_week: "本周汇报" | "This week's report";
    today_open: "去填写" | "Fill it in";
    today_continue: "继续填写" | "Continue";
    today_see: "查看" | "See it";
    today_returned(week): "{week} 被退回" | "{week} was returned";
    today_returned_by(by, at): "{by}，{at}" | "{by}, {at}";
    today_correct: "去修改" | "Correct it";
    today_confirm(week): "{week} 由运营方代填，请核对确认" | "{week} was filed on your behalf: please check and confirm";
    today_check: "去核对" | "Check it";
    today_nothing: "现在没有要做的事。" | "Nothing to do right now.";
    today_withdrawn(week): "{week} 已撤回，还没有重新提交" | "{week} was withdrawn and not submitted again";
    today_missed(week): "{week} 还没有汇报" | "{week} has not been filed";
    today_missed_note: "现在补报计为迟报" | "filed now, it counts as late";
    today_last_weeks: "近几周" | "The last weeks";
    today_all_weeks: "全部周次" | "All weeks";
    rate_title: "近 12 周按时率" | "On time, last 12 weeks";
    rate_working(on_time, late, expected, rate): "（按时 {on_time} + 迟报 {late} × ½）÷ 应报 {expected} = {rate}" | "({on_time} on time + {late} late × ½) ÷ {expected} expected = {rate}";
    rate_none: "还没有应报的周。" | "No week has been expected yet.";
    rate_note: "免报和不需报的周不计在内。" | "Excused weeks and weeks that ask for none are left out.";

    column_week: "周" | "Week";
    column_days: "起止" | "Days";
    column_expected: "是否应报" | "Expected";
    column_timely: "及时性" | "Timeliness";
    column_content: "内容" | "Content";
    column_state: "状态" | "State";
    column_due: "截止" | "Due";
    column_filed: "首次提交" | "First filed";
    expected: "应报" | "expected";
    none_yet: "还没有周次" | "No weeks yet";

    receipt_title: "已收到" | "Received";
    receipt_again(at): "{at} 再次提交" | "filed again {at}";
    receipt_number: "回执编号" | "Receipt number";
    receipt_filed(at, by): "{at} 由 {by} 提交" | "filed {at} by {by}";
    receipt_on_behalf: "代填" | "on behalf";
    receipt_on_behalf_open: "代填，待机构确认" | "on behalf, not yet confirmed";
    receipt_on_behalf_confirmed(at): "代填，机构已于 {at} 确认" | "on behalf, confirmed {at}";
    back_to_weeks: "全部周次" | "All weeks";
    report_answers: "汇报内容" | "What was reported";
    help_line(kind, what): "{kind}：{what}" | "{kind}: {what}";
    versions: "各次提交" | "Versions";
    filed_before: "上次提交的内容" | "What was filed before";
    version_line(number): "第 {number} 次" | "Version {number}";
    compare: "对比" | "Compare";
    compare_with(old, new): "第 {old} 次与第 {new} 次对比" | "Version {old} and version {new}";
    compare_same: "两次内容相同。" | "Both say the same.";
    comments: "往来" | "History";
    comment: "留言" | "Comment";
    comment_send: "发出" | "Send";
    withdraw: "撤回" | "Withdraw";
    withdraw_consequence: "撤回后可以修改再提交；在那之前，本周算没有提交。" | "You can change it and submit it again. Until then nothing is filed for this week.";
    confirm_behalf: "确认代填内容" | "Confirm what was filed";
    confirm_behalf_consequence: "确认后，这份代填的汇报视为本机构的汇报。有误请留言或撤回修改。" | "Once confirmed it stands as your own report. If something is wrong, comment or withdraw it.";
    nothing_was_reported: "本周无事项（已确认）" | "Nothing to report (confirmed)";
    notice_attendances(total, listed): "合计 {total} 人次，逐项相加为 {listed} 人次，请核对。" | "The total is {total} attendances, the listed ones make {listed}. Worth a second look.";
    notice_more_listed(count, listed): "场数填 {count}，逐项列了 {listed} 项，请核对。" | "{count} activities counted, {listed} listed. Worth a second look.";
    reopened(until): "已重开，可修改至 {until}" | "Reopened for changes until {until}";
    reopened_scope(fields): "可修改：{fields}" | "May change: {fields}";
    signature_author: "填报人（签字）" | "Filed by (signature)";
    signature_seal: "机构（盖章）" | "Organisation (seal)";

    event_submitted: "提交" | "Submitted";
    event_returned: "退回" | "Returned";
    event_accepted: "接受" | "Accepted";
    event_withdrawn: "撤回" | "Withdrawn";
    event_reopened: "重开" | "Reopened";
    event_commented: "留言" | "Comment";
    event_confirmed: "确认代填" | "Confirmed";
}

/// What a field is called.
pub(crate) fn field(language: Language, field: Field) -> &'static str {
    let words = match field {
        Field::Done => field_done,
        Field::ActivitiesCount => field_activities_count,
        Field::Attendances => field_attendances,
        Field::HelpKind => field_help_kind,
        Field::Help => field_help,
        Field::NothingToReport => field_nothing_to_report,
        Field::NothingConfirmed => field_nothing_confirmed,
        Field::Staff => field_staff,
        Field::Volunteers => field_volunteers,
        Field::FundsLinked => field_funds_linked,
        Field::Income => field_income,
        Field::Spending => field_spending,
        Field::Problems => field_problems,
        Field::NextWeek => field_next_week,
        Field::Activities => field_activities,
        Field::Progress => field_progress,
    };
    words(language)
}

/// What a field of one activity is called.
pub(crate) fn activity(language: Language, field: ActivityField) -> &'static str {
    let words = match field {
        ActivityField::What => activity_what,
        ActivityField::Kind => activity_kind,
        ActivityField::On => activity_on,
        ActivityField::Place => activity_place,
        ActivityField::Attendances => activity_attendances,
        ActivityField::Beneficiaries => activity_beneficiaries,
    };
    words(language)
}

/// What stands at a place of the form; rows are counted from 1 for people.
pub(crate) fn path(language: Language, path: FieldPath) -> String {
    match path {
        FieldPath::Of(of) => field(language, of).to_owned(),
        FieldPath::Activity(row, of) => activity_field(language, row + 1, activity(language, of)),
        FieldPath::Progress(_) => field_progress(language).to_owned(),
    }
}

/// What a kind of help is called.
pub(crate) fn help_kind(language: Language, kind: HelpKind) -> &'static str {
    let words = match kind {
        HelpKind::PolicyAdvice => help_policy_advice,
        HelpKind::ResourceLinking => help_resource_linking,
        HelpKind::ProjectMatching => help_project_matching,
        HelpKind::Training => help_training,
        HelpKind::FinancialCustody => help_financial_custody,
        HelpKind::Coaching => help_coaching,
        HelpKind::Other => help_other,
    };
    words(language)
}

/// What a kind of activity is called.
pub(crate) fn kind(language: Language, kind: ActivityKind) -> &'static str {
    let words = match kind {
        ActivityKind::Service => kind_service,
        ActivityKind::Training => kind_training,
        ActivityKind::Meeting => kind_meeting,
        ActivityKind::Volunteering => kind_volunteering,
        ActivityKind::Publicity => kind_publicity,
        ActivityKind::Fundraising => kind_fundraising,
        ActivityKind::PartyBuilding => kind_party_building,
        ActivityKind::Other => kind_other,
    };
    words(language)
}

/// The third fact in words.
pub(crate) fn content(language: Language, content: Content) -> &'static str {
    match content {
        Content::Report => content_report(language),
        Content::NothingToReport => content_nothing(language),
    }
}

/// Where a report stands.
pub(crate) fn state(language: Language, state: State) -> &'static str {
    let words = match state {
        State::Draft => state_draft,
        State::Submitted => state_submitted,
        State::Accepted => state_accepted,
        State::Returned => state_returned,
        State::Withdrawn => state_withdrawn,
    };
    words(language)
}

/// What a draft's text says to people: the word of a choice, or the text itself.
pub(crate) fn value(language: Language, path: FieldPath, text: &str) -> String {
    use hatchboard::weekly_report::Help;
    let word = match path {
        FieldPath::Of(Field::HelpKind) if text == Help::NOT_NEEDED => Some(help_none(language)),
        FieldPath::Of(Field::HelpKind) => HelpKind::from_code(text).map(|code| help_kind(language, code)),
        FieldPath::Activity(_, ActivityField::Kind) => ActivityKind::from_code(text).map(|code| kind(language, code)),
        FieldPath::Of(Field::NothingToReport | Field::NothingConfirmed) if !text.is_empty() => Some("✓"),
        _ => None,
    };
    match word {
        Some(word) => word.to_owned(),
        None if text.trim().is_empty() => blank(language).to_owned(),
        None => text.to_owned(),
    }
}
