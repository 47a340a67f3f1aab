use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Kind, Person, Step};

/// Something that has not arrived. Once it arrives it is owed no more, and no reminder tells of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Owed {
    pub due_at: DateTime<Utc>,
    pub kind: Kind,
    /// The subject's name.
    pub name: String,
    /// An organisation's id, or the base's own.
    pub subject: Uuid,
    pub of_base: bool,
    /// The week, the month, the sheet's occasion, the age of a visit, or the record's id.
    pub record: String,
    /// Who of the operator's team or of the bureau sees to it, where one person does.
    #[serde(default)]
    pub assigned: Option<Uuid>,
    /// Officers who may not do it, so that they are not told of it; no part of what is kept of a telling.
    #[serde(skip)]
    pub barred: Vec<Uuid>,
}

/// What tells one thing that is owed from all others, whenever it is due.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Matter {
    pub kind: Kind,
    pub subject: Uuid,
    pub record: String,
}

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The staff of this organisation.
    Organisation(Uuid),
    Operator,
    /// One person, of the operator's team or of the bureau.
    Assigned(Uuid),
    Bureau,
}

impl Owed {
    pub fn matter(&self) -> Matter {
        Matter { kind: self.kind, subject: self.subject, record: self.record.clone() }
    }

    /// The day that it is due in a zone.
    pub fn due_on(&self, zone: Tz) -> NaiveDate {
        self.due_at.with_timezone(&zone).date_naive()
    }

    /// Whose part it is to file it: the bureau's own word is the bureau's, whatever it is about. What else concerns the
    /// base, points on sheets, help that was promised and visits are the operator's. Where one person is named for it, it is
    /// theirs.
    pub fn filer(&self) -> Party {
        match (self.kind, self.assigned) {
            (_, Some(person)) => Party::Assigned(person),
            (kind, None) if kind.is_of_bureau() => Party::Bureau,
            (kind, None) if self.of_base || matches!(kind, Kind::Score | Kind::Service | Kind::FollowUp) => {
                Party::Operator
            }
            (_, None) => Party::Organisation(self.subject),
        }
    }

    /// Whom a step tells. Where all of the operator's team file, there is nobody between them and the bureau; there is nobody
    /// beyond the bureau, whichever of its officers it is; and what an organisation says of a visit is nothing that the bureau
    /// waits for.
    pub fn told_at(&self, step: Step) -> Option<Party> {
        let filer = self.filer();
        match step {
            Step::Ahead | Step::Before | Step::Due | Step::After | Step::Asked => Some(filer),
            _ if self.kind.is_of_bureau() => None,
            Step::Operator => (filer != Party::Operator).then_some(Party::Operator),
            Step::Bureau => (self.kind != Kind::Confirmation).then_some(Party::Bureau),
        }
    }
}

/// Who of the operator's team bears a name that somebody typed, where one person alone does: a name is no account.
pub fn bearer(name: &str, people: &[Person]) -> Option<Uuid> {
    let of_team = |person: &&Person| person.parties.contains(&Party::Operator);
    let mut bearers = people.iter().filter(of_team).filter(|person| person.name.trim() == name.trim());
    let first = bearers.next()?;
    bearers.next().is_none().then_some(first.account)
}

/// Which officers are not told of what they may not do themselves. Where none of them may, all are told: the bureau has to
/// find somebody.
pub fn barred(people: &[Person], may: impl Fn(&Person) -> bool) -> Vec<Uuid> {
    let officers = people.iter().filter(|person| person.parties.contains(&Party::Bureau));
    let (able, barred): (Vec<&Person>, Vec<&Person>) = officers.partition(|officer| may(officer));
    if able.is_empty() { Vec::new() } else { barred.into_iter().map(|officer| officer.account).collect() }
}
