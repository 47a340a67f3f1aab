//! The plain records of the demo: coaching visits, funds, and matched projects.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    season::Season,
};
use crate::{
    audit::Deed,
    coaching::{Method, entity as visit},
    funding::entity::{fund, fund_payment},
    matched_project::{State, entity as project},
};

/// Organisations that have a story, of which records tell.
const TOLD: usize = 15;

/// An organisation while it is nurtured.
#[derive(Debug, Clone)]
pub(super) struct Present {
    pub id: Uuid,
    from: NaiveDate,
    until: Option<NaiveDate>,
}

impl Present {
    pub(super) fn on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// The first of the demo's organisations, which have a story each.
    pub(super) fn of(book: &Book) -> Vec<Self> {
        let told = book.organisations.iter().take(TOLD);
        told.filter_map(|row| Some(Self { id: row.id, from: row.admitted_on?, until: row.left_on })).collect()
    }
}

const LOOKED_AT: [[&str; 3]; 5] = [
    ["现场查看账目和原始凭证", "补齐三张发票的经办签字", "下次交整改说明"],
    ["理事会会议记录与签到", "换届材料按章程补一份决议", "把决议扫描件上传"],
    ["活动档案与照片归档", "统一活动简报模板", "按新模板补写两期"],
    ["项目进度与预算执行", "调整第二季度活动安排", "报修改后的进度表"],
    ["志愿者管理台账", "按活动登记服务时长", "月底前补录时长"],
];

pub(super) fn keep(book: &mut Book, season: &Season, staff: &Staff, seed: u64) {
    let present = Present::of(book);
    visits(book, season, staff, &present, &mut Dice::of(seed, "coaching", 0));
    projects(book, season, staff, &present, &mut Dice::of(seed, "matched projects", 0));
    funds(book, season, staff, &present, &mut Dice::of(seed, "funds", 0));
}

/// Each organisation about once a month.
fn visits(book: &mut Book, season: &Season, staff: &Staff, present: &[Present], dice: &mut Dice) {
    for months in (0..10_u64).rev() {
        for (n, organisation) in present.iter().enumerate() {
            let back = months * 30 + 2 + (n as u64 * 7) % 26;
            let visited_on = season.worked(season.on - Days::new(back + 2)).min(season.on - Days::new(1));
            if !organisation.on(visited_on) || dice.chance(12) {
                continue;
            }
            let (manager, entered_at) = (staff.manager(dice), season.at(visited_on, dice.between(16 * 60, 18 * 60)));
            let [looked_at, agreed, next_step] = *dice.pick(&LOOKED_AT);
            let method = dice.weighed(&[(6, Method::OnSite), (3, Method::Phone), (1, Method::Online)]);
            let dated = dice.chance(70);
            let id = dice.id(entered_at);
            book.coaching_visits.push(visit::Model {
                id,
                base_id: book.base,
                organisation_id: organisation.id,
                visited_on,
                visitor: manager.name.clone(),
                method: method.code().to_owned(),
                looked_at: looked_at.to_owned(),
                agreed: agreed.to_owned(),
                next_step: if dated { next_step.to_owned() } else { String::new() },
                next_by: dated.then(|| season.worked(visited_on + Days::new(14))),
                entered_at,
                entered_by: manager.name.clone(),
                struck_at: None,
                struck_by: None,
                struck_for: String::new(),
                row_version: 1,
            });
            book.deeds.push(PastDeed {
                at: entered_at,
                by: manager,
                deed: Deed::CoachingVisitEntered,
                subject: id,
                detail: Detail::Reason(agreed.to_owned()),
            });
        }
    }
}

/// A match of the demo: so many days before its day, for so many 元.
struct Matched {
    days_ago: u64,
    name: &'static str,
    partner: &'static str,
    yuan: i64,
    state: State,
}

