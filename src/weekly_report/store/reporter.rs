//! Who reports: an organisation or the base, and in which weeks they were there to do so.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Select,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::Cadence;
use super::{AsAt, Rhythm, SubjectName, record::read_week};
use crate::{
    base,
    incubation::{Presence, Span, Stage, entity::reporting_span},
    organisation::entity::organisation,
    period::Week,
    store::{Former, StoreError, WriteTx},
};

/// Since when, how and in which weeks an organisation is there, as far as anything counts by it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct There {
    organisation: Uuid,
    standing: String,
    mode: Option<String>,
    /// Of its newest incubation.
    pub admitted_on: Option<NaiveDate>,
    spans: Vec<Span>,
}

impl Former for There {
    const KIND: &'static str = "reporter";

    fn id(&self) -> Uuid {
        self.organisation
    }
}

impl There {
    /// Keeps how an organisation is there, before a write changes it. One statement.
    pub(crate) async fn was(tx: &WriteTx, row: &organisation::Model) -> Result<(), StoreError> {
        let spans = spans(tx.db(), row.base_id, Some(&[row.id])).await?.remove(&row.id).unwrap_or_default();
        let was = Self {
            organisation: row.id,
            standing: row.standing.clone(),
            mode: row.mode.clone(),
            admitted_on: row.admitted_on,
            spans,
        };
        tx.was(row.base_id, &was);
        Ok(())
    }
}

#[derive(Debug, Clone)]
pub(crate) struct Reporter {
    pub name: SubjectName,
    standing: String,
    mode: Option<String>,
    stage: Option<Stage>,
    /// Sorted and disjoint.
    spans: Vec<Span>,
}

impl Reporter {
    /// An organisation of a base, or the base itself: two statements.
    pub(crate) async fn find(db: &impl ConnectionTrait, base: Uuid, id: Uuid) -> Result<Option<Self>, StoreError> {
        if id == base {
            return Self::base(db, base).await;
        }
        let of_base = organisation::Column::BaseId.eq(base);
        let Some(row) = organisation::Entity::find_by_id(id).filter(of_base).one(db).await? else { return Ok(None) };
        let spans = spans(db, base, Some(&[id])).await?.remove(&id).unwrap_or_default();
        Ok(Some(Self::organisation(&row, spans)))
    }

    pub(super) fn organisation(row: &organisation::Model, spans: Vec<Span>) -> Self {
        let name = SubjectName { id: row.id, of_base: false, name: row.name.clone() };
        Self::new(name, &row.standing, row.mode.as_deref(), &row.stage, spans)
    }

    /// An organisation out of what its row holds.
    pub(crate) fn new(name: SubjectName, standing: &str, mode: Option<&str>, stage: &str, spans: Vec<Span>) -> Self {
        let (standing, mode) = (standing.to_owned(), mode.map(ToOwned::to_owned));
        Self { name, standing, mode, stage: Stage::from_code(stage), spans }
    }

