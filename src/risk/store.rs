//! Who is at risk in a base, out of the records of every rhythm.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::{Kind, Known, Mark, Overdue, PlanOfMonth, Published, marks, weight};
use crate::{
    access::BaseReader,
    assessment::store::published::published,
    monthly_plan::store::of_month::of_month,
    organisation::{entity::organisation, store::named_like},
    period::{Month, Quarter},
    rectification, service_request,
    store::{Page, Paging, Store, StoreError},
    weekly_report::store::{Rhythm, lately::lately, reporter::Reporter},
};

/// So many weeks are looked back on, the running one among them: as many in a row can be told at the most.
pub const WEEKS: i64 = 8;
/// So many quarters are looked back on, the running one among them.
const QUARTERS: usize = 5;

/// An organisation that somebody should see to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtRisk {
    pub organisation: Uuid,
    pub name: String,
    /// At least one, the heaviest first.
    pub marks: Vec<Mark>,
    /// What the last quarters came to that were published, oldest first.
    pub quarters: Vec<Published>,
}

/// What a list shows; everybody at risk by default.
#[derive(Debug, Clone, Default)]
pub struct RiskFilter {
    /// Only those with a mark of it.
    pub kind: Option<Kind>,
    /// Part of a name, or of its initials.
    pub search: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risks {
    /// The heaviest first, then by name.
    pub page: Page<AtRisk>,
    /// How many have a mark of each kind, whatever the filter.
    pub of_kind: Vec<(Kind, u32)>,
    /// How many have any, whatever the filter.
    pub at_risk: u32,
    /// How many report today: who else is looked at.
    pub reporting: u32,
}

/// Those at risk among the organisations that report today: eleven statements, and one more where something is searched.
pub async fn risks(
    store: &Store,
    reader: &BaseReader,
    filter: &RiskFilter,
    paging: Paging,
) -> Result<Risks, StoreError> {
    let (db, base, now) = (store.read(), reader.base(), store.now());
    let rhythm = Rhythm::load(db, base).await?;
    let week = rhythm.week(now);
    let mut reporters = Reporter::organisations(db, base).await?;
    reporters.retain(|reporter| reporter.spans().iter().any(|span| span.contains(week)));
    let mut known = gather(db, base, &rhythm, &reporters, now).await?;
    let called = called(db, base, filter.search.trim()).await?;
    let at_risk = |reporter: &Reporter| {
        let mut known = known.remove(&reporter.name.id)?;
        let marks = marks(&known, now);
        let (organisation, name) = (reporter.name.id, reporter.name.name.clone());
        known.quarters.reverse();
        (!marks.is_empty()).then_some(AtRisk { organisation, name, marks, quarters: known.quarters })
    };
    let all: Vec<AtRisk> = reporters.iter().filter_map(at_risk).collect();
    let has = |one: &AtRisk, kind: Kind| one.marks.iter().any(|mark| mark.kind() == kind);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let of_kind = |kind: &Kind| (*kind, number(all.iter().filter(|one| has(one, *kind)).count()));
    let of_kind = Kind::ALL.iter().map(of_kind).collect();
    let (at_risk, reporting) = (number(all.len()), number(reporters.len()));
    let mut rows = all;
    rows.retain(|one| filter.kind.is_none_or(|kind| has(one, kind)));
    rows.retain(|one| called.as_ref().is_none_or(|called| called.contains(&one.organisation)));
    rows.sort_by_key(|one| Reverse(weight(&one.marks)));
    let total = u64::from(number(rows.len()));
    let (before, size) = (usize::try_from(paging.offset()), usize::try_from(paging.size));
    let (before, size) = (before.unwrap_or(usize::MAX), size.unwrap_or(usize::MAX));
    let rows = rows.into_iter().skip(before).take(size).collect();
    Ok(Risks { page: Page { rows, total }, of_kind, at_risk, reporting })
}

/// What is known of each organisation: seven statements.
async fn gather(
    db: &impl ConnectionTrait,
    base: Uuid,
    rhythm: &Rhythm,
    reporters: &[Reporter],
    now: DateTime<Utc>,
) -> Result<HashMap<Uuid, Known>, StoreError> {
    let today = rhythm.day(now);
    let mut weeks = lately(db, rhythm, base, reporters, WEEKS, now).await?;
    let quarters = std::iter::successors(Some(Quarter::of(today)), |quarter| Some(quarter.previous()));
    let quarters: Vec<Quarter> = quarters.take(QUARTERS).collect();
    let mut quarters = published(db, base, &quarters).await?;
    let plans = of_month(db, rhythm, base, reporters, Month::of(today), now).await?;
    let rectifications = by_organisation(rectification::store::overdue(db, base, today).await?);
    let services = by_organisation(service_request::store::overdue(db, base, today).await?);
    let known = |reporter: &Reporter| {
        let id = reporter.name.id;
        let plan = plans.get(&id).filter(|facts| facts.expected).map(|facts| PlanOfMonth {
            month: facts.month,
            state: facts.state,
            stands: facts.stands,
            due_at: facts.due_at,
        });
        let known = Known {
            weeks: weeks.remove(&id).unwrap_or_default(),
            quarters: quarters.remove(&id).unwrap_or_default(),
            plan,
            rectifications: rectifications.get(&id).copied(),
            services: services.get(&id).copied(),
        };
        (id, known)
    };
    Ok(reporters.iter().map(known).collect())
}

/// Of what is overdue, the longest first, how much each organisation has.
fn by_organisation(overdue: Vec<(Uuid, Uuid, NaiveDate)>) -> HashMap<Uuid, Overdue> {
    let mut found = HashMap::new();
    for (organisation, oldest, due_on) in overdue {
        found.entry(organisation).or_insert(Overdue { count: 0, oldest, due_on }).count += 1;
    }
    found
}

/// The organisations that a search finds; `None` where nothing is searched.
async fn called(db: &impl ConnectionTrait, base: Uuid, search: &str) -> Result<Option<HashSet<Uuid>>, StoreError> {
    use organisation::Column as Of;
    if search.is_empty() {
        return Ok(None);
    }
    let ids: Vec<Uuid> = organisation::Entity::find()
        .select_only()
        .column(Of::Id)
        .filter(Of::BaseId.eq(base))
        .filter(named_like(search))
        .into_tuple()
        .all(db)
        .await?;
    Ok(Some(ids.into_iter().collect()))
}
