//! The records of a year, by the rules that count them.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    Condition, ConnectionTrait, ExprTrait, FromQueryResult,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::super::CountingRule;
use super::count::{Counted, Source};
use crate::{
    coaching, follow_up, funding,
    incubation::{
        Mode, ProposalState, Stage,
        entity::{incubation, stage_change},
    },
    matched_project,
    organisation::entity::organisation,
    period::Year,
    service_request::{self, HelpKind},
    store::StoreError,
    survey::store::{Satisfied, satisfied},
    training::{self, Party},
    weekly_report::store::{AsAt, accepted_activities, reporter::names},
};

/// Whose year it is.
#[derive(Clone, Copy)]
struct Of<'a> {
    base: Uuid,
    from: NaiveDate,
    to: NaiveDate,
    as_at: &'a AsAt,
}

/// Everything that one of these rules counted as it stood at an instant, by rule and day.
pub(super) async fn all(
    db: &impl ConnectionTrait,
    base: Uuid,
    year: Year,
    rules: &BTreeSet<CountingRule>,
    as_at: &AsAt,
) -> Result<Vec<Counted>, StoreError> {
    use CountingRule::{
        ActivitiesHeld, ActivityAttendances, Admitted, AdmittedOutOfShell, CoachingVisits, FollowUpsOnTime,
        FundsPledged, FundsReceived, Hatched, MatchedProjects, OrganisationsTrained, PeopleTrained, SurveySatisfaction,
        TrainingAttendances, TrainingsHeld,
    };
    let of = Of { base, from: year.first_day(), to: year.last_day(), as_at };
    let asked = |some: &[CountingRule]| some.iter().any(|rule| rules.contains(rule));
    let mut counted = Vec::new();
    if asked(&[Admitted, AdmittedOutOfShell, Hatched]) {
        counted.extend(stage_changes(db, of).await?);
    }
    if asked(&[TrainingsHeld, TrainingAttendances, OrganisationsTrained, PeopleTrained]) {
        counted.extend(trainings(db, of).await?);
    }
    if asked(&[CoachingVisits]) {
        counted.extend(visits(db, of).await?);
    }
    if asked(&[ActivitiesHeld, ActivityAttendances]) {
        counted.extend(activities(db, of).await?);
    }
    let kinds: Vec<HelpKind> = HelpKind::ALL.iter().copied().filter(|kind| asked(&of_requests(*kind))).collect();
    if !kinds.is_empty() {
        counted.extend(requests(db, of, &kinds).await?.into_iter().filter(|one| rules.contains(&one.rule)));
    }
    if asked(&[MatchedProjects]) {
        counted.extend(projects(db, of).await?);
    }
    if asked(&[FundsPledged]) {
        let pledges = funding::store::pledges(db, base, of.from, of.to, as_at).await?;
        counted.extend(pledges.into_iter().map(|one| money(FundsPledged, one)));
    }
    if asked(&[FundsReceived]) {
        let receipts = funding::store::receipts(db, base, of.from, of.to, as_at).await?;
        counted.extend(receipts.into_iter().map(|one| money(FundsReceived, one)));
    }
    if asked(&[FollowUpsOnTime]) {
        let visits = follow_up::store::fell_due(db, base, of.from..=of.to, as_at).await?;
        counted.extend(visits.into_iter().map(followed));
    }
    if asked(&[SurveySatisfaction]) {
        counted.extend(satisfied(db, base, year, as_at).await?.into_iter().map(surveyed));
    }
    Ok(counted)
}

/// A share of all or nothing, by the last day of the visit's window.
fn followed(one: follow_up::store::FellDue) -> Counted {
    Counted {
        rule: CountingRule::FollowUpsOnTime,
        on: one.until,
        amount: if one.on_time { WHOLE } else { 0 },
        of: 1,
        source: Source::FollowUps(one.organisation),
        name: one.name,
    }
}

/// As many shares of all or nothing as there are answers. It is called by its quarter.
fn surveyed(one: Satisfied) -> Counted {
    Counted {
        rule: CountingRule::SurveySatisfaction,
        on: one.on,
        amount: i64::from(one.good) * WHOLE,
        of: one.answers,
        source: Source::Survey(one.survey),
        name: one.quarter.to_string(),
    }
}

