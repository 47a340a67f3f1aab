//! Months of which no plan is asked, or later: given by the reviewer, or asked for and granted.

use hatchboard::{
    monthly_plan::store::{months, waits},
    period::Period,
    store::{Paging, StoreError},
    weekly_report::{
        Timeliness,
        store::{
            Reviewer, Subject, WeeklyReportError,
            exception::{Filter, Given, NewException, Periods, Relief, Whom, give, list, revoke},
            exception_request::{AskedState, Asking, SeenRequest, ask, decline, grant, of_month, waiting},
        },
    },
};

use crate::{
    Scene, at, item, once,
    support::{on_every_database, system},
};

fn excuse(scene: &Scene, of: &[&str]) -> NewException {
    NewException {
        whom: Whom::These(vec![scene.organisation]),
        periods: Periods::Months(of.iter().map(|month| at(month)).collect()),
        relief: Relief::Excuse,
        reason: "场地维修".to_owned(),
        proof: "街道通知 12 号".to_owned(),
    }
}

fn asking(relief: Relief) -> Asking {
    Asking { relief, reason: "全员参加省级培训".to_owned(), proof: "培训通知".to_owned() }
}

fn until(local: &str) -> Relief {
    Relief::Extension { until: format!("{}:00+08:00", local.replace(' ', "T")).parse().unwrap() }
}

#[tokio::test]
async fn an_excused_month_asks_for_no_plan_until_the_excuse_is_taken_back() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        // It reports from the second week on, so that January asked for no plan.
        let given = give(&scene.store, &scene.approver(), &excuse(&scene, &["2026-01", "2026-04"]), once()).await;
        assert_eq!(given.unwrap(), Given { given: 1, left_out: 1 });
        let twice = give(&scene.store, &scene.approver(), &excuse(&scene, &["2026-04"]), once()).await;
        assert_eq!(twice.unwrap(), Given { given: 0, left_out: 1 }, "it is excused");
        let page = scene.page("2026-04").await;
        assert!(!page.facts.expected && page.can_begin, "it may be planned all the same");
        assert_eq!(page.facts.excused.unwrap().0, "场地维修");
        let reader = system().reader(scene.base.id);
        let line = months(&scene.store, &reader.of(scene.organisation), &[at("2026-04")]).await.unwrap().remove(0);
        assert!(line.facts.excused.is_some() && !line.facts.expected);

        let listed = list(&scene.store, &reader, &Filter::default(), Paging::default()).await.unwrap().rows;
        assert_eq!((listed.len(), listed[0].period), (1, Period::from(at("2026-04"))));
        assert_eq!(listed[0].proof, "街道通知 12 号");
        let from = |week: &str| Filter { from: Some(week.parse().unwrap()), ..Filter::default() };
        for (week, found) in [("2026-W15", 1), ("2026-W20", 0)] {
            let listed = list(&scene.store, &reader, &from(week), Paging::default()).await.unwrap();
            assert_eq!(listed.total, found, "from {week} on");
        }
        revoke(&scene.store, &scene.approver(), listed[0].id, "误给", once()).await.unwrap();
        let facts = scene.page("2026-04").await.facts;
        assert!(facts.expected && facts.excused.is_none());
    })
    .await;
}

#[tokio::test]
async fn an_excuse_of_a_month_leaves_weeks_as_they_are() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        give(&scene.store, &scene.approver(), &excuse(&scene, &["2026-02", "2026-03"]), once()).await.unwrap();
        // Months lie between weeks of two years, as they are written.
        let reader = system().member(scene.base.id, scene.organisation).as_reader();
        let weeks = hatchboard::weekly_report::store::read::weeks(&scene.store, &reader, None, 20).await.unwrap();
        assert_eq!(weeks.len(), 20);
    })
    .await;
}

#[tokio::test]
async fn an_extension_moves_the_deadline_of_what_has_not_been_submitted() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let new = |relief: Relief| NewException { relief, ..excuse(&scene, &["2026-04"]) };
        let before = scene.page("2026-04").await.facts.due_at.unwrap();
        let earlier = give(&scene.store, &scene.approver(), &new(until("2026-03-10 18:00")), once()).await.unwrap();
        assert_eq!(earlier.given, 0, "it is due on {before}");
        give(&scene.store, &scene.approver(), &new(until("2026-04-03 18:00")), once()).await.unwrap();
        scene.at("2026-04-03 17:00");
        scene.submit("2026-04", vec![item("义诊", "4", "2026-04")], "").await.unwrap();
        let facts = scene.page("2026-04").await.facts;
        assert_eq!(facts.judgement.timeliness, Timeliness::OnTime);
        let late = give(&scene.store, &scene.approver(), &new(until("2026-04-09 18:00")), once()).await.unwrap();
        assert_eq!(late.given, 0, "it is submitted");
    })
    .await;
}

