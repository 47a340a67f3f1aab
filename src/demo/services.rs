//! The service requests of the demo: out of the weekly reports' words for help, in every state.

use std::sync::Arc;

use chrono::{Days, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    season::Season,
};
use crate::{
    access::{Actor, Role},
    audit::Deed,
    service_request::{
        HelpKind, State, default_due,
        entity::{service_message, service_request},
    },
};

/// A request of the demo: asked for so many days before its day, by one of the members in turn.
struct Asked {
    days_ago: u64,
    kind: HelpKind,
    words: &'static str,
    state: State,
    result: &'static str,
    stars: Option<i32>,
}

const fn asked(days_ago: u64, kind: HelpKind, words: &'static str, state: State) -> Asked {
    Asked { days_ago, kind, words, state, result: "", stars: None }
}

const REQUESTS: [Asked; 8] = [
    asked(2, HelpKind::PolicyAdvice, "年检材料里党建部分怎么填，有没有范本？", State::Asked),
    asked(5, HelpKind::Coaching, "理事会换届程序不熟，想请督导列席一次。", State::Asked),
    asked(9, HelpKind::Training, "新来的会计想参加民非会计制度培训。", State::UnderWay),
    asked(30, HelpKind::ProjectMatching, "希望对接街道的为老服务项目。", State::UnderWay),
    Asked {
        result: "已联系市慈善总会，捐赠轮椅 12 台，交接单见附件台账第 36 号。",
        ..asked(24, HelpKind::ResourceLinking, "日间照料需要轮椅和护理床。", State::Done)
    },
    Asked {
        result: "已提供非营利组织免税资格认定办事指南，并陪同到税务窗口预审。",
        stars: Some(5),
        ..asked(45, HelpKind::PolicyAdvice, "免税资格认定要准备什么？", State::Rated)
    },
    Asked {
        result: "托管协议已签，首月凭证由基地会计代录。",
        stars: Some(4),
        ..asked(70, HelpKind::FinancialCustody, "没有专职会计，想委托记账。", State::Rated)
    },
    Asked {
        result: "车辆购置不在基地服务范围内，建议向登记机关咨询公务用车规定。",
        ..asked(52, HelpKind::Other, "想请基地帮忙买一辆车。", State::Declined)
    },
];

/// Requests of those organisations that somebody signs in for, so that both sides can be tried.
pub(super) fn ask(book: &mut Book, season: &Season, staff: &Staff, members: &[(Uuid, Arc<Actor>)], seed: u64) {
    let mut dice = Dice::of(seed, "services", 0);
    for (one, (organisation, author)) in REQUESTS.iter().zip(members.iter().cycle()) {
        keep(book, season, staff, &mut dice, (*organisation, author, one));
    }
}

fn keep(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    dice: &mut Dice,
    (organisation, author, one): (Uuid, &Arc<Actor>, &Asked),
) {
    let asked_on = season.on - Days::new(one.days_ago);
    let asked_at = season.at(asked_on, dice.between(9 * 60, 17 * 60));
    let accepted_at = asked_at + TimeDelta::hours(20);
    let due_on = default_due(one.kind, asked_on, &season.calendar);
    // In time, but for what is still under way; and never on the demo's day itself.
    let done_on: NaiveDate = season.worked(due_on - Days::new(1)).min(season.on - Days::new(2));
    let done_at = season.at(done_on, 15 * 60 + 20);
    let rated_at = done_at + TimeDelta::hours(22);
    let manager = staff.manager(dice);
    let id = dice.id(asked_at);
    let accepted = !matches!(one.state, State::Asked | State::Declined);
    let done = matches!(one.state, State::Done | State::Rated);
    let since = match one.state {
        State::Asked | State::Withdrawn => asked_at,
        State::UnderWay | State::Declined => accepted_at,
        State::Done => done_at,
        State::Rated => rated_at,
    };
    let mut note = |at, by: &Arc<Actor>, deed| {
        book.deeds.push(PastDeed {
            at,
            by: by.clone(),
            deed,
            subject: id,
            detail: Detail::Reason(one.words.to_owned()),
        });
    };
    note(asked_at, author, Deed::ServiceAskedFor);
    match one.state {
        State::Asked | State::Withdrawn => {}
        State::Declined => note(accepted_at, &manager, Deed::ServiceDeclined),
        State::UnderWay | State::Done | State::Rated => note(accepted_at, &manager, Deed::ServiceAccepted),
    }
    if done {
        note(done_at, &manager, Deed::ServiceFinished);
    }
    if one.state == State::Rated {
        note(rated_at, author, Deed::ServiceRated);
    }
    if accepted {
        let said_at = accepted_at + TimeDelta::minutes(12);
        book.service_messages.push(service_message::Model {
            id: dice.id(said_at),
            base_id: book.base,
            request_id: id,
            words: "已收到，两天内给您回电话。".to_owned(),
            said_at,
            said_by: manager.name.clone(),
            said_as: Role::Manager.code().to_owned(),
        });
    }
    book.service_requests.push(service_request::Model {
        id,
        base_id: book.base,
        organisation_id: organisation,
        report_id: None,
        follow_up_id: None,
        kind: one.kind.code().to_owned(),
        words: one.words.to_owned(),
        state: one.state.code().to_owned(),
        asked_at,
        asked_by: author.name.clone(),
        on_behalf: false,
        owner: if accepted { manager.name.clone() } else { String::new() },
        due_on: accepted.then_some(due_on),
        done_on: done.then_some(done_on),
        done_by: done.then(|| manager.name.clone()),
        result: one.result.to_owned(),
        rating: one.stars,
        rating_words: String::new(),
        reopened: false,
        since,
        row_version: 1 + i32::from(one.state != State::Asked) + i32::from(done) + i32::from(one.stars.is_some()),
    });
}
