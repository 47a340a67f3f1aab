//! The rule of a filing form, the same in the browser and on the server: a draft is a report, or these are
//! its problems, all of them at once.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Activity, ActivityField, ActivityKind, Content, Draft, Fault, Field, FieldPath, Help, HelpKind, Report, read_cents,
    read_count,
};
use crate::{period::Week, typed::read_day};

/// How many days before its week a subject's first report may list activities: one quarter.
pub const FIRST_REPORT_REACHES_BACK: u64 = 91;

/// What a draft is judged against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// The week that is reported on.
    pub week: Week,
    /// The day of the subject's previous filing. Activities count from the Monday of that day's week, so
    /// that nothing falls between two reports.
    pub last_filed_on: Option<NaiveDate>,
    /// In the base's zone.
    pub today: NaiveDate,
    /// Whether the form asks for income and spending, once a month. Where it does not, they are neither judged nor
    /// reported.
    pub money_asked: bool,
}

impl Context {
    /// The earliest day of an activity in this report; the week itself is always within.
    pub fn earliest(&self) -> NaiveDate {
        let monday = self.week.monday();
        self.last_filed_on
            .map_or(monday - Days::new(FIRST_REPORT_REACHES_BACK), |filed| Week::of(filed).monday().min(monday))
    }
}

/// One thing that stands in the way of filing, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub field: FieldPath,
    pub fault: Fault,
}

/// Makes a report of a draft.
///
/// Three things are required: what was done; how many activities and attendances; what help is needed, or
/// that none is. "Nothing to report" takes the place of the first two, once confirmed, and then an untouched
/// choice of help means that none is needed.
///
/// # Errors
/// Every [`Problem`], in the order of the form.
pub fn judge(draft: &Draft, context: Context) -> Result<Report, Vec<Problem>> {
    let mut judge = Judge { draft, context, problems: Vec::new() };
    let report = if draft.nothing_to_report.is_empty() { judge.report() } else { judge.nothing() };
    match report {
        Some(report) if judge.problems.is_empty() => Ok(report),
        _ => Err(judge.problems),
    }
}

struct Judge<'a> {
    draft: &'a Draft,
    context: Context,
    problems: Vec<Problem>,
}

