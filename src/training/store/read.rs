//! What lists and pages show of trainings.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, sea_query::Expr,
};
use uuid::Uuid;

use super::super::{
    Party, State,
    entity::{
        training::{Column, Entity, Model},
        training_attendance, training_invitation,
    },
    signing_in,
};
use super::{
    Attendance, Guest, OurTraining, Sheet, TrainingError, TrainingFilter, TrainingPage, TrainingRow, count::party,
    part::sessions_of, plan::read_state,
};
use crate::{
    access::{BaseReader, SubjectReader},
    base,
    evidence::store as evidence,
    record::store::Struck,
    store::{Page, Paging, Store, StoreError, containing},
    weekly_report::store::reporter::names,
};

/// The sessions of a base, the latest first: four statements.
pub async fn list(
    store: &Store,
    reader: &BaseReader,
    filter: &TrainingFilter,
    paging: Paging,
) -> Result<Page<TrainingRow>, TrainingError> {
    let (db, base) = (store.read(), reader.base());
    let today = today(db, base, store.now()).await?;
    let query = Entity::find().filter(Column::BaseId.eq(base)).filter(narrowed(base, filter, today));
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(Column::HeldOn)
        .order_by_desc(Column::BeginsAt)
        .order_by_desc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let numbers = numbers(db, base, rows.iter().map(|row| row.id).collect()).await?;
    let rows = rows.iter().map(|row| read(row, numbers.get(&row.id).copied().unwrap_or_default(), today));
    Ok(Page { rows: rows.collect::<Result<_, _>>()?, total })
}

fn narrowed(base: Uuid, filter: &TrainingFilter, today: NaiveDate) -> Condition {
    let search = filter.search.trim();
    let searched = || {
        let columns = [Column::Title, Column::Teacher, Column::Place];
        columns.into_iter().fold(Condition::any(), |any, column| any.add(column.like(containing(search))))
    };
    let unsettled = || Condition::all().add(Column::State.eq(State::Planned.code())).add(Column::HeldOn.lt(today));
    Condition::all()
        .add_option(filter.state.map(|state| Column::State.eq(state.code())))
        .add_option(filter.year.map(|year| Column::HeldOn.between(year.first_day(), year.last_day())))
        .add_option(filter.quarter.map(|quarter| Column::HeldOn.between(quarter.first_day(), quarter.last_day())))
        .add_option(filter.month.map(|month| Column::HeldOn.between(month.first_day(), month.last_day())))
        .add_option(filter.organisation.map(|organisation| sessions_of(base, organisation)))
        .add_option(filter.unsettled.then(unsettled))
        .add_option((!search.is_empty()).then(searched))
}

/// What stands beside a session in a list.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Numbers {
    invited: u32,
    came: u32,
    attendances: u32,
}

#[derive(Debug, FromQueryResult)]
struct Grouped {
    training_id: Uuid,
    rows: i64,
    organisations: i64,
    outsiders: i64,
}

/// Two statements.
pub(super) async fn numbers(
    db: &impl ConnectionTrait,
    base: Uuid,
    trainings: Vec<Uuid>,
) -> Result<HashMap<Uuid, Numbers>, StoreError> {
    use training_attendance::Column as Came;
    use training_invitation::Column as To;
    let count = |number: i64| u32::try_from(number).unwrap_or(0);
    let invited = training_invitation::Entity::find()
        .select_only()
        .column(To::TrainingId)
        .column_as(To::Id.count(), "rows")
        .column_as(To::OrganisationId.count(), "organisations")
        .column_as(To::Outside.count(), "outsiders")
        .filter(To::BaseId.eq(base))
        .filter(To::TrainingId.is_in(trainings.clone()))
        .group_by(To::TrainingId)
        .into_model::<Grouped>()
        .all(db)
        .await?;
    let mut found: HashMap<Uuid, Numbers> = HashMap::with_capacity(invited.len());
    for one in invited {
        found.entry(one.training_id).or_default().invited = count(one.rows);
    }
    let came = training_attendance::Entity::find()
        .select_only()
        .column(Came::TrainingId)
        .column_as(Came::Id.count(), "rows")
        .expr_as(Expr::col(Came::OrganisationId).count_distinct(), "organisations")
        .expr_as(Expr::col(Came::Outside).count_distinct(), "outsiders")
        .filter(Came::BaseId.eq(base))
        .filter(Came::StruckAt.is_null())
        .filter(Came::TrainingId.is_in(trainings))
        .group_by(Came::TrainingId)
        .into_model::<Grouped>()
        .all(db)
        .await?;
    for one in came {
        let numbers = found.entry(one.training_id).or_default();
        numbers.came = count(one.organisations) + count(one.outsiders);
        numbers.attendances = count(one.rows);
    }
    Ok(found)
}