/// All of it, in hundredths of a percent.
const WHOLE: i64 = 10_000;

fn money(rule: CountingRule, one: funding::store::Counted) -> Counted {
    let (source, name) = (Source::Fund(one.fund_id), beginning(&one.name));
    Counted { rule, on: one.on_day, amount: one.amount, of: 1, source, name }
}

/// The beginning of long words.
fn beginning(words: &str) -> String {
    words.lines().next().unwrap_or_default().chars().take(60).collect()
}

/// Sessions, their attendances, and each organisation and person at the session at which it came first. Three statements,
/// and two more of an instant that has passed.
async fn trainings(db: &impl ConnectionTrait, of: Of<'_>) -> Result<Vec<Counted>, StoreError> {
    let known = training::store::counted(db, of.base, of.from, of.to, of.as_at).await?;
    let parties = known.parties();
    let of_base = parties.iter().filter_map(|(_, party)| match party {
        Party::Organisation(id) => Some(*id),
        Party::Outside(_) => None,
    });
    let named = names(db, of.base, of_base).await?;
    let record = |rule, session: &training::store::Session, amount: u32, name: String| Counted {
        rule,
        on: session.held_on,
        amount: amount.into(),
        of: 1,
        source: Source::Training(session.id),
        name,
    };
    let sessions =
        known.sessions.iter().map(|session| record(CountingRule::TrainingsHeld, session, 1, session.title.clone()));
    let attendances = known
        .attendances()
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(session, number)| record(CountingRule::TrainingAttendances, session, number, session.title.clone()));
    let people = known
        .people()
        .into_iter()
        .map(|(session, number)| record(CountingRule::PeopleTrained, session, number, session.title.clone()));
    let organisations = parties.iter().map(|(session, party)| {
        let name = match party {
            Party::Organisation(id) => named.get(id).map(|found| found.name.clone()).unwrap_or_default(),
            Party::Outside(name) => name.clone(),
        };
        record(CountingRule::OrganisationsTrained, session, 1, name)
    });
    Ok(sessions.chain(attendances).chain(people).chain(organisations).collect())
}

async fn visits(db: &impl ConnectionTrait, of: Of<'_>) -> Result<Vec<Counted>, StoreError> {
    let rows = coaching::store::counted(db, of.base, of.from, of.to, of.as_at).await?;
    let named = names(db, of.base, rows.iter().map(|visit| visit.organisation_id)).await?;
    let visit = |visit: coaching::store::Counted| Counted {
        rule: CountingRule::CoachingVisits,
        on: visit.visited_on,
        amount: 1,
        of: 1,
        source: Source::CoachingVisit(visit.id),
        name: named.get(&visit.organisation_id).map(|found| found.name.clone()).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(visit).collect())
}

/// Activities of accepted reports, and their attendances. Three statements, or two where the base lists none itself.
async fn activities(db: &impl ConnectionTrait, of: Of<'_>) -> Result<Vec<Counted>, StoreError> {
    let held = accepted_activities(db, of.base, of.from..=of.to, of.as_at).await?;
    let named = names(db, of.base, held.iter().map(|one| one.subject)).await?;
    let mut counted = Vec::with_capacity(2 * held.len());
    for one in held {
        let whose = named.get(&one.subject).map(|found| found.name.as_str()).unwrap_or_default();
        let name = format!("{whose} · {}", beginning(&one.what));
        let record = |rule, amount| Counted {
            rule,
            on: one.on,
            amount,
            of: 1,
            source: Source::Report(one.report),
            name: name.clone(),
        };
        counted.push(record(CountingRule::ActivitiesHeld, 1));
        if one.attendances > 0 {
            counted.push(record(CountingRule::ActivityAttendances, one.attendances.into()));
        }
    }
    Ok(counted)
}

/// The rules that count a request of a kind.
const fn of_requests(kind: HelpKind) -> [CountingRule; 2] {
    [CountingRule::ServiceRequests, CountingRule::of_requests(kind)]
}

