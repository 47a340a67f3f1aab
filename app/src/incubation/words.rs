//! The words of this area.

use hatchboard::incubation::{
    Action, EntryFault, EntryField, EntryProblem, ExitCause, Mode, ProposalState, Stage, StepFault, StepField,
    StepProblem, Term, Unmet,
};

use crate::{Language, organisation::words::date_fault, ui::badge::Tone};

words! {
    title: "孵化阶段" | "Stages";
    mode: "孵化方式" | "Mode";
    admitted_on: "入壳日期" | "Admitted on";
    admitted_hint: "入壳协议签订的日期。" | "The day of the signed agreement.";
    term: "孵化期（月）" | "Term (months)";
    term_hint: "6 到 24 个月，不填为 12 个月；由此算出期满日。" | "6 to 24 months, 12 if left empty; it tells when the term ends.";
    stage: "现在的阶段" | "Present stage";
    since: "从哪天起" | "Since";
    since_hint: "在孵以外的阶段要填：整改、暂停、出壳或退出的日期。" | "For any stage but incubating: the day of rectification, suspension, hatching or exit.";
    cause: "退出原因" | "Why it exited";
    term_ends(day): "孵化期至 {day}" | "term until {day}";
    term_over: "孵化期已满" | "the term is over";
    no_incubation: "还没有入壳。" | "It has not been admitted yet.";
    begin: "记录入壳" | "Record an admission";
    begin_again: "再次入壳" | "Record a re-entry";
    step: "变更阶段" | "Change the stage";
    step_title(name): "变更阶段：{name}" | "Change the stage: {name}";
    begin_title(name): "记录入壳：{name}" | "Record an admission: {name}";
    now_at(stage): "现在：{stage}" | "Now: {stage}";
    what: "变更事项" | "What";
    proposed_for: "提议日期" | "Proposed for";
    effective_on: "生效日期" | "As of";
    effective_hint: "不能晚于今天，也不能早于上一次变更；要民政局确认的，以确认之日为准。" | "Not after today, and not before the last step; what the bureau confirms takes effect on the day of its confirmation.";
    reason: "理由" | "Reason";
    reason_hint: "会留在阶段记录里，最多 500 字。" | "It stays in the history; at most 500 characters.";
    exit_review: "出壳评估得分" | "Points of the exit review";
    exit_review_hint: "满分 100，75 分及以上才能出壳。" | "Of 100; 75 are needed to hatch.";
    project: "完成的项目或系列活动" | "A completed project or series of activities";
    project_hint: "出壳前至少完成一个。" | "At least one is needed to hatch.";
    to_be_confirmed(action): "{action}，需民政局确认" | "{action}: the bureau confirms";
    see_proposal: "查看或撤回提议" | "See the proposal or take it back";
    take_step: "确定变更" | "Change it";
    no_steps: "这个阶段没有可以办理的变更。" | "Nothing can be changed at this stage.";
    open_proposal: "有一项提议在等民政局确认。" | "A proposal waits for the bureau.";
    withdraw: "撤回提议" | "Take the proposal back";
    withdraw_words: "提议会被撤回，阶段不变。" | "The proposal is taken back; the stage stays.";
    proposals_title: "待民政局确认" | "Waiting for the bureau";
    proposals_subtitle: "出壳和退出由运营方提议，民政局确认。" | "Hatchings and exits are proposed by the operator and confirmed by the bureau.";
    no_proposals: "没有等待确认的提议" | "Nothing waits to be confirmed";
    no_proposals_words: "运营方提出出壳或退出后会出现在这里。" | "What the operator proposes appears here.";
    confirm: "确认" | "Confirm";
    decline: "不同意" | "Decline";
    confirm_words(name, what): "{name}：{what}。确认后立即生效，不能撤销。" | "{name}: {what}. It takes effect at once and cannot be undone.";
    decline_words: "阶段不变，运营方会看到理由。" | "The stage stays; the operator sees the reason.";
    opinion_of(words): "意见：{words}" | "Remark: {words}";
    admitted_as(mode, day): "{mode}，{day} 入壳" | "{mode}, admitted {day}";
    opinion: "意见" | "Remark";
    proposer: "提议人" | "Proposed by";
    proposed_time: "提议时间" | "Proposed at";
    proposed_by(who, when): "{who} 提议于 {when}" | "proposed by {who} at {when}";
    recorded_by(who, when): "{who} 记录于 {when}" | "recorded by {who} at {when}";
    decided_by(who, when): "{who} 决定于 {when}" | "decided by {who} at {when}";
    as_of(day): "自 {day} 起" | "as of {day}";
    review_points(points): "评估得分 {points}" | "exit review {points}";
    project_named(project): "完成：{project}" | "completed: {project}";
    beginning: "入壳" | "Admitted";

    gate_standing: "还是拟登记，先完成登记或备案。" | "It is neither registered nor filed yet.";
    gate_no_review: "请填写出壳评估得分。" | "Enter the points of the exit review.";
    gate_review(points, needed): "评估得分 {points}，需要 {needed}。" | "The exit review gave {points}; {needed} are needed.";
    gate_rectification: "有未销号的整改。" | "A rectification is open.";
    gate_projects: "至少要有一个完成的项目或系列活动。" | "At least one completed project or series of activities is needed.";

    of_field(field, fault): "{field}：{fault}" | "{field}: {fault}";
    required: "必填。" | "Required.";
    choose: "请选择一项。" | "Choose one.";
    in_future: "日期不能晚于今天。" | "The date lies in the future.";
    before_last(last): "不能早于上一次变更（{last}）。" | "Not before the last step ({last}).";
    no_points: "请填 0 到 100 的分数，最多两位小数。" | "Enter 0 to 100 points, with two decimals at most.";
    too_long(most): "最多 {most} 个字。" | "At most {most} characters.";
    before_admission: "不能早于入壳日期。" | "Not before the admission.";
    wrong_term(shortest, longest): "孵化期为 {shortest} 到 {longest} 个月。" | "A term is {shortest} to {longest} months.";

    in_shell: "壳内" | "in-shell";
    out_of_shell: "壳外" | "out-of-shell";

    draft: "填写中" | "being written";
    submitted: "已提交" | "submitted";
    returned: "退回补正" | "returned";
    withdrawn_application: "申请撤回" | "withdrawn";
    accepted: "已受理" | "accepted";
    in_review: "评审中" | "in review";
    waitlisted: "候补" | "waitlisted";
    lapsed: "失效" | "lapsed";
    declined_application: "不予入壳" | "not admitted";
    public_notice: "公示" | "public notice";
    objection_review: "异议核查" | "objection review";
    agreement: "签约" | "agreement";
    incubating: "在孵" | "incubating";
    rectifying: "整改中" | "rectifying";
    suspended: "暂停" | "suspended";
    exit_review_stage: "出壳评估" | "exit review";
    hatched: "已出壳" | "hatched";
    tracked: "跟踪中" | "tracked";
    archived: "已归档" | "archived";
    exited: "已退出" | "exited";

    rectify: "责令整改" | "Require rectification";
    resolve: "整改销号" | "Close the rectification";
    suspend: "暂停孵化" | "Suspend";
    resume: "恢复孵化" | "Resume";
    resume_rectifying: "恢复（继续整改）" | "Resume in rectification";
    open_exit_review: "启动出壳评估" | "Open the exit review";
    hatch: "出壳" | "Hatch";
    exit_voluntary: "退出（自愿）" | "Exit (voluntary)";
    exit_advised: "退出（劝退）" | "Exit (advised)";
    exit_forced: "退出（强制）" | "Exit (forced)";
    exit_dissolved: "退出（注销）" | "Exit (dissolved)";
    voluntary: "自愿" | "voluntary";
    advised: "劝退" | "advised";
    forced: "强制" | "forced";
    dissolved: "注销" | "dissolved";

    state_proposed: "待民政局确认" | "waits for the bureau";
    state_confirmed: "已生效" | "in effect";
    state_declined: "未同意" | "declined";
    state_withdrawn: "已撤回" | "taken back";
}

