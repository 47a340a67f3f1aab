//! The words of a quarter's workbook (季度工作簿): of its page, its sheets and its columns.

use hatchboard::workbook::{Failure, Heading, SheetOf, State, Timely};

use crate::Language;

words! {
    title: "季度工作簿" | "Quarter's workbook";
    subtitle: "把一个季度的全部记录做成一个 Excel 文件，第一页是用公式算出的汇总。" | "Every record of a quarter in one Excel file, with sums by formulas on its first sheet.";
    make: "生成季度工作簿" | "Make the quarter's workbook";
    quarter: "季度" | "Quarter";
    contents: "包括机构、周汇报、活动、月计划、季度考核、指标得分、培训、服务事项和回头看。按您现在能看到的内容生成，文件保留七天。" | "Organisations, weekly reports, activities, monthly plans, assessments with their lines, trainings, service requests and follow-ups. It holds what you may see, and is kept for seven days.";
    quarter_of(year, number): "{year}年第{number}季度" | "Q{number} {year}";
    mine: "我要的工作簿" | "Workbooks that I asked for";
    none: "这一周没有要过工作簿" | "None asked for within the last week";
    none_hint: "选好季度，点“生成季度工作簿”。" | "Choose a quarter and have its workbook made.";
    waits: "正在后台生成，可以先去做别的，过一会儿回来下载。" | "It is being made in the background: go on with something else, and come back for it.";
    refresh: "刷新进度" | "See how far it is";
    asked: "提出" | "Asked for";
    state: "状态" | "State";
    progress: "进度" | "Progress";
    file: "文件" | "File";
    read(done, all): "已读 {done} / {all} 条记录" | "{done} of {all} records read";
    made(rows, until): "共 {rows} 行，保留到 {until}" | "{rows} rows, kept until {until}";
    download(quarter): "下载 {quarter}" | "Download {quarter}";
    cancel(quarter): "取消 {quarter}" | "Cancel {quarter}";
    state_waiting: "等待中" | "waiting";
    state_running: "生成中" | "being made";
    state_done: "已生成" | "made";
    state_cancelled: "已取消" | "cancelled";
    state_failed: "没有生成" | "not made";
    right_gone: "提出的人已没有这个角色" | "Whoever asked no longer has the role.";
    broken: "生成时出错，请再试一次；仍不成功请联系系统管理员。" | "Something failed. Try again; if it goes on, tell the administrator.";
    choose: "请选择一个季度。" | "Choose a quarter.";
    not_begun: "这个季度还没有开始。" | "This quarter has not begun.";
    too_many(most): "已有 {most} 本在等待，请等生成后再要，或先取消一本。" | "{most} are waiting already: wait until they are made, or cancel one.";

    written(base, quarter, by, at): "{base} {quarter} 季度工作簿，{by} 于 {at} 生成" | "{base}, workbook of {quarter}, made by {by} at {at}";
    rows_of: "行数" | "Rows";
    sum_of(heading): "{heading}合计" | "Sum: {heading}";
    mean_of(heading): "{heading}平均" | "Mean: {heading}";
    that_are(heading, word): "{heading}：{word}" | "{heading}: {word}";
    on_time_rate: "按时率（迟报计一半）" | "On-time rate (late counts a half)";
    late_uncounted: "迟报（截止后，不计）" | "late, after the cut-off: not counted";
    sheet_sums: "汇总" | "Sums";
    sheet_organisations: "机构" | "Organisations";
    sheet_weeks: "周汇报" | "Weekly reports";
    sheet_activities: "活动" | "Activities";
    sheet_plans: "月计划" | "Monthly plans";
    sheet_assessments: "季度考核" | "Assessments";
    sheet_lines: "指标得分" | "Lines";
    sheet_trainings: "培训" | "Trainings";
    sheet_services: "服务事项" | "Service requests";
    sheet_follow_ups: "回头看" | "Follow-ups";
    head_sheet: "工作表" | "Sheet";
    head_what: "项目" | "What";
    head_figure: "数值" | "Figure";
    head_organisation: "机构" | "Organisation";
    head_code: "代码" | "Code";
    head_kind: "类型" | "Kind";
    head_standing: "状态" | "Standing";
    head_district: "区县" | "District";
    head_stage: "阶段" | "Stage";
    head_mode: "孵化方式" | "Mode";
    head_admitted_on: "入壳日期" | "Admitted on";
    head_left_on: "离开日期" | "Left on";
    head_grade: "评估等级" | "Grade";
    head_week: "周" | "Week";
    head_monday: "周一" | "Monday";
    head_state: "状态" | "State";
    head_timely: "按时情况" | "How it came";
    head_late_minutes: "迟报分钟" | "Minutes late";
    head_due_at: "截止时间" | "Due";
    head_filed_at: "首次提交" | "First filed";
    head_activities: "活动场次" | "Activities";
    head_attendances: "人次" | "Attendances";
    head_beneficiaries: "受益人数" | "Beneficiaries";
    head_held_on: "日期" | "Held on";
    head_content: "内容" | "What";
    head_place: "地点" | "Place";
    head_month: "月份" | "Month";
    head_item: "计划项" | "Item";
    head_quantity: "计划数量" | "Planned";
    head_unit: "单位" | "Unit";
    head_told: "周汇报累计" | "Told by reports";
    head_finished: "办结数量" | "Finished";
    head_outcome: "办结结果" | "Outcome";
    head_card: "评分表" | "Scorecard";
    head_own: "自评" | "Own points";
    head_operator: "基地评分" | "Operator's points";
    head_bureau: "民政核定" | "Bureau's points";
    head_bonus: "加分" | "Bonus";
    head_deductions: "扣分" | "Deductions";
    head_total: "总分" | "Total";
    head_band: "等次" | "Band";
    head_version: "版本" | "Version";
    head_indicator: "指标" | "Indicator";
    head_max: "满分" | "Worth";
    head_computed: "规则得分" | "By rule";
    head_points: "计入得分" | "Points that count";
    head_title: "名称" | "Title";
    head_topic: "主题" | "Topic";
    head_teacher: "讲师" | "Teacher";
    head_minutes: "时长（分钟）" | "Minutes";
    head_invited: "邀请机构" | "Invited";
    head_came: "到场机构" | "Came";
    head_owner: "责任人" | "Who sees to it";
    head_asked_at: "提出时间" | "Asked for";
    head_due_on: "应办日期" | "Due on";
    head_done_on: "办结日期" | "Done on";
    head_rating: "评价" | "Rating";
    head_hatched_on: "出壳日期" | "Hatched on";
    head_visit: "回访" | "Visit";
    head_window_from: "窗口开始" | "Window from";
    head_window_until: "窗口结束" | "Window until";
    head_visited_on: "回访日期" | "Visited on";
    head_found: "回访结果" | "Found";
}

