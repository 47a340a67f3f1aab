//! The words of surveys (满意度调查).

use hatchboard::survey::{Group, Question, State};

use crate::Language;

words! {
    title: "满意度调查" | "Surveys";
    subtitle: "每季度一次，不记名。把链接分别发给机构和社区；结束后收到满五份的才显示结果。" | "Once a quarter, anonymous. Send one link to organisations and one to communities; results show once it is over, from five answers on.";
    caption: "各季度的调查" | "Surveys by quarter";
    open_new: "发起调查" | "Open a survey";
    open_hint: "每个季度一次。发起后得到两个链接：一个给机构，一个给社区。" | "One for each quarter. It gives two links: one for organisations, one for communities.";
    open: "发起" | "Open it";
    quarter: "季度" | "Quarter";
    quarter_of(year, number): "{year}年第{number}季度" | "Q{number} {year}";
    group_head: "对象" | "Asked";
    answers: "份数" | "Answers";
    closes_on: "截止日期" | "Last day";
    closes_on_hint: "当天结束后不能再答，最长六十天。" | "Nobody can answer after it; sixty days at the most.";
    state: "状态" | "State";
    opened: "发起" | "Opened";
    opened_by(by, at): "{by} 于 {at} 发起" | "opened by {by} at {at}";
    none: "还没有调查" | "No survey yet";
    none_hint: "发起以后，把链接发给机构和社区。" | "Open one, then send its links to organisations and communities.";
    state_open: "进行中" | "running";
    state_over: "已结束" | "over";
    organisations: "社会组织" | "Organisations";
    communities: "社区（村）" | "Communities";
    answers_of(count): "{count} 份" | "{count} answers";
    until(day): "{day} 截止" | "until {day}";
    link_hint: "发到群里或打印张贴；谁答过、答了什么，都查不到。" | "Send it to the group or print it; nobody can tell who answered, or what.";
    link_of(group): "链接：{group}" | "Link for {group}";
    code_of(group): "二维码：{group}" | "QR code for {group}";
    try_it: "打开看看" | "Open it";
    not_yet(count): "已收到 {count} 份。调查结束后才显示结果，免得从变化里看出是谁。" | "{count} answers so far. Results show once the survey is over, lest a change give somebody away.";
    too_few(count): "只收到 {count} 份，不满五份，不显示结果。" | "Only {count} answers: fewer than five are not shown.";
    results_of(group): "结果：{group}" | "Results of {group}";
    question_head: "问题" | "Question";
    average: "平均" | "Average";
    said: "留言" | "In words";
    nothing_said: "没有人留言" | "Nobody wrote anything";
    end: "提前结束" | "End it now";
    end_consequence: "结束后不能再答，也不能重开；满五份的显示结果。" | "Nobody can answer any more, and it cannot be opened again; results show from five answers on.";

    answer_title(base): "{base}：满意度调查" | "{base}: how satisfied are you?";
    answer_subtitle(bureau, quarter): "{bureau}想听听你对{quarter}的看法。" | "{bureau} would like to know how {quarter} was for you.";
    anonymous: "不记名：不用登录，不记你是谁、什么时候答的。请每人只答一次。" | "Anonymous: no sign-in, and neither who you are nor when you answered is kept. Please answer once.";
    in_words: "想说的话" | "Anything to add";
    in_words_hint: "不要写能认出你的内容。" | "Leave out what would tell who you are.";
    submit: "提交" | "Send";
    thanks: "谢谢，已收到。" | "Thank you. Your answer has been received.";
    over: "这次调查已经结束。" | "This survey is over.";
    points_5: "5 很满意" | "5 very good";
    points_4: "4 满意" | "4 good";
    points_3: "3 一般" | "3 fair";
    points_2: "2 不满意" | "2 poor";
    points_1: "1 很不满意" | "1 very poor";
    useful: "基地的服务有用" | "The base's services are useful";
    prompt: "求助有人及时回应" | "Requests are answered promptly";
    fair: "场地、资金和机会分配公平公开" | "Rooms, money and chances are given fairly and openly";
    premises: "场地和设施" | "Rooms and equipment";
    felt: "孵化的组织在社区起了作用" | "The base's organisations make a difference in the community";
    overall: "总体满意度" | "Overall";

    say(field, what): "{field}：{what}" | "{field}: {what}";
    required: "请填写。" | "Please fill this in.";
    choose: "请选择。" | "Please choose.";
    too_long(limit, found): "最多 {limit} 字，现在 {found} 字。" | "{limit} characters at the most; there are {found}.";
    not_a_date: "看不懂这个日期，请写成 2026-04-09。" | "This is no date; write it as 2026-04-09.";
    not_begun: "这个季度还没有开始。" | "This quarter has not begun.";
    not_within(first, last): "要在 {first} 到 {last} 之间。" | "Between {first} and {last}.";
    quarter_taken: "这个季度已经发起过调查了。" | "This quarter has a survey already.";
}

pub(super) fn state_name(language: Language, state: State) -> &'static str {
    match state {
        State::Open => state_open(language),
        State::Over => state_over(language),
    }
}

pub(super) fn group(language: Language, group: Group) -> &'static str {
    match group {
        Group::Organisations => organisations(language),
        Group::Communities => communities(language),
    }
}

pub(super) fn question(language: Language, question: Question) -> &'static str {
    match question {
        Question::Useful => useful(language),
        Question::Prompt => prompt(language),
        Question::Fair => fair(language),
        Question::Premises => premises(language),
        Question::Felt => felt(language),
        Question::Overall => overall(language),
    }
}
