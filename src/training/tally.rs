use std::collections::BTreeSet;

use uuid::Uuid;

/// Whoever people come from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// Of the base.
    Organisation(Uuid),
    /// Of outside, by name.
    Outside(String),
}

/// One attendance: somebody of a party at a session.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Came {
    pub training: Uuid,
    pub party: Party,
    pub person: String,
}

/// How many came, over some sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// 场次: sessions that took place, whoever came.
    pub sessions: u32,
    /// 人次: one for each person and session.
    pub attendances: u32,
    /// 人数: each person of an organisation once.
    pub people: u32,
    /// 机构数: each organisation once, of the base or of outside.
    pub organisations: u32,
}

impl Tally {
    /// Of sessions that took place, and of who came to them. A person counts once a session however often they are
    /// named.
    pub fn of(sessions: u32, came: &[Came]) -> Self {
        let attendances: BTreeSet<_> = came.iter().collect();
        let people: BTreeSet<_> = came.iter().map(|one| (&one.party, &one.person)).collect();
        let organisations: BTreeSet<_> = came.iter().map(|one| &one.party).collect();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            sessions,
            attendances: count(attendances.len()),
            people: count(people.len()),
            organisations: count(organisations.len()),
        }
    }
}