pub(crate) fn mode_name(language: Language, mode: Mode) -> &'static str {
    match mode {
        Mode::InShell => in_shell(language),
        Mode::OutOfShell => out_of_shell(language),
    }
}

pub(crate) fn stage_name(language: Language, stage: Stage) -> &'static str {
    let words = match stage {
        Stage::Draft => draft,
        Stage::Submitted => submitted,
        Stage::Returned => returned,
        Stage::Withdrawn => withdrawn_application,
        Stage::Accepted => accepted,
        Stage::InReview => in_review,
        Stage::Waitlisted => waitlisted,
        Stage::Lapsed => lapsed,
        Stage::Declined => declined_application,
        Stage::PublicNotice => public_notice,
        Stage::ObjectionReview => objection_review,
        Stage::Agreement => agreement,
        Stage::Incubating => incubating,
        Stage::Rectifying => rectifying,
        Stage::Suspended => suspended,
        Stage::ExitReview => exit_review_stage,
        Stage::Hatched => hatched,
        Stage::Tracked => tracked,
        Stage::Archived => archived,
        Stage::Exited => exited,
    };
    words(language)
}

/// What a stage means to the reader, and the sign that tells it without its colour.
pub(crate) fn stage_tone(stage: Stage) -> (Tone, &'static str) {
    match stage {
        Stage::Incubating | Stage::ExitReview => (Tone::Accent, "●"),
        Stage::Hatched | Stage::Tracked => (Tone::Good, "✓"),
        Stage::Rectifying => (Tone::Bad, "!"),
        Stage::Suspended => (Tone::Warn, "‖"),
        _ => (Tone::Calm, "–"),
    }
}

