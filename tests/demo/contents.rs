use std::collections::{BTreeMap, BTreeSet};

use crate::{all, day, load, small, support::on_every_database, wanted};
use chrono::{DateTime, TimeDelta, Timelike, Utc};
use hatchboard::{
    access::System,
    assessment::{
        Occasion, State as Sheet,
        store::{RoundRow, rounds},
    },
    base,
    demo::{SLUG, Wanted},
    follow_up::{
        Outcome, Standing,
        store::{Line, ListFilter, Show, list, survival_of},
    },
    incubation::{
        ProposalState,
        entity::{incubation, reporting_span, stage_change},
    },
    instruction,
    monthly_plan::{ItemResult, Release, entity::monthly_plan},
    organisation::{CreditCode, ProfileText, entity::organisation, judge as judge_profile},
    period::Week,
    store::{Paging, Store},
    waiting::store::waiting,
    weekly_report::{
        Context, Draft, HelpKind, Report, State,
        entity::{activity, filing_exception, weekly_report, weekly_report_event, weekly_report_version},
        judge,
        store::matrix::{Matrix, MatrixFilter, matrix},
    },
};

/// Days that differ in what lies around them: a Thursday, a Monday, a weekend day that is worked, days in and after
/// weeks without a working day, the first day of a year, and one whose next year is not loaded.
const DAYS: [&str; 8] =
    ["2026-04-09", "2026-04-13", "2026-02-28", "2026-02-20", "2026-02-25", "2026-01-01", "2026-10-07", "2026-12-30"];

async fn seen(store: &Store, on: &str) -> Matrix {
    store.clock().set(format!("{on}T01:30:00Z").parse().expect("a time"));
    load(store, wanted(on)).await.expect("a demo");
    let base = base::store::by_slug(store.read(), SLUG).await.expect("a query").expect("the demo's base");
    let reader = System::named("test").reader(base.id);
    matrix(store, &reader, &MatrixFilter::default(), Paging::new(1, 50)).await.expect("a matrix")
}

#[tokio::test]
async fn every_kind_of_cell_and_every_state_of_a_report_is_there_whatever_the_day() {
    for on in DAYS {
        on_every_database(async |store| {
            let matrix = seen(&store, on).await;
            let cells: BTreeSet<&str> =
                matrix.page.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.cell.code())).collect();
            let kinds = ["excused", "late", "missing", "not_expected", "on_time", "on_time_nothing", "pending"];
            assert_eq!(cells, BTreeSet::from(kinds), "{on}");

            let reports = all::<weekly_report::Entity>(&store).await;
            let states = |of_base: bool| -> BTreeSet<State> {
                let of = reports.iter().filter(|row| row.of_base == of_base);
                of.map(|row| row.state.parse().expect("a state")).collect()
            };
            assert_eq!(states(false), State::ALL.iter().copied().collect(), "{on}");
            assert_eq!(states(true), [State::Submitted, State::Accepted, State::Returned].into(), "{on}");
            assert!(reports.iter().any(|row| row.on_behalf && row.on_behalf_confirmed_at.is_none()), "{on}");
            assert!(reports.iter().any(|row| row.versions > 1), "{on}");
        })
        .await;
    }
}

#[tokio::test]
async fn help_instructions_proposals_and_exceptions_are_of_every_kind() {
    on_every_database(async |store| {
        load(&store, small()).await.expect("a demo");
        let kinds: BTreeSet<HelpKind> = all::<weekly_report::Entity>(&store)
            .await
            .iter()
            .filter_map(|row| row.help.as_deref()?.parse().ok())
            .collect();
        assert_eq!(kinds, HelpKind::ALL.iter().copied().collect());
        let states: BTreeSet<instruction::State> = all::<instruction::entity::Entity>(&store)
            .await
            .iter()
            .map(|row| row.state.parse().expect("a state"))
            .collect();
        assert_eq!(states, instruction::State::ALL.iter().copied().collect());
        let changes = all::<stage_change::Entity>(&store).await;
        let count = |state: ProposalState| changes.iter().filter(|row| row.state == state.code()).count();
        assert_eq!((count(ProposalState::Proposed), count(ProposalState::Declined)), (2, 1));
        let exceptions = all::<filing_exception::Entity>(&store).await;
        for kind in ["excuse", "extension"] {
            assert!(exceptions.iter().any(|row| row.kind == kind), "{kind}");
        }
        let reached: BTreeSet<String> =
            all::<incubation::Entity>(&store).await.into_iter().map(|row| row.stage).collect();
        let told = ["exit_review", "exited", "hatched", "incubating", "rectifying", "suspended"];
        assert_eq!(reached, told.map(str::to_owned).into());
    })
    .await;
}