#[tokio::test]
async fn an_organisation_asks_and_its_operator_grants_or_declines() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let reader = system().reader(scene.base.id);
        let ours = reader.of(scene.organisation);
        let april = at("2026-04");
        let silent = Asking { reason: " ".to_owned(), ..asking(Relief::Excuse) };
        let tried = ask(&scene.store, &scene.subject(), april, &silent, once()).await;
        assert!(matches!(tried, Err(WeeklyReportError::ReasonMissing)), "{tried:?}");
        let tried = ask(&scene.store, &scene.subject(), at("2026-01"), &asking(Relief::Excuse), once()).await;
        assert!(matches!(tried, Err(WeeklyReportError::NoUse)), "nothing is asked of it: {tried:?}");
        let first = ask(&scene.store, &scene.subject(), april, &asking(Relief::Excuse), once()).await.unwrap();
        let twice = ask(&scene.store, &scene.subject(), april, &asking(Relief::Excuse), once()).await;
        assert!(matches!(twice, Err(WeeklyReportError::NoUse)), "one waits: {twice:?}");
        assert!(scene.page("2026-04").await.facts.expected, "what waits excuses nothing");
        assert_eq!(waits(&scene.store, &reader).await.unwrap().of_organisations, 1);

        let seen = |request| SeenRequest { request, row_version: 1 };
        let bureau = Reviewer::from(&system().bureau(scene.base.id));
        let theirs = grant(&scene.store, &bureau, seen(first), once()).await;
        assert!(matches!(theirs, Err(WeeklyReportError::NotFound)), "it is the operator's: {theirs:?}");
        let silent = decline(&scene.store, &scene.approver(), seen(first), "", once()).await;
        assert!(matches!(silent, Err(WeeklyReportError::ReasonMissing)), "{silent:?}");
        decline(&scene.store, &scene.approver(), seen(first), "培训只有两天", once()).await.unwrap();
        assert_eq!(waits(&scene.store, &reader).await.unwrap().of_organisations, 0);

        let second = ask(&scene.store, &scene.subject(), april, &asking(Relief::Excuse), once()).await.unwrap();
        grant(&scene.store, &scene.approver(), seen(second), once()).await.unwrap();
        let again =
            grant(&scene.store, &scene.approver(), SeenRequest { request: second, row_version: 2 }, once()).await;
        assert!(matches!(again, Err(WeeklyReportError::Store(StoreError::Stale))), "{again:?}");
        assert!(!scene.page("2026-04").await.facts.expected);
        let asked = of_month(&scene.store, &ours, april).await.unwrap();
        let states: Vec<_> = asked.iter().map(|one| one.state).collect();
        assert_eq!(states, [AskedState::Granted, AskedState::Declined], "the newest first");
        assert_eq!(asked[1].decided_for, "培训只有两天");
        let listed = list(&scene.store, &reader, &Filter::default(), Paging::default()).await.unwrap().rows;
        assert_eq!((listed[0].reason.as_str(), listed[0].proof.as_str()), ("全员参加省级培训", "培训通知"));
    })
    .await;
}

#[tokio::test]
async fn the_base_asks_the_bureau_and_others_requests_are_not_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let manager = system().manager(scene.base.id);
        let base = Subject::from(&manager);
        let april = at("2026-04");
        let asked = ask(&scene.store, &base, april, &asking(until("2026-04-03 18:00")), once()).await.unwrap();
        let seen = SeenRequest { request: asked, row_version: 1 };
        let own = grant(&scene.store, &scene.approver(), seen, once()).await;
        assert!(matches!(own, Err(WeeklyReportError::NotFound)), "nobody grants their own: {own:?}");
        let reader = system().reader(scene.base.id);
        let of = async |of_base| waiting(&scene.store, &reader, of_base, Paging::default()).await.unwrap().total;
        assert_eq!((of(Some(true)).await, of(Some(false)).await, of(None).await), (1, 0, 1));
        let elsewhere = crate::support::base(&scene.store, "elsewhere").await;
        let foreign = Reviewer::from(&system().bureau(elsewhere.id));
        assert!(matches!(grant(&scene.store, &foreign, seen, once()).await, Err(WeeklyReportError::NotFound)));
        grant(&scene.store, &Reviewer::from(&system().bureau(scene.base.id)), seen, once()).await.unwrap();
        let line = months(&scene.store, &reader.of(scene.base.id), &[april]).await.unwrap().remove(0);
        assert_eq!(line.facts.due_at, until("2026-04-03 18:00").until());
    })
    .await;
}
