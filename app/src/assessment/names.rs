//! What the rules of scorecards are called, and what each computes.

use hatchboard::assessment::Rule;

use crate::Language;

words! {
    weekly_on_time: "周汇报按时率" | "Weekly reports on time";
    plan_completion: "月计划完成率" | "Completion of monthly plans";
    activities_against_plan: "服务场次与人次" | "Activities against plan";
    training_attendance: "培训出勤率" | "Attendance at trainings";
    admitted: "入壳完成情况" | "Admissions against target";
    hatched: "出壳完成情况" | "Hatchings against target";
    trainings: "培训场次与人次完成情况" | "Trainings against target";
    matched_projects: "项目对接完成情况" | "Matched projects against target";
    funds_received: "资金到位情况" | "Funds received against target";
    sheets_on_time: "机构季评按时率" | "Organisations' sheets on time";
    follow_ups_on_time: "回头看按期率" | "Follow-ups on time";
    closed_on_time: "交办与整改按期销号率" | "Instructions and rectifications closed on time";
    quarters_mean: "各季平均分" | "Mean of the quarters";
    advice_on_time: "政策咨询按时办结率" | "Policy advice on time";

    weekly_on_time_regain: "下季每周在截止前报；没有事项也点“本周无事项”，来不及的先申请延期。" | "File every week before its deadline, also when there is nothing to report; where you cannot, ask for an extension first.";
    plan_completion_regain: "下季每月按时交计划，把计划项写得做得到，做完一项就在周汇报里报数，月底结清。" | "Hand in every month's plan, with items that can be done; tell what is done in the weekly reports, and close the month.";
    activities_against_plan_regain: "计划里的场次、人次留有余地，办了活动当周就在周汇报里逐项写明日期和人次；达到计划的 100% 得满分。" | "Plan sessions and attendances that you can reach, and list each activity with its day and attendances in the report of the week: all of the plan gives all points.";
    training_attendance_regain: "收到培训邀请就安排人到场并扫码签到；去不了的提前告诉运营方。" | "Send somebody to every training that you are invited to, and sign in there; tell the operator beforehand where you cannot.";
    admitted_regain: "对照年度目标到下季的累计数，补上还差的入壳，以签订入壳协议的日期为准。" | "Make up what lacks of the target's cumulative share: admissions count by the day of the signed agreement.";
    hatched_regain: "对照年度目标到下季的累计数，补上还差的出壳，以民政局确认为准。" | "Make up what lacks of the target's cumulative share: hatchings count once the bureau has confirmed them.";
    trainings_regain: "对照年度目标到下季的累计数，补上还差的场次和人次，办完当天登记到场。" | "Make up what lacks of trainings and attendances, and record who came on the day.";
    matched_projects_regain: "对照年度目标到下季的累计数，补上还差的对接项目，对接成功就登记。" | "Make up what lacks of matched projects, and record each as soon as it is matched.";
    funds_received_regain: "催促已承诺的资金到位，到账就登记；承诺而未到位的不计分。" | "See that what was pledged is paid, and record it: pledges alone do not count.";
    sheets_on_time_regain: "下季机构评分表都在评分期限前评完。" | "Score every organisation's sheet before its deadline.";
    follow_ups_on_time_regain: "下季到期的回头看都在窗口期内做完并提交记录。" | "Make every follow-up within its window, and file its record.";
    closed_on_time_regain: "交办和整改都在期限前办完、报告，请对方及时销号。" | "Finish and report every instruction and rectification before its day.";
    quarters_mean_regain: "提高下一年各季总分，年度的这一项就是各季的平均。" | "Raise the totals of the coming quarters: this line is their mean.";
    advice_on_time_regain: "政策咨询在三个工作日内答复并办结。" | "Answer and finish requests for policy advice within three working days.";

    weekly_on_time_formula: "满分 ×（按时周数 + 迟报周数 × ½）÷ 应报周数。免报和不需要报的周不计；没有应报的周，本项不适用。" | "Points × (weeks on time + late weeks × ½) ÷ weeks expected. Weeks that were excused or not expected are in neither part; where none was expected, it does not apply.";
    plan_completion_formula: "满分 × 本季度各月完成率的平均数，按未取整的数计算，只在最后得分时四舍五入。应报计划而没有报的月按 0 计；没有应报的月，本项不适用。" | "Points × the mean of the completion of the quarter's months, none of it rounded before the points are. A month that was asked for and has no plan counts as 0; where none was asked for, it does not apply.";
    activities_against_plan_formula: "周汇报里逐项填写的活动，按活动日期计场次、人次，分别与本季度月计划中以“场”“场次”“次”为单位和以“人次”“人”为单位的数量对照：达到 100% 得满分，80% 以上得三分之二，60% 以上得三分之一，不到 60% 不得分；两项取低。没有计划的一项不看，两项都没有计划的不得分；没有应报计划的月，本项不适用。" | "The activities that weekly reports list one by one, by their day, and their attendances, each against what the quarter's plans ask for: in “sessions”, “times”, “events” or “activities”, and in “people”, “attendances” or “participants”: from 100% all points, from 80% two thirds, from 60% one third, below that none; the lower one counts. What is not planned is left out; where neither is, there are no points. Where no plan was asked for, it does not apply.";
    training_attendance_formula: "满分 × 到场次数 ÷ 应邀次数。没有受邀，本项不适用。" | "Points × sessions attended ÷ sessions invited to. Without an invitation it does not apply.";
    admitted_formula: "今年以来入壳（签订入壳协议）数与截至本季度的年度目标对照，按档计分：达到 100% 得满分，80% 以上得三分之二，60% 以上得三分之一，不到 60% 不得分。没有批准的年度目标不得分；目标里没有这一项，或到本季度还没有安排的，本项不适用。" | "Admissions of the year so far, by the day of the signed agreement, against the annual target's share up to this quarter: from 100% all points, from 80% two thirds, from 60% one third, below that none. Without approved targets there are no points; what they leave out or ask for later only does not apply.";
    hatched_formula: "今年以来经民政局确认的出壳数与截至本季度的年度目标对照，按档计分：达到 100% 得满分，80% 以上得三分之二，60% 以上得三分之一，不到 60% 不得分。没有批准的年度目标不得分；目标里没有这一项，或到本季度还没有安排的，本项不适用。" | "Hatchings of the year so far that the bureau confirmed, against the annual target's share up to this quarter: from 100% all points, from 80% two thirds, from 60% one third, below that none. Without approved targets there are no points; what they leave out or ask for later only does not apply.";
    trainings_formula: "今年以来培训场次、人次分别与截至本季度的年度目标对照，按档计分：达到 100% 得满分，80% 以上得三分之二，60% 以上得三分之一，不到 60% 不得分；两项取低。没有批准的年度目标不得分；目标里没有这一项，或到本季度还没有安排的，本项不适用。" | "Trainings and attendances of the year so far, each against the annual target's share up to this quarter: from 100% all points, from 80% two thirds, from 60% one third, below that none; the lower one counts. Without approved targets there are no points; what they leave out or ask for later only does not apply.";
    matched_projects_formula: "今年以来对接成功的项目数与截至本季度的年度目标对照，按档计分：达到 100% 得满分，80% 以上得三分之二，60% 以上得三分之一，不到 60% 不得分。没有批准的年度目标不得分；目标里没有这一项，或到本季度还没有安排的，本项不适用。" | "Matched projects of the year so far against the annual target's share up to this quarter: from 100% all points, from 80% two thirds, from 60% one third, below that none. Without approved targets there are no points; what they leave out or ask for later only does not apply.";
    funds_received_formula: "今年以来到位资金与截至本季度的年度目标对照，按档计分：达到 100% 得满分，80% 以上得三分之二，60% 以上得三分之一，不到 60% 不得分。承诺而未到位的不算。没有批准的年度目标不得分；目标里没有这一项，或到本季度还没有安排的，本项不适用。" | "Funds received in the year so far against the annual target's share up to this quarter: from 100% all points, from 80% two thirds, from 60% one third, below that none. What was only pledged does not count. Without approved targets there are no points; what they leave out or ask for later only does not apply.";
    sheets_on_time_formula: "满分 × 在时限内完成评分的机构评分表数 ÷ 应评分的机构评分表数。没有应评分的，本项不适用。" | "Points × organisations' sheets scored by their deadline ÷ sheets that were due. Where none was due, it does not apply.";
    follow_ups_on_time_formula: "满分 × 窗口期（前后 30 天）内完成的回头看 ÷ 窗口期在本季度结束的回头看。没有到期的，本项不适用。" | "Points × follow-ups made within their window of 30 days either side ÷ those whose window closed in the quarter. Where none closed, it does not apply.";
    closed_on_time_formula: "满分 × 按期办理的交办和整改数 ÷ 本季度到期的交办和整改数。按最后一次回复交办、报告整改的日期算，此后等待办结多久不影响；已按期报告、还在等待销号的整改暂不计。没有到期的，本项不适用。" | "Points × instructions answered and rectifications reported by their day ÷ those that fell due in the quarter. The last answer or report counts, not how long it then waits to be closed; a rectification that was reported in time and still waits is in neither part. Where none fell due, it does not apply.";
    quarters_mean_formula: "满分 × 本年度已公布的各季总分的平均数 ÷ 100。不足两个计分季度的，不作年度评定。" | "Points × the mean of the totals of the year's published quarters ÷ 100. With fewer than two rated quarters there is no annual result.";
    advice_on_time_formula: "满分 × 提出后三个工作日内办结的政策咨询 ÷ 本季度应办结的政策咨询。没有受理的也算，改期不影响；撤回的和期限内不予受理的不计，过了期限才不予受理的按逾期计。没有应办结的，本项不适用。" | "Points × requests for policy advice answered within three working days ÷ those that were due in the quarter, accepted or not and whatever day was promised; what was withdrawn, or declined within those days, is in neither part, and what was declined later is late. Where none was due, it does not apply.";
}

