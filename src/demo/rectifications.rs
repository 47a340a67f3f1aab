//! The rectifications of the demo: in every state but withdrawn, one of them overdue, one of the base itself.

use std::sync::Arc;

use chrono::{Days, TimeDelta};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    season::Season,
};
use crate::{
    access::Actor,
    audit::Deed,
    rectification::{Party, Source, State, entity},
};

/// A rectification of the demo: given and due so many days before or after its day.
struct Given {
    days_ago: u64,
    due_in_days: i64,
    by: Party,
    of_base: bool,
    source: Source,
    words: &'static str,
    /// What was repaired, so many days before the demo's day, and whether it is closed.
    repaired: Option<(u64, &'static str, bool)>,
}

const GIVEN: [Given; 5] = [
    Given {
        days_ago: 6,
        due_in_days: 9,
        by: Party::Operator,
        of_base: false,
        source: Source::Visit,
        words: "活动室灭火器过期两只，疏散通道堆放桌椅。更换灭火器、清空通道后报告。",
        repaired: None,
    },
    Given {
        days_ago: 26,
        due_in_days: -5,
        by: Party::Bureau,
        of_base: false,
        source: Source::Report,
        words: "连续两次理事会没有会议记录。补齐记录并由到会理事签名。",
        repaired: None,
    },
    Given {
        days_ago: 40,
        due_in_days: -12,
        by: Party::Operator,
        of_base: false,
        source: Source::Assessment,
        words: "项目专账与日常账没有分开。分账，并补做上季度的项目收支表。",
        repaired: Some((15, "已分设专账，上季度收支表已补做，见财务文件夹第 8 号。", true)),
    },
    Given {
        days_ago: 55,
        due_in_days: -30,
        by: Party::Bureau,
        of_base: true,
        source: Source::Visit,
        words: "入壳机构档案缺三份托管协议。补签并归档。",
        repaired: Some((33, "三份协议均已补签，扫描件已归入各机构档案。", true)),
    },
    Given {
        days_ago: 16,
        due_in_days: 2,
        by: Party::Operator,
        of_base: false,
        source: Source::Other,
        words: "公示栏仍是去年的年报。换成今年的。",
        repaired: Some((3, "已更换，照片发在工作群。", false)),
    },
];

/// To organisations that somebody signs in for, so that both sides can be tried.
pub(super) fn give(book: &mut Book, season: &Season, staff: &Staff, members: &[(Uuid, Arc<Actor>)], seed: u64) {
    let mut dice = Dice::of(seed, "rectifications", 0);
    for (one, (organisation, author)) in GIVEN.iter().zip(members.iter().cycle()) {
        keep(book, season, staff, &mut dice, (*organisation, author, one));
    }
}

fn keep(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    dice: &mut Dice,
    (organisation, author, one): (Uuid, &Arc<Actor>, &Given),
) {
    let manager = staff.manager(dice);
    let giver = if one.by == Party::Bureau { staff.bureau.clone() } else { manager.clone() };
    let repairer = if one.of_base { manager } else { author.clone() };
    let given_at = season.at(season.on - Days::new(one.days_ago), dice.between(9 * 60, 17 * 60));
    let reported_on = one.repaired.map(|(days, ..)| season.on - Days::new(days));
    let reported_at = reported_on.map(|on| season.at(on, 16 * 60 + 5));
    let closed_at = reported_at.filter(|_| one.repaired.is_some_and(|(_, _, closed)| closed));
    let closed_at = closed_at.map(|at| at + TimeDelta::hours(18));
    let state = match (reported_at, closed_at) {
        (_, Some(_)) => State::Closed,
        (Some(_), None) => State::Reported,
        (None, None) => State::Open,
    };
    let id = dice.id(given_at);
    let mut note = |at, by: &Arc<Actor>, deed| {
        let detail = Detail::Reason(one.words.to_owned());
        book.deeds.push(PastDeed { at, by: by.clone(), deed, subject: id, detail });
    };
    note(given_at, &giver, Deed::RectificationGiven);
    if let Some(at) = reported_at {
        note(at, &repairer, Deed::RectificationReported);
    }
    if let Some(at) = closed_at {
        note(at, &giver, Deed::RectificationClosed);
    }
    book.rectifications.push(entity::Model {
        id,
        base_id: book.base,
        subject_id: if one.of_base { book.base } else { organisation },
        of_base: one.of_base,
        given_as: one.by.code().to_owned(),
        source: one.source.code().to_owned(),
        report_id: None,
        quarter: None,
        follow_up_id: None,
        coaching_visit_id: None,
        words: one.words.to_owned(),
        owner: repairer.name.clone(),
        due_on: season.on + TimeDelta::days(one.due_in_days),
        first_due_on: None,
        extended_for: String::new(),
        extended_at: None,
        extended_by: None,
        state: state.code().to_owned(),
        given_by: giver.name.clone(),
        given_at,
        repair: one.repaired.map(|(_, words, _)| words.to_owned()).unwrap_or_default(),
        reported_on,
        reported_at,
        reported_by: reported_at.map(|_| repairer.name.clone()),
        sent_back_for: String::new(),
        remark: closed_at.map(|_| "现场核对无误，予以销号。".to_owned()).unwrap_or_default(),
        closed_at,
        closed_by: closed_at.map(|_| giver.name.clone()),
        withdrawn_for: String::new(),
        withdrawn_at: None,
        withdrawn_by: None,
        since: closed_at.or(reported_at).unwrap_or(given_at),
        row_version: 1 + i32::from(reported_at.is_some()) + i32::from(closed_at.is_some()),
    });
}
