//! The words of lost points (失分).

words! {
    title(occasion): "{occasion} 失分在哪里" | "Where points were lost, {occasion}";
    none: "没有失分。" | "No line lost points.";
    in_all(points): "共失 {points} 分，失得多的在前；点指标看评分表里的这一项。" | "{points} in all, the most first; an indicator opens its line of the sheet.";
    rescaled(of): "有指标不适用，总分按 {of} 分折算，这里是折算前的分数。" | "Not all lines apply: the total is rescaled from {of} points, these are not.";
    deducted(points, count): "另因 {count} 项整改没有按期完成扣 {points} 分：下季在期限前改好、报告。" | "{points} more were taken away for {count} rectifications that were late: repair and report them before their day.";
    lost: "失分" | "Lost";
    of(points, max): "{points} / {max}" | "{points} of {max}";
    why: "为什么" | "Why";
    regain: "下季怎样补回" | "What would regain it";
    by(who): "{who}：" | "{who}: ";
    no_words(who): "{who}没有写理由" | "{who}: nothing was said";
    objection: "异议答复" | "On the objection";
    correction: "更正" | "The correction";
    regain_evidence: "按指标要求备齐佐证：" | "Have what shows it ready: ";
    regain_judged: "对照理由改进，下季自评时写明做了什么。" | "Work on what the reason says, and tell what was done when you score yourselves.";
    line(indicator, points): "{indicator} 失 {points} 分" | "{indicator}: {points} lost";
    total(points): "总分 {points}" | "{points} points in all";
    all(count): "全部 {count} 项和补回办法" | "All {count}, and how to regain them";
}
