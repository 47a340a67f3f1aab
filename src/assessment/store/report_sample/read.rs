//! What was drawn and found, for whoever may know of it already.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    super::{
        super::{
            ReportFinding, SampleSummary, State,
            entity::{report_sample as entity, sampled_report},
        },
        AssessmentError, SheetPage,
    },
    draw::finding_of,
    sample_of, sheet_of_base,
};
use crate::{
    access::{BaseReader, Scope, SubjectReader},
    organisation::entity::organisation,
    period::{Quarter, Week},
    store::{Store, StoreError},
};

/// The reports that were drawn of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSample {
    pub seed: String,
    /// How many had been filed by then.
    pub among: i32,
    pub drawn_at: DateTime<Utc>,
    pub drawn_by: String,
    pub summary: SampleSummary,
    /// By week.
    pub reports: Vec<SampledReport>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampledReport {
    pub id: Uuid,
    pub report: Uuid,
    pub subject_id: Uuid,
    /// The organisation's name; `None` for the base itself.
    pub subject: Option<String>,
    pub week: Week,
    pub finding: Option<ReportFinding>,
    pub words: String,
    /// When and by whom.
    pub found: Option<(DateTime<Utc>, String)>,
    pub row_version: i32,
}

/// What its readers are told of a report that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub seed: String,
    pub finding: Option<ReportFinding>,
    pub words: String,
}

/// What is sealed of it with the base's sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedSample {
    pub seed: String,
    pub among: i32,
    pub drawn_at: DateTime<Utc>,
    pub drawn_by: String,
    #[serde(flatten)]
    pub summary: SampleSummary,
    pub reports: Vec<SealedReport>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedReport {
    pub report: Uuid,
    /// The organisation's name; none for the base itself.
    pub subject: Option<String>,
    pub week: Week,
    pub finding: Option<ReportFinding>,
    pub words: String,
    pub found_by: Option<String>,
}

/// Whether somebody may know what was drawn of a subject: the bureau and the auditor always, the operator's team and the
/// subject's own, whatever else they are, once the base's sheet is published.
fn may_know(scope: Scope, subject: Uuid, published: bool) -> bool {
    published || ![scope.base(), subject].into_iter().any(|own| scope.is_own(own))
}

/// The reports that were drawn of the quarter of the base's sheet; `None` where none were, and as long as whoever asks
/// may not know. Of one's own organisations' reports there is nothing until then. Two statements at the most.
pub async fn report_sample(
    store: &Store,
    reader: &BaseReader,
    page: &SheetPage,
) -> Result<Option<ReportSample>, AssessmentError> {
    let (db, base) = (store.read(), reader.base());
    let knows = |subject| may_know(Scope::from(reader), subject, page.state.is_public());
    if !page.of_base || !knows(base) {
        return Ok(None);
    }
    let Some(quarter) = page.occasion.quarter() else { return Ok(None) };
    let Some(row) = sample_of(db, base, quarter).await? else { return Ok(None) };
    let mut reports = reports_of(db, base, [row.id]).await?.remove(&row.id).unwrap_or_default();
    reports.retain(|report| knows(report.subject_id));
    Ok(Some(ReportSample {
        seed: row.seed,
        among: row.among,
        drawn_at: row.drawn_at,
        drawn_by: row.drawn_by,
        summary: SampleSummary::of(reports.iter().map(|report| report.finding)),
        reports,
    }))
}

/// Whether a report was drawn, and what was found of it, as far as whoever reads it may know. One statement where it
/// was not.
pub async fn drawn(store: &Store, reader: &SubjectReader, report: Uuid) -> Result<Option<Drawn>, AssessmentError> {
    let (db, base) = (store.read(), reader.base());
    let of = sampled_report::Entity::find()
        .filter(sampled_report::Column::BaseId.eq(base))
        .filter(sampled_report::Column::ReportId.eq(report))
        .filter(sampled_report::Column::SubjectId.eq(reader.subject()));
    let Some(row) = of.one(db).await? else { return Ok(None) };
    let Some(sample) = entity::Entity::find_by_id(row.sample_id).one(db).await? else { return Ok(None) };
    let quarter: Quarter = sample.quarter.parse().map_err(|_| StoreError::Unreadable(sample.quarter.clone()))?;
    let sheet = sheet_of_base(db, base, quarter).await?;
    let published = sheet.map(|sheet| sheet.read_state()).transpose()?.is_some_and(State::is_public);
    if !may_know(Scope::from(reader), reader.subject(), published) {
        return Ok(None);
    }
    Ok(Some(Drawn { seed: sample.seed, finding: finding_of(&row)?, words: row.words }))
}

/// What is sealed with the base's sheets of some quarters: two statements, none where there is no quarter.
pub(in super::super) async fn to_seal(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarters: impl IntoIterator<Item = String>,
) -> Result<HashMap<String, SealedSample>, StoreError> {
    let quarters: Vec<String> = quarters.into_iter().collect();
    if quarters.is_empty() {
        return Ok(HashMap::new());
    }
    let of = entity::Entity::find().filter(entity::Column::BaseId.eq(base));
    let samples = of.filter(entity::Column::Quarter.is_in(quarters)).all(db).await?;
    let mut reports = reports_of(db, base, samples.iter().map(|sample| sample.id)).await?;
    let sealed = |row: entity::Model| {
        let reports = reports.remove(&row.id).unwrap_or_default();
        let sample = SealedSample {
            seed: row.seed,
            among: row.among,
            drawn_at: row.drawn_at,
            drawn_by: row.drawn_by,
            summary: SampleSummary::of(reports.iter().map(|report| report.finding)),
            reports: reports.into_iter().map(SealedReport::from).collect(),
        };
        (row.quarter, sample)
    };
    Ok(samples.into_iter().map(sealed).collect())
}

impl From<SampledReport> for SealedReport {
    fn from(row: SampledReport) -> Self {
        Self {
            report: row.report,
            subject: row.subject,
            week: row.week,
            finding: row.finding,
            words: row.words,
            found_by: row.found.map(|(_, by)| by),
        }
    }
}

/// The reports of some samples, each by week.
async fn reports_of(
    db: &impl ConnectionTrait,
    base: Uuid,
    samples: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<SampledReport>>, StoreError> {
    let of_subject = sampled_report::Entity::belongs_to(organisation::Entity)
        .from(sampled_report::Column::SubjectId)
        .to(organisation::Column::Id);
    let rows = sampled_report::Entity::find()
        .filter(sampled_report::Column::BaseId.eq(base))
        .filter(sampled_report::Column::SampleId.is_in(samples))
        .join(JoinType::LeftJoin, of_subject.into())
        .select_also(organisation::Entity)
        .all(db)
        .await?;
    let mut by_sample: HashMap<Uuid, Vec<SampledReport>> = HashMap::new();
    for (row, organisation) in rows {
        let week = row.week.parse().map_err(|_| StoreError::Unreadable(row.week.clone()))?;
        let report = SampledReport {
            id: row.id,
            report: row.report_id,
            subject_id: row.subject_id,
            subject: organisation.map(|organisation| organisation.name),
            week,
            finding: finding_of(&row)?,
            found: row.found_at.zip(row.found_by),
            words: row.words,
            row_version: row.row_version,
        };
        by_sample.entry(row.sample_id).or_default().push(report);
    }
    // In one order on every database.
    for reports in by_sample.values_mut() {
        reports.sort_by_key(|report| (report.week, report.report));
    }
    Ok(by_sample)
}