#[tokio::test]
async fn follow_ups_are_made_late_due_and_overdue_whatever_the_day() {
    for on in DAYS {
        on_every_database(async |store| {
            seen(&store, on).await;
            let base = base::store::by_slug(store.read(), SLUG).await.expect("a query").expect("the demo's base");
            let reader = System::named("test").reader(base.id);
            let filter = ListFilter { show: Show::All, ..ListFilter::default() };
            let lines = list(&store, &reader, &filter, Paging::new(1, 100)).await.expect("a list").page.rows;
            let stands: BTreeSet<Standing> = lines.iter().map(|line| line.standing).collect();
            let all = [Standing::Overdue, Standing::Due, Standing::Ahead, Standing::OnTime, Standing::Late];
            assert_eq!(stands, all.into(), "{on}");
            let found: BTreeSet<Outcome> = lines.iter().filter_map(Line::outcome).collect();
            let uneven = [Outcome::Thriving, Outcome::Steady, Outcome::Struggling, Outcome::Dormant];
            assert_eq!(found, uneven.into(), "{on}");
            let survival = survival_of(&store, &reader).await.expect("a table");
            assert_eq!((survival.all[0].reached, survival.all[0].alive), (3, 2), "{on}");
        })
        .await;
    }
}

#[tokio::test]
async fn two_quarters_are_sealed_and_one_is_in_work() {
    on_every_database(async |store| {
        seen(&store, "2026-04-09").await;
        let base = base::store::by_slug(store.read(), SLUG).await.expect("a query").expect("the demo's base");
        let rounds = rounds(&store, &System::named("test").reader(base.id)).await.expect("rounds");
        let quarters = rounds.iter().filter(|round| matches!(round.occasion, Occasion::Quarter(_)));
        let is_sealed = |round: &&RoundRow| round.in_state(Sheet::Sealed) == round.rated();
        let (sealed, in_work): (Vec<_>, Vec<_>) = quarters.partition(is_sealed);
        assert!(sealed.len() >= 2, "{rounds:?}");
        let in_work: Vec<String> = in_work.iter().map(|round| round.occasion.to_string()).collect();
        assert_eq!(in_work, ["2026-Q1"]);
    })
    .await;
}

#[tokio::test]
async fn what_waits_is_young_but_for_a_few_real_troubles() {
    on_every_database(async |store| {
        seen(&store, "2026-04-09").await;
        let plans = all::<monthly_plan::Entity>(&store).await;
        let open: Vec<&str> =
            plans.iter().filter(|plan| plan.releases_asked > 0).map(|plan| plan.month.as_str()).collect();
        assert!(matches!(open.as_slice(), ["2026-03"] | ["2026-03", "2026-03"]), "{open:?}");
        let results = plans.iter().filter_map(|plan| plan.result.as_deref());
        let answered = results.flat_map(|text| serde_json::from_str::<Vec<ItemResult>>(text).expect("a result"));
        let answers: BTreeSet<_> =
            answered.filter_map(|one| one.answered_at.and(one.release)).map(Release::code).collect();
        assert_eq!(answers, [Release::Granted, Release::Refused].map(Release::code).into());
        let base = base::store::by_slug(store.read(), SLUG).await.expect("a query").expect("the demo's base");
        let waits = waiting(&store, &System::named("test").reader(base.id)).await.expect("what waits");
        let long =
            waits.iter().filter(|wait| wait.oldest.is_some_and(|since| since < store.now() - TimeDelta::days(14)));
        assert!((1..=6).contains(&long.count()), "{waits:?}");
        let too_long = store.now() - TimeDelta::days(35);
        assert!(waits.iter().all(|wait| wait.oldest.is_none_or(|since| since > too_long)), "{waits:?}");
    })
    .await;
}

