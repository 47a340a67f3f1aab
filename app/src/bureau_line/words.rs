//! The words of letters to the bureau (直通民政局).

use hatchboard::bureau_line::{Field, LetterKind, State};

use crate::Language;

words! {
    title: "机构来信" | "Letters";
    title_ours: "直通民政局" | "To the bureau";
    subtitle_base: "机构直接写给民政局的投诉、建议和咨询。运营方看不到，也不知道有这些来信。" | "Complaints, suggestions and questions that organisations send you directly. The operator neither sees them nor learns of them.";
    subtitle_ours: "直接写给民政局的投诉、建议和咨询。运营方看不到，也不知道你写过。" | "Your complaints, suggestions and questions to the bureau. The operator neither sees them nor learns of them.";
    caption: "来信一览" | "Letters";
    write: "写给民政局" | "Write to the bureau";
    write_hint: "这封信只有民政局和本机构的人看得到，审计可以查阅；运营方看不到。" | "Only the bureau and your own staff see this letter, and the auditor can read it; the operator cannot.";
    details: "来信" | "Letter";
    organisation: "机构" | "Organisation";
    kind: "类别" | "Kind";
    what: "什么事" | "What";
    what_hint: "写清时间、地点、人和经过，希望怎么解决。" | "Say when, where, who and what happened, and what you hope for.";
    state: "状态" | "State";
    waits: "已等" | "Waiting";
    sent: "收到" | "Sent";
    since: "状态起自" | "In this state since";
    sender: "寄信人" | "Sent by";
    send: "寄出" | "Send";
    all_states: "全部状态" | "All states";
    all_kinds: "全部类别" | "All kinds";
    search: "查内容、机构名称或拼音首字母" | "Find words, a name or initials";
    none: "还没有来信" | "No letters yet";
    none_base: "机构写来的投诉、建议和咨询会出现在这里。" | "Complaints, suggestions and questions of organisations appear here.";
    none_ours: "有话要直接对民政局说，或者要投诉运营方，在这里写。" | "Write here to the bureau directly, or to complain about the operator.";
    no_match: "没有符合条件的来信" | "No letter matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";

    kind_complaint: "投诉" | "complaint";
    kind_suggestion: "意见建议" | "suggestion";
    kind_question: "咨询" | "question";
    state_asked: "待答复" | "to answer";
    state_answered: "已答复" | "answered";
    state_closed: "已办结" | "closed";
    waits_bureau(length): "等民政局，{length}" | "waits for the bureau, {length}";
    waits_longest(length): "最久的一封等了 {length}" | "the oldest has waited {length}";

    sent_by(by, at): "{by} 于 {at} 寄出" | "sent by {by} at {at}";
    result: "处理结果" | "Result";
    conversation: "往来" | "Conversation";
    no_messages: "还没有答复" | "No answer yet";
    said_by_bureau(by, at): "民政局 {by} {at}" | "{by} of the bureau, {at}";
    said_by_organisation(by, at): "机构 {by} {at}" | "{by} of the organisation, {at}";
    message: "补充" | "More to say";
    message_again: "还有话说" | "Write again";
    message_again_hint: "写了以后，这封信重新等民政局答复。" | "The letter then waits for the bureau again.";
    answer: "答复" | "Answer";
    answer_words: "答复内容" | "Your answer";
    close: "办结" | "Close";
    close_hint: "写明处理结果，机构会看到；机构再来信会重新打开。" | "Say what came of it; the organisation sees it. When it writes again, the letter opens again.";

    say(field, what): "{field}：{what}" | "{field}: {what}";
    required: "请填写。" | "Please fill this in.";
    choose: "请选择。" | "Please choose.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";

    todo_waiting(count): "{count} 封机构来信待答复" | "{count} letters to answer";
    todo_ours_waiting(count): "{count} 封信等民政局答复" | "{count} letters wait for the bureau";
    todo_ours_answered(count): "民政局答复了 {count} 封信" | "The bureau has answered {count} letters";
    other_way: "运营方解决不了，或者要投诉运营方？" | "Is it beyond the operator, or about the operator?";
}

pub(super) fn kind_name(language: Language, kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Complaint => kind_complaint(language),
        LetterKind::Suggestion => kind_suggestion(language),
        LetterKind::Question => kind_question(language),
    }
}

pub(super) fn state_name(language: Language, state: State) -> &'static str {
    match state {
        State::Asked => state_asked(language),
        State::Answered => state_answered(language),
        State::Closed => state_closed(language),
    }
}

pub(super) fn field_name(language: Language, field: Field) -> &'static str {
    match field {
        Field::Kind => kind(language),
        Field::Words => what(language),
    }
}
