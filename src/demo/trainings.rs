//! The trainings of the demo: a year of sessions with who came, one that was cancelled, one on the demo's day, and one
//! that lies ahead.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    people,
    records::Present,
    season::Season,
};
use crate::{
    access::{Actor, System},
    audit::Deed,
    store::hex,
    training::{
        State, Topic,
        entity::{training, training_attendance, training_invitation},
    },
};

/// A session of the demo: so many days before its day, or after it where the number is negative.
struct Session {
    days_ago: i64,
    title: &'static str,
    topic: Topic,
    minutes: i32,
    state: State,
}

const fn session(days_ago: i64, title: &'static str, topic: Topic, minutes: i32) -> Session {
    Session { days_ago, title, topic, minutes, state: State::Held }
}

const SESSIONS: [Session; 18] = [
    session(330, "社会组织年度检查实务", Topic::Policy, 120),
    session(310, "民非会计制度入门", Topic::Finance, 180),
    session(285, "项目书怎么写", Topic::Projects, 150),
    session(255, "理事会与会议记录", Topic::Governance, 120),
    session(228, "党建入章怎么做", Topic::PartyBuilding, 90),
    session(200, "公众号与活动传播", Topic::Fundraising, 120),
    session(170, "个案工作技巧", Topic::SocialWork, 180),
    session(140, "非营利组织免税资格", Topic::Finance, 120),
    session(118, "志愿者招募与激励", Topic::Projects, 120),
    session(88, "新年政策宣讲", Topic::Policy, 90),
    session(74, "预算编制与执行", Topic::Finance, 150),
    session(60, "小组工作坊", Topic::SocialWork, 180),
    session(46, "项目监测与评估", Topic::Projects, 120),
    Session { state: State::Cancelled, ..session(33, "短视频拍摄", Topic::Fundraising, 120) },
    session(24, "章程修订要点", Topic::Governance, 105),
    session(11, "项目财务报销规范", Topic::Finance, 120),
    Session { state: State::Planned, ..session(0, "社区活动安全", Topic::Projects, 120) },
    Session { state: State::Planned, ..session(-9, "等级评估材料准备", Topic::Policy, 150) },
];

/// From outside of the base.
const OUTSIDE: &str = "荷塘区社区社会组织联合会";

pub(super) fn hold(book: &mut Book, season: &Season, staff: &Staff, seed: u64) {
    let present = Present::of(book);
    // The same people of each organisation come again.
    let trainees: Vec<Vec<String>> =
        (0..=present.len()).map(|n| trainees(&mut Dice::of(seed, "trainees", n))).collect();
    let mut dice = Dice::of(seed, "trainings", 0);
    for one in &SESSIONS {
        keep(book, season, staff, &mut dice, (one, &present, &trainees));
    }
}

