//! What trainings count for: tallies, an organisation's attendance, and the sessions behind an annual target.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{
    Came, Party, State, Tally,
    entity::{training, training_attendance, training_invitation},
};
use crate::{
    store::{Former, StoreError},
    weekly_report::store::AsAt,
};

/// A session, as far as it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub(crate) struct Session {
    pub id: Uuid,
    pub title: String,
    pub held_on: NaiveDate,
    begins_at: i32,
    state: String,
    entered_at: DateTime<Utc>,
}

impl From<&training::Model> for Session {
    fn from(row: &training::Model) -> Self {
        Self {
            id: row.id,
            title: row.title.clone(),
            held_on: row.held_on,
            begins_at: row.begins_at,
            state: row.state.clone(),
            entered_at: row.entered_at,
        }
    }
}

impl Former for Session {
    const KIND: &'static str = "training";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.entered_at)
    }
}

/// The organisations of the base that a session invites.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Inviting {
    pub training: Uuid,
    pub organisations: Vec<Uuid>,
}

impl Former for Inviting {
    const KIND: &'static str = "training_invitations";

    fn id(&self) -> Uuid {
        self.training
    }
}

/// Somebody's line on the list, as far as it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub(super) struct Listing {
    id: Uuid,
    training_id: Uuid,
    organisation_id: Option<Uuid>,
    outside: Option<String>,
    person: String,
    entered_at: DateTime<Utc>,
    struck_at: Option<DateTime<Utc>>,
}

impl From<&training_attendance::Model> for Listing {
    fn from(row: &training_attendance::Model) -> Self {
        Self {
            id: row.id,
            training_id: row.training_id,
            organisation_id: row.organisation_id,
            outside: row.outside.clone(),
            person: row.person.clone(),
            entered_at: row.entered_at,
            struck_at: row.struck_at,
        }
    }
}

impl Former for Listing {
    const KIND: &'static str = "training_attendance";

    fn id(&self) -> Uuid {
        self.id
    }

    fn came(&self) -> Option<DateTime<Utc>> {
        Some(self.entered_at)
    }
}

/// Sessions that took place within some days, by their days, and everybody who came to them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Counted {
    pub sessions: Vec<Session>,
    pub came: Vec<Came>,
}

/// As it stood at an instant: two statements, and two more of one that has passed. Both days belong to the dates.
pub(crate) async fn counted(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    as_at: &AsAt,
) -> Result<Counted, StoreError> {
    let sessions = sessions(db, base, from, to, as_at).await?;
    let came = came(db, base, &sessions, as_at).await?;
    Ok(Counted { sessions, came })
}

/// What a base's sessions within some days come to: two statements.
pub async fn tally(db: &impl ConnectionTrait, base: Uuid, from: NaiveDate, to: NaiveDate) -> Result<Tally, StoreError> {
    let Counted { sessions, came } = counted(db, base, from, to, &AsAt::kept()).await?;
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
/// and to how many it was invited, as it stood at an instant. Whoever came without having been invited counts as invited,
/// so that no rate exceeds all. Three statements, and three more of an instant that has passed; an organisation that was
/// invited to none is missing.
pub async fn attendance_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    as_at: &AsAt,
) -> Result<HashMap<Uuid, (u32, u32)>, StoreError> {
    let Counted { sessions, came } = counted(db, base, from, to, as_at).await?;
    let came: BTreeSet<(Uuid, Uuid)> = came
        .into_iter()
        .filter_map(|one| match one.party {
            Party::Organisation(id) => Some((id, one.training)),
            Party::Outside(_) => None,
        })
        .collect();
    let invited = invited(db, base, &sessions, as_at).await?;
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

/// The sessions that took place within some days, by their days.
async fn sessions(
    db: &impl ConnectionTrait,
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    as_at: &AsAt,
) -> Result<Vec<Session>, StoreError> {
    use training::Column as Of;
    let kept: Vec<Session> = training::Entity::find()
        .select_only()
        .columns([Of::Id, Of::Title, Of::HeldOn, Of::BeginsAt, Of::State, Of::EnteredAt])
        .filter(Of::BaseId.eq(base))
        .filter(Of::HeldOn.between(from, to))
        .into_model()
        .all(db)
        .await?;
    let mut sessions = as_at.stood(db, base, kept).await?;
    let took_place = |session: &Session| session.state == State::Held.code() && (from..=to).contains(&session.held_on);
    sessions.retain(took_place);
    sessions.sort_by_key(|session| (session.held_on, session.begins_at, session.id));
    Ok(sessions)
}

/// Everybody who stands on the list of one of these sessions.
async fn came(
    db: &impl ConnectionTrait,
    base: Uuid,
    sessions: &[Session],
    as_at: &AsAt,
) -> Result<Vec<Came>, StoreError> {
    use training_attendance::Column as Of;
    let of_these: BTreeSet<Uuid> = sessions.iter().map(|session| session.id).collect();
    let kept: Vec<Listing> = training_attendance::Entity::find()
        .select_only()
        .columns([Of::Id, Of::TrainingId, Of::OrganisationId, Of::Outside, Of::Person, Of::EnteredAt, Of::StruckAt])
        .filter(Of::BaseId.eq(base))
        .filter(Of::TrainingId.is_in(of_these.iter().copied()))
        .into_model()
        .all(db)
        .await?;
    let mut listed = as_at.stood(db, base, kept).await?;
    listed.retain(|one| one.struck_at.is_none() && of_these.contains(&one.training_id));
    let read = |one: Listing| Came {
        training: one.training_id,
        party: party(one.organisation_id, one.outside),
        person: one.person,
    };
    Ok(listed.into_iter().map(read).collect())
}

/// The organisations of the base that these sessions invited, each with its session.
async fn invited(
    db: &impl ConnectionTrait,
    base: Uuid,
    sessions: &[Session],
    as_at: &AsAt,
) -> Result<Vec<(Uuid, Uuid)>, StoreError> {
    use training_invitation::Column as To;
    let kept: Vec<(Uuid, Uuid)> = training_invitation::Entity::find()
        .select_only()
        .columns([To::OrganisationId, To::TrainingId])
        .filter(To::BaseId.eq(base))
        .filter(To::OrganisationId.is_not_null())
        .filter(To::TrainingId.is_in(sessions.iter().map(|session| session.id)))
        .into_tuple()
        .all(db)
        .await?;
    let former = as_at.former::<Inviting>(db, base).await?;
    let mut invited: Vec<_> = kept.into_iter().filter(|(_, training)| !former.contains_key(training)).collect();
    for was in sessions.iter().filter_map(|session| former.get(&session.id)) {
        invited.extend(was.organisations.iter().map(|organisation| (*organisation, was.training)));
    }
    Ok(invited)
}

/// Whose a row is.
pub(super) fn party(organisation: Option<Uuid>, outside: Option<String>) -> Party {
    organisation.map_or_else(|| Party::Outside(outside.unwrap_or_default()), Party::Organisation)
}
