//! The annual targets of the demo's year: approved, under way, with entries in every state.

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    season::Season,
};
use crate::{
    access::Actor,
    annual_target::{
        CATALOGUE, Draft, EntryState, Target,
        entity::{target_entry, target_version, target_year},
        even_split,
    },
    audit::Deed,
    monthly_plan::State,
    period::Year,
    store::to_json,
};

/// An entry of the demo: of which target, so many days before its day.
struct Entered {
    target: &'static str,
    days_ago: u64,
    /// In the target's measure.
    amount: i64,
    what: &'static str,
    evidence: &'static str,
    state: EntryState,
}

const fn entered(target: &'static str, days_ago: u64, amount: i64, words: [&'static str; 2]) -> Entered {
    let [what, evidence] = words;
    Entered { target, days_ago, amount, what, evidence, state: EntryState::Approved }
}

const ENTRIES: [Entered; 9] = [
    entered("newly_registered", 170, 3, ["新登记社会服务机构", "登记证书三份"]),
    entered("community_organisations", 110, 22, ["街道社区社会组织培育", "培育台账第 1–22 号"]),
    entered("newly_filed", 50, 17, ["石峰区、荷塘区社区社会组织备案", "备案通知书 17 份"]),
    entered("financial_custody", 60, 9, ["新签财务托管协议", "托管协议 1–9 号"]),
    entered("exam_coaching", 40, 62, ["社工考试辅导班", "签到表 1–4 号"]),
    entered("venture_projects", 20, 5, ["一季度公益创投立项", "立项协议 1–5 号"]),
    entered("satisfaction", 35, 9_260, ["机构与社区满意度调查", "调查汇总表"]),
    Entered {
        state: EntryState::Pending,
        ..entered("newly_filed", 4, 2, ["芦淞区社区社会组织备案", "备案通知书 2 份"])
    },
    Entered {
        state: EntryState::Refused, ..entered("newly_registered", 28, 1, ["新登记社会服务机构", "会议照片"])
    },
];

/// The targets of the year that the demo's day lies in: nothing where the day lies outside of every year.
pub(super) fn set(book: &mut Book, season: &Season, staff: &Staff, seed: u64) {
    let Some(year) = Year::new(season.on.year()) else { return };
    let mut dice = Dice::of(seed, "targets", 0);
    // In the second week of January, or before the demo's day where that comes earlier.
    let day = season.worked((year.first_day() + Days::new(11)).min(season.on - Days::new(12)));
    let submitted_at = season.at(day, dice.between(9 * 60, 17 * 60));
    let decided_at = submitted_at + TimeDelta::days(3) + TimeDelta::minutes(70);
    let [first, second] = &staff.managers;
    let targets: Vec<Target> = CATALOGUE
        .iter()
        .enumerate()
        .map(|(n, standard)| Target {
            owner: if n % 3 == 1 { second.name.clone() } else { first.name.clone() },
            helpers: if n % 5 == 0 { "全体督导".to_owned() } else { String::new() },
            ..own(Target::from(standard))
        })
        .collect();
    let id = dice.id(submitted_at);
    let row = target_year::Model {
        id,
        base_id: book.base,
        year: year.to_string(),
        state: State::Approved.code().to_owned(),
        draft: to_json(&Draft::from(targets.as_slice())),
        draft_version: 2,
        draft_saved_at: submitted_at,
        draft_saved_by: first.name.clone(),
        versions: 1,
        standing: Some(1),
        submitted_at: Some(submitted_at),
        submitted_by: Some(first.name.clone()),
        decided_at: Some(decided_at),
        decided_by: Some(staff.bureau.name.clone()),
        returned_for: String::new(),
        row_version: 3,
    };
    book.target_versions.push(target_version::Model {
        id: dice.id(submitted_at),
        base_id: book.base,
        year_id: id,
        number: 1,
        targets: to_json(&targets),
        why: String::new(),
        submitted_at,
        submitted_by: first.name.clone(),
        approved_at: Some(decided_at),
    });
    book.target_years.push(row);
    let mut note = |at, by: &Arc<Actor>, deed, subject: Uuid| {
        let detail = Detail::Reason(format!("{year}年年度目标任务"));
        book.deeds.push(PastDeed { at, by: by.clone(), deed, subject, detail });
    };
    note(submitted_at, first, Deed::AnnualTargetsSubmitted, id);
    note(decided_at, &staff.bureau, Deed::AnnualTargetsApproved, id);
    for one in &ENTRIES {
        let on = season.on - Days::new(one.days_ago);
        if on >= year.first_day() {
            enter(book, season, staff, &mut dice, (year, on, one));
        }
    }
}

/// Where the demo, whose organisations are few, plans less than the catalogue.
fn own(target: Target) -> Target {
    let annual = match target.code.as_str() {
        "training_attendances" => 400,
        "training_organisations" => 20,
        "policy_advice" => 8,
        _ => return target,
    };
    Target { annual, split: even_split(target.measure, annual), ..target }
}

fn enter(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    dice: &mut Dice,
    (year, on, one): (Year, NaiveDate, &Entered),
) {
    let entered_at = season.at(on, dice.between(9 * 60, 17 * 60)) + TimeDelta::days(1);
    let decided_at = entered_at + TimeDelta::days(2) + TimeDelta::minutes(25);
    let decided = one.state != EntryState::Pending && decided_at < season.now;
    let state = if decided { one.state } else { EntryState::Pending };
    let by = staff.manager(dice);
    let id = dice.id(entered_at);
    let mut note = |at, by: &Arc<Actor>, deed| {
        book.deeds.push(PastDeed {
            at,
            by: by.clone(),
            deed,
            subject: id,
            detail: Detail::Reason(one.what.to_owned()),
        });
    };
    note(entered_at, &by, Deed::TargetEntryMade);
    if decided {
        let refused = state == EntryState::Refused;
        note(decided_at, &staff.bureau, if refused { Deed::TargetEntryRefused } else { Deed::TargetEntryApproved });
    }
    let refused_for =
        if state == EntryState::Refused { "会议照片不能说明已经登记，请附登记证书。" } else { "" };
    book.target_entries.push(target_entry::Model {
        id,
        base_id: book.base,
        year: year.to_string(),
        target: one.target.to_owned(),
        on_day: on,
        amount: one.amount,
        what: one.what.to_owned(),
        evidence: one.evidence.to_owned(),
        state: state.code().to_owned(),
        entered_at,
        entered_by: by.name.clone(),
        decided_at: decided.then_some(decided_at),
        decided_by: decided.then(|| staff.bureau.name.clone()),
        refused_for: refused_for.to_owned(),
        row_version: 1 + i32::from(decided),
    });
}
