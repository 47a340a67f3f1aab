//! The words of trainings (能力培训).

use hatchboard::training::{AttendField, Closed, Field, Refusal, State, Topic};

use crate::Language;

words! {
    title: "能力培训" | "Trainings";
    subtitle: "邀请机构、现场扫码签到、补录名单；场次、人次、人数、机构数分开统计。" | "Organisations are invited, people sign in by a code or from a list; sessions, attendances, people and organisations are counted apart.";
    caption: "培训一览" | "Trainings";
    new: "安排培训" | "Plan a training";
    edit: "修改安排" | "Change";
    search: "查主题、讲师或地点" | "Find title, teacher or place";
    state: "状态" | "State";
    all_states: "全部状态" | "All states";
    year: "年度" | "Year";
    all_years: "全部年度" | "All years";
    settled: "是否已确认" | "Settled";
    all_settled: "不限" | "Any";
    only_unsettled: "只看待确认的" | "To be settled only";
    none: "还没有培训" | "No trainings yet";
    none_hint: "安排一场培训，邀请机构，当天用二维码签到。" | "Plan one, invite organisations, and let people sign in by its code on the day.";
    none_reader: "运营方安排后会出现在这里。" | "What the operator plans appears here.";
    no_match: "没有符合条件的培训" | "No training matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    tally(year, sessions, attendances, people, organisations): "{year}年已举办 {sessions} 场，{attendances} 人次，{people} 人，{organisations} 家机构" | "Held in {year}: {sessions} sessions, {attendances} attendances, {people} people, {organisations} organisations";

    topic_policy: "政策法规" | "Policy and law";
    topic_governance: "组织治理" | "Governance";
    topic_party_building: "党建" | "Party building";
    topic_finance: "财务管理" | "Finance";
    topic_projects: "项目管理" | "Projects";
    topic_fundraising: "筹资传播" | "Fundraising";
    topic_social_work: "社会工作" | "Social work";
    topic_other: "其他" | "Other";
    state_planned: "计划中" | "planned";
    state_held: "已举办" | "held";
    state_cancelled: "已取消" | "cancelled";
    today: "今天" | "today";
    invited_title: "邀请参加的培训" | "Trainings to come to";
    unsettled: "待确认" | "to be settled";
    unsettled_hint: "日期已过，请确认已举办或取消；确认后才计入。" | "Its day has passed: say whether it took place. It counts only then.";

    what: "主题" | "Title";
    topic: "类别" | "Topic";
    teacher: "讲师" | "Teacher";
    held_on: "日期" | "Day";
    begins_at: "开始时间" | "Begins at";
    begins_hint: "写成 14:30。" | "Such as 14:30.";
    hours: "学时（小时）" | "Hours";
    hours_hint: "按一刻钟填，如 1.5；由此算出结束时间。" | "In quarters, such as 1.5; it tells when the session ends.";
    hours_of(hours): "{hours} 小时" | "{hours} h";
    place: "地点" | "Place";
    material: "材料" | "Material";
    material_hint: "发放什么，或材料的链接；受邀机构能看到。" | "What is handed out, or a link; those who are invited see it.";
    files: "存档文件" | "Kept files";
    choose_file: "选择文件" | "Choose a file";
    choose_file_hint: "签到表、照片、课件等；照片、PDF、Excel 或 Word，一次一个，不超过 10 MB。运营方、民政局和审计能看到，添加后不能撤下。" | "The sign-in sheet, photos, what was handed out: a photo, PDF, Excel or Word file of at most 10 MB, one at a time. Operator, bureau and auditor see it; it cannot be taken away.";
    add_file: "添加文件" | "Add the file";
    no_file: "请选择一个文件。" | "Please choose a file.";
    invite: "邀请哪些机构" | "Whom to invite";
    invite_all: "全部在孵机构" | "All that are being incubated";
    invite_these: "只请勾选的机构" | "The chosen ones only";
    organisations: "勾选机构" | "Organisations";
    outsiders: "基地外的机构" | "Organisations of outside";
    outsiders_hint: "一行一家，写名称。" | "Names, one a line.";
    save: "保存" | "Save";
    reason: "原因" | "Reason";
    when: "时间" | "When";
    details: "培训安排" | "The session";
    entered_by(by, at): "{by} {at} 登记" | "entered by {by} at {at}";
    because: "说明" | "Because";

    hold: "确认已举办" | "It took place";
    hold_consequence: "确认后计入场次和人次；点错了可以写明原因重开。" | "It counts from now on. A mistake can be opened again with a reason.";
    cancel: "取消培训" | "Cancel it";
    cancel_hint: "写明原因，受邀机构会看到。" | "Say why; those who are invited see it.";
    reopen: "重开" | "Open it again";
    reopen_hint: "回到计划中，不再计入；写明原因。" | "It is planned again and counts no more. Say why.";
    not_yet: "还没到培训日期。" | "Its day has not come yet.";
    not_planned: "已举办或已取消的培训不能修改安排，请先重开。" | "What was held or cancelled is not changed: open it again first.";

    code: "签到二维码" | "Sign-in code";
    code_hint: "当天投影或打印这一页，参训人员扫码签到，不需要账号。过了当天链接自动失效。" | "Show or print this on the day: people scan and sign in without an account. After the day it opens nothing.";
    code_label: "签到链接的二维码" | "QR code of the sign-in link";
    link: "签到链接" | "Sign-in link";
    back: "回到培训" | "Back to the training";

    came: "到场情况" | "Who came";
    came_caption: "各机构到场人员" | "Who came, by organisation";
    organisation: "机构" | "Organisation";
    all_organisations: "全部机构" | "All organisations";
    invited: "邀请" | "Invited";
    invited_yes: "受邀" | "invited";
    invited_no: "未邀请到场" | "came besides";
    outside: "基地外" | "outside";
    people: "到场人员" | "People";
    number: "人数" | "Number";
    had_invited(count, names): "邀请过 {count} 家：{names}" | "Had been invited, {count}: {names}";
    absent(count, names): "受邀未到场 {count} 家：{names}" | "Invited, and nobody came, {count}: {names}";
    awaited(count, names): "已邀请、还没有人签到 {count} 家：{names}" | "Invited, and nobody has signed in yet, {count}: {names}";
    nobody: "没有人到场" | "Nobody came";
    nobody_yet: "还没有人签到" | "Nobody has signed in yet";
    sums(organisations, people, invited): "{organisations} 家机构到场，{people} 人；邀请 {invited} 家" | "{people} people of {organisations} organisations; {invited} invited";
    corrections: "更正记录" | "Corrections";
    struck_line(person, name): "划去 {person}（{name}）" | "{person} of {name} was taken off";
    late_line(person, name): "补录 {person}（{name}）" | "{person} of {name} was entered later";
    by_at(by, at, why): "{by} {at}：{why}" | "{by} {at}: {why}";
    list: "按名单登记" | "Enter from a list";
    list_hint: "每行一个，也可用顿号或逗号隔开；已在册的不会重复。" | "One a line, or separated by commas; whoever is there already stands once.";
    names: "姓名" | "Names";
    late_reason_hint: "培训日期已过，补录须写明原因。" | "The day has passed: entering somebody later needs a reason.";
    back_reason_hint: "重新登记被划去过的人，须写明原因。" | "Entering again whoever was taken off needs a reason.";
    other_outside: "其他机构（写名称）" | "Another organisation (by name)";
    outside_name: "机构名称" | "Its name";
    outside_hint: "上面选“其他机构”时填写。" | "For another organisation than those above.";
    enter: "登记" | "Enter";
    strike: "划去一人" | "Take somebody off";
    strike_hint: "签错或未到场的，写明原因划去；记录保留。" | "For who did not come. Say why; the record stays.";
    strike_now: "划去" | "Take off";
    attendance: "签到记录" | "Attendance";
    person_of(person, name): "{person} · {name}" | "{person}, {name}";

    how: "方式" | "How";
    by_link: "扫码签到" | "by the code";
    by_list: "名单登记" | "from a list";
    phone: "手机后四位" | "Phone, last four digits";
    signed_at: "登记时间" | "Entered at";
    struck_for: "划去原因" | "Taken off because";
    entered_for: "补录原因" | "Entered later because";
    sheet: "签到表" | "Attendance sheet";
    export_sheet: "导出签到表" | "Export the sheet";

    spot_title: "培训签到" | "Sign in to the training";
    spot_organisation: "您来自哪个机构" | "Which organisation are you from";
    spot_person: "您的姓名" | "Your name";
    spot_phone_hint: "可以不填；同名时便于核对。" | "May stay empty; it helps to tell two of one name apart.";
    spot_send: "签到" | "Sign in";
    signed_now: "签到成功。" | "You are signed in.";
    signed_before: "您已经签过到了，不用再签。" | "You had signed in already.";
    another: "再签一位" | "Sign in somebody else";
    closed_not_yet(day): "还没到签到的日期，请在 {day} 当天签到。" | "Signing in opens on {day}.";
    closed_over: "培训当天已过，不能再签到。需要补录请联系基地工作人员。" | "The day of the training is over. Ask the base's staff to enter you.";
    closed_cancelled: "这场培训已取消。" | "This training has been cancelled.";
    taken_off: "这个姓名被工作人员划去了，请找现场工作人员。" | "This name was taken off the list: ask the staff.";
    full: "名单已满，请找现场工作人员。" | "The list is full: ask the staff.";
}