const fn matched(days_ago: u64, words: [&'static str; 2], yuan: i64, state: State) -> Matched {
    let [name, partner] = words;
    Matched { days_ago, name, partner, yuan, state }
}

const PROJECTS: [Matched; 9] = [
    matched(290, ["社区为老助餐", "泰山路街道"], 80_000, State::Done),
    matched(240, ["困境儿童结对陪伴", "市慈善总会"], 50_000, State::Done),
    matched(180, ["楼栋微治理", "栗雨街道"], 36_000, State::Done),
    matched(95, ["残疾人手工坊", "石峰区残联"], 60_000, State::UnderWay),
    matched(72, ["四点半课堂", "建宁街道"], 42_000, State::UnderWay),
    matched(50, ["社区花园共建", "金山街道"], 25_000, State::UnderWay),
    matched(44, ["公益法律门诊", "湘水律师事务所"], 0, State::FellThrough),
    matched(16, ["独居老人探访", "贺家土街道"], 30_000, State::Matched),
    matched(6, ["反诈志愿宣讲", "荷塘公安分局"], 0, State::Matched),
];

fn projects(book: &mut Book, season: &Season, staff: &Staff, present: &[Present], dice: &mut Dice) {
    for (n, one) in PROJECTS.iter().enumerate() {
        let matched_on = season.worked(season.on - Days::new(one.days_ago + 1)).min(season.on - Days::new(1));
        let there: Vec<&Present> = present.iter().filter(|organisation| organisation.on(matched_on)).collect();
        let Some(organisation) = there.get(n % there.len().max(1)) else { continue };
        let (manager, entered_at) = (staff.manager(dice), season.at(matched_on, dice.between(14 * 60, 17 * 60)));
        let id = dice.id(entered_at);
        let words = if one.state == State::FellThrough { "双方对服务时间没有谈拢。" } else { "" };
        book.matched_projects.push(project::Model {
            id,
            base_id: book.base,
            organisation_id: organisation.id,
            name: one.name.to_owned(),
            partner: one.partner.to_owned(),
            amount: one.yuan * 100,
            matched_on,
            state: one.state.code().to_owned(),
            words: words.to_owned(),
            entered_at,
            entered_by: manager.name.clone(),
            struck_at: None,
            struck_by: None,
            struck_for: String::new(),
            row_version: 1,
        });
        book.deeds.push(PastDeed {
            at: entered_at,
            by: manager,
            deed: Deed::MatchedProjectEntered,
            subject: id,
            detail: Detail::Reason(one.name.to_owned()),
        });
    }
}

/// A pledge of the demo, and what was received of it: so many days before its day, so many 元.
struct Pledged {
    days_ago: u64,
    source: &'static str,
    of_base: bool,
    yuan: i64,
    evidence: &'static str,
    payments: &'static [(u64, i64)],
}

const FUNDS: [Pledged; 5] = [
    Pledged {
        days_ago: 260,
        source: "市福彩公益金",
        of_base: true,
        yuan: 300_000,
        evidence: "株民函 12 号",
        payments: &[(240, 180_000), (120, 120_000)],
    },
    Pledged {
        days_ago: 140,
        source: "株洲市慈善总会",
        of_base: false,
        yuan: 80_000,
        evidence: "资助协议 2 号",
        payments: &[(110, 80_000)],
    },
    Pledged {
        days_ago: 80,
        source: "爱心企业联合会",
        of_base: true,
        yuan: 500_000,
        evidence: "认捐协议 3 号",
        payments: &[(60, 200_000), (25, 115_000)],
    },
    Pledged {
        days_ago: 40,
        source: "炎帝公益基金会",
        of_base: false,
        yuan: 60_000,
        evidence: "资助协议 5 号",
        payments: &[(18, 30_000)],
    },
    Pledged {
        days_ago: 9,
        source: "高新区企业家协会",
        of_base: false,
        yuan: 20_000,
        evidence: "意向书",
        payments: &[],
    },
];

fn funds(book: &mut Book, season: &Season, staff: &Staff, present: &[Present], dice: &mut Dice) {
    for (n, one) in FUNDS.iter().enumerate() {
        let day = |days_ago: u64| season.worked(season.on - Days::new(days_ago + 1)).min(season.on - Days::new(1));
        let pledged_on = day(one.days_ago);
        let there: Vec<&Present> = present.iter().filter(|organisation| organisation.on(pledged_on)).collect();
        let organisation = there.get((n * 3) % there.len().max(1)).map(|organisation| organisation.id);
        let (manager, entered_at) = (staff.manager(dice), season.at(pledged_on, dice.between(14 * 60, 17 * 60)));
        let id = dice.id(entered_at);
        let deed = |at, deed, words: &str| PastDeed {
            at,
            by: manager.clone(),
            deed,
            subject: id,
            detail: Detail::Reason(words.to_owned()),
        };
        book.deeds.push(deed(entered_at, Deed::FundEntered, one.source));
        book.funds.push(fund::Model {
            id,
            base_id: book.base,
            organisation_id: organisation.filter(|_| !one.of_base),
            source: one.source.to_owned(),
            pledged: one.yuan * 100,
            pledged_on,
            evidence: one.evidence.to_owned(),
            entered_at,
            entered_by: manager.name.clone(),
            struck_at: None,
            struck_by: None,
            struck_for: String::new(),
            row_version: 1,
        });
        for (number, (days_ago, yuan)) in (1..).zip(one.payments) {
            let received_on = day(*days_ago);
            let entered_at = season.at(received_on, dice.between(14 * 60, 17 * 60));
            let evidence = format!("到账凭证 {}-{number} 号", n + 1);
            book.deeds.push(deed(entered_at, Deed::FundReceived, &evidence));
            book.fund_payments.push(fund_payment::Model {
                id: dice.id(entered_at),
                base_id: book.base,
                fund_id: id,
                received: yuan * 100,
                received_on,
                evidence,
                entered_at,
                entered_by: manager.name.clone(),
                struck_at: None,
                struck_by: None,
                struck_for: String::new(),
                row_version: 1,
            });
        }
    }
}
