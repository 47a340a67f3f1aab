//! What the base itself files for the bureau, week by week, and what the bureau instructs it to do.

use std::sync::Arc;

use chrono::{Days, TimeDelta};

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    paper::{Of, Paper},
    plans::Planner,
    season::{AskedWeek, Season},
    telling::{self, Size},
    work::{Event, Field},
};
use crate::{
    access::Actor,
    audit::Deed,
    instruction::{self, State},
    weekly_report::{ActivityKind, entity::week_count},
};

pub(super) static BASE: Field = Field {
    endings: ["孵化基地", "孵化基地"],
    strengths: &[],
    scope: "",
    sponsor: "",
    events: &[
        Event {
            what: "机构负责人例会", kind: ActivityKind::Meeting, place: "基地会议室", attendances: (12, 24)
        },
        Event {
            what: "项目书撰写工作坊",
            kind: ActivityKind::Training,
            place: "基地二楼培训室",
            attendances: (22, 46),
        },
        Event {
            what: "财务规范培训", kind: ActivityKind::Training, place: "基地多功能厅", attendances: (18, 40)
        },
        Event { what: "公益沙龙", kind: ActivityKind::Service, place: "基地书吧", attendances: (10, 28) },
        Event {
            what: "联合党支部主题党日",
            kind: ActivityKind::PartyBuilding,
            place: "基地党群活动室",
            attendances: (14, 30),
        },
    ],
    done: &[
        "走访入壳机构 4 家，逐家核对月计划进度。",
        "完成两家机构财务票据抽查，问题清单已反馈。",
        "接待兄弟市州孵化基地参访交流。",
        "汇总机构求助并逐项指定责任人。",
        "完成消防设施月检和场地排期。",
    ],
    problems: &["两家机构连续未汇报，已电话联系并约谈。", "培训室周末排期紧张，正协调社区场地。"],
    next: &["组织机构负责人例会，通报汇报情况。", "推进出壳评估材料初审。", "与街道对接公益创投需求清单。"],
};

/// The base's report on a week: accepted by the bureau sooner or later; the last one waits, the one before it has
/// come back.
pub(super) fn tell(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    dice: &mut Dice,
    (size, planner): (&mut Size, &mut Planner),
    asked: &AskedWeek,
    count: &week_count::Model,
) -> Option<Paper> {
    let due_at = asked.base_due_at?;
    let manager = staff.manager(dice);
    let due_on = season.day(due_at);
    let late = dice.chance(8) && !season.last_due.contains(&Some(asked.week));
    let at = if late {
        due_at + TimeDelta::minutes(dice.between(12, 260).into())
    } else {
        season.at(due_on, dice.between(9 * 60, 11 * 60 + 50))
    };
    let mut report = telling::report(dice, &BASE, *size, asked, season.day(at));
    size.told_in = Some(asked.week.month());
    planner.tick(asked.week, &mut report);
    report.done = format!(
        "本周机构汇报 {} 份（迟报 {} 份），开展活动 {} 场、{} 人次。{}",
        count.on_time + count.late,
        count.late,
        count.activities,
        count.attendances,
        report.done,
    );
    let mut paper = Paper::new(book, season, Of { subject: book.base, of_base: true }, *asked, due_at);
    paper.filed(dice, at, &manager, &report, false);
    let [last, before] = season.last_base_due;
    if Some(asked.week) == before {
        paper.returned(dice, season, at + TimeDelta::hours(5), &staff.bureau, "请说明连续未汇报机构的跟进情况。");
    } else if Some(asked.week) != last {
        let day = season.worked(season.day(at) + Days::new(dice.between(1, 3).into()));
        let reviewed_at = season.at(day, dice.between(9 * 60, 17 * 60));
        if dice.chance(6) {
            paper.returned(dice, season, reviewed_at, &staff.bureau, "请补充培训人次的依据。");
            let again_at = reviewed_at + TimeDelta::minutes(dice.between(60, 300).into());
            let mended = telling::mended(dice, &BASE, &report);
            paper.filed(dice, again_at, &manager, &mended, false);
            paper.accepted(dice, again_at + TimeDelta::hours(20), &staff.bureau, "");
        } else {
            let words = if dice.chance(20) { "已阅，请关注未汇报机构。" } else { "" };
            paper.accepted(dice, reviewed_at, &staff.bureau, words);
        }
    }
    Some(paper)
}