/// Names that differ, as those of one organisation on one list do.
fn trainees(dice: &mut Dice) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(4);
    while names.len() < 4 {
        let name = people::name(dice);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn keep(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    dice: &mut Dice,
    (one, present, trainees): (&Session, &[Present], &[Vec<String>]),
) {
    let (held_on, ahead) = match u64::try_from(one.days_ago) {
        Ok(0) => (season.on, season.on - Days::new(1)),
        Ok(days_ago) => {
            let day = season.worked(season.on - Days::new(days_ago)).min(season.on - Days::new(1));
            (day, day - Days::new(7))
        }
        Err(_) => (season.worked(season.on + Days::new(one.days_ago.unsigned_abs())), season.on - Days::new(2)),
    };
    let begins_at: u32 = if dice.chance(50) { 9 * 60 } else { 14 * 60 + 30 };
    let planned_at = season.at(season.worked(ahead - Days::new(1)).min(season.on - Days::new(1)), 10 * 60);
    let manager = staff.manager(dice);
    let id = dice.id(planned_at);
    let invited: Vec<usize> = (0..present.len()).filter(|n| present[*n].on(held_on)).collect();
    let invitation = |dice: &mut Dice, organisation, outside| training_invitation::Model {
        id: dice.id(planned_at),
        base_id: book.base,
        training_id: id,
        organisation_id: organisation,
        outside,
    };
    let mut invitations: Vec<_> = invited.iter().map(|n| invitation(dice, Some(present[*n].id), None)).collect();
    invitations.push(invitation(dice, None, Some(OUTSIDE.to_owned())));
    let note = |at, by: &Arc<Actor>, deed| PastDeed {
        at,
        by: by.clone(),
        deed,
        subject: id,
        detail: Detail::Reason(one.title.to_owned()),
    };
    book.training_invitations.extend(invitations);
    book.deeds.push(note(planned_at, &manager, Deed::TrainingPlanned));
    match one.state {
        State::Held => {
            let ended_at = season.at(held_on, begins_at) + TimeDelta::minutes(one.minutes.into());
            book.deeds.push(note(ended_at + TimeDelta::minutes(20), &manager, Deed::TrainingHeld));
        }
        State::Cancelled => book.deeds.push(note(planned_at + TimeDelta::days(1), &manager, Deed::TrainingCancelled)),
        State::Planned => {}
    }
    book.trainings.push(training::Model {
        id,
        base_id: book.base,
        title: one.title.to_owned(),
        topic: one.topic.code().to_owned(),
        teacher: people::name(dice),
        held_on,
        begins_at: i32::try_from(begins_at).unwrap_or(0),
        minutes: one.minutes,
        place: "孵化基地三楼培训室".to_owned(),
        material: "讲义在签到台领取。".to_owned(),
        state: one.state.code().to_owned(),
        reason: if one.state == State::Cancelled { "讲师临时出差。".to_owned() } else { String::new() },
        token: hex(dice.id(planned_at).as_bytes()),
        entered_at: planned_at,
        entered_by: manager.name.clone(),
        row_version: if one.state == State::Planned { 1 } else { 2 },
    });
    if one.state == State::Held {
        let of = Room { id, held_on, begins: season.at(held_on, begins_at), manager };
        come(book, dice, &of, (present, &invited, trainees));
    }
}

/// A session that took place.
struct Room {
    id: Uuid,
    held_on: NaiveDate,
    begins: DateTime<Utc>,
    manager: Arc<Actor>,
}

fn come(
    book: &mut Book,
    dice: &mut Dice,
    room: &Room,
    (present, invited, trainees): (&[Present], &[usize], &[Vec<String>]),
) {
    let system = Arc::new(System::named("sign-in at a training").actor().clone());
    let outside = present.len();
    let parties = invited.iter().copied().filter(|n| present[*n].on(room.held_on)).chain([outside]);
    for party in parties.collect::<Vec<_>>() {
        let number = dice.weighed(&[(2, 0), (3, 1), (3, 2), (2, 3)]);
        let by_link = dice.chance(70);
        for person in trainees[party].iter().take(number) {
            let at = room.begins - TimeDelta::minutes(dice.between(1, 25).into());
            let by = if by_link { &system } else { &room.manager };
            let deed = if by_link { Deed::TrainingSignedIn } else { Deed::TrainingListed };
            book.deeds.push(PastDeed {
                at,
                by: by.clone(),
                deed,
                subject: room.id,
                detail: Detail::Reason(person.clone()),
            });
            book.training_attendances.push(training_attendance::Model {
                id: dice.id(at),
                base_id: book.base,
                training_id: room.id,
                organisation_id: present.get(party).map(|organisation| organisation.id),
                outside: (party == outside).then(|| OUTSIDE.to_owned()),
                person: person.clone(),
                phone: String::new(),
                by_link,
                entered_at: at,
                entered_by: if by_link { String::new() } else { room.manager.name.clone() },
                entered_for: String::new(),
                struck_at: None,
                struck_by: None,
                struck_for: String::new(),
            });
        }
    }
}