pub(crate) fn cause_name(language: Language, cause: ExitCause) -> &'static str {
    match cause {
        ExitCause::Voluntary => voluntary(language),
        ExitCause::Advised => advised(language),
        ExitCause::Forced => forced(language),
        ExitCause::Dissolved => dissolved(language),
    }
}

/// What an action is called; those of the application by the stage that they lead to.
pub(crate) fn action_name(language: Language, action: Action, to: Stage) -> &'static str {
    match action {
        Action::Rectify => rectify(language),
        Action::ResolveRectification => resolve(language),
        Action::Suspend => suspend(language),
        Action::Resume => resume(language),
        Action::ResumeRectifying => resume_rectifying(language),
        Action::OpenExitReview => open_exit_review(language),
        Action::Hatch => hatch(language),
        Action::Exit(ExitCause::Voluntary) => exit_voluntary(language),
        Action::Exit(ExitCause::Advised) => exit_advised(language),
        Action::Exit(ExitCause::Forced) => exit_forced(language),
        Action::Exit(ExitCause::Dissolved) => exit_dissolved(language),
        _ => stage_name(language, to),
    }
}

pub(crate) fn state_name(language: Language, state: ProposalState) -> &'static str {
    match state {
        ProposalState::Proposed => state_proposed(language),
        ProposalState::Confirmed => state_confirmed(language),
        ProposalState::Declined => state_declined(language),
        ProposalState::Withdrawn => state_withdrawn(language),
    }
}

/// The form's field and the words of a condition that is not met.
pub(super) fn unmet(language: Language, unmet: &Unmet) -> (&'static str, String) {
    use crate::ui::number::points as told;
    match unmet {
        Unmet::NotRegisteredOrFiled => ("action", gate_standing(language).to_owned()),
        Unmet::NoExitReview => ("exit_review", gate_no_review(language).to_owned()),
        Unmet::ExitReviewBelow { points, needed } => {
            ("exit_review", gate_review(language, told(*points), told(*needed)))
        }
        Unmet::OpenRectifications { .. } => ("action", gate_rectification(language).to_owned()),
        Unmet::TooFewProjects { .. } => ("project", gate_projects(language).to_owned()),
    }
}

/// The field and what is wrong with it, as the summary above the form tells it.
pub(super) fn step_problem(language: Language, problem: &StepProblem) -> String {
    let field = match problem.field {
        StepField::Action => what(language),
        StepField::EffectiveOn => effective_on(language),
        StepField::Reason => reason(language),
        StepField::ExitReview => exit_review(language),
        StepField::Project => project(language),
    };
    of_field(language, field, step_fault(language, problem.fault))
}

/// The field and what is wrong with it, as the summary above the form tells it.
pub(super) fn entry_problem(language: Language, problem: EntryProblem) -> String {
    let field = match problem.field {
        EntryField::AdmittedOn => admitted_on(language),
        EntryField::Mode => mode(language),
        EntryField::Stage => stage(language),
        EntryField::Since => since(language),
        EntryField::Cause => cause(language),
        EntryField::Term => term(language),
    };
    of_field(language, field, entry_fault(language, problem.fault))
}

fn step_fault(language: Language, fault: StepFault) -> String {
    match fault {
        StepFault::Required => required(language).to_owned(),
        StepFault::TooLong { most } => too_long(language, most),
        StepFault::Date(fault) => date_fault(language, fault).to_owned(),
        StepFault::InFuture => in_future(language).to_owned(),
        StepFault::BeforeLastStep { last } => before_last(language, last),
        StepFault::NoPoints => no_points(language).to_owned(),
    }
}

fn entry_fault(language: Language, fault: EntryFault) -> String {
    match fault {
        EntryFault::Required => required(language).to_owned(),
        EntryFault::Choose => choose(language).to_owned(),
        EntryFault::Date(fault) => date_fault(language, fault).to_owned(),
        EntryFault::InFuture => in_future(language).to_owned(),
        EntryFault::BeforeAdmission => before_admission(language).to_owned(),
        EntryFault::TermOutOfBounds => wrong_term(language, Term::SHORTEST, Term::LONGEST),
    }
}
