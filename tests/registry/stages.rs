use hatchboard::{
    access::{Manager, Overseer},
    assessment::{
        Line, Occasion, State,
        store::{AssessmentError, Hand, LineText, Then, exit_review, exit_reviews, open, rounds, sheet, write},
    },
    incubation::{
        Action, Decision, Entry, ExitCause, IncubationError, Mode, ProposalState, Stage, StepAsked, StepField, Unmet,
        entity::reporting_span,
        store::{IncubationRow, begin, change, decide, of_organisation, open_proposals, propose, withdraw},
    },
    organisation::{ProfileText, entity::organisation, store::file},
    points::Points,
    rectification::{
        FindingText,
        store::{self as faults, Repairer, Seen, Subject},
    },
    store::{Paging, Store, StoreError},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    day, incubated, once, profile, register,
    support::{base, on_every_database, system},
};

fn step(action: Action, on: &str) -> StepAsked {
    StepAsked {
        action, effective_on: day(on), reason: "依据协议".into(), exit_review: None, project: String::new()
    }
}

pub(super) fn hatching(on: &str) -> StepAsked {
    StepAsked { exit_review: Some(8_250), project: "社区调解一百场".into(), ..step(Action::Hatch, on) }
}

pub(super) async fn newest(store: &Store, base: Uuid, id: Uuid) -> IncubationRow {
    of_organisation(store, &system().reader(base).of(id)).await.unwrap().remove(0)
}

async fn spans(store: &Store, id: Uuid) -> Vec<(String, Option<String>)> {
    reporting_span::Entity::find()
        .filter(reporting_span::Column::OrganisationId.eq(id))
        .order_by_asc(reporting_span::Column::FirstWeek)
        .all(store.read())
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.first_week, row.last_week))
        .collect()
}

async fn take(
    store: &Store,
    overseer: Overseer,
    of: &IncubationRow,
    asked: StepAsked,
) -> Result<String, IncubationError> {
    change(store, &overseer, of.id, of.row_version, &asked, once()).await
}

pub(super) async fn offer(
    store: &Store,
    manager: &Manager,
    of: &IncubationRow,
    asked: StepAsked,
) -> Result<String, IncubationError> {
    propose(store, manager, of.id, of.row_version, &asked, once()).await
}

fn span(first: &str, last: Option<&str>) -> (String, Option<String>) {
    (first.to_owned(), last.map(str::to_owned))
}

#[tokio::test]
async fn a_suspension_cuts_the_reporting_weeks_and_a_return_opens_them_again() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let overseer = system().manager(base.id).as_overseer();
        let id = incubated(&store, &base, 1).await;
        // 1 August 2025 is a Friday: the first full week is the next one.
        assert_eq!(spans(&store, id).await, [span("2025-W32", None)]);
        let of = newest(&store, base.id, id).await;
        let suspend = step(Action::Suspend, "2026-01-14");
        take(&store, overseer.clone(), &of, suspend).await.unwrap();
        assert_eq!(spans(&store, id).await, [span("2025-W32", Some("2026-W02"))]);
        let of = newest(&store, base.id, id).await;
        assert_eq!(of.stage, Stage::Suspended);
        let too_early = take(&store, overseer.clone(), &of, step(Action::Resume, "2026-01-13"));
        assert!(matches!(too_early.await, Err(IncubationError::Step(p)) if p[0].field == StepField::EffectiveOn));
        take(&store, overseer.clone(), &of, step(Action::Resume, "2026-02-02")).await.unwrap();
        assert_eq!(spans(&store, id).await, [span("2025-W32", Some("2026-W02")), span("2026-W06", None)]);
        let row = organisation::Entity::find_by_id(id).one(store.read()).await.unwrap().unwrap();
        assert_eq!((row.stage.as_str(), row.left_on), ("incubating", None));
        let stale = take(&store, overseer.clone(), &of, step(Action::Rectify, "2026-02-03"));
        assert!(matches!(stale.await, Err(IncubationError::Store(StoreError::Stale))));
    })
    .await;
}

