//! What is typed about a session, and what it means.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Topic;
use crate::{
    code::coded,
    record::{Fault, Problem, Reading, read_name},
    typed::{self, half_width, read_day},
};

/// Organisations of outside that one session names.
pub const MOST_OUTSIDERS: usize = 200;

coded! {
    /// A field of a session's form, by its name.
    pub enum Field {
        Title = "title",
        Topic = "topic",
        Teacher = "teacher",
        HeldOn = "held_on",
        BeginsAt = "begins_at",
        Hours = "hours",
        Place = "place",
        Material = "material",
        Invite = "invite",
        Organisations = "organisations",
        Outsiders = "outsiders",
        Reason = "reason",
    }
}

/// A session as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TrainingText {
    pub title: String,
    pub topic: String,
    pub teacher: String,
    pub held_on: String,
    pub begins_at: String,
    /// In hours: `2`, `1.5`.
    pub hours: String,
    pub place: String,
    pub material: String,
    /// `all` for every organisation that is being incubated, `these` for the chosen ones.
    pub invite: String,
    /// Ids.
    pub organisations: Vec<String>,
    /// Names of organisations outside of the base, one a line.
    pub outsiders: String,
}

/// Who of the base is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// All that are being incubated when the session is saved.
    All,
    These(Vec<Uuid>),
}

/// A session that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    pub title: String,
    pub topic: Topic,
    pub teacher: String,
    pub held_on: NaiveDate,
    /// Minutes after midnight in the base's zone.
    pub begins_at: u16,
    /// How long: a multiple of 15, at least one and at most a day's.
    pub minutes: u16,
    pub place: String,
    /// What is handed out: words, or a link.
    pub material: String,
    pub invited: Invited,
    /// By name, each once.
    pub outsiders: Vec<String>,
}

impl Training {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &TrainingText, today: NaiveDate) -> Result<Self, Vec<Problem<Field>>> {
        let mut reading = Reading::begin();
        let title = reading.line(Field::Title, &typed.title, true);
        let topic = reading.choice(Field::Topic, &typed.topic);
        let teacher = reading.line(Field::Teacher, &typed.teacher, true);
        let held_on = reading.take(Field::HeldOn, read_day(&typed.held_on, today));
        let begins_at = reading.take(Field::BeginsAt, read_time(&typed.begins_at));
        let minutes = reading.take(Field::Hours, read_hours(&typed.hours));
        let place = reading.line(Field::Place, &typed.place, true);
        let material = reading.words(Field::Material, &typed.material, false);
        let invited = invited(typed, &mut reading);
        let outsiders = reading.take(Field::Outsiders, read_lines(&typed.outsiders, MOST_OUTSIDERS));
        if invited == Some(Invited::These(Vec::new())) && outsiders.as_ref().is_some_and(Vec::is_empty) {
            reading.take::<()>(Field::Organisations, Err(typed::Fault::Required));
        }
        let read = || {
            Some(Self {
                title: title?,
                topic: topic?,
                teacher: teacher?,
                held_on: held_on?,
                begins_at: begins_at?,
                minutes: minutes?,
                place: place?,
                material: material?,
                invited: invited?,
                outsiders: outsiders?,
            })
        };
        reading.end(read())
    }
}

fn invited(typed: &TrainingText, reading: &mut Reading<Field>) -> Option<Invited> {
    match typed.invite.as_str() {
        "all" => Some(Invited::All),
        "these" => {
            let ids: Result<Vec<Uuid>, _> = typed.organisations.iter().map(|id| id.parse()).collect();
            let ids = reading.take(Field::Organisations, ids.map_err(|_| typed::Fault::UnknownChoice))?;
            let mut chosen = Vec::with_capacity(ids.len());
            chosen.extend(ids.iter().enumerate().filter(|(n, id)| !ids[..*n].contains(id)).map(|(_, id)| *id));
            Some(Invited::These(chosen))
        }
        _ => reading.take(Field::Invite, Err(typed::Fault::UnknownChoice)),
    }
}

/// Names, one a line, each once.
pub(super) fn read_lines(typed: &str, most: usize) -> Result<Vec<String>, typed::Fault> {
    read_names(typed, most, |character| character == '\n')
}

/// Names, each once, in the order in which they were typed; blanks between separators are no names.
pub(super) fn read_names(
    typed: &str,
    most: usize,
    separates: impl Fn(char) -> bool,
) -> Result<Vec<String>, typed::Fault> {
    let mut names: Vec<String> = Vec::new();
    for name in typed.split(separates).filter(|name| !name.trim().is_empty()) {
        let name = read_name(name)?;
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let found = names.len();
    if found > most { Err(typed::Fault::TooMany { limit: most, found }) } else { Ok(names) }
}

/// `9:30`, `09:30`, full-width too: minutes after midnight.
fn read_time(typed: &str) -> Result<u16, Fault> {
    let text = half_width(typed);
    if text.is_empty() {
        return Err(typed::Fault::Required.into());
    }
    let number = |part: &str, most: u16| {
        let digits = !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|number| digits && *number <= most)
    };
    let read = text.split_once(':').and_then(|(hour, minute)| Some((number(hour, 23)?, number(minute, 59)?)));
    read.map(|(hour, minute)| hour * 60 + minute).ok_or(Fault::NotATime)
}

/// Hours in quarters: `2`, `1.5`, `0.75`, as minutes.
fn read_hours(typed: &str) -> Result<u16, Fault> {
    const MOST: u16 = 24 * 60;
    let text = half_width(typed);
    let text = text.strip_suffix("小时").unwrap_or(&text).trim_end();
    if text.is_empty() {
        return Err(typed::Fault::Required.into());
    }
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let quarters = match part.trim_end_matches('0') {
        "" => 0,
        "25" => 15,
        "5" => 30,
        "75" => 45,
        _ => return Err(Fault::NotQuarterHours),
    };
    let hours = whole.parse::<u16>().ok().filter(|_| whole.bytes().all(|byte| byte.is_ascii_digit()));
    let minutes = hours.and_then(|hours| hours.checked_mul(60)?.checked_add(quarters));
    minutes.filter(|minutes| (1..=MOST).contains(minutes)).ok_or(Fault::NotQuarterHours)
}