#[tokio::test]
async fn reports_are_filed_only_for_weeks_that_ask_for_them_so_no_rate_exceeds_all() {
    on_every_database(async |store| {
        load(&store, Wanted { organisations: 120, ..small() }).await.expect("a demo");
        let mut spans: BTreeMap<_, Vec<(Week, Option<Week>)>> = BTreeMap::new();
        let week = |text: &str| text.parse::<Week>().expect("a week");
        for row in all::<reporting_span::Entity>(&store).await {
            let span = (week(&row.first_week), row.last_week.as_deref().map(week));
            spans.entry(row.organisation_id).or_default().push(span);
        }
        let of_spring_festival = week("2026-W08");
        for row in all::<weekly_report::Entity>(&store).await.iter().filter(|row| !row.of_base) {
            let of = week(&row.week);
            assert_ne!(of, of_spring_festival);
            let within = |(first, last): &(Week, Option<Week>)| *first <= of && last.is_none_or(|last| of <= last);
            assert!(spans[&row.subject_id].iter().any(within), "{} reports on {of}", row.subject_id);
        }
    })
    .await;
}

#[tokio::test]
async fn every_filed_report_is_one_that_the_form_would_take() {
    on_every_database(async |store| {
        load(&store, small()).await.expect("a demo");
        let reports: BTreeMap<_, _> =
            all::<weekly_report::Entity>(&store).await.into_iter().map(|row| (row.id, row)).collect();
        for version in all::<weekly_report_version::Entity>(&store).await {
            let report: Report = serde_json::from_str(&version.content).expect("a report");
            let today = version.filed_at.with_timezone(&chrono_tz::Asia::Shanghai).date_naive();
            let context = Context {
                week: reports[&version.report_id].week.parse().expect("a week"),
                last_filed_on: Some(today),
                today,
                money_asked: true,
            };
            assert_eq!(judge(&Draft::from(&report), context), Ok(report));
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_happens_after_the_day_has_begun_nor_at_night() {
    on_every_database(async |store| {
        let wanted = small();
        load(&store, wanted).await.expect("a demo");
        let begun: DateTime<Utc> = "2026-04-08T16:00:00Z".parse().expect("a time");
        let events = all::<weekly_report_event::Entity>(&store).await;
        assert!(events.len() > 500, "{} events", events.len());
        for event in events {
            let hour = event.at.with_timezone(&chrono_tz::Asia::Shanghai).hour();
            assert!(event.at < begun && (5..24).contains(&hour), "{} at {}", event.kind, event.at);
        }
        assert!(all::<activity::Entity>(&store).await.iter().all(|row| row.held_on < wanted.on));
    })
    .await;
}

#[tokio::test]
async fn fifteen_hundred_organisations_have_names_and_codes_of_their_own() {
    on_every_database(async |store| {
        let wanted = Wanted { organisations: 1500, weeks: 12, on: day("2026-04-09"), seed: 3 };
        load(&store, wanted).await.expect("a demo");
        let rows = all::<organisation::Entity>(&store).await;
        let names: BTreeSet<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names.len(), 1500);
        let codes: Vec<&str> = rows.iter().filter_map(|row| row.code.as_deref()).collect();
        assert_eq!(codes.len(), 1498);
        assert!(codes.iter().all(|code| code.parse::<CreditCode>().is_ok()));
    })
    .await;
}

#[tokio::test]
async fn every_file_of_an_organisation_is_one_that_the_form_would_take() {
    on_every_database(async |store| {
        load(&store, small()).await.expect("a demo");
        for row in all::<organisation::Entity>(&store).await {
            let text = ProfileText {
                name: row.name.clone(),
                code: row.code.unwrap_or_default(),
                kind: row.kind,
                standing: row.standing,
                district: row.district,
                registrar: row.registrar,
                sponsor: row.sponsor,
                legal_person: row.legal_person,
                contact_name: row.contact_name,
                contact_phone: row.contact_phone,
                address: row.address,
                founded_on: row.founded_on.map(|day| day.to_string()).unwrap_or_default(),
                scope: row.scope,
                grade: row.grade.unwrap_or_default(),
                strengths: String::new(),
            };
            let judged = judge_profile(&text, small().on).expect("a profile");
            assert_eq!(judged.to_text(), text);
            assert_eq!(judged.warnings(), []);
        }
    })
    .await;
}