pub(crate) fn state_name(language: Language, state: State) -> &'static str {
    match state {
        State::Planned => state_planned(language),
        State::Held => state_held(language),
        State::Cancelled => state_cancelled(language),
    }
}

pub(crate) fn topic_name(language: Language, topic: Topic) -> &'static str {
    match topic {
        Topic::Policy => topic_policy(language),
        Topic::Governance => topic_governance(language),
        Topic::PartyBuilding => topic_party_building(language),
        Topic::Finance => topic_finance(language),
        Topic::Projects => topic_projects(language),
        Topic::Fundraising => topic_fundraising(language),
        Topic::SocialWork => topic_social_work(language),
        Topic::Other => topic_other(language),
    }
}

pub(super) fn closed(language: Language, closed: Closed, day: impl std::fmt::Display) -> String {
    match closed {
        Closed::NotYet => closed_not_yet(language, day),
        Closed::Over => closed_over(language).to_owned(),
        Closed::Cancelled => closed_cancelled(language).to_owned(),
    }
}

pub(super) fn refusal(language: Language, refusal: Refusal) -> Option<&'static str> {
    match refusal {
        Refusal::NotYet => Some(not_yet(language)),
        Refusal::NotPlanned => Some(not_planned(language)),
        Refusal::NoSuchStep { .. } => None,
    }
}

pub(super) fn field(language: Language, field: Field) -> (&'static str, &'static str) {
    let words = match field {
        Field::Title => what,
        Field::Topic => topic,
        Field::Teacher => teacher,
        Field::HeldOn => held_on,
        Field::BeginsAt => begins_at,
        Field::Hours => hours,
        Field::Place => place,
        Field::Material => material,
        Field::Invite => invite,
        Field::Organisations => organisations,
        Field::Outsiders => outsiders,
        Field::Reason => reason,
    };
    (field.code(), words(language))
}

pub(super) fn attend_field(language: Language, field: AttendField) -> (&'static str, &'static str) {
    let words = match field {
        AttendField::Organisation => organisation,
        AttendField::Outside => outside_name,
        AttendField::Person | AttendField::Names => names,
        AttendField::Phone => phone,
        AttendField::Reason => reason,
        AttendField::Attendance => attendance,
    };
    (field.code(), words(language))
}
