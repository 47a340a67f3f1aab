//! How a quarter's rhythm was kept, beside the base's sheet.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::super::{
    PlansKept, Punctuality, QuarterRhythm, REVIEW_DAYS, ReportsKept, Step, Timetable,
    entity::{assessment, assessment_step},
};
use super::{
    AssessmentError,
    came_to::{rated, sheets_of_quarter},
    record::find_round,
};
use crate::{
    access::BaseReader,
    calendar::nth_working_day_after,
    follow_up::store::{Findings, findings_at},
    monthly_plan::store::{PlanFacts, rhythm::plans_of},
    period::Quarter,
    store::{Store, StoreError},
    weekly_report::store::{
        Rhythm,
        as_at::AsAt,
        quarter::{QuarterWeeks, weeks_of},
        reporter::Reporter,
        reviewed::filed_of,
    },
};

/// The rhythm of a quarter that has its round: as the records stood at the cut-off of the base's facts where these are
/// frozen, as they stand now until then. A fixed number of statements.
///
/// # Errors
/// [`AssessmentError::NotFound`] where no round was opened.
pub async fn quarter_rhythm(
    store: &Store,
    reader: &BaseReader,
    quarter: Quarter,
) -> Result<QuarterRhythm, AssessmentError> {
    let (db, base) = (store.read(), reader.base());
    let round = find_round(db, base, quarter.into()).await?.ok_or(AssessmentError::NotFound)?;
    let at_cut_off = round.frozen(true).is_some();
    let at = if at_cut_off { round.read_timetable(true)?.facts } else { store.now() };
    let rhythm = Rhythm::load(db, base).await?;
    let as_at = if at_cut_off { AsAt::past(db, base, at, round.opened_at).await? } else { AsAt::now(at) };
    let itself = Reporter::base_stood(db, base, &as_at).await?;
    let itself = itself.ok_or_else(|| StoreError::Unreadable(format!("base {base}")))?;
    let mut reporters = Reporter::stood(db, base, None, &as_at).await?;
    let reports = weeks_of(db, &rhythm, base, &reporters, quarter, &as_at).await?;
    let own_reports = weeks_of(db, &rhythm, base, std::slice::from_ref(&itself), quarter, &as_at).await?;
    reporters.push(itself);
    let (mut plans, mut own_plans) = (Vec::new(), Vec::new());
    for month in quarter.months() {
        plans.push(PlansKept::new(month));
        own_plans.push(PlansKept::new(month));
    }
    for (subject, facts) in plans_of(db, &rhythm, base, &reporters, quarter, &as_at).await? {
        let months = if subject == base { &mut own_plans } else { &mut plans };
        if let Some(month) = months.iter_mut().find(|kept| kept.month == facts.month) {
            count_plan(month, &facts);
        }
    }
    let mut reviews = Punctuality::default();
    for filed in filed_of(db, base, quarter, at).await? {
        let by = nth_working_day_after(rhythm.day(filed.at), REVIEW_DAYS, rhythm.calendar(), rhythm.zone()).at;
        reviews.count(by, filed.reviewed_at, at);
    }
    let (handed_in, scored) = sheets(db, base, quarter, &round.read_timetable(false)?, &as_at).await?;
    let Findings { on_time, late, missed, open, .. } = findings_at(db, reader, quarter, &as_at).await?;
    Ok(QuarterRhythm {
        quarter,
        at,
        at_cut_off,
        reports: kept(reports.into_values()),
        own_reports: kept(own_reports.into_values()),
        reviews,
        plans,
        own_plans,
        handed_in,
        scored,
        follow_ups: Punctuality { on_time, late, missing: missed, open },
    })
}

fn kept(weeks: impl Iterator<Item = QuarterWeeks>) -> ReportsKept {
    let mut sum = ReportsKept::default();
    for QuarterWeeks { on_time, late, missing, excused, .. } in weeks {
        sum.filed.on_time += on_time;
        sum.filed.late += late;
        sum.filed.missing += missing;
        sum.excused += excused;
    }
    sum
}

fn count_plan(month: &mut PlansKept, facts: &PlanFacts) {
    if facts.excused.is_some() {
        month.excused += 1;
    }
    if !facts.expected {
        return;
    }
    month.count(facts.judgement.timeliness, facts.stands, facts.closing);
}

/// The sheets of the quarter's organisations that were rated at an instant: by when these handed in their own points, and
/// the operator its own. Two statements, and one more of an instant that has passed.
async fn sheets(
    db: &impl ConnectionTrait,
    base: Uuid,
    quarter: Quarter,
    timetable: &Timetable,
    as_at: &AsAt,
) -> Result<(Punctuality, Punctuality), StoreError> {
    let rated = rated(db, base, quarter, as_at).await?;
    let all = sheets_of_quarter(base, quarter).column(assessment::Column::Id).into_query();
    let steps: Vec<(Uuid, String, DateTime<Utc>)> = assessment_step::Entity::find()
        .select_only()
        .columns([assessment_step::Column::AssessmentId, assessment_step::Column::Kind, assessment_step::Column::At])
        .filter(assessment_step::Column::BaseId.eq(base))
        .filter(assessment_step::Column::AssessmentId.in_subquery(all))
        .filter(assessment_step::Column::Kind.is_in([Step::SelfScored, Step::Scored].map(Step::code)))
        .order_by_desc(assessment_step::Column::At)
        .into_tuple()
        .all(db)
        .await?;
    // The first of each comes last.
    let first: HashMap<(Uuid, String), DateTime<Utc>> =
        steps.into_iter().map(|(sheet, kind, at)| ((sheet, kind), at)).collect();
    let (mut handed_in, mut scored) = (Punctuality::default(), Punctuality::default());
    for id in rated {
        let of = |step: Step| first.get(&(id, step.code().to_owned())).copied();
        handed_in.count(timetable.own, of(Step::SelfScored), as_at.at());
        scored.count(timetable.score, of(Step::Scored), as_at.at());
    }
    Ok((handed_in, scored))
}
