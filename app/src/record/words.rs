//! The words that pages of plain records share.

words! {
    kinds: "服务记录" | "Records";
    trainings: "能力培训" | "Trainings";
    coaching: "指导督导" | "Coaching";
    funds: "资金链接" | "Funds";
    projects: "项目对接" | "Projects";
    all_kept: "在册记录" | "Standing records";
    only_struck: "已作废的" | "Struck out";

    strike: "作废" | "Strike out";
    strike_hint: "登记有误才作废。写明原因；记录留着可查，不再计数。" | "For what was entered wrongly. Say why: the record stays to be seen and counts no more.";
    reason: "原因" | "Reason";
    struck_by(by, at): "{by} {at} 作废" | "struck out by {by} at {at}";

    say(field, what): "{field}：{what}" | "{field}: {what}";
    required: "请填写。" | "Please fill this in.";
    choose: "请选择。" | "Please choose.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    too_many(limit, found): "最多 {limit} 个，现在 {found} 个。" | "{limit} at the most; there are {found}.";
    too_large(limit): "不能超过 {limit}。" | "This cannot be more than {limit}.";
    not_a_number: "请填数字。" | "Please give a number.";
    negative: "不能是负数。" | "This cannot be below zero.";
    too_precise: "最多到分（两位小数）。" | "Two decimals at the most.";
    zero: "要大于 0。" | "This has to be more than 0.";
    not_a_date: "看不懂这个日期，请写成 2026-04-09。" | "This is no date; write it as 2026-04-09.";
    in_the_future(today): "不能晚于今天（{today}）。" | "This cannot be after today ({today}).";
    too_early(earliest): "不能早于 {earliest}。" | "This cannot be before {earliest}.";
    not_a_time: "看不懂这个时间，请写成 14:30。" | "This is no time; write it as 14:30.";
    not_quarter_hours: "按一刻钟填小时数，如 1.5、2.25，最多 24。" | "Hours in quarters, such as 1.5 or 2.25, 24 at the most.";
    not_four_digits: "请填手机号后四位数字，或留空。" | "The last four digits of the phone's number, or nothing.";
    still_there: "还有到账记录，请先逐笔作废。" | "Something has been received of it: strike that out first.";

    ours_title: "培训与服务" | "Trainings and support";
    ours_subtitle: "基地邀请我们参加的培训、谁去过，以及指导督导、对接的项目和资金。" | "Trainings that the base invites us to and who of us came, coaching visits, projects and funds found for us.";
    no_trainings: "还没有受邀的培训" | "No training yet";
    no_trainings_hint: "基地发出邀请后会出现在这里。" | "It appears here once the base invites you.";
    no_visits: "还没有指导督导记录" | "No visit yet";
    no_projects: "还没有对接的项目" | "No project yet";
    no_funds: "还没有链接的资金" | "No funds yet";
    who_came: "我们到场的人" | "Who of us came";
    nobody: "没有人到场" | "nobody";
    not_yet: "尚未举办" | "not held yet";
    when: "时间" | "When";
    newest(count): "每类只列最近 {count} 条，导出的文件里是全部。" | "The newest {count} of each kind are listed; the file has all.";

    // The file.
    kind: "类别" | "Kind";
    what: "内容" | "What";
    with_whom: "讲师、督导人、合作方或出资方" | "Teacher, visitor, partner or funder";
    amount: "金额或承诺金额（元）" | "Amount or pledge (yuan)";
}
