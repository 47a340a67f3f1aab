//! The words of instructions (交办).

words! {
    title: "交办事项" | "Instructions";
    subtitle_bureau: "民政局交基地办理的事项：谁负责、何时办结、办得怎样。" | "What the bureau asks of the base: who answers for it, by when, and what came of it.";
    subtitle_base: "民政局交办的事项，逾期会标红。" | "What the bureau has asked for. What is overdue is marked.";
    caption: "交办事项一览" | "Instructions";
    none: "还没有交办事项" | "No instructions yet";
    none_bureau: "需要基地办理的事，在这里交办：写明事项、责任人和期限。" | "Ask the base for something here: what, who answers for it, by when.";
    none_base: "民政局交办后会出现在这里。" | "What the bureau asks for appears here.";
    no_match: "没有符合条件的交办" | "No instruction matches";
    no_match_hint: "换一个条件，或清除条件看全部。" | "Try other filters, or clear them to see all.";
    give: "新增交办" | "Give an instruction";
    give_now: "交办" | "Give it";
    what: "事项" | "What";
    what_hint: "一句话说清要办什么。" | "What has to be done, in one sentence.";
    details: "具体要求" | "In detail";
    owner: "责任人" | "Owner";
    owner_hint: "基地一方由谁负责。" | "Who on the base's side answers for it.";
    due: "办结期限" | "Due";
    due_hint: "按期答复与否计入基地季度考核。" | "Whether it is answered by then counts in the base's quarter.";
    state: "状态" | "State";
    search: "查事项、要求或责任人" | "Find words or an owner";
    all_states: "全部状态" | "All states";
    all_dates: "不限期限" | "Any date";
    given: "交办" | "Given";
    given_by(name, at): "{name} 于 {at} 交办" | "Given by {name} at {at}";
    open: "办理中" | "in progress";
    answered: "待民政局确认" | "waits for the bureau";
    sent_back: "退回续办" | "sent back";
    closed: "已办结" | "closed";
    overdue_by(length): "逾期 {length}" | "{length} overdue";
    only_overdue: "只看逾期" | "Overdue only";
    answer: "办理情况" | "Answer";
    answer_hint: "做了什么、结果如何；没办完的写明何时办完。" | "What was done and what came of it; what is left, and by when.";
    send_answer: "答复民政局" | "Answer the bureau";
    answered_by(name, at): "{name} 于 {at} 答复" | "Answered by {name} at {at}";
    close: "办结" | "Close";
    close_consequence: "办结后不能再改，答复和意见都保留。" | "It cannot be changed after that. Answer and remark are kept.";
    close_words: "办结意见" | "Remark";
    send_back: "退回续办" | "Send back";
    send_back_words: "退回理由" | "Why";
    send_back_hint: "写清还缺什么。" | "Say what is still missing.";
    closed_by(name, at): "{name} 于 {at} 办结" | "Closed by {name} at {at}";
    sent_back_because: "民政局退回意见" | "Why the bureau sent it back";
    history: "经过" | "What happened";
    waits_for_base(length): "等运营方，{length}" | "waits for the operator, {length}";
    waits_for_bureau(length): "等民政局，{length}" | "waits for the bureau, {length}";

    title_required: "请写明事项。" | "Say what has to be done.";
    owner_required: "请写明责任人。" | "Name the owner.";
    due_required: "请选择办结期限。" | "Choose when it is due.";
    due_past: "期限不能早于今天。" | "It cannot be due before today.";
    said_required: "请写点什么。" | "Write something.";
    too_long: "太长了，请写短一些。" | "That is too long: please say it shorter.";
}