/// One session of a base: five statements.
pub async fn one(store: &Store, reader: &BaseReader, id: Uuid) -> Result<TrainingPage, TrainingError> {
    let (db, base) = (store.read(), reader.base());
    let row = Entity::find_by_id(id).filter(Column::BaseId.eq(base)).one(db).await?.ok_or(TrainingError::NotFound)?;
    let today = today(db, base, store.now()).await?;
    let attendances: Vec<Attendance> = training_attendance::Entity::find()
        .filter(training_attendance::Column::BaseId.eq(base))
        .filter(training_attendance::Column::TrainingId.eq(id))
        .order_by_asc(training_attendance::Column::EnteredAt)
        .order_by_asc(training_attendance::Column::Id)
        .all(db)
        .await?
        .into_iter()
        .map(Attendance::from)
        .collect();
    let standing: Vec<&Attendance> = attendances.iter().filter(|one| one.struck.is_none()).collect();
    let guests = guests(db, &row, attendances.iter().map(|one| one.party.clone()).collect()).await?;
    let mut files = evidence::of_records(db, base, evidence::TRAINING, vec![id]).await?;
    let numbers = Numbers {
        invited: whole(guests.iter().filter(|guest| guest.invited).count()),
        came: whole(standing.iter().map(|one| &one.party).collect::<BTreeSet<_>>().len()),
        attendances: whole(standing.len()),
    };
    Ok(TrainingPage {
        row: read(&row, numbers, today)?,
        material: row.material,
        files: files.remove(&id).unwrap_or_default(),
        reason: row.reason,
        token: row.token,
        entered: (row.entered_at, row.entered_by),
        guests,
        attendances,
        row_version: row.row_version,
    })
}

/// Whatever the link with this secret opens: four statements.
pub async fn sheet(store: &Store, token: &str) -> Result<Sheet, TrainingError> {
    let db = store.read();
    let row = Entity::find().filter(Column::Token.eq(token)).one(db).await?.ok_or(TrainingError::NotFound)?;
    let base = base::store::by_id(db, row.base_id).await?.ok_or(TrainingError::NotFound)?;
    let open = signing_in(read_state(&row)?, row.held_on, base.day(store.now()));
    let guests = guests(db, &row, BTreeSet::new()).await?;
    Ok(Sheet {
        base: base.name,
        begins_at: minute(row.begins_at),
        minutes: minute(row.minutes),
        title: row.title,
        teacher: row.teacher,
        held_on: row.held_on,
        place: row.place,
        open,
        guests,
    })
}

/// Those who are invited and those who came besides, by name: two statements.
async fn guests(db: &impl ConnectionTrait, row: &Model, came: BTreeSet<Party>) -> Result<Vec<Guest>, StoreError> {
    let invited: BTreeSet<Party> = training_invitation::Entity::find()
        .filter(training_invitation::Column::BaseId.eq(row.base_id))
        .filter(training_invitation::Column::TrainingId.eq(row.id))
        .all(db)
        .await?
        .into_iter()
        .map(|one| party(one.organisation_id, one.outside))
        .collect();
    let all: BTreeSet<&Party> = invited.iter().chain(&came).collect();
    let of_base = all.iter().filter_map(|party| match party {
        Party::Organisation(id) => Some(*id),
        Party::Outside(_) => None,
    });
    let named = names(db, row.base_id, of_base).await?;
    let guest = |one: &Party| Guest {
        name: match one {
            Party::Organisation(id) => named.get(id).map(|found| found.name.clone()).unwrap_or_default(),
            Party::Outside(name) => name.clone(),
        },
        invited: invited.contains(one),
        party: one.clone(),
    };
    let mut guests: Vec<Guest> = all.into_iter().map(guest).collect();
    guests.sort_by_key(|guest| (matches!(guest.party, Party::Outside(_)), guest.name.clone()));
    Ok(guests)
}

