//! How an organisation's week goes: on time, late, not at all, back and forth.

use std::sync::Arc;

use chrono::{DateTime, Days, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    cast::Temper,
    dice::Dice,
    history::History,
    paper::{Of, Paper},
    plans::Planner,
    season::{AskedWeek, Season},
    telling::{self, Size},
    work::{self, Field},
};
use crate::{
    access::Actor,
    audit::Deed,
    calendar::Filing,
    incubation::Presence,
    period::Week,
    weekly_report::{Report, State, entity::filing_exception},
};

/// An organisation while its weeks are told.
#[derive(Debug)]
pub(super) struct Member {
    pub id: Uuid,
    pub field: &'static Field,
    pub temper: Temper,
    pub size: Size,
    /// Who files for it.
    pub person: Arc<Actor>,
    pub history: History,
    pub last_report_week: Option<String>,
    pub dice: Dice,
    pub planner: Planner,
}

/// How one week goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    OnTime,
    Nothing,
    Late,
    Missing,
    Excused,
    Extended,
    SentAgain,
    OnBehalf,
    /// On time, and nobody has reviewed it yet.
    Waiting,
    /// Returned, and still with its author.
    Returned,
    Withdrawn,
    /// Begun and not filed.
    Draft,
    /// Not due before three days from now.
    Prolonged,
}

impl Course {
    /// Set pieces of the fifteen in the last week that was due: so each of them can be seen, whatever the day.
    const LAST_WEEK: [(usize, Self); 10] = [
        (0, Self::Returned),
        (1, Self::Draft),
        (2, Self::Waiting),
        (3, Self::Withdrawn),
        (4, Self::Nothing),
        (5, Self::OnBehalf),
        (9, Self::Waiting),
        (12, Self::Excused),
        (13, Self::Prolonged),
        (14, Self::Late),
    ];

    /// And in the week before it.
    const WEEK_BEFORE: [(usize, Self); 4] =
        [(0, Self::SentAgain), (1, Self::Late), (3, Self::Missing), (12, Self::Extended)];

    pub(super) fn of(season: &Season, member: &mut Member, number: usize, week: Week) -> Self {
        let [last, before] = season.last_due;
        let set: &[(usize, Self)] = match Some(week) {
            of if of == last => &Self::LAST_WEEK,
            of if of == before => &Self::WEEK_BEFORE,
            _ => &[],
        };
        if let Some((_, course)) = set.iter().find(|(who, _)| *who == number) {
            return *course;
        }
        let silent = member.temper == Temper::Fading && week.weeks_until(Week::of(season.on)) < 6;
        if silent { Self::Missing } else { Self::usual(member.temper, &mut member.dice) }
    }

    fn usual(temper: Temper, dice: &mut Dice) -> Self {
        use Course::{Excused, Extended, Late, Missing, Nothing, OnBehalf, OnTime, SentAgain};
        match temper {
            Temper::Punctual => dice.weighed(&[
                (84, OnTime),
                (4, Late),
                (1, Missing),
                (6, Nothing),
                (1, Excused),
                (1, Extended),
                (3, SentAgain),
            ]),
            Temper::Ordinary | Temper::Fading => dice.weighed(&[
                (66, OnTime),
                (13, Late),
                (6, Missing),
                (6, Nothing),
                (2, Excused),
                (2, Extended),
                (4, SentAgain),
                (1, OnBehalf),
            ]),
            Temper::Careless => dice.weighed(&[
                (38, OnTime),
                (25, Late),
                (22, Missing),
                (5, Nothing),
                (2, Excused),
                (2, Extended),
                (4, SentAgain),
                (2, OnBehalf),
            ]),
        }
    }
}

/// Tells one week of one organisation; the paper is returned, so that receipts can be numbered by time.
pub(super) fn tell(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    member: &mut Member,
    asked: &AskedWeek,
    course: Course,
) -> Option<Paper> {
    let due_at = asked.due_at.filter(|_| member.history.timeline.in_week(asked.week) == Presence::Reporting)?;
    let mut week = Telling {
        season,
        staff,
        asked,
        due_at,
        person: member.person.clone(),
        manager: staff.manager(&mut member.dice),
    };
    match course {
        Course::Missing => return None,
        Course::Excused => {
            week.except(book, member, "excuse", None);
            return None;
        }
        Course::Extended => {
            week.due_at = season.working_days_after(due_at, 2);
            week.except(book, member, "extension", Some(week.due_at));
        }
        Course::Prolonged => {
            week.due_at = season.at(season.on + Days::new(3), 18 * 60);
            week.except(book, member, "extension", Some(week.due_at));
            return None;
        }
        _ => {}
    }
    let of = Of { subject: member.id, of_base: false };
    let mut paper = Paper::new(book, season, of, *asked, week.due_at);
    week.write(member, &mut paper, course, due_at);
    if paper.row.first_filed_at.is_some() && paper.state != State::Withdrawn {
        member.last_report_week = Some(asked.week.to_string());
        member.size.told_in = Some(asked.week.month());
    }
    Some(paper)
}

struct Telling<'a> {
    season: &'a Season,
    staff: &'a Staff,
    asked: &'a AskedWeek,
    /// With an extension.
    due_at: DateTime<Utc>,
    person: Arc<Actor>,
    manager: Arc<Actor>,
}

