//! Exceptions to months' plans: what was given for them, and whom a new one helps.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

use super::{
    Reviewer, Rhythm, WeeklyReportError,
    as_at::AsAt,
    exception::{Chosen, NewException, Relief, filing, read_period, reporters},
    reporter::Reporter,
};
use crate::{
    monthly_plan::{is_expected, store::planned},
    period::{Month, Period},
    store::{StoreError, WriteTx},
    weekly_report::{Extension, entity::filing_exception, extended},
};

/// What was given for one subject's plan of a month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct GivenForMonth {
    /// Why no plan is asked for, and who said so.
    pub excuse: Option<(String, String)>,
    extensions: Vec<Extension>,
}

impl GivenForMonth {
    /// The deadline after extensions.
    pub(crate) fn due(&self, due_at: DateTime<Utc>) -> DateTime<Utc> {
        extended(due_at, &self.extensions)
    }
}

/// What was given for the plans of some subjects in some months: one statement.
pub(crate) async fn of_months(
    db: &impl ConnectionTrait,
    base: Uuid,
    subjects: &[Uuid],
    months: &[Month],
) -> Result<HashMap<(Uuid, Month), GivenForMonth>, StoreError> {
    of_months_with(db, base, subjects, months, Condition::all().add(filing_exception::Column::RevokedAt.is_null()))
        .await
}

/// As [`of_months`], as it stood at an instant.
pub(crate) async fn of_months_as_at(
    db: &impl ConnectionTrait,
    base: Uuid,
    subjects: &[Uuid],
    months: &[Month],
    as_at: &AsAt,
) -> Result<HashMap<(Uuid, Month), GivenForMonth>, StoreError> {
    of_months_with(db, base, subjects, months, as_at.held()).await
}

async fn of_months_with(
    db: &impl ConnectionTrait,
    base: Uuid,
    subjects: &[Uuid],
    months: &[Month],
    held: Condition,
) -> Result<HashMap<(Uuid, Month), GivenForMonth>, StoreError> {
    use filing_exception::Column;
    let filings = months.first().map(|month| [false, true].map(|of_base| filing((*month).into(), of_base).name()));
    let rows = filing_exception::Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::SubjectId.is_in(subjects.iter().copied()))
        .filter(Column::Filing.is_in(filings.unwrap_or_default()))
        .filter(Column::Period.is_in(months.iter().map(ToString::to_string)))
        .filter(held)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut found: HashMap<(Uuid, Month), GivenForMonth> = HashMap::new();
    for row in rows {
        let Period::Month(month) = read_period(&row.period)? else { continue };
        let given = found.entry((row.subject_id, month)).or_default();
        match row.due_at {
            Some(until) => given.extensions.push(Extension { until, reason: row.reason }),
            None => given.excuse = Some((row.reason, row.given_by)),
        }
    }
    Ok(found)
}

/// The organisations of which no plan of a month is asked, since they are excused.
pub(crate) fn excused(base: Uuid, month: Month) -> SelectStatement {
    use filing_exception::Column;
    Query::select()
        .column(Column::SubjectId)
        .from(filing_exception::Entity)
        .and_where(Column::BaseId.eq(base))
        .and_where(Column::Filing.eq(filing(month.into(), false).name()))
        .and_where(Column::Period.eq(month.to_string()))
        .and_where(Column::DueAt.is_null())
        .and_where(Column::RevokedAt.is_null())
        .to_owned()
}

/// The months whose plans an exception helps.
pub(super) async fn chosen(
    tx: &WriteTx,
    reviewer: &Reviewer,
    new: &NewException,
    months: &[Month],
) -> Result<Chosen, WeeklyReportError> {
    let months: BTreeSet<Month> = months.iter().copied().collect();
    let months: Vec<Month> = months.into_iter().collect();
    let reporters = reporters(tx, reviewer, &new.whom).await?;
    let plans = Plans::read(tx, reviewer.base(), &reporters, &months).await?;
    let every = reporters.iter().flat_map(|reporter| months.iter().map(move |month| (reporter, *month)));
    let helped = every.filter(|(reporter, month)| plans.helps(new.relief, reporter, *month));
    let helped = helped.map(|(reporter, month)| (reporter.name.id, month.into())).collect();
    Ok(Chosen { asked: reporters.len() * months.len(), helped })
}

/// What is known of some subjects' plans, as far as exceptions go by it.
pub(super) struct Plans {
    rhythm: Rhythm,
    given: HashMap<(Uuid, Month), GivenForMonth>,
    submitted: BTreeSet<(Uuid, Month)>,
}

impl Plans {
    pub(super) async fn read(
        tx: &WriteTx,
        base: Uuid,
        reporters: &[Reporter],
        months: &[Month],
    ) -> Result<Self, StoreError> {
        let ids: Vec<Uuid> = reporters.iter().map(|reporter| reporter.name.id).collect();
        Ok(Self {
            rhythm: Rhythm::load(tx.db(), base).await?,
            given: of_months(tx.db(), base, &ids, months).await?,
            submitted: planned::submitted(tx.db(), base, &ids, months).await?,
        })
    }

    /// Whether it changes anything for a month.
    pub(super) fn helps(&self, relief: Relief, reporter: &Reporter, month: Month) -> bool {
        let (subject, of_base) = (reporter.name.id, reporter.name.of_base);
        let given = self.given.get(&(subject, month));
        let excused = given.is_some_and(|given| given.excuse.is_some());
        let expected = !excused && (of_base || is_expected(reporter.spans(), month));
        match relief {
            Relief::Excuse => expected,
            Relief::Extension { until } => {
                let due_at = planned::due_at(&self.rhythm, of_base, month, given);
                expected && !self.submitted.contains(&(subject, month)) && due_at.is_some_and(|due| until > due)
            }
        }
    }
}
