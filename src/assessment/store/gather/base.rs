//! What the base itself is judged by.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};
use uuid::Uuid;

use super::{
    super::super::{
        Facts, Measure, Measured, Rule, Scorecard, Step, Timetable,
        entity::{assessment, assessment_step},
    },
    super::{
        AssessmentError,
        came_to::{rated, sheets_of_quarter},
    },
    ByIndicator, When, by_indicator,
    organisations::{plans, weeks},
};
use crate::{
    access::BaseReader,
    annual_target::store::reached,
    follow_up,
    instruction::store::timely_within as answered,
    monthly_plan::store::quarter::months_of,
    rectification,
    service_request::store::advice_within,
    store::{Store, StoreError},
    weekly_report::store::{SubjectName, quarter::weeks_of, reporter::Reporter},
};

/// The facts of the base's card. `timetable`: the one of organisations, by which their sheets are judged on time.
pub(in super::super) async fn of_base(
    store: &Store,
    reader: &BaseReader,
    when: When<'_>,
    card: &Scorecard,
    timetable: &Timetable,
) -> Result<ByIndicator, AssessmentError> {
    let (db, When { base, quarter, rhythm, as_at }) = (store.read(), when);
    let days = || quarter.first_day()..=quarter.last_day();
    let itself = Reporter::base_stood(db, base, as_at).await?;
    let itself = itself.ok_or_else(|| StoreError::Unreadable(format!("base {base}")))?;
    let SubjectName { id, .. } = itself.name;
    let reporters = [itself];
    let mut own_weeks = weeks_of(db, rhythm, base, &reporters, quarter, as_at).await?;
    let mut own_months = months_of(db, base, &reporters, quarter, as_at).await?;
    let targets = reached(db, base, quarter, as_at).await?;
    let followed = follow_up::store::findings_at(db, reader, quarter, as_at).await?;
    let sheets = sheets_on_time(db, base, when, timetable).await?;
    let instructions = answered(db, base, rhythm.zone(), days(), as_at).await?;
    let repaired = rectification::store::timely_within(db, base, days(), true, as_at).await?;
    let closed = (instructions.0 + repaired.on_time, instructions.1 + repaired.due);
    let advice = advice_within(db, rhythm, base, days(), as_at).await?;
    let own_weeks = weeks(own_weeks.remove(&id).unwrap_or_default());
    let own_months = plans(&own_months.remove(&id).unwrap_or_default());
    let of_target = |what: &[Measured]| match &targets {
        None => Facts::NotBegun,
        Some(targets) => {
            let measure = |what: &Measured| {
                let target = targets.iter().find(|target| target.code == what.code())?;
                Some(Measure { what: *what, actual: target.actual, planned: target.planned })
            };
            // What the year's targets leave out, or ask for later only, is not due.
            let due = what.iter().filter_map(measure).filter(|measure| measure.planned > 0);
            let measures: Vec<Measure> = due.collect();
            if measures.is_empty() { Facts::NothingDue } else { Facts::Measures { measures } }
        }
    };
    Ok(by_indicator(card, |rule| match rule {
        Rule::WeeklyOnTime => own_weeks.clone(),
        Rule::PlanCompletion => own_months.clone(),
        Rule::Admitted => of_target(&[Measured::Admitted]),
        Rule::Hatched => of_target(&[Measured::Hatched]),
        Rule::Trainings => of_target(&[Measured::Trainings, Measured::TrainingAttendances]),
        Rule::MatchedProjects => of_target(&[Measured::MatchedProjects]),
        Rule::FundsReceived => of_target(&[Measured::FundsReceived]),
        Rule::SheetsOnTime => on_time(sheets),
        Rule::FollowUpsOnTime => on_time((followed.on_time, followed.due)),
        Rule::ClosedOnTime => on_time(closed),
        Rule::AdviceOnTime => on_time((advice.on_time, advice.due)),
        // The base's card has no other rule.
        Rule::ActivitiesAgainstPlan | Rule::TrainingAttendance | Rule::QuartersMean => Facts::NothingDue,
    }))
}

fn on_time((on_time, due): (u32, u32)) -> Facts {
    if due == 0 { Facts::NothingDue } else { Facts::OnTime { on_time, due } }
}

/// Of the quarter's rated sheets of organisations: how many the operator scored by the deadline, and how many there
/// were to score, as it stood at an instant. None is due before that. Two statements, and one more of an instant that has
/// passed.
async fn sheets_on_time(
    db: &impl ConnectionTrait,
    base: Uuid,
    when: When<'_>,
    timetable: &Timetable,
) -> Result<(u32, u32), StoreError> {
    if when.as_at.at() <= timetable.score {
        return Ok((0, 0));
    }
    let rated = rated(db, base, when.quarter, when.as_at).await?;
    let all = sheets_of_quarter(base, when.quarter).column(assessment::Column::Id).into_query();
    let scored: Vec<Uuid> = assessment_step::Entity::find()
        .select_only()
        .column(assessment_step::Column::AssessmentId)
        .distinct()
        .filter(assessment_step::Column::BaseId.eq(base))
        .filter(assessment_step::Column::AssessmentId.in_subquery(all))
        .filter(assessment_step::Column::Kind.eq(Step::Scored.code()))
        .filter(assessment_step::Column::At.lte(timetable.score))
        .into_tuple()
        .all(db)
        .await?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok((number(scored.iter().filter(|id| rated.contains(*id)).count()), number(rated.len())))
}
