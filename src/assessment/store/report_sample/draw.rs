//! Drawing reports by a seed, and saying what was found of each. Both end with the publication of the base's sheet.

use std::collections::HashMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::json;
use uuid::Uuid;

use super::{
    super::{
        super::{
            Action, PartRefusal, Refusal, ReportFinding, SampleSummary,
            entity::{assessment, report_sample, sampled_report},
            sample,
        },
        AssessmentError,
        hand::Belongings,
        said,
    },
    sample_of, sheet_of_base,
};
use crate::{
    access::BureauOfficer,
    audit::Deed,
    period::Quarter,
    store::{Begun, Intent, Store, StoreError, WriteTx, expect_version},
    weekly_report::entity::weekly_report,
};

/// Draws so many of the weekly reports that were filed for a quarter's weeks, by a seed that is kept, so that anyone can
/// draw them again: those first filed by then, as [`sample`] draws them. Another draw takes the place of the one before,
/// until somebody has looked at a report of it.
///
/// # Errors
/// [`AssessmentError::SampleInUse`]; [`AssessmentError::Step`] once the base's sheet is published;
/// [`PartRefusal::OwnSubject`] for one who is of the operator's team, or was in the quarter.
pub async fn draw_reports(
    store: &Store,
    officer: &BureauOfficer,
    quarter: Quarter,
    seed: &str,
    number: usize,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let (seed, base) = (said(seed)?, officer.base());
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    unpublished(&tx, base, quarter).await?;
    // What is found is the base's: whoever is of its team as well leaves it to a colleague.
    if Belongings::of(tx.db(), base, officer.actor().account).await?.bar_from(base, quarter.into()) {
        return Err(PartRefusal::OwnSubject.into());
    }
    let before = sample_of(tx.db(), base, quarter).await?;
    if let Some(before) = &before {
        let of = || {
            sampled_report::Entity::find()
                .filter(sampled_report::Column::BaseId.eq(base))
                .filter(sampled_report::Column::SampleId.eq(before.id))
        };
        let findings =
            of().all(tx.db()).await?.into_iter().map(|row| finding_of(&row)).collect::<Result<Vec<_>, _>>()?;
        if !SampleSummary::of(findings).can_be_drawn_again() {
            return Err(AssessmentError::SampleInUse);
        }
        sampled_report::Entity::delete_many()
            .filter(sampled_report::Column::BaseId.eq(base))
            .filter(sampled_report::Column::SampleId.eq(before.id))
            .exec(tx.db())
            .await?;
    }
    let mut filed = filed(&tx, base, quarter).await?;
    let among = i32::try_from(filed.len()).unwrap_or(i32::MAX);
    let drawn = sample(&seed, filed.keys().copied(), number);
    let id = before.as_ref().map_or_else(Uuid::now_v7, |before| before.id);
    let row = report_sample::ActiveModel {
        id: Set(id),
        base_id: Set(base),
        quarter: Set(quarter.to_string()),
        seed: Set(seed.clone()),
        among: Set(among),
        drawn_at: Set(tx.now()),
        drawn_by: Set(officer.actor().name.clone()),
    };
    if before.is_some() {
        report_sample::Entity::update(row).exec(tx.db()).await?;
    } else {
        report_sample::Entity::insert(row).exec_without_returning(tx.db()).await?;
    }
    let of_report = |report: &Uuid| {
        let (subject, week) = filed.remove(report)?;
        Some(sampled_report::ActiveModel {
            id: Set(Uuid::now_v7()),
            base_id: Set(base),
            sample_id: Set(id),
            report_id: Set(*report),
            subject_id: Set(subject),
            week: Set(week),
            finding: Set(None),
            words: Set(String::new()),
            found_at: Set(None),
            found_by: Set(None),
            row_version: Set(1),
        })
    };
    let rows = drawn.iter().filter_map(of_report).collect();
    tx.insert_all(rows).await?;
    let detail = json!({ "quarter": quarter.to_string(), "seed": seed, "among": among, "drawn": drawn });
    tx.audit(base, officer.actor(), Deed::AssessmentReportsDrawn, &id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// The reports that have been filed for a quarter's weeks, each with its subject and week.
async fn filed(tx: &WriteTx, base: Uuid, quarter: Quarter) -> Result<HashMap<Uuid, (Uuid, String)>, StoreError> {
    use weekly_report::Column;
    let rows: Vec<(Uuid, Uuid, String)> = weekly_report::Entity::find()
        .select_only()
        .columns([Column::Id, Column::SubjectId, Column::Week])
        .filter(Column::BaseId.eq(base))
        .filter(Column::Week.is_in(quarter.weeks().map(|week| week.to_string())))
        .filter(Column::FirstFiledAt.lte(tx.now()))
        .into_tuple()
        .all(tx.db())
        .await?;
    Ok(rows.into_iter().map(|(id, subject, week)| (id, (subject, week))).collect())
}

/// The base's sheet of a quarter, held, before it is published.
async fn unpublished(tx: &WriteTx, base: Uuid, quarter: Quarter) -> Result<(), AssessmentError> {
    let sheet = sheet_of_base(tx.db(), base, quarter).await?.ok_or(AssessmentError::NotFound)?;
    let sheet = tx.lock::<assessment::Entity>(sheet.id).await?.ok_or(AssessmentError::NotFound)?;
    let state = sheet.read_state()?;
    if state.is_public() { Err(Refusal::NoSuchStep { state, action: Action::Score }.into()) } else { Ok(()) }
}

pub(super) fn finding_of(row: &sampled_report::Model) -> Result<Option<ReportFinding>, StoreError> {
    let read = |code: &String| ReportFinding::from_code(code).ok_or_else(|| StoreError::Unreadable(code.clone()));
    row.finding.as_ref().map(read).transpose()
}

/// An officer says what was found of a report that was drawn, or says it anew; `seen`: the version that they saw.
///
/// # Errors
/// [`AssessmentError::WordsMissing`] for a problem without words; [`AssessmentError::Part`] for a report of an
/// organisation that is one's own, or was in the quarter; [`AssessmentError::Step`] once the base's sheet is published.
pub async fn find_report(
    store: &Store,
    officer: &BureauOfficer,
    sampled: Uuid,
    seen: i32,
    finding: ReportFinding,
    words: &str,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let words = match said(words) {
        Err(AssessmentError::WordsMissing) if !finding.needs_words() => String::new(),
        words => words?,
    };
    let base = officer.base();
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let row = sampled_report::Entity::find_by_id(sampled).one(tx.db()).await?.filter(|row| row.base_id == base);
    let row = row.ok_or(AssessmentError::NotFound)?;
    let of = report_sample::Entity::find_by_id(row.sample_id).one(tx.db()).await?.ok_or(AssessmentError::NotFound)?;
    let quarter: Quarter = of.quarter.parse().map_err(|_| StoreError::Unreadable(of.quarter.clone()))?;
    // The sheet first, as everywhere.
    unpublished(&tx, base, quarter).await?;
    let row = tx.lock::<sampled_report::Entity>(sampled).await?.ok_or(AssessmentError::NotFound)?;
    expect_version(row.row_version, seen)?;
    let belongings = Belongings::of(tx.db(), base, officer.actor().account).await?;
    if [base, row.subject_id].into_iter().any(|subject| belongings.bar_from(subject, quarter.into())) {
        return Err(PartRefusal::OwnSubject.into());
    }
    let detail = json!({ "report": row.report_id, "week": row.week, "finding": finding, "words": words });
    let mut found = row.into_active_model();
    (found.finding, found.words) = (Set(Some(finding.code().to_owned())), Set(words));
    (found.found_at, found.found_by) = (Set(Some(tx.now())), Set(Some(officer.actor().name.clone())));
    found.row_version = Set(seen + 1);
    sampled_report::Entity::update(found).exec(tx.db()).await?;
    tx.audit(base, officer.actor(), Deed::AssessmentReportLookedAt, &sampled.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}
