//! The words of the way from application to hatching (孵化进程).

use hatchboard::incubation::Phase;

use crate::Language;

words! {
    title: "孵化进程" | "From application to hatching";
    subtitle: "各阶段今天有多少家，选定的一段时间里谁进、谁出，与上一段时间相比。" | "How many stand where today, and who came and went in a stretch of time, beside the one before.";
    organisations: "机构档案" | "Organisations";
    organisation: "机构" | "Organisation";
    standing: "今天各在哪里" | "Where they stand today";
    standing_none: "还没有机构申请过入壳。" | "No organisation has applied yet.";
    said(list): "各阶段的机构数：{list}" | "Organisations by phase: {list}";
    said_of(phase, count): "{phase} {count} 家" | "{phase}: {count}";
    by_stage: "分阶段" | "By stage";
    phase: "进程" | "Phase";
    number: "家数" | "Number";
    stages: "其中" | "Of these";

    period: "切换时间" | "Another time";

    moved(period): "{period} 的进出" | "Who came and went, {period}";
    came: "进入" | "Came";
    went: "离开" | "Went";
    moves: "变动明细" | "Every move";
    moves_of(phase): "变动明细：{phase}的进出" | "Moves in and out: {phase}";
    all_moves: "看全部变动" | "All moves";
    moves_number(period, count): "{period} 变动 {count} 次" | "{count} moves, {period}";
    moves_none: "这段时间没有变动" | "Nobody moved in this time";
    day: "日期" | "Day";
    what: "事项" | "What happened";
    way: "阶段" | "Stage";
    entered: "登记入册" | "entered";

    applying: "申请中" | "Applying";
    incubating: "在孵" | "Incubating";
    hatched: "已出壳" | "Hatched";
    exited: "已退出" | "Left";
    not_admitted: "未入壳" | "Not admitted";
}

pub(crate) fn phase_name(language: Language, phase: Phase) -> &'static str {
    let words = match phase {
        Phase::Applying => applying,
        Phase::Incubating => incubating,
        Phase::Hatched => hatched,
        Phase::Exited => exited,
        Phase::NotAdmitted => not_admitted,
    };
    words(language)
}