/// The sessions that an organisation is invited to or was at, the latest first: three statements.
pub async fn ours(store: &Store, reader: &SubjectReader, paging: Paging) -> Result<Page<OurTraining>, TrainingError> {
    use training_attendance::Column as Came;
    let (db, base, organisation) = (store.read(), reader.base(), reader.subject());
    let query = Entity::find().filter(Column::BaseId.eq(base)).filter(sessions_of(base, organisation));
    let total = query.clone().count(db).await?;
    let rows = query
        .order_by_desc(Column::HeldOn)
        .order_by_desc(Column::BeginsAt)
        .order_by_desc(Column::Id)
        .offset(paging.offset())
        .limit(paging.size)
        .all(db)
        .await?;
    let people: Vec<(Uuid, String)> = training_attendance::Entity::find()
        .select_only()
        .columns([Came::TrainingId, Came::Person])
        .filter(Came::BaseId.eq(base))
        .filter(Came::OrganisationId.eq(organisation))
        .filter(Came::StruckAt.is_null())
        .filter(Came::TrainingId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(Came::EnteredAt)
        .order_by_asc(Came::Person)
        .into_tuple()
        .all(db)
        .await?;
    let seen = |row: Model| {
        let state = read_state(&row)?;
        Ok(OurTraining {
            came: people.iter().filter(|(training, _)| *training == row.id).map(|(_, name)| name.clone()).collect(),
            begins_at: minute(row.begins_at),
            minutes: minute(row.minutes),
            id: row.id,
            title: row.title,
            teacher: row.teacher,
            held_on: row.held_on,
            place: row.place,
            material: row.material,
            reason: if state == State::Cancelled { row.reason } else { String::new() },
            state,
        })
    };
    Ok(Page { rows: rows.into_iter().map(seen).collect::<Result<_, StoreError>>()?, total })
}

pub(super) fn read(row: &Model, numbers: Numbers, today: NaiveDate) -> Result<TrainingRow, StoreError> {
    let state = read_state(row)?;
    Ok(TrainingRow {
        id: row.id,
        title: row.title.clone(),
        topic: row.topic.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))?,
        teacher: row.teacher.clone(),
        held_on: row.held_on,
        begins_at: minute(row.begins_at),
        minutes: minute(row.minutes),
        place: row.place.clone(),
        state,
        unsettled: state.is_unsettled(row.held_on, today),
        invited: numbers.invited,
        came: numbers.came,
        attendances: numbers.attendances,
    })
}

impl From<training_attendance::Model> for Attendance {
    fn from(row: training_attendance::Model) -> Self {
        Self {
            id: row.id,
            party: party(row.organisation_id, row.outside),
            person: row.person,
            phone: row.phone,
            by_link: row.by_link,
            at: row.entered_at,
            by: row.entered_by,
            entered_for: row.entered_for,
            struck: Struck::of(row.struck_at, row.struck_by, row.struck_for),
        }
    }
}

fn minute(number: i32) -> u16 {
    u16::try_from(number).unwrap_or(0)
}

fn whole(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The day in the base's zone.
pub(super) async fn today(
    db: &impl ConnectionTrait,
    base: Uuid,
    now: DateTime<Utc>,
) -> Result<NaiveDate, TrainingError> {
    Ok(base::store::by_id(db, base).await?.ok_or(TrainingError::NotFound)?.day(now))
}