/// What a rule is called.
pub fn name(language: Language, rule: Rule) -> &'static str {
    let words = match rule {
        Rule::WeeklyOnTime => weekly_on_time,
        Rule::PlanCompletion => plan_completion,
        Rule::ActivitiesAgainstPlan => activities_against_plan,
        Rule::TrainingAttendance => training_attendance,
        Rule::Admitted => admitted,
        Rule::Hatched => hatched,
        Rule::Trainings => trainings,
        Rule::MatchedProjects => matched_projects,
        Rule::FundsReceived => funds_received,
        Rule::SheetsOnTime => sheets_on_time,
        Rule::FollowUpsOnTime => follow_ups_on_time,
        Rule::ClosedOnTime => closed_on_time,
        Rule::AdviceOnTime => advice_on_time,
        Rule::QuartersMean => quarters_mean,
    };
    words(language)
}

/// What it counts, over what, and how that becomes points.
pub fn formula(language: Language, rule: Rule) -> String {
    let words = match rule {
        Rule::WeeklyOnTime => weekly_on_time_formula,
        Rule::PlanCompletion => plan_completion_formula,
        Rule::ActivitiesAgainstPlan => activities_against_plan_formula,
        Rule::TrainingAttendance => training_attendance_formula,
        Rule::Admitted => admitted_formula,
        Rule::Hatched => hatched_formula,
        Rule::Trainings => trainings_formula,
        Rule::MatchedProjects => matched_projects_formula,
        Rule::FundsReceived => funds_received_formula,
        Rule::SheetsOnTime => sheets_on_time_formula,
        Rule::FollowUpsOnTime => follow_ups_on_time_formula,
        Rule::ClosedOnTime => closed_on_time_formula,
        Rule::AdviceOnTime => advice_on_time_formula,
        Rule::QuartersMean => quarters_mean_formula,
    };
    words(language).to_owned()
}

/// What would regain its points the next time.
pub fn regain(language: Language, rule: Rule) -> &'static str {
    let words = match rule {
        Rule::WeeklyOnTime => weekly_on_time_regain,
        Rule::PlanCompletion => plan_completion_regain,
        Rule::ActivitiesAgainstPlan => activities_against_plan_regain,
        Rule::TrainingAttendance => training_attendance_regain,
        Rule::Admitted => admitted_regain,
        Rule::Hatched => hatched_regain,
        Rule::Trainings => trainings_regain,
        Rule::MatchedProjects => matched_projects_regain,
        Rule::FundsReceived => funds_received_regain,
        Rule::SheetsOnTime => sheets_on_time_regain,
        Rule::FollowUpsOnTime => follow_ups_on_time_regain,
        Rule::ClosedOnTime => closed_on_time_regain,
        Rule::AdviceOnTime => advice_on_time_regain,
        Rule::QuartersMean => quarters_mean_regain,
    };
    words(language)
}
