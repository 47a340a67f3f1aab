//! The words of service requests (服务事项).

use hatchboard::service_request::{Age, Field, LinkKind, State, Timely};

use crate::Language;

words! {
    title: "服务事项" | "Service requests";
    subtitle_base: "机构求助的事：谁负责、何时办完、结果怎样、机构是否满意。" | "What organisations have asked for: who sees to it, by when, what came of it, and how good it was.";
    subtitle_ours: "向基地求助的事，办到哪一步、结果怎样，都在这里。" | "What you have asked the base for, how far it has come, and what came of it.";
    caption: "服务事项一览" | "Service requests";
    ask: "提出求助" | "Ask for help";
    ask_for: "代机构登记" | "Enter for an organisation";
    ask_hint: "写清什么事、什么时候要、已经做过什么。运营方受理后会定责任人和时限。" | "Say what, by when, and what you have tried. The operator names who sees to it, and by when.";
    send: "提交" | "Send";
    organisation: "机构" | "Organisation";
    kind: "类别" | "Kind";
    what: "什么事" | "What";
    state: "状态" | "State";
    owner: "责任人" | "Owner";
    due: "时限" | "Due";
    asked: "提出" | "Asked";
    rated: "评价" | "Rating";
    waits: "等谁" | "Waits for";
    all_states: "全部状态" | "All states";
    all_kinds: "全部类别" | "All kinds";
    all_dates: "不限时限" | "Any date";
    only_overdue: "只看逾期" | "Overdue only";
    ages: "未办结的求助，提出多久了" | "Open help, by how long ago it was asked for";
    age: "提出多久" | "Asked for";
    all_ages: "不限" | "Any time ago";
    age_week: "不到 7 天" | "less than 7 days ago";
    age_fortnight: "7–13 天" | "7–13 days ago";
    age_month: "14–29 天" | "14–29 days ago";
    age_older: "30 天以上" | "30 days ago or more";
    search: "查内容、机构名称或拼音首字母" | "Find words, a name or initials";
    views: "查看方式" | "Views";
    view_list: "列表" | "List";
    view_board: "看板" | "Board";
    board_empty: "无" | "none";
    board_all(state, count): "全部{state} {count} 件" | "All {count}: {state}";
    none: "还没有服务事项" | "No requests yet";
    none_base: "机构在周汇报里求助，或回访发现需要帮助，可以在那一页转为服务事项；机构也可以直接提出。" | "When a weekly report asks for help, or a visit finds that it is needed, its page makes a request of it; organisations can also ask directly.";
    none_ours: "需要政策、资源、项目、培训、财务或指导方面的帮助，在这里提出。" | "Ask here for advice, resources, projects, training, finance or coaching.";
    no_match: "没有符合条件的服务事项" | "No request matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    on_time_rate(year, rate, on_time, due): "{year}年按期办结率 {rate}（{on_time} / {due} 件；政策咨询一律按提出后三个工作日计）" | "{rate} done in time in {year} ({on_time} of {due}; policy advice always within three working days of being asked for)";
    on_time_none(year): "{year}年还没有到期的事项" | "Nothing has been due in {year} yet";

    state_asked: "待受理" | "to accept";
    state_under_way: "办理中" | "under way";
    state_done: "待评价" | "to rate";
    state_rated: "已评价" | "rated";
    state_declined: "不予受理" | "declined";
    state_withdrawn: "已撤回" | "withdrawn";
    overdue: "已逾期" | "overdue";
    on_time: "按期" | "in time";
    late: "逾期办结" | "late";
    waits_operator(length): "等运营方，{length}" | "waits for the operator, {length}";
    waits_organisation(length): "等机构评价，{length}" | "waits for the organisation, {length}";
    stars(stars): "{stars} 分" | "{stars} of 5";

    details: "求助内容" | "What was asked";
    asked_by(by, at): "{by} 于 {at} 提出" | "asked by {by} at {at}";
    on_behalf(by, at): "{by} 于 {at} 代为登记" | "entered by {by} at {at}";
    from_report: "来自周汇报" | "From a weekly report";
    from_visit: "来自出壳回访" | "From a follow-up";
    result: "办理结果" | "Result";
    declined_for: "不予受理的理由" | "Why it was declined";
    done_by(by, at): "{by} {at} 办结" | "done by {by} on {at}";
    not_accepted: "未受理" | "not accepted yet";

    accept: "受理" | "Accept";
    change: "改责任人或时限" | "Change owner or day";
    save: "保存" | "Save";
    owner_hint: "基地一方由谁负责；与运营方账号的姓名相同，就提醒本人。" | "Who on the base's side sees to it; where it is the name of one of the operator's accounts, they are reminded.";
    due_hint: "政策咨询三个工作日（考核按此算），其他默认十个，可以改。" | "Three working days for policy advice, by which scores go; ten for all else. It can be changed.";
    decline: "不予受理" | "Decline";
    decline_hint: "写明理由，机构会看到。" | "Say why; the organisation sees it.";
    reason: "理由" | "Reason";
    finish: "办结" | "Done";
    result_hint: "做了什么、结果如何；用到的政策、资源、项目写明名称或链接。" | "What was done and what came of it; name the policies, resources or projects, or link them.";
    withdraw: "撤回" | "Withdraw";
    withdraw_consequence: "撤回后不再办理。" | "It will not be seen to any more.";
    rate: "评价" | "Rate";
    rating: "满意度" | "How good was it";
    rating_5: "5 很满意" | "5 very good";
    rating_4: "4 满意" | "4 good";
    rating_3: "3 一般" | "3 fair";
    rating_2: "2 不满意" | "2 poor";
    rating_1: "1 很不满意" | "1 very poor";
    rating_words: "想说的话" | "Anything to add";
    reopen: "没有解决，请继续办" | "Not solved: go on";
    reopen_hint: "写明还差什么；只能退回一次。" | "Say what is missing. This can be done once.";
    missing: "还差什么" | "What is missing";
    messages: "沟通" | "Conversation";
    no_messages: "还没有留言" | "Nothing has been said yet";
    message: "留言" | "Message";
    say_it: "发送" | "Send";
    said_by(by, at): "{by} {at}" | "{by}, {at}";

    say(field, what): "{field}：{what}" | "{field}: {what}";
    required: "请填写。" | "Please fill this in.";
    choose: "请选择。" | "Please choose.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    not_a_date: "看不懂这个日期，请写成 2026-04-09。" | "This is no date; write it as 2026-04-09.";
    in_the_past(today): "时限不能早于今天（{today}）。" | "It cannot be due before today ({today}).";
    asked_before: "这条求助已经转过服务事项了。" | "This has led to a request already.";
    make_request: "转为服务事项" | "Turn into a service request";
    open_request: "查看服务事项" | "Open the request";

    links: "关联的政策、资源和项目" | "Policies, resources and projects";
    no_links: "还没有关联。" | "Nothing is linked yet.";
    link_it: "添加关联" | "Link something";
    link_title: "名称" | "Title";
    link_detail: "说明或出处" | "What it is about, or where it is";
    link_policy: "政策" | "policy";
    link_resource: "资源" | "resource";
    link_project: "项目" | "project";
    strike_link: "作废" | "Strike out";
    strike_link_hint: "关联有误才作废；记录留着可查。" | "For what was linked wrongly: it stays to be seen.";
    link_struck_by(by, at, why): "{by} {at} 作废：{why}" | "struck out by {by} at {at}: {why}";
    why: "原因" | "Why";

    todo_open(count): "{count} 件求助在办" | "{count} requests under way";
    todo_rate(count): "{count} 件已办结，请评价" | "{count} done: please rate";
}

