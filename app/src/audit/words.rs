//! The words of this area.

use hatchboard::audit::Deed;

use crate::Language;

words! {
    title: "审计日志" | "Audit log";
    subtitle: "谁在什么时候做了什么。每条记录带着上一条的校验值，改动或删除都会被发现。" | "Who did what, and when. Each event carries the hash of the one before it, so that any change shows.";
    access_subtitle: "谁给了谁什么身份、谁生成或用了邀请和重置密码的链接。" | "Who gave whom what role, and who made or used links that invite or set a password.";
    as_what(person, role): "{person}（{role}）" | "{person} ({role})";
    at: "时间" | "Time";
    seq: "序号" | "No.";
    actor: "谁" | "Who";
    action: "做了什么" | "What";
    subject: "对象编号" | "Record";
    detail: "详情" | "Detail";
    hash: "校验值" | "Hash";
    every_action: "全部" | "Everything";
    search_actor: "姓名" | "Name";
    search_subject: "对象编号" | "Record's id";
    none: "没有符合条件的记录" | "No event fits";
    none_words: "换一个条件再试。" | "Try other conditions.";
    verify: "核验整条日志" | "Verify the whole log";
    not_verified: "这一页没有核验。核验会从第一条读到最后一条。" | "Not verified on this page. Verifying reads from the first event to the last.";
    verified(events, head): "已核验：{events} 条记录首尾相连，末条校验值 {head}。" | "Verified: {events} events hold together; the newest hash is {head}.";
    broken(seq): "日志在第 {seq} 条断开：有人改动或删除了记录。请立即告诉管理员，并保留备份。" | "The log breaks at event {seq}: something was changed or deleted. Tell the administrator at once and keep the backups.";
    details: "查看" | "Show";

    account_created: "建立账号" | "Account made";
    account_disabled: "停用账号" | "Account disabled";
    account_enabled: "启用账号" | "Account enabled";
    account_made_admin: "设为系统管理员" | "Made an administrator";
    account_unmade_admin: "取消系统管理员" | "No longer an administrator";
    annual_targets_submitted: "提交年度目标" | "Annual targets submitted";
    annual_targets_withdrawn: "撤回年度目标" | "Annual targets withdrawn";
    annual_targets_approved: "批准年度目标" | "Annual targets approved";
    annual_targets_returned: "退回年度目标" | "Annual targets returned";
    annual_targets_change_begun: "变更年度目标" | "Change of annual targets begun";
    annual_targets_change_discarded: "放弃年度目标变更" | "Change of annual targets given up";
    workbook_asked: "要求生成季度工作簿" | "Quarter's workbook asked for";
    workbook_cancelled: "取消生成季度工作簿" | "Quarter's workbook cancelled";
    survey_opened: "发起满意度调查" | "Survey opened";
    survey_answered: "收到一份不记名答卷" | "Anonymous answer to a survey received";
    survey_closed: "提前结束满意度调查" | "Survey ended before its day";
    target_entry_made: "填报目标完成数" | "Target entry made";
    target_entry_withdrawn: "撤回目标填报" | "Target entry withdrawn";
    target_entry_approved: "核实目标填报" | "Target entry approved";
    target_entry_refused: "不予认定目标填报" | "Target entry refused";
    assessment_opened: "开启季度考核" | "Assessment round opened";
    assessment_subject_added: "补录机构加入考核" | "Organisation added to an assessment round";
    assessment_facts_frozen: "冻结考核事实" | "Facts of an assessment frozen";
    assessment_written: "保存评分" | "Points saved";
    assessment_handed_in: "提交评分" | "Points handed in";
    assessment_sent_back: "退回评分表" | "Score sheet sent back";
    assessment_confirmed: "核定评分表" | "Score sheet confirmed";
    assessment_rewarded: "记录加分" | "Bonus points given";
    assessment_vetoed: "一票否决" | "Veto given";
    assessment_veto_lifted: "撤销一票否决" | "Veto lifted";
    assessment_reference_noted: "记录参考数据的使用" | "Use of reference data noted";
    assessment_sampled: "抽查评分表" | "Score sheets sampled";
    assessment_reports_drawn: "抽查周汇报" | "Weekly reports drawn";
    assessment_report_looked_at: "登记抽查结果" | "Finding on a drawn report";
    assessment_published: "公布考核结果" | "Assessment published";
    assessment_objected: "提出异议" | "Objection made";
    assessment_objection_decided: "答复异议" | "Objection decided";
    assessment_sealed: "锁定评分表" | "Score sheet sealed";
    assessment_recomputed: "按新事实重新计算" | "Score sheet computed again";
    assessment_correction_asked: "申请更正评分表" | "Correction of a score sheet asked for";
    assessment_correction_refused: "不同意更正评分表" | "Correction of a score sheet refused";
    assessment_correction_withdrawn: "撤回更正申请" | "Correction of a score sheet withdrawn";
    assessment_corrected: "更正评分表" | "Score sheet corrected";
    assessment_counters_rebuilt: "重算考核汇总数" | "Sums of sheets counted again";
    attachment_added: "添加附件" | "Attachment added";
    attachment_removed: "删除附件" | "Attachment removed";
    base_founded: "建立基地" | "Base founded";
    base_settings_changed: "更改基地设置" | "Settings of the base changed";
    bureau_letter_sent: "致信民政局" | "Letter to the bureau sent";
    bureau_letter_spoken_of: "就信件补充留言" | "More said about a letter";
    bureau_letter_answered: "民政局答复信件" | "Letter answered by the bureau";
    bureau_letter_closed: "民政局办结信件" | "Letter closed by the bureau";
    calendar_year_saved: "保存工作日历" | "Calendar of a year saved";
    coaching_visit_entered: "登记督导" | "Visit entered";
    coaching_visit_changed: "更正督导" | "Visit corrected";
    coaching_visit_struck: "作废督导" | "Visit struck out";
    demo_loaded: "载入演示数据" | "Demo loaded";
    filing_exception_asked: "申请免报或延期" | "Excuse or extension asked for";
    filing_exception_declined: "不同意免报或延期" | "Excuse or extension declined";
    filing_exception_given: "给予免报或延期" | "Excuse or extension given";
    filing_exception_revoked: "撤销免报或延期" | "Excuse or extension taken back";
    follow_up_assigned: "安排回访" | "Follow-up assigned";
    follow_up_attempted: "记录回访联系" | "Attempt to reach recorded";
    follow_up_commented: "对回访记录提意见" | "Record of a follow-up commented";
    follow_up_confirmed: "确认回访记录" | "Record of a follow-up confirmed";
    follow_up_filed: "提交回访" | "Follow-up filed";
    follow_up_questionnaire_answered: "回访问卷已填" | "Questionnaire of a follow-up answered";
    follow_up_questionnaire_made: "发出回访问卷" | "Questionnaire of a follow-up made";
    follow_up_questionnaire_taken: "回访问卷并入记录" | "Questionnaire put into a follow-up";
    follow_up_raised: "按风险信号增加回访" | "Extra follow-up asked for";
    follow_up_taken_back: "收回回访更正" | "Follow-up taken back";
    fund_entered: "登记资金" | "Pledge entered";
    fund_changed: "更正资金" | "Pledge corrected";
    fund_struck: "作废资金" | "Pledge struck out";
    fund_received: "登记到位" | "Payment entered";
    fund_payment_struck: "作废到位" | "Payment struck out";
    incubation_entered: "记录入壳" | "Admission recorded";
    incubation_moved: "变更阶段" | "Stage changed";
    incubation_proposed: "提议变更阶段" | "Stage proposed";
    incubation_confirmed: "确认变更阶段" | "Stage confirmed";
    incubation_declined: "不同意变更阶段" | "Stage declined";
    incubation_withdrawn: "撤回提议" | "Proposal taken back";
    instruction_given: "下达交办" | "Instruction given";
    instruction_answered: "答复交办" | "Instruction answered";
    instruction_sent_back: "退回交办答复" | "Answer sent back";
    instruction_closed: "办结交办" | "Instruction closed";
    link_made: "生成链接" | "Link made";
    link_used: "使用链接" | "Link used";
    link_revoked: "作废链接" | "Link revoked";
    matched_project_entered: "登记对接项目" | "Match entered";
    matched_project_changed: "更新对接项目" | "Match changed";
    matched_project_struck: "作废对接项目" | "Match struck out";
    membership_granted: "赋予角色" | "Role granted";
    membership_ended: "终止角色" | "Role ended";
    monthly_plan_submitted: "提交月计划" | "Monthly plan submitted";
    monthly_plan_withdrawn: "撤回月计划" | "Monthly plan withdrawn";
    monthly_plan_approved: "批准月计划" | "Monthly plan approved";
    monthly_plan_confirmed: "确认代填的月计划" | "Plan submitted on behalf confirmed";
    monthly_plan_returned: "退回月计划" | "Monthly plan returned";
    monthly_plan_change_begun: "变更月计划" | "Change of a monthly plan begun";
    monthly_plan_change_discarded: "放弃月计划变更" | "Change of a monthly plan given up";
    monthly_plan_closed: "办结月计划" | "Month closed";
    monthly_plan_item_released: "决定计划事项撤销" | "Dropping of a planned item decided";
    monthly_plan_counters_rebuilt: "重算月计划汇总数" | "Sums of plans counted again";
    organisation_registered: "新建机构档案" | "Organisation added";
    organisation_edited: "修改机构档案" | "Organisation edited";
    organisation_contacts_edited: "修改联系方式" | "Contacts edited";
    organisation_updated_by_import: "导入更新档案" | "Updated by import";
    password_changed: "更改密码" | "Password changed";
    password_reset: "重置密码" | "Password reset";
    person_added: "添加人员" | "Person added";
    person_edited: "修改人员" | "Person edited";
    person_removed: "移除人员" | "Person removed";
    phone_revealed: "查看完整电话" | "Phone number shown";
    rectification_given: "提出整改" | "Rectification given";
    rectification_reported: "报告整改情况" | "Repair reported";
    rectification_sent_back: "退回整改" | "Repair sent back";
    rectification_closed: "整改销号" | "Rectification closed";
    rectification_extended: "延长整改期限" | "Rectification given more time";
    rectification_withdrawn: "撤销整改" | "Rectification withdrawn";
    reminder_rules_changed: "更改基地提醒事项" | "What the base reminds of changed";
    reminder_settings_changed: "更改个人提醒设置" | "Own reminder settings changed";
    reminder_steps_changed: "更改基地提醒时间" | "Days of reminders changed";
    reminders_sent: "发出提醒" | "Reminders sent";
    registry_uploaded: "上传名册" | "Register uploaded";
    registry_imported: "导入名册" | "Register imported";
    reporting_cadence_settled: "设定汇报频次" | "Cadence settled";
    scorecard_draft_begun: "开始修改评分表" | "Change of a scorecard begun";
    scorecard_uploaded: "上传评分表" | "Scorecard uploaded";
    scorecard_draft_dropped: "放弃评分表修改" | "Change of a scorecard given up";
    scorecard_published: "发布评分表" | "Scorecard published";
    service_asked_for: "提出服务事项" | "Help asked for";
    service_accepted: "受理服务事项" | "Request accepted";
    service_declined: "不予受理服务事项" | "Request declined";
    service_finished: "办结服务事项" | "Request done";
    service_rated: "评价服务事项" | "Request rated";
    service_reopened: "退回续办服务事项" | "Request opened again";
    service_withdrawn: "撤回服务事项" | "Request withdrawn";
    service_linked: "服务事项关联政策、资源或项目" | "Something linked to a request";
    service_link_struck: "作废服务事项的关联" | "Link of a request struck out";
    service_spoken_of: "服务事项留言" | "Message about a request";
    session_signed_in: "登录" | "Signed in";
    session_sign_in_refused: "登录失败" | "Sign-in refused";
    session_ended: "退出登录" | "Session ended";
    api_token_made: "生成程序令牌" | "Program token made";
    api_token_revoked: "撤销程序令牌" | "Program token revoked";
    session_all_ended: "退出所有设备" | "All sessions ended";
    training_planned: "安排培训" | "Training planned";
    training_changed: "修改培训安排" | "Training changed";
    training_held: "确认培训已举办" | "Training held";
    training_cancelled: "取消培训" | "Training cancelled";
    training_reopened: "重开培训" | "Training opened again";
    training_signed_in: "培训扫码签到" | "Signed in to a training";
    training_listed: "按名单登记到场" | "Attendance entered";
    training_taken_off: "划去到场人员" | "Taken off the list";
    weekly_report_submitted: "提交周汇报" | "Weekly report filed";
    weekly_report_withdrawn: "撤回周汇报" | "Weekly report withdrawn";
    weekly_report_returned: "退回周汇报" | "Weekly report returned";
    weekly_report_accepted: "接受周汇报" | "Weekly report accepted";
    weekly_report_reopened: "重开周汇报" | "Weekly report reopened";
    weekly_report_reopening_ended: "结束重开" | "Reopening ended";
    weekly_report_commented: "周汇报留言" | "Comment on a weekly report";
    weekly_report_confirmed: "确认代填" | "Filing on behalf confirmed";
    weekly_report_counters_rebuilt: "重算周汇报计数" | "Counters rebuilt";
}

