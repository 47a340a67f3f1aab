//! The words of the frame and of the shared pieces.

use hatchboard::access::Role;

use super::nav::{Group, Tab};
use crate::Language;

words! {
    product: "孵化台" | "Hatchboard";
    skip: "跳到正文" | "Skip to the content";
    main_navigation: "主导航" | "Main navigation";
    quick_navigation: "快捷导航" | "Quick navigation";
    you_are_here: "当前位置" | "You are here";
    more: "更多" | "More";
    places: "切换基地或机构" | "Switch base or organisation";
    find_anything: "快速查找（Ctrl K）" | "Find anything (Ctrl K)";
    find_hint: "机构、人员、汇报…" | "Organisation, person …";
    find_hint_ours: "汇报、计划、服务…" | "Report, plan, service …";
    account_menu: "账号与显示" | "Account and display";
    my_account: "我的账号" | "My account";
    help: "使用帮助" | "Help";
    keys: "键盘快捷键" | "Keyboard shortcuts";
    key_find: "查找自己看得到的内容：人员、周汇报、考核评分表等。Mac 上是 ⌘K。" | "Find what you may see, such as a person, a weekly report or a sheet. On a Mac, ⌘K.";
    key_help: "显示或收起快捷键；正在输入文字时不起作用。" | "Show or hide the shortcuts; it rests while you are typing.";
    close: "关闭" | "Close";
    notices: "我的提醒" | "My notices";
    language_label: "语言" | "Language";
    chinese: "中文" | "中文";
    english: "English" | "English";
    theme_label: "外观" | "Appearance";
    theme_device: "随设备" | "Device";
    theme_light: "浅色" | "Light";
    theme_dark: "深色" | "Dark";
    sign_out: "退出登录" | "Sign out";

    // What the axes of charts count.
    unit_points: "分" | "points";
    unit_weeks: "周" | "week";
    unit_months: "月" | "month";
    unit_organisations: "家" | "organisations";
    demo: "演示数据：可以随意试用，不对应真实机构。" | "Demonstration data: try anything, no real organisation is behind it.";
    installation: "系统管理" | "Installation";
    myself: "我的账号" | "My account";

    role_organisation: "机构" | "Organisation";
    role_manager: "运营方" | "Operator";
    role_bureau: "民政局" | "Bureau";
    role_auditor: "审计" | "Auditor";
    role_admin: "系统管理员" | "Administrator";
    role_system: "系统" | "System";

    group_weekly: "每周汇报" | "Every week";
    group_planned: "计划与考核" | "Plans and scores";
    group_served: "机构与服务" | "Organisations and services";
    group_raised: "督办与反馈" | "Matters raised";
    group_base: "基地管理" | "Running the base";
    group_our_filing: "汇报与考核" | "Filing and scores";
    group_our_support: "支持与反映" | "Support and letters";
    group_ourselves: "本机构与本人" | "Ourselves";

    tab_today: "今日" | "Today";
    tab_desk: "今日待办" | "Today";
    tab_overview: "概览" | "Overview";
    tab_plans: "月计划" | "Plans";
    tab_services: "服务事项" | "Services";
    tab_records: "服务记录" | "Records";
    tab_our_records: "培训与服务" | "Support";
    tab_rectifications: "整改" | "Rectification";
    tab_our_rectifications: "整改" | "Repairs";
    tab_our_services: "求助" | "Help";
    tab_targets: "年度目标" | "Targets";
    tab_follow_ups: "回头看" | "Follow-ups";
    tab_assessments: "季度考核" | "Assessments";
    tab_scorecards: "评分表" | "Scorecards";
    tab_letters: "机构来信" | "Letters";
    tab_surveys: "满意度调查" | "Surveys";
    tab_our_letters: "直通民政局" | "To the bureau";
    tab_our_reports: "周汇报" | "Reports";
    tab_our_file: "机构" | "Our file";
    tab_me: "我" | "Me";
    tab_organisations: "机构档案" | "Organisations";
    tab_reports: "周汇报" | "Reports";
    tab_reviews: "待审" | "To review";
    tab_base_reports: "基地周汇报" | "Base reports";
    tab_proposals: "待决定" | "Decisions";
    tab_instructions: "交办" | "Instructions";
    tab_people: "人员" | "People";
    tab_import: "导入" | "Import";
    tab_exceptions: "例外" | "Exceptions";
    tab_reminders: "提醒" | "Reminders";
    tab_settings: "基地设置" | "Settings";
    tab_audit: "审计日志" | "Audit log";
    tab_search: "查找" | "Find";
    tab_accounts: "账号" | "Accounts";
    tab_bases: "基地" | "Bases";
    tab_calendar: "日历" | "Calendar";

    optional: "选填" | "optional";
    problems_title: "有几处需要改正" | "Some things need correcting";
    choose: "请选择" | "Choose";
    filter: "筛选" | "Filter";
    clear_filters: "清除条件" | "Clear";
    quarter: "季度" | "Quarter";
    every_quarter: "不限季度" | "Every quarter";
    month: "月份" | "Month";
    every_month: "不限月份" | "Every month";
    by: "按周、月、季、年看" | "By week, month, quarter or year";
    by_week: "周" | "Week";
    by_month: "月" | "Month";
    by_quarter: "季度" | "Quarter";
    by_year: "年" | "Year";
    of_year(year): "{year} 年" | "{year}";
    pages: "分页" | "Pages";
    previous_page: "上一页" | "Previous";
    next_page: "下一页" | "Next";
    range(first, last, total): "第 {first}–{last} 条，共 {total} 条" | "{first}–{last} of {total}";
    in_all(total): "共 {total} 条" | "{total} in all";
    page_of(page, pages): "第 {page} / {pages} 页" | "Page {page} of {pages}";
    on_paper(page, pages, total): "此件为列表第 {page} 页（共 {pages} 页），全部 {total} 条见导出的 Excel 文件。" | "This paper holds page {page} of {pages} of the list; its Excel file holds all {total}.";
    on_paper_alone(page, pages): "此件为列表第 {page} 页（共 {pages} 页）。" | "This paper holds page {page} of {pages} of the list.";
    condition(label, value): "{label}：{value}" | "{label}: {value}";
    sorted_up: "升序" | "ascending";
    sorted_down: "降序" | "descending";
    export: "导出 Excel" | "Export to Excel";
    export_otherwise: "导出为其他格式" | "Export in another format";
    export_csv: "导出 CSV" | "Export to CSV";
    export_json: "导出 JSON" | "Export to JSON";
    exported(what, place, who, when): "{what} · {place} · {who} 导出于 {when}" | "{what} · {place} · exported by {who} at {when}";
    sending: "正在发送并检查，请不要关闭这一页…" | "Sending and checking; please keep this page open…";
    camera: "拍照" | "Take a picture";
    files_reducing: "正在缩小照片…" | "Making the picture smaller…";
    files_reduced: "照片已缩小：" | "Made smaller:";
    files_unsent: "文件已保留在本机，还没有发送；有网络后请再发送一次。" | "Kept on this device and not sent yet; please send it again once there is a network.";
    files_by_itself: "文件已保留在本机，还没有发送；有网络后自动发送。" | "Kept on this device and not sent yet; it will be sent once there is a network.";
    files_going: "稍后自动发送；正在填写的，存好以后再发。" | "They will be sent in a moment, or once what you are writing is saved.";
    files_restored: "已找回上次选好、还没有发送的文件。" | "The files that were chosen last time and not sent are back.";

    error_home: "回到首页" | "Back to the first page";
    error_again: "再试一次" | "Try again";
    error_401: "请先登录" | "Please sign in";
    error_403: "没有权限" | "Not allowed";
    error_404: "没有找到" | "Not found";
    error_409: "现在不能这样做" | "Not possible now";
    error_413: "内容太大" | "Too large";
    error_422: "有内容需要改正" | "Something needs correcting";
    error_429: "操作太频繁" | "Too many attempts";
    error_500: "系统出错了" | "Something failed";
    error_503: "暂时无法服务" | "Out of service for a moment";
    error_id: "错误编号" | "Error id";

    with_file: "附件" | "A file with it";
    with_file_hint: "可不填。照片、PDF、Excel 或 Word，一次一个，不超过 10 MB；还有的可以接着再发。" | "May stay empty. A photo, PDF, Excel or Word file of at most 10 MB; more can be sent afterwards.";
    done_saved: "已保存。" | "Saved.";
    done_created: "已建立。" | "Created.";
    done_added: "已添加。" | "Added.";
    done_struck: "已不再计数，记录保留可查。" | "It counts no more; the record stays.";
    done_removed: "已删除。" | "Removed.";
    done_sent: "已发出。" | "Sent.";
    done_submitted: "已提交。" | "Submitted.";
    done_withdrawn: "已撤回，可以修改后再提交。" | "Withdrawn. You can change it and submit again.";
    done_accepted: "已接受。" | "Accepted.";
    done_accepted_next: "上一份已接受。下面是下一份待审的。" | "The one before is accepted. This is the next to review.";
    done_returned_next: "上一份已退回，对方会看到理由。下面是下一份待审的。" | "The one before is returned, and they will see the reason. This is the next to review.";
    done_accepted_several: "已接受所选的汇报。" | "The selected reports are accepted.";
    done_returned: "已退回，对方会看到理由。" | "Returned. They will see the reason.";
    done_reopened: "已重开。" | "Reopened.";
    done_reopening_ended: "重开已结束，原来接受的内容继续有效。" | "The reopening has ended. What was accepted stands.";
    done_confirmed: "已确认。" | "Confirmed.";
    done_declined: "已记为不同意。" | "Declined.";
    done_proposed: "已提议，等民政局确认。" | "Proposed. It waits for the bureau.";
    done_commented: "已留言。" | "Comment added.";
    done_excused: "已记为免报。" | "Excused.";
    done_extended: "已延期。" | "Extended.";
    done_revoked: "已撤销。" | "Taken back.";
    done_closed: "已办结。" | "Closed.";
    done_reminded: "已提醒。免打扰时段内的，推迟到时段结束。" | "Reminded. Who has quiet hours is told at their end.";
    done_reminded_before: "没有要提醒的人：今天都已提醒过，或者已经提交。" | "Nobody is left to remind: all have been told today, or have filed.";
    done_imported: "导入完成。" | "Import finished.";
    done_published: "已发布，现在按这一版执行。" | "Published. It is in force from now on.";
    done_uploaded: "已上传。" | "Uploaded.";
    done_disabled: "已停用，所有登录已结束，程序令牌已失效。" | "Disabled. All sessions have ended, and tokens of programs are revoked.";
    done_enabled: "已启用。" | "Enabled.";
    done_password: "密码已更改，其他设备上的登录已结束，程序令牌已全部失效。" | "Password changed. Sessions on other devices have ended, and tokens of programs are revoked.";
    done_signed_out: "已退出登录。" | "Signed out.";
    done_signed_out_everywhere: "已在所有设备上退出登录。" | "Signed out on every device.";
}