    /// Every organisation of a base, by name: two statements.
    pub(crate) async fn organisations(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Self>, StoreError> {
        let rows = by_name(of_base(base)).all(db).await?;
        Ok(Self::with_spans(&rows, spans(db, base, None).await?))
    }

    /// Some of them in the same order, and how many there are in all: three statements.
    pub(super) async fn some_organisations(
        db: &impl ConnectionTrait,
        base: Uuid,
        ahead: u64,
        wanted: u64,
    ) -> Result<(Vec<Self>, u64), StoreError> {
        let total = of_base(base).count(db).await?;
        let rows = by_name(of_base(base)).offset(ahead).limit(wanted).all(db).await?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        Ok((Self::with_spans(&rows, spans(db, base, Some(&ids)).await?), total))
    }

    fn with_spans(rows: &[organisation::Model], mut spans: HashMap<Uuid, Vec<Span>>) -> Vec<Self> {
        rows.iter().map(|row| Self::organisation(row, spans.remove(&row.id).unwrap_or_default())).collect()
    }

    /// Every organisation of a base as it was there at an instant, or when it was settled who takes part, whichever was
    /// later; or one of them. Whoever was registered since is there as it is now. Two statements, and one more of an instant
    /// that has passed.
    pub(crate) async fn stood(
        db: &impl ConnectionTrait,
        base: Uuid,
        only: Option<Uuid>,
        as_at: &AsAt,
    ) -> Result<Vec<Self>, StoreError> {
        let mut reporters = match only {
            Some(organisation) => Self::find(db, base, organisation).await?.into_iter().collect(),
            None => Self::organisations(db, base).await?,
        };
        let mut former = as_at.at_opening().former::<There>(db, base).await?;
        for reporter in &mut reporters {
            if let Some(was) = former.remove(&reporter.name.id) {
                (reporter.standing, reporter.mode, reporter.spans) = (was.standing, was.mode, was.spans);
            }
        }
        Ok(reporters)
    }

    /// The base reports from the week of its founding on, or from when its first organisation did.
    pub(crate) async fn base(db: &impl ConnectionTrait, base: Uuid) -> Result<Option<Self>, StoreError> {
        Self::base_stood(db, base, &AsAt::kept()).await
    }

    /// The same as [`Reporter::stood`]: two statements, and one more of an instant that has passed.
    pub(crate) async fn base_stood(
        db: &impl ConnectionTrait,
        base: Uuid,
        as_at: &AsAt,
    ) -> Result<Option<Self>, StoreError> {
        let Some(row) = base::entity::Entity::find_by_id(base).one(db).await? else { return Ok(None) };
        let as_at = as_at.at_opening();
        let former = as_at.former::<There>(db, base).await?;
        let mut of = Condition::all().add(reporting_span::Column::BaseId.eq(base));
        if as_at.is_past() {
            let came_later = organisation::Entity::find()
                .select_only()
                .column(organisation::Column::Id)
                .filter(organisation::Column::BaseId.eq(base))
                .filter(organisation::Column::CreatedAt.gt(as_at.at()))
                .into_query();
            of = of
                .add(reporting_span::Column::OrganisationId.is_not_in(former.keys().copied()))
                .add(reporting_span::Column::OrganisationId.not_in_subquery(came_later));
        }
        let earliest: Option<Option<String>> = reporting_span::Entity::find()
            .select_only()
            .column_as(reporting_span::Column::FirstWeek.min(), "first_week")
            .filter(of)
            .into_tuple()
            .one(db)
            .await?;
        let zone: chrono_tz::Tz = row.zone.parse().unwrap_or(chrono_tz::Asia::Shanghai);
        let founded = Week::of(row.created_at.with_timezone(&zone).date_naive());
        let earliest = earliest.flatten().map(|week| read_week(&week)).transpose()?;
        let were = former.values().flat_map(|was| &was.spans).map(|span| span.first);
        let first = were.chain(earliest).chain([founded]).min().unwrap_or(founded);
        Ok(Some(Self {
            name: SubjectName { id: base, of_base: true, name: row.name },
            standing: String::new(),
            mode: None,
            stage: None,
            spans: vec![Span { first, last: None }],
        }))
    }

    /// The code of its standing; empty for the base itself.
    pub(crate) fn standing(&self) -> &str {
        &self.standing
    }

    /// The code of its mode, where it has one.
    pub(crate) fn mode(&self) -> Option<&str> {
        self.mode.as_deref()
    }

    /// The weeks in which it is there to report.
    pub(crate) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Whether it was there to report in a week, and why not.
    pub(crate) fn presence(&self, week: Week) -> Presence {
        if self.spans.iter().any(|span| span.contains(week)) {
            return Presence::Reporting;
        }
        let begun = self.spans.iter().any(|span| span.first < week);
        let resumes = self.spans.iter().any(|span| span.first > week);
        match self.stage {
            _ if begun && resumes => Presence::Suspended,
            _ if resumes => Presence::NotYetAdmitted,
            Some(stage) => match Presence::from(stage) {
                // The stage has changed in this very week, or the first full week is still to come.
                Presence::Reporting if begun => Presence::Suspended,
                Presence::Reporting => Presence::NotYetAdmitted,
                presence => presence,
            },
            None if begun => Presence::Left,
            None => Presence::NotYetAdmitted,
        }
    }

    /// The base's own report is asked for every week.
    pub(crate) fn cadence(&self, rhythm: &Rhythm, week: Week) -> Cadence {
        if self.name.of_base { Cadence::Weekly } else { rhythm.cadence(&self.standing, self.mode.as_deref(), week) }
    }
}

fn of_base(base: Uuid) -> Select<organisation::Entity> {
    organisation::Entity::find().filter(organisation::Column::BaseId.eq(base))
}

/// Two that are called the same keep their order from page to page.
fn by_name(organisations: Select<organisation::Entity>) -> Select<organisation::Entity> {
    organisations.order_by_asc(organisation::Column::Name).order_by_asc(organisation::Column::Id)
}

/// The reporting weeks of some organisations of a base, or of all of them.
pub(crate) async fn spans(
    db: &impl ConnectionTrait,
    base: Uuid,
    organisations: Option<&[Uuid]>,
) -> Result<HashMap<Uuid, Vec<Span>>, StoreError> {
    let mut query = reporting_span::Entity::find().filter(reporting_span::Column::BaseId.eq(base));
    if let Some(organisations) = organisations {
        query = query.filter(reporting_span::Column::OrganisationId.is_in(organisations.iter().copied()));
    }
    let mut spans: HashMap<Uuid, Vec<Span>> = HashMap::new();
    for row in query.order_by_asc(reporting_span::Column::FirstWeek).all(db).await? {
        let last = row.last_week.as_deref().map(read_week).transpose()?;
        let span = Span { first: read_week(&row.first_week)?, last };
        spans.entry(row.organisation_id).or_default().push(span);
    }
    Ok(spans)
}

/// The names of some subjects of a base: two statements, or one where the base itself is not among them.
pub(crate) async fn names(
    db: &impl ConnectionTrait,
    base: Uuid,
    subjects: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, SubjectName>, StoreError> {
    let (own, organisations): (BTreeSet<Uuid>, BTreeSet<Uuid>) = subjects.partition(|id| *id == base);
    let rows: Vec<(Uuid, String)> = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Name])
        .filter(organisation::Column::BaseId.eq(base))
        .filter(organisation::Column::Id.is_in(organisations))
        .into_tuple()
        .all(db)
        .await?;
    let named = |(id, name)| (id, SubjectName { id, of_base: false, name });
    let mut found: HashMap<_, _> = rows.into_iter().map(named).collect();
    if !own.is_empty() {
        let row = base::entity::Entity::find_by_id(base).one(db).await?;
        found.extend(row.map(|row| (base, SubjectName { id: base, of_base: true, name: row.name })));
    }
    Ok(found)
}