/// An instruction of the demo: given and due so many days before or after its day.
struct Given {
    title: &'static str,
    words: &'static str,
    days_ago: u64,
    due_in_days: i64,
    state: State,
    answer: &'static str,
}

const INSTRUCTIONS: [Given; 5] = [
    Given {
        title: "核查连续未汇报机构",
        words: "对连续三周以上未汇报的机构逐家核查，说明原因并提出处理意见。",
        days_ago: 6,
        due_in_days: 8,
        state: State::Open,
        answer: "",
    },
    Given {
        title: "报送消防安全自查表",
        words: "按区消防大队要求完成基地及入壳机构办公场地自查，表格盖章报送。",
        days_ago: 20,
        due_in_days: -3,
        state: State::Open,
        answer: "",
    },
    Given {
        title: "准备市人大代表视察材料",
        words: "准备基地运行情况汇报和三家典型机构案例。",
        days_ago: 15,
        due_in_days: 2,
        state: State::Answered,
        answer: "汇报稿和案例已完成，附三家机构照片说明，请审阅。",
    },
    Given {
        title: "规范财务托管台账",
        words: "按第二季度抽查意见补齐托管协议和对账单。",
        days_ago: 48,
        due_in_days: -30,
        state: State::Closed,
        answer: "已补齐托管协议 6 份，对账单按月归档。",
    },
    Given {
        title: "开展社区社会组织备案辅导",
        words: "面向街道社区开展两场备案辅导，形成名单。",
        days_ago: 80,
        due_in_days: -45,
        state: State::Closed,
        answer: "两场辅导共 41 人参加，形成拟备案名单 12 家。",
    },
];

/// The bureau's instructions, in every state.
pub(super) fn instruct(book: &mut Book, season: &Season, staff: &Staff, dice: &mut Dice) {
    for given in &INSTRUCTIONS {
        let day = season.on - Days::new(given.days_ago);
        let given_at = season.at(day, dice.between(9 * 60, 17 * 60));
        let answered_at = (given.state != State::Open).then(|| given_at + TimeDelta::days(6) + TimeDelta::minutes(95));
        let closed_at = (given.state == State::Closed).then(|| given_at + TimeDelta::days(9) + TimeDelta::minutes(40));
        let id = dice.id(given_at);
        let manager = staff.manager(dice);
        let mut note = |at, by: &Arc<Actor>, deed| {
            let detail = Detail::Reason(given.title.to_owned());
            book.deeds.push(PastDeed { at, by: by.clone(), deed, subject: id, detail });
        };
        note(given_at, &staff.bureau, Deed::InstructionGiven);
        if let Some(at) = answered_at {
            note(at, &manager, Deed::InstructionAnswered);
        }
        if let Some(at) = closed_at {
            note(at, &staff.bureau, Deed::InstructionClosed);
        }
        book.instructions.push(instruction::entity::Model {
            id,
            base_id: book.base,
            title: given.title.to_owned(),
            words: given.words.to_owned(),
            owner: manager.name.clone(),
            due_on: season.on + TimeDelta::days(given.due_in_days),
            state: given.state.code().to_owned(),
            given_by: staff.bureau.name.clone(),
            given_at,
            answer: given.answer.to_owned(),
            answered_at,
            answered_by: answered_at.map(|_| manager.name.clone()),
            closed_at,
            closed_by: closed_at.map(|_| staff.bureau.name.clone()),
            closing_words: closed_at.map(|_| "情况属实，予以办结。".to_owned()).unwrap_or_default(),
            row_version: 1 + i32::from(answered_at.is_some()) + i32::from(closed_at.is_some()),
        });
    }
}