/// What `?done=CODE` says on the page that a form has led to; nothing for a code that is not known.
pub(crate) fn done(language: Language, code: &str) -> Option<&'static str> {
    let words = match code {
        "saved" => done_saved,
        "created" => done_created,
        "added" => done_added,
        "removed" => done_removed,
        "struck" => done_struck,
        "sent" => done_sent,
        "submitted" => done_submitted,
        "withdrawn" => done_withdrawn,
        "accepted" => done_accepted,
        "accepted-next" => done_accepted_next,
        "returned-next" => done_returned_next,
        "accepted-several" => done_accepted_several,
        "returned" => done_returned,
        "reopened" => done_reopened,
        "reopening-ended" => done_reopening_ended,
        "confirmed" => done_confirmed,
        "declined" => done_declined,
        "proposed" => done_proposed,
        "commented" => done_commented,
        "excused" => done_excused,
        "extended" => done_extended,
        "revoked" => done_revoked,
        "closed" => done_closed,
        "imported" => done_imported,
        "reminded" => done_reminded,
        "reminded-before" => done_reminded_before,
        "published" => done_published,
        "uploaded" => done_uploaded,
        "disabled" => done_disabled,
        "enabled" => done_enabled,
        "password" => done_password,
        "signed-out" => done_signed_out,
        "signed-out-everywhere" => done_signed_out_everywhere,
        _ => return None,
    };
    Some(words(language))
}