/// Requests of some kinds that are closed with a result, by each of their rules.
async fn requests(db: &impl ConnectionTrait, of: Of<'_>, kinds: &[HelpKind]) -> Result<Vec<Counted>, StoreError> {
    let rows = service_request::store::done_within(db, of.base, of.from..=of.to, of.as_at).await?;
    let mut counted = Vec::with_capacity(rows.len());
    for row in rows {
        let kind = row.kind()?;
        let Some(on) = row.done_on.filter(|_| kinds.contains(&kind)) else { continue };
        let (source, name) = (Source::ServiceRequest(row.id), beginning(&row.words));
        let by = |rule| Counted { rule, on, amount: 1, of: 1, source, name: name.clone() };
        counted.extend(of_requests(kind).map(by));
    }
    Ok(counted)
}

async fn projects(db: &impl ConnectionTrait, of: Of<'_>) -> Result<Vec<Counted>, StoreError> {
    let rows = matched_project::store::counted(db, of.base, of.from, of.to, of.as_at).await?;
    let project = |row: matched_project::store::Counted| Counted {
        rule: CountingRule::MatchedProjects,
        on: row.matched_on,
        amount: 1,
        of: 1,
        source: Source::MatchedProject(row.id),
        name: row.name,
    };
    Ok(rows.into_iter().map(project).collect())
}

#[derive(Debug, FromQueryResult)]
struct Change {
    to_stage: String,
    effective_on: NaiveDate,
    decided_at: Option<DateTime<Utc>>,
    mode: String,
    organisation_id: Uuid,
    name: String,
}

/// Admissions and hatchings of a year that the bureau has confirmed, or that were entered with their dates. A return
/// into incubation, such as after a rectification, is no admission. What happened stays as it is.
async fn stage_changes(db: &impl ConnectionTrait, of: Of<'_>) -> Result<Vec<Counted>, StoreError> {
    use incubation::{Column as With, Entity as Incubations};
    use organisation::{Column as By, Entity as Organisations};
    use stage_change::{Column as At, Entity as Changes};
    let admitted = Condition::all().add(Expr::col((Changes, At::ToStage)).eq(Stage::Incubating.code())).add(
        Condition::any()
            .add(Expr::col((Changes, At::FromStage)).is_null())
            .add(Expr::col((Changes, At::FromStage)).eq(Stage::Agreement.code())),
    );
    let hatched = Expr::col((Changes, At::ToStage)).eq(Stage::Hatched.code());
    let query = Query::select()
        .columns([
            (Changes, At::ToStage),
            (Changes, At::EffectiveOn),
            (Changes, At::DecidedAt),
            (Changes, At::OrganisationId),
        ])
        .column((Incubations, With::Mode))
        .column((Organisations, By::Name))
        .from(Changes)
        .join(
            JoinType::InnerJoin,
            Incubations,
            Condition::all()
                .add(Expr::col((Incubations, With::BaseId)).equals((Changes, At::BaseId)))
                .add(Expr::col((Incubations, With::Id)).equals((Changes, At::IncubationId))),
        )
        .join(
            JoinType::InnerJoin,
            Organisations,
            Condition::all()
                .add(Expr::col((Organisations, By::BaseId)).equals((Changes, At::BaseId)))
                .add(Expr::col((Organisations, By::Id)).equals((Changes, At::OrganisationId))),
        )
        .and_where(Expr::col((Changes, At::BaseId)).eq(of.base))
        .and_where(Expr::col((Changes, At::State)).eq(ProposalState::Confirmed.code()))
        .and_where(Expr::col((Changes, At::EffectiveOn)).between(of.from, of.to))
        .cond_where(Condition::any().add(admitted).add(hatched))
        .order_by((Changes, At::EffectiveOn), sea_orm::Order::Asc)
        .order_by((Organisations, By::Name), sea_orm::Order::Asc)
        .to_owned();
    let rows = Change::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
    let happened = |change: &Change| change.decided_at.is_none_or(|decided| of.as_at.had(decided));
    Ok(rows.into_iter().filter(happened).map(Counted::from).collect())
}

impl From<Change> for Counted {
    fn from(change: Change) -> Self {
        let rule = match (change.to_stage == Stage::Hatched.code(), change.mode == Mode::OutOfShell.code()) {
            (true, _) => CountingRule::Hatched,
            (false, true) => CountingRule::AdmittedOutOfShell,
            (false, false) => CountingRule::Admitted,
        };
        let source = Source::Organisation(change.organisation_id);
        Self { rule, on: change.effective_on, amount: 1, of: 1, source, name: change.name }
    }
}