impl Judge<'_> {
    fn report(&mut self) -> Option<Report> {
        let done = self.required_text(Field::Done);
        let activities_count =
            self.required(Field::ActivitiesCount, |text| read_count(text, Report::MAX_ACTIVITIES_COUNT));
        let attendances = self.required(Field::Attendances, people);
        let help = self.help(true);
        let activities = self.activities();
        let rest = self.rest();
        Some(Report {
            content: Content::Report,
            done: done?,
            activities_count: activities_count?,
            attendances: attendances?,
            help: help?,
            activities,
            ..rest
        })
    }

    fn nothing(&mut self) -> Option<Report> {
        if self.draft.nothing_confirmed.is_empty() {
            self.fault::<()>(Field::NothingConfirmed, Fault::NotConfirmed);
        }
        for field in [Field::ActivitiesCount, Field::Attendances] {
            let typed = self.draft.get(field.into());
            if !typed.trim().is_empty() && people(typed) != Ok(0) {
                self.fault::<()>(field, Fault::FilledInDespiteNothing);
            }
        }
        if self.draft.activities.iter().any(|activity| !activity.is_blank()) {
            self.fault::<()>(Field::Activities, Fault::FilledInDespiteNothing);
        }
        for (item, typed) in &self.draft.progress {
            if read_count(typed, Report::MAX_PROGRESS) != Ok(0) {
                self.problems.push(Problem { field: FieldPath::Progress(*item), fault: Fault::FilledInDespiteNothing });
            }
        }
        let done = self.text(Field::Done.into());
        let help = self.help(false);
        let rest = Report { progress: BTreeMap::new(), ..self.rest() };
        Some(Report { content: Content::NothingToReport, done, help: help?, ..rest })
    }

    /// What is judged alike for both contents; the caller fills in the rest.
    fn rest(&mut self) -> Report {
        Report {
            content: Content::Report,
            done: String::new(),
            activities_count: 0,
            attendances: 0,
            help: Help::NotNeeded,
            activities: Vec::new(),
            staff: self.optional(Field::Staff.into(), people),
            volunteers: self.optional(Field::Volunteers.into(), people),
            funds_linked_cents: self.optional(Field::FundsLinked.into(), read_cents),
            income_cents: self.money(Field::Income),
            spending_cents: self.money(Field::Spending),
            problems: self.text(Field::Problems.into()),
            next_week: self.text(Field::NextWeek.into()),
            progress: self.progress(),
        }
    }

    fn progress(&mut self) -> BTreeMap<Uuid, u32> {
        let items: Vec<Uuid> = self.draft.progress.keys().copied().collect();
        let told = |item: Uuid| {
            let quantity = self.optional(FieldPath::Progress(item), |typed| read_count(typed, Report::MAX_PROGRESS));
            quantity.map(|quantity| (item, quantity))
        };
        items.into_iter().filter_map(told).collect()
    }

    fn help(&mut self, required: bool) -> Option<Help> {
        let what = self.text(Field::Help.into());
        match self.draft.help_kind.trim() {
            "" if required || !what.is_empty() => self.fault(Field::HelpKind, Fault::Required),
            "" => Some(Help::NotNeeded),
            Help::NOT_NEEDED if what.is_empty() => Some(Help::NotNeeded),
            Help::NOT_NEEDED => self.fault(Field::HelpKind, Fault::DescribedButNotWanted),
            code => match HelpKind::from_code(code) {
                None => self.fault(Field::HelpKind, Fault::UnknownChoice),
                Some(_) if what.is_empty() => self.fault(Field::Help, Fault::Required),
                Some(kind) => Some(Help::Wanted { kind, what }),
            },
        }
    }

    fn activities(&mut self) -> Vec<Activity> {
        let rows = self.draft.activities.iter().enumerate().filter(|(_, activity)| !activity.is_blank());
        let rows: Vec<usize> = rows.map(|(row, _)| row).collect();
        let limit = Report::MOST_ACTIVITIES;
        if rows.len() > limit {
            self.fault::<()>(Field::Activities, Fault::TooMany { limit, found: rows.len() });
        }
        rows.into_iter().filter_map(|row| self.activity(row)).collect()
    }

    fn activity(&mut self, row: usize) -> Option<Activity> {
        let at = |field| FieldPath::Activity(row, field);
        let what = self.required_text(at(ActivityField::What));
        let kind = self
            .optional(at(ActivityField::Kind), |code| ActivityKind::from_code(code.trim()).ok_or(Fault::UnknownChoice));
        let context = self.context;
        let on = self.required(at(ActivityField::On), |typed| day_of_activity(typed, context));
        let place = self.text(at(ActivityField::Place));
        let attendances = self.optional(at(ActivityField::Attendances), people);
        let beneficiaries = self.optional(at(ActivityField::Beneficiaries), people);
        Some(Activity { what: what?, kind, on: on?, place, attendances, beneficiaries })
    }

    fn money(&mut self, field: Field) -> Option<i64> {
        if self.context.money_asked { self.optional(field.into(), read_cents) } else { None }
    }

    fn required<T>(&mut self, path: impl Into<FieldPath>, read: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        let path = path.into();
        read(self.draft.get(path)).map_or_else(|fault| self.fault(path, fault), Some)
    }

    fn optional<T>(&mut self, path: FieldPath, read: impl FnOnce(&str) -> Result<T, Fault>) -> Option<T> {
        if self.draft.get(path).trim().is_empty() { None } else { self.required(path, read) }
    }

    fn required_text(&mut self, path: impl Into<FieldPath>) -> Option<String> {
        let path = path.into();
        let text = self.text(path);
        if text.is_empty() { self.fault(path, Fault::Required) } else { Some(text) }
    }

    /// Trimmed, with the line ends of forms made plain.
    fn text(&mut self, path: FieldPath) -> String {
        let text = self.draft.get(path).replace("\r\n", "\n").trim().to_owned();
        let found = text.chars().count();
        if found > Report::LONGEST_TEXT {
            self.fault::<()>(path, Fault::TooLong { limit: Report::LONGEST_TEXT, found });
        }
        text
    }

    fn fault<T>(&mut self, field: impl Into<FieldPath>, fault: Fault) -> Option<T> {
        self.problems.push(Problem { field: field.into(), fault });
        None
    }
}

fn people(typed: &str) -> Result<u32, Fault> {
    read_count(typed, Report::MAX_PEOPLE)
}

fn day_of_activity(typed: &str, context: Context) -> Result<NaiveDate, Fault> {
    let (day, earliest, today) = (read_day(typed, context.today)?, context.earliest(), context.today);
    if day > today {
        Err(Fault::InTheFuture { today })
    } else if day < earliest {
        Err(Fault::TooEarly { earliest })
    } else {
        Ok(day)
    }
}
