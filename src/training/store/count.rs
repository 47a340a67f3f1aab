//! What trainings count for: tallies, an organisation's attendance, and the sessions behind an annual target.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

use super::super::{
    Came, Party, State, Tally,
    entity::{training, training_attendance, training_invitation},
};
use crate::store::StoreError;

/// A session that took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    pub id: Uuid,
    pub title: String,
    pub held_on: NaiveDate,
}

/// Sessions that took place within some days, by their days, and everybody who came to them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Counted {
    pub sessions: Vec<Session>,
    pub came: Vec<Came>,
}

/// Two statements. Both days belong to the dates.
pub(crate) async fn counted(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Counted, StoreError> {
    use training::Column as Of;
    let sessions: Vec<(Uuid, String, NaiveDate)> = training::Entity::find()
        .select_only()
        .columns([Of::Id, Of::Title, Of::HeldOn])
        .filter(Of::BaseId.eq(base))
        .filter(Of::State.eq(State::Held.code()))
        .filter(Of::HeldOn.between(from, to))
        .order_by_asc(Of::HeldOn)
        .order_by_asc(Of::BeginsAt)
        .order_by_asc(Of::Id)
        .into_tuple()
        .all(db)
        .await?;
    let session = |(id, title, held_on)| Session { id, title, held_on };
    Ok(Counted { sessions: sessions.into_iter().map(session).collect(), came: came(db, base, from, to, None).await? })
}

/// What a base's sessions within some days come to: two statements.
pub async fn tally(db: &impl ConnectionTrait, base: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Tally, StoreError> {
    let Counted { sessions, came } = counted(db, base, from, to).await?;
    Ok(Tally::of(u32::try_from(sessions.len()).unwrap_or(u32::MAX), &came))
}

/// Sessions that took place within some days, and attendances (人次) at them: two statements.
pub async fn held(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(u32, u32), StoreError> {
    let tally = tally(db, base, from, to).await?;
    Ok((tally.sessions, tally.attendances))
}

/// Of each organisation of the base, at how many of the sessions that took place within some days somebody of it was,
/// and to how many it was invited. Whoever came without having been invited counts as invited, so that no rate exceeds
/// all. It counts as it had been entered at an instant; that a session took place, and who was invited, is not kept with
/// its time and counts as it is now. Two statements; an organisation that was invited to none is missing.
pub async fn attendance_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    at: DateTime<Utc>,
) -> Result<HashMap<Uuid, (u32, u32)>, StoreError> {
    use training_invitation::Column as To;
    let invited: Vec<(Uuid, Uuid)> = training_invitation::Entity::find()
        .select_only()
        .columns([To::OrganisationId, To::TrainingId])
        .filter(To::BaseId.eq(base))
        .filter(To::OrganisationId.is_not_null())
        .filter(To::TrainingId.in_subquery(held_within(base, from, to)))
        .into_tuple()
        .all(db)
        .await?;
    let came: BTreeSet<(Uuid, Uuid)> = came(db, base, from, to, Some(at))
        .await?
        .into_iter()
        .filter_map(|one| match one.party {
            Party::Organisation(id) => Some((id, one.training)),
            Party::Outside(_) => None,
        })
        .collect();
    let asked: BTreeSet<(Uuid, Uuid)> = invited.into_iter().chain(came.iter().copied()).collect();
    let mut found: HashMap<Uuid, (u32, u32)> = HashMap::new();
    for pair in asked {
        let (attended, invited) = found.entry(pair.0).or_default();
        *invited += 1;
        *attended += u32::from(came.contains(&pair));
    }
    Ok(found)
}

impl Counted {
    /// Of each session its attendances, by the sessions' order.
    pub(crate) fn attendances(&self) -> Vec<(&Session, u32)> {
        let mut number: BTreeMap<Uuid, u32> = BTreeMap::new();
        for one in &self.came {
            *number.entry(one.training).or_default() += 1;
        }
        self.sessions.iter().map(|session| (session, number.get(&session.id).copied().unwrap_or(0))).collect()
    }

    /// Of each session how many people came to it first, each person of a party once; sessions without any are left out.
    pub(crate) fn people(&self) -> Vec<(&Session, u32)> {
        let mut came: HashMap<Uuid, BTreeSet<(&Party, &str)>> = HashMap::new();
        for one in &self.came {
            came.entry(one.training).or_default().insert((&one.party, one.person.as_str()));
        }
        let mut seen = BTreeSet::new();
        let mut first = Vec::new();
        for session in &self.sessions {
            let people = came.remove(&session.id).unwrap_or_default();
            let number = people.into_iter().filter(|person| seen.insert(*person)).count();
            if number > 0 {
                first.push((session, u32::try_from(number).unwrap_or(u32::MAX)));
            }
        }
        first
    }

    /// Each party once, at the session at which it came first.
    pub(crate) fn parties(&self) -> Vec<(&Session, &Party)> {
        let mut came: HashMap<Uuid, BTreeSet<&Party>> = HashMap::new();
        for one in &self.came {
            came.entry(one.training).or_default().insert(&one.party);
        }
        let mut seen = BTreeSet::new();
        let mut first = Vec::new();
        for session in &self.sessions {
            let parties = came.remove(&session.id).unwrap_or_default();
            first.extend(parties.into_iter().filter(|party| seen.insert(*party)).map(|party| (session, party)));
        }
        first
    }
}

/// Everybody who came and stands on the list, or stood on it at an instant.
async fn came(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    at: Option<DateTime<Utc>>,
) -> Result<Vec<Came>, StoreError> {
    use training_attendance::Column as Of;
    let stands = match at {
        None => Condition::all().add(Of::StruckAt.is_null()),
        Some(at) => Condition::all()
            .add(Of::EnteredAt.lte(at))
            .add(Condition::any().add(Of::StruckAt.is_null()).add(Of::StruckAt.gt(at))),
    };
    let rows: Vec<(Uuid, Option<Uuid>, Option<String>, String)> = training_attendance::Entity::find()
        .select_only()
        .columns([Of::TrainingId, Of::OrganisationId, Of::Outside, Of::Person])
        .filter(Of::BaseId.eq(base))
        .filter(stands)
        .filter(Of::TrainingId.in_subquery(held_within(base, from, to)))
        .into_tuple()
        .all(db)
        .await?;
    let read =
        |(training, organisation, outside, person)| Came { training, party: party(organisation, outside), person };
    Ok(rows.into_iter().map(read).collect())
}

/// Whose a row is.
pub(super) fn party(organisation: Option<Uuid>, outside: Option<String>) -> Party {
    organisation.map_or_else(|| Party::Outside(outside.unwrap_or_default()), Party::Organisation)
}

fn held_within(base: Uuid, from: NaiveDate, to: NaiveDate) -> SelectStatement {
    use training::Column as Of;
    let mut query = Query::select();
    query
        .column(Of::Id)
        .from(training::Entity)
        .and_where(Of::BaseId.eq(base))
        .and_where(Of::State.eq(State::Held.code()))
        .and_where(Of::HeldOn.between(from, to));
    query
}
