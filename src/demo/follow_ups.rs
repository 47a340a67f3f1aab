//! Follow-ups of those that hatched long before the demo's day: made, due, overdue, with uneven outcomes.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    season::Season,
};
use crate::{
    access::Actor,
    audit::Deed,
    follow_up::{
        Age, Context, Draft, Due, Means, Reached, Signal, SignalRaised, State, Visit,
        entity::{follow_up, follow_up_attempt},
        judge,
    },
    incubation::{ProposalState, Stage},
    store::to_json,
};

/// A visit that was made: so many days after it was due.
struct Made {
    age: Age,
    days_after: i64,
    /// The organisation has confirmed the record.
    confirmed: bool,
    /// The form, but for its day and its visitors.
    typed: &'static [(&'static str, &'static str)],
}

/// An attempt: so many days before the demo's day, what came of it, and in words.
type Tried = (u64, Reached, &'static str);

/// What became of one of those that hatched long ago, in the order of the cast.
struct Story {
    made: &'static [Made],
    /// Of the visit that is open: the attempts, days before the demo's day.
    open: Option<(Age, &'static [Tried])>,
    /// A signal of risk, days before the demo's day.
    signal: Option<(u64, Signal, &'static str)>,
}

const STORIES: [Story; 3] = [
    Story {
        made: &[
            Made {
                age: Age::SixMonths,
                days_after: 5,
                confirmed: true,
                typed: &[
                    ("method", "on_site"),
                    ("outcome", "thriving"),
                    ("summary", "承接街道两个服务项目，团队稳定，账目清楚。"),
                    ("activity", "每周三场社区活动，近半年 61 场。"),
                    ("premises", "街道提供 120 平方米，签到 2027 年。"),
                    ("board", "理事会按期召开，记录齐全。"),
                    ("income_government", "18万"),
                    ("income_donations", "3.2万"),
                    ("full_time", "6"),
                    ("volunteers", "140"),
                    ("helped", "孵化期的财务托管和项目督导。"),
                ],
            },
            Made {
                age: Age::OneYear,
                days_after: 43,
                confirmed: true,
                typed: &[
                    ("method", "phone"),
                    ("outcome", "steady"),
                    ("summary", "一个项目到期未续，活动照常。"),
                    ("activity", "每周两场社区活动。"),
                    ("income_government", "9万"),
                    ("full_time", "5"),
                    ("missing", "项目续签前的对接。"),
                ],
            },
        ],
        open: Some((Age::TwoYears, &[(3, Reached::Appointment, "约在下周上午")])),
        signal: None,
    },
    Story {
        made: &[Made {
            age: Age::SixMonths,
            days_after: -10,
            confirmed: true,
            typed: &[
                ("method", "on_site"),
                ("outcome", "struggling"),
                ("summary", "经费主要靠会费，专职只剩一人。"),
                ("activity", "每月一次巡河，近半年 6 次。"),
                ("income_donations", "4200"),
                ("full_time", "1"),
                ("volunteers", "35"),
                ("risks", "办公场地年底到期。"),
                ("help", "对接一处办公场地"),
                ("help_owner", "运营方项目部"),
            ],
        }],
        open: Some((
            Age::OneYear,
            &[(34, Reached::NoAnswer, "两次均无人接"), (12, Reached::ContactInvalid, "联系人号码已停机")],
        )),
        signal: None,
    },
    Story {
        made: &[Made {
            age: Age::SixMonths,
            days_after: 22,
            confirmed: false,
            typed: &[
                ("method", "on_site"),
                ("outcome", "dormant"),
                ("summary", "负责人在外地，近三个月没有活动，证照齐全。"),
                ("inspection", "年报尚未提交。"),
                ("full_time", "0"),
                ("missing", "希望有人帮助重新启动项目。"),
            ],
        }],
        open: None,
        signal: Some((9, Signal::AbnormalList, "因未按时报送年报列入活动异常名录（湖南社会组织网公示）")),
    },
];

/// Tells the stories of the last ones of the cast that have one.
pub(super) fn tell(book: &mut Book, season: &Season, staff: &Staff, seed: u64, alumni: &[Uuid]) {
    for (number, (organisation, story)) in alumni.iter().zip(&STORIES).enumerate() {
        let hatched = Stage::Hatched.code();
        let hatching = book.changes.iter().find(|change| {
            change.organisation_id == *organisation
                && change.to_stage == hatched
                && change.state == ProposalState::Confirmed.code()
        });
        let Some((incubation, hatched_on)) = hatching.map(|change| (change.incubation_id, change.effective_on)) else {
            continue;
        };
        let dice = Dice::of(seed, "follow_up", number);
        let mut telling = Telling { book, season, staff, dice, organisation: *organisation, incubation, hatched_on };
        for made in story.made {
            telling.made(made);
        }
        if let Some((age, attempts)) = story.open {
            telling.open(age, attempts);
        }
        if let Some((days_ago, signal, note)) = story.signal {
            telling.raised(days_ago, signal, note);
        }
    }
}

struct Telling<'a> {
    book: &'a mut Book,
    season: &'a Season,
    staff: &'a Staff,
    dice: Dice,
    organisation: Uuid,
    incubation: Uuid,
    hatched_on: NaiveDate,
}

impl Telling<'_> {
    /// A visit that was made and filed the same day.
    fn made(&mut self, made: &Made) {
        let due = Due::of(self.hatched_on, made.age);
        let day = self.season.worked(due.on + TimeDelta::days(made.days_after)).min(self.season.on - Days::new(1));
        let first = self.staff.managers[0].clone();
        let filed_at = self.season.at(day, 15 * 60 + self.dice.between(0, 120));
        let Some(visit) = self.visit(made, due, day) else { return };
        let mut row = self.row(filed_at, &first);
        row.age = Some(made.age.code().to_owned());
        row.assigned = Some(first.name.clone());
        row.planned_on = Some(day);
        row.draft = to_json(&Draft::from(&visit));
        row.draft_version = 1;
        State::Filed.code().clone_into(&mut row.state);
        row.visited_on = Some(visit.on);
        row.method = Some(visit.method.code().to_owned());
        row.outcome = Some(visit.outcome.code().to_owned());
        row.visit = Some(to_json(&visit));
        row.filed_at = Some(filed_at);
        row.filed_by = Some(first.name.clone());
        row.row_version = 2;
        self.deed(filed_at, &first, Deed::FollowUpFiled, row.id, &visit.summary);
        let answered_at = filed_at + TimeDelta::hours(19);
        if made.confirmed && answered_at < self.season.now {
            let contact = self.contact();
            State::Confirmed.code().clone_into(&mut row.state);
            row.answered_at = Some(answered_at);
            row.answered_by = Some(contact.name.clone());
            row.row_version = 3;
            self.deed(answered_at, &contact, Deed::FollowUpConfirmed, row.id, "");
        }
        self.book.follow_ups.push(row);
    }

    /// The visit of a form, with its day, its visitors and, where help is needed, a day for that.
    fn visit(&self, made: &Made, due: Due, day: NaiveDate) -> Option<Visit> {
        let typed = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let [first, second] = &self.staff.managers;
        let mut form = vec![typed("on", &day.to_string()), typed("visitor", &first.name)];
        form.extend(made.typed.iter().map(|(name, text)| typed(name, text)));
        if made.typed.contains(&("method", "on_site")) {
            form.push(typed("second_visitor", &second.name));
        }
        if made.typed.iter().any(|(name, _)| *name == "help") {
            form.push(typed("help_due", &(day + Days::new(60)).to_string()));
        }
        let context = Context { earliest: due.from, latest: due.late_until, today: day, attempts: &[] };
        judge(&Draft::of(form), context).ok()
    }

    /// A visit that somebody is to make, with the attempts so far.
    fn open(&mut self, age: Age, attempts: &[Tried]) {
        let by = self.staff.managers[0].clone();
        let day = |days_ago: u64| self.season.on - Days::new(days_ago);
        let first = attempts.iter().map(|(days_ago, ..)| *days_ago).max().unwrap_or(1);
        let assigned_at = self.season.at(day(first + 2), 9 * 60 + 40);
        let mut row = self.row(assigned_at, &by);
        row.age = Some(age.code().to_owned());
        row.assigned = Some(by.name.clone());
        row.planned_on = Some(self.season.worked(self.season.on + Days::new(5)));
        row.attempts = i32::try_from(attempts.len()).unwrap_or(0);
        row.row_version = 2;
        self.deed(assigned_at, &by, Deed::FollowUpAssigned, row.id, &by.name.clone());
        for (days_ago, reached, note) in attempts {
            let recorded_at = self.season.at(day(*days_ago), 10 * 60 + self.dice.between(0, 300));
            self.deed(recorded_at, &by, Deed::FollowUpAttempted, row.id, note);
            self.book.follow_up_attempts.push(follow_up_attempt::Model {
                id: self.dice.id(recorded_at),
                base_id: self.book.base,
                follow_up_id: row.id,
                organisation_id: self.organisation,
                on_day: day(*days_ago),
                means: Means::Phone.code().to_owned(),
                reached: reached.code().to_owned(),
                note: (*note).to_owned(),
                made_by: by.name.clone(),
                recorded_at,
            });
        }
        self.book.follow_ups.push(row);
    }

    /// An extra visit that is asked for.
    fn raised(&mut self, days_ago: u64, signal: Signal, note: &str) {
        let by = self.staff.managers[1].clone();
        let day = self.season.on - Days::new(days_ago);
        let raised_at = self.season.at(day, 11 * 60 + self.dice.between(0, 50));
        let mut row = self.row(raised_at, &by);
        row.signal = Some(signal.code().to_owned());
        note.clone_into(&mut row.signal_note);
        row.raised_on = Some(day);
        row.raised_by = Some(by.name.clone());
        row.due_on = Some(SignalRaised::due_on(day));
        self.deed(raised_at, &by, Deed::FollowUpRaised, row.id, note);
        self.book.follow_ups.push(row);
    }

    /// A row in which nothing stands.
    fn row(&mut self, at: DateTime<Utc>, by: &Actor) -> follow_up::Model {
        follow_up::Model {
            id: self.dice.id(at),
            base_id: self.book.base,
            organisation_id: self.organisation,
            incubation_id: self.incubation,
            age: None,
            signal: None,
            signal_note: String::new(),
            raised_on: None,
            raised_by: None,
            due_on: None,
            state: State::Open.code().to_owned(),
            assigned: None,
            planned_on: None,
            attempts: 0,
            draft: to_json(&Draft::default()),
            draft_version: 0,
            draft_saved_at: at,
            draft_saved_by: by.name.clone(),
            visit: None,
            visited_on: None,
            method: None,
            outcome: None,
            filed_at: None,
            filed_by: None,
            taken_back_for: String::new(),
            answered_at: None,
            answered_by: None,
            comment: String::new(),
            row_version: 1,
        }
    }

    /// Who answers for the organisation.
    fn contact(&self) -> Arc<Actor> {
        let name = self.book.organisations.iter().find(|row| row.id == self.organisation);
        let name = name.map(|row| row.contact_name.clone()).unwrap_or_default();
        Arc::new(Actor { name, account: None, role: crate::access::Role::Organisation })
    }

    fn deed(&mut self, at: DateTime<Utc>, by: &Arc<Actor>, deed: Deed, subject: Uuid, words: &str) {
        let detail = Detail::Reason(words.to_owned());
        self.book.deeds.push(PastDeed { at, by: by.clone(), deed, subject, detail });
    }
}