pub(super) fn state_name(language: Language, state: State) -> &'static str {
    match state {
        State::Waiting => state_waiting(language),
        State::Running => state_running(language),
        State::Done => state_done(language),
        State::Cancelled => state_cancelled(language),
        State::Failed => state_failed(language),
    }
}

pub(super) fn failure(language: Language, failure: Option<Failure>) -> &'static str {
    match failure {
        Some(Failure::RightGone) => right_gone(language),
        Some(Failure::Broken) | None => broken(language),
    }
}

pub(super) fn sheet(language: Language, sheet: SheetOf) -> &'static str {
    match sheet {
        SheetOf::Sums => sheet_sums(language),
        SheetOf::Organisations => sheet_organisations(language),
        SheetOf::Weeks => sheet_weeks(language),
        SheetOf::Activities => sheet_activities(language),
        SheetOf::Plans => sheet_plans(language),
        SheetOf::Assessments => sheet_assessments(language),
        SheetOf::Lines => sheet_lines(language),
        SheetOf::Trainings => sheet_trainings(language),
        SheetOf::Services => sheet_services(language),
        SheetOf::FollowUps => sheet_follow_ups(language),
    }
}

pub(super) fn timely(language: Language, timely: Timely) -> &'static str {
    use crate::weekly_report::words as week;
    match timely {
        Timely::OnTime => week::on_time(language),
        Timely::Nothing => week::on_time_nothing(language),
        Timely::Late => week::late(language),
        Timely::LateUncounted => late_uncounted(language),
        Timely::Missing => week::missing(language),
        Timely::Pending => week::pending(language),
    }
}

pub(super) fn heading(language: Language, heading: Heading) -> &'static str {
    let words = match heading {
        Heading::Sheet => head_sheet,
        Heading::What => head_what,
        Heading::Figure => head_figure,
        Heading::Organisation => head_organisation,
        Heading::Code => head_code,
        Heading::Kind => head_kind,
        Heading::Standing => head_standing,
        Heading::District => head_district,
        Heading::Stage => head_stage,
        Heading::Mode => head_mode,
        Heading::AdmittedOn => head_admitted_on,
        Heading::LeftOn => head_left_on,
        Heading::Grade => head_grade,
        Heading::Week => head_week,
        Heading::Monday => head_monday,
        Heading::State => head_state,
        Heading::Timely => head_timely,
        Heading::LateMinutes => head_late_minutes,
        Heading::DueAt => head_due_at,
        Heading::FiledAt => head_filed_at,
        Heading::Activities => head_activities,
        Heading::Attendances => head_attendances,
        Heading::Beneficiaries => head_beneficiaries,
        Heading::HeldOn => head_held_on,
        Heading::Content => head_content,
        Heading::Place => head_place,
        Heading::Month => head_month,
        Heading::Item => head_item,
        Heading::Quantity => head_quantity,
        Heading::Unit => head_unit,
        Heading::Told => head_told,
        Heading::Finished => head_finished,
        Heading::Outcome => head_outcome,
        Heading::Card => head_card,
        Heading::Own => head_own,
        Heading::Operator => head_operator,
        Heading::Bureau => head_bureau,
        Heading::Bonus => head_bonus,
        Heading::Deductions => head_deductions,
        Heading::Total => head_total,
        Heading::Band => head_band,
        Heading::Version => head_version,
        Heading::Indicator => head_indicator,
        Heading::Max => head_max,
        Heading::Computed => head_computed,
        Heading::Points => head_points,
        Heading::Title => head_title,
        Heading::Topic => head_topic,
        Heading::Teacher => head_teacher,
        Heading::Minutes => head_minutes,
        Heading::Invited => head_invited,
        Heading::Came => head_came,
        Heading::Owner => head_owner,
        Heading::AskedAt => head_asked_at,
        Heading::DueOn => head_due_on,
        Heading::DoneOn => head_done_on,
        Heading::Rating => head_rating,
        Heading::HatchedOn => head_hatched_on,
        Heading::Visit => head_visit,
        Heading::WindowFrom => head_window_from,
        Heading::WindowUntil => head_window_until,
        Heading::VisitedOn => head_visited_on,
        Heading::Found => head_found,
    };
    words(language)
}
