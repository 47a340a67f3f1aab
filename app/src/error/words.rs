//! What each error is called, in both languages: what is wrong and what to do.

use super::{AppError, Refusal};
use crate::Language;

words! {
    unreadable: "内容里有无法识别的字符，请删去后再提交。" | "This holds a character that cannot be read. Remove it and send it again.";
    not_signed_in: "请先登录。" | "Please sign in first.";
    forbidden: "你没有这里的权限。若应当有，请联系基地运营方或系统管理员。" | "You have no right to this. If you should, ask the base's operator or the administrator.";
    not_found: "没有这个页面或记录，链接可能已过期。" | "There is no such page or record; the link may be out of date.";
    stale: "别人刚刚保存了更新的内容。你的内容还在下面，请对照后再保存。" | "Somebody has saved a newer version. What you typed is still here: compare and save again.";
    too_large: "内容太大，服务器没有接收。" | "That is too large; the server did not take it.";
    invalid: "有几处需要改正，已在下面标出。" | "A few things need correcting; they are marked below.";
    key_reused: "这张表单已经提交过。请重新打开页面再填。" | "This form has been sent before. Open the page again.";
    too_many(seconds): "尝试次数过多，请 {seconds} 秒后再试。" | "Too many attempts. Try again in {seconds} seconds.";
    unavailable: "数据库暂时连不上，请稍后再试。已保存的内容不会丢失。" | "The database cannot be reached right now. Try again shortly; what was saved is safe.";
    internal(id): "系统出错了，已记录，编号 {id}。请稍后再试，或把编号告诉管理员。" | "Something failed and was logged as {id}. Try again, or give this id to the administrator.";
    transport: "没有连上服务器，请检查网络。" | "The server did not answer. Check your connection.";

    already_taken: "这个名称或代码已经有人用了。" | "That name or code is already in use.";
    link_spent: "这个链接已经用过、被收回或过期，请向发给你的人再要一个。" | "This link has been used, taken back or has expired. Ask for a new one.";
    wrong_sign_in: "账号或密码不对。" | "The account name or the password is wrong.";
    wrong_password: "现在的密码不对。" | "The present password is wrong.";
    last_admin: "至少要保留一名系统管理员。" | "At least one administrator has to remain.";
    already_member: "这个账号已经有这个身份了。" | "This account has that role already.";
    own_role: "不能给自己增加身份，请由其他有权限的人员办理。" | "Nobody can give themselves a role: ask somebody else who may.";
    admin_only: "此人还有其他身份，请由系统管理员重置密码。" | "This person has other roles too: ask the administrator to reset the password.";
    not_now: "当前状态下不能这样做，页面可能已过时，请刷新。" | "That is not possible in its present state. The page may be out of date: reload it.";
    proposal_open: "上一次提议民政局还没有决定。" | "The bureau has not decided on the earlier proposal yet.";
    own_proposal: "不能确认自己提出的提议，请另一位民政局人员办理。" | "Nobody confirms their own proposal: ask another officer of the bureau.";
    import_settled: "这次导入已经确认过了。" | "This import has been confirmed already.";
    workbook_encrypted: "工作簿有密码保护，请取消密码后再导入。" | "The workbook is protected by a password. Remove it and import again.";
    legacy_workbook: "这是旧版 .xls 工作簿，请另存为 .xlsx 后再导入。" | "This is an old .xls workbook. Save it as .xlsx and import again.";
    plan_not_asked: "这个月不需要报计划，或还不能填。" | "No plan is asked for in this month, or it lies too far ahead.";
    week_not_asked: "这一周不需要汇报。" | "No report is asked for this week.";
    already_reviewed: "这份汇报已经审阅，不能再改。需要修改请联系审阅人退回或重开。" | "This report has been reviewed. Ask the reviewer to return or reopen it.";
    too_many_attachments: "最多 9 个附件。" | "Nine attachments at the most.";
    file_kind: "只收 JPEG、PNG、WebP 图片和 PDF、xlsx、docx 文件。请另存为其中一种再上传。" | "Only JPEG, PNG, WebP, PDF, xlsx and docx are taken. Save it as one of these and upload again.";
    file_damaged: "文件打不开或内容与扩展名不符，请检查后再上传。" | "The file is damaged, or is not what its name says.";
    file_heic: "这是苹果手机的 HEIC 照片。请在 设置→相机→格式 选“兼容性最佳”后重拍，或截图后上传。" | "This is a HEIC photo. In Settings → Camera → Formats choose “Most Compatible”, or upload a screenshot.";
    file_wps: "这是 WPS 文件。请用 WPS 另存为 docx、xlsx 或 PDF 后再上传。" | "This is a WPS file. Save it as docx, xlsx or PDF and upload again.";
    file_too_large: "单个文件不能超过 10 MB。" | "A file can be 10 MB at the most.";
    not_a_workbook: "这不是 Excel 工作簿（.xlsx），或文件已损坏。" | "This is no Excel workbook (.xlsx), or it is damaged.";
    workbook_too_large: "工作簿超过 20 MB 或 10 万行，请拆分后再导入。" | "The workbook is over 20 MB or 100,000 rows. Split it and import the parts.";
    no_header_row: "没有找到表头行。表头至少要有“名称”一列，可用的列名见帮助页。" | "No header row was found. It needs at least a name column; the help page lists the accepted names.";
}

impl AppError {
    /// For the person who asked.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Unreadable => unreadable(language).to_owned(),
            Self::NotSignedIn => not_signed_in(language).to_owned(),
            Self::Forbidden => forbidden(language).to_owned(),
            Self::NotFound => not_found(language).to_owned(),
            Self::Stale => stale(language).to_owned(),
            Self::Refused(refusal) => refusal.words(language).to_owned(),
            Self::TooLarge => too_large(language).to_owned(),
            Self::Invalid(_) => invalid(language).to_owned(),
            Self::KeyReused => key_reused(language).to_owned(),
            Self::TooMany { seconds } => too_many(language, seconds),
            Self::Unavailable => unavailable(language).to_owned(),
            Self::Internal { id } => internal(language, id),
            Self::Transport(_) => transport(language).to_owned(),
        }
    }
}

impl Refusal {
    pub fn words(self, language: Language) -> &'static str {
        let words = match self {
            Self::AlreadyTaken => already_taken,
            Self::LinkSpent => link_spent,
            Self::WrongSignIn => wrong_sign_in,
            Self::WrongPassword => wrong_password,
            Self::LastAdmin => last_admin,
            Self::AlreadyMember => already_member,
            Self::OwnRole => own_role,
            Self::AdminOnly => admin_only,
            Self::NotNow => not_now,
            Self::ProposalOpen => proposal_open,
            Self::OwnProposal => own_proposal,
            Self::ImportSettled => import_settled,
            Self::WorkbookEncrypted => workbook_encrypted,
            Self::LegacyWorkbook => legacy_workbook,
            Self::WeekNotAsked => week_not_asked,
            Self::PlanNotAsked => plan_not_asked,
            Self::AlreadyReviewed => already_reviewed,
            Self::TooManyAttachments => too_many_attachments,
            Self::FileKind => file_kind,
            Self::FileDamaged => file_damaged,
            Self::FileHeic => file_heic,
            Self::FileWps => file_wps,
            Self::FileTooLarge => file_too_large,
            Self::NotAWorkbook => not_a_workbook,
            Self::WorkbookTooLarge => workbook_too_large,
            Self::NoHeaderRow => no_header_row,
        };
        words(language)
    }
}