/// What a role is called.
pub(crate) fn role(language: Language, role: Role) -> &'static str {
    let words = match role {
        Role::Organisation => role_organisation,
        Role::Manager => role_manager,
        Role::Bureau => role_bureau,
        Role::Auditor => role_auditor,
        Role::Admin => role_admin,
        Role::System => role_system,
    };
    words(language)
}

impl Group {
    pub fn words(self, language: Language) -> &'static str {
        let words = match self {
            Self::Weekly => group_weekly,
            Self::Planned => group_planned,
            Self::Served => group_served,
            Self::Raised => group_raised,
            Self::Base => group_base,
            Self::OurFiling => group_our_filing,
            Self::OurSupport => group_our_support,
            Self::Ourselves => group_ourselves,
        };
        words(language)
    }
}

impl Tab {
    pub fn words(self, language: Language) -> &'static str {
        let words = match self {
            Self::Today => tab_today,
            Self::OurReports => tab_our_reports,
            Self::OurPlans | Self::Plans => tab_plans,
            Self::Targets => tab_targets,
            Self::Assessments | Self::OurAssessments => tab_assessments,
            Self::Scorecards => tab_scorecards,
            Self::Services => tab_services,
            Self::OurServices => tab_our_services,
            Self::FollowUps => tab_follow_ups,
            Self::Records => tab_records,
            Self::OurRecords => tab_our_records,
            Self::Letters => tab_letters,
            Self::Surveys => tab_surveys,
            Self::OurLetters => tab_our_letters,
            Self::Rectifications => tab_rectifications,
            Self::OurRectifications => tab_our_rectifications,
            Self::OurFile => tab_our_file,
            Self::Me => tab_me,
            Self::Desk => tab_desk,
            Self::Overview => tab_overview,
            Self::Organisations => tab_organisations,
            Self::Reports => tab_reports,
            Self::Reviews => tab_reviews,
            Self::BaseReports => tab_base_reports,
            Self::Proposals => tab_proposals,
            Self::Instructions => tab_instructions,
            Self::People => tab_people,
            Self::Import => tab_import,
            Self::Exceptions => tab_exceptions,
            Self::Reminders => tab_reminders,
            Self::Settings => tab_settings,
            Self::Audit => tab_audit,
            Self::Search => tab_search,
            Self::Accounts => tab_accounts,
            Self::Bases => tab_bases,
            Self::Calendar => tab_calendar,
        };
        words(language)
    }
}

/// The title of an error page.
pub(crate) fn error_title(language: Language, status: u16) -> &'static str {
    let words = match status {
        401 => error_401,
        403 => error_403,
        404 => error_404,
        409 => error_409,
        413 => error_413,
        422 => error_422,
        429 => error_429,
        503 => error_503,
        _ => error_500,
    };
    words(language)
}
