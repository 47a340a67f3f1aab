//! How records stood at an instant: reports and exceptions to their deadlines, and whatever else is counted.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, Order, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::{
    super::{
        Report,
        entity::{filing_exception, weekly_report, weekly_report_event, weekly_report_version},
    },
    EventKind,
    record::{Book, read_week},
};
use crate::{
    period::Week,
    store::{Former, StoreError, former_since, read_json, to_json},
};

/// The instant by which records are counted. Of one that has passed it knows what happened to reports since; what other
/// records were before they were changed is kept beside them, and asked for by whoever counts them (`stood`).
#[derive(Debug)]
pub struct AsAt {
    at: DateTime<Utc>,
    past: bool,
    /// When it was settled who takes part.
    opened: DateTime<Utc>,
    /// Of which something happened after the instant.
    reports: HashMap<Uuid, Stood>,
}

/// A report as it stood.
#[derive(Debug)]
pub(crate) struct Stood {
    pub subject: Uuid,
    pub of_base: bool,
    pub week: Week,
    /// It had been filed once.
    filed: bool,
    /// How often it had gone back to its author with a deadline.
    backs: usize,
    /// What was filed; `None` where nothing stood as filed.
    pub report: Option<Report>,
    /// What was filed had been accepted.
    pub accepted: bool,
}

#[derive(Debug, FromQueryResult)]
struct Happened {
    report_id: Uuid,
    subject_id: Uuid,
    of_base: bool,
    week: String,
    kind: String,
    at: DateTime<Utc>,
}

impl AsAt {
    /// As everything is now.
    pub fn now(now: DateTime<Utc>) -> Self {
        Self { at: now, past: false, opened: now, reports: HashMap::new() }
    }

    /// The same, for what asks nothing of the time.
    pub(crate) fn kept() -> Self {
        Self::now(DateTime::<Utc>::MAX_UTC)
    }

    /// As it was in a base at an instant that has passed: one statement, and another where reports that had been filed
    /// went back or were filed again since. `opened`: when it was settled who takes part, before the instant or after.
    pub(crate) async fn past(
        db: &impl ConnectionTrait,
        base: Uuid,
        at: DateTime<Utc>,
        opened: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let mut reports: HashMap<Uuid, Stood> = HashMap::new();
        let mut told: HashMap<Uuid, bool> = HashMap::new();
        for one in happened(db, base, at).await? {
            let week = read_week(&one.week)?;
            let stood = reports.entry(one.report_id).or_insert(Stood {
                subject: one.subject_id,
                of_base: one.of_base,
                week,
                filed: false,
                backs: 0,
                report: None,
                accepted: false,
            });
            if one.at > at {
                continue;
            }
            stood.accepted = one.kind == EventKind::Accepted.code();
            if stood.accepted {
                continue;
            }
            let submitted = one.kind == EventKind::Submitted.code();
            stood.filed |= submitted;
            stood.backs += usize::from(!submitted);
            told.insert(one.report_id, submitted);
        }
        told.retain(|_, told| *told);
        if !told.is_empty() {
            for (report, content) in filed_by(db, base, told.into_keys().collect(), at).await? {
                if let Some(stood) = reports.get_mut(&report) {
                    stood.report = Some(read_json(&content, "report")?);
                }
            }
        }
        Ok(Self { at, past: true, opened, reports })
    }

    /// For who was there to report, and from when to when: what is opened after the cut-off takes up whom it finds.
    pub(crate) fn at_opening(&self) -> Self {
        let Self { at, past, opened, .. } = *self;
        Self { at: Ord::max(at, opened), past, opened, reports: HashMap::new() }
    }

    pub(crate) fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Whether the instant has passed.
    pub(crate) fn is_past(&self) -> bool {
        self.past
    }

    /// Whether something had happened by then.
    pub(crate) fn had(&self, when: DateTime<Utc>) -> bool {
        !self.past || when <= self.at
    }

    /// What the records of a kind that were changed since were, by their ids: one statement where the instant has
    /// passed, none otherwise.
    pub(crate) async fn former<T: Former>(
        &self,
        db: &impl ConnectionTrait,
        base: Uuid,
    ) -> Result<BTreeMap<Uuid, T>, StoreError> {
        if self.past { former_since(db, base, self.at).await } else { Ok(BTreeMap::new()) }
    }