/// What a deed is called.
pub(super) fn deed(language: Language, deed: Deed) -> &'static str {
    let words = match deed {
        Deed::AccountCreated => account_created,
        Deed::AccountDisabled => account_disabled,
        Deed::AccountEnabled => account_enabled,
        Deed::AccountMadeAdmin => account_made_admin,
        Deed::AccountUnmadeAdmin => account_unmade_admin,
        Deed::AnnualTargetsSubmitted => annual_targets_submitted,
        Deed::AnnualTargetsWithdrawn => annual_targets_withdrawn,
        Deed::AnnualTargetsApproved => annual_targets_approved,
        Deed::AnnualTargetsReturned => annual_targets_returned,
        Deed::AnnualTargetsChangeBegun => annual_targets_change_begun,
        Deed::AnnualTargetsChangeDiscarded => annual_targets_change_discarded,
        Deed::WorkbookAsked => workbook_asked,
        Deed::WorkbookCancelled => workbook_cancelled,
        Deed::SurveyOpened => survey_opened,
        Deed::SurveyAnswered => survey_answered,
        Deed::SurveyClosed => survey_closed,
        Deed::TargetEntryMade => target_entry_made,
        Deed::TargetEntryWithdrawn => target_entry_withdrawn,
        Deed::TargetEntryApproved => target_entry_approved,
        Deed::TargetEntryRefused => target_entry_refused,
        Deed::AssessmentOpened => assessment_opened,
        Deed::AssessmentSubjectAdded => assessment_subject_added,
        Deed::AssessmentFactsFrozen => assessment_facts_frozen,
        Deed::AssessmentWritten => assessment_written,
        Deed::AssessmentHandedIn => assessment_handed_in,
        Deed::AssessmentSentBack => assessment_sent_back,
        Deed::AssessmentConfirmed => assessment_confirmed,
        Deed::AssessmentRewarded => assessment_rewarded,
        Deed::AssessmentVetoed => assessment_vetoed,
        Deed::AssessmentVetoLifted => assessment_veto_lifted,
        Deed::AssessmentReferenceNoted => assessment_reference_noted,
        Deed::AssessmentSampled => assessment_sampled,
        Deed::AssessmentReportsDrawn => assessment_reports_drawn,
        Deed::AssessmentReportLookedAt => assessment_report_looked_at,
        Deed::AssessmentPublished => assessment_published,
        Deed::AssessmentObjected => assessment_objected,
        Deed::AssessmentObjectionDecided => assessment_objection_decided,
        Deed::AssessmentSealed => assessment_sealed,
        Deed::AssessmentRecomputed => assessment_recomputed,
        Deed::AssessmentCorrectionAsked => assessment_correction_asked,
        Deed::AssessmentCorrectionRefused => assessment_correction_refused,
        Deed::AssessmentCorrectionWithdrawn => assessment_correction_withdrawn,
        Deed::AssessmentCorrected => assessment_corrected,
        Deed::AssessmentCountersRebuilt => assessment_counters_rebuilt,
        Deed::AttachmentAdded => attachment_added,
        Deed::AttachmentRemoved => attachment_removed,
        Deed::BaseFounded => base_founded,
        Deed::BaseSettingsChanged => base_settings_changed,
        Deed::BureauLetterSent => bureau_letter_sent,
        Deed::BureauLetterSpokenOf => bureau_letter_spoken_of,
        Deed::BureauLetterAnswered => bureau_letter_answered,
        Deed::BureauLetterClosed => bureau_letter_closed,
        Deed::CalendarYearSaved => calendar_year_saved,
        Deed::CoachingVisitEntered => coaching_visit_entered,
        Deed::CoachingVisitChanged => coaching_visit_changed,
        Deed::CoachingVisitStruck => coaching_visit_struck,
        Deed::DemoLoaded => demo_loaded,
        Deed::FilingExceptionAsked => filing_exception_asked,
        Deed::FilingExceptionDeclined => filing_exception_declined,
        Deed::FilingExceptionGiven => filing_exception_given,
        Deed::FilingExceptionRevoked => filing_exception_revoked,
        Deed::FollowUpAssigned => follow_up_assigned,
        Deed::FollowUpAttempted => follow_up_attempted,
        Deed::FollowUpCommented => follow_up_commented,
        Deed::FollowUpConfirmed => follow_up_confirmed,
        Deed::FollowUpFiled => follow_up_filed,
        Deed::FollowUpQuestionnaireAnswered => follow_up_questionnaire_answered,
        Deed::FollowUpQuestionnaireMade => follow_up_questionnaire_made,
        Deed::FollowUpQuestionnaireTaken => follow_up_questionnaire_taken,
        Deed::FollowUpRaised => follow_up_raised,
        Deed::FollowUpTakenBack => follow_up_taken_back,
        Deed::FundEntered => fund_entered,
        Deed::FundChanged => fund_changed,
        Deed::FundStruck => fund_struck,
        Deed::FundReceived => fund_received,
        Deed::FundPaymentStruck => fund_payment_struck,
        Deed::IncubationEntered => incubation_entered,
        Deed::IncubationMoved => incubation_moved,
        Deed::IncubationProposed => incubation_proposed,
        Deed::IncubationConfirmed => incubation_confirmed,
        Deed::IncubationDeclined => incubation_declined,
        Deed::IncubationWithdrawn => incubation_withdrawn,
        Deed::InstructionGiven => instruction_given,
        Deed::InstructionAnswered => instruction_answered,
        Deed::InstructionSentBack => instruction_sent_back,
        Deed::InstructionClosed => instruction_closed,
        Deed::LinkMade => link_made,
        Deed::LinkUsed => link_used,
        Deed::LinkRevoked => link_revoked,
        Deed::MatchedProjectEntered => matched_project_entered,
        Deed::MatchedProjectChanged => matched_project_changed,
        Deed::MatchedProjectStruck => matched_project_struck,
        Deed::MembershipGranted => membership_granted,
        Deed::MembershipEnded => membership_ended,
        Deed::MonthlyPlanSubmitted => monthly_plan_submitted,
        Deed::MonthlyPlanWithdrawn => monthly_plan_withdrawn,
        Deed::MonthlyPlanApproved => monthly_plan_approved,
        Deed::MonthlyPlanConfirmed => monthly_plan_confirmed,
        Deed::MonthlyPlanReturned => monthly_plan_returned,
        Deed::MonthlyPlanChangeBegun => monthly_plan_change_begun,
        Deed::MonthlyPlanChangeDiscarded => monthly_plan_change_discarded,
        Deed::MonthlyPlanClosed => monthly_plan_closed,
        Deed::MonthlyPlanItemReleased => monthly_plan_item_released,
        Deed::MonthlyPlanCountersRebuilt => monthly_plan_counters_rebuilt,
        Deed::OrganisationRegistered => organisation_registered,
        Deed::OrganisationEdited => organisation_edited,
        Deed::OrganisationContactsEdited => organisation_contacts_edited,
        Deed::OrganisationUpdatedByImport => organisation_updated_by_import,
        Deed::PasswordChanged => password_changed,
        Deed::PasswordReset => password_reset,
        Deed::PersonAdded => person_added,
        Deed::PersonEdited => person_edited,
        Deed::PersonRemoved => person_removed,
        Deed::PhoneRevealed => phone_revealed,
        Deed::RectificationGiven => rectification_given,
        Deed::RectificationReported => rectification_reported,
        Deed::RectificationSentBack => rectification_sent_back,
        Deed::RectificationClosed => rectification_closed,
        Deed::RectificationExtended => rectification_extended,
        Deed::RectificationWithdrawn => rectification_withdrawn,
        Deed::ReminderRulesChanged => reminder_rules_changed,
        Deed::ReminderStepsChanged => reminder_steps_changed,
        Deed::ReminderSettingsChanged => reminder_settings_changed,
        Deed::RemindersSent => reminders_sent,
        Deed::RegistryUploaded => registry_uploaded,
        Deed::RegistryImported => registry_imported,
        Deed::ReportingCadenceSettled => reporting_cadence_settled,
        Deed::ScorecardDraftBegun => scorecard_draft_begun,
        Deed::ScorecardUploaded => scorecard_uploaded,
        Deed::ScorecardDraftDropped => scorecard_draft_dropped,
        Deed::ScorecardPublished => scorecard_published,
        Deed::ServiceAskedFor => service_asked_for,
        Deed::ServiceAccepted => service_accepted,
        Deed::ServiceDeclined => service_declined,
        Deed::ServiceFinished => service_finished,
        Deed::ServiceRated => service_rated,
        Deed::ServiceReopened => service_reopened,
        Deed::ServiceWithdrawn => service_withdrawn,
        Deed::ServiceSpokenOf => service_spoken_of,
        Deed::ServiceLinked => service_linked,
        Deed::ServiceLinkStruck => service_link_struck,
        Deed::SessionSignedIn => session_signed_in,
        Deed::SessionSignInRefused => session_sign_in_refused,
        Deed::SessionEnded => session_ended,
        Deed::ApiTokenMade => api_token_made,
        Deed::ApiTokenRevoked => api_token_revoked,
        Deed::SessionAllEnded => session_all_ended,
        Deed::TrainingPlanned => training_planned,
        Deed::TrainingChanged => training_changed,
        Deed::TrainingHeld => training_held,
        Deed::TrainingCancelled => training_cancelled,
        Deed::TrainingReopened => training_reopened,
        Deed::TrainingSignedIn => training_signed_in,
        Deed::TrainingListed => training_listed,
        Deed::TrainingTakenOff => training_taken_off,
        Deed::WeeklyReportSubmitted => weekly_report_submitted,
        Deed::WeeklyReportWithdrawn => weekly_report_withdrawn,
        Deed::WeeklyReportReturned => weekly_report_returned,
        Deed::WeeklyReportAccepted => weekly_report_accepted,
        Deed::WeeklyReportReopened => weekly_report_reopened,
        Deed::WeeklyReportReopeningEnded => weekly_report_reopening_ended,
        Deed::WeeklyReportCommented => weekly_report_commented,
        Deed::WeeklyReportConfirmed => weekly_report_confirmed,
        Deed::WeeklyReportCountersRebuilt => weekly_report_counters_rebuilt,
    };
    words(language)
}

/// What a stored code is called; the code itself where this program does not know it.
pub(super) fn deed_of(language: Language, code: &str) -> String {
    Deed::from_code(code).map_or_else(|| code.to_owned(), |known| deed(language, known).to_owned())
}