#[tokio::test]
async fn a_hatching_is_proposed_by_the_operator_and_confirmed_by_the_bureau() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let (manager, bureau) = (system().manager(base.id), system().bureau(base.id));
        let id = incubated(&store, &base, 1).await;
        let of = newest(&store, base.id, id).await;
        let outright = take(&store, manager.as_overseer(), &of, hatching("2026-02-27"));
        assert!(matches!(outright.await, Err(IncubationError::Refused(_))));
        let empty_handed = offer(&store, &manager, &of, step(Action::Hatch, "2026-02-27"));
        let Err(IncubationError::GateClosed(unmet)) = empty_handed.await else { panic!("the gate is closed") };
        assert_eq!(unmet, [Unmet::NoExitReview, Unmet::TooFewProjects { completed: 0, needed: 1 }]);

        offer(&store, &manager, &of, hatching("2026-02-27")).await.unwrap();
        let again = offer(&store, &manager, &of, hatching("2026-02-27")).await;
        assert!(matches!(again, Err(IncubationError::ProposalOpen)));
        let of = newest(&store, base.id, id).await;
        assert_eq!(of.stage, Stage::Incubating, "nothing has happened yet");
        assert_eq!(spans(&store, id).await, [span("2025-W32", None)]);

        let open = open_proposals(&store, &system().reader(base.id), Paging::default()).await.unwrap().rows;
        assert_eq!(open.len(), 1);
        let proposal = &open[0].change;
        let decision = decide(&store, &bureau, proposal.id, proposal.row_version, Decision::Confirm, "同意", once());
        decision.await.unwrap();
        let of = newest(&store, base.id, id).await;
        let stages: Vec<Stage> = of.changes.iter().map(|change| change.to).collect();
        assert_eq!(stages.len(), 3);
        assert!(stages.contains(&Stage::ExitReview) && stages.contains(&Stage::Hatched));
        let today = day("2026-03-02");
        assert_eq!((of.stage, of.left_on), (Stage::Hatched, Some(today)), "the day of the confirmation counts");
        assert_eq!(spans(&store, id).await, [span("2025-W32", Some("2026-W09"))]);
        let twice = decide(&store, &bureau, proposal.id, proposal.row_version + 1, Decision::Decline, "不", once());
        assert!(matches!(twice.await, Err(IncubationError::Proposal(_))));

        let entry = Entry::incubating(Mode::OutOfShell, day("2026-03-02"));
        begin(&store, &manager, id, &entry, "再次入壳", once()).await.unwrap();
        assert_eq!(spans(&store, id).await, [span("2025-W32", None)], "no week lies between");
        let found = file(&store, &system().reader(base.id).of(id)).await.unwrap().unwrap();
        assert_eq!((found.stage, found.mode, found.left_on), (Some(Stage::Incubating), Some(Mode::OutOfShell), None));
        let under_way = begin(&store, &manager, id, &entry, "", once()).await;
        assert!(matches!(under_way, Err(IncubationError::UnderWay)));
    })
    .await;
}

#[tokio::test]
async fn an_exit_that_the_bureau_declines_leaves_everything_as_it_was() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let (manager, bureau) = (system().manager(base.id), system().bureau(base.id));
        let id = incubated(&store, &base, 1).await;
        let of = newest(&store, base.id, id).await;
        let exit = step(Action::Exit(ExitCause::Voluntary), "2026-02-27");
        offer(&store, &manager, &of, exit.clone()).await.unwrap();
        let meanwhile = step(Action::Suspend, "2026-02-27");
        let blocked = take(&store, manager.as_overseer(), &of, meanwhile).await;
        assert!(matches!(blocked, Err(IncubationError::ProposalOpen)));
        let proposal = newest(&store, base.id, id).await.open_proposal().unwrap().clone();
        let silent = decide(&store, &bureau, proposal.id, 1, Decision::Decline, " ", once()).await;
        assert!(matches!(silent, Err(IncubationError::Step(p)) if p[0].field == StepField::Reason));
        decide(&store, &bureau, proposal.id, 1, Decision::Decline, "再等等", once()).await.unwrap();
        let of = newest(&store, base.id, id).await;
        assert_eq!((of.stage, of.open_proposal()), (Stage::Incubating, None));
        assert_eq!(spans(&store, id).await, [span("2025-W32", None)]);

        offer(&store, &manager, &of, exit).await.unwrap();
        let proposal = newest(&store, base.id, id).await.open_proposal().unwrap().clone();
        withdraw(&store, &manager, proposal.id, 1, once()).await.unwrap();
        let of = newest(&store, base.id, id).await;
        assert_eq!(of.changes.iter().filter(|change| change.state == ProposalState::Withdrawn).count(), 1);
    })
    .await;
}

#[tokio::test]
async fn each_takes_only_the_steps_that_are_theirs_and_only_in_their_base() {
    on_every_database(|store| async move {
        let (ours, theirs) = (base(&store, "a").await, base(&store, "b").await);
        let id = incubated(&store, &ours, 1).await;
        let of = newest(&store, ours.id, id).await;
        let bureau = system().bureau(ours.id).as_overseer();
        let suspend = take(&store, bureau.clone(), &of, step(Action::Suspend, "2026-02-27"));
        assert!(matches!(suspend.await, Err(IncubationError::Refused(_))), "the operator suspends");
        take(&store, bureau.clone(), &of, step(Action::Rectify, "2026-02-27")).await.unwrap();
        let of = newest(&store, ours.id, id).await;
        let stranger = system().manager(theirs.id);
        let step = step(Action::ResolveRectification, "2026-02-28");
        let foreign = take(&store, stranger.as_overseer(), &of, step).await;
        assert!(matches!(foreign, Err(IncubationError::NotFound)));
        let foreign = offer(&store, &stranger, &of, hatching("2026-02-28")).await;
        assert!(matches!(foreign, Err(IncubationError::NotFound)));
        let hatch_in_rectification = offer(&store, &system().manager(ours.id), &of, hatching("2026-02-28")).await;
        assert!(matches!(hatch_in_rectification, Err(IncubationError::Refused(_))));
    })
    .await;
}