    /// The records of a kind as they stood, in no order, out of those that are `kept` now: what was changed since is what
    /// it was, whether or not it is among these; what came since is not there. Read before this, they may change meanwhile.
    /// Statements as of [`AsAt::former`].
    pub(crate) async fn stood<T: Former>(
        &self,
        db: &impl ConnectionTrait,
        base: Uuid,
        kept: Vec<T>,
    ) -> Result<Vec<T>, StoreError> {
        let former = self.former::<T>(db, base).await?;
        let mut stood: Vec<T> = kept.into_iter().filter(|record| !former.contains_key(&record.id())).collect();
        stood.extend(former.into_values());
        stood.retain(|record| record.came().is_none_or(|came| self.had(came)));
        Ok(stood)
    }

    /// Whether something happened to a report since, so that what is kept of it now does not tell how it stood.
    pub(crate) fn has_changed(&self, report: Uuid) -> bool {
        self.reports.contains_key(&report)
    }

    /// The reports of which something happened since, as they stood.
    pub(crate) fn changed(&self) -> impl Iterator<Item = (Uuid, &Stood)> {
        self.reports.iter().map(|(report, stood)| (*report, stood))
    }

    /// The exceptions that held.
    pub(super) fn held(&self) -> Condition {
        use filing_exception::Column;
        if !self.past {
            return Condition::all().add(Column::RevokedAt.is_null());
        }
        let revoked_later = Condition::any().add(Column::RevokedAt.is_null()).add(Column::RevokedAt.gt(self.at));
        Condition::all().add(Column::GivenAt.lte(self.at)).add(revoked_later)
    }
}

impl Book {
    /// Puts its reports back to how they stood.
    pub(super) fn put_back(&mut self, as_at: &AsAt) -> Result<(), StoreError> {
        self.lines.retain(|_, line| as_at.reports.get(&line.id).is_none_or(|stood| stood.filed));
        for line in self.lines.values_mut() {
            let Some(stood) = as_at.reports.get(&line.id) else { continue };
            let mut reworked = line.reworked()?;
            reworked.truncate(stood.backs);
            for back in &mut reworked {
                back.submitted_at = back.submitted_at.filter(|submitted| *submitted <= as_at.at);
            }
            line.reworked = to_json(&reworked);
        }
        Ok(())
    }
}

/// Filings, withdrawals, returns and acceptances, oldest first, of the reports that had one of the first three after an
/// instant. A reopening takes nothing back, and accepting changes nothing of what a report tells.
async fn happened(db: &impl ConnectionTrait, base: Uuid, at: DateTime<Utc>) -> Result<Vec<Happened>, StoreError> {
    use weekly_report::{Column as Of, Entity as Reports};
    use weekly_report_event::{Column as By, Entity as Events};
    let changing = [EventKind::Submitted, EventKind::Withdrawn, EventKind::Returned].map(EventKind::code);
    let since = Query::select()
        .column(By::ReportId)
        .from(Events)
        .and_where(By::BaseId.eq(base))
        .and_where(By::At.gt(at))
        .and_where(By::Kind.is_in(changing))
        .to_owned();
    let told = changing.into_iter().chain([EventKind::Accepted.code()]);
    let query = Query::select()
        .columns([(Events, By::ReportId), (Events, By::Kind), (Events, By::At)])
        .columns([(Reports, Of::SubjectId), (Reports, Of::OfBase), (Reports, Of::Week)])
        .from(Events)
        .join(JoinType::InnerJoin, Reports, Expr::col((Events, By::ReportId)).equals((Reports, Of::Id)))
        .and_where(Expr::col((Events, By::BaseId)).eq(base))
        .and_where(Expr::col((Events, By::Kind)).is_in(told))
        .and_where(Expr::col((Events, By::ReportId)).in_subquery(since))
        .order_by((Events, By::At), Order::Asc)
        .order_by((Events, By::Id), Order::Asc)
        .to_owned();
    Ok(Happened::find_by_statement(db.get_database_backend().build(&query)).all(db).await?)
}

/// What some reports told, as JSON, as they were filed last by an instant.
async fn filed_by(
    db: &impl ConnectionTrait,
    base: Uuid,
    reports: Vec<Uuid>,
    at: DateTime<Utc>,
) -> Result<HashMap<Uuid, String>, StoreError> {
    use weekly_report_version::Column as Of;
    let versions: Vec<(Uuid, String)> = weekly_report_version::Entity::find()
        .select_only()
        .columns([Of::ReportId, Of::Content])
        .filter(Of::BaseId.eq(base))
        .filter(Of::ReportId.is_in(reports))
        .filter(Of::FiledAt.lte(at))
        .order_by_asc(Of::Number)
        .into_tuple()
        .all(db)
        .await?;
    // The newest comes last.
    Ok(versions.into_iter().collect())
}
