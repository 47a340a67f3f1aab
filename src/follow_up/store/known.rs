//! What is known of a base's hatched: their hatchings and what has been kept of visits, from which every list follows.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{
    super::{
        Life, Looked, Outcome, Reached, Signal, Standing,
        entity::follow_up::{Column, Entity},
        schedule, silent_since,
    },
    FollowUpError, Line, Record, What, Which,
    hatchings::{Hatched, hatchings},
    made::Made,
};
use crate::{
    base::{self, Base},
    store::{Store, StoreError},
    weekly_report::store::AsAt,
};

/// What lists need of a row.
#[derive(Debug, Clone, FromQueryResult)]
struct Brief {
    id: Uuid,
    organisation_id: Uuid,
    incubation_id: Uuid,
    age: Option<String>,
    signal: Option<String>,
    signal_note: String,
    raised_on: Option<NaiveDate>,
    raised_by: Option<String>,
    due_on: Option<NaiveDate>,
    state: String,
    assigned: Option<String>,
    planned_on: Option<NaiveDate>,
    attempts: i32,
    visited_on: Option<NaiveDate>,
    method: Option<String>,
    outcome: Option<String>,
    answered_at: Option<DateTime<Utc>>,
    filed_at: Option<DateTime<Utc>>,
    row_version: i32,
}

/// All hatchings of a base, or of one organisation, and what has been kept of their visits.
pub(super) struct Known {
    pub(super) base: Base,
    pub(super) hatched: Vec<Hatched>,
    rows: Vec<Brief>,
}

impl Known {
    /// Three statements, however many there are.
    pub(super) async fn of(
        db: &impl ConnectionTrait,
        base: Uuid,
        organisation: Option<Uuid>,
    ) -> Result<Self, FollowUpError> {
        Self::read(db, base, organisation, &AsAt::kept()).await
    }

    /// All of a base as it stood at an instant: three statements, and two more of one that has passed.
    pub(super) async fn as_at(db: &impl ConnectionTrait, base: Uuid, as_at: &AsAt) -> Result<Self, FollowUpError> {
        Self::read(db, base, None, as_at).await
    }

    async fn read(
        db: &impl ConnectionTrait,
        base: Uuid,
        organisation: Option<Uuid>,
        as_at: &AsAt,
    ) -> Result<Self, FollowUpError> {
        let base = base::store::by_id(db, base).await?.ok_or(FollowUpError::NotFound)?;
        let mut rows = Entity::find().filter(Column::BaseId.eq(base.id));
        if let Some(organisation) = organisation {
            rows = rows.filter(Column::OrganisationId.eq(organisation));
        }
        let mut rows: Vec<Brief> = rows
            .select_only()
            .columns([
                Column::Id,
                Column::OrganisationId,
                Column::IncubationId,
                Column::Age,
                Column::Signal,
                Column::SignalNote,
                Column::RaisedOn,
                Column::RaisedBy,
                Column::DueOn,
                Column::State,
                Column::Assigned,
                Column::PlannedOn,
                Column::Attempts,
                Column::VisitedOn,
                Column::Method,
                Column::Outcome,
                Column::AnsweredAt,
                Column::FiledAt,
                Column::RowVersion,
            ])
            .order_by_asc(Column::Id)
            .into_model()
            .all(db)
            .await?;
        let former = as_at.former::<Made>(db, base.id).await?;
        for row in &mut rows {
            if let Some(was) = former.get(&row.id) {
                row.put_back(was);
            }
        }
        let mut hatched = hatchings(db, &base, organisation, as_at).await?;
        for one in &mut hatched {
            let dissolved = rows.iter().filter(|row| row.incubation_id == one.incubation && row.is_dissolved());
            let dissolved = dissolved.filter_map(|row| row.visited_on).min();
            one.hatching.ended_on = [one.hatching.ended_on, dissolved].into_iter().flatten().min();
        }
        Ok(Self { base, hatched, rows })
    }

    pub(super) async fn of_base(store: &Store, base: Uuid) -> Result<Self, FollowUpError> {
        Self::of(store.read(), base, None).await
    }

    /// The newest hatching of the one organisation that was asked for.
    pub(super) fn newest(&self) -> Result<&Hatched, FollowUpError> {
        self.hatched.iter().find(|hatched| hatched.newest).ok_or(FollowUpError::NotHatched)
    }

    /// Every visit as it stands on a day, those of one hatching together: the schedule first, then extra ones.
    pub(super) fn lines(&self, today: NaiveDate) -> Result<Vec<Line>, FollowUpError> {
        let mut by_incubation: HashMap<Uuid, Vec<&Brief>> = HashMap::new();
        for row in &self.rows {
            by_incubation.entry(row.incubation_id).or_default().push(row);
        }
        let mut lines = Vec::new();
        for hatched in &self.hatched {
            let rows = by_incubation.get(&hatched.incubation).map(Vec::as_slice).unwrap_or_default();
            for due in schedule(hatched.hatching.hatched_on) {
                let row = rows.iter().find(|row| row.age.as_deref() == Some(due.age.code()));
                let visited_on = row.and_then(|row| row.visited_by(today));
                let standing = hatched.hatching.standing(due, visited_on, today);
                let unwritten = hatched.newest.then_some(Which::Age(due.age));
                lines.push(hatched.line(What::Scheduled(due), standing, row.copied(), unwritten)?);
            }
            for row in rows.iter().filter(|row| row.age.is_none()) {
                let what = row.extra()?;
                let standing = Standing::of_extra(what.until(), row.visited_by(today), today);
                lines.push(hatched.line(what, standing, Some(row), None)?);
            }
        }
        Ok(lines)
    }