#[tokio::test]
async fn an_organisation_that_is_neither_registered_nor_filed_does_not_hatch() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let text = ProfileText {
            code: String::new(),
            kind: "community".into(),
            standing: "unregistered".into(),
            ..profile(1)
        };
        let entry = Entry::incubating(Mode::InShell, day("2025-08-01"));
        let id = register(&store, &base, text, Some(entry)).await;
        let of = newest(&store, base.id, id).await;
        let manager = system().manager(base.id);
        let refused = offer(&store, &manager, &of, hatching("2026-02-27")).await;
        assert!(matches!(refused, Err(IncubationError::GateClosed(unmet)) if unmet == [Unmet::NotRegisteredOrFiled]));
    })
    .await;
}

#[tokio::test]
async fn what_the_exit_review_came_to_is_what_the_gate_goes_by() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let (manager, bureau) = (system().manager(base.id), system().bureau(base.id));
        let id = incubated(&store, &base, 1).await;
        let of = newest(&store, base.id, id).await;
        let occasion = Occasion::ExitReview(of.id);
        let early = open(&store, &manager.as_overseer(), occasion, once()).await;
        assert!(matches!(early, Err(AssessmentError::NotInExitReview)));
        take(&store, manager.as_overseer(), &of, step(Action::OpenExitReview, "2026-02-27")).await.unwrap();
        open(&store, &manager.as_overseer(), occasion, once()).await.unwrap();

        let page = async || sheet(&store, &system().reader(base.id).of(id), occasion).await.unwrap();
        let give = async |hand: Hand, points: &str| {
            let page = page().await;
            let line = |line: &Line| LineText {
                code: line.indicator.code.clone(),
                row_version: page.notes[&line.indicator.code].row_version,
                points: points.to_owned(),
                note: "现场核对".to_owned(),
                evidence: String::new(),
            };
            let lines: Vec<LineText> = page.sheet.lines.iter().map(line).collect();
            let written = write(&store, &hand, page.id, &lines.into(), Then::HandIn, once()).await.unwrap();
            assert!(written.handed_in);
        };
        give(Hand::from(&system().member(base.id, id)), "25").await;
        give(Hand::from(&manager), "18").await;
        let of = newest(&store, base.id, id).await;
        assert_eq!(exit_review(store.read(), base.id, of.id).await.unwrap(), Some((State::Scored, None)));
        give(Hand::from(&bureau), "17.5").await;
        let found = exit_review(store.read(), base.id, of.id).await.unwrap();
        assert_eq!(found, Some((State::Confirmed, Some(Points::whole(70)))));
        // Whatever is typed beside it: 82.50.
        let below = offer(&store, &manager, &of, hatching("2026-02-27")).await;
        let Err(IncubationError::GateClosed(unmet)) = below else { panic!("the gate is closed") };
        assert_eq!(unmet, [Unmet::ExitReviewBelow { points: 70_00, needed: 75_00 }]);
        assert_eq!(exit_reviews(&store, &system().reader(base.id)).await.unwrap().len(), 1);
        assert_eq!(rounds(&store, &system().reader(base.id)).await.unwrap(), [], "it is no quarter's");
    })
    .await;
}

#[tokio::test]
async fn whoever_has_a_fault_to_repair_does_not_hatch_before_it_is_closed() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        let id = incubated(&store, &base, 1).await;
        let finding = FindingText {
            source: "visit".into(),
            words: "灭火器过期".into(),
            owner: "李强".into(),
            due_on: "2026-03-09".into(),
        };
        let (operator, subject) = (manager.as_overseer(), Subject::Organisation(id));
        let fault = faults::give(&store, &operator, subject, None, &finding, once()).await.unwrap();
        let refused = async || {
            let of = newest(&store, base.id, id).await;
            let offered = offer(&store, &manager, &of, hatching("2026-02-27")).await;
            matches!(offered, Err(IncubationError::GateClosed(unmet)) if unmet == [Unmet::OpenRectifications { count: 1 }])
        };
        assert!(refused().await, "it is open");
        let ours = Repairer::from(&system().member(base.id, id));
        let seen = |row_version| Seen { id: fault, row_version };
        faults::report(&store, &ours, seen(1), "已更换", None, once()).await.unwrap();
        assert!(refused().await, "it is repaired, they say, and nobody has closed it");
        faults::close(&store, &operator, seen(2), "", once()).await.unwrap();
        let of = newest(&store, base.id, id).await;
        offer(&store, &manager, &of, hatching("2026-02-27")).await.unwrap();
    })
    .await;
}