impl Telling<'_> {
    fn write(&self, member: &mut Member, paper: &mut Paper, course: Course, regular: DateTime<Utc>) {
        let (season, person, manager) = (self.season, &self.person, &self.manager);
        let at = self.filing_time(&mut member.dice, course, regular);
        let report = self.report(member, course, at);
        let dice = &mut member.dice;
        match course {
            Course::Draft => {
                paper.typed(dice, at, person, &report);
            }
            Course::OnBehalf => {
                paper.filed(dice, at, manager, &report, true);
                if dice.chance(50) {
                    paper.confirmed(dice, at + TimeDelta::hours(20), person);
                }
            }
            _ => paper.filed(dice, at, person, &report, false),
        }
        match course {
            Course::Waiting | Course::Draft | Course::OnBehalf => {}
            Course::Withdrawn => paper.withdrawn(dice, at + TimeDelta::minutes(95), person),
            Course::Returned => {
                let reason = dice.pick(work::RETURN_REASONS);
                paper.returned(dice, season, at + TimeDelta::minutes(170), manager, reason);
            }
            Course::SentAgain => {
                let returned_at = self.review_time(dice, at);
                let reason = dice.pick(work::RETURN_REASONS);
                paper.returned(dice, season, returned_at, manager, reason);
                let again_at = returned_at + TimeDelta::minutes(dice.between(70, 420).into());
                let mended = telling::mended(dice, member.field, &report);
                paper.filed(dice, again_at, person, &mended, false);
                let accepted_at = self.review_time(dice, again_at);
                paper.accepted(dice, accepted_at, manager, "");
            }
            _ => {
                let accepted_at = self.review_time(dice, at);
                let words = if dice.chance(12) { *dice.pick(work::PRAISE) } else { "" };
                paper.accepted(dice, accepted_at, manager, words);
            }
        }
        // What was filed on behalf is reviewed by the other manager.
        if course == Course::OnBehalf {
            let accepted_at = self.review_time(&mut member.dice, at);
            let [one, other] = &self.staff.managers;
            let reviewer = if one.name == manager.name { other } else { one };
            paper.accepted(&mut member.dice, accepted_at, reviewer, "");
        }
    }

    fn report(&self, member: &mut Member, course: Course, at: DateTime<Utc>) -> Report {
        if course == Course::Nothing {
            return telling::nothing(&mut member.dice);
        }
        if member.dice.chance(6) {
            member.size.volunteers += member.dice.between(1, 4);
        }
        let day = self.season.day(at);
        let mut report = telling::report(&mut member.dice, member.field, member.size, self.asked, day);
        member.planner.tick(self.asked.week, &mut report);
        report
    }

    /// When it is filed, the first time.
    fn filing_time(&self, dice: &mut Dice, course: Course, regular: DateTime<Utc>) -> DateTime<Utc> {
        let season = self.season;
        let due_on = season.day(regular);
        match course {
            Course::Late => match dice.weighed(&[(50, 0), (35, 1), (15, 3)]) {
                0 => regular + TimeDelta::minutes(dice.between(9, 230).into()),
                days => season.at(season.worked(due_on + Days::new(days)), dice.between(9 * 60, 17 * 60)),
            },
            Course::Extended => season.at(season.day(self.due_at), dice.between(9 * 60, 17 * 60)),
            // So that there is time for what follows on the same day.
            Course::Returned | Course::Withdrawn => season.at(due_on, dice.between(9 * 60, 11 * 60)),
            _ => {
                let back = dice.weighed(&[(60, 0), (26, 1), (14, 2)]);
                let day = (due_on - Days::new(back)).max(self.asked.week.monday());
                season.at(day, dice.between(9 * 60, 17 * 60 + 54))
            }
        }
    }

    /// The operator looks at a report on one of the next working days.
    fn review_time(&self, dice: &mut Dice, filed_at: DateTime<Utc>) -> DateTime<Utc> {
        let days = dice.weighed(&[(55, 1), (30, 2), (15, 4)]);
        let day = self.season.worked(self.season.day(filed_at) + Days::new(days));
        self.season.at(day, dice.between(9 * 60, 17 * 60 + 20))
    }

    fn except(&self, book: &mut Book, member: &mut Member, kind: &str, due_at: Option<DateTime<Utc>>) {
        let dice = &mut member.dice;
        let day = self.asked.week.monday();
        let given_at = self.season.at(day, dice.between(9 * 60, 17 * 60)).min(self.season.now - TimeDelta::hours(8));
        let reasons = if due_at.is_some() { work::EXTENSIONS } else { work::EXCUSES };
        let reason = (*dice.pick(reasons)).to_owned();
        let id = dice.id(given_at);
        let detail = Detail::Reason(reason.clone());
        let (by, deed) = (self.manager.clone(), Deed::FilingExceptionGiven);
        book.deeds.push(PastDeed { at: given_at, by, deed, subject: book.base, detail });
        book.exceptions.push(filing_exception::Model {
            id,
            base_id: book.base,
            subject_id: member.id,
            filing: Filing::WeeklyReport.name().to_owned(),
            period: self.asked.week.to_string(),
            kind: kind.to_owned(),
            due_at,
            reason,
            proof: String::new(),
            given_by: self.manager.name.clone(),
            given_by_id: self.manager.account,
            given_at,
            revoked_at: None,
            revoked_by: None,
            revoked_for: String::new(),
        });
    }
}