pub(crate) fn state_name(language: Language, state: State) -> &'static str {
    match state {
        State::Asked => state_asked(language),
        State::UnderWay => state_under_way(language),
        State::Done => state_done(language),
        State::Rated => state_rated(language),
        State::Declined => state_declined(language),
        State::Withdrawn => state_withdrawn(language),
    }
}

pub(super) fn age_name(language: Language, age: Age) -> &'static str {
    match age {
        Age::Week => age_week(language),
        Age::Fortnight => age_fortnight(language),
        Age::Month => age_month(language),
        Age::Older => age_older(language),
    }
}

pub(super) fn timely_name(language: Language, timely: Timely) -> Option<&'static str> {
    match timely {
        Timely::Pending => None,
        Timely::Overdue => Some(overdue(language)),
        Timely::OnTime => Some(on_time(language)),
        Timely::Late => Some(late(language)),
    }
}

pub(super) fn link_kind(language: Language, kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Policy => link_policy(language),
        LinkKind::Resource => link_resource(language),
        LinkKind::Project => link_project(language),
    }
}

pub(super) fn field_name(language: Language, field: Field) -> &'static str {
    match field {
        Field::Organisation => organisation(language),
        Field::Kind => kind(language),
        Field::Words => what(language),
        Field::Owner => owner(language),
        Field::DueOn => due(language),
        Field::Rating => rating(language),
        Field::Title => link_title(language),
        Field::Detail => link_detail(language),
    }
}
