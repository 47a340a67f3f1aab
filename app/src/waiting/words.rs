//! The words of who waits for whom.

use hatchboard::waiting::{Party, What};

use crate::Language;

words! {
    title: "谁在等谁" | "Who waits for whom";
    subtitle: "机构、运营方、民政局各有什么在手上，最久的等了多少个工作日。" | "What lies with the organisations, the operator and the bureau, and how many working days the oldest of it has waited.";
    in_all: "各方待办" | "What lies with whom";
    organisation: "项等机构" | "wait for organisations";
    operator: "项等运营方" | "wait for the operator";
    bureau: "项等民政局" | "wait for the bureau";
    with_organisation: "等机构" | "With the organisations";
    with_operator: "等运营方" | "With the operator";
    with_bureau: "等民政局" | "With the bureau";
    nothing: "没有在等的。" | "Nothing waits.";
    oldest(waiting): "最久的{waiting}" | "the oldest {waiting}";
    what: "事项" | "What";
    party: "等谁" | "Waits for";
    oldest_days: "最久已等（工作日）" | "The oldest, in working days";
    number: "件数" | "How many";
    longest: "最久已等" | "The oldest";

    report_returned: "周汇报退回待改" | "Weekly reports to correct";
    plan_returned: "月计划退回待改" | "Monthly plans to correct";
    self_score: "评分表待自评" | "Sheets to score oneself";
    service_done: "求助办结待评价" | "Help to rate";
    repair: "整改待完成" | "Faults to repair";
    report: "周汇报待审" | "Weekly reports to review";
    plan: "月计划待审批" | "Monthly plans to decide on";
    exception: "免报、延期申请待答复" | "Excuses and extensions asked for";
    service_asked: "求助待受理" | "Help to accept";
    service_under_way: "求助办理中" | "Help under way";
    score: "评分表待评分" | "Sheets to score";
    close: "整改待核实销号" | "Repairs to look at";
    instruction: "交办待办" | "Instructions to carry out";
    base_report_returned: "基地周汇报退回待改" | "The base's reports to correct";
    base_plan_returned: "基地月计划退回待改" | "The base's plans to correct";
    targets_returned: "年度目标退回待改" | "Annual targets to correct";
    base_self_score: "基地评分表待自评" | "The base's sheet to score oneself";
    base_repair: "基地整改待完成" | "The base's faults to repair";
    base_report: "基地周汇报待审" | "The base's reports to review";
    base_plan: "基地月计划待审批" | "The base's plans to decide on";
    base_exception: "基地免报、延期申请待答复" | "Excuses and extensions of the base asked for";
    proposal: "提议待决定" | "Proposals to decide on";
    check: "评分表待核定" | "Sheets to check";
    publish: "评分表待公布" | "Sheets to publish";
    objection: "异议待答复" | "Objections to answer";
    targets: "年度目标待批准" | "Annual targets to approve";
    target_entry: "目标填报待核实" | "Entries of targets to look at";
    instruction_answered: "交办已答复待确认" | "Answered instructions to close";
    close_by_bureau: "整改待民政局核实销号" | "Repairs for the bureau to look at";
    letter: "机构来信待答复" | "Letters to answer";
}

/// What waits.
pub(super) fn what_name(language: Language, of: What) -> &'static str {
    let words = match of {
        What::ReportReturned => report_returned,
        What::PlanReturned => plan_returned,
        What::SelfScore => self_score,
        What::ServiceDone => service_done,
        What::Repair => repair,
        What::Report => report,
        What::Plan => plan,
        What::Exception => exception,
        What::ServiceAsked => service_asked,
        What::ServiceUnderWay => service_under_way,
        What::Score => score,
        What::Close => close,
        What::Instruction => instruction,
        What::BaseReportReturned => base_report_returned,
        What::BasePlanReturned => base_plan_returned,
        What::TargetsReturned => targets_returned,
        What::BaseSelfScore => base_self_score,
        What::BaseRepair => base_repair,
        What::BaseReport => base_report,
        What::BasePlan => base_plan,
        What::BaseException => base_exception,
        What::Proposal => proposal,
        What::Check => check,
        What::Publish => publish,
        What::Objection => objection,
        What::Targets => targets,
        What::TargetEntry => target_entry,
        What::InstructionAnswered => instruction_answered,
        What::CloseByBureau => close_by_bureau,
        What::Letter => letter,
    };
    words(language)
}

/// What is counted beside a party's number.
pub(crate) fn counted(language: Language, party: Party) -> &'static str {
    match party {
        Party::Organisation => organisation(language),
        Party::Operator => operator(language),
        Party::Bureau => bureau(language),
    }
}

/// The name of a party's list.
pub(crate) fn list_name(language: Language, party: Party) -> &'static str {
    match party {
        Party::Organisation => with_organisation(language),
        Party::Operator => with_operator(language),
        Party::Bureau => with_bureau(language),
    }
}
