//! The words of reminders.

words! {
    notices: "提醒" | "Notices";
    notices_subtitle: "该您办的事，到期前后在这里提醒；办完的不再提醒。" | "What is yours to do, told around its day; what has arrived is told no more.";
    no_notices: "没有提醒" | "No notices";
    no_notices_hint: "有事项临近到期或逾期时，会出现在这里。" | "What is nearly due or overdue appears here.";
    unread: "未读" | "unread";
    mark_read: "标为已读" | "Mark as read";
    mark_all_read: "全部标为已读" | "Mark all as read";
    own_settings: "提醒设置" | "Settings";
    and_more(count): "另有 {count} 项" | "and {count} more";

    settings_title: "提醒设置" | "How you are reminded";
    settings_subtitle: "到期当天的提醒和逾期升级的通知始终会发出，其余由您决定。" | "What is due today and what is overdue beyond a day is always told; the rest is yours to choose.";
    by_mail: "同时发邮件" | "By mail, too";
    by_mail_hint: "每天最多一封；系统内的提醒一直都有。" | "One a day at the most; the program itself always shows them.";
    mail_not_set_up: "本系统还没有设置邮件服务器，设好以后才会发出。" | "This installation has no mail server yet; nothing leaves before it has one.";
    mail: "邮箱" | "Address";
    by_robot: "同时发到工作群" | "To a group, too";
    by_robot_hint: "由群机器人发出，每天最多一条，全群可见。" | "By the group's robot, one message a day at the most; everybody in the group reads it.";
    robot: "群机器人地址" | "Address of the group's robot";
    robot_hint: "企业微信、钉钉或飞书给出的 Webhook 地址；要填关键词的，填基地名称。地址请勿外传。" | "The webhook that WeCom, DingTalk or Feishu gives; where it asks for a keyword, the base's name. Keep the address to yourself.";
    robots_not_set_up: "本系统没有开通群机器人，开通以后才会发出。" | "This installation does not write to robots; nothing leaves before it does.";
    about: "提前和逾期一天的提醒" | "Reminders before the day and one day after";
    quiet: "免打扰时段" | "Quiet hours";
    quiet_hint: "这段时间里不提醒，推迟到时段结束；两项都留空则不设。" | "Nothing is told within them; it waits for their end. Leave both empty for none.";
    quiet_from: "从" | "From";
    quiet_until: "到" | "Until";
    save: "保存" | "Save";
    no_address: "请填写一个邮箱，如 name@example.cn。" | "Enter one address, such as name@example.cn.";
    address_missing: "要发邮件，请填写邮箱。" | "Enter an address to be reminded by mail.";
    no_robot: "请填写企业微信、钉钉或飞书群机器人的地址，以 https:// 开头。" | "Enter the address of a robot of WeCom, DingTalk or Feishu; it begins with https://.";
    robot_missing: "要发到工作群，请填写群机器人地址。" | "Enter the robot's address to be reminded in a group.";
    no_time: "请填写时间，如 21:00。" | "Enter a time of day, such as 21:00.";

    kind_weekly_report: "周汇报" | "Weekly reports";
    kind_monthly_plan: "月计划" | "Monthly plans";
    kind_month_result: "月计划完成情况" | "Results of months";
    kind_self_score: "考核自评" | "Own points on a sheet";
    kind_rectification: "整改" | "Rectifications";
    kind_service: "服务事项" | "Help that was promised";
    kind_instruction: "民政局交办" | "Instructions of the bureau";
    weekly_report(period): "{period}周汇报" | "weekly report, {period}";
    monthly_plan(period): "{period}计划" | "plan of {period}";
    month_result(period): "{period}计划完成情况" | "result of {period}";
    self_score(period): "{period}考核自评" | "own points, {period}";
    rectification: "整改事项" | "rectification";
    service: "服务事项" | "request for help";
    instruction: "交办事项" | "instruction of the bureau";
    step_before: "即将到期" | "due soon";
    step_due: "今天到期" | "due today";
    step_after: "已逾期" | "overdue";
    step_operator: "逾期两个工作日" | "two working days overdue";
    step_bureau: "逾期五个工作日" | "five working days overdue";
    step_asked: "运营方催办" | "the operator asks for it";
    due_at(time): "期限 {time}" | "due {time}";
    of_subject(name): "{name}：" | "{name}: ";

    reminders: "提醒" | "Reminders";
    reminders_subtitle: "到期前一个工作日、当天和后一个工作日提醒填报人，逾期两个工作日告知运营方，五个工作日告知民政局。" | "Whoever files is told the working day before, on the day and a working day after; the operator two working days after, the bureau five.";
    preview: "未来一天将发出" | "Within a day";
    preview_hint: "按现在的情况推算；届时已经提交的不再提醒。" | "As things stand. What arrives until then is told no more.";
    preview_none: "未来一天没有要发的提醒" | "Nothing to tell within a day";
    preview_caption: "将发出的提醒" | "Reminders to come";
    preview_more(count): "另有 {count} 人将收到提醒。" | "{count} more will be told.";
    rules: "提醒哪些事项" | "What is reminded of";
    rules_hint: "不勾选的，本基地的任何人都不会收到这一类提醒。" | "Of what is not ticked, nobody in this base is reminded.";
    save_rules: "保存提醒事项" | "Save what is reminded of";
    log: "发送记录" | "What was told";
    log_caption: "发送记录一览" | "Deliveries";
    log_none: "还没有发出过提醒" | "Nothing has been told yet";
    log_no_match: "没有符合条件的记录" | "No delivery matches";
    all_states: "全部状态" | "All states";
    person: "收件人" | "Who";
    channel: "方式" | "By";
    what: "事项" | "What";
    state: "状态" | "State";
    when: "时间" | "When";
    attempts: "尝试次数" | "Attempts";
    error: "失败原因" | "What went wrong";
    channel_program: "系统内" | "the program";
    channel_mail: "邮件" | "mail";
    channel_robot: "群机器人" | "group robot";
    state_queued: "待发" | "waiting";
    state_sent: "已发出" | "sent";
    state_failed: "未能送达" | "failed";
    state_stopped: "已提交，不再提醒" | "arrived before";

    mail_subject(count, base): "{base}：{count} 项待办提醒" | "{base}: {count} to see to";
    mail_greeting(person): "{person}，您好：" | "Dear {person},";
    mail_footer(base): "由 {base} 自动发出，请勿回复。更改提醒设置：" | "Sent by {base}; please do not reply. To change what you are told:";

    remind_now(count): "现在提醒这 {count} 家" | "Remind these {count} now";
    remind_late: "现在提醒逾期的机构" | "Remind whoever is late";
    remind_now_consequence: "马上提醒这些机构的全部人员；今天已经提醒过的不再重复，免打扰时段内的推迟到时段结束。" | "Everybody of these organisations is told at once; who has been told today is not told again, and who has quiet hours is told at their end.";
    remind_now_do: "现在提醒" | "Remind now";
}
