//! `training list`: every session of some days, who was invited and who came, for programs that compute on their own.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Query, SelectStatement},
};
use serde::Serialize;
use uuid::Uuid;

use super::super::{
    Party, State,
    entity::{training, training_attendance, training_invitation},
};
use super::{TrainingError, count::party, plan::read_state};
use crate::{access::BaseReader, base, store::Store, weekly_report::store::reporter::names};

/// One session. Times are in the base's zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedTraining {
    pub training: Uuid,
    pub title: String,
    pub held_on: NaiveDate,
    pub state: State,
    pub invited: Vec<ListedParty>,
    /// As they were entered, those who were taken off the list among them.
    pub came: Vec<ListedAttendance>,
}

/// Whom people come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedParty {
    pub organisation: String,
    /// It is none of the base's.
    pub outside: bool,
}

/// Somebody who came, or was said to have come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListedAttendance {
    #[serde(flatten)]
    pub of: ListedParty,
    pub person: String,
    /// They signed in themselves.
    pub by_link: bool,
    pub entered_at: DateTime<FixedOffset>,
    /// When they were taken off the list.
    pub struck_at: Option<DateTime<FixedOffset>>,
}

/// By their days, of which both ends belong to the window: five statements.
pub async fn sessions(
    store: &Store,
    reader: &BaseReader,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ListedTraining>, TrainingError> {
    use training::Column as Of;
    use training_attendance::Column as Came;
    use training_invitation::Column as To;
    let (db, base) = (store.read(), reader.base());
    let zone = base::store::by_id(db, base).await?.ok_or(TrainingError::NotFound)?.zone;
    let there = |at: DateTime<Utc>| at.with_timezone(&zone).fixed_offset();
    let rows = training::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::HeldOn.between(from, to))
        .order_by_asc(Of::HeldOn)
        .order_by_asc(Of::BeginsAt)
        .order_by_asc(Of::Id)
        .all(db)
        .await?;
    let invitations = training_invitation::Entity::find()
        .filter(To::BaseId.eq(base))
        .filter(To::TrainingId.in_subquery(within(base, from, to)))
        .order_by_asc(To::Id)
        .all(db)
        .await?;
    let attendances = training_attendance::Entity::find()
        .filter(Came::BaseId.eq(base))
        .filter(Came::TrainingId.in_subquery(within(base, from, to)))
        .order_by_asc(Came::EnteredAt)
        .order_by_asc(Came::Id)
        .all(db)
        .await?;
    let organisations = invitations.iter().map(|row| row.organisation_id);
    let organisations = organisations.chain(attendances.iter().map(|row| row.organisation_id)).flatten();
    let names = names(db, base, organisations).await?;
    let named = |organisation, outside| match party(organisation, outside) {
        Party::Outside(organisation) => ListedParty { organisation, outside: true },
        Party::Organisation(id) => {
            let organisation = names.get(&id).map(|one| one.name.clone()).unwrap_or_default();
            ListedParty { organisation, outside: false }
        }
    };
    let mut invited: HashMap<Uuid, Vec<ListedParty>> = HashMap::new();
    for row in invitations {
        invited.entry(row.training_id).or_default().push(named(row.organisation_id, row.outside));
    }
    let mut came: HashMap<Uuid, Vec<ListedAttendance>> = HashMap::new();
    for row in attendances {
        came.entry(row.training_id).or_default().push(ListedAttendance {
            of: named(row.organisation_id, row.outside),
            person: row.person,
            by_link: row.by_link,
            entered_at: there(row.entered_at),
            struck_at: row.struck_at.map(there),
        });
    }
    let mut listed = Vec::with_capacity(rows.len());
    for row in rows {
        listed.push(ListedTraining {
            state: read_state(&row)?,
            invited: invited.remove(&row.id).unwrap_or_default(),
            came: came.remove(&row.id).unwrap_or_default(),
            training: row.id,
            title: row.title,
            held_on: row.held_on,
        });
    }
    Ok(listed)
}

/// Sessions of some days, whatever became of them.
fn within(base: Uuid, from: NaiveDate, to: NaiveDate) -> SelectStatement {
    use training::Column as Of;
    let mut query = Query::select();
    query.column(Of::Id).from(training::Entity).and_where(Of::BaseId.eq(base)).and_where(Of::HeldOn.between(from, to));
    query
}