    /// Since when nothing has been heard of an organisation, where somebody has tried in vain since.
    pub(super) fn silence(
        &self,
        of: &Hatched,
        attempts: &[(NaiveDate, Reached)],
        today: NaiveDate,
    ) -> Option<NaiveDate> {
        let organisation = of.organisation;
        let rows = || self.rows.iter().filter(move |row| row.organisation_id == organisation);
        let met = rows().filter(|row| row.outcome.as_deref().and_then(Outcome::from_code).is_some_and(Outcome::is_met));
        let met = met.filter_map(|row| row.visited_on);
        let answered = rows().filter_map(|row| row.answered_at).map(|at| self.base.day(at));
        let reached = attempts.iter().filter(|(_, reached)| reached.is_contact()).map(|(on, _)| *on);
        let signs = met.chain(answered).chain(reached).chain(of.last_report);
        let last_sign = signs.chain([of.hatching.hatched_on]).max()?;
        let in_vain = attempts.iter().any(|(on, reached)| !reached.is_contact() && *on > last_sign);
        silent_since(last_sign, in_vain, today)
    }

    /// The visits of an organisation, asked for or made.
    pub(super) fn looked(&self, organisation: Uuid) -> Result<Vec<Looked>, StoreError> {
        let rows = self.rows.iter().filter(|row| row.organisation_id == organisation);
        rows.map(|row| {
            let signal: Option<Signal> = row.signal.as_deref().map(str::parse).transpose().map_err(unreadable)?;
            Ok(Looked { signal, visited_on: row.visited_on })
        })
        .collect()
    }

    /// What the visits found, for the table of survival; by incubation.
    pub(super) fn lives(&self) -> Result<HashMap<Uuid, Life>, FollowUpError> {
        let mut lives: HashMap<Uuid, Life> = self
            .hatched
            .iter()
            .map(|one| (one.incubation, Life { hatching: one.hatching, found: BTreeMap::new(), extra: Vec::new() }))
            .collect();
        for row in &self.rows {
            let Some(life) = lives.get_mut(&row.incubation_id) else { continue };
            let (Some(outcome), Some(visited_on)) = (row.read_outcome()?, row.visited_on) else { continue };
            match row.age.as_deref() {
                Some(age) => {
                    life.found.insert(age.parse().map_err(unreadable)?, (visited_on, outcome));
                }
                None => life.extra.push((visited_on, outcome)),
            }
        }
        Ok(lives)
    }

    pub(super) fn today(&self, now: DateTime<Utc>) -> NaiveDate {
        self.base.day(now)
    }
}

impl Hatched {
    fn line(
        &self,
        what: What,
        standing: Standing,
        row: Option<&Brief>,
        unwritten: Option<Which>,
    ) -> Result<Line, FollowUpError> {
        Ok(Line {
            organisation: self.organisation,
            name: self.name.clone(),
            code: self.code.clone(),
            hatched_on: self.hatching.hatched_on,
            what,
            standing,
            which: row.map(|row| Which::Kept(row.id)).or(unwritten),
            record: row.map(Brief::record).transpose()?,
        })
    }
}

impl Brief {
    fn is_dissolved(&self) -> bool {
        self.outcome.as_deref() == Some(Outcome::Dissolved.code())
    }

    fn put_back(&mut self, was: &Made) {
        self.visited_on = was.visited_on;
        self.method.clone_from(&was.method);
        self.outcome.clone_from(&was.outcome);
    }

    fn visited_by(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.visited_on.filter(|day| *day <= today)
    }

    fn read_outcome(&self) -> Result<Option<Outcome>, StoreError> {
        self.outcome.as_deref().map(str::parse).transpose().map_err(unreadable)
    }

    fn extra(&self) -> Result<What, StoreError> {
        let signal = self.signal.as_deref().unwrap_or_default().parse().map_err(unreadable)?;
        let (Some(raised_on), Some(due_on)) = (self.raised_on, self.due_on) else {
            return Err(StoreError::Unreadable(format!("extra follow-up {} without its days", self.id)));
        };
        let raised_by = self.raised_by.clone().unwrap_or_default();
        Ok(What::Extra { signal, note: self.signal_note.clone(), raised_on, raised_by, due_on })
    }

    fn record(&self) -> Result<Record, StoreError> {
        Ok(Record {
            id: self.id,
            state: self.state.parse().map_err(unreadable)?,
            assigned: self.assigned.clone(),
            planned_on: self.planned_on,
            attempts: u32::try_from(self.attempts).unwrap_or(0),
            visited_on: self.visited_on,
            filed_at: self.filed_at,
            method: self.method.as_deref().map(str::parse).transpose().map_err(unreadable)?,
            outcome: self.read_outcome()?,
            row_version: self.row_version,
        })
    }
}

pub(super) fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(error.to_string())
}
