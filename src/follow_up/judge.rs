//! The rule of the visit's form: a draft is a visit, or these are its problems, all of them at once.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Answer, Draft, Field, Kind, Method, NotLost, Outcome, Reached, Section, Visit, may_be_lost};
use crate::{
    organisation::Grade,
    typed::{self, read_cents, read_count, read_day},
};

/// What is wrong with a field; the words for it are made in the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// As for any field of text, number or day.
    Typed(typed::Fault),
    /// A visit on site is made by two.
    SecondVisitorMissing,
    /// The same name twice.
    SameVisitor,
    /// The window of the next age has opened: the visit is one of that age.
    OfTheNextAge { opened: NaiveDate },
    /// Called lost too early.
    NotLost(NotLost),
    /// What lives has done something in the last six months, and the visit says what.
    ActivityMissing,
    /// Help is needed, and nobody is named to answer for it, or no day.
    HelpIncomplete,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: Field,
    pub fault: Fault,
}

/// What a visit is judged against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The first day of its window, or the day on which it was asked for.
    pub earliest: NaiveDate,
    /// The last day on which it is still a visit of its age.
    pub latest: Option<NaiveDate>,
    pub today: NaiveDate,
    /// The attempts to reach the organisation, in any order.
    pub attempts: &'a [(NaiveDate, Reached)],
}

/// Makes a visit of a draft.
///
/// # Errors
/// Every [`Problem`], in the order of the form.
pub fn judge(draft: &Draft, context: Context<'_>) -> Result<Visit, Vec<Problem>> {
    let mut judged = Judged { draft, problems: Vec::new() };
    let on = judged.read(Field::On, |text| day(text, context.earliest, context.today));
    if let (Some(on), Some(latest)) = (on, context.latest)
        && on > latest
    {
        judged.fault(Field::On, Fault::OfTheNextAge { opened: latest + Days::new(1) });
    }
    let method = judged.choice(Field::Method, Method::from_code);
    let visitors = judged.visitors(method);
    let outcome = judged.choice(Field::Outcome, Outcome::from_code);
    if outcome == Some(Outcome::Lost)
        && let Err(missing) = may_be_lost(context.attempts)
    {
        judged.fault(Field::Outcome, Fault::NotLost(missing));
    }
    let summary = judged.read(Field::Summary, |text| words(text, Field::LONGEST));
    let answers = judged.answers(on.unwrap_or(context.today));
    if outcome.is_some_and(Outcome::is_alive) && draft.text(Field::Activity).is_empty() {
        judged.fault(Field::Activity, Fault::ActivityMissing);
    }
    judged.help();
    let order = |problem: &Problem| Field::ALL.iter().position(|field| *field == problem.field);
    judged.problems.sort_by_key(order);
    match (on, method, outcome, summary) {
        (Some(on), Some(method), Some(outcome), Some(summary)) if judged.problems.is_empty() => {
            Ok(Visit { on, method, visitors, outcome, summary, answers })
        }
        _ => Err(judged.problems),
    }
}

struct Judged<'d> {
    draft: &'d Draft,
    problems: Vec<Problem>,
}

impl Judged<'_> {
    fn fault(&mut self, field: Field, fault: Fault) {
        self.problems.push(Problem { field, fault });
    }

    fn read<T>(&mut self, field: Field, read: impl FnOnce(&str) -> Result<T, typed::Fault>) -> Option<T> {
        read(self.draft.text(field)).map_err(|fault| self.fault(field, Fault::Typed(fault))).ok()
    }

    fn choice<T>(&mut self, field: Field, of: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        self.read(field, |code| of(code).ok_or(typed::Fault::UnknownChoice))
    }

    fn visitors(&mut self, method: Option<Method>) -> Vec<String> {
        let first = self.read(Field::Visitor, |text| words(text, Field::LONGEST_NAME));
        let second = match self.draft.text(Field::SecondVisitor).trim() {
            "" => None,
            _ => self.read(Field::SecondVisitor, |text| words(text, Field::LONGEST_NAME)),
        };
        match (method, &first, &second) {
            (Some(Method::OnSite), _, None) if self.draft.text(Field::SecondVisitor).trim().is_empty() => {
                self.fault(Field::SecondVisitor, Fault::SecondVisitorMissing);
            }
            (_, Some(first), Some(second)) if first == second => self.fault(Field::SecondVisitor, Fault::SameVisitor),
            _ => {}
        }
        first.into_iter().chain(second).collect()
    }

    fn answers(&mut self, visited_on: NaiveDate) -> BTreeMap<Field, Answer> {
        let fields = Section::ALL.iter().flat_map(|section| section.fields());
        fields
            .filter(|field| !self.draft.text(**field).trim().is_empty())
            .filter_map(|field| Some((*field, self.read(*field, |text| answer(*field, text, visited_on))?)))
            .collect::<Vec<_>>()
            .into_iter()
            .collect()
    }

    /// Help that is needed has an owner and a day; an owner or a day alone says nothing.
    fn help(&mut self) {
        let blank = |field| self.draft.text(field).trim().is_empty();
        let (help, owner, due) = (blank(Field::Help), blank(Field::HelpOwner), blank(Field::HelpDue));
        if help && !(owner && due) {
            self.fault(Field::Help, Fault::Typed(typed::Fault::Required));
        }
        if !help && owner {
            self.fault(Field::HelpOwner, Fault::HelpIncomplete);
        }
        if !help && due {
            self.fault(Field::HelpDue, Fault::HelpIncomplete);
        }
    }
}

/// What a text answers to a field of the checklist, on the day that it is said.
pub(super) fn answer(field: Field, text: &str, visited_on: NaiveDate) -> Result<Answer, typed::Fault> {
    Ok(match field.kind() {
        Kind::Words => Answer::Words(words(text, Field::LONGEST)?),
        Kind::Name => Answer::Words(words(text, Field::LONGEST_NAME)?),
        Kind::Count => Answer::Count(read_count(text, Field::MOST)?),
        Kind::Money => Answer::Money(read_cents(text)?),
        Kind::PastDay => match read_day(text, visited_on)? {
            day if day > visited_on => return Err(typed::Fault::InTheFuture { today: visited_on }),
            day => Answer::Day(day),
        },
        Kind::Deadline => match read_day(text, visited_on)? {
            day if day < visited_on => return Err(typed::Fault::TooEarly { earliest: visited_on }),
            day => Answer::Day(day),
        },
        Kind::Grade => Answer::Grade(Grade::from_code(text.trim()).ok_or(typed::Fault::UnknownChoice)?),
    })
}

/// A day from `earliest` to `today`.
pub(super) fn day(text: &str, earliest: NaiveDate, today: NaiveDate) -> Result<NaiveDate, typed::Fault> {
    match read_day(text, today)? {
        day if day > today => Err(typed::Fault::InTheFuture { today }),
        day if day < earliest => Err(typed::Fault::TooEarly { earliest }),
        day => Ok(day),
    }
}

/// Some words of at most `limit` characters.
pub(super) fn words(text: &str, limit: usize) -> Result<String, typed::Fault> {
    typed::bounded(text.trim().to_owned(), limit, true)
}
